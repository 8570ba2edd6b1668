"""Every one of the 151 samenwerkingsverbanden: its own name and contact reach the parent, and nobody else's."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from pathlib import Path

import pytest

from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.model import Antwoord, Bericht, Toestand
from wegwijzer.gesprek.stappen import vervolg
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Contact, Samenwerkingsverband
from wegwijzer.pad.situatie import Situatie

KENNIS = Path(__file__).parents[2] / "knowledge"
CODES = sorted(p.stem for p in (KENNIS / "samenwerkingsverbanden").glob("*.yml"))
LANDELIJK = {"PO0001": "po", "REFSVO": "vo"}
TE_LEZEN = ("telefoon", "site", "formulier", "mail", "chat")
MAX_WOORDEN, MAX_MET_REGIO = 90, 110
"""What a parent reads of this step, and where agreements of the region come with it (words)."""


@pytest.fixture(scope="module")
def postcodes() -> dict[str, str]:
    """Code → a PC4 that leads to it, the surest first."""
    gevonden: dict[str, str] = {}
    with (KENNIS / "geografie" / "postcodes.csv").open(encoding="utf-8", newline="") as bestand:
        for rij in sorted(csv.DictReader(bestand), key=lambda r: r["zekerheid"] == "laag"):
            for sector in ("po_swv", "vo_swv"):
                gevonden.setdefault(rij[sector], rij["pc4"])
    return gevonden


@pytest.fixture(scope="module")
def telefoons(huis: Huis) -> dict[str, set[str]]:
    """Code → its own telephone numbers."""
    verbanden = huis.kennis.samenwerkingsverbanden.values()
    return {s.code: {c.waarde for c in _contacten(s) if c.soort == "telefoon"} for s in verbanden}


def _contacten(swv: Samenwerkingsverband) -> list[Contact]:
    return [*(swv.steunpunt.contact if swv.steunpunt else ()), *swv.contact]


def _stap(code: str, postcodes: dict[str, str], huis: Huis, nu: datetime) -> tuple[list[Antwoord], Situatie]:
    """What a parent reads who talked with the school and answers where it stands."""
    if code in LANDELIJK:
        situatie = Situatie(onderwijssoort=LANDELIJK[code], richting="reformatorisch", stappen_gedaan=["school"])
        toestand = Toestand(situatie, begroet=True)
        return vervolg(toestand, huis, nu)[0], toestand.situatie
    situatie = Situatie(onderwijssoort=code[:2].lower(), stappen_gedaan=["school"])
    toestand = Toestand(situatie, vraag="plaats", begroet=True)
    uit = beurt(Bericht(postcodes[code], nu, ranking=[("informeer", 0.9)]), toestand, huis)
    return list(uit.antwoorden), uit.toestand.situatie


def _alles(antwoorden: list[Antwoord]) -> str:
    return "\n".join(f"{a.tekst}\n{json.dumps(dict(a.custom), ensure_ascii=False)}" for a in antwoorden)


@pytest.mark.parametrize("code", CODES)
def test_de_ouder_krijgt_het_eigen_samenwerkingsverband(
    code: str, postcodes: dict[str, str], telefoons: dict[str, set[str]], huis: Huis, nu: datetime
) -> None:
    """Name (or region and code), the steunpunt's number first, else a site; the honest lack of it where unsourced."""
    antwoorden, situatie = _stap(code, postcodes, huis, nu)
    swv = huis.kennis.samenwerkingsverbanden[code]
    tekst = "\n".join(a.tekst for a in antwoorden)
    assert (situatie.swv, situatie.stap) == (code, "samenwerkingsverband"), tekst

    if swv.naam:
        assert swv.naam in tekst
    else:
        assert code in tekst and swv.gebied in tekst

    eigen = [c for c in _contacten(swv) if c.soort in TE_LEZEN]
    van_steunpunt = [c for c in (swv.steunpunt.contact if swv.steunpunt else ()) if c.soort == "telefoon"]
    nummers = van_steunpunt or [c for c in eigen if c.soort == "telefoon"]
    landkaart = huis.kennis.tekst("steunpunt_kaart")
    if nummers:
        assert any(c.waarde in tekst for c in nummers), tekst
    elif eigen:
        assert any(c.waarde in tekst for c in eigen), tekst
    else:
        assert landkaart in tekst
    assert (landkaart in tekst) == (not eigen)

    vreemd = set().union(*telefoons.values()) - telefoons[code]
    assert [n for n in vreemd if n in _alles(antwoorden)] == []


@pytest.mark.parametrize("code", CODES)
def test_de_kaart_heeft_alle_wegen_met_bron(code: str, postcodes: dict[str, str], huis: Huis, nu: datetime) -> None:
    """The widget's card holds each contact once, with where and when it was read; and the step fits on a screen."""
    antwoorden, _ = _stap(code, postcodes, huis, nu)
    kaarten = [a.custom["kaart"] for a in antwoorden if a.custom.get("stap") == 2]
    assert len(kaarten) == 1
    verwacht = {c.waarde for c in _contacten(huis.kennis.samenwerkingsverbanden[code])}
    waarden = [(c["soort"], c["waarde"]) for c in kaarten[0]["contact"]]
    assert {w for _, w in waarden} == verwacht
    assert len(set(waarden)) == len(waarden)
    assert all(c["bron"] and c["gezien"] for c in kaarten[0]["contact"])
    stap = next(a for a in antwoorden if a.custom.get("stap") == 2)
    regionaal = any(code in (*r.swv, *(c for a in r.afspraken for c in a.swv)) for r in huis.kennis.regios)
    assert len(stap.tekst.split()) <= (MAX_MET_REGIO if regionaal else MAX_WOORDEN)


def test_reformatorisch_vraagt_niet_naar_de_plaats(huis: Huis, nu: datetime) -> None:
    """Berséba and RefSVO are one door for the whole country."""
    for soort, code in (("po", "PO0001"), ("sbo", "PO0001"), ("vo", "REFSVO"), ("pro", "REFSVO")):
        situatie = Situatie(onderwijssoort=soort, richting="reformatorisch", stappen_gedaan=["school"])
        vervolg(Toestand(situatie), huis, nu)
        assert situatie.swv == code, soort
