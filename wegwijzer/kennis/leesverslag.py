"""`wegwijzer leesbaar`: how easy each text reads, worst first, as text, as JSON or as the page docs/readability.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from wegwijzer.kennis.leesbaarheid import FLESCH_VANAF, LAAGSTE_FLESCH, LANGSTE_ZIN, STREEF_ZIN, Maat, meet
from wegwijzer.kennis.leesteksten import Leestekst, leesteksten
from wegwijzer.kennis.vaktermen import onuitgelegd, schermen

ZONDER_UITLEG = frozenset({"onderwerpen/professional.yml"})
"""Answers for people of the trade, who know the terms."""
KOLOMMEN = (
    "teksten",
    "woorden",
    "zinnen",
    "gemiddelde zin",
    "langste zin",
    f"zinnen boven {STREEF_ZIN}",
    "mediaan Flesch-Douma",
    "laagste",
    "met een gebrek",
)


@dataclass(frozen=True)
class Regel:
    """One text with its measures, what is over a limit, and the terms that its answer leaves unexplained."""

    tekst: Leestekst
    maat: Maat
    gebreken: tuple[str, ...]

    def __str__(self) -> str:
        """`file:line: field: measures`, and each fault on a line of its own."""
        m = self.maat
        hoofd = f"{self.tekst.plek}: {m.woorden} woorden, {m.zinnen} zinnen, langste {m.langste}"
        hoofd += f", gemiddeld {m.gemiddeld:.1f}"
        if m.flesch is not None:
            hoofd += f", Flesch-Douma {m.flesch:.0f} (uitgelegde termen kort: {m.flesch_rest:.0f})"
        return "\n".join([hoofd, *(f"    {g}" for g in self.gebreken)])

    def data(self) -> dict[str, Any]:
        """For `--json`; lengths in words."""
        t, m = self.tekst, self.maat
        return {
            "bestand": t.bestand,
            "regel": t.regel,
            "veld": t.veld,
            "soort": t.soort,
            "woorden": m.woorden,
            "zinnen": m.zinnen,
            "langste_zin": m.langste,
            "gemiddelde_zin": round(m.gemiddeld, 1),
            "flesch_douma": None if m.flesch is None else round(m.flesch, 1),
            "flesch_douma_uitgelegd": None if m.flesch_rest is None else round(m.flesch_rest, 1),
            "lange_zinnen": list(m.lang),
            "ambtelijk": [list(paar) for paar in m.ambtelijk],
            "je": list(m.je),
            "gebreken": list(self.gebreken),
        }


def regels(map_: Path) -> list[Regel]:
    """Every text under `map_`, measured, the worst first. Raises KennisFout when a file cannot be read."""
    teksten = leesteksten(map_)
    termen: dict[tuple[str, str], list[str]] = {}
    for scherm, term in onuitgelegd(teksten):
        if scherm.bestand not in ZONDER_UITLEG:
            termen.setdefault((scherm.bestand, scherm.veld), []).append(f"term zonder uitleg: {term}")
    gemeten = [(t, meet(t.tekst, t.jongere)) for t in teksten]
    alle = [Regel(t, m, (*m.gebreken(), *termen.get((t.bestand, t.veld), ()))) for t, m in gemeten]
    return sorted(alle, key=_slechtheid)


def _slechtheid(regel: Regel) -> tuple[int, int, float]:
    m = regel.maat
    kort = m.flesch_rest is None or m.woorden <= FLESCH_VANAF
    return -len(regel.gebreken), -max(0, m.langste - STREEF_ZIN), 999.0 if kort else float(m.flesch_rest or 0)


def als_json(alle: Sequence[Regel]) -> str:
    """All texts and the summary per kind of file."""
    inhoud = {
        "samenvatting": [dict(zip(("soort", *KOLOMMEN), rij, strict=True)) for rij in samenvatting(alle)],
        "teksten": [r.data() for r in alle],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=2)


def samenvatting(alle: Sequence[Regel]) -> list[tuple[str | int | float, ...]]:
    """One row per kind of file and one for all together, in the order of `KOLOMMEN` after the name."""
    soorten = dict.fromkeys(r.tekst.soort for r in sorted(alle, key=lambda r: r.tekst.soort))
    groepen = [(soort, [r for r in alle if r.tekst.soort == soort]) for soort in soorten]
    return [_rij(naam, groep) for naam, groep in [*groepen, ("samen", list(alle))] if groep]


def _rij(naam: str, groep: Sequence[Regel]) -> tuple[str | int | float, ...]:
    flesch = [r.maat.flesch for r in groep if r.maat.flesch is not None and r.maat.woorden > FLESCH_VANAF]
    woorden, zinnen = sum(r.maat.woorden for r in groep), sum(r.maat.zinnen for r in groep)
    return (
        naam,
        len(groep),
        woorden,
        zinnen,
        round(woorden / max(zinnen, 1), 1),
        max(r.maat.langste for r in groep),
        sum(len(r.maat.lang) for r in groep),
        round(median(flesch)) if flesch else "",
        round(min(flesch)) if flesch else "",
        sum(bool(r.gebreken) for r in groep),
    )


def als_pagina(alle: Sequence[Regel], vandaag: date) -> str:
    """The page docs/readability.md, in Markdown."""
    return "\n".join(_pagina(alle, vandaag)) + "\n"


def _pagina(alle: Sequence[Regel], vandaag: date) -> Iterator[str]:
    yield "# Readability of the Dutch texts\n"
    yield f"Made by `wegwijzer leesbaar --schrijf docs/readability.md` on {vandaag}.\n"
    yield f"Limits: no sentence over {LANGSTE_ZIN} words and a mean of at most {STREEF_ZIN}; Flesch-Douma at least"
    yield f"{LAAGSTE_FLESCH:.0f} for texts of more than {FLESCH_VANAF} words (explained terms as two syllables);"
    yield "no officialese; `u` for adults; every technical term explained in the answer that uses it. Why:"
    yield "[decision 0016](decisions/0016-readability.md). Flesch-Douma in the table counts every syllable.\n"
    yield "| soort | " + " | ".join(KOLOMMEN) + " |"
    yield "|---|" + "--:|" * len(KOLOMMEN)
    for rij in samenvatting(alle):
        yield "| " + " | ".join(map(str, rij)) + " |"
    yield f"\n## What is over a limit ({sum(bool(r.gebreken) for r in alle)} texts)\n"
    for regel in (r for r in alle if r.gebreken):
        yield f"- `{regel.tekst.plek}`: {'; '.join(regel.gebreken)}"
    yield f"\n## Sentences of more than {STREEF_ZIN} words\n"
    for regel in alle:
        for zin in regel.maat.lang:
            yield f"- `{regel.tekst.plek}`: {zin}"
    yield "\n## The twenty texts with the lowest Flesch-Douma\n"
    yield "| text | every syllable | explained terms as two |\n|---|--:|--:|"
    lang = [r for r in alle if r.maat.woorden > FLESCH_VANAF and r.maat.flesch is not None]
    for regel in sorted(lang, key=lambda r: (r.maat.flesch, r.tekst.plek))[:20]:
        yield f"| `{regel.tekst.plek}` | {regel.maat.flesch:.0f} | {regel.maat.flesch_rest:.0f} |"
    yield f"\nAnswers and steps looked at for unexplained terms: {len(list(schermen([r.tekst for r in alle])))}."
