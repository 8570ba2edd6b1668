"""Checks the letters: what a template may fill in, the gaps that the parent fills in, one page, no law of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.kennis.brief_bestand import TEKST
from wegwijzer.kennis.meldingen import Melding, lijkt_op
from wegwijzer.kennis.namen import Bestanden, Namen, bekend
from wegwijzer.kennis.sjabloon import WAARDEN, Fout, fouten, voorbeeld, vul_in
from wegwijzer.kennis.yaml_bestand import YamlBestand

MEESTE_WOORDEN = 260
"""A letter stays within one page."""
NAAM_GAT = "[uw naam]"
"""What every letter has: the parent signs it, not we."""
ARTIKEL = re.compile(r"\bartikel(?:en)? (\d[\w:.]*\w|\d)", re.IGNORECASE)
ZIE = "Zie 'Brief' in knowledge/README.md."


def controleer(gelezen: Bestanden, namen: Namen) -> Iterator[Melding]:
    """All faults of the letters; every file has already passed its schema."""
    termijnen = gelezen.get("termijnen.yml")
    gebeurtenissen = frozenset(g["id"] for g in termijnen.inhoud["gebeurtenissen"]) if termijnen else frozenset()
    titels: dict[str, str] = {}
    for naam, bestand in gelezen.items():
        if not naam.startswith("brieven/"):
            continue
        inhoud = bestand.inhoud
        eerder = titels.setdefault(inhoud["titel"].lower(), naam)
        if eerder != naam:
            herstel = "Kies een andere titel; als knop moet een ouder ze uit elkaar kunnen houden."
            yield bestand.fout(["titel"], f"De titel '{inhoud['titel']}' staat ook in {eerder}.", herstel)
        yield from bekend(bestand, ["onderwerpen"], "onderwerp", inhoud["onderwerpen"], namen.onderwerpen)
        yield from bekend(bestand, ["wet"], "artikel", inhoud.get("wet", []), namen.artikelen)
        verkeerd = [_melding(bestand, fout, gebeurtenissen) for fout in fouten(inhoud[TEKST], gebeurtenissen)]
        yield from verkeerd or _tekst(bestand, gebeurtenissen)


def _melding(bestand: YamlBestand, fout: Fout, gebeurtenissen: frozenset[str]) -> Melding:
    regel = bestand.regel([TEKST]) + fout.regel - 1
    if fout.soort == "woord":
        wat = f"'{fout.wat}' kan de assistent niet invullen."
        herstel = f"{lijkt_op(fout.wat, WAARDEN)}Kies uit: {', '.join(WAARDEN)}, gebeurtenissen."
    elif fout.soort == "gebeurtenis":
        wat = f"De gebeurtenis '{fout.wat}' bestaat niet."
        herstel = f"{lijkt_op(fout.wat, gebeurtenissen)}Kies een id onder 'gebeurtenissen' in termijnen.yml."
    elif fout.soort == "leeg":
        wat = f"'{fout.wat}' is niet altijd bekend."
        herstel = "Schrijf wat er dan moet staan: {{ " + fout.wat + ' or "[' + fout.wat + ']" }}.'
    else:
        wat = "Wat hier tussen {{ }} of {% %} staat, kan niet."
        herstel = f"Alleen een woord, 'or' en een hele {{% if %}} … {{% endif %}} kunnen hier. {ZIE}"
    return Melding(bestand.naam, regel, TEKST, wat, herstel)


def _tekst(bestand: YamlBestand, gebeurtenissen: frozenset[str]) -> Iterator[Melding]:
    """What the parent would get: with nothing known, and with everything."""
    for bekend_ in (False, True):
        uit = vul_in(bestand.inhoud[TEKST], voorbeeld(gebeurtenissen, bekend_))
        meldingen = list(_uit(bestand, uit))
        if meldingen:
            yield meldingen[0]
            return


def _uit(bestand: YamlBestand, uit: str) -> Iterator[Melding]:
    aantal = len(uit.split())
    if aantal > MEESTE_WOORDEN:
        herstel = "Haal weg wat niet nodig is; een brief blijft binnen één bladzijde."
        wat = f"Deze brief heeft {aantal} woorden; het mogen er hoogstens {MEESTE_WOORDEN} zijn."
        yield bestand.fout([TEKST], wat, herstel)
    if re.search(r"[\[\]]", re.sub(r"\[[^\[\]\n]+\]", "", uit)):
        herstel = "Schrijf elke plek die de ouder invult als [naam kind]: één haak ervoor, één erna."
        yield bestand.fout([TEKST], "Er staat een [ of ] die nergens bij hoort.", herstel)
    if NAAM_GAT not in uit:
        wat = f"In deze brief staat geen {NAAM_GAT}."
        yield bestand.fout([TEKST], wat, f"Sluit af met {NAAM_GAT}; de ouder zet daar zelf de naam.")
    eigen = {artikel.split("/")[1] for artikel in bestand.inhoud.get("wet", [])}
    eigen |= {WAARDEN["wetsartikel"].split()[-1]}
    for treffer in ARTIKEL.finditer(uit):
        if treffer[1] not in eigen:
            herstel = "Zet het artikel onder 'wet', of schrijf {{ wetsartikel }}; dat kiest de wet van deze school."
            yield bestand.fout([TEKST], f"Artikel {treffer[1]} staat niet bij 'wet'.", herstel)
