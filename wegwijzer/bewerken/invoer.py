"""A piece of knowledge as the values of a form, and back. What the form did not change stays exactly as it was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wegwijzer.bewerken.vorm import Veld
from wegwijzer.kennis.meldingen import Melding

Waarden = dict[str, list[str]]
"""Name of an input → what is filled in; more than one for boxes to tick and for the keys of rows."""


class _Weg:
    """Stands for: this field is not in the file."""


WEG = _Weg()
RIJ = ".rij"
"""`contact.rij` holds the keys of the rows of `contact`: the number in the file, or n and a number for a new one."""
MEESTE_RIJEN = 200
MEESTE_REGELS = 1_000
REGELS = ("lang", "regels", "gebieden")
"""Kinds of field with more than one line."""
LANGE_REGEL = 110
"""A new text of more characters is written on lines of its own."""
TE_LANG = 20_000
"""Characters that one field may hold."""
_ONZICHTBAAR = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ufffe\uffff]"
)


def waarden(veld: Veld, inhoud: Any, pad: str = "") -> Waarden:
    """The form's values for `inhoud`, which may be WEG or None."""
    uit: Waarden = {}
    for deel in veld.velden:
        naam = f"{pad}{deel.naam}"
        waarde = inhoud.get(deel.naam, WEG) if isinstance(inhoud, dict) else WEG
        if deel.soort == "groep":
            uit |= waarden(deel, waarde, f"{naam}.")
        elif deel.soort == "rijen":
            rijen = waarde if isinstance(waarde, list) else []
            uit[naam + RIJ] = [str(nummer) for nummer in range(len(rijen))]
            for nummer, rij in enumerate(rijen):
                uit |= waarden(deel, rij, f"{naam}.{nummer}.")
        else:
            uit[naam] = _getoond(deel, waarde)
    return uit


def _getoond(veld: Veld, waarde: Any) -> list[str]:
    if waarde is WEG or waarde is None:
        return [] if veld.soort in ("vinkjes", "keuzes") else [""]
    if veld.soort in ("vinkjes", "keuzes"):
        return [str(deel) for deel in waarde]
    if veld.soort == "regels":
        return ["\n".join(" ".join(str(deel).split()) for deel in waarde)]
    if veld.soort == "gebieden":
        return ["\n".join(f"{naam}: {', '.join(codes)}" for naam, codes in waarde.items())]
    if veld.soort == "aan":
        return ["ja"] if waarde else [""]
    return [str(waarde).rstrip("\n")]


