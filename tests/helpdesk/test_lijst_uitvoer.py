"""Filters, files and comparison of a list that has been answered."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import openpyxl
import pytest

from wegwijzer.helpdesk.lijsten.filter import Filter
from wegwijzer.helpdesk.lijsten.lijst import Rij
from wegwijzer.helpdesk.lijsten.uitvoer import KOPPEN, als_csv, als_jsonl, als_xlsx
from wegwijzer.helpdesk.lijsten.vergelijk import BIJ, GELIJK, WEG, verschillen, woorddiff


def beurt(
    topic: str = "schorsing", tekst: str = "Dat mag.", kans: float = 0.9, stap: str | None = None
) -> dict[str, Any]:
    return {
        "text": "vraag", "topic": topic, "topics": [topic], "ranking": [{"topic": topic, "confidence": kans}],
        "slots": {"stap": stap}, "replies": [{"text": "Welkom.", "buttons": []}, {"text": tekst, "buttons": []}],
        "why": f"onderwerp {topic}",
    }  # fmt: skip


def rij(id_: str, *beurten: dict[str, Any], verwacht: str = "", vraag: str = "mag dat?", fout: str = "") -> Rij:
    return Rij(id_, (vraag,), verwacht, "", list(beurten) or None, fout)


RIJEN = [
    rij("a", beurt(), verwacht="schorsing"),
    rij("b", beurt("pesten", kans=0.2), verwacht="schorsing"),
    rij("c", beurt("onduidelijk", kans=0.1)),
    rij("d"),
    rij("e", fout="Deze vraag gaf een fout."),
    rij("f", beurt("pesten", "Bel de inspectie.")),
]


@pytest.mark.parametrize(
    ("vragen", "verwacht"),
    [
        ({}, "abcdef"),
        ({"welke": ["fout"]}, "b"),
        ({"welke": ["goed"]}, "a"),
        ({"welke": ["geen"]}, "ce"),
        ({"onderwerp": ["pesten"]}, "bf"),
        ({"zeker": ["0,5"]}, "bc"),
        ({"zoek": ["INSPECTIE"]}, "f"),
        ({"onderwerp": ["pesten"], "zeker": ["0.5"]}, "b"),
        ({"zeker": ["veel"], "welke": ["iets anders"]}, "abcdef"),
        ({"zeker": ["nan"]}, "abcdef"),
        ({"zoek": ["staat nergens"]}, ""),
    ],
)
def test_filter(vragen: dict[str, list[str]], verwacht: str) -> None:
    gekozen = Filter.lees(vragen).kies(RIJEN)
    assert "".join(r.id for _, r in gekozen) == verwacht
    assert all(RIJEN[nummer - 1] is r for nummer, r in gekozen)


GEVAARLIJK = ["=1+1", "+31", "-1", "@som", "\t=1", ' =HYPERLINK("x")', "%0A=1", "|cmd", "\n=2"]


@pytest.mark.parametrize("cel", GEVAARLIJK)
def test_geen_cel_wordt_een_formule(cel: str) -> None:
    vol = [rij(cel, beurt(cel, cel), verwacht=cel, vraag=cel)]
    gelezen = list(csv.reader(io.StringIO(als_csv(vol).decode("utf-8-sig")), delimiter=";"))
    assert tuple(gelezen[0]) == KOPPEN
    for waarde in gelezen[1]:
        assert waarde.lstrip()[:1] not in ("=", "+", "-", "@", "%", "|"), waarde
    blad = openpyxl.load_workbook(io.BytesIO(als_xlsx(vol))).active
    assert {c.data_type for regel in blad.iter_rows() for c in regel if c.value is not None} == {"s"}


def test_alles_staat_in_het_bestand() -> None:
    gelezen = list(csv.DictReader(io.StringIO(als_csv(RIJEN).decode("utf-8-sig")), delimiter=";"))
    assert [r["id"] for r in gelezen] == list("abcdef")
    assert gelezen[0] == {
        "id": "a", "vraag": "mag dat?", "verwacht": "schorsing", "onderwerp": "schorsing", "oordeel": "goed",
        "zekerheid": "0,90", "stap": "", "waarom": "onderwerp schorsing", "antwoord": "Welkom.\n\nDat mag.", "fout": "",
    }  # fmt: skip
    blad = openpyxl.load_workbook(io.BytesIO(als_xlsx(RIJEN))).active
    assert [c.value for c in blad["D"]][1:3] == ["schorsing", "pesten"]
    regels = [json.loads(r) for r in als_jsonl(RIJEN).decode().splitlines()]
    assert [r["id"] for r in regels] == list("abcef")
    assert regels[0]["turns"][0]["topic"] == "schorsing"
    assert "error" in regels[3]


def test_tekens_die_een_bestand_stuk_maken() -> None:
    vol = [rij("x", beurt(tekst="voor\x00na \ud800 \x0b" + "a" * 40_000))]
    assert openpyxl.load_workbook(io.BytesIO(als_xlsx(vol))).active["I2"].value.startswith("Welkom.")
    assert b"voor" in als_csv(vol)
    assert als_jsonl(vol)


def test_alleen_wat_anders_is() -> None:
    oud = [rij("a", beurt()), rij("b", beurt("pesten")), rij("c", beurt(stap="school")), rij("d"), rij("e", beurt())]
    nieuw = [
        rij("a", beurt()),
        rij("b", beurt("schorsing")),
        rij("c", beurt(tekst="Dat mag niet.", stap="klacht")),
        rij("d", beurt()),
        rij("e", fout="kapot"),
    ]
    gevonden = verschillen(nieuw, oud)
    assert [(v.nummer, v.id, v.wat) for v in gevonden] == [
        (2, "b", ("onderwerp",)),
        (3, "c", ("stap", "tekst")),
        (5, "e", ("fout",)),
    ]
    assert gevonden[0].onderwerp == ("pesten", "schorsing")
    assert gevonden[1].stap == ("school", "klacht")
    assert verschillen(nieuw, nieuw) == []


def test_woorddiff_geeft_beide_teksten_terug() -> None:
    oud, nieuw = "Bel de school morgen.", "Bel vandaag de school."
    stukken = woorddiff(oud, nieuw)
    assert "".join(t for s, t in stukken if s != BIJ) == oud
    assert "".join(t for s, t in stukken if s != WEG) == nieuw
    assert (GELIJK, "Bel") in stukken
