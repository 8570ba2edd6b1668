"""Never the same text twice in a row: what was just said comes back shorter, and then with who can help further."""

from __future__ import annotations

from dataclasses import replace
from zlib import crc32

from wegwijzer.gesprek import eenvoudig, stappen
from wegwijzer.gesprek.duiding import ZO_GOED_ALS_ZEKER, Duiding
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN, Onderwerp
from wegwijzer.pad import kaart

NOG_EENS = "nog:"
"""In `Toestand.getoond`, with the topic's id: its short form was given."""
GEHAD = "gehad:"
"""In `Toestand.getoond`, with the topic's id: its text was given; not once more in full on a mere guess."""
GEVRAAGD = 0
"""In `Toestand.gezegd`: the parent asked for the step itself."""
LANG = 25
"""From so many words on a text is noticed when it comes back."""


def anders_gezegd(antwoord: Antwoord, gekozen: Onderwerp, bericht: Bericht, toestand: Toestand, huis: Huis) -> Antwoord:
    """`antwoord`, or another form of it where the parent read just that (`Toestand.laatst`)."""
    merk = f"{NOG_EENS}{gekozen.id}"
    if toestand.laatst != f"onderwerp:{gekozen.id}":
        gehad = f"{GEHAD}{gekozen.id}"
        eerder = gehad in toestand.getoond
        if not eerder:
            toestand.getoond.append(gehad)
        gegokt = bericht.kans < ZO_GOED_ALS_ZEKER and toestand.gekozen(bericht.tekst) is None
        if not eerder or not gegokt or merk in toestand.getoond:
            return antwoord
    keer = toestand.getoond.count(merk)
    toestand.getoond.append(merk)
    if keer == 1:
        return antwoord
    if keer == 0:
        kort = eenvoudig.van_onderwerp(gekozen.id, bericht, toestand, huis)
        tekst = f"{huis.kennis.tekst('kort_gezegd')} {kort.tekst}"
        return Antwoord(tekst, antwoord.knoppen, antwoord.custom)
    regels = [huis.kennis.tekst("weet_niet_meer")]
    contact = kaart.eerste_contact(antwoord.custom)
    advies = [kaart.van_organisatie(o) for n in huis.kennis.altijd if (o := huis.kennis.organisaties.get(n))]
    regels += eenvoudig.contactregel(contact, huis)
    regels += [
        huis.kennis.tekst("stap_contact", wie=k.wie, contact=k.tekst(1))
        for k in advies[:1]
        if k.tekst(1) and (contact is None or contact.wie != k.wie)
    ]
    return Antwoord("\n".join(regels), antwoord.knoppen, antwoord.custom)


def niet_nog_eens(uit: Beurt, duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The turn without a step that was in the turn before it too: then in easy words, unless asked for it once more."""
    if uit.toestand is not toestand:
        return uit
    eerder, toestand.gezegd = toestand.gezegd, [_merk(a) for a in uit.antwoorden if len(a.tekst.split()) >= LANG]
    doel = duiding.knop.doel if duiding.knop else str(duiding.label)
    if doel.startswith(("herhaal", "volgende_stap")):
        toestand.gezegd.append(GEVRAAGD)
    if (GEVRAAGD in toestand.gezegd and GEVRAAGD not in eerder) or toestand.taal:
        return uit
    antwoorden = [
        _korter(a, bericht, toestand, huis) if "stap" in a.custom and _merk(a) in eerder else a for a in uit.antwoorden
    ]
    return replace(uit, antwoorden=tuple(antwoorden))


def net_gezegd(tekst: str, toestand: Toestand) -> bool:
    """Whether a reply with just this text was in the turn before."""
    return crc32(tekst.encode()) in toestand.gezegd


def _korter(antwoord: Antwoord, bericht: Bericht, toestand: Toestand, huis: Huis) -> Antwoord:
    """A step in easy words; the advice line stays at every step."""
    kort = eenvoudig.stap(STAPPEN[int(antwoord.custom["stap"]) - 1], bericht, toestand, huis)
    advies = stappen.tekst_met_nummers("tussendoor", huis)
    regels = [kort.tekst, *([advies] if advies in antwoord.tekst else [])]
    return replace(kort, tekst="\n".join(regels), knoppen=antwoord.knoppen)


def _merk(antwoord: Antwoord) -> int:
    return crc32(antwoord.tekst.encode())
