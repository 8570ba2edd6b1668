"""In which language a message is: measured on own messages, short and long, with and without accents."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from tijd import verhouding

from wegwijzer.kennis.model import TALEN
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.taalverzoek import gevraagde_taal
from wegwijzer.taal.vreemd import taal_van

GEGEVENS = Path(__file__).parent / "gegevens" / "talen"
ONDERWERPEN = Path(__file__).parents[2] / "knowledge" / "onderwerpen"
NEDERLANDS = ("nl", None)
"""What a Dutch message may give: Dutch, or no answer, which leaves it Dutch."""
TERUG = {"en": 0.87, "tr": 0.93, "pl": 0.95, "uk": 0.98, "fr": 0.9, "ar": 0.98, "anders": 0.95}
"""Share of the messages in each language that must be recognised; the last measured lay a few points higher."""
VREEMD = ("eenvoudiger_of_andere_taal", "buiten_bereik", "smalltalk", "bedankt_of_boos")
"""Topics whose example questions hold other languages on purpose."""
ENGELSE_VRAGEN = 8
"""So many example questions of other topics are in English, as parents write them."""


@cache
def berichten(taal: str) -> tuple[str, ...]:
    """The messages of one language, one a line."""
    return tuple(r for r in (GEGEVENS / f"{taal}.txt").read_text(encoding="utf-8").splitlines() if r.strip())


def test_er_is_genoeg_om_te_meten() -> None:
    """300 Dutch messages, 60 for each of the six."""
    assert len(set(berichten("nl"))) >= 300
    assert {t: len(set(berichten(t))) for t in TALEN if len(set(berichten(t))) < 60} == {}


def test_nederlands_blijft_nederlands() -> None:
    """Short, misspelt, dialect, Frisian, names, jargon, half another language: fewer than 1 in 200 is taken wrong."""
    fout = [r for r in berichten("nl") if taal_van(r) not in NEDERLANDS]
    assert len(fout) < 0.005 * len(berichten("nl")), fout


def test_voorbeeldvragen_blijven_nederlands() -> None:
    """The thousands of example questions of the topics, but for the few that are in English on purpose."""
    vragen = [
        str(vraag)
        for pad in sorted(ONDERWERPEN.glob("*.yml"))
        if pad.stem not in VREEMD
        for vraag in yaml.load(pad.read_text(encoding="utf-8"), yaml.CSafeLoader)["vragen"]
    ]
    fout = [v for v in vragen if taal_van(v) not in NEDERLANDS]
    assert len(vragen) > 5000
    assert len(fout) <= ENGELSE_VRAGEN + 0.001 * len(vragen), fout


@pytest.mark.parametrize("taal", [*TALEN, "anders"])
def test_taal_wordt_herkend(taal: str) -> None:
    """Most of them; what is missed is short and gives no answer, not a wrong one."""
    gevonden = [taal_van(r) for r in berichten(taal)]
    assert gevonden.count(taal) >= TERUG[taal] * len(gevonden), [
        r for r, g in zip(berichten(taal), gevonden, strict=True) if g != taal
    ]
    assert {g for g in gevonden if g not in (taal, None)} == set()


@pytest.mark.parametrize(
    "tekst",
    [
        "ok", "help", "school", "Utrecht", "1017 AB", "ja", "no", "", "   ", "???", "👍", "12", "[naam]", "hi",
        "Mustafa en Ayşe", "juf Małgorzata", "hij zei: go home", "mijn buurvrouw zegt bonjour tegen hem",
        "مدرسة staat er op het bord bij de school van mijn zoon", "mijn dochter is boos, привет zegt ze niet meer",
    ],
)  # fmt: skip
def test_kort_of_gemengd_is_niet_vreemd(tekst: str) -> None:
    """In doubt a message is Dutch; half Dutch is Dutch."""
    assert taal_van(tekst) in NEDERLANDS


@pytest.mark.parametrize(
    ("tekst", "taal"),
    [
        ("Моя дочка захворіла і пропустила школу", "uk"),
        ("Это мой вопрос: где найти школу", "anders"),
        ("син і донька вдома", "uk"),
        ("دخترم گریه می‌کند", "anders"),
        ("ابنتي تبكي", "ar"),
    ],
)
def test_schrift_en_letters_beslissen(tekst: str, taal: str) -> None:
    """Ukrainian against Russian, Arabic against Farsi."""
    assert taal_van(tekst) == taal


def test_merken_van_de_redactie_tellen_niet() -> None:
    """`[naam]` is no Dutch of the parent's."""
    assert taal_van("my daughter [naam] is afraid, her teacher [naam] hit her") == "en"


@pytest.mark.parametrize(
    ("tekst", "taal"),
    [
        ("in English please", "en"), ("kan het in het Turks?", "tr"), ("kunt u Pools praten", None), ("Turks", "tr"),
        ("graag in het Arabisch", "ar"), ("mag het ook in het Frans", "fr"), ("spreekt u Oekraïens?", "uk"),
        ("in het Nederlands graag", "nl"), ("ik spreek alleen Tigrinya", "anders"), ("liever in het Spaans", "anders"),
        ("hij heeft een 4 voor Engels", None), ("kan hij bijles in het Frans krijgen", None),
        ("zijn leraar Duits pest hem", None), ("mag mijn kind stoppen met Frans", None),
        ("kan mijn zoon les krijgen in het Turks", None), ("wij zijn Pools", None),
        ("vertaal: we gaan morgen op reis, in het Italiaans", None),
    ],
)  # fmt: skip
def test_vraag_om_een_taal(tekst: str, taal: str | None) -> None:
    """A language that is asked for, and a school subject that is not."""
    assert gevraagde_taal(tekst) == taal, kaal(tekst)


def test_herkennen_kost_weinig() -> None:
    """Time grows with the length of the message only, and stops growing where no more words are read."""
    kort, lang = "mijn zoon gaat niet naar school " * 5, "mijn zoon gaat niet naar school " * 60
    taal_van(lang)
    assert verhouding(lambda: taal_van(lang), lambda: taal_van(kort), keer=20) < 40


@pytest.mark.parametrize("tekst", ["'" * 2000, "a'" * 1000, "İ" * 2000, "я" * 2000, "in het " * 280, "the " * 500])
def test_rare_invoer(tekst: str) -> None:
    """Never an error."""
    assert taal_van(tekst) in (*NEDERLANDS, *TALEN, "anders")
    assert gevraagde_taal(tekst) is None
