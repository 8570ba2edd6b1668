"""Reading a list of questions: what works, and what is refused with words that help."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tijd import verhouding

from wegwijzer.helpdesk.lijsten import lezen, werkblad
from wegwijzer.helpdesk.lijsten.fout import LijstFout
from wegwijzer.helpdesk.lijsten.lezen import Invoer, lees, uit_tekst


def xlsx(*rijen: tuple[object, ...]) -> bytes:
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.active.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def met_deel(inhoud: bytes, naam: str, deel: bytes) -> bytes:
    """The same workbook with one part replaced."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for een in oud.namelist():
            nieuw.writestr(een, deel if een == naam else oud.read(een))
    return uit.getvalue()


KLEIN = [Invoer("1", ("mag dat, zo?",)), Invoer("2", ("en nu; wat dan",))]


@pytest.mark.parametrize(
    ("tekst", "naam"),
    [
        ("mag dat, zo?\nen nu; wat dan", ""),
        ("\n\nmag dat, zo?\n\n  en nu; wat dan  \n", "vragen.txt"),
        ("Vraag\nmag dat, zo?\nen nu; wat dan", "vragen.csv"),
        ('vraag;verwacht\n"mag dat, zo?";\n"en nu; wat dan";', "vragen.csv"),
        ('id,vraag\n1,"mag dat, zo?"\n2,en nu; wat dan', "vragen.csv"),
        ("id\tTEKST\n1\tmag dat, zo?\n2\ten nu; wat dan", "plak"),
        ('"mag dat, zo?"\n"en nu; wat dan"\n', "kolom.csv"),
        ('{"turns": ["mag dat, zo?"]}\n{"vraag": "en nu; wat dan"}', "vragen.jsonl"),
    ],
)
def test_vormen_van_tekst(tekst: str, naam: str) -> None:
    assert lees(tekst.encode(), naam) == KLEIN


def test_alle_kolommen() -> None:
    tekst = 'ID;Beurten;Verwacht;now\nx7;"een\ntwee";schorsing;2026-11-22T10:00'
    assert lees(tekst.encode(), "a.csv") == [Invoer("x7", ("een", "twee"), "schorsing", "2026-11-22T10:00")]
    regel = {"id": 9, "turns": ["een", "twee"], "verwacht": "pesten", "now": "2026-11-22T10:00:00Z"}
    assert uit_tekst(json.dumps(regel)) == [Invoer("9", ("een", "twee"), "pesten", "2026-11-22T10:00:00Z")]


def test_werkblad() -> None:
    inhoud = xlsx(("nr", "Vraag", "verwacht"), (1, "mag dat?", None), (None, None, None), (2, "en dat?", "pesten"))
    gelezen = lees(inhoud, "lijst.xlsx")
    assert gelezen == [Invoer("1", ("mag dat?",)), Invoer("2", ("en dat?",), "pesten")]
    with pytest.raises(LijstFout, match="Regel 2"):
        lees(xlsx(("vraag", "id"), ("=1+1", "formule zonder uitkomst")), "lijst.xlsx")
    assert lees(xlsx(("hoe gaat dat",), ("en dit?",)), "een.xlsx") == [
        Invoer("1", ("hoe gaat dat",)),
        Invoer("2", ("en dit?",)),
    ]


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_coderingen(codering: str) -> None:
    assert lees("vraag\nHoort één coördinator erbij?".encode(codering), "a.csv")[0].beurten == (
        "Hoort één coördinator erbij?",
    )


