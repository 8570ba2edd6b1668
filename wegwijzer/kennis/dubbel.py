"""Finds what stands in two files at once, where the assistant could not know which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.kennis.meldingen import Melding
from wegwijzer.kennis.yaml_bestand import YamlBestand


def controleer(gelezen: dict[str, YamlBestand]) -> Iterator[Melding]:
    """Doubled example questions, button titles and initiative ids."""
    vragen: dict[str, str] = {}
    titels: dict[str, str] = {}
    initiatieven: dict[str, str] = {}
    for naam, bestand in gelezen.items():
        soort = naam.split("/")[0]
        if soort == "onderwerpen":
            yield from _titel(bestand, titels)
            yield from _vragen(bestand, vragen)
        elif soort == "initiatieven":
            for nummer, initiatief in enumerate(bestand.inhoud["initiatieven"]):
                eerder = initiatieven.setdefault(initiatief["id"], naam)
                if eerder != naam or any(i["id"] == initiatief["id"] for i in bestand.inhoud["initiatieven"][:nummer]):
                    wat = f"De id '{initiatief['id']}' staat ook in {eerder}."
                    pad: list[str | int] = ["initiatieven", nummer, "id"]
                    yield bestand.fout(
                        pad, wat, "Geef elk initiatief een eigen id, bijvoorbeeld met de plaats erachter."
                    )


def kaal(vraag: str) -> str:
    """A question without capitals and punctuation: what counts as the same."""
    return re.sub(r"\W+", " ", vraag.lower()).strip()


def _vragen(bestand: YamlBestand, eerste: dict[str, str]) -> Iterator[Melding]:
    for nummer, vraag in enumerate(bestand.inhoud["vragen"]):
        sleutel = kaal(vraag)
        eerder = eerste.get(sleutel)
        if eerder:
            waar = "eerder in dit bestand" if eerder == bestand.naam else f"ook in {eerder}"
            herstel = "Laat de vraag alleen staan bij het onderwerp dat het beste antwoord geeft."
            yield bestand.fout(["vragen", nummer], f"De vraag '{vraag[:40]}' staat {waar}.", herstel)
        eerste.setdefault(sleutel, bestand.naam)


def _titel(bestand: YamlBestand, eerste: dict[str, str]) -> Iterator[Melding]:
    titel = bestand.inhoud["titel"]
    eerder = eerste.setdefault(kaal(titel), bestand.naam)
    if eerder != bestand.naam:
        herstel = "Kies een andere titel; als knop moet een ouder ze uit elkaar kunnen houden."
        yield bestand.fout(["titel"], f"De titel '{titel}' staat ook in {eerder}.", herstel)
