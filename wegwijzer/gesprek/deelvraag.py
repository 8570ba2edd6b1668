"""A question within a topic that has an answer of its own: "wat is het verschil tussen sbo en so?"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Deelvraag, Herkomst, Onderwerp
from wegwijzer.taal.schoon import kaal

MEESTE = 14
"""A message that asks what a word means has at most so many words."""
_VERSCHIL = re.compile(r"\b(?:verschil|verschillen|verschilt|hetzelfde|beter)\b")
BEZWAAR = "bezwaar"
_KAN = re.compile(r"\b(?:kan|kun|kunnen|mag|mogen|mogelijk|hoe|hoe ?lang|tot wanneer|bij wie|waar|is er|bestaat)\b")
_KLEIN = r"(?: (?:dan|nou|nu|eigenlijk|precies|een|het|de|dat|op)){0,3}"


def vraag_van(tekst: str, onderwerp: Onderwerp) -> Deelvraag | None:
    """The question of this topic whose words are all in the message, where it asks what they mean."""
    return _vraag_in(kaal(tekst), onderwerp)


def _vraag_in(woorden: str, onderwerp: Onderwerp) -> Deelvraag | None:
    if not onderwerp.deelvragen or len(woorden.split()) > MEESTE:
        return None
    return next((d for d in onderwerp.deelvragen if _staat_erin(d, woorden) and _vraagt(d, woorden)), None)


def over_bezwaar(onderwerp: Onderwerp) -> Deelvraag | None:
    """Its answer to whether and until when one can object."""
    return next((d for d in onderwerp.deelvragen if _over_bezwaar(d)), None)


def _over_bezwaar(vraag: Deelvraag) -> bool:
    return any(BEZWAAR in vormen.split("|") for vormen in vraag.woorden)


def duid(tekst: str, huis: Huis) -> Duiding | None:
    """The topic of which the message asks such a question."""
    woorden = kaal(tekst)
    for onderwerp in huis.kennis.onderwerpen.values():
        if _vraag_in(woorden, onderwerp) is not None:
            return Duiding(
                "onderwerp", onderwerp.id, onderwerpen=(onderwerp.id,), waarom="vraagt wat een woord betekent"
            )
    return None


def met_antwoord(onderwerp: Onderwerp, tekst: str) -> Onderwerp:
    """The topic with the answer to the question that the message asks of it; the topic itself without one."""
    vraag = vraag_van(tekst, onderwerp)
    if vraag is None:
        return onderwerp
    bron = Herkomst(vraag.bron, vraag.gezien, vraag.stand, vraag.zekerheid)
    return replace(
        onderwerp,
        antwoord=vraag.antwoord,
        doe_nu=vraag.doe_nu or onderwerp.doe_nu,
        eenvoudig=None,
        varianten=(),
        contact=tuple(c for c in onderwerp.contact if c not in ("swv", "school")),
        bronnen=(bron, *onderwerp.bronnen),
    )


def _staat_erin(vraag: Deelvraag, woorden: str) -> bool:
    """Each of its words stands in the message in one of its forms, each form counted once, the longest first."""
    rest = woorden
    for vormen in vraag.woorden:
        rest, aantal = _vorm(vormen).subn(" ", rest, count=1)
        if not aantal:
            return False
    return True


def _vraagt(vraag: Deelvraag, woorden: str) -> bool:
    """Whether the message asks what one of the words means, or how the words differ."""
    if _VERSCHIL.search(woorden) or (_over_bezwaar(vraag) and _KAN.search(woorden)):
        return True
    return _wat_is("|".join(vraag.woorden)).search(woorden) is not None


@lru_cache(maxsize=64)
def _wat_is(vormen: str) -> re.Pattern[str]:
    vorm = "|".join(map(re.escape, sorted(vormen.split("|"), key=len, reverse=True)))
    return re.compile(
        rf"\bwat (?:is|zijn|betekent|houdt|doet){_KLEIN} (?:{vorm})(?!\w)"
        rf"|(?<!\w)(?:{vorm}) (?:\w+ ){{0,3}}?wat (?:is|betekent|houdt) dat\b"
    )


@lru_cache(maxsize=64)
def _vorm(vormen: str) -> re.Pattern[str]:
    lang_eerst = sorted(vormen.split("|"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, lang_eerst))})(?!\w)")
