"""The room to try messages, on a running helpdesk without a model."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from bureau import Antwoord, Browser, Bureau
from namaak_zoeker import NamaakZoeker

from wegwijzer.helpdesk import proefbank
from wegwijzer.helpdesk.spoor.proefgesprek import LANGSTE, MEESTE_BEURTEN

PAD = "/helpdesk/proef"


pytestmark = pytest.mark.usefixtures("zoeker")


@pytest.fixture
def iemand(bureau: Bureau) -> Browser:
    return bureau.bezoek()


def probeer(iemand: Browser, *paren: tuple[str, str]) -> Antwoord:
    """The form with these fields, a name more than once where it holds more."""
    velden = [("csrf", iemand.csrf()), *paren]
    koppen: dict[str, Any] = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://127.0.0.1:{iemand.poort}",
    }
    return iemand.vraag("POST", PAD, urlencode(velden).encode(), **koppen)


def beurten(blad: Antwoord) -> list[str]:
    """The messages that the form goes on with."""
    return [unescape(w) for w in re.findall(r'name="beurt" value="([^"]*)"', blad.tekst)]


def test_een_bericht_geeft_antwoord_en_waarom(iemand: Browser) -> None:
    blad = probeer(iemand, ("bericht", "mag school schorsen?"))
    assert blad.status == 200
    for stuk in (
        "Antwoord op: mag school schorsen?", "onderwerp schorsing", "pesten 0.05", "regel 7", "Vereniging Voorbeeld",
        "knowledge/onderwerpen/schorsing.yml", "<mark>school</mark>", "zekerheid laag", "12,5", "controleer dit",
    ):  # fmt: skip
        assert stuk in blad.tekst, stuk
    assert beurten(blad) == ["mag school schorsen?"]


def test_een_gesprek_wordt_elke_keer_heel_afgespeeld(iemand: Browser, zoeker: type[NamaakZoeker]) -> None:
    probeer(iemand, ("bericht", "een\n---\ntwee\nregels"))
    assert zoeker.gevraagd == ["een", "twee\nregels"]
    zoeker.leeg()
    blad = probeer(iemand, ("beurt", "een"), ("beurt", "twee"), ("knop", "Volgende stap"), ("bericht", "niet dit"))
    assert zoeker.gevraagd == ["een", "twee", "Volgende stap"] == beurten(blad)
    assert blad.tekst.count('name="knop"') == 1
    zoeker.leeg()
    assert beurten(probeer(iemand, ("beurt", "een"), ("beurt", "twee"), ("doe", "terug"))) == ["een"]
    zoeker.leeg()
    probeer(iemand, ("beurt", "een"), ("doe", "opnieuw"), ("bericht", "nog niet"))
    assert zoeker.gevraagd == ["een"]


def test_de_situatie_en_de_tijd_gaan_mee(iemand: Browser, zoeker: type[NamaakZoeker]) -> None:
    blad = probeer(
        iemand, ("bericht", "wat nu"), ("plaats", "rotterdam"), ("onderwijssoort", "vo"), ("leeftijd", "14"),
        ("stappen_gedaan", "school"), ("stappen_gedaan", "advieslijn"), ("nu", "2026-03-02T10:30"),
        ("gebeurtenis_aangemeld", "2026-02-01"),
    )  # fmt: skip
    [(slots, nu)] = zoeker.begonnen
    assert slots == {
        "onderwijssoort": "vo", "leeftijd": 14, "stappen_gedaan": ["school", "advieslijn"], "plaats": "Rotterdam",
        "gemeente": "Rotterdam", "swv": "VO2810", "gebeurtenissen": {"aangemeld": "2026-02-01"},
    }  # fmt: skip
    assert nu is not None
    assert nu.replace(tzinfo=None) == datetime(2026, 3, 2, 10, 30)
    assert nu.utcoffset() is not None
    assert 'value="rotterdam"' in blad.tekst
    assert 'value="2026-03-02T10:30"' in blad.tekst


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("plaats", "Nergenshuizen", "officiële naam"),
        ("gemeente", "Nergens", "officiële naam"),
        ("pc4", "0000", "postcode"),
        ("swv", "VO9999", "VO2810"),
        ("leeftijd", "veertien", "heel getal"),
        ("leeftijd", "-3", "heel getal"),
        ("weken_thuis", "99999", "heel getal"),
        ("onderwijssoort", "hogeschool", "lijst"),
        ("gebeurtenis_aangemeld", "gisteren", "2026-11-22"),
        ("nu", "morgen", "dag en een tijd"),
        ("nu", "1200-01-01T10:00", "dag en een tijd"),
    ],
)
def test_wat_niet_kan_wordt_niet_gespeeld(
    iemand: Browser, zoeker: type[NamaakZoeker], veld: str, waarde: str, melding: str
) -> None:
    blad = probeer(iemand, ("beurt", "eerder"), ("bericht", "wat nu"), (veld, waarde))
    assert zoeker.gevraagd == []
    assert beurten(blad) == ["eerder"]
    assert ">wat nu</textarea>" in blad.tekst
    assert melding in re.sub(r"<p class=.uitleg.*?</p>", "", blad.tekst)


def test_grenzen(iemand: Browser, zoeker: type[NamaakZoeker]) -> None:
    te_lang = probeer(iemand, ("bericht", "a" * (LANGSTE + 1)))
    assert (te_lang.status, zoeker.gevraagd) == (400, [])
    assert str(LANGSTE) in te_lang.tekst
    te_veel = probeer(iemand, *[("beurt", "x")] * MEESTE_BEURTEN, ("bericht", "nog een"))
    assert (te_veel.status, zoeker.gevraagd) == (400, [])
    heel_lang = probeer(iemand, *[("beurt", "ë" * LANGSTE)] * MEESTE_BEURTEN)
    assert heel_lang.status == 200
    assert probeer(iemand, ("bericht", "x" * 400_000)).status == 413


def test_wat_iemand_typt_wordt_nooit_opmaak(iemand: Browser) -> None:
    blad = probeer(iemand, ("bericht", '<script>alert(1)</script>"><b onclick=x>'))
    assert "<script>alert" not in blad.tekst
    assert "<b onclick" not in blad.tekst
    assert "&lt;script&gt;" in blad.tekst


def test_persoonsgegevens_staan_niet_in_het_spoor(iemand: Browser) -> None:
    blad = probeer(iemand, ("bericht", "mail me op jan.jansen@voorbeeld.example"))
    zichtbaar = re.sub(r'<input type="hidden"[^>]*>', "", blad.tekst)
    assert "jan.jansen" not in zichtbaar
    assert "[e-mail]" in zichtbaar or "[mail" in zichtbaar


def test_niets_komt_bij_de_gesprekken_van_ouders(iemand: Browser, bureau: Bureau) -> None:
    probeer(iemand, ("bericht", "een proef die nergens blijft"))
    assert bureau.agent.gehoord == []
    assert "nergens blijft" not in bureau.database.read_bytes().decode("latin-1")


def test_een_druk_moment_is_een_boodschap(iemand: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proefbank, "WACHTENDEN", 0)
    blad = probeer(iemand, ("bericht", "hallo"))
    assert blad.status == 503
    assert "opnieuw" in blad.tekst
    assert ">hallo</textarea>" in blad.tekst


def test_zonder_model_is_een_boodschap(iemand: Browser, bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bureau.agent, "processor", None)
    assert probeer(iemand, ("bericht", "hallo")).status == 503


def test_alleen_wie_is_ingelogd(bureau: Bureau) -> None:
    assert bureau.browser().get(PAD).status == 303
    assert bureau.bezoek().vraag("POST", PAD, b"bericht=hallo").status == 403
