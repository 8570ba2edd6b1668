"""For how many whole weeks the child has been at home. Waiting, suspension and other spells do not count."""

from __future__ import annotations

import re
from datetime import date

from wegwijzer.taal.situatie.kandidaat import Kandidaat, beste
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een
from wegwijzer.taal.situatie.thuis_los import (
    alleen,
    eromheen,
    gaat_niet_op,
    haast_nooit_geweest,
    los_vooraan,
    min_wat_komt,
    verbeterd,
    zo_lang,
)
from wegwijzer.taal.situatie.thuis_nee import STUK, patroon, toch_niet
from wegwijzer.taal.situatie.thuis_stand import daarna_thuis, de_stand, enige, er_zijn_er, terugblik
from wegwijzer.taal.situatie.thuis_tijd import sindsdien
from wegwijzer.taal.situatie.thuis_tijd import tijden as alle_tijden

KORT = 4
"""A sentence of so many tokens leans on the one before it."""
VER = 9
"""So many words may stand between the length of time and the words for being at home."""

VER_SINDS = 14
"""The same for a day since which it lasts."""

_GRENS = re.compile(r" (?:maar|want|terwijl|omdat|dus|zodat) ")
_GAAT = re.compile(
    r"(?:^|.* )(?:gaat|ging|komt|kwam|wil|durft|lukt|kan)(?: (?:hij|ze|zij|het|school|nu|al|ook|dus|er|sinds|vanaf|na|"
    r"de|een|begin|eind|half|ongeveer|ruim|bijna|meer dan)){0,6} $"
)
_NIET = re.compile(
    r" (?:(?:hij|ze|zij|het|er|daar) ){0,2}(?:helemaal )?niet"
    r"(?: (?:meer|heen|naar (?:de )?school|naar les)){0,2}(?= [.,!?;)]| en | maar | want |$)"
)
"""`gaat al sinds de zomer niet`: the verb before the time, the denial behind it."""
_SINDS_TOT = re.compile(r"(?:^| )(?:sinds|vanaf|tot)(?: [^ ]+){0,2}$")
_AL = re.compile(r"(?:^| )(?:nu )?al $")
_HELEMAAL_NIET = re.compile(r" (?:helemaal |gewoon |echt |totaal )niet(?: meer)?(?= [.,!?]|$)")
"""`eerst 3 dagen, toen 2, en nu al een maand helemaal niet`."""
_NU = re.compile(r"(?:^|.* )(?:nu|al|inmiddels|ondertussen) $")
_RUST = re.compile(r" rust(?= [.,!?;]| en | maar |$)")
_SINDS_EEN = re.compile(r"(?:^| )(?:sinds|vanaf|toen) (?=[^ ])")
"""What began it (`sinds de diagnose in april`) is no other matter."""
_OUDER = re.compile(r"(?:^| )(?:ik|mijn man|mijn vrouw|mijn ex|mijn partner|vader|moeder) (?:[^ ]+ ){0,4}$")
_VOORBIJ = re.compile(
    r"(?:^| )(?:vorig jaar|vorig schooljaar|vorige maand|vorige week|destijds|vroeger|ooit|toen|eerder|"
    r"jaren geleden|in groep \d|in klas \d|in 20[12]\d)(?: |$)"
)
_VAKANTIE = re.compile(r" (?:zomer|kerst|herfst)?(?:vakantie|verlof)(?![^ ])")
_WEL_GEWEEST = re.compile(r" (?:op school |naar school |in de klas )?(?:geweest|gegaan)(?![^ ])")
_WEER = re.compile(
    r" (?:gaat|gaan|ging|komt|is) (?:(?!niet)[^ .,]+ ){0,4}weer(?![^ ])"
    r"| (?:nu|inmiddels) (?:weer wel|wel weer|weer gewoon)(?![^ ])"
)
"""`hij zat 3 maanden thuis maar gaat nu weer`."""
_WAS = re.compile(r"(?:^| )(?:zat|zaten|was|waren|bleef|bleven|ging|gingen)(?: |$)")
_GEZETEN = re.compile(r" (?:geweest|(?:thuis ?)?gezeten|gebleven|gehad) ")
_MOET = re.compile(
    r"(?:^| )(?:moet|moeten|moest|mag|zou|zal|gaat|gaan|wil|willen|mogen|kan|kunnen)(?: (?!al )[^ .,]+){0,5} $"
)
_BLIJVEN = re.compile(
    r" (?:[^ ,]+ ){0,2}(?:thuis (?:op bed )?(?:laten |te )?(?:blijven|zitten|zijn|houden|laten)"
    r"|thuis (?:bijkomen|uitrusten|herstellen|uitzieken)|thuisblijven"
    r"|bijkomen|thuiszitten|thuishouden|thuislaten|rust (?:houden|nemen))(?![^ ])"
)
"""`moet drie weken thuis blijven`: that is still to come."""


