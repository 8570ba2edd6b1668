"""Which rows of a list are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wegwijzer.helpdesk.lijsten.lijst import Rij

ALLE, GOED, FOUT, GEEN = "", "goed", "fout", "geen"
WELKE = ((ALLE, "alle antwoorden"), (FOUT, "anders dan verwacht"), (GOED, "zoals verwacht"), (GEEN, "geen antwoord"))


@dataclass(frozen=True)
class Filter:
    """`zeker`: only rows less sure than this; `welke`: one of the words above."""

    onderwerp: str = ""
    welke: str = ALLE
    zeker: float | None = None
    zoek: str = ""

    @classmethod
    def lees(cls, vragen: Mapping[str, list[str]]) -> Filter:
        """From the address; what cannot be read counts as not filled in."""

        def een(naam: str) -> str:
            return str((vragen.get(naam) or [""])[0]).strip()[:200]

        try:
            zeker = float(een("zeker").replace(",", "."))
        except ValueError:
            zeker = None
        if zeker is not None and not 0 <= zeker <= 1:
            zeker = None
        welke = een("welke")
        return cls(een("onderwerp"), welke if welke in dict(WELKE) else ALLE, zeker, een("zoek"))

    def als_vragen(self) -> dict[str, str]:
        """For an address."""
        alle = {"onderwerp": self.onderwerp, "welke": self.welke, "zoek": self.zoek}
        alle["zeker"] = "" if self.zeker is None else f"{self.zeker:g}"
        return {naam: waarde for naam, waarde in alle.items() if waarde}

    def kies(self, rijen: Iterable[Rij]) -> list[tuple[int, Rij]]:
        """The rows that pass, each with its number in the list (from 1)."""
        return [(nummer, rij) for nummer, rij in enumerate(rijen, 1) if self._past(rij)]

    def _past(self, rij: Rij) -> bool:
        if self.onderwerp and rij.onderwerp != self.onderwerp:
            return False
        if self.welke in (GOED, FOUT) and rij.oordeel != self.welke:
            return False
        if self.welke == GEEN and (rij.beantwoord or (rij.beurten is None and not rij.fout)):
            return False
        if self.zeker is not None and (rij.beurten is None or rij.zekerheid >= self.zeker):
            return False
        if self.zoek:
            alles = "\n".join((rij.id, *rij.vragen, rij.antwoord, rij.onderwerp, rij.verwacht)).casefold()
            return self.zoek.casefold() in alles
        return True
