"""A field that is missing, misspelt, of the wrong kind or wrongly written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from breuken import Breuk

TOPIC, LIJN = "onderwerpen/pesten.yml", "organisaties/advieslijn.yml"
PO2305, TUIN, WPO = "samenwerkingsverbanden/PO2305.yml", "initiatieven/overijssel.yml", "wetten/wpo.yml"
VRAAG = "  - de juf doet niets tegen het pesten\n"
VRAGEN = """vragen:
  - ze wordt gepest op school
  - hij wordt elke dag geplaagd
  - wat doe ik tegen pesten
  - pesten in de klas
""" + VRAAG

BREUKEN = [
    Breuk("veld ontbreekt", TOPIC, "urgentie: 4\n", "", "id: pesten", "urgentie", "'urgentie' ontbreekt", "urgentie: …"),
    Breuk("veld in lijst ontbreekt", TOPIC, "    stand: onbekend\n", "", "- bron:", "bronnen.1.stand", "'stand' ontbreekt", "onbekend"),
    Breuk("typfout in veld", TOPIC, "doe_nu:", "doe_nou:", "doe_nou", "doe_nou", "'doe_nou' bestaat hier niet", "'doe_nu'"),
    Breuk("lijst vergeten", TOPIC, "voor: [po, vo]", "voor: po", "voor", "voor", "'po', maar het moet een lijst", "- "),
    Breuk("getal als tekst", TOPIC, "urgentie: 4", "urgentie: vier", "urgentie", "urgentie", "'vier', maar het moet een heel getal", "getal"),
    Breuk("getal te groot", TOPIC, "urgentie: 4", "urgentie: 9", "urgentie", "urgentie", "9", "hoogstens 8"),
    Breuk("tekst als getal", LIJN, "waarde: 010-000 00 00", "waarde: 112", "waarde: 112", "contact.1.waarde", "'112', maar het moet tekst", '"112"'),
    Breuk("leeg antwoord", TOPIC, "  Vraag de school om een gesprek.\n", "", "antwoord", "antwoord", "leeg", "antwoord"),
    Breuk("leeg veld", TOPIC, "doe_nu: Vraag vandaag een gesprek aan.", "doe_nu:", "doe_nu", "doe_nu", "leeg", "tekst"),
    Breuk("te weinig vragen", TOPIC, VRAAG, "", "vragen:", "vragen", "Hier staan er 4", "5 verschillende"),
    Breuk("lege vragenlijst", TOPIC, VRAGEN, "vragen: []\n", "vragen", "vragen", "Hier staan er 0", "5"),
    Breuk("vraag twee keer", TOPIC, VRAAG, "  - pesten in de klas  # §\n" + VRAAG, "§", "vragen.5", "staat al eerder", "Haal"),
    Breuk("titel te lang", TOPIC, "titel: Mijn", "titel: " + "heel " * 10 + "Mijn", "titel", "titel", "tekens lang", "48"),
    Breuk("onbekende schoolsoort", TOPIC, "[po, vo]", "[po, havo]", "havo", "voor.2", "'havo' kan hier niet", "Kies uit: po"),
    Breuk("slechte zekerheid", TOPIC, "zekerheid: midden", "zekerheid: redelijk", "redelijk", "bronnen.1.zekerheid", "'redelijk'", "hoog, midden of laag"),
    Breuk("slechte stand", TOPIC, "stand: onbekend", "stand: vorig jaar", "vorig", "bronnen.1.stand", "'vorig jaar'", "2024-08"),
    Breuk("onmogelijke stand", WPO, "stand: 2024-08-01", "stand: 2024-13", "2024-13", "artikelen.4b.stand", "geen bestaande datum", "onbekend"),
    Breuk("onmogelijke dag", TOPIC, "gezien: 2026-01-10", "gezien: 2026-02-30", "2026-02-30", "bronnen.1.gezien", "geen bestaande dag", "2026-11-22"),
    Breuk("Nederlandse datum", TOPIC, "gezien: 2026-01-10", "gezien: 10-01-2026", "10-01", "bronnen.1.gezien", "'10-01-2026'", "2026-11-22"),
    Breuk("in de toekomst", TOPIC, "gezien: 2026-01-10", "gezien: 2091-01-10", "2091", "bronnen.1.gezien", "toekomst", "las"),
    Breuk("bron zonder adres", TOPIC, "bron: https://www.voorbeeld.nl/pesten", "bron: folder", "folder", "bronnen.1.bron", "'folder'", "https://"),
    Breuk("telefoon", LIJN, "010-000 00 00", "0100000000", "0100000000", "contact.1.waarde", "geen telefoonnummer in onze vorm", "010-484 25 76"),
    Breuk("mail", LIJN, "info@voorbeeld.nl", "info(at)voorbeeld.nl", "(at)", "contact.2.waarde", "geen mailadres", "info@"),
    Breuk("site", LIJN, "waarde: https://www.voorbeeld.nl", "waarde: www.voorbeeld.nl", "waarde: www", "contact.3.waarde", "geen webadres", "https://"),
    Breuk("dag bestaat niet", LIJN, "ma-vr 09", "ma-vrij 09", "ma-vrij", "contact.1.tijden", "geen openingstijden", "ma-vr 09:00"),
    Breuk("afkorting van dag", LIJN, "ma-vr 09", "ma-fr 09", "ma-fr", "contact.1.tijden", "'fr' is geen dag", "ma-vr"),
    Breuk("dicht voor open", LIJN, "13:30-16:30", "16:30-13:30", "tijden", "contact.1.tijden", "eindigt voor het begin", "ma-vr"),
    Breuk("tijd bestaat niet", LIJN, "13:30-16:30", "13:30-26:30", "tijden", "contact.1.tijden", "tijd die niet bestaat", "ma-vr"),
    Breuk("soort contact", LIJN, "soort: telefoon", "soort: telefon", "telefon", "contact.1.soort", "'telefon'", "'telefoon'"),
    Breuk("code", PO2305, "code: PO2305", "code: PO-2305", "code:", "code", "'PO-2305'", "PO2305, VO2810"),
    Breuk("postcode zonder quotes", PO2305, "['7715']", "[7715]", "7715", "gemeenten_deels.Staphorst.1", "'7715', maar het moet tekst", '"7715"'),
    Breuk("postcode met letters", PO2305, "['7715']", "['7715 AB']", "7715", "gemeenten_deels.Staphorst.1", "'7715 AB'", "vier cijfers"),
    Breuk("initiatief zonder naam", TUIN, "    naam: De Tuin\n", "", "- id: tuin", "initiatieven.1.naam", "'naam' ontbreekt", "naam: …"),
    Breuk("wet zonder artikelen", WPO, None, "id: wpo\nnaam: W\nafkorting: W\nbwb: BWBR0003420\nbron: https://www.voorbeeld.nl\nartikelen: {}\n", "artikelen", "artikelen", "Hier staan er 0", "velden"),
    Breuk("tekst leeg", "teksten.yml", 'laag: "Zin."', "laag: []", "laag", "laag", "Hier staan er 0", "lijst"),
]  # fmt: skip


@pytest.mark.parametrize("breuk", BREUKEN, ids=lambda b: b.naam)
def test_verkeerd_veld_geeft_eigen_melding(breuk: Breuk, geeft_melding: Callable[[Breuk], None]) -> None:
    """One message, at the line and with a remedy."""
    geeft_melding(breuk)
