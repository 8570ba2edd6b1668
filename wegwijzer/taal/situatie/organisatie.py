"""Names and nicknames of organisations in a message."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import spacy
from simplemma import is_known
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from wegwijzer.taal.situatie.lezing import MAX_LEZEN
from wegwijzer.taal.vondst import Vondst


@lru_cache(maxsize=1)
def _taal() -> Language:
    return spacy.blank("nl")


@lru_cache(maxsize=4)
def _zoekers(bijnamen: tuple[tuple[str, str], ...]) -> tuple[PhraseMatcher, PhraseMatcher]:
    """One matcher that ignores capitals and one, for capitals that are also a Dutch word (MEE), that does not."""
    nlp = _taal()
    los, letterlijk = PhraseMatcher(nlp.vocab, attr="LOWER"), PhraseMatcher(nlp.vocab, attr="ORTH")
    for naam, organisatie in bijnamen:
        if naam.strip():
            gewoon_woord = naam.isupper() and is_known(naam.lower(), lang="nl")
            (letterlijk if gewoon_woord else los).add(organisatie, [nlp.make_doc(naam.strip())])
    return los, letterlijk


def organisaties(tekst: str, bijnamen: Mapping[str, str]) -> list[Vondst]:
    """Every nickname in `tekst` (nickname -> organisation id), the longest where they overlap, in order.

    Capitals do not matter, except for a nickname given in capitals that is also an ordinary Dutch word.
    """
    doc = _taal().make_doc(tekst[:MAX_LEZEN])
    gevonden = [s for zoeker in _zoekers(tuple(bijnamen.items())) for s in zoeker(doc, as_spans=True)]
    return [Vondst("organisatie", s.label_, s.start_char, s.end_char) for s in filter_spans(gevonden)]
