"""A conversation in another language than Dutch: danger, the road in short and a human contact; the rest in easy Dutch.

The turn itself goes the ordinary way, so that what was said of place and kind of school counts as always; its replies
are put into the parent's language afterwards (`vertaling.py`).
"""

from __future__ import annotations

from wegwijzer.gesprek import eenvoudig, stappen, vragen
from wegwijzer.gesprek.duiding import ZEKER, ZETTEN, Duiding
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.gesprek.vertaling import GEVAAR, gevaartekst, vertaal
from wegwijzer.huis import Huis
from wegwijzer.kennis.talen import ZORG
from wegwijzer.taal.taalverzoek import gevraagde_taal
from wegwijzer.taal.vreemd import NEDERLANDS, taal_van

__all__ = ["gevaar", "gevaartekst", "onduidelijk", "onthoud", "vertaal", "weg", "zelfde_weg"]

KORT = 3
"""So few words do not change the language of a conversation into another foreign one."""
PRAATJE = 8
"""From this `urgentie` on a topic is small talk, and is not added to the road."""
ZELFDE_WEG = ZETTEN - {"informeer", "herhaal"}
"""Moves in the talk that count in any language, where the classifier is sure of them."""


def onthoud(tekst: str, toestand: Toestand) -> bool:
    """Note the language of the talk; True where this message is in another language, or asks for one."""
    if toestand.gekozen(tekst) is not None:
        return False
    gevonden = gevraagde_taal(tekst) or taal_van(tekst)
    if gevonden is None:
        return False
    if gevonden == NEDERLANDS:
        toestand.taal = None
        return False
    if toestand.taal is None or len(tekst.split()) > KORT:
        toestand.taal = gevonden
    return True


def gevaar(duiding: Duiding) -> str | None:
    """The kind of danger that a surely recognised topic stands for, of an alarm and not of a caring question."""
    soort = GEVAAR.get(duiding.label or "") if duiding.soort == "onderwerp" else None
    return soort if soort not in ZORG else None


def zelfde_weg(duiding: Duiding, bericht: Bericht) -> bool:
    """Whether a message in another language goes the way of a Dutch one: a button, a sure move, surely not ours."""
    if duiding.soort in ("knop", "leeg", "antwoord"):
        return True
    zeker = bool(bericht.ranking) and bericht.ranking[0][1] >= ZEKER
    zet = duiding.soort == "zet" and duiding.label in ZELFDE_WEG
    return zeker and (zet or duiding.soort == "buiten_bereik" or duiding.label == "crisis_ouder_op")


def onduidelijk(duiding: Duiding, toestand: Toestand) -> bool:
    """Not understood in a talk in another language, with no question open: the road is then the best answer."""
    return bool(toestand.taal) and duiding.soort in ("onduidelijk", "keuze") and toestand.vraag not in vragen.VRAGEN


def weg(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The next step of the road, and the topic that was surely heard."""
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    gehoord = _gehoord(duiding, bericht, toestand, huis)
    toestand.situatie.onderwerp = gehoord[0] if gehoord else toestand.situatie.onderwerp
    if gehoord and gehoord[0] != eenvoudig.ONDERWERP:
        antwoorden.append(eenvoudig.van_onderwerp(gehoord[0], bericht, toestand, huis))
    gevraagd = bool(bericht.ranking) and bericht.ranking[0][0] == eenvoudig.ONDERWERP and bericht.ranking[0][1] >= ZEKER
    topics = tuple(dict.fromkeys((*((eenvoudig.ONDERWERP,) if gevraagd else ()), *gehoord, "pad")))
    return Beurt(tuple(antwoorden), toestand, topics[0], topics, f"taal {toestand.taal}; {reden}")


def _gehoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> tuple[str, ...]:
    """The topic of this message, or (asked for another language) the one that was answered last."""
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    bekend = huis.kennis.onderwerpen.get(label)
    if label == eenvoudig.ONDERWERP or bekend is None:
        soort, _, naam = (toestand.laatst or "").partition(":")
        eerder = huis.kennis.onderwerpen.get(naam) if soort == "onderwerp" else None
        vorige = (naam,) if eerder and eerder.urgentie < PRAATJE and gevraagde_taal(bericht.tekst) else ()
        return vorige or ((label,) if bekend and kans >= ZEKER else ())
    if kans < ZEKER or bekend.instap or bekend.urgentie >= PRAATJE or duiding.soort != "onderwerp":
        return ()
    return (label,)