def weken_thuis(
    lezing: Lezing, vandaag: date, *, leerling: bool, leeftijd: Kandidaat | None = None, verwacht: str | None = None
) -> Kandidaat | None:
    """Whole weeks, rounded down. `leerling`: the pupil writes, so `ik zit thuis` is about the pupil.

    `leeftijd`: what was taken for the age, so that `14 jaar` does not count twice.
    """
    tijden = list(alle_tijden(lezing, vandaag))
    if leeftijd is not None:
        tijden = [t for t in tijden if t.einde <= leeftijd.start or leeftijd.einde <= t.start]
    gewogen = [g for t in tijden if (g := _weeg(lezing, t, leerling)) is not None]
    gewogen += [_met(t, 30) for t in sindsdien(lezing, vandaag)]
    gewogen += [_met(t, 45) for t in er_zijn_er(lezing)]
    gewogen += [_met(t, 60) for t in tijden if verbeterd(lezing, t)]
    if not gewogen and verwacht in (None, "stap"):
        gewogen = [min_wat_komt(lezing, t) for t in tijden if alleen(lezing, t)]
    if not gewogen:
        gewogen = [min_wat_komt(lezing, t) for t in tijden if enige(lezing, t, tijden)]
    if gewogen:
        return beste(gewogen)
    if verwacht == "weken_thuis":
        if tijden:
            return tijden[0]
        los = re.match(r"(?:[^ ]+ ){0,2}(\d{1,2})(?: [.!])?$", lezing.tekst)
        if los:
            return Kandidaat(int(los[1]), los.start(1), los.end(1))
    return None


def iets_anders(lezing: Lezing, tijd: Kandidaat, leerling: bool) -> bool:
    """Whether the words around this time say that it is another: over, still to come, asked in general, a wait."""
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    voor, na = lezing.tekst[begin : tijd.start], lezing.tekst[tijd.einde : eind]
    duurt_nog = tijd.gewicht > 0 or patroon("wel_na", "(?:.* )?", " ").fullmatch(voor[-60:]) is not None
    deel = voor.split(" , ")[-1] + lezing.tekst[tijd.start : tijd.einde] + na.split(" , ")[0]
    if not duurt_nog and (patroon("niet_na", "(?:.* )?", " ").fullmatch(voor[-60:]) or patroon("vraag").search(deel)):
        return True
    if tijd.gewicht == 0 and (_VAKANTIE.match(na) or _WEL_GEWEEST.match(na)):
        return True
    if toch_niet(lezing, tijd, leerling=leerling, duurt_nog=duurt_nog):
        return True
    if patroon("niet_voor").match(na.strip()) or patroon("algemeen").search(lezing.tekst[begin:eind]):
        return True
    if not leerling and patroon("werk").search(lezing.tekst[begin:eind]) and _OUDER.search(voor):
        return True
    stuk = STUK.split(voor)[-1]
    if tijd.gewicht == 0 and _VOORBIJ.search(stuk) and (not duurt_nog or _WAS.search(stuk)):
        return True
    if tijd.gewicht == 0 and (_WAS.search(stuk) or _GEZETEN.search(na)) and not duurt_nog and _WEER.search(na):
        return True
    return (_MOET.search(voor) is not None and _BLIJVEN.match(na) is not None) or gaat_niet_op(voor, na)


