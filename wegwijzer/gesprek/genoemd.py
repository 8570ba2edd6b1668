"""Questions that a longer message names in plain words beside its main one: "moet ik een advocaat nemen?".

The recogniser reads a message as a whole, and each sentence for what it surely asks; a question in half a sentence, or
in a message without full stops, is heard here by its words.
"""

from __future__ import annotations

import re

from wegwijzer.gesprek.genoemd_woorden import OOK_VERTELD, WOORDEN
from wegwijzer.gesprek.model import Bericht
from wegwijzer.gesprek.vraagzin import vraagt_of_wil
from wegwijzer.kennis.model import Kennis
from wegwijzer.taal.schoon import kaal, zinnen

KORTST = 14
"""A shorter message asks one thing (words)."""
GENOEMD, ZEKER = 0.5, 0.99
"""What naming a topic counts for (confidence); what it does where the recogniser heard that it happened as well."""
VOORRANG = 3
"""Topics of at most this urgency go before the message's main topic when a sentence asks about them."""
GEBEURD = frozenset({"verwijdering", "schorsing", "school_zegt_houd_maar_thuis"})
MEE, SPOOR = 5, 0.001
"""A topic heard in a sentence goes first only where it is among the first MEE of the whole message, from SPOOR on."""
ERNSTIG = 0.05
"""The same for a topic that would go before the others: a decision, a threat, safety."""
ALLEEN_GEHEEL = frozenset({"veiligheid_thuis", "jongere_zelf", "professional"})
"""Topics that are not offered because one sentence sounds like them."""
BESLUITEN = {"geschorst": "schorsing", "verwijderd": "verwijdering"}
"""Decisions with a term: told in passing, they are still a question heard."""
LAATST = "crisis_ouder_op"
_STREEK = re.compile(
    r"\b(?:samenwerkingsverband\w*|swv|steunpunt\w*|koers|pporr|andere (?:gemeente|plaats|stad|regio)|bij wie)\b"
    r"|\b(?:woon|wonen|woont)\b.{1,60}?\bschool (?:staat|zit|is|ligt)\b"
    r"|\bschool (?:staat|zit|is|ligt)\b.{1,60}?\b(?:woon|wonen|woont)\b"
)
ALLEEN_MET = {
    **dict.fromkeys(("samenwerkingsverband_vinden", "buiten_rotterdam", "rotterdam_vo", "rotterdam_po"), _STREEK),
    "hoogbegaafd_verveling_boreout": re.compile(r"begaafd|verve(?:el|lin)|\bte makkelijk\b|\bplusklas\b|\biq\b"),
}
"""Topic → without these words a sentence only sounds like it: `wij wonen in …`, `is dat wel slim`."""
BETAALT, BETAALT_HULP = "wie_betaalt_de_plek", "extra_geld_en_wie_betaalt"
_PLEK = re.compile(r"\b(?:\w*plek\w*|\w*boerderij\w*|opvang|dagbesteding|initiatie\w+|particuliere?)\b")
"""Without one of these `wie betaalt dat` is about help at school."""
_PATRONEN = {naam: re.compile(patroon) for naam, patroon in WOORDEN.items()}


def genoemd(bericht: Bericht) -> list[str]:
    """Topics that the message asks about by name, in the order of the text; empty for a short message."""
    if len(kaal(bericht.tekst).split()) < KORTST:
        return []
    plaatsen: dict[str, tuple[int, int]] = {}
    for nummer, zin in enumerate(zinnen(bericht.tekst)):
        woorden = kaal(zin)
        vraagt = "?" in zin or vraagt_of_wil(woorden)
        for naam, patroon in _PATRONEN.items():
            if naam not in plaatsen and (vraagt or naam in OOK_VERTELD) and (gevonden := patroon.search(woorden)):
                plaatsen[naam] = (nummer, gevonden.start())
    if BETAALT in plaatsen and not _PLEK.search(kaal(bericht.tekst)):
        plaatsen[BETAALT_HULP] = plaatsen.pop(BETAALT)
    return sorted(plaatsen, key=lambda naam: plaatsen[naam])


def gehoord(bericht: Bericht, kennis: Kennis) -> list[tuple[str, float]]:
    """All topics that the message asks about beside its main one, with confidence: the named ones first.

    What the recogniser heard in a sentence counts too, without small talk. A parent who is worn out comes last.
    """
    geheel = {n for n, k in bericht.ranking[:MEE] if k >= (ERNSTIG if _is_ernstig(n, kennis) else SPOOR)}
    zinnen_ = {n: k for n, k in bericht.gehoord if _is_zaak(n, kennis) and (n in geheel or n not in ALLEEN_GEHEEL)}
    gehoord_met = {n: k if n in geheel else min(k, GENOEMD) for n, k in zinnen_.items()}
    namen = [n for n in genoemd(bericht) if _is_zaak(n, kennis)]
    uit = {n: ZEKER if n in GEBEURD and n in zinnen_ else max(GENOEMD, gehoord_met.get(n, 0.0)) for n in namen}
    for naam, kans in gehoord_met.items():
        if naam not in uit and klinkt_niet_alleen_zo(naam, bericht):
            uit[naam] = kans
    besluiten = {v.waarde for v in bericht.alle("situatie")}
    for situatie, naam in BESLUITEN.items():
        if situatie in besluiten:
            uit.setdefault(naam, GENOEMD)
    return sorted(uit.items(), key=lambda paar: paar[0] == LAATST)


def klinkt_niet_alleen_zo(naam: str, bericht: Bericht) -> bool:
    """Whether the words without which a message only sounds like this topic are there, where it has such words."""
    return naam not in ALLEEN_MET or ALLEEN_MET[naam].search(kaal(bericht.tekst)) is not None


def _is_ernstig(naam: str, kennis: Kennis) -> bool:
    onderwerp = kennis.onderwerpen.get(naam)
    return onderwerp is not None and onderwerp.urgentie <= VOORRANG


def _is_zaak(naam: str, kennis: Kennis) -> bool:
    onderwerp = kennis.onderwerpen.get(naam)
    return onderwerp is not None and (onderwerp.urgentie < 7 or naam == "privacy")
