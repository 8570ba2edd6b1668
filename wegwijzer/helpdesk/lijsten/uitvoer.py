"""Writes a list to a file: CSV, XLSX, or JSONL as `wegwijzer ask --batch` writes it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

from wegwijzer.helpdesk.lijsten.lijst import Rij

KOPPEN = ("id", "vraag", "verwacht", "onderwerp", "oordeel", "zekerheid", "stap", "waarom", "antwoord", "fout")
CSV_SOORT = "text/csv; charset=utf-8"
XLSX_SOORT = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JSONL_SOORT = "application/jsonl; charset=utf-8"
_FORMULE = re.compile(r"\s*[=+\-@\t\r|%]")
_STUUR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LANGSTE_CEL = 32_000
"""A spreadsheet takes 32,767 characters in one cell."""


def als_csv(rijen: Sequence[Rij]) -> bytes:
    """With a mark that makes Excel read it as UTF-8; no cell can be taken for a formula."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(KOPPEN)
    schrijver.writerows([geen_formule(cel) for cel in _cellen(rij)] for rij in rijen)
    return b"\xef\xbb\xbf" + uit.getvalue().encode("utf-8", "replace")


def als_xlsx(rijen: Sequence[Rij]) -> bytes:
    """One sheet; each cell is text, also where it begins as a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    boek = Workbook(write_only=True)
    blad = boek.create_sheet("antwoorden")
    blad.freeze_panes = "A2"

    def cel(tekst: str) -> WriteOnlyCell:
        gevuld = WriteOnlyCell(blad, value=tekst)
        gevuld.data_type = "s"
        return gevuld

    for rij in (KOPPEN, *map(_cellen, rijen)):
        blad.append([cel(tekst) for tekst in rij])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def als_jsonl(rijen: Sequence[Rij]) -> bytes:
    """A line for each conversation that was tried, in the contract's form."""
    regels = []
    for rij in rijen:
        if rij.beurten is not None:
            regels.append({"id": rij.id, "turns": list(rij.beurten)})
        elif rij.fout:
            regels.append({"id": rij.id, "error": rij.fout})
    return "".join(json.dumps(regel, ensure_ascii=False) + "\n" for regel in regels).encode("utf-8", "replace")


def geen_formule(cel: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cel}" if _FORMULE.match(cel) else cel


def _cellen(rij: Rij) -> tuple[str, ...]:
    zekerheid = f"{rij.zekerheid:.2f}".replace(".", ",") if rij.beurten is not None else ""
    cellen = (
        rij.id, "\n".join(rij.vragen), rij.verwacht, rij.onderwerp, rij.oordeel, zekerheid, rij.stap, rij.waarom,
        rij.antwoord, rij.fout,
    )  # fmt: skip
    return tuple(_STUUR.sub("", cel)[:LANGSTE_CEL] for cel in cellen)
