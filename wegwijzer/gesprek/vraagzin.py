"""Whether a message asks something, with a question mark or without: strictly by its form, or by any word that asks.

(What a fact is told in, a sentence of its own, is for `taal/situatie/kandidaat.py`.)
"""

from __future__ import annotations

import re

VRAAGT = re.compile(
    r"\?|(?:^|[.,;!\n]|\b(?:en|of|maar))\s*(?:bij |aan |met |van |voor |tot |hoe |in )?"
    r"(?:wie|wat|waar|wanneer|welke?|waarom|hoeveel|hoelang|hoe|mag|mogen|kan|kun|kunnen|moet|moeten|klopt|bestaat"
    r"|heb ik|heeft iemand|is er|zijn er)\b",
    re.IGNORECASE,
)
"""A question by its form: on the text as it was written, for the punctuation counts."""
VRAAGWOORD = re.compile(
    r"\?|\b(?:wat|welk|welke|hoe|hoelang|waarom|wanneer|wie|waar|mag|mogen|moet|moeten|kan|kunnen|kun|klopt)\b"
)
"""A word that asks, anywhere (on lower case): `ik weet niet wat ik moet doen`."""
_ALGEMEEN = re.compile(
    r"\b(?:en )?(?:wat nu|en nu|hoe nu|hoe (?:nu )?verder|hoe moet (?:dit|het) (?:nu )?verder"
    r"|wat (?:kan|kunnen|moet|moeten) (?:ik|wij|we) (?:nu |nog |dan )*(?:nog |doen|verder)?)\s*[?!.]*",
    re.IGNORECASE,
)
_WIL = re.compile(
    r"\b(?:hoeveel|bestaa[tn]|krijgt?|krijgen|heeft|(?:heb|hebben) (?:ik|wij|we|je)|is er|zijn (?:er|wij)"
    r"|is (?:dat|dit|het)|ik wil|wij willen|we willen|wil graag|nodig|ik zoek|op zoek|of|begrijp|snap|weten|benieuwd"
    r"|helpt?|uitleggen|bos niet)\b"
)


def vraagt_of_wil(woorden: str) -> bool:
    """Whether a sentence asks or wants something: loose, for who also looks for the words of a topic (bare text)."""
    return bool(VRAAGWOORD.search(woorden) or _WIL.search(woorden))


def vraagt_iets_bepaalds(tekst: str) -> bool:
    """Whether the message asks more than how to go on (`wat nu?`)."""
    return bool(VRAAGT.search(_ALGEMEEN.sub(" ", tekst)))
