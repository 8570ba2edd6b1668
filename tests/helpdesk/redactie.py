"""An editor at work: a small knowledge folder in git, the helpdesk on it, and forms that are sent as a browser does."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

from bureau import Antwoord, Browser

Paren = list[tuple[str, str]]


class _Lezer(HTMLParser):
    """The inputs of the form with this id, as a browser would send them."""

    def __init__(self, naam: str) -> None:
        super().__init__()
        self.paren: Paren = []
        self._naam, self._in, self._sjabloon = naam, False, 0
        self._tekst: list[str] | None = None
        self._keuze: list[str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        heeft = dict(attrs)
        if tag == "form":
            self._in = heeft.get("id") == self._naam
        self._sjabloon += tag == "template"
        if not self._in or self._sjabloon:
            return
        if (
            tag == "input"
            and heeft.get("name")
            and ("checked" in heeft or heeft.get("type") not in ("checkbox", "radio"))
        ):
            self.paren.append((str(heeft["name"]), heeft.get("value") or ""))
        elif tag == "textarea":
            self._tekst = [str(heeft["name"]), ""]
        elif tag == "select":
            self._keuze = [str(heeft["name"]), None]
        elif tag == "option" and self._keuze and (self._keuze[1] is None or "selected" in heeft):
            self._keuze[1] = heeft.get("value")

    def handle_endtag(self, tag: str) -> None:
        self._sjabloon -= tag == "template"
        if tag == "form":
            self._in = False
        elif tag == "textarea" and self._tekst:
            self.paren.append(
                (self._tekst[0], self._tekst[1].replace("\r\n", "\n").removeprefix("\n").replace("\n", "\r\n"))
            )
            self._tekst = None
        elif tag == "select" and self._keuze:
            self.paren.append((str(self._keuze[0]), self._keuze[1] or ""))
            self._keuze = None

    def handle_data(self, data: str) -> None:
        if self._tekst:
            self._tekst[1] += data


@dataclass
class Formulier:
    """A form that was opened. `anders`: input → what is typed there (a list: more inputs of that name)."""

    pad: str
    paren: Paren

    def met(self, **anders: str | list[str]) -> Formulier:
        """With other values; in a name `__` stands for a dot."""
        nieuw = {naam.replace("__", "."): [w] if isinstance(w, str) else w for naam, w in anders.items()}
        rest = [(naam, w) for naam, w in self.paren if naam not in nieuw]
        return Formulier(self.pad, [*rest, *((naam, w) for naam, waarden in nieuw.items() for w in waarden)])

    def waarde(self, naam: str) -> str:
        return next(w for n, w in self.paren if n == naam)


@dataclass
class Redactie:
    """`map`: the knowledge folder; its parent is the work tree."""

    map: Path
    browser: Browser
    begin: dict[Path, bytes] = field(default_factory=dict)

    def open(self, stuk: str) -> Formulier:
        """The form of `onderwerp/pesten`."""
        antwoord = self.browser.get(f"/helpdesk/kennis/{stuk}")
        assert antwoord.status == 200, antwoord.tekst
        return Formulier(f"/helpdesk/kennis/{stuk}", lees(antwoord.tekst))

    def stuur(self, formulier: Formulier, doe: str = "bewaar", wie: Browser | None = None) -> Antwoord:
        """Press a button."""
        browser = wie or self.browser
        koppen = {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{browser.poort}",
        }  # fmt: skip
        return browser.vraag("POST", formulier.pad, urlencode([*formulier.paren, ("doe", doe)]).encode(), **koppen)

    def git(self, *delen: str) -> str:
        eigen = ["-c", "user.name=Begin", "-c", "user.email=begin@wegwijzer.invalid"]
        klaar = subprocess.run(["git", *eigen, *delen], cwd=self.map.parent, capture_output=True, text=True, check=True)
        return klaar.stdout

    def bewaar_begin(self) -> None:
        self.begin = {pad: pad.read_bytes() for pad in self.map.rglob("*") if pad.is_file()}

    def herstel(self) -> None:
        """Every file as it was at `bewaar_begin`; raises nothing where that is so already."""
        for pad in [p for p in self.map.rglob("*") if p.is_file() and p not in self.begin]:
            pad.unlink()
        for pad, inhoud in self.begin.items():
            if not pad.is_file() or pad.read_bytes() != inhoud:
                pad.write_bytes(inhoud)

    def gewijzigd(self) -> list[str]:
        """Files that differ from the beginning."""
        nu = {pad: pad.read_bytes() for pad in self.map.rglob("*") if pad.is_file()}
        anders = [pad for pad in {*nu, *self.begin} if nu.get(pad) != self.begin.get(pad)]
        return sorted(str(pad.relative_to(self.map)) for pad in anders)


def lees(pagina: str) -> Paren:
    """What the form on this page would send."""
    lezer = _Lezer("formulier")
    lezer.feed(pagina)
    return lezer.paren


def klachten(pagina: str, naam: str) -> str:
    """What the page says beside the input `naam`."""
    vak = re.escape("v-" + naam.replace(".", "-"))
    gevonden = re.search(rf'<div class="klacht" id="{vak}-fout">(.*?)</div>', pagina, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", gevonden[1])) if gevonden else ""


def samenvatting(pagina: str) -> str:
    """The list above the form."""
    gevonden = re.search(r'id="fouten">(.*?)</div>', pagina, re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", gevonden[1])) if gevonden else ""


def bewaard(redactie: Redactie, formulier: Formulier) -> None:
    antwoord = redactie.stuur(formulier)
    assert antwoord.status == 303, samenvatting(antwoord.tekst)
