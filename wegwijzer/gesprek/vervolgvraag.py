"""Questions that lean on what was just shown: "wat kost dat?", "welk nummer?", "hoe lang duurt dat?".

They name nothing themselves, so no recogniser can know what they are about; `Toestand.laatst` does.
"""

from __future__ import annotations

import re

from wegwijzer.gesprek import termijn, zaak
from wegwijzer.gesprek.duiding import PRAATJE, TWIJFEL, ZEKER, ZO_GOED_ALS_ZEKER, Duiding
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.onderwerp import kies_variant
from wegwijzer.gesprek.vervolgvormen import vraagt
from wegwijzer.gesprek.vraagzin import VRAAGT
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad.stap import GEEN_SCHOOL, volgende_stap
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.situatie.teruggenomen import PARTIJEN

SOORT, KORT, ONTBREEKT = "vervolg", "kort", "ontbreekt"
"""`Duiding.soort`; the label is one of these or of the forms in vervolgvormen.py."""
GELD = re.compile(r"\b(?:gratis|kost|kosten|betaalt|betalen|euro|niets)\b", re.IGNORECASE)
TIJD = re.compile(r"\b(?:weken|week|maanden|dagen|schooljaar)\b", re.IGNORECASE)
PLEK = re.compile(r"\b(?:schoolgids|site|website|studentenstatuut|loket|steunpunt)\b", re.IGNORECASE)
ZEG = re.compile(
    r"\b(?:vertel|zeg|vraag|laat zien|leg uit|noem|bespreek)\b(?! (?:school )?(?:om )?(?:een )?advies)", re.IGNORECASE
)
MEE = re.compile(
    r"\b(?:blad|neem|meenemen|mogen mee|kan mee|schrijf|zet|noteer|bewaar|tijdlijn|kopie)\b", re.IGNORECASE
)
ZELF = re.compile(r"\b(?:zelf|mag (?:vaak|er))\b", re.IGNORECASE)
MAG = re.compile(
    r"\bzomaar\b|\b(?:school|bestuur|dat|het|er|die) (?:\w+ )?(?:mag|moet|hoeft)\b"
    r"|^(?:dat |het )?mag (?:niet|bijna|meestal)\b",
    re.IGNORECASE,
)
"""What a topic says of what to tell, to bring, and of what is allowed."""
KLOPT = "vraagt of dat klopt"
"""So begins `Duiding.waarom` of a question whether something is so, or allowed."""
_GA_DOEN = re.compile(
    r"\b(?:ik|we|wij) (?:ga |gaan |zal |dan )?(?:ze |hem |haar |daar )?(?:bel|bellen|mail|mailen)\b"
    r"|\b(?:vraag|vragen) (?:hem|haar|ze|die|dat|er een) aan\b"
)
"""Who is going to take the step that is open asks about that step."""
_ZIN = re.compile(r"(?<=[.?!]) ")
VAN_STAP = frozenset({"klaarleggen", "zeggen"})
"""Questions about a talk that is to come."""
ALLEEN_TWIJFEL = frozenset({"hoe", "zelf", "intussen", "watis", "weer"})
"""Forms that other questions have too: only where the recogniser knows nothing better."""
WAT_IS = {"samenwerkingsverband": "wat_is_een_samenwerkingsverband", "onderwijsconsulent": "onderwijsconsulent"}
"""Step → the topic that tells who that is."""
ALGEMEEN = frozenset({"hoe_lang_mag_dit", "kind_zit_thuis_wat_nu", "wachtlijst_speciaal", "deels_naar_school"})
"""Topics that any question about the meantime sounds like."""
KORTE_VRAAG = 6
"""`wat is dat` with at most so many words names nothing else."""
ONBEKEND = "duur onbekend"
"""So begins `Duiding.waarom` of a question how long that takes, of a topic that does not say it."""
BETALER = "betaler"
"""Who pays: asked of a place to learn it leans on that, elsewhere it is a question of its own."""
PLEK_GELD = "wie_betaalt_de_plek"
MENS = "praat_met_mens"
OPP = "opp_wat_is_dat"
MEESTE_ZONDER = 9
"""A message that only tells that something is not there has at most so many words."""
VOORVAL = 4
"""Topics of at most this urgency are about something that happened."""


