"""Going on later: how to keep the way back to this conversation, and how long it is kept."""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.gesprek.duiding import ZEKER, Duiding
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.taal.schoon import kaal

MERK = "terugkeer"
"""In `custom`: here the widget shows the button that makes the return link."""
MEESTE = 14
"""A request for the way back that is recognised without the classifier has at most so many words."""

_STRAKS = r"(?:later|straks|morgen|vanavond|overmorgen|volgende week|een andere keer)"
_GESPREK = r"(?:dit|ons|het|deze|mijn) (?:gesprek|gesprekje|chat|chatgesprek)"
_VULSEL = r"(?:(?:hier|hiermee|nu|nog|graag|ook|weer|mee|ermee) ){0,3}"
_WAAR = r"waar (?:ik|we) (?:was |ben |waren |zijn )?(?:gebleven|gestopt)(?: was| ben| waren| zijn)?"
_LATER = re.compile(
    rf"\b{_STRAKS} {_VULSEL}verder(?: (?:gaan|praten|typen|chatten|kunnen|hier|hiermee|ermee)){{0,3}}"
    rf"(?: (?:in|met) {_GESPREK}| {_WAAR})?$"
    rf"|\b(?:kan|mag) ik (?:hier )?{_STRAKS} {_VULSEL}(?:op |naar )?(?:terug|terugkomen|terugkeren)\b"
    rf"|\bhoe (?:kom|vind|krijg) ik (?:{_STRAKS} )?(?:hier|(?:bij |in )?{_GESPREK}) (?:{_STRAKS} |weer ){{0,2}}terug\b"
    rf"|\bhoe (?:kom|ga) ik (?:{_STRAKS} )?terug (?:bij|in|naar) {_GESPREK}\b"
    rf"|\b{_GESPREK} (?:later |straks )?(?:bewaren|opslaan|terugvinden)\b"
    rf"|\blink (?:naar|van|voor) {_GESPREK}\b"
)
_ANDERS = re.compile(
    r"\b(?:wie|iemand|school|jullie|gemeente|hoelang|hoe lang|niet|wissen|weg|plan|brief|document|pdf|printen|papier)\b"
)
"""What shows that it is asked who can read it, or for a document."""


def duid(bericht: Bericht) -> Duiding | None:
    """The wish to go on later, where the words alone show it; who says goodbye is answered as such."""
    tekst = kaal(bericht.tekst)
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    if len(tekst.split()) > MEESTE or not _LATER.search(tekst) or _ANDERS.search(tekst):
        return None
    if label == "stop" and kans >= ZEKER:
        return None
    return Duiding("knop", knop=Knop("", f"{MERK}:"), waarom="wil later verder")


def antwoord(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """How to get the way back; the choices that were open stay open."""
    kennis = huis.kennis
    tekst = f"{kennis.tekst('later_verder_uitleg')} {bewaard(huis)}"
    erbij = Knop(kennis.tekst("knop_plan"), "plan:")
    knoppen = (erbij, *(k for k in toestand.keuzes if k.doel != erbij.doel))[:4]
    toestand.keuzes = [erbij, *(k for k in toestand.keuzes if k.doel != erbij.doel)]
    uit = Antwoord(tekst, knoppen, {MERK: True})
    return Beurt((uit,), toestand, "gesprek", ("gesprek",), "uitgelegd hoe later verder")


def met_weg_terug(gegeven: Antwoord, huis: Huis) -> Antwoord:
    """The same reply, with how to come back to this conversation."""
    tekst = f"{gegeven.tekst} {huis.kennis.tekst('later_verder')}"
    return replace(gegeven, tekst=tekst, custom={**gegeven.custom, MERK: True})


def bewaard(huis: Huis) -> str:
    """How long the conversation is kept, and that the plan outlives it."""
    return huis.kennis.tekst("bewaard", dagen=bewaartermijn())


def bij_link(huis: Huis) -> str:
    """What is said with the link itself."""
    return f"{huis.kennis.tekst('link_uitleg')} {bewaard(huis)}"


def op_plan(link: str, huis: Huis) -> str:
    """The line on the plan that holds the link."""
    return huis.kennis.tekst("plan_terugkeer", link=link, dagen=bewaartermijn())
