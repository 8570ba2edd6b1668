"""The form as it is shown: every input with its value, its choices and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from wegwijzer.bewerken.invoer import RIJ, Waarden
from wegwijzer.bewerken.vorm import VERTALING, Veld
from wegwijzer.kennis.laad import Bestanden

Opties = Sequence[tuple[str, str]]
NIEUWE_RIJ = "NIEUW"
"""Stands for the key of a row in the empty row that a script copies."""
GEEN = "(geen)"


@dataclass
class Rij:
    """One row: `nummer` from 1, its inputs, what is wrong with it as a whole, and what is old in it."""

    sleutel: str
    nummer: int
    delen: list[Vak]
    fouten: list[str] = field(default_factory=list)
    oud: str = ""


@dataclass
class Vak:
    """One input or group. `naam`: as the browser sends it; `ander`: what stands in the file by now, where another
    changed it meanwhile; `leeg_rij`: the inputs of an empty row."""

    naam: str
    veld: Veld
    waarden: list[str]
    opties: Opties = ()
    fouten: list[str] = field(default_factory=list)
    ander: str = ""
    delen: list[Vak] = field(default_factory=list)
    rijen: list[Rij] = field(default_factory=list)
    leeg_rij: list[Vak] = field(default_factory=list)
    oud: str = ""

    @property
    def id(self) -> str:
        """As HTML wants it."""
        return "v-" + self.naam.replace(".", "-")

    @property
    def bijzonder(self) -> bool:
        """Whether an editor should not touch it alone."""
        return "programmeur" in self.veld.hulp

    @property
    def waarde(self) -> str:
        """The one value."""
        return self.waarden[0] if self.waarden else ""

    @property
    def invoer(self) -> str:
        """The type of the input: a date that is none must stay to be seen."""
        if self.veld.soort != "datum":
            return "text"
        try:
            date.fromisoformat(self.waarde or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    @property
    def regels(self) -> int:
        """The height of a large input (lines)."""
        return max(3, min(14, self.waarde.count("\n") + 2 + len(self.waarde) // 110))


class Bouwer:
    """Makes the inputs from values, messages and lists of names."""

    def __init__(
        self,
        waarden: Waarden,
        fouten: Mapping[str, list[str]],
        lijsten: Mapping[str, Opties],
        anders: Mapping[str, str],
        oud: Mapping[str, str],
    ) -> None:
        """All by the name of the input: `anders`, what another wrote meanwhile; `oud`: what is older than its term."""
        self._waarden = waarden
        self._fouten = fouten
        self._lijsten = lijsten
        self._anders = anders
        self._oud = oud

    def vakken(self, veld: Veld, pad: str = "") -> list[Vak]:
        """The inputs of a group."""
        return [self._vak(deel, f"{pad}{deel.naam}") for deel in veld.velden]

    def _vak(self, veld: Veld, naam: str) -> Vak:
        vak = Vak(
            naam,
            veld,
            self._waarden.get(naam, []),
            self._opties(veld, self._waarden.get(naam, [])),
            list(self._fouten.get(naam, ())),
            self._anders.get(naam, ""),
            oud=self._oud.get(naam, ""),
        )
        if veld.soort == "groep":
            vak.delen = self.vakken(veld, f"{naam}.")
        elif veld.soort == "rijen":
            groep = replace(veld, naam="", soort="groep")
            for nummer, sleutel in enumerate(self._waarden.get(naam + RIJ, ()), 1):
                plek = f"{naam}.{sleutel}"
                delen = self.vakken(groep, f"{plek}.")
                vak.rijen.append(Rij(sleutel, nummer, delen, list(self._fouten.get(plek, ())), self._oud.get(plek, "")))
            leeg = Bouwer({}, {}, self._lijsten, {}, {})
            vak.leeg_rij = leeg.vakken(groep, f"{naam}.{NIEUWE_RIJ}.")
        return vak

    def _opties(self, veld: Veld, waarden: list[str]) -> Opties:
        if veld.soort == "keuzes":
            opties = [("", GEEN), *self._lijsten[veld.lijst]]
        elif veld.opties:
            opties = [("", GEEN)] if veld.leeg or not veld.verplicht or not any(waarden) else []
            if veld.soort == "vinkjes":
                opties = []
            opties += [(str(o), VERTALING.get(str(o), str(o))) for o in veld.opties if o is not None]
        else:
            return ()
        bekend = {waarde for waarde, _ in opties}
        return [*opties, *((w, f"{w} (bestaat niet)") for w in dict.fromkeys(waarden) if w not in bekend)]


def lijsten(gelezen: Bestanden) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen: contact (organisations), onderwerpen and artikelen; value and what is shown."""
    uit: dict[str, list[tuple[str, str]]] = {
        "contact": [("swv", "het samenwerkingsverband van deze ouder (swv)")], "onderwerpen": [], "artikelen": [],
    }  # fmt: skip
    for naam, bestand in gelezen.items():
        map_, d = naam.split("/")[0], bestand.inhoud
        if not isinstance(d, dict):
            continue
        stam = Path(naam).stem
        if map_ == "organisaties":
            uit["contact"].append((stam, str(d.get("naam", stam))))
        elif map_ == "onderwerpen":
            uit["onderwerpen"].append((stam, str(d.get("titel", stam))))
        elif map_ == "wetten" and isinstance(d.get("artikelen"), dict):
            uit["artikelen"] += [
                (f"{stam}/{nummer}", f"{d.get('afkorting')}, artikel {nummer}: {_onderwerp(a)}")
                for nummer, a in d["artikelen"].items()
            ]
    return {soort: sorted(paren, key=lambda paar: paar[1].lower()) for soort, paren in uit.items()}


def _onderwerp(artikel: Any) -> str:
    return str(artikel.get("onderwerp", "")) if isinstance(artikel, dict) else ""
