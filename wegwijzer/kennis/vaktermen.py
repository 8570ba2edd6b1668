"""Whether each technical term is explained in the answer that uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wegwijzer.kennis.leesteksten import Leestekst
from wegwijzer.kennis.leeswoorden import VAKTERMEN

SCHERM = {"onderwerp": ("antwoord", "doe_nu"), "pad": ("doel", "doe", "bereid_voor")}
"""Kind of file → fields that stand on one screen together, the first of them first."""
ACHTEREEN = frozenset({"pad"})
"""What a parent walks through in order: a term that an earlier step explained is known in the next."""
APART = "eenvoudig"
"""The field that is shown alone, instead of the others."""


def schermen(teksten: Iterable[Leestekst]) -> Iterator[Leestekst]:
    """One text for each answer of a topic or variant, one for the whole road, and each `eenvoudig`; no other texts."""
    bij: dict[tuple[str, str], list[Leestekst]] = {}
    for tekst in teksten:
        boven, _, veld = tekst.veld.rpartition(".")
        if veld == APART:
            bij[tekst.bestand, tekst.veld] = [tekst]
        elif veld in SCHERM.get(tekst.soort, ()):
            bij.setdefault((tekst.bestand, "" if tekst.soort in ACHTEREEN else boven), []).append(tekst)
    for delen in bij.values():
        eerste = delen[0]
        samen = "\n\n".join(t.tekst.strip() for t in delen)
        yield Leestekst(eerste.bestand, eerste.regel, eerste.veld, eerste.soort, samen, eerste.jongere)


def onuitgelegd(teksten: Iterable[Leestekst]) -> list[tuple[Leestekst, str]]:
    """Every answer with a term that it does not explain: the answer and the term."""
    return [(t, v.term) for t in schermen(teksten) for v in VAKTERMEN if v.onuitgelegd(t.tekst)]
