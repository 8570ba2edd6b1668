"""What a message is about where the recogniser is not sure, or took how it is said for what it says."""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.gesprek import verteld
from wegwijzer.gesprek.duiding import (
    ALLEEN_ZEKER,
    CRISIS,
    GEBEURD,
    JONGERE,
    ONZEKER,
    PRAATJE,
    TWIJFEL,
    ZEKER,
    ZO_GOED_ALS_ZEKER,
    Duiding,
)
from wegwijzer.gesprek.model import Bericht
from wegwijzer.gesprek.vraagzin import VRAAGWOORD
from wegwijzer.huis import Huis
from wegwijzer.nood.beoordeling import doorgestreept
from wegwijzer.taal.schoon import kaal

GOK = 0.2
"""Below this a topic is a guess."""
LANG = 11
"""An angry message of more words tells of something (words)."""
BOOS = ("boos", "bedankt_of_boos")
ANGST, LEERPLICHT = "faalangst_schoolangst", "leerplichtambtenaar_komt"
WAT_IS, VINDEN = "wat_is_een_samenwerkingsverband", "samenwerkingsverband_vinden"
TLV, TLV_ONEENS = "tlv_speciaal_onderwijs", "tlv_oneens"
GEWEIGERD = "aanmelden_geweigerd"
VEILIG_THUIS, GEZAG, THUIS = "angst_voor_veilig_thuis_melding", "andere_verzorger_gezag", "kind_zit_thuis_wat_nu"
DOSSIER = "dossier_inzien"
_LIEGT = re.compile(r"\b(?:gelogen|liegt|liegen|loog|leugen\w*|leugenaar\w*|verzint|verzonnen)\b")
_DOSSIER = re.compile(
    r"\b(?:dossier|leerling ?dossier|leerlingvolg\w*|lvs|stuk|stukken|verslag\w*|rapport\w*"
    r"|papier\w*|gegevens|inzien|inzage|opgeschreven|geschreven|staat|avg)\b"
)
_VOOGD = re.compile(r"\b(?:voogd|voogdij|gezag|pleeg\w+)\b")
_BANG = re.compile(
    r"\b(?:kind|zoon|dochter|hij|zij|ze|jongen|meisje) (?:is |heel |erg |veel |altijd ){0,2}"
    r"bang (?:voor |van |naar )?school\b"
)
_ANDERE_SOORT = re.compile(
    r"\b(?:school|ze|zij|juf|mentor|directeur|swv|samenwerkingsverband) (?:wil|willen|wilt|vindt|vinden|zegt|zeggen)\b"
    r"(?: \w+){0,6} (?:naar|op)(?: het| een| de)? (?:vso|so|sbo|praktijkonderwijs|praktijkschool|speciaal|cluster)\b"
)
_ZONDER_ONS = re.compile(
    r"\b(?:zonder (?:\w+ ){0,2}(?:handtekening|toestemming|akkoord|instemming|medeweten|overleg|te \w+)"
    r"|buiten (?:ons|mij) om|achter (?:onze|mijn) rug|al (?:\w+ ){0,2}(?:aangevraagd|verstuurd|opgestuurd|ingediend))\b"
)
_WIJ_NIET = re.compile(
    r"\b(?:wij|we|ik) (?:willen|wil|wilt|zien|zie) (?:dat|het|hem|haar|daar|dit|er)(?: \w+){0,3}? niet\b"
    r"|\b(?:wij|we|ik) (?:willen|wil) niet\b|\b(?:niet mee eens|oneens|weiger\w*|geen toestemming)\b"
)
_WELK = re.compile(r"\bwelk (?:samenwerkingsverband|swv|steunpunt)\b")
_MAG_IK = re.compile(
    r"\b(?:mag|kan|mogen|kunnen) (?:ik|wij|we) (?:dat|het|dit|hem|haar|ook|voor|meepraten|beslissen)\b"
)


def samen(bericht: Bericht, huis: Huis) -> float:
    """How sure it is that the message is about one of the two likeliest topics."""
    return sum(k for naam, k in bericht.ranking[:2] if naam in huis.kennis.onderwerpen)


def zegswijze(duiding: Duiding, bericht: Bericht, huis: Huis) -> Duiding:
    """`ik schaam me dood` is not about suicide: where the danger layer struck it out, the next topic counts."""
    if duiding.label != CRISIS or bericht.nood is not None or not doorgestreept(bericht.tekst, huis.noodregels):
        return duiding
    over = tuple(n for n in duiding.onderwerpen if n != CRISIS)
    rest = [n for n, k in bericht.ranking if k >= ONZEKER and n in huis.kennis.onderwerpen and n not in ALLEEN_ZEKER]
    if not over and not rest:
        return Duiding("onduidelijk", waarom=f"{CRISIS}: een zegswijze")
    eerste = (over or tuple(rest))[0]
    return Duiding("onderwerp", eerste, onderwerpen=over or (eerste,), waarom=f"{eerste}; {CRISIS} is een zegswijze")


