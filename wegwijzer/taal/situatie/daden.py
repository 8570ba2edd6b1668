"""Which step a part of a sentence tells of: who was approached, and whether that happened.

Everything that is said of a party other than the school counts, unless it is denied, wished, asked or somebody else's.
Of the school much is said without a talk; there the words must tell of contact (`school:` in `daden.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wegwijzer.taal.situatie.daadwoorden import een_van, grondtekst, nog_niets, raad_van_ander, van_een_ander
from wegwijzer.taal.situatie.daden_leunt import leunt, leunt_terug
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import Regel, tabel, vul
from wegwijzer.taal.situatie.zinsdeel import Deel, Partij, delen

_NAAM = "daden"
VER = 160
"""Characters on either side of a party that are read with it: no sentence needs more, and time stays linear."""
_HAAKJES = re.compile(r" \( [^()X]* \) ")
_NIET_ERNA = re.compile(r" (?:ook |nog |dus |helaas |eigenlijk ){0,2}(?:niet|nooit)(?: meer)? (?:$|[.,!]|ge[^ ]+ )")
_DAT = re.compile(r"(?<![^ ])(?:dat|om te) ")
_CODE = re.compile(r"[={}\[\]<>]|\w:\w")
"""Signs that parents do not write: the inside of a button, JSON, a script."""
_BLOOT = re.compile(
    r" (?:(?:het|de|een|mijn|ons|onze|bij|van|in|regio|over) )*X"
    r"(?: (?!(?:al|ook|wel|niet|niets|niks|nooit|geen|heb|hebben|heeft|had|hadden|is|was|waren|zegt|zei|doet|deed"
    r"|wil|wilde|kan|kon|moet|moest|zou|vindt|vond|komt|kwam|helpt|hielp|belt|belde|gaat|ging|geeft|gaf|zit"
    r"|zoekt|kijkt|denkt|laat"
    r"|ligt|staat|werkt|wacht|wijst|stuurt|biedt|betaalt|snapt|weet|blijft|regelt) "
    r"|(?:aan|af|be|ge|in|on|op|uit|ver)[^ ]*(?:d|t|en) )[^ ]+){0,2} $"
)
"""A party by its name alone, or with a place: `samenwerkingsverband Zwolle`. Nothing is told of it."""
_WERKWOORD_VOOROP = re.compile(
    r" *(?!zijn [XY] )(?:(?:heb|hebt) (?:je|u)|(?:is|zijn|was|heeft|kan|kunnen|mag|mogen|zal|gaat|doet|werkt"
    r"|luistert|zit|zitten|staat|staan|helpt|hoort|weet|weten|komt|geeft|bestaat|geldt|kost|klopt|valt|betaalt"
    r"|regelt|beslist|bepaalt|helpen|geven|werken|weten|doen) "
    r"(?:er|dat|die|het|de|een|je|u|dit|X|Y|zo'n|zo|ze) )"
)
"""A question without its mark: `is dat steunpunt wel onafhankelijk`."""
_TE_DOEN = "(?:bellen|mailen|inschakelen|melden|aanmelden|aanvragen|benaderen|raadplegen|vinden|zoeken|spreken)"
_ALLEEN_TE_DOEN = re.compile(
    rf" (?:{_TE_DOEN} )?(?:(?:bij|met|via|aan|een|de|het|ons|zelf|gratis) )*X (?:(?:[^ ]+ )?{_TE_DOEN} )?$"
)
"""`consulent aanvragen`, `melden bij de inspectie`: a whole message that names what can be done, as one looks it up."""
MEESTE_TE_DOEN = 6
"""Such a message has at most so many words."""
_PLEK = re.compile(
    r" (?:naar|op|van|uit|zonder|tot|na|buiten)"
    r"(?: (?:(?:de|het|een|zijn|haar|die|deze) )?(?:gewone|andere|nieuwe|oude|vorige|reguliere|huidige|kleine"
    r"|grote))? X "
)
"""`naar school`, `van school gestuurd`: a place to go to, not somebody to talk to."""
_MET = re.compile(r" (?:hij|ze|zij|zoon|dochter|kind) (?:[^ ]+ ){0,3}met (?:de|zijn|haar|een)$")
"""`hij zegt dat hij met zijn mentor gaat praten`: not the mentor will."""
_ZEGT_DUS = re.compile(r"(?:^| )(?:zegt|zei|zeggen|roept|vindt) : $")
"""`school zegt: wel school`: the words that were said."""
_KLACHT_DOEN = re.compile(r" X (?:[^ ]+ ){0,4}(?:indienen|neerleggen|maken|sturen|schrijven|aantekenen|voorleggen) ")
"""`klacht indienen, hoe werkt dat`: only named, unless a word of _DEED says that it was done."""
_DEED = re.compile(r" (?:heb|hebben|had|hadden|ben|zijn|was|waren|liet|lieten|ging|gingen) ")


@cache
def _school() -> tuple[Regel, ...]:
    return tuple(Regel(re.compile(rf"(?<![^ ]){vul(r['patroon'], _NAAM)}"), r) for r in tabel(_NAAM)["school"])


def is_code(lezing: Lezing) -> bool:
    """Whether it is no message of a parent, but something that a machine reads."""
    return _CODE.search(lezing.tekst) is not None


def daden(lezing: Lezing) -> Iterator[Kandidaat]:
    """A candidate for every party of which a part of a sentence tells that it was approached."""
    if is_code(lezing):
        return
    for deel in delen(lezing):
        for partij in deel.partijen:
            if _gedaan(lezing, deel, partij):
                yield Kandidaat(partij.stap, partij.start, partij.einde)
        if deel.eerder is not None and not deel.partijen and leunt(lezing, deel, deel.eerder):
            yield Kandidaat(deel.eerder.stap, deel.eerder.start, deel.eerder.einde)
        terug = deel.vorige if deel.eerder is None and not deel.partijen else None
        if terug is not None and leunt_terug(lezing, deel):
            yield Kandidaat(terug.stap, terug.start, terug.einde)


def _gemerkt(lezing: Lezing, deel: Deel, partij: Partij) -> str:
    """The words of the part, `X` for this party and `Y` for the others, with a space around every word."""
    begin, eind = max(deel.start, partij.start - VER), min(deel.einde, partij.einde + VER)
    stukken, plek = [], begin
    for p in deel.partijen:
        if begin <= p.start < eind:
            stukken += [lezing.tekst[plek : p.start], "X" if p is partij else "Y"]
            plek = p.einde
    tekst = "".join([*stukken, lezing.tekst[plek : max(plek, eind)]])
    return _HAAKJES.sub(" ", f" {' '.join(tekst.split())} ")


def _gedaan(lezing: Lezing, deel: Deel, partij: Partij) -> bool:
    tekst = _gemerkt(lezing, deel, partij)
    if _vraagt(deel, tekst) or _van_een_ander_of_als(deel, tekst):
        return False
    if een_van("nooit_eerst").search(tekst):
        return False
    if een_van("opnieuw").search(tekst) or _afgesproken(partij, tekst):
        return True
    if een_van("zeker").search(tekst):
        return not een_van("straks").search(tekst) or bool(een_van("niet").search(tekst))
    if _BLOOT.match(tekst) or (
        len(lezing.tekst.split()) <= MEESTE_TE_DOEN and _ALLEEN_TE_DOEN.match(tekst) is not None
    ):
        return False
    if een_van("nooit").search(tekst) or (een_van("een").search(tekst) and not een_van("een_wel").search(tekst)):
        return False
    voor, na = tekst.split(" X ", 1)
    na = _DAT.split(na)[0]
    kort = f"{voor} X {na} "
    if (
        _ontkend(voor + " ", " " + na)
        or _gewenst(kort)
        or (een_van("straks").search(kort) and not een_van("later").search(kort))
    ):
        return False
    if partij.stap == "school":
        if any(p.stap == "klacht" for p in deel.partijen):
            return False
        return _school_daad(lezing, deel, tekst, kort, partij)
    return partij.stap != "klacht" or not partij.mens or _klacht_daad(tekst)


def _afgesproken(partij: Partij, tekst: str) -> bool:
    """A day was set with the samenwerkingsverband or a consulent: `het swv komt woensdag kijken`."""
    if partij.stap not in ("samenwerkingsverband", "onderwijsconsulent") or een_van("afspraak_niet").search(tekst):
        return False
    return een_van("afspraak").search(tekst) is not None


def _vraagt(deel: Deel, tekst: str) -> bool:
    begin = (deel.voor + tekst.lstrip()).lstrip()
    if _WERKWOORD_VOOROP.match(begin):
        return True
    return deel.vraag or bool(een_van("vraagt").match(tekst.lstrip())) or bool(een_van("vraagt").match(begin))


def _van_een_ander_of_als(deel: Deel, tekst: str) -> bool:
    """Hearsay, something that was read, or a condition."""
    ervoor = deel.voor + tekst.split(" X ")[0] + " "
    if een_van("gelezen").search(ervoor) or raad_van_ander(ervoor) or van_een_ander(ervoor):
        return True
    return bool(een_van("als").search(een_van("als_niet").sub("", ervoor)))


def _ontkend(voor: str, na: str) -> bool:
    overal = voor + na if een_van("ik").search(voor + na) else voor
    if een_van("niet").search(een_van("niet_maar").sub("", overal)):
        return True
    return _NIET_ERNA.match(na) is not None


def _gewenst(tekst: str) -> bool:
    if not een_van("wens").search(tekst):
        return False
    voor = tekst.split(" X ")[0]
    return bool(een_van("ik").search(voor) or _MET.search(voor)) or not een_van("zelf_wens").search(tekst)


def _school_daad(lezing: Lezing, deel: Deel, tekst: str, kort: str, partij: Partij) -> bool:
    """Contact of the parent with school, or somebody of the school who told the parent something."""
    if een_van("hulp_doet").search(deel.voor + tekst.split(" X ")[0] + " ") and not een_van("hulp_mee").search(tekst):
        return False
    if een_van("zij_doen").match(tekst) and not een_van("hulp_mee").search(tekst):
        return False
    if _ZEGT_DUS.search(deel.voor):
        return False
    plek = not partij.mens and _PLEK.search(tekst) is not None
    zij = any(een_van(s).search(kort) for s in ("van_hen", "omgekeerd")) and not een_van("ik").search(kort)
    aan_kind = any(een_van(s).search(tekst) for s in ("aan_kind", "hoort_van")) or nog_niets(lezing)
    stil = een_van("geen_praat").search(tekst) is not None
    grond = grondtekst(tekst)
    kind_doet = een_van("kind_doet").search(tekst.split(" X ")[0] + " ") and not een_van("ik").search(tekst)
    if kind_doet and not (partij.mens and een_van("kind_praat").search(grond)):
        return False
    for regel in _school():
        wat = regel.gegevens
        if (wat.get("mens") and not partij.mens) or (wat.get("spreekt") and aan_kind) or (wat.get("voorwerp") and zij):
            continue
        if (plek and not wat.get("plek")) or (stil and (wat.get("aan_ons") or wat.get("ouder"))):
            continue
        if regel.patroon.search(tekst if wat.get("rauw") else grond):
            return True
    return False


def _klacht_daad(tekst: str) -> bool:
    """The complaint was made, by the parent."""
    grond = grondtekst(tekst)
    van_hen = een_van("van_hen").search(tekst.replace(" X ", " Z ").replace(" Y ", " X ", 1))
    if een_van("tegen_ons").search(tekst) or (_KLACHT_DOEN.search(tekst) and not _DEED.search(tekst)):
        return False
    if (
        van_hen
        and " ons " not in tekst
        and not een_van("ik").search(tekst)
        and re.search(" (?:indienen|maken|doen) ", grond)
    ):
        return False
    return bool(een_van("klacht").search(grond))
