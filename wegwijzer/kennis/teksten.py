"""Checks teksten.yml: every text that the code says is there, and what stands between `{ }` can be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from string import Formatter
from typing import Any

from wegwijzer.kennis.jongere import ACHTERVOEGSEL
from wegwijzer.kennis.meldingen import Melding, lijkt_op
from wegwijzer.kennis.teksten_sleutels import GATEN, MOET, TEL
from wegwijzer.kennis.yaml_bestand import YamlBestand


def controleer(bestand: YamlBestand, telefoons: dict[str, bool]) -> Iterator[Melding]:
    """All faults; `telefoons` says of each organisation whether it has a telephone number."""
    for sleutel in GATEN:
        if sleutel not in bestand.inhoud:
            lijkt = get_close_matches(sleutel, [s for s in bestand.inhoud if s not in GATEN], n=1)
            anders = f"Staat hij er als '{lijkt[0]}'? Verbeter dan die naam. Anders: s" if lijkt else "S"
            herstel = f"{anders}chrijf '{sleutel}: …' met wat de assistent moet zeggen."
            yield bestand.fout([sleutel], "Deze tekst ontbreekt; de assistent zegt hem.", herstel)
    for sleutel, inhoud in bestand.inhoud.items():
        if sleutel.endswith(ACHTERVOEGSEL) and not GATEN.keys() & {sleutel, sleutel.removesuffix(ACHTERVOEGSEL)}:
            wat = f"Geen tekst heet '{sleutel.removesuffix(ACHTERVOEGSEL)}', dus deze leest niemand."
            yield bestand.fout([sleutel], wat, f"Schrijf de naam van een tekst, met {ACHTERVOEGSEL} erachter.")
        zinnen = list(enumerate(inhoud)) if isinstance(inhoud, list) else [(None, inhoud)]
        for nummer, zin in zinnen:
            pad: list[Any] = [sleutel] if nummer is None else [sleutel, nummer]
            yield from _zin(bestand, pad, zin, telefoons)


def _zin(bestand: YamlBestand, pad: list[Any], zin: str, telefoons: dict[str, bool]) -> Iterator[Melding]:
    sleutel = str(pad[0]) if pad[0] in GATEN else str(pad[0]).removesuffix(ACHTERVOEGSEL)
    gaten = list(vulplekken(zin))
    if None in gaten:
        yield bestand.fout(
            pad, "Er staat een { of } die nergens bij hoort.", "Zet om elk vulwoord { en }, als {plaats}."
        )
        return
    mag = GATEN.get(sleutel)
    gevonden: set[str] = set()
    for gat in gaten:
        naam, _, organisatie = str(gat).partition(":")
        gevonden.add(naam)
        if mag is not None and naam not in mag:
            wel = ", ".join("{tel:organisatie}" if g == TEL else f"{{{g}}}" for g in mag) or "niets"
            herstel = f"In '{sleutel}' kan tussen accolades: {wel}. Haal {{{gat}}} weg of verbeter het."
            yield bestand.fout(pad, f"{{{gat}}} kan de assistent hier niet invullen.", herstel)
        elif naam == TEL:
            yield from nummer(bestand, pad, organisatie, telefoons)
    for gat in MOET.get(sleutel, ()):
        if gat not in gevonden and gevonden <= {*GATEN[sleutel]}:
            vorm = "{tel:ouders_en_onderwijs}" if gat == TEL else f"{{{gat}}}"
            yield bestand.fout(
                pad, f"In deze tekst moet {vorm} staan.", f"Zet {vorm} op de plek waar de assistent het invult."
            )


def nummer(bestand: YamlBestand, pad: list[Any], organisatie: str, telefoons: dict[str, bool]) -> Iterator[Melding]:
    """Faults of one `{tel:organisatie}`: the organisation does not exist, or has no telephone number."""
    if organisatie not in telefoons:
        herstel = f"{lijkt_op(organisatie, telefoons)}Kies een bestandsnaam uit knowledge/organisaties, zonder .yml."
        yield bestand.fout(pad, f"Organisatie '{organisatie}' in {{tel:{organisatie}}} bestaat niet.", herstel)
    elif not telefoons[organisatie]:
        herstel = (
            f"Zet het nummer met bron in organisaties/{organisatie}.yml, of haal {{tel:{organisatie}}} uit deze tekst."
        )
        yield bestand.fout(pad, f"Organisatie '{organisatie}' heeft geen telefoonnummer.", herstel)


def vulplekken(zin: str) -> Iterator[str | None]:
    """What stands between `{ }` in `zin`; None where the braces do not match."""
    try:
        for _, naam, vorm, omzetting in Formatter().parse(zin):
            if naam is not None:
                yield f"{naam}:{vorm}" if vorm else f"{naam}!{omzetting}" if omzetting else naam
    except ValueError:
        yield None
