"""Reads the first sheet of an XLSX file that a stranger made: bounded before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from wegwijzer.helpdesk.lijsten.fout import LijstFout

MEESTE_DELEN = 200
UITGEPAKT = 30_000_000
"""All parts together (bytes); the XML of 2,000 questions is far smaller."""
MEESTE_KOLOMMEN = 30
_STUK = LijstFout("Dit XLSX-bestand is niet te lezen. Sla het opnieuw op, of kies CSV.")


def rijen_van(inhoud: bytes, hoogstens: int) -> Iterator[tuple[object, ...]]:
    """The first `hoogstens` rows, values only. Raises LijstFout."""
    veilige = _uitgepakt(inhoud)
    try:
        import openpyxl

        boek = openpyxl.load_workbook(veilige, read_only=True, data_only=True, keep_links=False)
        try:
            blad = boek.worksheets[0]
            blad.reset_dimensions()  # what the file says of its own size is not believed
            yield from blad.iter_rows(max_row=hoogstens + 50, max_col=MEESTE_KOLOMMEN, values_only=True)
        finally:
            boek.close()
    except LijstFout:
        raise
    except Exception:  # whatever a damaged file does inside openpyxl
        raise _STUK from None


def _uitgepakt(inhoud: bytes) -> io.BytesIO:
    """The same file, unpacked within bounds and packed anew without compression."""
    uit = io.BytesIO()
    over = UITGEPAKT
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_STORED) as doel:
            delen = bron.infolist()
            if len(delen) > MEESTE_DELEN or sum(d.file_size for d in delen) > UITGEPAKT:
                raise LijstFout("Dit XLSX-bestand is uitgepakt te groot. Sla alleen de vragen op.")
            for deel in delen:
                with bron.open(deel) as stroom:
                    gelezen = stroom.read(over + 1)
                over -= len(gelezen)
                if over < 0:
                    raise LijstFout("Dit XLSX-bestand is uitgepakt te groot. Sla alleen de vragen op.")
                if deel.filename.endswith((".xml", ".rels")):
                    _zonder_entiteiten(gelezen)
                doel.writestr(deel.filename, gelezen)
    except LijstFout:
        raise
    except Exception:  # damaged, encrypted, or a kind of packing that is not known
        raise _STUK from None
    uit.seek(0)
    return uit


def _zonder_entiteiten(xml: bytes) -> None:
    """Entities can blow up while they are read, and a real workbook has none; nor is it in UTF-16."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml[:200]:
        raise _STUK
