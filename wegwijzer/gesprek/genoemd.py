"""Questions that a longer message names in plain words beside its main one: "moet ik een advocaat nemen?".

The recogniser reads a message as a whole, and each sentence for what it surely asks; a question in half a sentence, or
in a message without full stops, is heard here by its words.
"""

from __future__ import annotations

import re

from wegwijzer.gesprek.genoemd_woorden import KOMT_NOG, NODIG, OOK_VERTELD, VAN_JONGERE, WOORDEN
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
LOS, STELLIG = 0.95, 0.35
"""A sentence about something else than a message that is sure (STELLIG) counts from LOS on: fewer than one in six of
these is what the parent asks."""
ALLEEN_GEHEEL = frozenset({"veiligheid_thuis", "jongere_zelf", "professional", "over_de_assistent"})
"""Topics that are not offered because one sentence sounds like them."""
BESLUITEN = {"geschorst": "schorsing", "verwijderd": "verwijdering"}
"""Decisions with a term: told in passing, they are still a question heard."""
_STREEK = re.compile(
    r"\b(?:samenwerkingsverband\w*|swv|steunpunt\w*|koers|pporr|andere (?:gemeente|plaats|stad|regio)|bij wie)\b"
    r"|\b(?:woon|wonen|woont)\b.{1,60}?\bschool (?:staat|zit|is|ligt)\b"
    r"|\bschool (?:staat|zit|is|ligt)\b.{1,60}?\b(?:woon|wonen|woont)\b"
)
LAATST = "crisis_ouder_op"
ALLEEN_MET = {
    **dict.fromkeys(("samenwerkingsverband_vinden", "buiten_rotterdam", "rotterdam_vo", "rotterdam_po"), _STREEK),
    LAATST: re.compile(
        r"\b(?:ik|we|wij|mezelf|onszelf)\b(?: \w+){0,6}? (?:niet meer|op|kapot|moe|uitgeput|zwaar|instort\w*|doorheen"
        r"|huil\w*|janken|burn|slaap\w*|trek|trekken|volhoud\w*|hou|houden|red|redden|wanhop\w*)\b"
        r"|\b(?:burn ?out|overspannen|ten einde raad|radeloos|slechte (?:moeder|vader|ouder|ouders))\b"
    ),
    "privacy": re.compile(
        r"\b(?:le(?:es|est|zen)(?: \w+){0,3}? mee|mee ?le\w+|wie (?:leest|ziet)|anoniem|opgeslagen|bewaa?r\w*|jullie"
        r"|deze chat|dit gesprek|hier (?:\w+ ){0,3}?(?:typ|zeg|vertel|schrijf)\w*|geheim)\b"
    ),
    "aanmelden_geweigerd": re.compile(
        r"\b(?:\w*weiger\w*|aan ?meld\w*|aangemeld|aannem\w*|aangenomen|neemt|nemen|toe ?laten|toegelaten|afgewezen"
        r"|wijst|inschrij\w*|ingeschreven|plek|plaats|vol|welkom|passend|wil(?:len)? \w+(?: \w+)? niet|geen school)\b"
    ),
    "wachtlijst_speciaal": re.compile(r"\b(?:so|vso|sbo|speciaal|speciale|cluster|tlv|praktijk\w+|zml\w*|mytyl\w*)\b"),
    "hoogbegaafd_verveling_boreout": re.compile(r"begaafd|verve(?:el|lin)|\bte makkelijk\b|\bplusklas\b|\biq\b"),
}
"""Topic → without these words a sentence only sounds like it: `wij wonen in …`, `is dat wel slim`."""
BETAALT, BETAALT_HULP = "wie_betaalt_de_plek", "extra_geld_en_wie_betaalt"
_PLEK = re.compile(
    r"\b(?:\w*plek\w*|\w*boerderij\w*|opvang|dagbesteding|initiatie\w+|particuliere?|instelling|(?:iets|ergens) voor)\b"
)
"""Without one of these `wie betaalt dat` is about help at school."""
OVER_ONS = ("privacy", "over_de_assistent")
"""Questions about this chat that count beside those about school."""
_GEHAD = re.compile(r"\b(?:gehad|geweest|gesproken|gepraat)\b")
_PATRONEN = {naam: re.compile(patroon) for naam, patroon in WOORDEN.items()}
_VAN_JONGERE = {naam: re.compile(f"{patroon}|{WOORDEN[naam]}") for naam, patroon in VAN_JONGERE.items()}
_NODIG = {naam: re.compile(patroon) for naam, patroon in NODIG.items()}
_MAG_DAT = re.compile(
    r"^(?:en |maar |dus )?(?:mag|kan|mogen|kunnen|klopt|is|hoort|moet|moeten)(?: (?:dat|dit|het|ze|zij|school|die|zo))+"
    r"(?: (?:zomaar|eigenlijk|wel|echt|nou|nu|nog|toch|legaal|normaal|doen|eisen|weigeren|gewoon|wettelijk|ook))*$"
)
"""A question about what the sentence before it tells: `mag dat zomaar?`."""


