"""The letters of this checkout: complete, in order, and never more than a template can safely do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wegwijzer.kennis.model import Kennis
from wegwijzer.kennis.sjabloon import ALTIJD, GEBEURTENISSEN, WAARDEN, fouten, voorbeeld, vul_in

README = Path(__file__).parents[2] / "knowledge" / "README.md"
IDS = {
    "gesprek_aanvragen", "verzuim_gemeld", "hulp_samenwerkingsverband", "opp_niet_akkoord", "schriftelijk_aanmelden",
    "bezwaar", "klacht",
}  # fmt: skip
DREIGEN = ("advocaat", "rechter", "aansprakelijk", "sommeer", "eis ", "eisen", "aangifte", "juridische stappen", "!")


def test_de_zeven_brieven_zijn_er(kennis: Kennis) -> None:
    """Each with a topic at which it is offered, and each found by its own words only."""
    assert set(kennis.brieven) == IDS
    assert all(b.onderwerpen for b in kennis.brieven.values())
    woorden = [w for b in kennis.brieven.values() for w in b.woorden]
    assert len(woorden) == len(set(woorden))


@pytest.mark.parametrize("id_", sorted(IDS))
def test_beleefd_en_zonder_dreigen(id_: str, kennis: Kennis) -> None:
    """Plain formal Dutch: a greeting, a closing, no threat, no sentence longer than 25 words."""
    tekst = kennis.brieven[id_].tekst
    assert re.search(r"^Geachte?\b", tekst, re.MULTILINE) and "Met vriendelijke groet" in tekst
    assert [d for d in DREIGEN if d in tekst.lower()] == []
    uit = vul_in(tekst, voorbeeld(frozenset(kennis.termijnen.gebeurtenissen), True))
    lang = [z for z in re.split(r"[.?!:;]\s|\n", uit) if len(z.split()) > 25]
    assert lang == []


def test_het_leesmij_noemt_elk_woord() -> None:
    """An editor can only use what is described."""
    uitleg = README.read_text(encoding="utf-8")
    assert [w for w in (*WAARDEN, GEBEURTENISSEN) if f"`{w}`" not in uitleg] == []


def test_wat_altijd_bekend_is_staat_bij_de_woorden() -> None:
    assert set(ALTIJD) <= set(WAARDEN)


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{{ ''.__class__ }}",
        "{{ kind.__class__ }}",
        "{{ kind['x'] }}",
        "{% for x in [1] %}{% endfor %}",
        "{% set x = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{{ kind | upper }}",
        "{{ kind() }}",
        "{{ 9 ** 9 }}",
        "{{ leeftijd > 12 }}",
        "{{ gebeurtenissen }}{{ gebeurtenissen['a'] }}",
        "{{ ontsnapt",
        "{% endif %}",
    ],
)
def test_een_sjabloon_kan_niets_anders_dan_invullen(sjabloon: str) -> None:
    """No loops, calls, filters, attributes or indexes: each is refused before it runs."""
    assert fouten(sjabloon, frozenset({"besluit"})) != []


@pytest.mark.parametrize(
    ("sjabloon", "woord"),
    [
        ("{{ plaats }}", "plaats"),
        ("{% if leeftijd %}{{ plaats }}{% endif %}", "plaats"),
        ("{% if not plaats %}{{ school }}{% endif %}", "school"),
        ("{{ gebeurtenissen.besluit }}", "besluit"),
        ("{{ leeftijd or plaats }}", "plaats"),
    ],
)
def test_een_gat_zonder_or_wordt_gevonden(sjabloon: str, woord: str) -> None:
    """In whichever branch it stands."""
    assert [(f.soort, f.wat) for f in fouten(sjabloon, frozenset({"besluit"}))] == [("leeg", woord)]


def test_een_gat_dat_toch_blijft_is_een_plek_om_in_te_vullen() -> None:
    """Should the check ever miss one, the parent sees a gap and not a word of Python."""
    assert vul_in("Op {{ plaats }}.", voorbeeld(frozenset(), False)) == "Op [zelf invullen]."
