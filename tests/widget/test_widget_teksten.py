"""The words of the widget: one file, short sentences, and facts as in knowledge/."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from nepkanaal import WEB

WORTEL = Path(__file__).parents[2]
BRON = WORTEL / "widget" / "src"
TEKSTEN = (BRON / "teksten.ts").read_text(encoding="utf-8")
PAGINA = (WEB / "chat.html").read_text(encoding="utf-8")
ORGANISATIES = WORTEL / "knowledge" / "organisaties"


def _nummers(naam: str) -> set[str]:
    inhoud = yaml.safe_load((ORGANISATIES / f"{naam}.yml").read_text(encoding="utf-8"))
    return {c["waarde"] for c in inhoud["contact"] if c["soort"] == "telefoon"}


def test_nummers_komen_uit_de_kennis() -> None:
    """In the script literally, for when there is no server; in the page as the server fills them in."""
    bekend = _nummers("noodnummer_112") | _nummers("zelfmoordpreventie_113") | _nummers("ouders_en_onderwijs")
    for waar, minstens in ((TEKSTEN, {"112", "0800-0113", "088-605 01 01"}), (PAGINA, set())):
        genoemd = set(re.findall(r"\b(?:0[\d -]{6,}\d|11[23])\b", re.sub(r'href="[^"]*"|\{[^}]*\}', "", waar)))
        assert minstens <= genoemd <= bekend


def test_wie_u_belt_zonder_server() -> None:
    """The three contacts in the script are emergency numbers or advice of knowledge/, under their own names."""
    noodhulp = yaml.safe_load((WORTEL / "knowledge" / "noodhulp.yml").read_text(encoding="utf-8"))
    nood = {n["id"]: n["voor"] for n in noodhulp["nummers"]}
    assert {"noodnummer_112", "zelfmoordpreventie_113"} <= set(nood)
    blok = re.search(r"export const contacten = \[(.*?)\] as const", TEKSTEN, re.DOTALL)
    assert blok is not None
    rijen = re.findall(r'\["([^"]*)", "([^"]*)", "([^"]*)"\]', blok[1])
    assert len(rijen) == 3
    for (wie, nummer, wat), naam in zip(
        rijen, ("noodnummer_112", "zelfmoordpreventie_113", "ouders_en_onderwijs"), strict=True
    ):
        assert nummer in _nummers(naam), naam
        for los in re.findall(r"\b(?:0[\d -]{6,}\d|11[23])\b", wat):
            assert los in _nummers(naam), naam
        eigen = yaml.safe_load((ORGANISATIES / f"{naam}.yml").read_text(encoding="utf-8"))["naam"]
        over = {w.lower() for w in re.findall(r"\w{5,}", f"{nood.get(naam, '')} {eigen}")}
        assert over & {w.lower() for w in re.findall(r"\w{5,}", wie)}, naam


def test_zonder_javascript_staat_er_wie_u_kunt_bellen() -> None:
    zonder = re.search(r"<noscript>(.*)</noscript>", PAGINA, re.DOTALL)
    assert zonder is not None
    assert zonder[1].count('href="tel:') >= 3


def test_de_zes_stappen_heten_zoals_in_de_kennis() -> None:
    pad = yaml.safe_load((WORTEL / "knowledge" / "pad.yml").read_text(encoding="utf-8"))
    hier = re.search(r"export const stappen = \[(.*?)\]", TEKSTEN, re.DOTALL)
    assert hier is not None
    assert re.findall(r'"([^"]+)"', hier[1]) == [stap["kort"] for stap in pad["stappen"]]


def test_korte_zinnen() -> None:
    for tekst in re.findall(r'"([^"]+)"', TEKSTEN):
        for zin in re.split(r"[.!?:;,] ", tekst):
            assert len(zin.split()) <= 15, zin


def test_alle_woorden_staan_in_een_bestand() -> None:
    """No other source holds Dutch that a parent reads: no text between tags, no label in quotes."""
    for bestand in BRON.rglob("*.ts"):
        if bestand.name == "teksten.ts":
            continue
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", bestand.read_text(encoding="utf-8"), flags=re.DOTALL)
        for sjabloon in re.findall(r"html`(.*?)`", code, re.DOTALL):
            kaal = re.sub(r"\$\{[^{}]*\}", "", sjabloon)
            los = [t for t in re.findall(r">([^<>${}`]*)<", kaal) if re.search(r"[A-Za-z]{3}", t) and "=>" not in t]
            assert los == [], (bestand.name, los)
            assert not re.search(r'(?:aria-label|placeholder|title)="[^"]+"', kaal), bestand.name