def duid(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    """A question that leans on the last answer; None where there is none to lean on."""
    if _zonder_opp(bericht):
        return Duiding(SOORT, ONTBREEKT, doel=OPP, waarom="er is geen plan (OPP)")
    soort = vraagt(bericht.tekst)
    vorig = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
    if soort in ("kosten", BETALER) and vorig is not None and vorig.plekken is not None:
        return Duiding("onderwerp", PLEK_GELD, onderwerpen=(PLEK_GELD,), waarom=f"wie betaalt, bij {vorig.id}")
    if soort == BETALER:
        return None
    genoemd = _genoemd(bericht.tekst) if soort == "zeggen" else None
    voorval = genoemd == "school" and _over_voorval(toestand, huis)
    if voorval:
        genoemd = None
    if soort == "mail":
        genoemd = _genoemd(bericht.tekst)
    if soort in ("zeggen", "open") and toestand.situatie.stap and _GA_DOEN.search(kaal(bericht.tekst)):
        genoemd = toestand.situatie.stap
    if genoemd and (soort == "mail" or not toestand.situatie.gedaan(genoemd)):
        return Duiding(SOORT, soort, doel=genoemd, waarom=f"vervolgvraag {soort} over {genoemd}")
    noemt = soort not in ALLEEN_TWIJFEL and not voorval and bool(bericht.alle("organisatie"))
    if soort is None or toestand.gekozen(bericht.tekst) is not None or noemt:
        return None
    if soort in ALLEEN_TWIJFEL and _zeker(bericht, toestand, huis):
        return None
    stap, onderwerp = waarover(toestand, huis)
    if soort == "intussen" and (GEEN_SCHOOL in toestand.situatie.situatie or _vraagt_meer(bericht)):
        return None
    if soort == "print":
        return Duiding(SOORT, soort, waarom="vraagt of het te printen is")
    if soort == "watis":
        return _wat_is(stap, onderwerp, bericht, toestand, huis)
    if onderwerp is not None and soort == "duur" and not zegt_iets(soort, onderwerp, toestand, huis):
        onbekend = Duiding(SOORT, soort, waarom=f"{ONBEKEND} bij {onderwerp.id}")
        return onbekend if _klinkt_als_thuis(bericht, toestand) else None
    weet = stap is not None and bool(huis.kennis.stappen[stap].tijd)
    if soort == "duur" and onderwerp is None and not weet and _zeker(bericht, toestand, huis):
        return None
    if soort == "mail" and stap is None and onderwerp is None and toestand.laatst == f"onderwerp:{MENS}":
        return Duiding(SOORT, soort, waarom="vraagt of een mens ook te schrijven is")
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


def _klinkt_als_thuis(bericht: Bericht, toestand: Toestand) -> bool:
    """Whether `hoe lang duurt dat` only sounds like being at home, of a child that was told of, but not that."""
    label = bericht.ranking[0][0] if bericht.ranking else ""
    situatie = toestand.situatie
    thuis = situatie.weken_thuis is not None or "zit_thuis" in situatie.situatie
    return label in ALGEMEEN and situatie.onderwijssoort is not None and not thuis


def _zeker(bericht: Bericht, toestand: Toestand, huis: Huis) -> bool:
    """Whether the recogniser knows a topic for it that was not just told."""
    naam, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    onderwerp = huis.kennis.onderwerpen.get(naam)
    gewoon = onderwerp is not None and onderwerp.urgentie < PRAATJE
    return gewoon and kans >= ZO_GOED_ALS_ZEKER and toestand.laatst != f"onderwerp:{naam}"


def _vraagt_meer(bericht: Bericht) -> bool:
    """Whether a question about the meantime has a topic of its own: `telt dat ondertussen als verzuim`."""
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    return len(bericht.tekst.split()) >= KORTE_VRAAG and kans >= ZEKER and label not in ALGEMEEN


def _wat_is(
    stap: str | None, onderwerp: Onderwerp | None, bericht: Bericht, toestand: Toestand, huis: Huis
) -> Duiding | None:
    """`wie is dat dan` after a step: the topic that explains whom the step is about."""
    genoemd = _genoemd(bericht.tekst)
    kort = len(bericht.tekst.split()) <= KORTE_VRAAG or genoemd is not None
    swv = huis.kennis.samenwerkingsverbanden.get(toestand.situatie.swv or "")
    eigen = swv is not None and bool(swv.naam) and kaal(str(swv.naam)) in kaal(bericht.tekst)
    naam = WAT_IS.get(genoemd or ("samenwerkingsverband" if eigen else stap if onderwerp is None else "") or "")
    if naam is None or not (kort or eigen) or naam not in huis.kennis.onderwerpen:
        return None
    return Duiding("onderwerp", naam, onderwerpen=(naam,), waarom=f"vraagt wat dat is, bij {toestand.laatst}")


def _zonder_opp(bericht: Bericht) -> bool:
    """Whether a short message tells that there is no plan of school, and asks nothing."""
    kort = len(bericht.tekst.split()) <= MEESTE_ZONDER and not VRAAGT.search(bericht.tekst)
    over = {n for n, k in bericht.ranking[:3] if k >= TWIJFEL}
    return kort and bool(over & {OPP, "opp_niet_eens"}) and termijn.zonder_stuk(bericht.tekst, termijn.OPP)


def _over_voorval(toestand: Toestand, huis: Huis) -> bool:
    """Whether something that happened was answered last: then a talk with school is about that."""
    _, onderwerp = waarover(toestand, huis)
    return onderwerp is not None and onderwerp.urgentie <= VOORVAL


def waarover(toestand: Toestand, huis: Huis) -> tuple[str | None, Onderwerp | None]:
    """The step or the topic that was shown last; after a chat (thanks, anger) the step that is open."""
    soort, _, naam = (toestand.laatst or "").partition(":")
    onderwerp = huis.kennis.onderwerpen.get(naam) if soort == "onderwerp" else None
    if onderwerp is not None and onderwerp.urgentie < PRAATJE:
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


def zin_over(
    onderwerp: Onderwerp, patroon: re.Pattern[str], toestand: Toestand, *, ook_thuis: bool = False
) -> str | None:
    """At most two sentences of a topic that speak of it; those on being at home only with `ook_thuis`."""
    variant = kies_variant(onderwerp, toestand.situatie)
    tekst = " ".join((variant.antwoord if variant else onderwerp.antwoord).split())
    gevonden = [z for z in _ZIN.split(tekst) if patroon.search(z) and not z.endswith("?")]
    gevonden = [z for z in gevonden if ook_thuis or "thuis" not in z][:2]
    return " ".join(gevonden) or None
