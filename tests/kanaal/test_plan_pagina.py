"""The plan and a letter as pages to print: whole, escaped, self-contained."""

from __future__ import annotations

import re
from datetime import datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from wegwijzer.huis import houder
from wegwijzer.kanaal.plan_pagina import STIJL, brief_als_html, plan_als_html
from wegwijzer.pad.brief import stel_op
from wegwijzer.pad.plan import maak_plan
from wegwijzer.pad.situatie import Situatie

KENNIS = houder().haal().kennis
NU = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
LEK = "<script>alert(1)</script>\"'&{{ 7*7 }}"
SITUATIE = Situatie(
    onderwijssoort="vo",
    plaats="Rotterdam",
    gemeente="Rotterdam",
    swv="VO2810",
    leeftijd=14,
    weken_thuis=5,
    stappen_gedaan=["school"],
    gebeurtenissen={"besluit_verwijdering": "2026-11-02"},
)


class Lezer(HTMLParser):
    """Collects tags, ids, headings and links; notices tags that are not closed."""

    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.tekst = ""
        self.feed(pagina)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag; void tags are never open."""
        self.tags.append((tag, {n: w or "" for n, w in attrs}))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The innermost open tag must be the one that closes."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """All that is read."""
        self.tekst += data


def _plan(**extra: object) -> tuple[str, Lezer]:
    plan = maak_plan(SITUATIE, KENNIS, NU, [LEK]).data(NU)
    pagina = plan_als_html({**plan, **extra})
    return pagina, Lezer(pagina)


def test_alles_van_het_plan_staat_erop() -> None:
    """Steps, contacts with numbers written out, terms with dates, sources, the day it was made."""
    plan = maak_plan(SITUATIE, KENNIS, NU, ["Dit gaat goed: tekenen"])
    pagina = plan_als_html(plan.data(NU))
    tekst = Lezer(pagina).tekst
    zinnen = [plan.kop, plan.noot, *plan.waar, *plan.gedaan, *plan.klaarleggen, *plan.punten, *plan.afspraken]
    zinnen += [z for s in plan.stappen for z in (s.naam, *s.doe, *s.noten)] + [t.tekst for t in plan.termijnen]
    zinnen += [c.waarde for s in plan.stappen for k in s.kaarten for c in k.contact] + list(plan.bronnen)
    assert [z for z in zinnen if z not in tekst] == []
    assert "14 december 2026" in tekst and "23 november 2026" in tekst


def test_toegankelijk_en_heel() -> None:
    """Language, title, one h1, sections with a heading that exists, unique ids, all tags closed."""
    pagina, lezer = _plan()
    assert lezer.open == [] and pagina.startswith("<!doctype html>")
    tags = [t for t, _ in lezer.tags]
    assert dict(lezer.tags)["html"] == {"lang": "nl"} and tags.count("h1") == tags.count("main") == 1
    ids = [a["id"] for _, a in lezer.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["aria-labelledby"] for t, a in lezer.tags if t == "section"} <= set(ids)


def test_niets_van_buiten_en_geen_script() -> None:
    """No script, no form, nothing fetched; what a parent typed is text."""
    pagina, lezer = _plan()
    assert not {"script", "link", "img", "iframe", "form", "object"} & {t for t, _ in lezer.tags}
    assert not any(n.startswith("on") or n in ("src", "srcset", "style") for _, a in lezer.tags for n in a)
    assert LEK in lezer.tekst and "<script" not in pagina
    assert "url(" not in STIJL and "@import" not in STIJL and "</" not in STIJL


@pytest.mark.parametrize("waarde", ["javascript:alert(1)", "data:text/html,x", "//kwaad.nl", "https://a b.nl", LEK])
def test_alleen_veilige_verwijzingen(waarde: str) -> None:
    """What is no http(s), tel or mailto address is shown as text."""
    kaart = maak_plan(SITUATIE, KENNIS, NU).data(NU)["advies"][0]
    for soort in ("site", "mail"):
        vreemd = {**kaart["contact"][0], "soort": soort, "waarde": waarde}
        _, lezer = _plan(advies=[{**kaart, "contact": [vreemd]}], stappen=[])
        assert [a for t, a in lezer.tags if t == "a"] == []
        assert waarde in lezer.tekst
    _, lezer = _plan()
    assert all(re.match(r"https?://|tel:|mailto:", a["href"]) for t, a in lezer.tags if t == "a")


def test_te_printen() -> None:
    """On paper: no colours of links, blocks kept together."""
    assert "@media print" in STIJL and "break-inside: avoid" in STIJL


def test_brief_op_papier() -> None:
    """The letter's text as it is, its gaps marked."""
    brief = KENNIS.brieven["bezwaar"]
    tekst = stel_op(brief, SITUATIE, KENNIS, NU.date())
    lezer = Lezer(brief_als_html({"titel": brief.titel, "tekst": tekst}, "Vul zelf in."))
    assert lezer.open == []
    kaal = re.sub(r"\s+", " ", lezer.tekst)
    assert all(re.sub(r"\s+", " ", regel) in kaal for regel in tekst.splitlines())
    gaten = sum(a.get("class") == "gat" for _, a in lezer.tags)
    assert gaten == len(re.findall(r"\[[^\]]+\]", tekst))
