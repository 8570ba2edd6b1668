"""What parents read stays easy: short sentences, short words, `u`, no officialese, terms explained."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from wegwijzer.kennis import leesverslag
from wegwijzer.kennis.leesbaarheid import FLESCH_VANAF, LAAGSTE_FLESCH, LANGSTE_ZIN, STREEF_ZIN, meet, zinnen
from wegwijzer.kennis.leesteksten import VELDEN, Leestekst, leesteksten
from wegwijzer.kennis.leesverslag import ZONDER_UITLEG, Regel
from wegwijzer.kennis.lettergrepen import lettergrepen
from wegwijzer.kennis.vaktermen import onuitgelegd

KENNIS = Path(__file__).parents[2] / "knowledge"
WOORDEN = Path(__file__).parent / "gegevens" / "lettergrepen.txt"
"""Words with their syllables, counted by hand."""


@pytest.fixture(scope="module")
def verslag() -> list[Regel]:
    """The texts of this checkout, measured."""
    return leesverslag.regels(KENNIS)


def test_geen_tekst_boven_een_grens(verslag: list[Regel]) -> None:
    """Sentence length, Flesch-Douma, officialese, `je`, terms without explanation; the message says what to mend."""
    assert "\n".join(str(r) for r in verslag if r.gebreken) == ""


def test_zinnen_boven_de_vijftien_zijn_zeldzaam(verslag: list[Regel]) -> None:
    """At most one sentence in a hundred is longer than what we aim at."""
    lang = [zin for r in verslag for zin in r.maat.lang]
    assert len(lang) <= sum(r.maat.zinnen for r in verslag) / 100, "\n".join(lang)


def test_elke_soort_tekst_wordt_gemeten(verslag: list[Regel]) -> None:
    """Topics, road, own words, danger, organisations, regions, places, terms and letters."""
    assert {r.tekst.soort for r in verslag} == set(VELDEN)
    assert len(verslag) > 1000
    assert all(r.maat.woorden for r in verslag)


def test_veel_teksten_zijn_lang_genoeg_voor_de_formule(verslag: list[Regel]) -> None:
    """Otherwise the limit on Flesch-Douma would hold for nothing."""
    lang = [r for r in verslag if r.maat.woorden > FLESCH_VANAF]
    assert len(lang) > 150
    assert {r.tekst.soort for r in lang} >= {"onderwerp", "noodhulp", "brief", "pad"}


def test_regelnummers_wijzen_de_tekst_aan(verslag: list[Regel]) -> None:
    """The line that is named holds the field, the list item or the first line of the letter."""
    for regel in [r for r in verslag if r.tekst.soort == "onderwerp"][::40]:
        tekst = regel.tekst
        stuk = (KENNIS / tekst.bestand).read_text(encoding="utf-8").splitlines()[tekst.regel - 1 : tekst.regel + 1]
        assert tekst.tekst.split()[0].strip("\"'") in " ".join(stuk), tekst.plek


def test_lettergrepen_zoals_met_de_hand_geteld() -> None:
    """At least 95 of 100 words right, and the sum within two in a hundred."""
    delen = WOORDEN.read_text(encoding="utf-8").split()
    geteld = [(woord, int(aantal)) for woord, aantal in zip(delen[::2], delen[1::2], strict=True)]
    assert len(geteld) > 100
    fout = [(w, n, lettergrepen(w)) for w, n in geteld if lettergrepen(w) != n]
    assert len(fout) <= 0.05 * len(geteld), fout
    som = sum(n for _, n in geteld)
    assert abs(sum(lettergrepen(w) for w, _ in geteld) - som) <= 0.02 * som


@pytest.mark.parametrize(
    ("woord", "aantal"), [("OPP", 3), ("vmbo", 4), ("één-op-één", 3), ("ideeën", 3), ("112", 1), ("site.nl", 1)]
)
def test_lettergrepen_van_bijzondere_woorden(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal


def test_de_formule_van_douma() -> None:
    """Two sentences of four short words: 206.84 - 77 x 1 - 0.93 x 4."""
    maat = meet("De hond zit hier. Ik zie het goed.")
    assert maat.flesch == pytest.approx(206.84 - 77 - 0.93 * 4)
    assert (maat.woorden, maat.zinnen, maat.langste) == (8, 2, 4)
    assert meet("").flesch is None


def test_moeilijke_tekst_haalt_het_niet() -> None:
    """A text as authorities write it is over every limit."""
    tekst = (
        "Indien de leerplichtige ingevolge vigerende regelgeving niet geplaatst kan worden, dient de "
        "onderwijsinstelling onverwijld overeenstemming te bewerkstelligen omtrent de toelaatbaarheid en de "
        "ondersteuningsbehoefte van je kind, teneinde het belang van betrokkenen te waarborgen."
    )
    maat = meet(tekst)
    assert maat.langste > LANGSTE_ZIN
    assert maat.flesch_rest is not None and maat.flesch_rest < LAAGSTE_FLESCH
    assert {w.lower() for w, _ in maat.ambtelijk} >= {"indien", "ingevolge", "onverwijld", "omtrent", "teneinde"}
    assert maat.je == ("je",)
    assert len(maat.gebreken()) >= 8


@pytest.mark.parametrize("tekst", ["U dient dit nu te doen.", "U dient te tekenen.", "Wij bewerkstelligen dat."])
def test_ambtelijke_woorden_in_elke_vorm(tekst: str) -> None:
    assert meet(tekst).ambtelijk


@pytest.mark.parametrize(
    "tekst", ["U dient een klacht in. Dat is te doen.", "Indienen kan hier.", "Het dient nergens toe."]
)
def test_gewone_woorden_zijn_niet_ambtelijk(tekst: str) -> None:
    assert not meet(tekst).ambtelijk


def test_je_mag_voor_jongeren() -> None:
    assert meet("Wat wil jij? Het is jouw keuze.").je == ("jij", "jouw")
    assert not meet("Wat wil jij?", jongere=True).je
    assert not meet("Dat is een objectje.").je


def test_zinnen_van_een_lijst_en_een_brief() -> None:
    """Items and lines of an address are sentences of their own; what is filled in counts as one word."""
    assert zinnen("Neem mee:\n- het plan;\n- de brief.") == ["Neem mee:", "- het plan;", "- de brief."]
    assert zinnen("Kan dat? Ja. Bel nu") == ["Kan dat?", "Ja.", "Bel nu"]
    assert zinnen("[uw naam]\n[uw adres]\n\nGeachte school,") == ["[uw naam]", "[uw adres]", "Geachte school,"]
    assert meet("Bel {tel:school} of {{ plaats or 'nu' }}{% if a %} vandaag{% endif %}.").woorden == 5


def test_een_uitgelegde_term_telt_kort() -> None:
    met = meet("Het samenwerkingsverband, de scholen samen, helpt u.")
    zonder = meet("Het samenwerkingsverband van de streek helpt u nu.")
    assert met.flesch is not None and met.flesch_rest is not None and met.flesch_rest > met.flesch
    assert zonder.flesch_rest == zonder.flesch
    assert zonder.onuitgelegd == ("samenwerkingsverband",)


def _antwoord(tekst: str, veld: str = "antwoord") -> Leestekst:
    return Leestekst("onderwerpen/x.yml", 1, veld, "onderwerp", tekst, False)


def test_uitleg_in_het_antwoord_geldt_ook_voor_doe_nu() -> None:
    """They stand on one screen; a variant has an answer of its own."""
    uitleg, doe = _antwoord("Een OPP is een plan voor uw kind."), _antwoord("Vraag het OPP.", "doe_nu")
    assert not onuitgelegd([uitleg, doe])
    assert [term for _, term in onuitgelegd([uitleg, _antwoord("Vraag het OPP.", "varianten.1.antwoord")])] == ["OPP"]


def test_vakmensen_zijn_de_enige_uitzondering() -> None:
    """Answers with unexplained terms are those of the list, and the list names no others."""
    assert {tekst.bestand for tekst, _ in onuitgelegd(leesteksten(KENNIS))} == ZONDER_UITLEG


def test_verslag_als_json_en_als_pagina(verslag: list[Regel]) -> None:
    """All texts with their place, worst first; the page names its day."""
    inhoud = json.loads(leesverslag.als_json(verslag))
    assert len(inhoud["teksten"]) == len(verslag)
    assert {"bestand", "regel", "flesch_douma", "gebreken", "lange_zinnen"} <= inhoud["teksten"][0].keys()
    assert inhoud["samenvatting"][-1]["teksten"] == len(verslag)
    pagina = leesverslag.als_pagina(verslag, date(2026, 11, 22))
    assert "2026-11-22" in pagina
    assert all(f"| {soort} |" in pagina for soort in VELDEN)


def test_het_slechtste_staat_vooraan(tmp_path: Path) -> None:
    """A long sentence and a term without explanation come before texts that are in order."""
    map_ = tmp_path / "onderwerpen"
    map_.mkdir()
    lang = " ".join(["woord"] * (LANGSTE_ZIN + 1))
    (map_ / "a.yml").write_text("id: a\nantwoord: Dit is kort.\ndoe_nu: Bel nu.\n", encoding="utf-8")
    (map_ / "b.yml").write_text(f"id: b\nantwoord: {lang}. Vraag de TLV.\n", encoding="utf-8")
    for naam in ("pad", "noodhulp", "teksten", "termijnen"):
        (tmp_path / f"{naam}.yml").write_text("{}\n", encoding="utf-8")
    eerste, *rest = leesverslag.regels(tmp_path)
    assert eerste.tekst.plek == "onderwerpen/b.yml:2: antwoord"
    assert eerste.maat.langste == LANGSTE_ZIN + 1 > STREEF_ZIN
    assert "term zonder uitleg: TLV" in eerste.gebreken
    assert not any(r.gebreken for r in rest)


def test_lange_onzin_kost_niet_veel_meer_dan_korte() -> None:
    """Every pattern is linear: what an editor pastes by mistake does not hang the command."""
    for stuk in ("dient a ", "\n ", "ouder-", "{% ", "{{", "a.", "steunpunt"):
        assert meet(stuk * 4000).woorden >= 0
