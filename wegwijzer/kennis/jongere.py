"""The knowledge as a pupil reads it: where a text has words for a pupil (`jongere`), those; the rest as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from wegwijzer.kennis.model import Kennis, Onderwerp, Stap

ACHTERVOEGSEL = "_jongere"
"""Ends the name of a text of teksten.yml that a pupil gets instead of the text of that name without it."""
ANDERE_SCHOOL = frozenset({"onderwijssoort", "richting"})
_U = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)


def voor_jongere(kennis: Kennis) -> Kennis:
    """The same version of `kennis`, in which every text that has words for a pupil says those."""
    teksten = dict(kennis.teksten)
    teksten |= {s.removesuffix(ACHTERVOEGSEL): t for s, t in kennis.teksten.items() if s.endswith(ACHTERVOEGSEL)}
    return replace(
        kennis,
        teksten=teksten,
        stappen={id_: _stap(s) for id_, s in kennis.stappen.items()},
        onderwerpen={id_: _onderwerp(o) for id_, o in kennis.onderwerpen.items()},
    )


def spreekt_ouders_aan(tekst: str) -> bool:
    """Whether a text says `u`: then it was written for parents."""
    return _U.search(tekst) is not None


def _stap(stap: Stap) -> Stap:
    eigen: dict[str, Any] = {
        naam: tuple(waarde) if isinstance(waarde, list) else waarde for naam, waarde in (stap.jongere or {}).items()
    }
    return replace(stap, **eigen)


def _onderwerp(onderwerp: Onderwerp) -> Onderwerp:
    """With the pupil's words, and only the variants of another kind of school: there the facts differ."""
    eigen = onderwerp.jongere
    if eigen is None:
        return onderwerp
    return replace(
        onderwerp,
        antwoord=eigen.antwoord,
        doe_nu=eigen.doe_nu,
        eenvoudig=eigen.eenvoudig,
        contact=onderwerp.contact if eigen.contact is None else eigen.contact,
        varianten=tuple(v for v in onderwerp.varianten if v.als.keys() & ANDERE_SCHOOL),
    )
