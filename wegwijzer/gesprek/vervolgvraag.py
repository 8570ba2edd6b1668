"""Questions that lean on what was just shown: "wat kost dat?", "welk nummer?", "hoe lang duurt dat?".

They name nothing themselves, so no recogniser can know what they are about; `Toestand.laatst` does.
"""

from __future__ import annotations

import re

from wegwijzer.gesprek import zaak
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.onderwerp import kies_variant
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.taal.schoon import kaal, zinnen
from wegwijzer.taal.situatie.teruggenomen import PARTIJEN

SOORT, KORT = "vervolg", "kort"
"""`Duiding.soort`; the label is one of klaarleggen, kosten, nummer, papier, waar, anders, duur, zeggen, open."""
MEESTE = 16
"""A message with such a question has at most so many words."""
_BEGIN = r"^(?:(?:en|ok|oke|maar|nou|ja|dus|trouwens|eigenlijk|dan|goed|nog een vraag) ){0,3}"
_ZE = r"(?:ze|zij|hij|die|dat|het|hun|hen|daar|zo n iemand|zo iemand|zoiets|dit)"
_WE = r"(?:ik|wij|we|je)"
_VORMEN = (
    (
        "klaarleggen",
        rf"wat (?:moet|kan|zal|mag) {_WE}(?: \w+){{0,3}} (?:klaarleggen|klaar leggen|meenemen|voorbereiden|verzamelen)"
        r"(?: \w+){0,4}"
        rf"|wat (?:neem|leg) {_WE}(?: \w+){{0,3}} (?:mee|klaar)(?: \w+){{0,3}}",
    ),
    (
        "kosten",
        rf"(?:wat|hoeveel) (?:kost|kosten|vragen|rekenen) (?:me |mij |ons )?(?:{_ZE}|zo n \w+)(?: \w+){{0,3}}"
        rf"|(?:kost|kosten) {_ZE}(?: (?:dan|wat|iets|veel|geld|mij|ons|me|ook|nog|eigenlijk)){{0,4}}"
        rf"|(?:is|zijn) {_ZE}(?: (?:dan|ook|wel|echt|altijd)){{0,2}} gratis(?: dan)?"
        rf"|moet(?:en)? {_WE} (?:daar|daarvoor|ervoor|er|dat|daar iets voor|daar zelf voor|dat zelf|er iets voor)"
        r"(?: voor)? betalen",
    ),
    (
        "anders",
        rf"(?:kan|kunnen|mag) {_WE} (?:(?:ook|nog|dan|het|dit|dat) ){{0,3}}(?:ergens|iemand|bij iemand) anders"
        r"(?: \w+){0,6}"
        r"|wie (?:kan|kunnen) (?:ons|mij|me)(?: (?:nog|meer|verder|ook|dan|nu|anders)){0,3} helpen"
        r"|(?:kan|mag) (?:het|dit|dat) (?:ook |niet )?ergens anders"
        r"|wie helpt (?:mij|me|ons|haar|hem)(?: (?:dan|nu|hierbij|daarbij|verder)){0,2}",
    ),
    (
        "nummer",
        r"(?:wat is )?(?:het |hun |welk |wat voor )?(?:telefoon)?nummer(?: \w+){0,6}"
        rf"|(?:heb|hebt|heeft|weet) (?:je|u) (?:een|het|hun|daar een|daar het) (?:telefoon)?nummer(?: \w+){{0,3}}"
        rf"|hoe (?:bereik|bel|mail|vind) {_WE} {_ZE}(?: dan)?"
        rf"|wie (?:moet|kan|mag|zal) {_WE}(?: (?:dan|nu|hier|daar|hiervoor|daarvoor|eerst|nou)){{0,2}} "
        r"(?:bellen|benaderen|mailen|hebben)(?: (?:dan|daarvoor|hiervoor))?"
        rf"|waar (?:moet|kan) {_WE}(?: (?:dan|nu|daarvoor)){{0,2}} (?:heen|naartoe|terecht|zijn|bellen|heen bellen)"
        r"(?: (?:bellen|dan))?"
        r"|(?:bij|met|aan|naar|door) wie(?: (?:dan|nou|nu|moet|kan|mag|ik|we|wij|dat|zijn|heen|terecht|precies|doen"
        r"|bellen|mailen|sturen|praten)){0,7}"
        r"|wie (?:ik |wij |we |kan ik |moet ik |nu |dan ){0,2}(?:bellen|mailen|vragen)(?: (?:dan|nu))?",
    ),
    (
        "papier",
        r"(?:moet|kan|mag|hoeft|doe ik|doen we) (?:dat|dit|het|ik dat|we dat|wij dat)"
        r"(?: (?:dan|ook|niet|allemaal|eigenlijk|perse|per se|echt)){0,3}"
        r" (?:op papier|schriftelijk|per mail|via de mail|via mail|mondeling|telefonisch|per brief|aangetekend)"
        r"(?: (?:zijn|doen|staan|worden|gebeuren|of|en|schriftelijk|mondeling|per mail|op papier)){0,4}"
        r"|(?:op papier|schriftelijk)(?: dan| ook)?(?: of (?:per mail|mondeling))?",
    ),
    (
        "waar",
        r"waar (?:vind|haal|zie|lees) (?:ik|we|wij|je|u)(?: (?:dat|dit|het|die|ze|daar|dan|zoiets|zo iets|meer|over"
        r"|informatie|info)){1,4}"
        r"|waar (?:staat|is) (?:dat|dit|het)(?: (?:dan|ergens|te vinden)){0,2}"
        r"|waar (?:kan|kun) (?:ik|we|je) (?:dat|dit|het|daar|die) (?:\w+ )?(?:vinden|lezen|nalezen|halen)",
    ),
    (
        "duur",
        rf"hoe ?lang (?:duurt (?:{_ZE}|zo n \w+)|gaat dat duren|moet {_WE}(?: dan)? wachten)(?: \w+){{0,7}}"
        r"|hoe snel (?:gaat|komt|komen|is|hoor|moet|moeten|reageert|reageren|antwoorden)(?: \w+){0,5}"
        rf"|wanneer (?:hoor|krijg|horen|krijgen) {_WE}(?: \w+){{0,4}}",
    ),
    (
        "zeggen",
        rf"wat (?:moet|kan|zal|mag|zou) {_WE}(?: \w+){{0,3}} (?:zeggen|vragen|vertellen)(?: \w+){{0,4}}"
        rf"|wat (?:zeg|vraag|vertel) {_WE}(?: \w+){{0,4}}"
        rf"|wat {_WE} (?:moet|kan|dan)?(?: dan)? ?(?:zeggen|vragen|vertellen)",
    ),
    (
        "open",
        r"(?:zijn|is) (?:ze|zij|die|dat|daar|er)(?: (?:nu|nog|dan|vandaag|morgen|ook|wel|in het|weekend|avonds|s)){0,4}"
        r" (?:open|bereikbaar|iemand)(?: \w+){0,2}"
        rf"|(?:kan|kunnen|mag) {_WE} (?:ze |die |hun |hen |daar )?"
        r"(?:nu|nog|vandaag|morgen|vanavond|in het weekend)(?: \w+){0,2} bellen"
        r"|(?:kan|mag) (?:dat|dit|het) (?:nu|nog|vandaag|morgen|vanavond|in het weekend)(?: nog)?"
        r"|(?:dat|dit) kan (?:nu|nog|vandaag|morgen|vanavond|in het weekend)(?: nog)?"
        rf"|wanneer (?:zijn ze|is dat|kan {_WE} (?:ze|hun|hen|daar|daarheen))(?: \w+){{0,2}}"
        r" (?:open|bereikbaar|bellen)",
    ),
)
_PATRONEN = tuple((soort, re.compile(f"{_BEGIN}(?:{vorm})$")) for soort, vorm in _VORMEN)
GELD = re.compile(r"\b(?:gratis|kost|kosten|betaalt|betalen|euro|niets)\b", re.IGNORECASE)
TIJD = re.compile(r"\b(?:weken|week|maanden|dagen|schooljaar)\b", re.IGNORECASE)
PLEK = re.compile(r"\b(?:schoolgids|site|website|studentenstatuut|loket|steunpunt)\b", re.IGNORECASE)
_GA_DOEN = re.compile(
    r"\b(?:ik|we|wij) (?:ga |gaan |zal |dan )?(?:ze |hem |haar |daar )?(?:bel|bellen|mail|mailen)\b"
    r"|\b(?:vraag|vragen) (?:hem|haar|ze|die|dat|er een) aan\b"
)
"""Who is going to take the step that is open asks about that step."""
_ZIN = re.compile(r"(?<=[.?!]) ")
VAN_STAP = frozenset({"klaarleggen", "zeggen"})
"""Questions that only a step can answer; after a topic the recogniser may know better."""