@pytest.mark.parametrize(
    ("inhoud", "naam", "melding"),
    [
        (b"", "", "geen vraag"),
        (b"  \n \n", "a.csv", "geen vraag"),
        (b"vraag;verwacht\n", "a.csv", "geen vraag"),
        (b"a,b\nc,d\n", "a.csv", "Welke kolom"),
        (b"[1, 2]", "a.jsonl", "JSON-lijst"),
        (b'{"turns": ["a"]}\n{"turns": [', "a.jsonl", "Regel 2 is geen geldige JSON"),
        (b'{"turns": ["a", 3]}', "a.jsonl", "geen tekst"),
        (b'{"turns": []}', "a.jsonl", "Regel 1"),
        (b"{" * 100_000, "a.jsonl", "geen geldige JSON"),
        (b'{"vraag": "a", "now": "morgen"}', "a.jsonl", "schrijf de tijd"),
        (b"vraag;verwacht\n;pesten\n", "a.csv", "Regel 2"),
        (b"\x00\x01\x02\x03vraag", "a.csv", "geen tekstbestand"),
        (b"\xff\xfe\x00", "a.csv", "beschadigd"),
        (b"\xd0\xcf\x11\xe0oud", "a.xls", "oud Excel"),
        (b"PK\x03\x04 geen zip", "a.xlsx", "niet te lezen"),
        (b"helemaal geen zip", "a.xlsx", "niet te lezen"),
        (b"vraag\n" + b"a" * 2001, "a.csv", "2000 tekens"),
        (b"vraag\n" + b"a\n" * 2001, "a.csv", "meer dan 2000"),
        (b'vraag\n"' + b"a" * 200_000, "a.csv", "te lang of stuk"),
        (b"x" * 5_000_001, "a.txt", "groter dan 5 MB"),
    ],
)
def test_wat_niet_kan(inhoud: bytes, naam: str, melding: str) -> None:
    with pytest.raises(LijstFout, match=melding):
        lees(inhoud, naam)


def test_een_zipbom_wordt_niet_uitgepakt() -> None:
    bom = met_deel(xlsx(("vraag",), ("a",)), "xl/worksheets/sheet1.xml", b"<a>" + b" " * 60_000_000)
    assert len(bom) < 200_000

    def weiger() -> None:
        with pytest.raises(LijstFout, match="te groot"):
            lees(bom, "bom.xlsx")

    def pak_uit() -> None:
        with zipfile.ZipFile(io.BytesIO(bom)) as bestand:
            bestand.read("xl/worksheets/sheet1.xml")

    assert verhouding(weiger, pak_uit, keer=2) < 1


def test_een_zip_die_over_zijn_grootte_liegt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(werkblad, "UITGEPAKT", 3_000)
    with pytest.raises(LijstFout, match="te groot"):
        lees(xlsx(("vraag",), ("a",)), "a.xlsx")


@pytest.mark.parametrize(
    "kop",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'.encode("utf-16"),
    ],
)
def test_entiteiten_in_een_werkblad(kop: bytes) -> None:
    with pytest.raises(LijstFout, match="niet te lezen"):
        lees(met_deel(xlsx(("vraag",), ("a",)), "xl/worksheets/sheet1.xml", kop), "a.xlsx")


@pytest.mark.parametrize("deel", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"])
def test_een_stuk_werkblad(deel: str) -> None:
    with pytest.raises(LijstFout):
        lees(met_deel(xlsx(("vraag",), ("a",)), deel, b"<stuk"), "a.xlsx")


def test_te_veel_delen() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as bestand:
        for nummer in range(werkblad.MEESTE_DELEN + 1):
            bestand.writestr(f"deel{nummer}", b"x")
    with pytest.raises(LijstFout, match="te groot"):
        lees(uit.getvalue(), "a.xlsx")


def test_een_werkblad_met_te_veel_rijen() -> None:
    with pytest.raises(LijstFout, match="meer dan 2000"):
        lees(xlsx(("vraag",), *[("a",)] * (lezen.MEESTE_RIJEN + 1)), "a.xlsx")


def test_het_contract_van_de_batch_is_een_lijst(tmp_path: Path) -> None:
    """What `wegwijzer ask --batch` reads can be uploaded as it is."""
    regels = [{"id": f"v{n}", "turns": ["een", "twee"], "now": "2026-11-22T21:00:00+01:00"} for n in range(3)]
    gelezen = lees("\n".join(map(json.dumps, regels)).encode(), "vragen.jsonl")
    assert [(i.id, list(i.beurten), i.nu) for i in gelezen] == [(r["id"], r["turns"], r["now"]) for r in regels]
