"""Which law articles may be cited for this child: those of its own kind of school, and only where we are sure."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.kennis.model import Kennis, Wetsartikel
from wegwijzer.pad.situatie import Situatie

SECTORWETTEN = frozenset({"wpo", "wvo2020", "wec", "web"})
"""Laws of one kind of school: each file of knowledge/wetten that is not for all."""
EIGEN = {"so": "wec", "vso": "wec", "mbo": "web"}
"""Kinds of school with a law of their own; the others follow from the sector."""


def artikelen_van(namen: Iterable[str], situatie: Situatie, kennis: Kennis) -> list[Wetsartikel]:
    """The articles (`wvo2020/8.9`) that apply; none of another kind of school, none whose text is not certain."""
    sector = {"po": "wpo", "vo": "wvo2020"}.get(situatie.sector() or "")
    vreemd = SECTORWETTEN - {EIGEN.get(situatie.onderwijssoort or "", sector)}
    gevonden = [kennis.wetten[n] for n in namen if n.split("/")[0] not in vreemd and n in kennis.wetten]
    return [a for a in gevonden if a.zekerheid != "laag"]
