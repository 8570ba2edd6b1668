"""Compiles the rules that editors write in `noodhulp.yml` under `herkenning`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wegwijzer.nood.automaat import Bouw
from wegwijzer.nood.model import AFLOOP, ALTIJD, NoodRegels
from wegwijzer.nood.patroon import Patroon, ontleed, ordes
from wegwijzer.nood.woordenboek import Woordenboek

VOORAF = ("onschuldig", "verzacht")
HOOFD = ("nood", "zorg", "schrijver", AFLOOP)


class NoodRegelFout(ValueError):
    """A rule in `noodhulp.yml` cannot be read; the message says in Dutch which one and why."""


def lees_regels(noodhulp: Mapping[str, Any]) -> NoodRegels:
    """The rules of the content of `noodhulp.yml`. Raises NoodRegelFout when a rule cannot be read."""
    herkenning = noodhulp.get("herkenning")
    if not isinstance(herkenning, Mapping):
        raise NoodRegelFout("noodhulp.yml: het deel 'herkenning' ontbreekt")
    antwoorden = noodhulp.get("antwoorden") or {}
    groepen = {str(naam): list(woorden) for naam, woorden in (herkenning.get("woordgroepen") or {}).items()}
    patronen: list[Patroon] = []
    van = 0
    for ronde, soort, regel in _regels(herkenning):
        if ronde in (ALTIJD, "nood", "zorg") and soort not in antwoorden:
            raise NoodRegelFout(f"noodhulp.yml: bij '{soort}' hoort geen antwoord")
        try:
            for orde in ordes(regel):
                patronen.append(Patroon(ronde, soort, regel, ontleed(orde, groepen), van))
                van = patronen[-1].tot
        except ValueError as fout:
            raise NoodRegelFout(f"noodhulp.yml, herkenning, {ronde} {soort}: {fout}") from fout
    boek = Woordenboek(
        _lijst(herkenning, groepen, "niet_verwarren"),
        _lijst(herkenning, groepen, "niet_overslaan"),
        _lijst(herkenning, groepen, "verbeteren"),
    )
    _vul(boek, patronen)
    return NoodRegels(
        patronen=tuple(patronen),
        woordenboek=boek,
        vulwoorden=frozenset(_lijst(herkenning, groepen, "vulwoorden")),
        begin_vooraf=sum(1 << p.van for p in patronen if p.ronde in (ALTIJD, *VOORAF)),
        begin_hoofd=sum(1 << p.van for p in patronen if p.ronde in HOOFD),
        bouw=Bouw.van(patronen),
        vangt={p.tot - 1: i for i, p in enumerate(patronen)},
        voorrang=tuple(str(s) for s in herkenning.get("nood") or ()),
    )


def _lijst(herkenning: Mapping[str, Any], groepen: Mapping[str, list[Any]], naam: str) -> tuple[str, ...]:
    woorden = [str(w) for w in herkenning.get(naam) or ()]
    try:
        return ontleed("|".join(woorden), groepen)[0].woorden if woorden else ()
    except ValueError as fout:
        raise NoodRegelFout(f"noodhulp.yml, herkenning, {naam}: {fout}") from fout


def _regels(herkenning: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for ronde in VOORAF:
        for regel in herkenning.get(ronde) or ():
            yield ronde, "", str(regel)
    for ronde in (ALTIJD, *HOOFD):
        for soort, regels in (herkenning.get(ronde) or {}).items():
            for regel in regels:
                yield ronde, str(soort), str(regel)


def _vul(boek: Woordenboek, patronen: list[Patroon]) -> None:
    for patroon in patronen:
        for nummer, plek in enumerate(patroon.plekken):
            bit = patroon.van + nummer
            for woord in plek.woorden:
                boek.voeg_toe(woord, bit)
            boek.gaten |= int(plek.gat) << bit
            boek.gaten_vooraf |= int(plek.gat and patroon.ronde in (*VOORAF, AFLOOP)) << bit
            boek.wijd |= int(plek.wijd) << bit
            boek.slot |= int(plek.slot) << bit
    boek.sluit()
