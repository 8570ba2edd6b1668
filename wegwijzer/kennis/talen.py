"""Checks knowledge/talen: six languages, each with every danger of noodhulp.yml and the numbers that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wegwijzer.kennis import teksten
from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.model import TALEN
from wegwijzer.kennis.yaml_bestand import YamlBestand

ZORG = ("ouder_op", "zorgvraag", "zorgvraag_jongere")
"""Kinds of noodhulp.yml that are a caring question, not an alarm."""
RECHTS_NAAR_LINKS = frozenset({"ar"})
ONGEZIEN = "niet nagekeken"
"""What `noot` must say of a text that no native speaker has read."""
MET_PLAATS = frozenset({"pc4", "welke", "school_zelfde_plaats"})
"""Questions that name the place."""
LOSSE: tuple[str, ...] = ("intro", "stap_kop", "speciaal", "niet_zeker", "alle_stappen", "mens")
LOSSE += ("verder", "buiten_bereik", "geredigeerd")
RIJEN = ("stappen", "vragen", "knoppen", "nood", "zorg")


def controleer(gelezen: dict[str, YamlBestand], telefoons: dict[str, bool]) -> Iterator[Melding]:
    """All faults; every file has already passed its own schema."""
    nood = gelezen["noodhulp.yml"].inhoud["antwoorden"] if "noodhulp.yml" in gelezen else {}
    for code in TALEN:
        naam = f"talen/{code}.yml"
        if naam not in gelezen:
            herstel = "Zet het bestand terug, of kopieer een andere taal en vertaal die."
            yield Melding(naam, 1, "", "Dit bestand ontbreekt.", herstel)
            continue
        yield from _kop(gelezen[naam])
        yield from _nood(gelezen[naam], nood, telefoons)
        yield from _gaten(gelezen[naam], telefoons)


def _kop(bestand: YamlBestand) -> Iterator[Melding]:
    inhoud = bestand.inhoud
    richting = "rtl" if inhoud["code"] in RECHTS_NAAR_LINKS else "ltr"
    if inhoud["richting"] != richting:
        kant = "rechts naar links" if richting == "rtl" else "links naar rechts"
        yield bestand.fout(["richting"], f"{inhoud['naam']} leest men van {kant}.", f"Schrijf 'richting: {richting}'.")
    ongezien = ONGEZIEN in inhoud["noot"].lower()
    if not inhoud["nagekeken"] and not ongezien:
        herstel = f"Schrijf bij 'noot': {ONGEZIEN.capitalize()} door een moedertaalspreker."
        yield bestand.fout(["noot"], "Deze taal is niet nagekeken, maar de noot zegt dat niet.", herstel)
    if inhoud["nagekeken"] and ongezien:
        herstel = "Schrijf wie de teksten las en wanneer, of zet 'nagekeken' op false."
        yield bestand.fout(["noot"], "De noot zegt nog dat deze taal niet is nagekeken.", herstel)


def _nood(bestand: YamlBestand, nood: dict[str, Any], telefoons: dict[str, bool]) -> Iterator[Melding]:
    """Each kind of danger has its text here, and each number that the Dutch text can show is in it."""
    for soort, antwoord in nood.items():
        rij = "zorg" if soort in ZORG else "nood"
        tekst = bestand.inhoud[rij].get(soort)
        if tekst is None:
            herstel = f"Voeg onder '{rij}' een regel '{soort}: …' toe: de vertaling van die tekst in noodhulp.yml."
            fout = bestand.fout([rij, soort], f"De tekst voor '{soort}' ontbreekt.", herstel)
            yield Melding(fout.bestand, bestand.regel([rij]), fout.veld, fout.wat, fout.herstel)
            continue
        gevonden = set(teksten.vulplekken(tekst))
        for gat in dict.fromkeys(teksten.vulplekken(antwoord["tekst"])):
            bekend = gat is not None and telefoons.get(gat.removeprefix("tel:"), False)
            if bekend and gat not in gevonden and None not in gevonden:
                herstel = f"Zet {{{gat}}} in de vertaling, op de plek van het nummer."
                yield bestand.fout([rij, soort], f"In het Nederlands staat hier {{{gat}}}, in deze taal niet.", herstel)
    for rij in ("nood", "zorg"):
        for soort in bestand.inhoud[rij]:
            if soort not in nood or (soort in ZORG) != (rij == "zorg"):
                herstel = "Gebruik de namen onder 'antwoorden' in noodhulp.yml; een zorgvraag staat onder 'zorg'."
                yield bestand.fout([rij, soort], f"'{soort}' kan hier niet.", herstel)


def _gaten(bestand: YamlBestand, telefoons: dict[str, bool]) -> Iterator[Melding]:
    """Between `{ }` stand only numbers, and in the questions the place."""
    inhoud = bestand.inhoud
    alle: list[tuple[list[Any], str]] = [([veld], inhoud[veld]) for veld in LOSSE]
    alle += [([rij, naam], tekst) for rij in RIJEN for naam, tekst in inhoud[rij].items()]
    for pad, tekst in alle:
        gaten = list(teksten.vulplekken(tekst))
        for gat in gaten:
            naam, _, organisatie = str(gat).partition(":")
            if gat is None:
                yield bestand.fout(pad, "Er staat een { of } die nergens bij hoort.", "Zet om elk vulwoord { en }.")
            elif naam == teksten.TEL and pad[0] in ("mens", "nood", "zorg"):
                yield from teksten.nummer(bestand, pad, organisatie, telefoons)
            elif naam != "plaats" or pad[0] != "vragen":
                herstel = "Een nummer ({tel:organisatie}) kan in mens, nood en zorg; {plaats} alleen in vragen."
                yield bestand.fout(pad, f"{{{gat}}} kan de assistent hier niet invullen.", herstel)
        if pad[-1] in MET_PLAATS and "plaats" not in gaten and None not in gaten:
            yield bestand.fout(pad, "In deze vraag moet {plaats} staan.", "Zet {plaats} waar de plaatsnaam komt.")
    if not any(str(g).startswith("tel:") for g in teksten.vulplekken(inhoud["mens"])):
        herstel = "Zet er een nummer in, als {tel:ouders_en_onderwijs}."
        yield bestand.fout(["mens"], "De ouder kan niemand bellen: er staat geen nummer in.", herstel)