class Lezing:
    """What was filled in, as data. `namen`: field as a message names it (`contact.2.waarde`) → name of the input."""

    def __init__(self, bestand: str, form: Mapping[str, Sequence[str]]) -> None:
        """`form`: what the browser sent; an empty field may be missing."""
        self.namen: dict[str, str] = {}
        self.fouten: list[Melding] = []
        self._bestand = bestand
        self._form = form

    def lees(self, veld: Veld, oud: Any) -> Any:
        """`oud` with what the form changed. `fouten` then says what no file can hold."""
        return self._groep(veld, oud, "", "")

    def _groep(self, veld: Veld, oud: Any, pad: str, plek: str) -> Any:
        was = oud if isinstance(oud, dict) else {}
        uit: dict[str, Any] = {}
        for deel in veld.velden:
            naam, veldplek = f"{pad}{deel.naam}", f"{plek}{deel.naam}"
            self.namen[veldplek] = naam
            waarde = was.get(deel.naam, WEG)
            if deel.soort == "groep":
                nieuw = self._groep(deel, waarde, f"{naam}.", f"{veldplek}.")
            elif deel.soort == "rijen":
                nieuw = self._rijen(deel, waarde, naam, veldplek)
            else:
                nieuw = self._enkel(deel, waarde, naam, veldplek)
            if nieuw is not WEG:
                uit[deel.naam] = nieuw
        uit |= {sleutel: waarde for sleutel, waarde in was.items() if sleutel not in {d.naam for d in veld.velden}}
        if veld.naam and pad and _leeg(uit) and not isinstance(oud, dict):
            return oud if oud is None else (None if veld.leeg else (uit if veld.verplicht else WEG))
        if veld.naam and (veld.leeg or not veld.verplicht) and _leeg(uit) and not _leeg(oud):
            return None if veld.leeg else WEG
        return oud if isinstance(oud, dict) and uit == oud else uit

    def _rijen(self, veld: Veld, oud: Any, naam: str, plek: str) -> Any:
        was = oud if isinstance(oud, list) else []
        uit: list[Any] = []
        sleutels = list(dict.fromkeys(self._form.get(naam + RIJ, ())))
        if len(sleutels) > MEESTE_RIJEN:
            self._fout(plek, f"Dit zijn er {len(sleutels)}.", f"Houd er hoogstens {MEESTE_RIJEN} over.")
        for sleutel in sleutels[:MEESTE_RIJEN]:
            vorige = was[int(sleutel)] if sleutel.isdecimal() and len(sleutel) < 5 and int(sleutel) < len(was) else WEG
            waar = f"{plek}.{len(uit) + 1}"
            rij = self._groep(replace(veld, naam="", soort="groep"), vorige, f"{naam}.{sleutel}.", f"{waar}.")
            if vorige is WEG and _leeg(rij):
                continue
            self.namen[waar] = f"{naam}.{sleutel}"
            uit.append(rij)
        return oud if not uit and oud is WEG and not veld.verplicht else uit

    def _enkel(self, veld: Veld, oud: Any, naam: str, plek: str) -> Any:
        gegeven = [self._schoon(deel, veld, plek) for deel in self._form.get(naam, ())]
        gegeven = [deel for deel in gegeven if deel] or ([] if veld.soort in ("vinkjes", "keuzes") else [""])
        if self._zelfde(veld, gegeven, _getoond(veld, oud)):
            return oud if oud is not WEG or not veld.verplicht else self._leeg_veld(veld)
        if veld.soort in ("vinkjes", "keuzes"):
            return gegeven or ([] if veld.verplicht or oud is not WEG else WEG)
        tekst = gegeven[0]
        if not tekst:
            return (
                self._leeg_veld(veld) if veld.verplicht or (veld.leeg and oud is not WEG) else self._zonder(veld, oud)
            )
        if veld.soort == "regels":
            regels = [regel for regel in tekst.split("\n") if regel]
            if len(regels) > MEESTE_REGELS:
                self._fout(plek, f"Dit zijn {len(regels)} regels.", f"Houd er hoogstens {MEESTE_REGELS} over.")
            return regels
        if veld.soort == "gebieden":
            return self._gebieden(tekst, plek)
        if veld.soort == "aan":
            return True
        if veld.soort == "getal" or (veld.opties and all(isinstance(o, int) for o in veld.opties)):
            return int(tekst) if re.fullmatch(r"-?[0-9]{1,6}", tekst) else tekst
        regel = oud.endswith("\n") if isinstance(oud, str) else veld.soort == "lang" and len(tekst) > LANGE_REGEL
        return tekst + "\n" if regel else tekst

    @staticmethod
    def _zelfde(veld: Veld, gegeven: list[str], getoond: list[str]) -> bool:
        if veld.soort == "vinkjes":  # a browser sends them in the order of the form
            return set(gegeven) == set(getoond)
        return gegeven == [d if veld.soort in REGELS else " ".join(d.split()) for d in getoond]

    @staticmethod
    def _leeg_veld(veld: Veld) -> Any:
        if veld.soort in ("vinkjes", "keuzes", "regels"):
            return []
        if veld.soort == "gebieden":
            return {}
        return None if veld.leeg or veld.soort == "getal" else ""

    @staticmethod
    def _zonder(veld: Veld, oud: Any) -> Any:
        """An optional field that was emptied: an empty list stays one, anything else goes."""
        return [] if veld.soort == "regels" and oud is not WEG else WEG

    def _gebieden(self, tekst: str, plek: str) -> dict[str, list[str]]:
        uit: dict[str, list[str]] = {}
        for regel in tekst.split("\n"):
            naam, _, codes = regel.partition(":")
            if naam.strip() in uit:
                self._fout(plek, f"'{naam.strip()[:40]}' staat er twee keer.", "Houd één regel over.")
            uit[naam.strip()] = [code for code in re.split(r"[,\s]+", codes) if code]
        return uit

    def _schoon(self, tekst: str, veld: Veld, plek: str) -> str:
        """Without spaces around it, with the line ends of our files; a message where it holds what none may hold."""
        tekst = unicodedata.normalize("NFC", tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
        if gevonden := _ONZICHTBAAR.search(tekst):
            regel = tekst.count("\n", 0, gevonden.start()) + 1
            wat = f"Op regel {regel} staat een onzichtbaar teken dat hier niet kan."
            self._fout(plek, wat, "Typ de regel opnieuw; plak geen opgemaakte tekst.")
            return _ONZICHTBAAR.sub("\ufffd", tekst)
        if len(tekst) > TE_LANG and veld.soort not in ("regels",):
            self._fout(plek, f"Deze tekst is {len(tekst)} tekens lang.", f"Schrijf hoogstens {TE_LANG} tekens.")
        if veld.soort in REGELS:
            regels = [" ".join(regel.split()) for regel in tekst.split("\n")]
            return "\n".join(r for r in regels if r or veld.soort == "lang").strip("\n")
        return " ".join(tekst.split())

    def _fout(self, plek: str, wat: str, herstel: str) -> None:
        self.fouten.append(Melding(self._bestand, 1, plek, wat, herstel))


def _leeg(waarde: Any) -> bool:
    """Whether nothing at all is filled in."""
    if isinstance(waarde, dict):
        return all(_leeg(deel) for deel in waarde.values())
    return waarde is WEG or waarde is None or waarde == "" or waarde == [] or waarde is False
