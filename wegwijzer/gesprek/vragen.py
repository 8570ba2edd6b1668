"""The assistant's own questions: one at a time, each skippable, each with its reason."""

from __future__ import annotations

from wegwijzer.gesprek import gegevens
from wegwijzer.gesprek.model import Antwoord, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad.deur import Uitkomst
from wegwijzer.plaats.keuze import keuzelabels
from wegwijzer.plaats.model import Plek

VOORBEREIDING = ("gesprek_goed", "gesprek_mis", "gesprek_anders")
"""The three free questions before a talk with school, in their order (voorbereiding.py)."""
VRAGEN = frozenset(
    {"onderwijssoort", "plaats", "plaats_thuis", "plaats_plek", "pc4", "welke", "school_zelfde_plaats", *VOORBEREIDING}
)
"""The questions of the intake and the preparation; after a side question the assistant comes back to them."""
GEBEURTENIS = "gebeurtenis"
"""Asks once for the day from which a term runs; not an intake question, so never come back to."""
VAAK_GENOEG = 2
"""After other questions of the parent the assistant comes back to its own so many times; then it does without."""
SCHOOLSOORTEN = ("po", "vo", "so", "vso", "pro", "mbo")


def stel(vraag: str, toestand: Toestand, huis: Huis, uitkomst: Uitkomst | None = None) -> Antwoord:
    """Ask `vraag` (one of VRAGEN, or GEBEURTENIS) and remember its choices."""
    toestand.vraag = vraag
    tekst = vraagtekst(vraag, toestand, huis)
    keuzes = _keuzes(vraag, toestand, huis, uitkomst)
    overslaan = Knop(huis.kennis.tekst("knop_overslaan"), f"sla_over:{vraag}")
    toestand.keuzes = [*keuzes, overslaan]
    return Antwoord(tekst, tuple(toestand.keuzes))


def vraagtekst(vraag: str, toestand: Toestand, huis: Huis) -> str:
    """The wording of a question, with the place that it is about."""
    situatie = toestand.situatie
    plekken = gegevens.plekken(toestand, huis)
    plaats = plekken[0].omschrijving if plekken else "die plaats"
    if vraag == GEBEURTENIS:
        return huis.kennis.termijnen.gebeurtenissen[str(toestand.gebeurtenis)].vraag
    if vraag == "onderwijssoort" and "geen_school" in situatie.situatie:
        return huis.kennis.tekst("vraag_onderwijssoort_geen_school")
    if vraag == "plaats" and situatie.onderwijssoort in ("so", "vso"):
        return huis.kennis.tekst("vraag_plaats_speciaal")
    return huis.kennis.tekst(f"vraag_{vraag}", plaats=plaats)


def kom_terug(toestand: Toestand, huis: Huis) -> Antwoord | None:
    """The intake question that is still open, once more; None where there is none, or it was passed over often enough.

    Who says twice nothing to "is the school there too" goes on as if it is.
    """
    vraag = toestand.vraag
    if vraag not in VRAGEN:
        return None
    if not nog_eens(vraag, toestand):
        return None
    return terugvraag(toestand, huis)


def terugvraag(toestand: Toestand, huis: Huis) -> Antwoord:
    """The question that is open, with its choices."""
    tekst = huis.kennis.tekst("terug_naar_vraag", vraag=vraagtekst(str(toestand.vraag), toestand, huis))
    return Antwoord(tekst, tuple(toestand.keuzes))


def nog_eens(vraag: str, toestand: Toestand, keren: int = VAAK_GENOEG) -> bool:
    """Whether `vraag` may be asked again, which is counted; after so many `keren` it is let go."""
    merk = f"terug:{vraag}"
    if vraag not in VOORBEREIDING and toestand.getoond.count(merk) >= keren:
        laat_los(vraag, toestand)
        return False
    toestand.getoond.append(merk)
    return True


def laat_los(vraag: str, toestand: Toestand) -> None:
    """The parent passes `vraag` over: it is not asked again."""
    if vraag not in toestand.overgeslagen:
        toestand.overgeslagen.append(vraag)
    if vraag == "school_zelfde_plaats":
        toestand.plaats_school = True
    toestand.vraag = None


def _keuzes(vraag: str, toestand: Toestand, huis: Huis, uitkomst: Uitkomst | None) -> list[Knop]:
    kennis = huis.kennis
    if vraag == "onderwijssoort":
        knoppen = [Knop(kennis.tekst(f"knop_{s}"), f"zet:onderwijssoort={s}") for s in SCHOOLSOORTEN]
        if "geen_school" in toestand.situatie.situatie:
            return knoppen
        return [*knoppen, Knop(kennis.tekst("knop_geen_school"), "zet:situatie=geen_school")]
    if vraag == "welke" and uitkomst is not None:
        labels = keuzelabels(uitkomst.keuzes)
        return [Knop(label, f"plek:{plek_sleutel(p)}") for label, p in zip(labels, uitkomst.keuzes, strict=True)][:8]
    if vraag == "school_zelfde_plaats":
        ja, nee = kennis.tekst("knop_ja"), kennis.tekst("knop_ergens_anders")
        return [Knop(ja, "school_hier:ja"), Knop(nee, "school_hier:nee")]
    return []


def plek_sleutel(plek: Plek) -> str:
    """A place as one token: plaats|gemeente|pc4."""
    return "|".join((plek.plaats or "", plek.gemeente or "", plek.pc4 or ""))
