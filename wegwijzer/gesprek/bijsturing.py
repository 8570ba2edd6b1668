"""Corrects what the recogniser made of a message by what the conversation itself shows.

The recogniser sees one message; facts, corrections and moves that only make sense in this conversation are seen here.
"""

from __future__ import annotations

import re

from wegwijzer.gesprek import (
    gevoel,
    misverstand,
    naasten,
    reactie,
    twijfel,
    vervolgvraag,
    voorkeur,
    wat_als,
)
from wegwijzer.gesprek.duiding import (
    TWIJFEL,
    ZEKER,
    ZO_GOED_ALS_ZEKER,
    Duiding,
)
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.vraagzin import VRAAGT, VRAAGWOORD
from wegwijzer.huis import Huis
from wegwijzer.taal.schoon import kaal

FEITEN = frozenset(
    {"onderwijssoort", "richting", "plaats", "gemeente", "pc4", "swv", "leeftijd", "weken_thuis", "stappen_gedaan"}
)
WIE_EN_WAAR = frozenset({"onderwijssoort", "plaats", "leeftijd"})
"""Two of these in one message, with no question: it introduces the child."""
MEESTE = 22
"""A message that only corrects has at most so many words."""
KORT = 6
VERTELT = 0.3
"""Who tells that a step was done, and asks nothing, asks for no topic that is less sure than this."""
ALTIJD = 1.1
"""No topic is as sure as this."""
HANGT_TOT, HANGT_WOORDEN = 0.35, 11
"""A question of so many words that leans on the last one is understood from HANGT_TOT."""
SMALLTALK, PROFESSIONAL = "smalltalk", "professional"
DRINGEND = 3
"""Topics of at most this urgency are answered whatever else the message tells."""
_KLEIN = frozenset(
    {"ja", "nee", "nou", "ok", "oke", "en", "dus", "in", "op", "van", "de", "het", "een", "te", "t", "is", "zit", "hij"}
    | {"zij", "ze", "ie", "gewoon", "nu", "net", "klas", "groep", "jaar", "school", "cluster"}
)
"""Words that may stand between facts without saying anything else."""
_VERBETERT = re.compile(
    r"^(?:ja |oh |o |ok |oke |en |maar |nou )?"
    r"(?:nee|sorry|wacht|oeps|foutje|correctie|of nou ja|oh nee|o nee|ik bedoel\w*)\b"
    r"|\b(?:trouwens|vergist|typfout|tikfout|verkeerd (?:gezegd|getypt)|ik (?:zei|bedoelde|schreef)|door elkaar"
    r"|klopt niet|klopte niet|niet waar)\b|\b(?:niet|geen) \w+(?: \w+){0,2} maar\b"
)
_ZOEKT_PLEK = re.compile(r"\b(?:plek\w*|ergens|waar|zoek\w*|initiatie\w*|boerderij\w*|zorgboerderij\w*|anders)\b")
_HANGT = re.compile(
    r"^(?:en |maar |ok |oke |dus |ja )?"
    r"(?:(?:mag|mogen|moet|moeten|kan|kunnen|klopt|geldt|is|gaat|wie|wat|hoe) (?:\w+ ){0,4}"
    r"(?:dat|dit|daar|daarover|daartegen|ertegen|hiertegen|eraan|daaraan|ervan|daarvan|er|die|het)\b"
    r"|(?:mag|kan|moet) (?:hij|zij|ze) (?:\w+ ){0,2}(?:dan|nog|later|ooit|weer)\b"
    r"|(?:en |maar )?(?:wat )?als (?:ik|wij|we)\b|dan (?:heeft|hebben|is|moet|mag|kan)\b)"
)
_DANK = re.compile(r"\b(?:bedankt|dank|dank ?je(?: ?wel)?|dank ?u(?: ?wel)?|thanks|thx|merci)\b")
_EIGEN_DAAD = re.compile(
    r"\b(?:gepraat|gesproken|praten|gebeld|gemaild|gesprek\w*|overleg\w*|contact|gevraagd|geweest|besproken|gehad)\b"
)
"""What a parent does with a party; without it that party tells or decides something."""


