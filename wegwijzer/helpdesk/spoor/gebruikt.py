"""Knowledge that notes what is taken from it during one turn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Kennis

MAPPEN = {
    "onderwerpen": "onderwerpen/{}.yml",
    "organisaties": "organisaties/{}.yml",
    "samenwerkingsverbanden": "samenwerkingsverbanden/{}.yml",
    "brieven": "brieven/{}.md",
    "talen": "talen/{}.yml",
}
"""Part of the knowledge → the file of one entry."""
VAST = ("teksten.yml", "noodhulp.yml", "termijnen.yml")
"""What may stand in any answer."""
GELEEND = ("bijnamen", "noodregels", "redacteur")
"""What a version works out once, not for each turn."""


class Luisteraar(dict[str, Any]):
    """A mapping that adds each key that was asked for, and is there, to `gevraagd`. Walking over all notes nothing."""

    def __init__(self, inhoud: Mapping[str, Any], gevraagd: dict[str, None]) -> None:
        super().__init__(inhoud)
        self._gevraagd = gevraagd

    def __getitem__(self, sleutel: str) -> Any:
        waarde = super().__getitem__(sleutel)
        self._gevraagd[sleutel] = None
        return waarde

    def get(self, sleutel: str, anders: Any = None) -> Any:
        """As of any dict."""
        if sleutel not in self:
            return anders
        return self[sleutel]


class Gebruik:
    """One turn's use of the knowledge: `huis` is what the turn is given."""

    def __init__(self, huis: Huis) -> None:
        self._gevraagd: dict[str, dict[str, None]] = {}
        self._geleend = {naam: getattr(huis, naam) for naam in GELEEND}
        self.huis = self._met(huis)
        self.huis.__dict__["_voor_jongere"] = self._met(huis.voor("ik"), self.huis)

    def _met(self, huis: Huis, voor_ouders: Huis | None = None) -> Huis:
        """A copy of `huis` that listens; `voor_ouders`: the copy that it says in the words for a pupil."""
        kennis = huis.kennis
        namen = (*MAPPEN, "wetten", "stappen", "teksten")
        delen: dict[str, Any] = {naam: self._luister(naam, getattr(kennis, naam)) for naam in namen}
        kopie = replace(huis, kennis=replace(kennis, **delen), _voor_ouders=voor_ouders)
        kopie.__dict__.update(self._geleend)
        return kopie

    def _luister(self, naam: str, inhoud: Mapping[str, Any]) -> Luisteraar:
        return Luisteraar(inhoud, self._gevraagd.setdefault(naam, {}))

    def gevraagd(self, naam: str) -> tuple[str, ...]:
        """The keys of one part of the knowledge that were asked for, in that order."""
        return tuple(self._gevraagd[naam])

    def artikelen(self, aanhalingen: Collection[str]) -> list[str]:
        """The articles asked for (`awb/6:7`) that are cited so."""
        wetten = self.huis.kennis.wetten
        return [sleutel for sleutel in self.gevraagd("wetten") if wetten[sleutel].aanhaling() in aanhalingen]

    def bestanden(self, swv: str | None = None, plekken: bool = False) -> list[str]:
        """The files that may stand in the answer, relative to knowledge/.

        `swv`: the code of this child's samenwerkingsverband, for what holds in its region; `plekken`: whether places
        to learn were shown.
        """
        uit = [vorm.format(sleutel) for naam, vorm in MAPPEN.items() for sleutel in self._gevraagd[naam]]
        if self._gevraagd["stappen"]:
            uit.append("pad.yml")
        kennis = self.huis.kennis
        for regio in kennis.regios:
            if swv and (swv in regio.swv or any(swv in a.swv for a in regio.afspraken)):
                uit.append(f"regio/{regio.id}.yml")
        if plekken:
            uit += [f"initiatieven/{naam}" for naam in _initiatieven(kennis)]
        return list(dict.fromkeys([*uit, *VAST]))


def _initiatieven(kennis: Kennis) -> list[str]:
    """The files of places to learn: one for each province, or one for all of the country."""
    namen = {i.provincie.lower().replace(" ", "-") for i in kennis.initiatieven if i.provincie}
    return sorted(f"{naam}.yml" for naam in {*namen, "landelijk", "onbekend"})
