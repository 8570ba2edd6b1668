"""Corrects what the recogniser made of a message by what the conversation itself shows.

The recogniser sees one message; facts, corrections and moves that only make sense in this conversation are seen here.
"""

from __future__ import annotations

import re

from wegwijzer.gesprek import (
    deelvraag,
    gevoel,
    kaal_antwoord,
    naasten,
    reactie,
    stil,
    twijfel,
    verslag,
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
from wegwijzer.gesprek.vraagzin import VRAAGWOORD
from wegwijzer.huis import Huis
from wegwijzer.taal.schoon import kaal

FEITEN = frozenset(
    {"onderwijssoort", "richting", "plaats", "gemeente", "pc4", "swv", "leeftijd", "weken_thuis", "stappen_gedaan"}
)
MEESTE = 22
"""A message that only corrects has at most so many words."""
KORT = 6
VERTELT = 0.3
"""Who tells that a step was done, and asks nothing, asks for no topic that is less sure than this."""
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
    r"|(?:en |maar )?(?:wat )?als (?:ik|wij|we)\b|dan (?:heeft|hebben|is|moet|mag|kan)\b)"
)
_DANK = re.compile(r"\b(?:bedankt|dank|dank ?je(?: ?wel)?|dank ?u(?: ?wel)?|thanks|thx|merci)\b")
_KLOPT = re.compile(
    r"^(?:en |maar |oh |o |he |hm )*(?:klopt (?:dat|dit)|is (?:dat|dit) (?:echt |wel |nou )?(?:zo|waar|legaal|normaal)"
    r"|mag (?:dat|dit)|kan (?:dat|dit)|echt waar)(?: \w+){0,3}$"
)
"""Whether what was just said is so: no `yes` of the parent's."""
_STAP = re.compile(
    r"\b(?:volgende|eerste|eerstvolgende) stap\b"
    r"|\bwat moet(?:en)? (?:ik|we|wij) (?:nu|dan)(?: nu)? (?:als )?eerste? doen\b"
)
_EN_DAN = re.compile(r"^(?:(?:ok|oke|ja|maar|en) ){0,2}(?:dan|wat dan|nu|wat nu|hoe (?:nu )?verder)(?: dan| nu)?$")
_DOE_IK = re.compile(
    r"^(?:(?:ok|oke|goed|prima|ja|dan|dank|bedankt) ){0,3}(?:dat|die|dit) (?:ga|gaan|zal|doe|doen|probeer|proberen)"
    r" (?:ik|we|wij)(?: (?:dan|eerst|doen|maar|morgen|maandag|nog|even|wel|proberen|vragen|deze week)){0,5}$"
)
_WEER = re.compile(
    r"\bwaar (?:waren|bleven) (?:we|wij)\b|\bwaar was ik gebleven\b|\bwat was (?:daar )?(?:de|mijn) stap\b"
)
_GESPREKSHULP = re.compile(
    r"\b(?:help\w*|hulp|voorbereid\w*|oefen\w*)\b(?: \w+){0,6}? (?:zeggen|gesprek|praten)\b"
    r"|\bwat (?:moet|kan|zal) ik (?:dan )?(?:tegen (?:school|de mentor|de juf|ze) )?zeggen\b"
)


_EIGEN_DAAD = re.compile(
    r"\b(?:gepraat|gesproken|praten|gebeld|gemaild|gesprek\w*|overleg\w*|contact|gevraagd|geweest|besproken|gehad)\b"
)
"""What a parent does with a party; without it that party tells or decides something."""


def duid_eerst(bericht: Bericht, toestand: Toestand, huis: Huis, nieuwe_stap: str | None = None) -> Duiding | None:
    """What leans on the last answer or on the open step, and so is not for the recogniser.

    Before anything was answered there is nothing to lean on, where the recogniser is sure.
    """
    if toestand.laatst is None and toestand.situatie.stap is None and _zeker(bericht, huis):
        return deelvraag.duid(bericht.tekst, huis) or stil.duid(bericht, toestand)
    return (
        deelvraag.duid(bericht.tekst, huis)
        or kaal_antwoord.duid(bericht, toestand)
        or wat_als.duid(bericht, toestand, huis)
        or stil.duid(bericht, toestand)
        or _gaat_doen(bericht, toestand)
        or (None if _vraagt_wat_te_zeggen(bericht) else verslag.duid(bericht, toestand, nieuwe_stap))
        or vervolgvraag.duid(bericht, toestand, huis)
        or _zet(bericht, toestand, huis)
    )


def _vraagt_wat_te_zeggen(bericht: Bericht) -> bool:
    """`goed ik ga bellen. wat zeg ik dan` asks, whatever it also tells."""
    return vervolgvraag.vraagt(bericht.tekst) in vervolgvraag.VAN_STAP


