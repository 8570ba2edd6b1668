"""What holds for every text: no errors, twice is once, and time that grows with the length only."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tijd import lezen, verhouding

from wegwijzer.redactie import Redacteur
from wegwijzer.redactie.model import SOORTEN

_WOORDEN = (
    "mijn zoon Daan daan Lotte van de der Vries Jansen jansen 3011 AB CD ab 12 12-3-2012 geboren op . , \n ( ) [naam]"
    " [adres] Kerkstraat straat juf mevrouw heet is en Roos Wil 06 12345678 123456782 bsn tel postcode in Best School"
    " Visio - ' : jaar groep wonen X Xylan 0 @ . nl NL91 ABNA 0417 1643 00 nr Groetjes J. ik ben P."
).split(" ")
_BERICHT = st.lists(st.tuples(st.sampled_from(_WOORDEN), st.sampled_from((" ", "", ", "))), max_size=14).map(
    lambda d: "".join(a + b for a, b in d)
)
_instelling = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@_instelling
@given(tekst=st.one_of(_BERICHT, st.text(st.characters())))
def test_faalt_nooit_en_twee_keer_is_een_keer(redacteur: Redacteur, tekst: str) -> None:
    een = redacteur.redigeer(tekst)
    assert redacteur.redigeer(een.tekst).tekst == een.tekst
    assert set(een.soorten) <= set(SOORTEN)


@pytest.mark.parametrize("tekst", ["", " ", "\n", "\ud800", "\x00", "[", "[naam]", "🙂" * 50])
def test_randgevallen(redacteur: Redacteur, tekst: str) -> None:
    assert redacteur.redigeer(tekst).soorten == ()


_STUKKEN = (
    "a",
    "a-",
    "1",
    " ",
    "0 ",
    "van de ",
    "a@",
    "a.",
    "3011 AB ",
    "geboren ",
    "Kerkstraat 12 ",
    "[",
    "\n",
    "12   ",
)


@pytest.mark.parametrize(
    "stuk", (*_STUKKEN, "mijn zoon Daan ", "\u0300", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa( 1 ")
)
def test_tijd_groeit_met_de_lengte(redacteur: Redacteur, stuk: str) -> None:
    """Four times the text is four times the work; with a square in it, sixteen times."""
    kort, lang = (stuk * (n // len(stuk)) for n in (10_000, 40_000))
    assert verhouding(lambda: redacteur.redigeer(lang), lambda: redacteur.redigeer(kort), keer=4) < 8


@pytest.mark.parametrize(
    "begin", ["12", "geboren 12", "[naam]", "Kerkstraat 12", "06", "bsn", "huisnummer", "iban NL", "tel"]
)
def test_lange_witruimte_kost_geen_kwadraat(redacteur: Redacteur, begin: str) -> None:
    kort, lang = (begin + " " * n + "x" for n in (12_500, 50_000))
    assert verhouding(lambda: redacteur.redigeer(lang), lambda: redacteur.redigeer(kort), keer=4) < 8


def test_gewoon_bericht_is_snel(redacteur: Redacteur) -> None:
    """At most some hundred times the plain reading of the same words: about forty when this was made."""
    bericht = "Mijn zoon Daan van 9 zit al 6 weken thuis, juf Marieke zegt niks. Wij wonen in Bergen, 1861 AB."
    assert verhouding(lambda: redacteur.redigeer(bericht), lezen(bericht, keer=10)) < 20
