"""Every web address that stands in `knowledge/`, once, with the places where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from wegwijzer.kennis import laad
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.vormen import teksten


def adressen(map_: Path) -> dict[str, list[str]]:
    """Address (without `#…`) → `file:line` of each place, in the order of the files.

    Raises KennisFout when the knowledge is not in order.
    """
    gelezen, meldingen = laad.controleer(map_)
    if meldingen:
        raise KennisFout(meldingen)
    plekken: dict[str, dict[str, None]] = defaultdict(dict)
    for bestand in gelezen.values():
        for pad, tekst in teksten(bestand.inhoud, []):
            if tekst.startswith(("http://", "https://")) and not any(teken.isspace() for teken in tekst):
                plekken[urldefrag(tekst).url][f"{bestand.naam}:{bestand.regel(pad)}"] = None
    return {adres: list(waar) for adres, waar in plekken.items()}


def om_en_om(alle: Mapping[str, list[str]]) -> list[str]:
    """The addresses, those of one host as far apart as can be: then nobody waits for the pause of a host."""
    per_host: dict[str, list[str]] = defaultdict(list)
    for adres in alle:
        per_host[urlsplit(adres).netloc].append(adres)
    rijen = sorted(per_host.values(), key=len, reverse=True)
    return [rij[ronde] for ronde in range(max(map(len, rijen), default=0)) for rij in rijen if ronde < len(rij)]
