"""What a parent says back to what was just shown, without asking: "dat is in februari dus". It is heard; we go on."""

from __future__ import annotations

import re

from wegwijzer.gesprek import stappen, vragen
from wegwijzer.gesprek.duiding import Duiding, onzin
from wegwijzer.gesprek.gevoel import gevoel
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.gesprek.vervolgregels import doe_nu_van
from wegwijzer.gesprek.vraagzin import VRAAGT
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import spreekt_ouders_aan
from wegwijzer.taal.schoon import kaal

SOORT = "reactie"
GEVOELIG = frozenset({"zwaar", "boos", "bang", "schrik"})
BOOS = "boos"
MEESTE = 12
"""A reaction has at most so many words."""
_SLAAT_TERUG = re.compile(
    r"^(?:(?:ok|oke|ja|nee|nou|maar|en|dus|tja|hm|oh|goh) ){0,3}"
    r"(?:dat|die|dit|daar|het|hij|zij|ze|er|dan|zo|pas|in|over|we|wij|ik)\b"
    r"|^over (?:dat|hoe|de|het|wat)\b"
    r"|\b(?:dus|dan|denk ik|hoor|zegt (?:ze|hij|school)|zeggen ze|volgens mij)$"
)


def duid(duiding: Duiding, bericht: Bericht, toestand: Toestand) -> Duiding:
    """`duiding`, or a reaction where a short statement was not understood right after an answer.

    Only once: what is not understood twice in a row is asked about, so that nobody talks to a wall.
    """
    woorden = kaal(bericht.tekst)
    soort, _, _ = (toestand.laatst or "").partition(":")
    over_iets = soort in ("stap", "onderwerp") and toestand.vraag in (None, "stap", "ook", vragen.GEBEURTENIS)
    if duiding.label == BOOS and over_iets and toestand.situatie.stap and _niet_boos(bericht.tekst):
        return Duiding(SOORT, BOOS, waarom=f"zwaar, niet boos, na {toestand.laatst}")
    if duiding.soort not in ("keuze", "onduidelijk") or not over_iets or toestand.misverstaan:
        return duiding
    aantal = len(woorden.split())
    gevoelig = gevoel(bericht.tekst) in GEVOELIG and aantal <= MEESTE
    if gevoelig and not VRAAGT.search(bericht.tekst):
        return Duiding(SOORT, onderwerpen=duiding.onderwerpen, waarom=f"een gevoel, na {toestand.laatst}")
    if not 3 <= aantal <= MEESTE or VRAAGT.search(bericht.tekst) or onzin(woorden.split()):
        return duiding
    if not _SLAAT_TERUG.search(woorden):
        return duiding
    return Duiding(SOORT, onderwerpen=duiding.onderwerpen, waarom=f"reactie op {toestand.laatst}; {duiding.waarom}")


def _niet_boos(tekst: str) -> bool:
    """Whether a short statement tells of sorrow or fear: nobody is told to be angry who is not."""
    stil = gevoel(tekst) in GEVOELIG - {"boos"} and not VRAAGT.search(tekst)
    return stil and len(kaal(tekst).split()) <= MEESTE


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The step that is open in one sentence; without one the choices that go on from what was shown."""
    toestand.misverstaan += 1
    stap = toestand.situatie.stap
    if stap and not toestand.situatie.gedaan(stap):
        blijft = stappen.blijft(stap, toestand, huis)
        return Beurt((blijft,), toestand, "pad", ("pad",), duiding.waarom)
    _, _, naam = (toestand.laatst or "").partition(":")
    over = huis.kennis.onderwerpen.get(naam)
    knoppen = vervolgknoppen(toestand, huis, over.verder if over else duiding.onderwerpen)
    doe_nu = doe_nu_van(over, toestand) if over else None
    past = doe_nu and not (toestand.situatie.kind == "ik" and spreekt_ouders_aan(doe_nu))
    zin = huis.kennis.tekst("gehoord_reactie_doe", doe=doe_nu) if past else huis.kennis.tekst("gehoord_reactie")
    tekst = Antwoord(zin, knoppen)
    return Beurt((tekst,), toestand, "pad", ("pad",), duiding.waarom)