def _gaat_doen(bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """`oke dat doe ik dan eerst`, after something was shown to do."""
    if not toestand.laatst or not _DOE_IK.match(kaal(bericht.tekst)):
        return None
    return Duiding("stap", "voornemen", waarom="gaat doen wat er stond")


def _zeker(bericht: Bericht, huis: Huis) -> bool:
    return twijfel.kans(bericht) >= ZEKER and bericht.ranking[0][0] in huis.kennis.onderwerpen


def _over_onderwerp(toestand: Toestand, huis: Huis) -> bool:
    """Whether a topic (no small talk) was answered, and since then at most a step was shown."""
    onderwerp = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
    return onderwerp is not None and onderwerp.urgentie < twijfel.PRAATJE and bool(toestand.laatst)


def _zet(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    woorden = kaal(bericht.tekst)
    if _KLOPT.match(woorden) and _over_onderwerp(toestand, huis):
        vorig = toestand.situatie.onderwerp
        return Duiding(vervolgvraag.SOORT, vervolgvraag.KORT, doel=vorig, waarom=f"vraagt of dat klopt, bij {vorig}")
    if toestand.gekozen(bericht.tekst) is not None or len(woorden.split()) > MEESTE:
        return None
    if _WEER.search(woorden) and toestand.situatie.stap:
        return Duiding("zet", "herhaal", waarom="vraagt waar we waren")
    if _EN_DAN.match(woorden) and toestand.laatst and toestand.vraag in (None, "stap", "ook"):
        return Duiding("zet", "volgende_stap", waarom="vraagt wat er dan komt")
    if _STAP.search(woorden) and VRAAGWOORD.search(woorden):
        return Duiding("zet", "volgende_stap", waarom="vraagt naar de volgende stap")
    if _GESPREKSHULP.search(woorden) and toestand.situatie.stap in (None, "school"):
        naam = "hoe_praat_ik_met_school"
        return Duiding(
            "onderwerp", naam, onderwerpen=(naam,), waarom="vraagt hulp bij het gesprek", doel="voorbereiding:"
        )
    return None


def stuur_bij(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Duiding:
    """Facts where the message holds nothing but facts; else what was understood."""
    terug = duiding.soort == "zet" and duiding.label in ("terug", "herhaal")
    if toestand.kind_gewisseld and (terug or duiding.soort in ("keuze", "onduidelijk")):
        return Duiding("zet", "volgende_stap", waarom=f"nu over {toestand.kind_gewisseld}")
    duiding = reactie.duid(_stuur_bij(duiding, bericht, toestand, huis, nieuw), bericht, toestand)
    return naasten.met_naasten(voorkeur.kies(duiding, bericht, toestand, huis), bericht, huis)


def _stuur_bij(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Duiding:
    duiding = twijfel.gemopper(twijfel.zegswijze(duiding, bericht, huis), bericht, huis)
    duiding = twijfel.beschuldiging(duiding, bericht, huis)
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
    gevraagd = toestand.vraag is None and duiding.soort == "onderwerp" and twijfel.kans(bericht) >= ZO_GOED_ALS_ZEKER
    if aantal <= MEESTE and not gevraagd and _niets_dan(bericht):
        return Duiding("gegevens", waarom="niets dan gegevens")
    gekozen = huis.kennis.onderwerpen.get(str(duiding.label)) if duiding.soort == "onderwerp" else None
    if gekozen is not None and gekozen.urgentie <= DRINGEND and aantal > KORT:
        return duiding
    bezig = toestand.situatie.stap is not None and toestand.vraag in (None, "stap")
    grens = ZO_GOED_ALS_ZEKER if bezig and aantal <= MEESTE else VERTELT
    meldt = twijfel.kans(bericht) if _EIGEN_DAAD.search(woorden) else twijfel.samen(bericht, huis)
    gemeld = {v.waarde for v in bericht.alle("stap_gedaan")}
    if toestand.vraag == "stap" and toestand.situatie.stap in gemeld and meldt < ZO_GOED_ALS_ZEKER:
        grens = 1.0
    if "stappen_gedaan" in feiten and meldt < grens:
        return Duiding("gegevens", waarom="vertelt wat er al gedaan is")
    if _VERBETERT.search(woorden) and aantal <= MEESTE:
        return Duiding("gegevens", waarom="verbetering")
    if aantal <= KORT and (gekozen is None or twijfel.kans(bericht) < ZO_GOED_ALS_ZEKER):
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


def _gegokt_praatje(duiding: Duiding, bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """In the middle of a talk a hello, or a teacher who writes, is only believed where that is as good as sure."""
    if duiding.label == SMALLTALK and toestand.laatst and _DANK.search(kaal(bericht.tekst)):
        return Duiding("onderwerp", gevoel.DANK, onderwerpen=(gevoel.DANK,), waarom="dank bij een groet")
    if twijfel.kans(bericht) >= ZO_GOED_ALS_ZEKER or not toestand.laatst:
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
    zeker = duiding.soort == "onderwerp" and twijfel.kans(bericht) >= (ZO_GOED_ALS_ZEKER if praatje else HANGT_TOT)
    if onderwerp is None or onderwerp.urgentie >= 7 or zeker or len(woorden.split()) > HANGT_WOORDEN:
        return duiding
    merk = f"kort:{vorig}"
    if not _HANGT.search(woorden) or duiding.label == vorig or merk in toestand.getoond:
        return duiding
    toestand.getoond.append(merk)
    return Duiding(vervolgvraag.SOORT, vervolgvraag.KORT, doel=vorig, waarom=f"korte vraag bij {vorig}")
