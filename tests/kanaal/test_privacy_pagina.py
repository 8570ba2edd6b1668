"""The privacy page: who is responsible, how long, in short sentences, as plain HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from naspel import Website

from wegwijzer.huis import kennismap
from wegwijzer.kanaal.instellingen import Instellingen
from wegwijzer.kanaal.privacy import BESTAND, pagina


def test_wie_verantwoordelijk_is(website: Callable[..., Website]) -> None:
    site = website(verantwoordelijke="Stichting <b>Voorbeeld</b> | privacy@voorbeeld.example")
    antwoord = site.vraag("GET", "/privacy")
    tekst = antwoord.inhoud.decode()
    assert antwoord.status == 200 and antwoord.koppen["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in antwoord.koppen["content-security-policy"]
    assert "<li>Stichting &lt;b&gt;Voorbeeld&lt;/b&gt;</li><li>privacy@voorbeeld.example</li>" in tekst
    assert site.vraag("GET", "/web/privacy.css").status == 200


def test_zonder_instelling_wordt_dat_gezegd(website: Callable[..., Website]) -> None:
    assert "staat hier nog niet" in website().vraag("GET", "/privacy").inhoud.decode()


def test_zonder_bestand_geen_pagina(website: Callable[..., Website], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wegwijzer.kanaal.privacy.BESTAND", "is_er_niet.md")
    assert website().vraag("GET", "/privacy").status == 404


def test_de_termijn_is_die_van_de_instelling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJZER_BEWAARTERMIJN", "9")
    assert pagina("wij", "").count("9 dagen") == 2


def test_uit_de_omgeving() -> None:
    gelezen = Instellingen.lees({}, {"WEGWIJZER_VERANTWOORDELIJKE": "  Stichting   X | bel ons "})
    assert gelezen.verantwoordelijke == "Stichting X | bel ons"


def test_html_blijft_veilig_en_heel(tmp_path: Path) -> None:
    (tmp_path / BESTAND).write_text(
        "# Kop & meer\n\n- **vet** en [link](https://voorbeeld.example)\n- <script>\n\n[slecht](javascript:alert)\n",
        encoding="utf-8",
    )
    tekst = pagina("", "niemand", tmp_path)
    assert "<title>Kop &amp; meer</title>" in tekst and "<h1>Kop &amp; meer</h1>" in tekst
    assert '<strong>vet</strong> en <a href="https://voorbeeld.example">link</a>' in tekst
    assert "<script" not in tekst and 'href="javascript' not in tekst


def test_korte_zinnen_en_geen_gaten() -> None:
    tekst = (kennismap() / BESTAND).read_text(encoding="utf-8")
    assert set(re.findall(r"\{(\w+)\}", tekst)) == {"verantwoordelijke", "bewaartermijn"}
    assert "[haken]" not in tekst and "…" not in tekst
    los = re.sub(r"[*#]|^- |\]\([^)]*\)|\[", "", tekst, flags=re.MULTILINE)
    lang = [z for z in re.split(r"(?<=[.?!:])\s+|\n", los) if len(z.split()) > 15]
    assert lang == []
    assert "{" not in pagina("wij", "").partition("<main>")[2]
