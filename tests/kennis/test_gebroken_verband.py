"""A name that does not exist elsewhere, a thing said twice, a gap that cannot be filled, a rule that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from breuken import Breuk

TOPIC, PLEK, LIJN = "onderwerpen/pesten.yml", "onderwerpen/plek.yml", "organisaties/advieslijn.yml"
PO2305, STREEK, TUIN = "samenwerkingsverbanden/PO2305.yml", "regio/streek.yml", "initiatieven/overijssel.yml"
BRONNEN = """bronnen:
  - bron: https://www.voorbeeld.nl/pesten
    gezien: 2026-01-10
    stand: onbekend
    zekerheid: midden
"""

BREUKEN = [
    Breuk("id is geen bestandsnaam", PLEK, "id: plek", "id: plekken", "id:", "id", "'plekken' is niet de naam", "plekken.yml"),
    Breuk("onbekend contact", TOPIC, "[swv, advieslijn]", "[swv, advislijn]", "contact:", "contact.2", "'advislijn' bestaat niet", "'advieslijn'"),
    Breuk("onbekend contact in variant", PLEK, "contact: [advieslijn]", "contact: [oom]", "oom", "varianten.1.contact.1", "'oom'", "organisaties"),
    Breuk("onbekend onderwerp", TOPIC, "  - plek", "  - plak", "- plak", "verder.1", "'plak' bestaat niet", "'plek'"),
    Breuk("naar zichzelf", TOPIC, "  - plek", "  - plek\n  - pesten  # zelf", "# zelf", "verder.2", "zichzelf", "ander onderwerp"),
    Breuk("onbekend artikel", TOPIC, "[wpo/4b]", "[wpo/4c]", "wpo/4c", "wet.1", "'wpo/4c' staat niet", "wpo/4b"),
    Breuk("geen bron", TOPIC, BRONNEN, "bronnen: []\n", "bronnen", "bronnen", "geen bron", "gezien, stand en zekerheid"),
    Breuk("telefoon in antwoord", TOPIC, "om een gesprek.", "om een gesprek: 010-000 00 00.", "antwoord", "antwoord", "telefoonnummer", "contact"),
    Breuk("mobiel in doe_nu", TOPIC, "doe_nu: Vraag", "doe_nu: App 06 00000000. Vraag", "doe_nu", "doe_nu", "telefoonnummer", "contact"),
    Breuk("mail in antwoord", TOPIC, "om een gesprek.", "om een gesprek via a@voorbeeld.nl.", "antwoord", "antwoord", "mailadres", "contact"),
    Breuk("telefoon in tekst", "teksten.yml", 'laag: "Zin', 'laag: "Bel 0800-0000', "laag", "laag", "telefoonnummer", "contact"),
    Breuk("vulwoord in antwoord", TOPIC, "om een gesprek.", "{tel:advieslijn}.", "antwoord", "antwoord", "niets tussen", "gewone tekst"),
    Breuk("zelfde vraag", PLEK, "  - welke plekken zijn er bij ons", "  - Ze wordt gepest, op school?", "gepest", "vragen.4", "onderwerpen/pesten.yml", "beste antwoord"),
    Breuk("zelfde titel", PLEK, "titel: Is er een andere plek?", "titel: Mijn kind wordt gepest", "titel", "titel", "onderwerpen/pesten.yml", "andere titel"),
    Breuk("onbekende code", STREEK, "swv: [PO2305]", "swv: [PO2304]", "swv:", "swv.1", "'PO2304' bestaat niet", "'PO2305'"),
    Breuk("onbekende code in variant", PLEK, "swv: [PO2305]", "swv: [VO2305]", "swv:", "varianten.1.als.swv.1", "'VO2305'", "PO2305"),
    Breuk("onbekende gemeente", PO2305, "[Zwolle]", "[Zwole]", "Zwole", "gemeenten.1", "'Zwole' bestaat niet", "'Zwolle'"),
    Breuk("onbekende gesplitste gemeente", PO2305, "  Staphorst:", "  Staphost:", "Staphost", "gemeenten_deels.Staphost", "'Staphost'", "'Staphorst'"),
    Breuk("gemeente dubbel", PO2305, "[Zwolle]", "[Zwolle, Staphorst]", "  Staphorst:", "gemeenten_deels.Staphorst", "ook bij 'gemeenten'", "gemeenten_deels"),
    Breuk("gemeente in regio", STREEK, "gemeenten: [Zwolle]", "gemeenten: [Zwol]", "Zwol", "gemeenten.1", "'Zwol'", "'Zwolle'"),
    Breuk("gemeente van initiatief", TUIN, "gemeente: Zwolle", "gemeente: Hattem", "Hattem", "initiatieven.1.gemeente", "'Hattem'", "gemeenten.csv"),
    Breuk("sector past niet", PO2305, "sector: po", "sector: vo", "sector", "sector", "past niet bij code", "PO hoort bij sector po"),
    Breuk("stappen verwisseld", "pad.yml", "- id: school", "- id: klacht", "- id: klacht", "stappen.1.id", "moet 'school' zijn", "volgorde"),
    Breuk("stap verkeerd genummerd", "pad.yml", "nummer: 2", "nummer: 7", "nummer: 7", "stappen.2.nummer", "volgorde", "Schrijf 2"),
    Breuk("organisatie van stap", "pad.yml", "organisaties: [advieslijn]", "organisaties: [lijn]", "[lijn]", "stappen.1.organisaties.1", "'lijn'", "organisaties"),
    Breuk("onderwerp van zijpad", "pad.yml", "onderwerpen: [plek]", "onderwerpen: [plekk]", "onderwerpen: [plekk]", "zijpaden.1.onderwerpen.1", "'plekk'", "'plek'"),
    Breuk("organisatie bij nood", "noodhulp.yml", "organisaties: [advieslijn]", "organisaties: [alarm]", "alarm", "antwoorden.direct_gevaar.organisaties.1", "'alarm'", "organisaties"),
    Breuk("nummer bij nood", "noodhulp.yml", "{tel:advieslijn}", "{tel:adviesljn}", "tekst", "antwoorden.direct_gevaar.tekst", "{tel:adviesljn} bestaat niet", "'advieslijn'"),
    Breuk("nood zonder nummer", "noodhulp.yml", "{tel:advieslijn}", "{tel:wijkteam}", "tekst", "antwoorden.direct_gevaar.tekst", "geen telefoonnummer", "organisaties/wijkteam.yml"),
    Breuk("nummer van regio", STREEK, "{tel:advieslijn}", "{telefoon}", "tekst", "afspraken.1.tekst", "niet wordt ingevuld", "{tel:organisatie}"),
    Breuk("noodregel met los gat", "noodhulp.yml", "- help ons", "- ..3 help", "- ..3 help", "herkenning.nood.direct_gevaar.2", "begin en eindig met een woord", "herkenning"),
    Breuk("noodregel met onbekende groep", "noodhulp.yml", "- er is BRAND", "- er is BRANT", "BRANT", "herkenning.nood.direct_gevaar.1", "BRANT bestaat niet", "herkenning"),
    Breuk("nood zonder antwoord", "noodhulp.yml", "    direct_gevaar:\n      -", "    vermist:\n      -", "- er is", "herkenning.nood.vermist.1", "hoort geen antwoord", "herkenning"),
    Breuk("tekst ontbreekt", "teksten.yml", "welkom: ", "welkomm: ", "welkomm", "welkom", "ontbreekt", "'welkomm'"),
    Breuk("onbekend vulwoord", "teksten.yml", "{naam}", "{name}", "stap_kop:", "stap_kop", "{name} kan de assistent hier niet invullen", "{naam}"),
    Breuk("vulwoord vergeten", "teksten.yml", 'klaarleggen: "Zin {wat}', 'klaarleggen: "Zin', "klaarleggen", "klaarleggen", "moet {wat} staan", "{wat}"),
    Breuk("losse accolade", "teksten.yml", 'laag: "Zin', 'laag: "Zin {', "laag", "laag", "nergens bij hoort", "{plaats}"),
    Breuk("onbekende organisatie in tekst", "teksten.yml", 'stop: "Zin {tel:advieslijn}', 'stop: "Zin {tel:112}', "stop", "stop", "'112'", "organisaties"),
    Breuk("nummer waar het niet kan", "teksten.yml", 'laag: "Zin', 'laag: "Zin {tel:advieslijn}', "laag", "laag", "niet invullen", "niets"),
    Breuk("plaats zonder gemeente", "geografie/plaatsen.csv", "Zwolle,Overijssel,8011", "Zwol,Overijssel,8011", "Zwol,", "", "'Zwol' staat niet in gemeenten.csv", "BRONNEN.md"),
    Breuk("code in plaatsbestand", "geografie/postcodes.csv", "8011,Zwolle,Zwolle,PO2305", "8011,Zwolle,Zwolle,PO235", "PO235,", "po_swv", "'PO235'", "BRONNEN.md"),
    Breuk("kolom weg", "geografie/bijnamen.csv", "alias,soort,", "alias,", "alias", "", "de kolommen alias, soort", "BRONNEN.md"),
    Breuk("plaatsbestand geen UTF-8", "geografie/geen_plaats.csv", None, b"woord,soort\nc\xe9,woord\n", "woord,soort", "", "niet te lezen", "UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize("breuk", BREUKEN, ids=lambda b: b.naam)
def test_verkeerd_verband_geeft_eigen_melding(breuk: Breuk, geeft_melding: Callable[[Breuk], None]) -> None:
    """One message, at the line and with a remedy."""
    geeft_melding(breuk)