def stuur_bij(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Duiding:
    """Facts where the message holds nothing but facts; else what was understood."""
    terug = duiding.soort == "zet" and duiding.label in ("terug", "herhaal")
    if toestand.kind_gewisseld and (terug or duiding.soort in ("keuze", "onduidelijk")):
        return Duiding("zet", "volgende_stap", waarom=f"nu over {toestand.kind_gewisseld}")
    duiding = wat_als.ander(_stuur_bij(duiding, bericht, toestand, huis, nieuw), bericht, toestand, huis)
    duiding = reactie.duid(duiding, bericht, toestand)
    duiding = naasten.met_naasten(voorkeur.kies(duiding, bericht, toestand, huis), bericht, huis)
    return voorkeur.zonder_elders(duiding, bericht, toestand, huis)


def _stuur_bij(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Duiding:
    duiding = twijfel.gemopper(twijfel.zegswijze(duiding, bericht, huis), bericht, huis)
    duiding = misverstand.herstel(twijfel.beschuldiging(duiding, bericht, huis), bericht, toestand, huis)
    gegokt = duiding.soort == "onderwerp" and bericht.kans < ZEKER and not nieuw
    if (gegokt or duiding.soort in ("keuze", "onduidelijk")) and (nee := wat_als.weigering(bericht, toestand, huis)):
        return nee
    if _neemt_terug(duiding, bericht, nieuw):
        return Duiding("gegevens", waarom="neemt terug wat gedaan was")
    if duiding.soort in ("onderwerp", "keuze", "onduidelijk") and not nieuw:
        duiding = _hangt_aan(duiding, bericht, toestand, huis)
    if duiding.soort in ("onderwerp", "keuze") and (anders := twijfel.zeker_genoeg(duiding, bericht)):
        return anders
    if duiding.soort == "onderwerp" and (anders := _gegokt_praatje(duiding, bericht, toestand)):
        return anders
    feiten = FEITEN & set(nieuw)
    if duiding.soort not in ("onderwerp", "keuze", "buiten_bereik", "onduidelijk") or not feiten:
        return duiding
    woorden = kaal(bericht.tekst)
    aantal = len(woorden.split())
    if "?" in bericht.tekst or VRAAGWOORD.search(woorden):
        return duiding
    gevraagd = toestand.vraag is None and duiding.soort == "onderwerp" and bericht.kans >= ZO_GOED_ALS_ZEKER
    if aantal <= MEESTE and not gevraagd and _niets_dan(bericht):
        return Duiding("gegevens", waarom="niets dan gegevens")
    gekozen = huis.kennis.onderwerpen.get(str(duiding.label)) if duiding.soort == "onderwerp" else None
    if gekozen is not None and gekozen.urgentie <= DRINGEND and aantal > KORT:
        return duiding
    bezig = toestand.situatie.stap is not None and toestand.vraag in (None, "stap")
    grens = ZO_GOED_ALS_ZEKER if bezig and aantal <= MEESTE else VERTELT
    meldt = bericht.kans
    if meldt >= ZEKER and not _EIGEN_DAAD.search(woorden):
        meldt = twijfel.samen(bericht, huis)
    gemeld = {v.waarde for v in bericht.alle("stap_gedaan")}
    eigen_daad = _EIGEN_DAAD.search(woorden) and not VRAAGT.search(bericht.tekst)
    if toestand.vraag == "stap" and toestand.situatie.stap in gemeld and (eigen_daad or meldt < ZO_GOED_ALS_ZEKER):
        grens = ALTIJD
    if "stappen_gedaan" in feiten and meldt < grens:
        return Duiding("gegevens", waarom="vertelt wat er al gedaan is")
    if _VERBETERT.search(woorden) and aantal <= MEESTE and not (gevraagd and toestand.kind_gewisseld):
        return Duiding("gegevens", waarom="verbetering")
    if toestand.vraag == "stap" and len(feiten & WIE_EN_WAAR) > 1 and bericht.kans < ZO_GOED_ALS_ZEKER:
        return Duiding("gegevens", waarom="vertelt van het kind bij een open stap")
    if aantal <= KORT and (gekozen is None or bericht.kans < ZO_GOED_ALS_ZEKER):
        return Duiding("gegevens", waarom="kort, met alleen gegevens")
    if gekozen is not None and gekozen.plekken is not None and not _ZOEKT_PLEK.search(woorden):
        naast = [n for n, k in bericht.ranking if k >= TWIJFEL and twijfel.is_zaak(n, huis)]
        naast = [n for n in naast if huis.kennis.onderwerpen[n].plekken is None]
        if naast and aantal > KORT:
            return Duiding("onderwerp", naast[0], onderwerpen=(naast[0],), waarom=f"{naast[0]}; zoekt geen plek")
        return Duiding("gegevens", waarom="vertelt van het kind, zoekt geen plek")
    if gekozen is not None and gekozen.toon_stap and not gevraagd and {"plaats", "gemeente", "onderwijssoort"} & feiten:
        return Duiding("gegevens", waarom="vertelt van de school, vraagt er niets over")
    return duiding


def _neemt_terug(duiding: Duiding, bericht: Bericht, nieuw: list[str]) -> bool:
    """Whether the message takes back a step that was told as done, and no topic is as good as sure."""
    woorden = kaal(bericht.tekst)
    terug = "stappen_gedaan" in nieuw and not bericht.alle("stap_gedaan") and _VERBETERT.search(woorden)
    gewoon = duiding.soort in ("onderwerp", "keuze", "onduidelijk") and bericht.kans < ZO_GOED_ALS_ZEKER
    return bool(terug) and gewoon and len(woorden.split()) <= MEESTE


def _gegokt_praatje(duiding: Duiding, bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """In the middle of a talk a hello, or a teacher who writes, is only believed where that is as good as sure."""
    if duiding.label == SMALLTALK and toestand.laatst and _DANK.search(kaal(bericht.tekst)):
        return Duiding("onderwerp", gevoel.DANK, onderwerpen=(gevoel.DANK,), waarom="dank bij een groet")
    if bericht.kans >= ZO_GOED_ALS_ZEKER or not toestand.laatst:
        return None
    if duiding.label == PROFESSIONAL and toestand.situatie.kind is not None:
        return Duiding("onduidelijk", waarom=f"geen {PROFESSIONAL}: hier schrijft een ouder of leerling")
    if duiding.label == SMALLTALK and "?" not in bericht.tekst and not VRAAGWOORD.search(kaal(bericht.tekst)):
        return Duiding(reactie.SOORT, waarom=f"reactie op {toestand.laatst}")
    return None


def _niets_dan(bericht: Bericht) -> bool:
    """Whether nothing is left of the message without its facts and the small words between them."""
    rest = list(bericht.tekst)
    for v in bericht.vondsten:
        rest[v.start : v.einde] = " " * (v.einde - v.start)
    return bool(bericht.vondsten) and all(w in _KLEIN or w.isdigit() for w in kaal("".join(rest)).split())


def _hangt_aan(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    """A short question about `dat` that was not understood: then the topic that the talk was about, in short."""
    woorden = kaal(bericht.tekst)
    vorig = toestand.situatie.onderwerp
    onderwerp = huis.kennis.onderwerpen.get(vorig or "")
    praatje = duiding.soort == "onderwerp" and huis.kennis.onderwerpen[str(duiding.label)].urgentie >= twijfel.PRAATJE
    zeker = duiding.soort == "onderwerp" and bericht.kans >= (ZO_GOED_ALS_ZEKER if praatje else HANGT_TOT)
    if onderwerp is None or onderwerp.urgentie >= 7 or zeker or len(woorden.split()) > HANGT_WOORDEN:
        return duiding
    merk = f"kort:{vorig}"
    if not _HANGT.search(woorden) or duiding.label == vorig or merk in toestand.getoond:
        return duiding
    toestand.getoond.append(merk)
    return Duiding(vervolgvraag.SOORT, vervolgvraag.KORT, doel=vorig, waarom=f"korte vraag bij {vorig}")