def _weeg(lezing: Lezing, tijd: Kandidaat, leerling: bool) -> Kandidaat | None:
    """The same candidate with its weight; None when it is not about being at home."""
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    tijd = min_wat_komt(lezing, tijd)
    if haast_nooit_geweest(lezing, tijd) or de_stand(lezing, tijd) or terugblik(lezing, tijd):
        return _met(tijd, 40)
    if iets_anders(lezing, tijd, leerling):
        return None
    voor, na = lezing.tekst[begin : tijd.start], lezing.tekst[tijd.einde : eind]
    zin = lezing.tekst[begin:eind]
    if (
        (_AL.search(voor) and _HELEMAAL_NIET.match(na))
        or (_GAAT.match(voor) and _NIET.match(na))
        or (_NU.match(voor) and _RUST.match(na))
    ):
        return _met(tijd, 40)
    thuis = 1 if eromheen(voor, na) else _afstand(een("thuis", "thuis"), voor, na)
    if (
        thuis is None
        and tijd.gewicht
        and not lezing.tekst.startswith(("sinds", "vanaf"), tijd.start)
        and daarna_thuis(lezing, begin, eind)
    ):
        return _met(tijd, 3)
    if thuis is None:
        if not na.strip(" .!") and (zo_lang(lezing, eind) or (not voor and los_vooraan(lezing, eind))):
            return _met(tijd, 5)
        kort = (
            len(zin.split()) <= 9
            and not zin.rstrip().endswith("?")
            and patroon("begin").match(zin)
            and not een("thuis", "anders").search(zin)
        )
        return _met(tijd, 5) if kort and een("thuis", "thuis").search(_ervoor(lezing, begin)) else None
    anders = _afstand(een("thuis", "anders"), _SINDS_EEN.split(voor)[0] if tijd.gewicht else voor, na)
    ver = VER_SINDS if tijd.gewicht and _SINDS_TOT.search(lezing.tekst[begin : tijd.start + 6]) else VER
    if thuis > ver or (anders is not None and anders < thuis):
        return None
    erbij = 8 if re.search(r"(?:^| )(?:al|nu|inmiddels|volledig|helemaal) (?:[^ ]+ )?$", voor) else 0
    return _met(tijd, 40 - 2 * thuis + erbij)


def _ervoor(lezing: Lezing, begin: int) -> str:
    """The sentence before `begin`; with the one before that when it is very short (`al weken niet.`)."""
    start = lezing.zin(max(0, begin - 4))[0] if begin > 3 else begin
    if start > 3 and len(lezing.tekst[start:begin].split()) <= KORT:
        start = lezing.zin(start - 4)[0]
    return lezing.tekst[start:begin]


def _met(tijd: Kandidaat, gewicht: int) -> Kandidaat:
    return Kandidaat(tijd.waarde, tijd.start, tijd.einde, tijd.gewicht + gewicht)


def _afstand(patroon: re.Pattern[str], voor: str, na: str) -> int | None:
    """Words between the time and the nearest match on either side; a turn of the sentence counts as four."""
    gevonden: list[int] = []
    treffers = list(patroon.finditer(voor))
    if treffers:
        tussen = voor[treffers[-1].end() :]
        gevonden.append(len(tussen.split()) + 4 * len(_GRENS.findall(tussen + " ")))
    treffer = patroon.search(na)
    if treffer:
        tussen = na[: treffer.start()]
        gevonden.append(len(tussen.split()) + 4 * len(_GRENS.findall(" " + tussen)))
    return min(gevonden, default=None)
