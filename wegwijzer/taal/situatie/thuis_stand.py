"""Times at home that are told without the words for it beside them: how things stand, or how long ago it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wegwijzer.taal.situatie.duur import duren
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import een
from wegwijzer.taal.situatie.thuis_los import los_vooraan
from wegwijzer.taal.situatie.thuis_tijd import DICHTBIJ

_OP = re.compile(
    r"(?:^|.* )(?:zitten|zit|staan|staat|zijn|is)(?: (?:we|wij|ik|hij|ze|zij|nu|al|inmiddels|alweer|thuis))* op $"
)
_VERDER_VOOR = re.compile(
    r"(?:(?:en|maar|nu|inmiddels|,) ){0,2}(?:we|wij) zijn (?:(?:nu|al|inmiddels|ondertussen|alweer|ruim|bijna) ){0,3}$"
)
_VERDER = re.compile(r" (?:al |nu )?verder [.!,]")
_TERUGBLIK = re.compile(
    r"(?:en |maar )?(?:dat|dit) (?:is|was) (?:(?:nu|al|inmiddels|alweer|ongeveer|ondertussen|precies|zeker"
    r"|pas|dik|ruim) ){0,3}$"
)
_GELEDEN = re.compile(r" (?:al |nu )?(?:geleden|terug)(?![^ ])")


def de_stand(lezing: Lezing, tijd: Kandidaat) -> bool:
    """`we zitten nu op 3 weken`, `de teller staat op 9 weken`, in a message that tells of a child at home."""
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    if not _OP.match(lezing.tekst[begin : tijd.start]) or een("thuis", "anders").search(lezing.tekst[begin:eind]):
        return False
    if een("thuis", "thuis").search(lezing.tekst) is None:
        return False
    return re.match(r" (?:[.!,;]|en \d|thuis|nu|al)|$", lezing.tekst[tijd.einde :]) is not None


def daarna_thuis(lezing: Lezing, begin: int, eind: int) -> bool:
    """`na de meivakantie ging het mis. Nu zit hij thuis.`: it ended here, and the next sentence names no other time."""
    if een("thuis", "einde").search(lezing.tekst[begin:eind]) is None:
        return False
    volgende = lezing.tekst[eind : lezing.zin(min(eind + 1, len(lezing.tekst)))[1]]
    if re.search(r" (?:\d+ (?:dag|week|weken|maand)|sinds|vanaf|weer) ", volgende) or een("thuis", "anders").search(
        volgende
    ):
        return False
    return re.search(r" (?:thuis|niet meer|op (?:zijn|haar) kamer|op de bank|in bed)(?![^ ])", volgende) is not None


def terugblik(lezing: Lezing, tijd: Kandidaat) -> bool:
    """`na zes weken was de koek op. Dat is nu een maand terug.`: the sentence before tells that it ended.

    Also `we zijn 5 maanden verder. Hij zit nog thuis.`
    """
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    if _VERDER_VOOR.match(lezing.tekst[begin : tijd.start]) and _VERDER.match(lezing.tekst, tijd.einde):
        return los_vooraan(lezing, eind)
    if not _TERUGBLIK.match(lezing.tekst[begin : tijd.start]) or not _GELEDEN.match(lezing.tekst, tijd.einde):
        return False
    ervoor = lezing.tekst[lezing.zin(max(0, begin - 4))[0] : begin]
    return een("thuis", "einde").search(ervoor) is not None and een("thuis", "anders").search(ervoor) is None


_DUURT = re.compile(r"(?:^| )(?:al|nu|inmiddels|alweer|ondertussen)(?: (?:ruim|bijna|zo n|meer dan|zeker|een))* $")
_BEZIG = re.compile(
    r"(?:^| )(?:gepraat|gesprek|gesprekken|overleg|mailen|bellen|bezig|juf|mentor|consulent"
    r"|onderwijsconsulent|samenwerkingsverband)(?: |$)"
)
_ZIT_THUIS = re.compile(
    r"(?:^| )(?:zit|zitten|blijft|ligt|is) (?:[^ .,]+ ){0,3}thuis(?: |$)|(?:^| )(?:thuiszitter|thuiszit"
    r"|thuisblijven)(?: |$)|niet meer naar (?:de )?school|geen stok"
)


def enige(lezing: Lezing, tijd: Kandidaat, tijden: list[Kandidaat]) -> bool:
    """The only length of time, told as one that lasts (`al`, `sinds`), in a message of a child that is at home."""
    begin, eind = lezing.zin(tijd.start, tijd.einde)
    zin, voor = lezing.tekst[begin:eind], lezing.tekst[begin : tijd.start]
    los = not voor.strip() and not lezing.tekst[tijd.einde : eind].strip(" .!")
    if len(tijden) > 1 or not (los or _DUURT.search(voor)) or zin.rstrip().endswith("?"):
        return False
    if any(p.search(zin) for p in (een("thuis", "anders"), een("thuis", "thuis"), _BEZIG)):
        return False
    vorige = lezing.tekst[lezing.zin(max(0, begin - 4))[0] : begin]
    if any(p.search(vorige) for p in (een("thuis", "anders"), _BEZIG)):
        return False
    return _ZIT_THUIS.search(lezing.tekst) is not None


_ER_ZIJN_ER = re.compile(
    r"(?<![^ ])(?:(?:het|dat) (?:zijn|werden) er|(?:het|dat) (?:moet|moeten)(?: er)?) (?:nu |inmiddels |al "
    r"|ondertussen |alweer |toen |uiteindelijk |zeker ){0,3}"
    r"(?P<n>\d{1,2})(?= (?:[.,!]|geworden|thuis|zijn)|$)"
)
"""`hij zou 2 weken thuis blijven maar het zijn er inmiddels 7`."""


def er_zijn_er(lezing: Lezing) -> Iterator[Kandidaat]:
    """A number that leans on the length of time before it, in the same unit."""
    for t in _ER_ZIJN_ER.finditer(lezing.tekst):
        eerder = [d for d in duren(lezing) if t.start() - DICHTBIJ <= d.einde <= t.start()]
        if not eerder or not een("thuis", "verblijf").search(
            lezing.tekst, eerder[-1].start - min(40, eerder[-1].start)
        ):
            continue
        in_maanden = " maand" in " " + lezing.tekst[eerder[-1].start : eerder[-1].einde]
        weken = int(int(t["n"]) * (52 / 12)) if in_maanden else int(t["n"])
        yield Kandidaat(weken, t.start("n"), t.end("n"), 6)
