"""The parts of the website channel, without a server: buckets, settings, addresses, turns, files, ids of buttons."""

from __future__ import annotations

import asyncio
import gzip
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sanic.compat import Header

from wegwijzer.huis import houder
from wegwijzer.kanaal import vorm
from wegwijzer.kanaal.bestanden import Bestanden, antwoord, met_nummers
from wegwijzer.kanaal.beurten import Beurten, Bezig
from wegwijzer.kanaal.emmers import Emmers, vergeet_alle
from wegwijzer.kanaal.instellingen import Instellingen, InstellingFout, herkomst
from wegwijzer.kanaal.toegang import Toegang
from wegwijzer.opslag.berichten import Bericht


def _vraag(ip: str = "203.0.113.5", **koppen: str) -> Any:
    return SimpleNamespace(ip=ip, headers=Header({n.replace("_", "-"): w for n, w in koppen.items()}), method="GET")


def test_een_emmer_loopt_leeg_en_weer_vol() -> None:
    emmers = Emmers(3, 60)
    assert [emmers.neem("a", 0.0) for _ in range(3)] == [0.0] * 3
    assert emmers.neem("a", 0.0) == pytest.approx(20.0)
    assert emmers.neem("b", 0.0) == 0.0
    assert emmers.neem("a", 19.9) > 0.0
    assert emmers.neem("a", 20.1) == 0.0
    assert emmers.neem("a", 20.1) > 0.0
    assert [emmers.neem("a", 1e6) for _ in range(4)][-2:] == [0.0, pytest.approx(20.0)]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 30)), max_size=60))
def test_nooit_meer_dan_de_emmer_en_wat_erbij_liep(stappen: list[tuple[str, float]]) -> None:
    emmers, nu, gegeven = Emmers(5, 60), 0.0, {"a": 0, "b": 0}
    for sleutel, later in stappen:
        nu += later
        gegeven[sleutel] += emmers.neem(sleutel, nu) == 0.0
        assert gegeven[sleutel] <= 5 + nu / 12 + 1e-6


def test_een_adres_staat_er_alleen_gezouten_en_een_uur() -> None:
    """Nobody can read out of memory who was here, and two workers do not hold the same mark."""
    adres, een, twee = "203.0.113.5", Emmers(3, 3600), Emmers(3, 3600)
    for emmers in (een, twee):
        assert emmers.neem(adres, 0.0) == 0.0
    assert adres not in repr(vars(een)) and not set(een._emmers) & set(twee._emmers)
    assert een.neem("198.51.100.7", 3599.0) == 0.0 and len(een) == 2
    assert een.neem("198.51.100.7", 3600.0) == 0.0 and len(een) == 1, "na een uur is het vergeten"
    vergeet_alle(3600.0)
    assert len(twee) == 0, "ook als niemand meer iets vraagt: /health doet dit"


def test_een_adres_dat_terugkomt_telt_verder() -> None:
    """Forgetting gives nobody more than the limit: only buckets that are full again go."""
    emmers = Emmers(2, 3600)
    assert [emmers.neem("a", t) == 0.0 for t in (0.0, 0.0, 0.0, 1799.0, 1801.0, 3601.0, 3602.0)] == [
        True, True, False, False, True, True, False
    ]  # fmt: skip


def test_het_aantal_emmers_is_begrensd() -> None:
    emmers = Emmers(1, 60, hoogstens=100)
    for nummer in range(1000):
        emmers.neem(str(nummer), float(nummer))
        emmers.neem("drukke", float(nummer))
    assert len(emmers) == 100
    assert emmers.neem("drukke", 999.0) > 0.0


