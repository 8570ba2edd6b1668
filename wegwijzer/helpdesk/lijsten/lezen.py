"""Reads a list of questions from what somebody pasted or uploaded: CSV, XLSX, JSONL, or one question on each line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wegwijzer.batch import klok
from wegwijzer.helpdesk.lijsten.fout import LijstFout

MEESTE_BYTES = 5_000_000
MEESTE_RIJEN = 2_000
MEESTE_BEURTEN = 20
LANGSTE = 2_000
"""One message (characters)."""
KOPPEN = {
    "beurten": ("turns", "beurten", "gesprek"),
    "vraag": ("vraag", "vragen", "tekst", "bericht", "question", "text", "message"),
    "verwacht": ("verwacht", "verwacht onderwerp", "topic", "onderwerp", "expected"),
    "id": ("id", "nummer", "nr"),
    "nu": ("now", "nu", "tijd", "datum"),
}
"""What a column is for, by the words that may stand above it."""
SCHEIDINGEN = (";", "\t", ",")
Rijen = Iterable[Sequence[object]]


@dataclass(frozen=True)
class Invoer:
    """One conversation to try. `nu`: an ISO time, empty for now; `verwacht`: the topic that should answer."""

    id: str
    beurten: tuple[str, ...]
    verwacht: str = ""
    nu: str = ""


def lees(inhoud: bytes, naam: str = "") -> list[Invoer]:
    """The questions in `inhoud`; `naam` is the name of its file. Raises LijstFout."""
    if len(inhoud) > MEESTE_BYTES:
        raise LijstFout("Dit bestand is groter dan 5 MB. Verdeel het over meer bestanden.")
    if inhoud.startswith(b"PK") or naam.lower().endswith(".xlsx"):
        from wegwijzer.helpdesk.lijsten.werkblad import rijen_van

        return uit_rijen(rijen_van(inhoud, MEESTE_RIJEN + 1))
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise LijstFout("Dit is een oud Excel-bestand. Sla het op als .xlsx of als CSV.")
    return uit_tekst(_tekst(inhoud), regels=not naam.lower().endswith(".csv"))


def uit_tekst(tekst: str, regels: bool = True) -> list[Invoer]:
    """JSONL, CSV with headings, or (with `regels`) one question on each line. Raises LijstFout."""
    kaal = tekst.strip()
    if not kaal:
        raise LijstFout("Hier staat geen vraag in.")
    if kaal.startswith("{"):
        return uit_jsonl(kaal.splitlines())
    if kaal.startswith("["):
        raise LijstFout("Dit is een JSON-lijst. Zet elke vraag als { … } op een eigen regel (JSONL).")
    eerste = kaal.splitlines()[0]
    for scheiding in SCHEIDINGEN:
        koppen = next(_csv([eerste], scheiding), [])
        if _kolommen(koppen) is not None:
            rijen = _csv(kaal.splitlines(keepends=True), scheiding)
            return uit_rijen(rijen if len(koppen) > 1 else ([scheiding.join(rij)] for rij in rijen))
    if regels:
        return uit_rijen([regel] for regel in kaal.splitlines())
    breed = False
    for scheiding in (",", ";"):
        tabel = [rij for rij in _csv(kaal.splitlines(keepends=True), scheiding) if rij]
        if not breed and all(len(rij) == 1 for rij in tabel):
            return uit_rijen(tabel)
        breed = breed or (len(tabel) > 1 and len({len(rij) for rij in tabel}) == 1)
    raise LijstFout("Welke kolom is de vraag? Zet boven die kolom het woord: vraag.")


def uit_rijen(rijen: Rijen) -> list[Invoer]:
    """From a table with headings, or with one column. Raises LijstFout."""
    kolommen: dict[str, int] | None = None
    uit: list[Invoer] = []
    for nummer, rij in enumerate(rijen, 1):
        cellen = ["" if cel is None else str(cel).strip() for cel in rij]
        if not any(cellen):
            continue
        if kolommen is None:
            kolommen = _kolommen(cellen)
            if kolommen is not None:
                continue
            if sum(bool(cel) for cel in cellen) > 1:
                raise LijstFout("Welke kolom is de vraag? Zet boven die kolom het woord: vraag.")
            kolommen = {"vraag": next(n for n, cel in enumerate(cellen) if cel)}
        uit.append(_invoer(cellen, kolommen, nummer, len(uit) + 1))
        _niet_te_veel(uit)
    return _gevuld(uit)


def uit_jsonl(regels: Iterable[str]) -> list[Invoer]:
    """From lines as `wegwijzer ask --batch` reads them; a question may also stand under `vraag`. Raises LijstFout."""
    uit: list[Invoer] = []
    for nummer, regel in enumerate(regels, 1):
        if not regel.strip():
            continue
        try:
            gelezen = json.loads(regel)
        except (ValueError, RecursionError):
            raise LijstFout(f"Regel {nummer} is geen geldige JSON.") from None
        if not isinstance(gelezen, dict):
            raise LijstFout(f"Regel {nummer} is geen object; begin met {{ en eindig met }}.")
        velden = {str(naam).lower(): waarde for naam, waarde in gelezen.items()}
        gevonden = {soort: next((velden[k] for k in koppen if k in velden), "") for soort, koppen in KOPPEN.items()}
        beurten = gevonden["beurten"] if isinstance(gevonden["beurten"], list) else [gevonden["vraag"]]
        eigen = gevonden["id"] if gevonden["id"] not in ("", None) else len(uit) + 1
        uit.append(_maak(nummer, beurten, eigen, gevonden["verwacht"], gevonden["nu"]))
        _niet_te_veel(uit)
    return _gevuld(uit)


def _invoer(cellen: Sequence[str], kolommen: dict[str, int], nummer: int, volgnummer: int) -> Invoer:
    def cel(soort: str) -> str:
        plek = kolommen.get(soort, len(cellen))
        return cellen[plek] if plek < len(cellen) else ""

    beurten = cel("beurten").splitlines() if cel("beurten") else [cel("vraag")]
    return _maak(nummer, beurten, cel("id") or volgnummer, cel("verwacht"), cel("nu"))


def _maak(nummer: int, beurten: Sequence[Any], id_: Any, verwacht: Any, nu: Any) -> Invoer:
    teksten = [b for b in beurten if isinstance(b, str) and b.strip()]
    if not teksten or len(teksten) != len([b for b in beurten if b not in ("", None)]):
        raise LijstFout(f"Regel {nummer}: hier staat geen vraag, of iets dat geen tekst is.")
    if len(teksten) > MEESTE_BEURTEN:
        raise LijstFout(f"Regel {nummer}: een gesprek mag hoogstens {MEESTE_BEURTEN} berichten hebben.")
    if any(len(t) > LANGSTE for t in teksten):
        raise LijstFout(f"Regel {nummer}: een bericht mag hoogstens {LANGSTE} tekens hebben.")
    tijd = str(nu or "")
    try:
        klok(tijd or None)
    except ValueError:
        raise LijstFout(f"Regel {nummer}: schrijf de tijd als 2026-11-22T14:30.") from None
    return Invoer(str(id_)[:80], tuple(teksten), str(verwacht or "")[:80], tijd)


def _kolommen(cellen: Sequence[object]) -> dict[str, int] | None:
    """What each column is for; None where no heading says which one holds the questions."""
    koppen = [str(cel or "").strip().lower() for cel in cellen]
    plekken = {
        soort: next(plek for plek, kop in enumerate(koppen) if kop in namen)
        for soort, namen in KOPPEN.items()
        if any(kop in namen for kop in koppen)
    }
    return plekken if "vraag" in plekken or "beurten" in plekken else None


def _csv(regels: Iterable[str], scheiding: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(regels, delimiter=scheiding)
    except csv.Error:
        raise LijstFout("Dit CSV-bestand is niet te lezen: er staat een cel in die te lang of stuk is.") from None


def _tekst(inhoud: bytes) -> str:
    """As UTF-8, UTF-16 with its mark, or else as an older Excel on Windows writes it. Raises LijstFout."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return inhoud.decode("utf-16")
        except UnicodeDecodeError:
            raise LijstFout("Dit bestand is beschadigd. Sla het opnieuw op als CSV met UTF-8.") from None
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", "replace")
    if "\0" in tekst:
        raise LijstFout("Dit is geen tekstbestand. Kies een CSV-, XLSX- of JSONL-bestand.")
    return tekst


def _niet_te_veel(uit: Sequence[Invoer]) -> None:
    if len(uit) > MEESTE_RIJEN:
        raise LijstFout(f"Er staan meer dan {MEESTE_RIJEN} vragen in. Verdeel ze over meer bestanden.")


def _gevuld(uit: list[Invoer]) -> list[Invoer]:
    if not uit:
        raise LijstFout("Hier staat geen vraag in.")
    return uit
