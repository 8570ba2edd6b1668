"""Times at home that stand by themselves, run into the next sentence, or are still to be reached."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een

WEKEN_STRAKS = {"dagen": 0, "weken": 1, "week": 1, "maanden": 4, "maand": 4, "morgen": 0, "overmorgen": 0}
"""Weeks still to come, by unit."""
_DAG = "morgen|overmorgen|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_STRAKS = re.compile(
    r"(?:over (?P<n>\d+|een) (?P<e>dagen|weken|week|maanden|maand)|volgende (?P<los>week|maand)"
    rf"|(?:aanstaande |komende |deze )?(?P<dag>{_DAG})) (?:zit|zitten|is|ligt|blijft)(?![^ ])"
)
_DAN = re.compile(rf"(?<!sinds )(?<!vanaf )(?<![^ ])(?:{_DAG}) (?:(?:precies|alweer|al) )*$")
"""`hij zit dinsdag precies 5 weken thuis`."""
_DAN_NA = re.compile(rf" (?:morgen|overmorgen|(?:aanstaande|komende) (?:{_DAG}))(?![^ ])")
"""`over 2 weken zit hij een half jaar thuis`: two weeks less by now."""
_ALLEEN_VOOR = re.compile(
    r"(?:(?:[a-z]+dag|ja|nee|nou|al|nu|sinds|vanaf|ongeveer|inmiddels|ruim|bijna|begin|eind|half|de|het|dat"
    r"|is|zijn|er|,) )*"
)
_HOE_LANG = re.compile(
    r"(?:(?!mag|mogen|kan|moet|wacht)[^ ?]+ ){0,6}hoe ?lang(?: (?!mag|mogen|kan|moet|wacht)[^ ?]+){0,6} [?,:] "
)
"""`wilt u weten hoelang? zeven weken`: what follows answers it."""
_ALLEEN_NA = re.compile(r"(?: (?:al|nu|ongeveer|of zo|ofzo|denk ik|morgen|vandaag))?(?: [.!])?$")
"""`al sinds begin oktober`: nothing but the time, said in answer to how it stands."""
_ZO_LANG = re.compile(r" ?(?:zo ?lang|al die tijd)(?![^ ])")
_SINDS = re.compile(r"(?:^| )(?:al|nu|sinds|inmiddels) ")


def alleen(lezing: Lezing, tijd: Kandidaat) -> bool:
    """Whether the message is nothing but this time."""
    voor = lezing.tekst[: tijd.start]
    if (vraag := _HOE_LANG.match(voor)) is not None:
        return bool(_ALLEEN_VOOR.fullmatch(voor, vraag.end()) and _ALLEEN_NA.match(lezing.tekst, tijd.einde))
    heel = _ALLEEN_VOOR.fullmatch(voor) and _ALLEEN_NA.match(lezing.tekst, tijd.einde)
    return bool(heel) and (tijd.gewicht > 0 or _SINDS.search(voor) is not None)


def min_wat_komt(lezing: Lezing, tijd: Kandidaat) -> Kandidaat:
    """The candidate as it is today, where its sentence begins with a day to come."""
    straks = _STRAKS.match(lezing.tekst, lezing.zin(tijd.start, tijd.einde)[0])
    if straks is None or straks.end() > tijd.start:
        dan = tijd.gewicht == 0 and (_DAN.search(lezing.voor(tijd.start, 4)) or _DAN_NA.match(lezing.na(tijd.einde, 3)))
        nog = int(bool(dan and _in_weken(lezing, tijd)))
    elif straks["dag"]:
        nog = int(_in_weken(lezing, tijd))
    else:
        aantal = int(straks["n"]) if (straks["n"] or "een").isdigit() else 1
        nog = aantal * WEKEN_STRAKS[straks["e"] or straks["los"]]
    return Kandidaat(max(0, tijd.waarde - nog), tijd.start, tijd.einde, tijd.gewicht)


def _in_weken(lezing: Lezing, tijd: Kandidaat) -> bool:
    """Whether the length was told in weeks: a day to come then takes a whole one off it, of months and years none."""
    return " we" in " " + lezing.tekst[tijd.start : tijd.einde]


_WEKEN_ALS_VRAAG = re.compile(r"(?:en |maar |dus )?(?:is|was|zijn|telt|tellen|geldt|gelden) (?:een )?$")
_NAAMWOORD = re.compile(r" (?:thuiszitten|thuis zitten|thuisblijven|verzuim|schoolverzuim|geen school)(?![^ ])")
_OOIT = re.compile(r"(?:^|.* )(?:binnenkort|straks|weldra|dadelijk|nog even en|nog even dan)(?: [^ .,]+){0,5} $")
_WACHT = re.compile(
    r"(?:^|.* )(?:wacht|wachten|wachtte|wachtten|gewacht)"
    r"(?: (?:nu|al|ruim|bijna|ondertussen|inmiddels|ook|we|wij|ik))* $"
)


def gaat_niet_op(voor: str, na: str) -> bool:
    """Asked in general (`is 5 weken thuiszitten strafbaar`), some day to come, or a wait."""
    gevraagd = _WEKEN_ALS_VRAAG.match(voor) and _NAAMWOORD.match(na)
    if _WEKEN_ALS_VRAAG.match(voor) and na.startswith((" afwezig", " absent", " ziek")):
        return True
    return bool(gevraagd or _OOIT.match(voor[-80:]) or _WACHT.match(voor[-80:]))


_SINDS_VOOR = re.compile(r"(?:^|.* )(?:sinds|vanaf)(?: [^ .,]+)? $")
_OUDER = re.compile(r"(?:^|.* )(?:ik|we|wij|mijn man)(?: [^ ]+){0,2} $")
_GEWEEST = re.compile(
    r" (?:(?!(?:ik|we|wij|mijn man) )[^ .,]+ ){0,5}(?:\d+|een|paar) (?:"
    r"(?:school)?(?:dag|dagen|ochtend|ochtenden|uur|uurtjes) (?:in totaal |naar school |op school |in de klas )?"
    r"|(?:keer|x) (?:naar school |op school |in de klas ))(?:geweest|gegaan)(?![^ ])"
)


def haast_nooit_geweest(lezing: Lezing, tijd: Kandidaat) -> bool:
    """`sinds de meivakantie is hij 3 dagen geweest`: at home since then, but for days that can be counted."""
    if tijd.gewicht == 0 or not _GEWEEST.match(lezing.na(tijd.einde, 12)):
        return False
    if _OUDER.match(lezing.voor(tijd.start, 5)):
        return False
    heel = "schooljaar" in lezing.tekst[tijd.start : tijd.einde]
    return heel or lezing.tekst.startswith("sinds", tijd.start) or bool(_SINDS_VOOR.match(lezing.voor(tijd.start, 4)))


def los_vooraan(lezing: Lezing, eind: int) -> bool:
    """`Negen weken! Hij zit maar op de bank.`: nothing after this first sentence is about another matter."""
    erna = lezing.tekst[eind:]
    return een("thuis", "thuis").search(erna) is not None and een("thuis", "anders").search(erna) is None


def zo_lang(lezing: Lezing, eind: int) -> bool:
    """`10 weken. Zo lang zit ze nu al op haar kamer.`: the sentence that begins at `eind` says what lasts."""
    return bool(_ZO_LANG.match(lezing.tekst, eind)) and een("thuis", "thuis").search(lezing.tekst[eind:]) is not None


_VERBETERING = re.compile(
    r"(?:(?:oh|o|ah|nou|eh|ehm|,) ){0,2}"
    r"(?:(?:sorry|nee|oeps|foutje|fout|correctie|eigenlijk|verkeerd|klopt niet|ik bedoel|ik bedoelde|bedoelde|bedoel) )"
    r"(?:(?:,|:|wacht|korter|langer|er|meer|minder|toch|het|dat|is|zijn|moet|pas|al|nu|nog|maar|ongeveer|thuis"
    r"|ik bedoelde|ik bedoel|bedoelde|het is) ){0,6}$"
    r"|(?:^|.* )(?:niet|geen) \d+ (?:dagen|weken|maanden|week|maand|jaar) maar (?:al |pas )?$"
)
_DAARNA_NIETS = re.compile(
    r"(?: (?:hoor|dus|thuis|nu|al|,|en|niet|geen|ipv|\d+|dagen|weken|maanden|jaar|week|maand)){0,6}(?: [.!])?$"
)


def verbeterd(lezing: Lezing, tijd: Kandidaat) -> bool:
    """`eigenlijk pas 3 weken`, `geen 3 weken maar 3 maanden`: a correction needs no word for being at home."""
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    voor = lezing.tekst[begin : tijd.start].replace("nee wacht", "nee")
    if een("thuis", "anders").search(voor + lezing.tekst[tijd.start : eind]):
        return False
    return bool(_VERBETERING.match(voor) and _DAARNA_NIETS.match(lezing.tekst[tijd.einde : eind]))


_BIJWOORD = re.compile(
    r"(?:(?<=^)|(?<= ))(?:al|nu|ruim|bijna|inmiddels|ondertussen|alweer|zeker|ongeveer|sinds|vanaf|voor|na|"
    r"de|afgelopen|minstens|meer dan|dik|goed) $"
)


def eromheen(voor: str, na: str) -> bool:
    """Whether the words for being at home stand around the time: `blijft nu 3 weken weg`, `mist al 7 weken school`."""
    voor = " ".join(voor.split()[-6:]) + " "
    while (korter := _BIJWOORD.sub("", voor)) != voor:
        voor = korter
    naad = len(voor)
    samen = voor + " ".join(na.split()[:6])
    return any(t.start() < naad < t.end() for t in een("thuis", "thuis").finditer(samen))
