"""Coming back after hours or days: welcome, where we were, and how it went; once, and then what the parent says.

`bij_beurt` puts it before the answer to a message; `welkom` says it to who only opens the chat again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from wegwijzer.gesprek import vragen
from wegwijzer.gesprek.duiding import OVER_HET_GESPREK, VERSLAG, ZEKER, Duiding
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis

WEG = timedelta(hours=12)
"""From this silence on somebody comes back."""
GROETEN = frozenset({"smalltalk", "begin"})
"""Topics of who only says hello."""
KORTE_GROET = 8
NOEMBAAR = range(3, 7)
"""Urgency of the topics that are named on return: not danger, which somebody may read along, and not small talk."""
ERBIJ = 2
"""Of the answer's own choices so many stay beside "how did it go"."""
BESLISSEND = (*vragen.VRAGEN, vragen.GEBEURTENIS)


@dataclass(frozen=True)
class Herinnering:
    """Where the talk was. `soort`: stap, vraag, onderwerp or los; `kop` recalls it, `vraag` asks how it goes on."""

    soort: str
    kop: str
    vraag: str
    knoppen: tuple[Knop, ...]
    open: str | None = None


def weg_geweest(toestand: Toestand, nu: datetime) -> bool:
    """Whether the parent comes back now, and was not welcomed yet."""
    if toestand.gezien is None or toestand.welkom:
        return False
    gezien = datetime.fromisoformat(toestand.gezien)
    return (gezien.tzinfo is None) == (nu.tzinfo is None) and nu - gezien > WEG


def is_hier(toestand: Toestand, nu: datetime) -> None:
    """Note that the parent said something."""
    toestand.gezien, toestand.welkom = nu.isoformat(), False


def herinner(toestand: Toestand, huis: Huis) -> Herinnering:
    """Where we were, before anything of today is taken in."""
    kennis, situatie = huis.kennis, toestand.situatie
    soort, _, naam = (toestand.laatst or "").partition(":")
    onderwerp = kennis.onderwerpen.get(naam) if soort == "onderwerp" else None
    welkom, verder = kennis.tekst("welkom_terug"), kennis.tekst("waar_verder")
    gewoon = (
        Knop(kennis.tekst("knop_volgende_stap"), "volgende_stap:"),
        Knop(kennis.tekst("knop_mens"), "onderwerp:praat_met_mens"),
    )
    if soort == "nood" or (onderwerp is not None and onderwerp.urgentie < NOEMBAAR.start):
        return Herinnering("los", welkom, verder, gewoon)
    if toestand.vraag in vragen.VRAGEN:
        vraag = kennis.tekst("welkom_terug_vraag", vraag=vragen.vraagtekst(toestand.vraag, toestand, huis))
        return Herinnering("vraag", welkom, vraag, tuple(toestand.keuzes), toestand.vraag)
    if situatie.stap in kennis.stappen and not situatie.gedaan(str(situatie.stap)):
        stap = kennis.stappen[str(situatie.stap)].naam
        kop = kennis.tekst("welkom_terug_stap", naam=stap[:1].lower() + stap[1:])
        return Herinnering("stap", f"{welkom} {kop}", kennis.tekst("hoe_gegaan"), _stapknoppen(huis), "stap")
    if onderwerp is not None and onderwerp.urgentie in NOEMBAAR:
        kop = kennis.tekst("welkom_terug_onderwerp", titel=onderwerp.titel)
        return Herinnering("onderwerp", f"{welkom} {kop}", verder, gewoon)
    return Herinnering("los", welkom, verder, gewoon)


def welkom(toestand: Toestand, nu: datetime, huis: Huis) -> Beurt | None:
    """What is said to who opens the chat again without a word; None where nothing is."""
    if toestand.taal or not weg_geweest(toestand, nu):
        return None
    toestand.welkom = True
    return _vraag(herinner(toestand, huis), toestand, huis)


def groet(bericht: Bericht) -> bool:
    """Whether this message only says hello."""
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    return label in GROETEN and kans >= ZEKER and len(bericht.tekst.split()) <= KORTE_GROET


