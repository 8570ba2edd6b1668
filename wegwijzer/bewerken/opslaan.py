"""One save: nothing lost that another wrote, nothing written that the check refuses, one commit by the editor."""

from __future__ import annotations

from dataclasses import dataclass, field

from wegwijzer.bewerken.geschiedenis import Geschiedenis, GitFout
from wegwijzer.bewerken.stukken import versie_van
from wegwijzer.bewerken.werkmap import Werkmap
from wegwijzer.kennis.meldingen import Melding


@dataclass(frozen=True)
class Uitkomst:
    """`soort`: bewaard, gelijk (nothing to save), botsing, geweigerd or bezet; `zonder_git`: why there is no commit."""

    soort: str
    meldingen: list[Melding] = field(default_factory=list)
    nu: str = ""
    commit: str = ""
    zonder_git: str = ""


def bewaar(
    werkmap: Werkmap, geschiedenis: Geschiedenis, bestand: str, tekst: str, versie: str, wie: str, bericht: str
) -> Uitkomst:
    """Write `tekst` to the file whose contents were `versie` (`""`: there was no file) when the form was opened.

    Raises OSError where the disk cannot be written.
    """
    with werkmap.alleen() as mag:
        if not mag:
            return Uitkomst("bezet")
        nu = lees(werkmap, bestand)
        if (versie_van(nu) if nu is not None else "") != versie:
            return Uitkomst("botsing", nu=nu or "")
        if nu == tekst:
            return Uitkomst("gelijk")
        if meldingen := werkmap.controleer(bestand, tekst):
            return Uitkomst("geweigerd", meldingen)
        werkmap.schrijf(bestand, tekst)
        reden = geschiedenis.waarom_niet()
        if reden:
            return Uitkomst("bewaard", zonder_git=reden)
        try:
            return Uitkomst("bewaard", commit=geschiedenis.leg_vast(bestand, bericht, wie))
        except GitFout as fout:
            return Uitkomst("bewaard", zonder_git=str(fout))


def lees(werkmap: Werkmap, bestand: str) -> str | None:
    """The text of the file as it stands on disk, line ends and all; None where there is none."""
    try:
        with (werkmap.map / bestand).open(encoding="utf-8", newline="") as open_:
            return open_.read()
    except FileNotFoundError:
        return None
