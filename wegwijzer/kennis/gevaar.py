"""Checks the danger rules in noodhulp.yml: a rule that cannot be read would let danger pass unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.yaml_bestand import YamlBestand
from wegwijzer.nood import NoodRegelFout, lees_regels

HERSTEL = "Verbeter de regel; bovenaan 'herkenning' in noodhulp.yml staat hoe u regels schrijft."


@lru_cache(maxsize=2)
def controleer(bestand: YamlBestand) -> tuple[Melding, ...]:
    """A message for each rule that cannot be read; nothing when all of them can. Remembers what it said of a file."""
    return tuple(_meldingen(bestand))


def _meldingen(bestand: YamlBestand) -> Iterator[Melding]:
    fout = _fout(bestand.inhoud)
    if fout is None:
        return
    gezegd: set[tuple[str, str]] = set()
    for pad, inhoud in _los(bestand.inhoud):
        if (eigen := _fout(inhoud)) and (str(pad[:-1]), eigen) not in gezegd:
            gezegd.add((str(pad[:-1]), eigen))
            yield bestand.fout(pad, f"Deze regel is niet te lezen: {_kort(eigen)}.", HERSTEL)
    if not gezegd:
        yield bestand.fout(["herkenning"], f"De regels zijn niet te lezen: {_kort(fout)}.", HERSTEL)


def _fout(noodhulp: Mapping[str, Any]) -> str | None:
    try:
        lees_regels(noodhulp)
    except NoodRegelFout as fout:
        return str(fout)
    except Exception as fout:
        return f"de opbouw klopt niet ({type(fout).__name__})"
    return None


def _los(noodhulp: Mapping[str, Any]) -> Iterator[tuple[list[Any], Mapping[str, Any]]]:
    """Each rule alone, with where it stands: so that a message can point at its line."""
    herkenning = noodhulp.get("herkenning")
    if not isinstance(herkenning, dict):
        return
    groepen = {"woordgroepen": herkenning.get("woordgroepen") or {}}
    for deel, inhoud in herkenning.items():
        if deel == "woordgroepen":
            continue
        for soort, regels in inhoud.items() if isinstance(inhoud, dict) else [(None, inhoud)]:
            for nummer, regel in enumerate(regels or ()):
                pad = ["herkenning", deel, nummer] if soort is None else ["herkenning", deel, soort, nummer]
                alleen = [regel] if soort is None else {soort: [regel]}
                yield pad, {**noodhulp, "herkenning": {**groepen, deel: alleen}}


def _kort(fout: str) -> str:
    """Without the file and place, which the message has already."""
    return fout.rsplit(": ", 1)[-1].rstrip(".")
