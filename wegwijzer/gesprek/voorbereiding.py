"""Preparing the talk with school: three short questions that end in points to put on the table.

The thought is that of the Sprintkaart: the child first, small and concrete, the parent leads. An answer is the
parent's own and free, so only what is plainly something else is taken as something else.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.gesprek import aansluiting, gevoel, stappen, vragen, wat_als
from wegwijzer.gesprek.duiding import KORT, OVER_HET_GESPREK, VERGIST, ZEKER, Duiding
from wegwijzer.gesprek.knoppen import briefknop
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.gesprek.punten import punten
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Kennis
from wegwijzer.pad.stapinhoud import afspraken
from wegwijzer.taal.schoon import kaal

SOORT = "antwoord"
"""`Duiding.soort` of a free answer to one of our three questions."""
KOPPEN = {"gesprek_goed": "punten_goed", "gesprek_mis": "punten_mis", "gesprek_anders": "punten_anders"}
"""Question → the heading of its points (key in teksten.yml)."""
BRIEF = "gesprek_aanvragen"
VEILIGHEID = 2
"""Topics of at most this urgency are answered, also when told as an answer to our question."""
WEG = OVER_HET_GESPREK | {"sla_over", "weet_niet", "volgende_stap", "maak_plan", "bereid_gesprek_voor"}
"""Moves that are no answer."""
KORT_DANK = 5
"""So few words with thanks in them are no answer to a question."""
ZEKERE_ZET = 0.5
"""From this confidence on a short message is such a move; `terug naar school` is not."""

_VRAAG = re.compile(
    r"^(?:(?:en|maar|oke|ok|eh|ja|wacht|trouwens) ){0,2}"
    r"(?:mag|mogen|moet ik|moeten we|kan ik|kunnen we|kan school|mag school|wie|waarom|hoelang|hoeveel|welke?"
    r"|hoe (?:lang|kan|moet|werkt|vraag|zit|kom|krijg)|wat (?:is|zijn|als|doe|doet|moet|mag|kan|betekent|bedoel)"
    r"|wanneer (?:mag|moet|kan)|waar (?:kan|moet|vind|is)|bestaat|klopt het|heb ik recht)\b"
)
_SNAP_NIET = re.compile(
    r"\b(?:snap|begrijp) (?:de|deze|je|uw|die|het|dit) ?(?:vraag)? ?niet\b|\bwat bedoel|^te moeilijk$|^moeilijke vraag$"
)
_NEE = frozenset({"nee", "neen", "geen", "niks", "niets", "x"})


def duid(bericht: Bericht, toestand: Toestand, kennis: Kennis) -> Duiding | None:
    """An answer to the open question; None where another question is open, or the message is plainly not an answer."""
    if toestand.vraag not in vragen.VOORBEREIDING or toestand.na_nood or toestand.gekozen(bericht.tekst) is not None:
        return None
    tekst = kaal(bericht.tekst)
    woorden = tekst.split()
    if not woorden or VERGIST.search(bericht.tekst.lower()):
        return None
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    if tekst in _NEE:
        return Duiding("zet", "sla_over", waarom="niets te zeggen op deze vraag")
    if _SNAP_NIET.search(tekst) and len(woorden) <= KORT:
        return Duiding("zet", "waarom_vraag", waarom="begrijpt de vraag niet")
    if label in WEG and len(woorden) <= KORT and kans >= ZEKERE_ZET:
        return None
    if (
        aansluiting.gaat_doen(bericht.tekst)
        or wat_als.vraagt(bericht.tekst)
        or (gevoel.gevoel(bericht.tekst) == "dank" and len(woorden) <= KORT_DANK)
    ):
        return None
    onderwerp = kennis.onderwerpen.get(label)
    if onderwerp is not None and kans >= ZEKER:
        vraagt = "?" in bericht.tekst or _VRAAG.search(tekst) is not None
        if vraagt or onderwerp.urgentie <= VEILIGHEID:
            return None
    return Duiding(SOORT, toestand.vraag, waarom=f"antwoord op '{toestand.vraag}'")


def begin(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The first question, after what is going to happen. Earlier answers are dropped."""
    toestand.voorbereiding = {}
    vraag = vragen.stel(vragen.VOORBEREIDING[0], toestand, huis)
    tekst = f"{huis.kennis.tekst('voorbereiding_begin')}\n{vraag.tekst}"
    return _beurt(Antwoord(tekst, vraag.knoppen), toestand, "voorbereiding begonnen")


