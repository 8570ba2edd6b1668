"""The lengths of time and the days in a message that can say how long the child has been at home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from wegwijzer.taal.situatie.duur import LANGST, duren
from wegwijzer.taal.situatie.kalender import Dag, dagen, laatste
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een

_SINDS = re.compile(
    r"(?:^|.* )(?:sinds|vanaf|na|al vanaf|heel|het hele|hele|heel het|van)"
    r"(?: (?::|de|het|afgelopen|ongeveer|eind|rond|vorige|dit|een|vlak na|begin van|begin|voor|maand|[a-z]+dag)){0,3} $"
)
_SINDS_TOEN = re.compile(r"(?:^|.* )(?:sinds|vanaf)(?: [^ .,]+){1,7} (?:in|van|op|rond)(?: (?:de|het))? $")
"""`sinds de verhuizing in augustus`, `sinds ik in mei ziek werd`."""
_TOEN = re.compile(r"(?:^|.* )toen(?: [^ .,]+){1,7} (?:in|rond|begin|eind)(?: (?:de|het))? $")
_DELEN = ("begin", "eind", "half")
_NIET_MEER = re.compile(r".* (?:nooit|niet) meer(?![^ ])")
_NOG_EVEN = re.compile(
    r" (?:[^ .,]+ ){0,5}(?:\d+|een) (?:dag|dagen|week|weken) (?:op school |naar school )?"
    r"(?:gegaan|geweest|geprobeerd|volgehouden|gelukt)(?![^ ])"
)
"""`na de zomer 1 week gegaan en toen gestopt`: not since then."""
_TOT_TOEN = re.compile(r" tot (?!nu|vandaag|heden|op heden|op de dag|dusver)")
"""`van januari tot april`: over again."""
_DEEL_VAN = re.compile(r"(?:^|.* )(?:dagen|weken|maanden|(?<!1e )week|maand|begin|eind) van(?: [^ ]+){0,2} $")
"""`de eerste twee weken van het schooljaar`: that is over."""
_LAATST = re.compile(
    r"(?:^|.* )(?:laatste (?:school ?dag|dag op school|les|dag|keer (?:op|naar) school)"
    r"(?: (?:die|dat|waarop)(?: [^ .,]+){1,3})?|voor het laatst)"
    r"(?: (?:was|is|op|in|geweest|op school|ergens|eind|begin|half|:))* $"
)
_LAATST_NA = re.compile(
    r" (?:(?:was|is) (?:zijn|haar|de) laatste (?:school ?dag|dag op school|les)"
    r"|(?:[^ .,]+ ){0,4}(?:voor het laatst|de laatste keer))"
    r"(?! (?:[^ .,]+ ){0,4}(?:gesproken|gehoord|gebeld|gemaild|contact))(?![^ ])"
)
_VANZELF = re.compile(
    r"(?:dit (?:hele |gehele )?|(?:het )?(?:hele|gehele) |heel (?:het |dit )?)schooljaar"
    r"|(?:deze hele|heel deze) maand"
)
_IN_GESTOPT = re.compile(r"(?:^|.* )(?:in|begin|eind|half|medio|rond|met|tijdens|voor|na)(?: (?:de|het))? $")
_GESTOPT = re.compile(
    r".*(?:uitgevallen|afgehaakt|ingestort|gestopt|hield het op|misgegaan|mis gegaan|ging het mis|"
    r"thuis komen|thuisgekomen|thuis gekomen|vastgelopen|naar huis gestuurd)"
)
_GESTOPT_VOOR = re.compile(
    r"(?:^|.* )(?:uitgevallen|afgehaakt|ingestort|gestopt|weggebleven|thuisgebleven|stopte|uitviel)"
    r"(?: (?:op|in|eind|begin|half|rond|na|voor|met|de|het|al|vlak|net)){1,3} $"
)
_ERNAAST = re.compile(
    r"(?:^|.* )(?P<n>\d+|een|de) (?P<e>dag|dagen|week|weken|maand|maanden) (?P<r>voor|na) (?:de |het )?$"
)
"""`een week voor de herfstvakantie`, `2 weken na de zomer`, `de week na de meivakantie`."""
_DAGEN_IN = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30}

_TOT = re.compile(r"(?:^|.* )tot(?: (?:aan|en|met|de|het|begin|eind|half)){0,3} $")
_DAARNA = re.compile(r".* (?:daarna|sindsdien|toen)(?: [^ .]+){0,9} (?:niet|nooit|geen|thuis)(?![^ ])")
_VANAF = re.compile(r"(?:^|.* )(?:na|vanaf|tot|per)(?: (?:de|het|begin|eind|half|in))* $")
_PAS = re.compile(r"(?:^| )(?:pas (?:weer )?(?:na|vanaf|per)|weer (?:na|vanaf)|tot(?: na)?|mag na)(?: |$)")
_BEGINT = re.compile(
    r" (?:[^ ,]+ ){0,3}(?:starten|beginnen|start|begint|terug|weer|opstarten|instromen|plek|plaats|terecht)(?![^ ])"
)


def tijden(lezing: Lezing, vandaag: date) -> Iterator[Kandidaat]:
    """Every length of time in whole weeks, and every day since which something lasts, with weight 6."""
    yield from duren(lezing)
    yield from sinds_groep(lezing, vandaag)
    for dag in dagen(lezing, vandaag):
        voor, na = lezing.voor(dag.start, 4), lezing.na(dag.einde, 8)
        woorden = lezing.tekst[dag.start : dag.einde]
        laatst = _LAATST.match(lezing.voor(dag.start, 9)) or _LAATST_NA.match(na)
        sinds = (
            laatst
            or (_SINDS.match(voor) and not _DEEL_VAN.match(voor))
            or (_TOEN.match(lezing.voor(dag.start, 9)) and _NIET_MEER.match(lezing.na(dag.einde, 16)))
            or (
                _SINDS_TOEN.match(f"{lezing.voor(dag.start, 9)}{'op ' if woorden.startswith(_DELEN) else ''}")
                and not _DEEL_VAN.match(voor)
            )
            or (_VANZELF.match(lezing.tekst, dag.start) and not re.match(r" \d", na))
        )
        begint = dag.exact or _IN_GESTOPT.match(voor) or woorden.startswith((*_DELEN, "voor"))
        tot = _TOT.match(voor) and _DAARNA.match(lezing.na(dag.einde, 20))
        if (not tot and straks(lezing, dag.start, dag.einde)) or (sinds and _TOT_TOEN.match(na)):
            continue
        if " na " in f" {voor}" and _NOG_EVEN.match(na):
            continue
        if voor.endswith("maand ") and dag.dag.month != vandaag.month:
            continue
        gestopt = (begint and _GESTOPT.match(na)) or _GESTOPT_VOOR.match(voor)
        if not sinds and not tot and not gestopt:
            continue
        weken = (vandaag - verschoven(lezing, dag)).days // 7
        weekdag = woorden.endswith("dag")
        if dag.exact and "vanaf" in voor.split()[-2:] and "al" not in voor.split() and (weekdag or weken > 30):
            continue
        if 0 <= weken <= LANGST:
            woord = re.search(r"(?:sinds|vanaf) $", voor)
            yield Kandidaat(weken, dag.start - (len(woord.group()) if woord else 0), dag.einde, 6)


def verschoven(lezing: Lezing, dag: Dag) -> date:
    """The day that is meant by a length of time before or after `dag`; the day itself where there is none."""
    t = _ERNAAST.match(lezing.voor(dag.start, 5))
    if t is None or t["n"] == "de":
        return dag.dag
    aantal = int(t["n"]) if t["n"].isdigit() else 1
    return dag.dag + timedelta(days=aantal * _DAGEN_IN[t["e"]] * (1 if t["r"] == "na" else -1))


_SINDSDIEN = re.compile(
    r"(?:^| )(?:sindsdien|daarna|vanaf toen|sinds toen|vanaf die (?:dag|week)|sinds die (?:dag|tijd|week))(?![^ ])"
)
_NA_EEN_TIJD = re.compile(r" \d+ (?:dagen|weken|week|maanden|maand) (?!geleden|terug)")
"""`in september begonnen en na vier weken was hij op`, `hield het drie weken vol`: not since September."""
_GELEDEN = re.compile(r" (?:geleden|terug)(?![^ ])")
_TOEKOMST = re.compile(r"(?:^|.* )(?:over|tot|uiterlijk|voor|komende|volgende) (?:de |het )?$")
_TOT_GING = re.compile(r"(?:^|.* )tot (?:[^ |]+ ){0,2}\| (?:[^ .,]+ )?(?:ging|lukte|kwam|was|hield)(?![^ ])")
"""`tot de zomer ging het`: then it ended."""
DICHTBIJ = 140
"""So many characters of the reading may stand between the day and `sindsdien`."""


def sindsdien(lezing: Lezing, vandaag: date) -> Iterator[Kandidaat]:
    """`in maart ging het mis. Sindsdien …`: the weeks since the last day that was named before."""
    gevonden = list(_SINDSDIEN.finditer(lezing.tekst))
    alle_dagen = list(dagen(lezing, vandaag)) if gevonden else []
    alle_duren = list(duren(lezing)) if gevonden else []
    for woord in gevonden:
        erna = lezing.tekst[woord.end() : lezing.zin(woord.start(), woord.end())[1]]
        if not een("thuis", "thuis").search(erna) or een("thuis", "anders").search(erna):
            continue
        eerder = [
            Kandidaat((vandaag - d.dag).days // 7, d.start, d.einde)
            for d in alle_dagen
            if woord.start() - DICHTBIJ <= d.einde <= woord.start()
            and not _NA_EEN_TIJD.search(lezing.tekst, d.einde, woord.start())
            and not _NOG_EVEN.match(lezing.na(d.einde, 10))
            and (
                _TOT_GING.match(lezing.voor(d.start, 3) + "|" + lezing.na(d.einde, 5))
                or (
                    not _TOEKOMST.match(lezing.voor(d.start, 3))
                    and not _DEEL_VAN.match(lezing.voor(d.start, 4))
                    and " nog " not in lezing.na(d.einde, 4) + " "
                )
            )
        ]
        eerder += [
            d
            for d in alle_duren
            if woord.start() - DICHTBIJ <= d.einde <= woord.start() and _GELEDEN.match(lezing.tekst, d.einde)
        ]
        dichtst = max(eerder, key=lambda k: k.einde, default=None)
        if dichtst is not None and woord.start() - dichtst.einde <= DICHTBIJ and 0 <= dichtst.waarde <= LANGST:
            yield Kandidaat(dichtst.waarde, dichtst.start, dichtst.einde, 6)


_SINDS_GROEP = re.compile(
    r"(?<![^ ])(?:sinds|vanaf) (?:(?:de|het|start|begin|eind|van|halverwege) ){0,4}groep ([1-8])(?![^ ])"
)
_IN_GROEP = re.compile(r"(?<!sinds )(?<!vanaf )(?<![^ ])groep ([2-8])(?![^ ])|(?<![^ ])(brugklas)(?![^ ])")


def sinds_groep(lezing: Lezing, vandaag: date) -> Iterator[Kandidaat]:
    """`sinds groep 5, hij zou nu in groep 8 zitten`: counted from the start of that school year."""
    begin = laatste(9, 1, vandaag)
    for toen in _SINDS_GROEP.finditer(lezing.tekst):
        nu = [int(t[1] or 9) for t in _IN_GROEP.finditer(lezing.tekst) if t.end() != toen.end()]
        if begin is not None and nu and max(nu) >= int(toen[1]):
            weken = (vandaag - begin).days // 7 + 52 * (max(nu) - int(toen[1]))
            yield Kandidaat(weken, toen.start(), toen.end(), 6)


def straks(lezing: Lezing, start: int, einde: int) -> bool:
    """`mag pas na de kerst starten`, `vanaf januari mag hij weer`: a day that is still to come."""
    voor, na = lezing.voor(start, 6), lezing.na(einde, 6)
    if "sinds" in voor.split() or not _VANAF.match(voor):
        return False
    return _PAS.search(voor) is not None or (_BEGINT.match(na) is not None and not _NIET_MEER.match(na))
