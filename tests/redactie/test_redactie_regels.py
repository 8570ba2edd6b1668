"""The rules of each kind, at their edges."""

from __future__ import annotations

import importlib.util
import logging
import subprocess
import sys

import pytest

from wegwijzer.redactie import Redacteur, RedactieFout
from wegwijzer.redactie.lijsten import lijsten
from wegwijzer.redactie.nummers import elfproef


@pytest.mark.parametrize(
    ("tekst", "uit", "soorten"),
    [
        ("wij wonen op 3011 AB", "wij wonen op 3011", ("postcode",)),
        ("Kerkstraat 12, 3011 AB Rotterdam", "[adres], 3011 Rotterdam", ("adres", "postcode")),
        ("mijn zoon daan zit thuis", "mijn zoon [naam] zit thuis", ("naam",)),
        ("juf Marieke van den Berg zei", "juf [naam] zei", ("naam",)),
        (
            "geboren op 12-3-2012 en sinds 3-9-2024 thuis",
            "geboren op [geboortedatum] en sinds 3-9-2024 thuis",
            ("geboortedatum",),
        ),
        ("06-12345678 3 weken thuis", "[telefoon] 3 weken thuis", ("telefoon",)),
        ("mail jan@x.nl of bel 0612345678", "mail [mail] of bel [telefoon]", ("telefoon", "mail")),
    ],
)
def test_wat_er_overblijft(tekst: str, uit: str, soorten: tuple[str, ...], redacteur: Redacteur) -> None:
    gevolg = redacteur.redigeer(tekst)
    assert (gevolg.tekst, gevolg.soorten) == (uit, soorten)


def test_uitgezonderd_nummer_en_naam_blijven() -> None:
    tekst = "Fleurtje Jansen bellen op 088-1234567"
    assert Redacteur(()).redigeer(tekst).soorten == ("naam", "telefoon")
    assert Redacteur(["Fleurtje Jansen", "088 - 123 45 67"]).redigeer(tekst).tekst == tekst


def test_plaats_met_meisjesnaam(redacteur: Redacteur) -> None:
    assert redacteur.redigeer("de school staat in Erica").soorten == ()
    assert redacteur.redigeer("mijn dochter Erica zit thuis").tekst == "mijn dochter [naam] zit thuis"


@pytest.mark.parametrize(
    "merk", ["bsn", "naam", "adres", "leerlingnummer", "iban", "telefoon", "mail", "geboortedatum"]
)
def test_getypt_merk_blijft(merk: str, redacteur: Redacteur) -> None:
    gevolg = redacteur.redigeer(f"mijn zoon [{merk}] zit thuis")
    assert (gevolg.tekst, gevolg.soorten) == (f"mijn zoon [{merk}] zit thuis", ())


def test_onzichtbare_tekens_en_vreemde_cijfers_verbergen_niets(redacteur: Redacteur) -> None:
    assert redacteur.redigeer("bel 06-1234\u200b5678").soorten == ("telefoon",)
    assert redacteur.redigeer("bel ０６１２３４５６７８").soorten == ("telefoon",)
    assert redacteur.redigeer("ik ben Zoe\u0308").soorten == ("naam",)


@pytest.mark.parametrize(
    ("cijfers", "goed"),
    [("123456782", True), ("111222333", True), ("123456789", False), ("000000000", False), ("12345", False)],
)
def test_elfproef(cijfers: str, goed: bool) -> None:
    assert elfproef(cijfers) is goed


def test_zonder_lijsten_geen_redactie(monkeypatch: pytest.MonkeyPatch) -> None:
    lijsten.cache_clear()
    monkeypatch.setattr("wegwijzer.redactie.lijsten.find_spec", lambda naam: None)
    try:
        with pytest.raises(RedactieFout):
            Redacteur(())
    finally:
        lijsten.cache_clear()


def test_schrijft_niets_en_laat_het_log_met_rust() -> None:
    assert importlib.util.find_spec("deduce") is not None
    code = (
        "import logging, sys; from wegwijzer.redactie import Redacteur; Redacteur(['Best']).redigeer('mijn zoon Daan');"
        "assert 'deduce' not in sys.modules and not logging.getLogger().handlers;"
        "assert not {'rasa', 'sanic', 'sqlalchemy'} & set(sys.modules)"
    )
    gevolg = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600)
    assert (gevolg.returncode, gevolg.stdout, gevolg.stderr) == (0, "", "")
    assert logging.getLogger().level != logging.DEBUG
