"""What a parent could type at a question without choices: one example of each kind of answer, found in the data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from wegwijzer.gesprek import vragen
from wegwijzer.gesprek.gegevens import plekken
from wegwijzer.gesprek.model import Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad.termijnen import leesbare_dag
from wegwijzer.plaats.deur import deur
from wegwijzer.plaats.model import Plek, Sector
from wegwijzer.plaats.zoek import vermeldingen

SECTOREN: tuple[Sector, Sector] = ("po", "vo")
UITKOMSTEN = {
    "een": "Eén samenwerkingsverband",
    "pc4": "De grens loopt door de plaats",
    "welke": "Er zijn meer plaatsen met die naam",
    "plaats": "Alleen een gemeente die is verdeeld",
    "geen": "Streek niet bekend",
}
"""What a place that is named can give (`deur`): the samenwerkingsverband, a next question, or nothing."""
PLAATSVRAGEN = frozenset({"plaats", "plaats_thuis"})
EIGEN_WOORDEN = "De tekenles gaat goed."


class Steekproef:
    """Examples of typed answers; searched once in the places of `huis`."""

    def __init__(self, huis: Huis, nu: datetime) -> None:
        """`nu`: the clock of the walk; a day that is asked for is a week before it."""
        self._huis, self._nu = huis, nu
        self._namen: dict[tuple[str, Sector], str] = {}
        for woorden in sorted(huis.plaatsen.namen, key=lambda w: (len(w), w)):
            kandidaten = huis.plaatsen.namen[woorden].kandidaten
            nieuw = {(_uitkomst(kandidaten, sector, huis), sector) for sector in SECTOREN} - self._namen.keys()
            if nieuw and self._verstaan(" ".join(woorden)) == set(kandidaten):
                self._namen |= dict.fromkeys(nieuw, " ".join(woorden))

    def plaats(self) -> Plek:
        """A place that has one samenwerkingsverband for each sector."""
        namen = self._huis.plaatsen.plekken.values()
        return next(p for p in namen if all(p.code(s) for s in SECTOREN) and p.zekerheid == "hoog")

    def antwoorden(self, toestand: Toestand) -> list[tuple[str, str]]:
        """(kind of answer, text that a parent types) for the open question; empty where it has choices."""
        vraag = toestand.vraag
        sector: Sector = "po" if toestand.situatie.sector() == "po" else "vo"
        if vraag in PLAATSVRAGEN:
            return [(UITKOMSTEN[u], naam) for (u, s), naam in self._namen.items() if s == sector]
        if vraag == "plaats_plek":
            return [("Een plaats", self._namen["een", sector])]
        if vraag == "pc4":
            bekend = self._huis.plaatsen
            cijfers = [
                c for p in plekken(toestand, self._huis) for c in bekend.pc4s(p) if bekend.postcodes[c].code(sector)
            ]
            return [("Vier cijfers", c) for c in cijfers[:1]]
        if vraag == vragen.GEBEURTENIS:
            return [("Een dag", leesbare_dag(self._nu.date() - timedelta(days=7)))]
        return [("Eigen woorden", EIGEN_WOORDEN)] if vraag in vragen.VOORBEREIDING else []

    def _verstaan(self, tekst: str) -> set[Plek]:
        gevonden = vermeldingen(tekst, self._huis.plaatsen, verwacht=True)
        return set(gevonden[-1].kandidaten) if gevonden else set()


def _uitkomst(kandidaten: Sequence[Plek], sector: Sector, huis: Huis) -> str:
    gevonden = deur(kandidaten, sector, huis.plaatsen)
    return "een" if gevonden.code else gevonden.vraag or "geen"
