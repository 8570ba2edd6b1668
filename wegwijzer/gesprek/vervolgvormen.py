"""The forms of questions that lean on what was just shown, and name nothing themselves: "en wat kost dat dan?"."""

from __future__ import annotations

import re

from wegwijzer.taal.schoon import kaal, zinnen

MEESTE = 16
"""A message with such a question has at most so many words."""
_BEGIN = (
    r"^(?:(?:en|ok|oke|maar|nou|ja|dus|trouwens|eigenlijk|dan|goed|nog een vraag) ){0,3}"
    r"(?:(?:weet (?:u|je|jij)|heeft u (?:een |enig )?idee|heb je (?:een |enig )?idee|enig idee"
    r"|(?:kunt u|kun je)(?: mij| me)? (?:zeggen|vertellen)) )?"
)
_ZE = r"(?:ze|zij|hij|die|dat|het|hun|hen|daar|zo n iemand|zo iemand|zoiets|dit)"
_WE = r"(?:ik|wij|we|je)"
_VORMEN = (
    (
        "klaarleggen",
        rf"wat (?:moet|kan|zal|mag) {_WE}(?: \w+){{0,3}} (?:klaarleggen|klaar leggen|meenemen|voorbereiden|verzamelen)"
        r"(?: \w+){0,4}"
        rf"|wat (?:neem|leg) {_WE}(?: \w+){{0,3}} (?:mee|klaar)(?: \w+){{0,3}}"
        rf"|moet(?:en)? {_WE}(?: \w+){{0,2}} (?:iets|wat|dingen|papieren|stukken)(?: \w+){{0,2}} "
        r"(?:meenemen|meebrengen|klaarleggen)(?: \w+){0,3}"
        rf"|(?:wat|welke (?:papieren|stukken|spullen)) (?:heb|hebben) {_WE}"
        r"(?: (?:daar|daarvoor|hiervoor|dan|daarbij|voor dat gesprek|voor het gesprek)){0,2} nodig",
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
        "betaler",
        r"(?:moet(?:en)?|gaat|betaalt) (?:de )?(?:school|gemeente|ouders?)"
        r"(?: (?:daar|dat|dit|ervoor|daarvoor|er|dan|ook|zelf|voor)){1,4}(?: betalen)?"
        r"|(?:door )?wie (?:betaalt|moet|wordt|gaat)(?: (?:dat|dit|daarvoor|ervoor|daar|er|dan|voor)){1,4}"
        r"(?: betalen| betaald)?",
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
        rf"|wie (?:moet|kan|mag|zal) {_WE}(?: (?:dan|nu|hier|daar|hiervoor|daarvoor|daarop|hierop|eerst|nou)){{0,2}} "
        r"(?:bellen|benaderen|mailen|hebben|aanspreken|inschakelen)(?: (?:dan|daarvoor|hiervoor))?"
        rf"|waar (?:moet|kan) {_WE}(?: (?:dan|nu|daarvoor)){{0,2}} (?:heen|naartoe|terecht|zijn|bellen|heen bellen)"
        r"(?: (?:bellen|dan))?"
        r"|(?:bij|met|aan|naar|door) wie(?: (?:dan|nou|nu|moet|kan|mag|ik|we|wij|je|u|dat|zijn|wezen|heen|terecht"
        r"|precies|doen|bellen|mailen|sturen|aanvragen|regelen|aanmelden|wel|om hulp|vragen)){0,7}"
        r"|wie (?:ik |wij |we |kan ik |moet ik |nu |dan ){0,2}(?:bellen|mailen|vragen)(?: (?:dan|nu))?"
        rf"|(?:wie|waar) (?:(?:bel|mail|vraag|benader|meld) {_WE}|{_WE} (?:bel|mail|vraag))"
        r"(?: (?:dan|nu|eerst|het beste|precies|hiervoor|daarvoor|dat|dit|die|aan|naartoe|heen)){0,4}"
        rf"|(?:bij|met) welke (?:instantie|persoon|organisatie) (?:moet|kan) {_WE}(?: \w+){{0,3}}",
    ),
    (
        "mail",
        r"(?:kan|mag) (?:dat|dit|het|ik|we|wij)"
        r"(?: (?:dat|dit|het|ze|hen|hun|die|hem|haar|daar|ook|dan|niet|gewoon|liever|eventueel)){0,4}"
        r" (?:via de mail|via mail|per mail|per e mail|mailen|online|appen|per app|via de app|via whatsapp|chatten"
        r"|via de site|via de website)(?: (?:doen|sturen|vragen|regelen|bereiken)){0,2}"
        r"|(?:heb|hebt|heeft|weet|wat is) (?:je |u |jij )?(?:hun |het |een |daar een |ook een )?"
        r"(?:mail|email|e mail)(?: ?adres)?(?: (?:daarvan|voor me|voor mij|van (?:(?:die|de|het|dat) )?\w+)){0,2}",
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
        rf"hoe ?lang (?:duurt (?:{_ZE}|zo n \w+)|{_ZE} duurt|gaat (?:dat|dit|het|alles)(?: \w+){{0,3}} duren"
        rf"|moet(?:en)? {_WE}(?: (?:dan|daarop|hierop|nog|daarvoor)){{0,2}} wachten"
        rf"|{_WE} (?:(?:dan|daarop|hierop|nog|daarvoor) ){{0,2}}moet(?:en)? wachten)(?: \w+){{0,7}}"
        r"|hoe snel (?:gaat|komt|komen|is|hoor|moet|moeten|reageert|reageren|antwoorden)(?: \w+){0,5}"
        rf"|wanneer (?:hoor|krijg|horen|krijgen) {_WE}(?: \w+){{0,4}}",
    ),
    (
        "hoe",
        rf"hoe (?:vraag|regel|doe|krijg|start|pak|meld|kom) {_WE} (?:{_ZE}|zo n \w+|er een|er eentje|eraan)"
        r"(?: (?:aan|dan|nu|precies|het beste|eigenlijk|zelf|op papier|zwart op wit|geregeld|in|voor elkaar|voor hem"
        r"|voor haar)){0,4}",
    ),
    (
        "zelf",
        rf"(?:kan|kunnen|mag|mogen|moet|moeten) (?:{_WE}|hij|zij|ze)(?: (?:daar|dat|die|ze|dit|het|er|hem|dan)){{0,2}}"
        r" zelf(?: \w+){0,3}(?: of (?:moet|moeten|doet|gaat|mag|mogen|kan)(?: \w+){1,5})?",
    ),
    (
        "intussen",
        r"(?:\w+ ){0,5}(?:tot die tijd|tot dan|ondertussen|intussen|in de tussentijd)(?: \w+){0,9}",
    ),
    (
        "watis",
        r"(?:wie|wat) (?:is|zijn) (?:dat|die|dit)(?: (?:dan|nou|eigenlijk|precies|voor iemand|voor club|ook alweer))"
        r"{0,3}(?: (?:dat|die|zo n|een|het|de) [a-z]+)?",
    ),
    (
        "klaar",
        rf"wanneer (?:moet|is|zijn|komt) {_ZE}(?: \w+){{0,2}} (?:klaar|af|geregeld|rond|binnen)(?: zijn)?(?: dan)?",
    ),
    (
        "print",
        r"(?:kan|kun|kunt|hoe|mag) (?:\w+ ){0,4}(?:printen|uitprinten|afdrukken|uitdraaien|downloaden)(?: \w+){0,2}",
    ),
    (
        "weer",
        rf"(?:wat )?als (?:{_ZE}|school)(?: \w+){{0,2}} (?:nog een keer|nog eens|weer|opnieuw)(?: \w+){{0,4}}",
    ),
    (
        "zeggen",
        rf"wat (?:moet|kan|zal|mag|zou) {_WE}(?: \w+){{0,3}} (?:zeggen|vragen|vertellen)(?: \w+){{0,4}}"
        rf"|wat (?:zeg|vraag|vertel) {_WE}(?: \w+){{0,4}}"
        rf"|wat {_WE} (?:moet|kan|dan)?(?: dan)? ?(?:zeggen|vragen|vertellen)"
        rf"|hoe (?:zeg|vertel|breng) {_WE} (?:dat|dit|zoiets)(?: \w+){{0,3}}"
        rf"|hoe begin {_WE} (?:dat|zo n|dit|het) gesprek",
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


def vraagt(tekst: str) -> str | None:
    """What is asked of something that was named before; None for all other messages."""
    if len(kaal(tekst).split()) > MEESTE:
        return None
    zin = (zinnen(tekst) or [""])[-1]
    for laatste in dict.fromkeys((kaal(zin), kaal(zin.rpartition(",")[2]))):
        if soort := next((soort for soort, patroon in _PATRONEN if patroon.match(laatste)), None):
            return soort
    return None