@pytest.mark.parametrize(
    ("gegeven", "verwacht"),
    [
        ("https://www.school.nl", "https://www.school.nl"),
        (" HTTPS://WWW.School.NL:443/ ", "https://www.school.nl"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://café.nl", "https://xn--caf-dma.nl"),
    ],
)
def test_sites_in_een_schrijfwijze(gegeven: str, verwacht: str) -> None:
    assert herkomst(gegeven) == verwacht


@pytest.mark.parametrize(
    "gegeven",
    ["*", "https://*", "https://*.school.nl", "school.nl", "ftp://school.nl", "https://school.nl/pad", "null",
     "https://school.nl?x", "https://jan@school.nl", "https://", "https://school.nl:x", "https://school.nl;x"],
)  # fmt: skip
def test_wat_geen_site_is(gegeven: str) -> None:
    with pytest.raises(InstellingFout, match="WEGWIJZER_SITES"):
        Instellingen.lees(omgeving={"WEGWIJZER_SITES": f"https://goed.nl,{gegeven}"})


def test_instellingen_uit_de_omgeving_en_uit_credentials() -> None:
    gegeven = {"sites": ["https://a.nl"], "berichten_per_minuut": 5}
    omgeving = {"WEGWIJZER_SITES": "https://b.nl, https://c.nl,", "WEGWIJZER_PROXY_KOP": "X-Real-IP"}
    lees = Instellingen.lees(gegeven, omgeving)
    assert lees == Instellingen(("https://b.nl", "https://c.nl"), "x-real-ip", berichten_per_minuut=5)
    assert Instellingen.lees(gegeven, {}).sites == ("https://a.nl",)
    assert Instellingen.lees(None, {"WEGWIJZER_SITES": ""}) == Instellingen()


@pytest.mark.parametrize(
    ("gegeven", "omgeving"),
    [
        ({"stes": []}, {}),
        ({"sites": 5}, {}),
        ({"sites": [5]}, {}),
        ({"berichten_per_minuut": True}, {}),
        ({}, {"WEGWIJZER_BERICHTEN_PER_MINUUT": "0"}),
        ({}, {"WEGWIJZER_MAX_TEKENS": "veel"}),
        ({}, {"WEGWIJZER_PROXY_KOP": "X-Real-IP: 1"}),
    ],
)
def test_een_instelling_die_niet_kan(gegeven: dict[str, Any], omgeving: dict[str, str]) -> None:
    with pytest.raises(InstellingFout):
        Instellingen.lees(gegeven, omgeving)


@pytest.mark.parametrize(
    ("ip", "kop", "verwacht"),
    [
        ("203.0.113.5", None, "203.0.113.5"),
        ("127.0.0.1", None, None),
        ("::1", None, None),
        ("::ffff:203.0.113.5", None, "203.0.113.5"),
        ("2001:db8:1:2:3:4:5:6", None, "2001:db8:1:2::"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
        ("127.0.0.1", '"[2001:db8:1:2:3::9]:4711"', "2001:db8:1:2::"),
        ("127.0.0.1", "onzin", "onbekend"),
        ("127.0.0.1", "", "onbekend"),
    ],
)
def test_het_adres(ip: str, kop: str | None, verwacht: str | None) -> None:
    toegang = Toegang(Instellingen(proxy_kop="x-forwarded-for"))
    assert toegang.adres(_vraag(ip, **({} if kop is None else {"X_Forwarded_For": kop}))) == verwacht


def test_een_kop_die_niet_is_ingesteld_telt_niet() -> None:
    assert Toegang(Instellingen()).adres(_vraag(X_Forwarded_For="6.6.6.6")) == "203.0.113.5"
    toegang = Toegang(Instellingen(proxy_kop="x-real-ip"))
    assert toegang.adres(_vraag(X_Forwarded_For="6.6.6.6", X_Real_IP="198.51.100.7")) == "198.51.100.7"


def test_een_beurt_die_mislukt_mislukt_voor_wie_erop_wacht() -> None:
    async def proef() -> None:
        beurten: Beurten[str] = Beurten()

        async def kapot() -> str:
            await asyncio.sleep(0.05)
            raise RuntimeError

        async def goed() -> str:
            return "goed"

        async def neem(sleutel: str, beurt: Any) -> str:
            return await beurten.neem("g", sleutel, beurt, 60.0, 60.0)

        uit = await asyncio.gather(neem("a", kapot), neem("a", goed), neem("b", goed), return_exceptions=True)
        assert [type(u) for u in uit] == [RuntimeError, RuntimeError, str]
        await asyncio.sleep(0)
        assert len(beurten) == 0

    asyncio.new_event_loop().run_until_complete(proef())


def test_een_beurt_loopt_door_als_de_vrager_opgeeft() -> None:
    async def proef() -> None:
        beurten: Beurten[str] = Beurten()
        gedaan, mag = [], asyncio.Event()

        async def traag() -> str:
            await mag.wait()
            gedaan.append(1)
            return "klaar"

        with pytest.raises(Bezig):
            await beurten.neem("g", "a", traag, 60.0, 0.01)
        vrager = asyncio.get_running_loop().create_task(beurten.neem("g", "a", traag, 60.0, 60.0))
        await asyncio.sleep(0.01)
        vrager.cancel()
        asyncio.get_running_loop().call_later(0.05, mag.set)
        assert await beurten.neem("g", "a", traag, 60.0, 60.0) == "klaar"
        assert gedaan == [1]

    asyncio.new_event_loop().run_until_complete(proef())


def test_knoppen_horen_bij_gesprek_bericht_en_plek() -> None:
    kennis = houder().haal().kennis
    gelezen = [Bericht(2, False, 0.0, "a", ("Ja", "Nee", "Ja")), Bericht(4, False, 0.0, "b", ("Ja",))]
    een = [k["id"] for b in vorm.als_berichten(gelezen, "token-een", 0, kennis) for k in b["buttons"]]
    twee = [k["id"] for b in vorm.als_berichten(gelezen, "token-twee", 0, kennis) for k in b["buttons"]]
    later = [k["id"] for b in vorm.als_berichten(gelezen, "token-een", 7, kennis) for k in b["buttons"]]
    assert len({*een, *twee, *later}) == 12
    assert [vorm.titel_van(i, gelezen, "token-een", 0, kennis) for i in een] == ["Ja", "Nee", "Ja", "Ja"]
    assert {vorm.titel_van(i, gelezen, "token-twee", 0, kennis) for i in een} == {None}


def test_de_groet_staat_er_niet_twee_keer() -> None:
    kennis = houder().haal().kennis
    welkom = kennis.tekst("welkom")
    gelezen = [
        Bericht(1, True, 0.0, "hallo"), Bericht(2, False, 0.0, welkom), Bericht(3, False, 0.0, "Wat is er?"),
        Bericht(4, True, 0.0, welkom),
    ]  # fmt: skip
    getoond = vorm.als_berichten(gelezen, "t", 0, kennis)
    assert [b["id"] for b in getoond] == [1000, 3000, 4000]
    assert welkom in vorm.begroeting("t", kennis)["text"]
    assert vorm.laatste_id(gelezen, 0, 0) == 4000


def test_bestanden_uit_het_geheugen(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("let a = 1;" * 100)
    (tmp_path / "geheim.py").write_text("x = 1")
    (tmp_path.parent / "buiten.js").write_text("x")
    bestanden = Bestanden(tmp_path)
    for naam in (
        "geheim.py",
        "../buiten.js",
        "..\\buiten.js",
        "b.js",
        "",
        ".js",
        "a.js\0",
        "x" * 5000 + ".js",
        "\ud800.js",
    ):
        assert bestanden.haal(naam) is None
    gewoon = antwoord(bestanden.haal("a.js"), _vraag(), {})  # type: ignore[arg-type]
    klein = antwoord(bestanden.haal("a.js"), _vraag(Accept_Encoding="br, gzip;q=0.8"), {})  # type: ignore[arg-type]
    assert gzip.decompress(klein.body) == gewoon.body
    assert len(klein.body) < len(gewoon.body)
    assert klein.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in gewoon.headers
    assert klein.headers["etag"] != gewoon.headers["etag"]
    assert antwoord(bestanden.haal("a.js"), _vraag(Accept_Encoding="gzip;q=0"), {}).body == gewoon.body  # type: ignore[arg-type]
    for etag in (klein.headers["etag"], f'"x", W/{gewoon.headers["etag"]}', "*"):
        niets = antwoord(bestanden.haal("a.js"), _vraag(If_None_Match=etag), {})  # type: ignore[arg-type]
        assert (niets.status, niets.body) == (304, b"")
    (tmp_path / "a.js").write_text("let a = 2;")
    os.utime(tmp_path / "a.js", ns=(1, 1))
    vers = antwoord(bestanden.haal("a.js"), _vraag(If_None_Match=gewoon.headers["etag"]), {})  # type: ignore[arg-type]
    assert (vers.status, vers.body) == (200, b"let a = 2;")


def test_nummers_op_een_pagina_komen_uit_de_kennis(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="tel:{bel:ouders_en_onderwijs}">{tel:ouders_en_onderwijs}</a>{bel:niemand}'
    )
    bestand = Bestanden(tmp_path).haal("a.html")
    assert bestand is not None
    nummer = houder().haal().kennis.organisaties["ouders_en_onderwijs"].telefoons()[0]
    gevuld = met_nummers(bestand)
    kaal = "".join(t for t in nummer if t.isdigit())
    assert gevuld.inhoud.decode() == f'<a href="tel:{kaal}">{nummer}</a>'
    assert gevuld.etag != bestand.etag
