"""Never the same text twice in a row: what was just said comes back shorter, and then with who can help further."""

from __future__ import annotations

from wegwijzer.gesprek import eenvoudig
from wegwijzer.gesprek.model import Antwoord, Bericht, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad import kaart

NOG_EENS = "nog:"
"""In `Toestand.getoond`, with the topic's id: its short form was given."""


def anders_gezegd(antwoord: Antwoord, gekozen: Onderwerp, bericht: Bericht, toestand: Toestand, huis: Huis) -> Antwoord:
    """`antwoord`, or another form of it where the parent read just that (`Toestand.laatst`)."""
    merk = f"{NOG_EENS}{gekozen.id}"
    if toestand.laatst != f"onderwerp:{gekozen.id}":
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