def gemopper(duiding: Duiding, bericht: Bericht, huis: Huis) -> Duiding:
    """In a longer angry message the matter itself, where one shows: the anger is heard in front of it (gevoel.py)."""
    lang = len(kaal(bericht.tekst).split()) > LANG
    if duiding.label not in BOOS or not lang or bericht.kans >= ZO_GOED_ALS_ZEKER:
        return duiding
    gebeurd = [n for s, n in GEBEURD.items() if s in {v.waarde for v in bericht.alle("situatie")}]
    gewoon = [n for n, k in bericht.ranking if k >= ONZEKER and is_zaak(n, huis)]
    if not gebeurd and not gewoon:
        return duiding
    eerste = (gebeurd or gewoon)[0]
    return Duiding("onderwerp", eerste, onderwerpen=(eerste,), waarom=f"{eerste}; boos is hoe het gezegd wordt")


def beschuldiging(duiding: Duiding, bericht: Bericht, huis: Huis) -> Duiding:
    """`hij heeft gelogen` does not ask for the file of the child: what else the message is about, where that shows."""
    woorden = kaal(bericht.tekst)
    if duiding.label != DOSSIER or not _LIEGT.search(woorden) or _DOSSIER.search(woorden):
        return duiding
    over = tuple(n for n in duiding.onderwerpen if n != DOSSIER)
    rest = tuple(n for n, k in bericht.ranking if k >= TWIJFEL and n != DOSSIER and is_zaak(n, huis))
    if not over and not rest:
        return Duiding("onduidelijk", waarom="zegt dat iemand liegt, vraagt niet naar het dossier")
    eerste = (over or rest)[0]
    return Duiding("onderwerp", eerste, onderwerpen=over or (eerste,), waarom=f"{eerste}; niet het dossier")


def is_zaak(naam: str, huis: Huis) -> bool:
    """Whether it is a topic about school or help, and none that does harm when guessed."""
    onderwerp = huis.kennis.onderwerpen.get(naam)
    return onderwerp is not None and onderwerp.urgentie < PRAATJE and naam not in (*ALLEEN_ZEKER, *BOOS)


def zeker_genoeg(duiding: Duiding, bericht: Bericht) -> Duiding | None:
    """Who may decide, where a guardian or foster parent asks that; a child at home, where nothing else was sure."""
    woorden = kaal(bericht.tekst)
    if duiding.label == VEILIG_THUIS and GEZAG in (*duiding.onderwerpen, *duiding.ook) and _VOOGD.search(woorden):
        return Duiding("onderwerp", GEZAG, onderwerpen=(GEZAG,), waarom="over wie mag beslissen")
    if duiding.label == VEILIG_THUIS and "leerplicht" in woorden and not re.search(r"veilig thuis|melding", woorden):
        over = tuple(dict.fromkeys((LEERPLICHT, *duiding.onderwerpen)))
        return Duiding("onderwerp", LEERPLICHT, onderwerpen=over, waarom="noemt leerplicht, niet Veilig Thuis")
    if anders := verteld.duid(duiding, bericht):
        return anders
    if duiding.label == TLV and _WIJ_NIET.search(woorden):
        over = tuple(dict.fromkeys((TLV_ONEENS, *duiding.onderwerpen)))
        if _ANDERE_SOORT.search(woorden):
            return Duiding("onderwerp", TLV_ONEENS, onderwerpen=over, waarom="de ouders willen die school niet")
        if _ZONDER_ONS.search(woorden):
            return Duiding(
                "onderwerp", TLV_ONEENS, onderwerpen=over, waarom="aangevraagd terwijl de ouders niet willen"
            )
    if duiding.label == WAT_IS and _WELK.search(woorden):
        return Duiding("onderwerp", VINDEN, onderwerpen=(VINDEN,), waarom="vraagt welk samenwerkingsverband")
    if bericht.kans < ZEKER and _BANG.search(woorden):
        return Duiding("onderwerp", ANGST, onderwerpen=(ANGST,), waarom="bang voor school; geen onderwerp is zeker")
    if bericht.kans < ZEKER and _ANDERE_SOORT.search(woorden):
        return Duiding("onderwerp", TLV, onderwerpen=(TLV,), waarom="school wil een andere soort school")
    verzorger = {"kleinkind", "pleegkind"} & {v.waarde for v in bericht.alle("kind")}
    if verzorger and bericht.kans < ZEKER and _MAG_IK.search(woorden):
        return Duiding("onderwerp", GEZAG, onderwerpen=(GEZAG,), waarom="een verzorger vraagt wat die mag")
    geweigerd = any(v.waarde == "geweigerd" for v in bericht.alle("situatie"))
    if geweigerd and bericht.kans < ZEKER and duiding.label != GEWEIGERD:
        return Duiding("onderwerp", GEWEIGERD, onderwerpen=(GEWEIGERD,), waarom="geweigerd; geen onderwerp is zeker")
    thuis = any(v.waarde == "zit_thuis" for v in bericht.alle("situatie"))
    eigen = dict(bericht.ranking).get(str(duiding.label), 0.0)
    vraagt = VRAAGWOORD.match(woorden) or "?" in bericht.tekst
    gegokt = bool(bericht.ranking) and bericht.ranking[0][0] == duiding.label and eigen < ONZEKER
    if thuis and dict(bericht.gehoord).get(str(duiding.label), 0.0) >= ZO_GOED_ALS_ZEKER:
        return replace(duiding, onderwerpen=tuple(dict.fromkeys((*duiding.onderwerpen, THUIS)))) if gegokt else None
    if thuis and duiding.label != JONGERE and (gegokt if vraagt else eigen < GOK):
        return Duiding("onderwerp", THUIS, onderwerpen=(THUIS,), waarom="zit thuis; geen onderwerp is zeker genoeg")
    return None
