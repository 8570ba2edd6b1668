"""The learned danger net under the rules of `nood/`: what it learns from, and how it reads a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.taal.herkenner import Herkenner
from wegwijzer.taal.schoon import zinnen

ANDERS = "anders"
"""The label of what is no danger."""
ZORG = "zorgvraag"
"""The label of what asks for a caring question and not for an alarm (a key of `antwoorden` in `noodhulp.yml`)."""
ELKE = 3
"""Of the topics' questions one in so many teaches what is no danger."""
SOORT = {"crisis_kind_suicidaal": "suicide"}
"""Topics whose questions are danger, and of which kind."""
NIET = ("crisis_ouder_op", "veiligheid_thuis", "onveilig_op_school_geweld")
"""Topics that hold both danger and what is none: their questions teach nothing here."""
MEESTE_ZINNEN = 8
"""Of a long message so many sentences are read one by one: the first and the last."""
KORTSTE_ZIN = 4
"""A sentence of fewer words says too little on its own (words)."""


def bestanden(map_: Path) -> list[dict[str, Any]]:
    """The content of the files in `map_` (`data/nood`): sentences by kind under `gevaar`, others under `bijna`; what
    asks for a caring question under `zorg`, where a file has that."""
    return [yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in sorted(map_.glob("*.yml"))]


def voorbeelden(gegevens: Iterable[Mapping[str, Any]], vragen: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """`(sentence, kind or ANDERS)`: from the `bestanden` and from `vragen`, `(question, topic)`."""
    paren: list[tuple[str, str]] = []
    for bestand in gegevens:
        paren += [(str(zin), str(soort)) for soort, deel in bestand["gevaar"].items() for zin in deel]
        paren += [(str(zin), ANDERS) for zin in bestand["bijna"]]
        paren += [(str(zin), ZORG) for zin in bestand.get("zorg", ())]
    veilig = []
    for vraag, onderwerp in vragen:
        if onderwerp in SOORT:
            paren.append((vraag, SOORT[onderwerp]))
        elif onderwerp not in NIET:
            veilig.append((vraag, ANDERS))
    return paren + veilig[::ELKE]


def leer(paren: Sequence[tuple[str, str]], net: Herkenner) -> Herkenner:
    """Fit `net` on `(sentence, label)` pairs."""
    return net.leer([zin for zin, _ in paren], [soort for _, soort in paren])


def delen(tekst: str) -> list[str]:
    """The whole message, then its sentences where it holds several that say something."""
    los = [z for z in zinnen(tekst) if len(z.split()) >= KORTSTE_ZIN]
    if len(los) > MEESTE_ZINNEN:
        los = [*los[: MEESTE_ZINNEN // 2], *los[-MEESTE_ZINNEN // 2 :]]
    return [tekst, *(los if len(los) > 1 else [])]


def lees(tekst: str, net: Herkenner) -> list[dict[str, float]]:
    """For each of the `delen` of `tekst` the chance by kind of danger; what is left to 1 is the chance of none."""
    return [
        {naam: round(float(kans), 4) for naam, kans in zip(net.labels, rij, strict=True) if naam != ANDERS}
        for rij in net.kansen(delen(tekst))
    ]