def bij_beurt(
    uit: Beurt, weer: Herinnering, duiding: Duiding, bericht: Bericht, nieuw: list[str], toestand: Toestand, huis: Huis
) -> Beurt:
    """The same turn, welcomed. `nieuw`: the slots that the message filled or changed."""
    if uit.toestand is not toestand or bericht.nood or toestand.taal:
        return uit
    stil = duiding.soort in ("onduidelijk", "leeg") or (duiding.soort == "onderwerp" and groet(bericht))
    if stil and not nieuw:
        toestand.misverstaan = 0
        return _vraag(weer, toestand, huis)
    if weer.soort != "stap" or _vertelt(duiding, nieuw) or _vraagt_zelf(uit, duiding, toestand):
        return replace(uit, antwoorden=(Antwoord(weer.kop), *uit.antwoorden))
    eigen = tuple(k for k in uit.antwoorden[-1].knoppen if not k.doel.startswith("stap:"))
    laatste = replace(uit.antwoorden[-1], knoppen=(*weer.knoppen[:-1], *eigen[:ERBIJ]))
    toestand.vraag = weer.open
    toestand.keuzes = [*weer.knoppen, *(k for k in toestand.keuzes if k not in weer.knoppen)]
    kop = Antwoord(f"{weer.kop} {weer.vraag}")
    return replace(uit, antwoorden=(kop, *uit.antwoorden[:-1], laatste))


def _vertelt(duiding: Duiding, nieuw: list[str]) -> bool:
    """Whether the message says how the step went."""
    if duiding.soort == "knop" and duiding.knop is not None:
        return duiding.knop.doel.startswith("stap:")
    if duiding.soort == "stap":
        return True
    zet = duiding.soort == "zet" and duiding.label in VERSLAG | {"bevestigen", "ontkennen"}
    return zet or "stappen_gedaan" in nieuw


def _vraagt_zelf(uit: Beurt, duiding: Duiding, toestand: Toestand) -> bool:
    """Whether this turn already ends in a question, shows a step, or is about the talk itself: one question a time."""
    getoond = any("stap" in a.custom for a in uit.antwoorden)
    return getoond or toestand.vraag in BESLISSEND or duiding.label in OVER_HET_GESPREK


def _vraag(weer: Herinnering, toestand: Toestand, huis: Huis) -> Beurt:
    """Only the welcome, with its question; the choices that were open still count when typed."""
    toestand.vraag = weer.open
    toestand.keuzes = [*weer.knoppen, *(k for k in toestand.keuzes if k not in weer.knoppen)]
    custom = {"stap": huis.kennis.stappen[str(toestand.situatie.stap)].nummer} if weer.soort == "stap" else {}
    antwoord = Antwoord(f"{weer.kop} {weer.vraag}", weer.knoppen, custom)
    return Beurt((antwoord,), toestand, "gesprek", ("gesprek",), f"terug na een tijd: {weer.soort}")


def _stapknoppen(huis: Huis) -> tuple[Knop, ...]:
    titels = ("hielp", "hielp_niet", "loopt_nog", "niet_gelukt")
    knoppen = [Knop(huis.kennis.tekst(f"knop_{t}"), f"stap:{t}") for t in titels]
    return (*knoppen, Knop(huis.kennis.tekst("knop_iets_anders"), "iets_anders:"))


def niet_gelukt(toestand: Toestand, huis: Huis) -> Beurt:
    """The step was tried in vain: the parent chooses between going on and trying again."""
    kennis = huis.kennis
    knoppen = (
        Knop(kennis.tekst("knop_stap_verder"), "stap:hielp_niet"),
        Knop(kennis.tekst("knop_nog_eens"), "stap:nog_niet"),
        Knop(kennis.tekst("knop_mens"), "onderwerp:praat_met_mens"),
    )
    toestand.keuzes = list(knoppen)
    return Beurt((Antwoord(kennis.tekst("niet_gelukt"), knoppen),), toestand, "pad", ("pad",), "stap niet gelukt")


def iets_anders(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The parent comes for something else: an open question."""
    toestand.vraag = None
    return Beurt((Antwoord(huis.kennis.tekst("iets_anders")),), toestand, "gesprek", ("gesprek",), "iets anders")
