"""The road as a drawing: one column of boxes in SVG, for a phone as well as for a wide screen, light and dark.

Every way out is a line of text that ends in the mark of where it leads, so that the drawing can be read without its
arrows. Arrows are drawn down the column, and beside it for whoever goes past a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from xml.sax.saxutils import escape

from wegwijzer.pad.wegkaart import Knoop, Uitgang, Weg, als_tekst

BREEDTE = 390
"""Of the drawing, in pixels: a phone held upright shows it at its own size."""
LINKS, RECHTS = 12, 342
"""Where a box begins and ends; the arrows beside the boxes run to the right of it."""
REGEL, LETTER = 18, 13
"""Height of a line and of its letters (pixels)."""
TEKENS, TEKENS_KOP = 44, 36
"""How many characters fit on a line of a box, and of its heading."""
STROOK = 14
"""Between two arrows beside the boxes (pixels)."""
LICHT = {"vlak": "#ffffff", "doos": "#f4f6f8", "rand": "#5b6773", "tekst": "#16202a", "zacht": "#4a5662",
         "merk": "#14527a", "op_merk": "#ffffff", "vraag": "#6d4208", "pijl": "#14527a"}  # fmt: skip
DONKER = {"vlak": "#12181e", "doos": "#1c252e", "rand": "#8a97a4", "tekst": "#eef2f5", "zacht": "#b6c1cb",
          "merk": "#8cc8f0", "op_merk": "#0d1a24", "vraag": "#f0c288", "pijl": "#8cc8f0"}  # fmt: skip
"""Colours by their role; a test holds each text to a contrast of 4.5 with what is behind it."""


@dataclass
class _Blad:
    """The drawing under construction: `y` is how far down it is."""

    y: float = 0
    delen: list[str] = field(default_factory=list)
    boven: dict[str, float] = field(default_factory=dict)
    onder: dict[str, float] = field(default_factory=dict)
    regels: list[tuple[str, float, str]] = field(default_factory=list)

    def tekst(self, x: float, regels: Iterable[str], soort: str = "") -> None:
        for regel in regels:
            self.y += REGEL
            klas = f' class="{soort}"' if soort else ""
            self.delen.append(f'<text x="{x:g}" y="{self.y - 5:g}"{klas}>{escape(regel)}</text>')

    def merk(self, x: float, y: float, merk: str, soort: str) -> None:
        klas = "vraag" if soort == "vraag" else "stap"
        self.delen.append(f'<circle cx="{x:g}" cy="{y:g}" r="10" class="{klas}"/>')
        self.delen.append(f'<text x="{x:g}" y="{y + 4.5:g}" class="opmerk">{escape(merk)}</text>')


def teken(weg: Weg) -> str:
    """The road as one SVG document, without anything that it would have to fetch."""
    blad = _Blad()
    blad.y = 8
    blad.tekst(LINKS, [weg.titel], "titel")
    einde = next(n for n, k in enumerate(weg.knopen) if k.soort == "einde") + 1
    hoofdweg, terzijde = weg.knopen[:einde], [k for k in weg.knopen[einde:] if k.uitgangen]
    for zijn_vragen, groep in groupby(hoofdweg, key=lambda k: k.soort == "vraag"):
        knopen = list(groep)
        if zijn_vragen:
            _vragen(knopen, weg, blad)
        for knoop in [] if zijn_vragen else knopen:
            _doos(knoop, weg, blad)
    _pijlen(hoofdweg, blad)
    blok: list[str | Uitgang] = [weg.altijd, *weg.bij_elke_stap]
    _kader("Bij elke stap", blok, weg, blad)
    for knoop in terzijde:
        _doos(knoop, weg, blad)
    _kader("Zijpaden", [f"{naam}: {wanneer}" for naam, wanneer in weg.terzijde], weg, blad)
    hoogte = blad.y + 12
    kop = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="weg" role="document" lang="nl" width="{BREEDTE}"'
        f' height="{hoogte:g}" viewBox="0 0 {BREEDTE} {hoogte:g}" aria-labelledby="weg-titel"'
        ' aria-describedby="weg-uitleg">'
    )
    uitleg = f'<title id="weg-titel">{escape(weg.titel)}</title>\n<desc id="weg-uitleg">{escape(als_tekst(weg))}</desc>'
    vlak = f'<rect width="{BREEDTE}" height="{hoogte:g}" class="vlak"/>'
    return "\n".join([kop, uitleg, f"<style>{_stijl()}</style>", vlak, *blad.delen, "</svg>", ""])


def breek(tekst: str, lengte: int) -> list[str]:
    """Lines of at most `lengte` characters, broken between words."""
    regels = [""]
    for woord in tekst.split():
        past = not regels[-1] or len(regels[-1]) + 1 + len(woord) <= lengte
        regels[-1:] = [f"{regels[-1]} {woord}".strip()] if past else [regels[-1], woord]
    return regels


def _vragen(knopen: Sequence[Knoop], weg: Weg, blad: _Blad) -> None:
    """The questions between two steps, on a field of their own."""
    blad.y += 24
    boven, plek = blad.y, len(blad.delen)
    blad.y += 6
    blad.tekst(LINKS + 12, ["Vragen om de goede plek te vinden"], "zacht")
    blad.y -= 16
    for knoop in knopen:
        _doos(knoop, weg, blad)
        blad.y -= 12
    blad.y += 14
    blad.boven[knopen[0].id], blad.onder[knopen[-1].id] = boven, blad.y + 8
    _rand(plek, boven, blad, "veld", rand=6)


def _doos(knoop: Knoop, weg: Weg, blad: _Blad) -> None:
    """One node: its mark and name, its note, and a line for each way out."""
    blad.y += 24
    boven, plek = blad.y, len(blad.delen)
    merk = weg.merk(knoop.id)
    blad.y += 8
    if merk:
        blad.merk(LINKS + 20, blad.y + 9, merk, knoop.soort)
    blad.tekst(LINKS + (38 if merk else 12), breek(knoop.naam, TEKENS_KOP), "kop")
    if knoop.noot:
        blad.tekst(LINKS + (38 if merk else 12), breek(knoop.noot, TEKENS), "zacht")
    _uitgangen(knoop.uitgangen, knoop, weg, blad)
    _rand(plek, boven, blad, "doos begin" if knoop.soort in ("begin", "einde") else "doos")
    blad.boven[knoop.id], blad.onder[knoop.id] = boven, blad.y


def _uitgangen(wegen: Sequence[Uitgang], van: Knoop | None, weg: Weg, blad: _Blad) -> None:
    """Answers once, and under them a line for each condition that decides where they lead."""
    eerder: tuple[str, ...] = ()
    for uitgang in wegen:
        if uitgang.antwoorden != eerder and uitgang.als:
            blad.y += 4
            blad.tekst(LINKS + 12, breek(f"{' · '.join(uitgang.antwoorden)}:", TEKENS))
        eerder = uitgang.antwoorden
        tekst = " · ".join(uitgang.als) if uitgang.als else " · ".join(uitgang.antwoorden)
        inspring = 24 if uitgang.als else 12
        doel = next(k for k in weg.knopen if k.id == uitgang.naar)
        merk, zelf = weg.merk(doel.id), van is not None and doel.id == van.id
        if not merk:
            tekst = f"{tekst} → {doel.naam[:1].lower()}{doel.naam[1:]}"
        blad.y += 4
        regels = breek(f"{tekst} (vraag opnieuw)" if zelf else tekst, TEKENS - inspring // 8)
        blad.tekst(LINKS + inspring, regels)
        if merk:
            blad.merk(RECHTS - 14, blad.y - REGEL / 2, merk, doel.soort)
        if van is not None:
            blad.regels.append((van.id, blad.y - REGEL / 2, doel.id))


def _kader(kop: str, inhoud: Sequence[str | Uitgang], weg: Weg, blad: _Blad) -> None:
    """A box beside the road."""
    blad.y += 24
    boven, plek = blad.y, len(blad.delen)
    blad.y += 8
    blad.tekst(LINKS + 12, [kop], "kop")
    for deel in inhoud:
        if isinstance(deel, Uitgang):
            _uitgangen([deel], None, weg, blad)
        else:
            blad.y += 4
            blad.tekst(LINKS + 12, breek(deel, TEKENS))
    _rand(plek, boven, blad, "doos los")


def _rand(plek: int, boven: float, blad: _Blad, soort: str, rand: int = 0) -> None:
    blad.y += 8
    breedte, hoogte = RECHTS - LINKS + 2 * rand, blad.y - boven
    maat = f'x="{LINKS - rand}" y="{boven:g}" width="{breedte}" height="{hoogte:g}"'
    blad.delen.insert(plek, f'<rect {maat} rx="8" class="{soort}"/>')


def _pijlen(hoofdweg: Sequence[Knoop], blad: _Blad) -> None:
    """Straight down to the next box, and beside the boxes to one further on, one arrow for each step.

    Questions refer to each other by their marks only: their arrows would cross. The last one stands for all of them
    in the arrow to the step that they are for.
    """
    volgende = {a.id: b.id for a, b in pairwise(hoofdweg)}
    soort = {k.id: k.soort for k in hoofdweg}
    midden = (LINKS + RECHTS) / 2
    for van, naar in volgende.items():
        los = soort[van] == soort[naar] == "vraag"
        if not los and any((v, n) == (van, naar) for v, _, n in blad.regels):
            _lijn([(midden, blad.onder[van]), (midden, blad.boven[naar] - 1)], blad)
    na_vragen = [n for v, n in volgende.items() if soort[v] == "vraag" and soort[n] != "vraag"]
    stroken: dict[str, list[float]] = {}
    for van, y, naar in blad.regels:
        verder = naar in volgende.values() and blad.boven[naar] > y and volgende.get(van) != naar
        if verder and (soort[van] != "vraag" or (soort[naar] != "vraag" and naar not in na_vragen)):
            stroken.setdefault(naar, []).append(y)
    for nummer, naar in enumerate(sorted(stroken, key=lambda n: blad.boven[n])):
        x, doel = RECHTS + 14 + nummer * STROOK, blad.boven[naar] + 17
        for y in stroken[naar]:
            _lijn([(RECHTS, y), (x, y), (x, doel)], blad, punt=False)
        _lijn([(x, doel), (RECHTS + (8 if soort[naar] == "vraag" else 1), doel)], blad)


def _lijn(punten: Sequence[tuple[float, float]], blad: _Blad, punt: bool = True) -> None:
    weg = " ".join(f"{x:g},{y:g}" for x, y in punten)
    blad.delen.append(f'<polyline points="{weg}" class="pijl"/>')
    if punt:
        (x0, _), (x, y) = punten[-2:]
        hoek = [(x - 4, y - 7), (x + 4, y - 7)] if x0 == x else [(x + 7, y - 4), (x + 7, y + 4)]
        driehoek = " ".join(f"{a:g},{b:g}" for a, b in [(x, y), *hoek])
        blad.delen.append(f'<polygon points="{driehoek}" class="punt"/>')


def _stijl() -> str:
    """The colours for light and dark, and the size on a wide screen."""
    regels = {
        "": f"display:block;margin:0 auto;max-width:100%;height:auto;font:{LETTER}px system-ui,Arial,sans-serif",
        " text": "fill:{tekst}",
        " .titel": "font-size:18px;font-weight:700",
        " .kop": "font-size:14px;font-weight:700",
        " .zacht": "fill:{zacht}",
        " .opmerk": "fill:{op_merk};font-size:12px;font-weight:700;text-anchor:middle",
        " .vlak": "fill:{vlak}",
        " .doos": "fill:{doos};stroke:{rand}",
        " .los": "stroke-dasharray:5 4",
        " .begin": "stroke-width:2",
        " .veld": "fill:none;stroke:{vraag};stroke-dasharray:2 4",
        " .stap": "fill:{merk}",
        " .vraag": "fill:{vraag}",
        " .pijl": "fill:none;stroke:{pijl};stroke-width:1.5",
        " .punt": "fill:{pijl}",
    }
    licht = "".join(f".weg{naam}{{{waarde.format_map(LICHT)}}}" for naam, waarde in regels.items())
    donker = "".join(f".weg{n}{{{w.format_map(DONKER)}}}" for n, w in regels.items() if "{" in w)
    return f"{licht}@media (prefers-color-scheme:dark){{{donker}}}@media (min-width:800px){{.weg{{width:560px}}}}"
