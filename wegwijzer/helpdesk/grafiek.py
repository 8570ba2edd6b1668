"""Draws a figure as SVG (matplotlib). Not for two threads at once; keep it off an event loop."""

from __future__ import annotations

import io
import re
from typing import Any

from wegwijzer.helpdesk.getallen import GEHEIM, Tabel

KLEUREN = {
    "licht": ("#16202a", "#d5dce2", ("#14527a", "#b35c00", "#4a5662")),
    "donker": ("#eef2f5", "#34414d", ("#8cc8f0", "#f0c288", "#b6c1cb")),
}
"""Theme → text, lines, series; those of helpdesk.css."""
ARCERING = ("", "//", "..")
"""Series differ not by colour alone."""
BREED, SMAL = "breed", "smal"
VORMEN = tuple(f"{breedte}-{thema}" for breedte in (BREED, SMAL) for thema in KLEUREN)
LANGSTE_NAAM = {BREED: 44, SMAL: 26}
PUNTEN = 72.0
"""Points to an inch: sizes below are in CSS pixels."""


def teken(tabel: Tabel, vorm: str) -> bytes:
    """The SVG, without a background. `vorm` is one of VORMEN. Raises ValueError for another."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    if vorm not in VORMEN:
        raise ValueError(f"geen vorm {vorm!r}")
    breedte, thema = vorm.split("-")
    tekst, lijn, kleuren = KLEUREN[thema]
    breed = 900 if breedte == BREED else 350
    hoog = 320 if tabel.per_week else 60 + 26 * len(tabel.rijen)
    stijl = {
        "svg.fonttype": "none", "svg.hashsalt": "wegwijzer", "font.size": 12, "text.color": tekst, "hatch.color": tekst,
        "axes.edgecolor": lijn, "axes.labelcolor": tekst, "xtick.color": tekst, "ytick.color": tekst,
        "font.family": "sans-serif", "hatch.linewidth": 0.6, "axes.unicode_minus": False,
    }  # fmt: skip
    uit = io.BytesIO()
    with matplotlib.rc_context(stijl):
        figuur = Figure(figsize=(breed / PUNTEN, hoog / PUNTEN), constrained_layout=True)
        FigureCanvasSVG(figuur)
        as_ = figuur.add_subplot()
        for kant in ("top", "right"):
            as_.spines[kant].set_visible(False)
        (_weken if tabel.per_week else _balken)(as_, tabel, kleuren, lijn, breedte)
        figuur.savefig(uit, format="svg", transparent=True, metadata={"Date": None})
    # matplotlib quotes the family, and then no browser knows it.
    return re.sub(rb"""(["'])sans-serif\1""", b"sans-serif", uit.getvalue())


def _weken(as_: Any, tabel: Tabel, kleuren: tuple[str, ...], lijn: str, breedte: str) -> None:
    """Bars side by side for each week; a hidden count is no bar but a cross."""
    aantal = len(tabel.reeksen)
    dik = 0.8 / aantal
    for nummer, naam in enumerate(tabel.reeksen):
        plekken = [week + (nummer - (aantal - 1) / 2) * dik for week in range(len(tabel.rijen))]
        waarden = [getallen[nummer] for _, getallen in tabel.rijen]
        hoogten = [w if w >= GEHEIM else 0 for w in waarden]
        as_.bar(plekken, hoogten, dik, label=naam, color=kleuren[nummer], hatch=ARCERING[nummer], edgecolor=lijn)
        klein = [plek for plek, w in zip(plekken, waarden, strict=True) if 0 < w < GEHEIM]
        as_.plot(klein, [0] * len(klein), linestyle="", marker="x", markersize=5, color=kleuren[nummer], clip_on=False)
    stap = max(1, -(-len(tabel.rijen) // (13 if breedte == BREED else 4)))
    namen = [week[5:] for week, _ in tabel.rijen]
    as_.set_xticks(range(0, len(namen), stap), namen[::stap])
    as_.set_ylim(bottom=0, top=max(GEHEIM * 2, *(max(g) * 1.1 for _, g in tabel.rijen)))
    as_.grid(axis="y", color=lijn, linewidth=0.8)
    as_.set_axisbelow(True)
    if aantal > 1:
        as_.legend(loc="lower left", bbox_to_anchor=(0, 1), ncol=aantal if breedte == BREED else 1, frameon=False)


def _balken(as_: Any, tabel: Tabel, kleuren: tuple[str, ...], lijn: str, breedte: str) -> None:
    """One bar for each row, the first on top; the number stands behind it."""
    waarden = [getallen[0] for _, getallen in tabel.rijen]
    plekken = range(len(waarden))
    as_.barh(plekken, [w if w >= GEHEIM else 0 for w in waarden], 0.7, color=kleuren[0])
    for plek, waarde in zip(plekken, waarden, strict=True):
        as_.text(waarde if waarde >= GEHEIM else 0, plek, f" {waarde}" if waarde >= GEHEIM else " <5", va="center")
    langst = LANGSTE_NAAM[breedte]
    namen = [naam if len(naam) <= langst else naam[: langst - 1] + "…" for naam, _ in tabel.rijen]
    as_.set_yticks(plekken, [naam.replace("$", r"\$") for naam in namen])
    as_.invert_yaxis()
    as_.set_xlim(0, max(GEHEIM * 2, max(waarden) * 1.15))
    as_.grid(axis="x", color=lijn, linewidth=0.8)
    as_.set_axisbelow(True)