def antwoord(bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Keep what was said, and ask the next question; after the last one the points."""
    vraag = str(toestand.vraag)
    toestand.voorbereiding = {**toestand.voorbereiding, vraag: punten(bericht.tekst)}
    return _verder(vraag, huis.kennis.tekst("voorbereiding_dank"), toestand, huis)


def sla_over(vraag: str, toestand: Toestand, huis: Huis) -> Beurt:
    """The next question, without an answer to this one."""
    return _verder(vraag, huis.kennis.tekst("overgeslagen"), toestand, huis)


def na_gevaar(duiding: Duiding, toestand: Toestand, huis: Huis) -> Beurt | None:
    """What follows danger in the middle of our questions: the same question, unless something else is asked."""
    if toestand.vraag not in vragen.VOORBEREIDING or duiding.soort in ("knop", "onderwerp", "leeg"):
        return None
    return _beurt(vragen.terugvraag(toestand, huis), toestand, f"{duiding.waarom}; terug naar {toestand.vraag}")


def kom_terug(uit: Beurt, duiding: Duiding, toestand: Toestand, huis: Huis) -> Beurt:
    """The same turn, with our open question after it where it is not there yet; the other choices still count."""
    if uit.toestand is not toestand or toestand.vraag not in vragen.VOORBEREIDING or duiding.label == "stop":
        return uit
    tekst = vragen.vraagtekst(toestand.vraag, toestand, huis)
    if any(tekst in a.tekst for a in uit.antwoorden):
        return uit
    eerder = toestand.keuzes
    gesteld = vragen.stel(toestand.vraag, toestand, huis)
    toestand.keuzes = [*gesteld.knoppen, *(k for k in eerder if k not in gesteld.knoppen)]
    vraag = Antwoord(huis.kennis.tekst("terug_naar_vraag", vraag=tekst), gesteld.knoppen)
    return replace(uit, antwoorden=(*uit.antwoorden, vraag))


def voor_plan(toestand: Toestand, huis: Huis) -> list[str]:
    """The points with their headings, for the plan; empty where nothing was prepared."""
    return [
        f"{huis.kennis.teksten[kop][0].strip()}: {punt[:1].lower()}{punt[1:]}"
        for vraag, kop in KOPPEN.items()
        for punt in toestand.voorbereiding.get(vraag, ())
    ]


def _verder(vraag: str, kop: str, toestand: Toestand, huis: Huis) -> Beurt:
    plek = vragen.VOORBEREIDING.index(vraag) + 1
    if plek == len(vragen.VOORBEREIDING):
        return _slot(toestand, huis)
    volgende = vragen.stel(vragen.VOORBEREIDING[plek], toestand, huis)
    return _beurt(Antwoord(f"{kop}\n{volgende.tekst}", volgende.knoppen), toestand, f"{vraag} gehad")


def _slot(toestand: Toestand, huis: Huis) -> Beurt:
    """The points in the parent's own words, and what to ask the school."""
    kennis = huis.kennis
    regels: list[str] = []
    for vraag, kop in KOPPEN.items():
        eigen = toestand.voorbereiding.get(vraag) or []
        regels += [f"{kennis.teksten[kop][0].strip()}:", *(f"– {p}" for p in eigen)] if eigen else []
    regels = [f"{kennis.tekst('punten_kop')}.", *regels] if regels else [kennis.tekst("punten_geen")]
    stel = list(kennis.teksten["punten_vragen"])
    stel += [a.vraag_aan_school for a in afspraken(toestand.situatie, kennis) if a.vraag_aan_school][:1]
    regels += [f"{kennis.tekst('punten_vraag_kop')}:", *(f"– {v}" for v in stel), kennis.tekst("punten_slot")]
    toestand.vraag = "stap" if toestand.situatie.stap else None
    knoppen = [Knop(kennis.tekst("knop_plan"), "plan:")]
    knoppen += [briefknop(kennis.brieven[BRIEF], huis)] if BRIEF in kennis.brieven else []
    knoppen.append(Knop(kennis.tekst("knop_volgende_stap"), "volgende_stap:"))
    toestand.keuzes = [*knoppen, *stappen.stapkeuzes(toestand, huis)]
    punten_ = {kop.removeprefix("punten_"): list(toestand.voorbereiding.get(v) or []) for v, kop in KOPPEN.items()}
    custom = {"voorbereiding": {"punten": punten_, "vragen": stel}}
    return _beurt(Antwoord("\n".join(regels), tuple(knoppen), custom), toestand, "punten voor het gesprek")


def _beurt(antwoord_: Antwoord, toestand: Toestand, waarom: str) -> Beurt:
    return Beurt((antwoord_,), toestand, "pad", ("pad",), waarom)