def vraagt(tekst: str) -> str | None:
    """What is asked of something that was named before; None for all other messages."""
    if len(kaal(tekst).split()) > MEESTE:
        return None
    laatste = kaal((zinnen(tekst) or [""])[-1])
    return next((soort for soort, patroon in _PATRONEN if patroon.match(laatste)), None)


def duid(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    """A question that leans on the last answer; None where there is none to lean on."""
    soort = vraagt(bericht.tekst)
    genoemd = _genoemd(bericht.tekst) if soort == "zeggen" else None
    if soort in ("zeggen", "open") and toestand.situatie.stap and _GA_DOEN.search(kaal(bericht.tekst)):
        genoemd = toestand.situatie.stap
    if genoemd and not toestand.situatie.gedaan(genoemd):
        return Duiding(SOORT, soort, doel=genoemd, waarom=f"vervolgvraag {soort} over {genoemd}")
    if soort is None or toestand.gekozen(bericht.tekst) is not None or bericht.alle("organisatie"):
        return None
    stap, onderwerp = waarover(toestand, huis)
    if onderwerp is not None and soort in VAN_STAP:
        if onderwerp.stap or not toestand.situatie.stap or toestand.situatie.gedaan(toestand.situatie.stap):
            return None
        return Duiding(SOORT, soort, doel=toestand.situatie.stap, waarom=f"vervolgvraag {soort} bij de open stap")
    if onderwerp is not None and soort == "duur" and not zegt_iets(soort, onderwerp, toestand, huis):
        return None
    if stap is None and onderwerp is None:
        return None
    volgende = volgende_stap(toestand.situatie).stap
    eigen = onderwerp is not None and onderwerp.id in zaak.ONEENS
    if (
        soort == "nummer"
        and onderwerp is not None
        and not eigen
        and onderwerp.stap == volgende != toestand.situatie.stap
    ):
        return Duiding("zet", "volgende_stap", waarom=f"wie moet ik bellen, bij {toestand.laatst}")
    return Duiding(SOORT, soort, waarom=f"vervolgvraag {soort} bij {toestand.laatst}")


def waarover(toestand: Toestand, huis: Huis) -> tuple[str | None, Onderwerp | None]:
    """The step or the topic that was shown last; after a chat (thanks, anger) the step that is open."""
    soort, _, naam = (toestand.laatst or "").partition(":")
    onderwerp = huis.kennis.onderwerpen.get(naam) if soort == "onderwerp" else None
    if onderwerp is not None and onderwerp.urgentie < 7:
        return None, onderwerp
    return (naam if soort == "stap" else toestand.situatie.stap), None


def zegt_iets(soort: str, onderwerp: Onderwerp, toestand: Toestand, huis: Huis) -> bool:
    """Whether the topic itself says what is asked of it."""
    if soort == "duur" and onderwerp.stap and huis.kennis.stappen[onderwerp.stap].tijd:
        return True
    los = {"duur": zaak.ZONDER_DUUR, "kosten": zaak.VIA_GESCHIL}
    if onderwerp.id in los.get(soort, ()):
        return True
    if soort in ("kosten", "duur"):
        return zin_over(onderwerp, GELD if soort == "kosten" else TIJD, toestand) is not None
    return True


def _genoemd(tekst: str) -> str | None:
    """The step whose party the message names: `dan eerst het samenwerkingsverband, wat zeg ik tegen ze?`."""
    woorden = kaal(tekst)
    return next((s for s, p in PARTIJEN.items() if s != "klacht" and re.search(rf"\b{p}\b", woorden)), None)


def zin_over(onderwerp: Onderwerp, patroon: re.Pattern[str], toestand: Toestand) -> str | None:
    """At most two sentences of a topic that speak of it."""
    variant = kies_variant(onderwerp, toestand.situatie)
    tekst = " ".join((variant.antwoord if variant else onderwerp.antwoord).split())
    gevonden = [z for z in _ZIN.split(tekst) if patroon.search(z) and not z.endswith("?") and "thuis" not in z][:2]
    return " ".join(gevonden) or None