def genoemd(bericht: Bericht) -> list[str]:
    """Topics that the message names: those it asks about first, then what it only tells; empty for a short message."""
    geheel = kaal(bericht.tekst)
    if len(geheel.split()) < KORTST:
        return []
    plaatsen: dict[str, tuple[bool, int, int]] = {}
    delen = zinnen(bericht.tekst)
    jongere = any(v.waarde == "jongere_zelf" for v in bericht.alle("situatie"))
    patronen = {**_PATRONEN, **_VAN_JONGERE} if jongere else _PATRONEN
    kale = [kaal(zin) for zin in delen]
    for nummer, (zin, woorden) in enumerate(zip(delen, kale, strict=True)):
        vraagt = (
            "?" in zin or vraagt_of_wil(woorden) or _MAG_DAT.match("".join(kale[nummer + 1 : nummer + 2])) is not None
        )
        voorbij = "?" not in zin and _GEHAD.search(woorden) is not None
        for naam, patroon in patronen.items():
            telt = (vraagt or naam in OOK_VERTELD) and not (voorbij and naam in KOMT_NOG)
            nieuw = naam not in plaatsen or (vraagt and plaatsen[naam][0])
            if nieuw and telt and (gevonden := patroon.search(woorden)):
                plaatsen[naam] = (not vraagt, nummer, gevonden.start())
    if BETAALT in plaatsen and "vervoer" in plaatsen:
        del plaatsen[BETAALT]
    if BETAALT in plaatsen and not _PLEK.search(geheel):
        plaatsen[BETAALT_HULP] = plaatsen.pop(BETAALT)
    namen = (naam for naam in plaatsen if naam not in _NODIG or _NODIG[naam].search(geheel))
    return sorted(namen, key=lambda naam: plaatsen[naam])


def gehoord(bericht: Bericht, kennis: Kennis) -> list[tuple[str, float]]:
    """All topics that the message asks about beside its main one, with confidence: the named ones first.

    What the recogniser heard in a sentence counts too, without small talk. A parent who is worn out comes last.
    """
    geheel = {n for n, k in bericht.ranking[:MEE] if k >= (ERNSTIG if _is_ernstig(n, kennis) else SPOOR)}
    zinnen_ = {n: k for n, k in bericht.gehoord if _is_zaak(n, kennis) and (n in geheel or n not in ALLEEN_GEHEEL)}
    stellig = bool(bericht.ranking) and bericht.ranking[0][1] >= STELLIG
    gehoord_met = {
        n: k if n in geheel else min(k, GENOEMD) for n, k in zinnen_.items() if n in geheel or k >= LOS or not stellig
    }
    namen = [n for n in genoemd(bericht) if _is_zaak(n, kennis)]
    uit = {n: ZEKER if n in GEBEURD and n in zinnen_ else max(GENOEMD, gehoord_met.get(n, 0.0)) for n in namen}
    for naam, kans in gehoord_met.items():
        if naam in (BETAALT, BETAALT_HULP) and {BETAALT, BETAALT_HULP} & set(namen):
            continue
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
    return onderwerp is not None and (onderwerp.urgentie < 7 or naam in OVER_ONS)
