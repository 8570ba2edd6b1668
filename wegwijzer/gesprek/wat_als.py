"""What if it does not help: "en als school daar niks mee doet?" gets the next rung of the road, with its reason."""

from __future__ import annotations

import re

from wegwijzer.gesprek import stappen, vragen
from wegwijzer.gesprek.duiding import UITLEG as LEGT_UIT
from wegwijzer.gesprek.duiding import ZEKER, ZO_GOED_ALS_ZEKER, Duiding
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.gesprek.vervolgregels import UITLEG
from wegwijzer.gesprek.zaak import ONEENS
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN, Onderwerp
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import GEEN_SCHOOL, volgende_stap
from wegwijzer.pad.stapinhoud import VERBAND, kaarten_van
from wegwijzer.taal.schoon import kaal, zinnen
from wegwijzer.taal.situatie.teruggenomen import PARTIJEN

SOORT = "wat_als"
"""`Duiding.soort`; the label is the step that might bring nothing."""
MEESTE = 18
"""A message with such a question has at most so many words."""
LAATST = ("klacht", "inspectie")
"""Never named before the steps that come first are behind the parent."""
_PARTIJ = (
    r"(?:(?:de|het|mijn|onze|die|dat|hun|haar|zijn) )?(?:"
    + "|".join(p for s, p in PARTIJEN.items() if s != "klacht")
    + r"|schoolbestuur|bestuur|schoolleiding|gemeente|leerplicht\w*|ambtenaar)"
)
_ALS = re.compile(
    r"^(?:(?:en|maar|ok|oke|ja|nou|dus|goed|dan|hm) ){0,3}"
    r"(?:(?:wat|hoe|wie)(?: \w+){0,5}? )?(?:als|stel dat|stel) (?:nou |nu |dan )?"
    rf"(?:(?P<partij>{_PARTIJ})|(?P<ze>ze|zij|die|hij)|(?P<ding>dat|dit|het|daar|er))\b(?P<rest>(?: \w+){{1,12}})$"
)
_NEE = re.compile(
    r"\b(?:nee|weiger\w*|negeer\w*|negeren|afwij[sz]\w*|afwimpel\w*|volhoud\w*|tegenwerk\w*|vasthoud\w*)\b"
    r"|\bnaast zich neer\w*\b|\b(?:blijft|blijven|blijf)\b"
    r"|\b(?:niet|niks|niets|nix|nooit|niemand|geen)\b(?: \w+){0,6}? ?"
    r"\b(?:doet|doen|help\w*|werk\w*|meewerk\w*|luk\w*|lukken|reageer\w*|reageren|luister\w*|wil|willen|kan|kunnen"
    r"|gebeurt|verandert|oplever\w*|antwoord\w*|komt|komen|geloo?[fv]\w*|nemen|neemt|geven|geeft|opneemt|opnemen|belt"
    r"|bellen|terugbel\w*|zegt|zeggen|uitkom\w*|meer|plek|plan|hulp|antwoord|reactie|zin|oplossing|uit|mag|mogen"
    r"|tijd|geld|plaats|ruimte|interesse|horen|hoor|hoort)\b"
)
_KIND = re.compile(
    r"\b(?:kind|zoon|dochter|zoontje|dochtertje|naar school|naar binnen|uit bed|thuis"
    r"|(?:op|van) (?:die|deze|zijn|haar|een andere|de) school)\b"
)
_ZEGT_NEE = re.compile(
    r"^(?:(?:en|maar|ja|nou|want|tja) ){0,2}"
    rf"(?:(?P<partij>{_PARTIJ}) (?:zegt|zeggen|zei|vindt|wil|kan|doet|geeft|heeft|reageert|luistert|weigert|regelt)"
    r"|(?:ze|zij|die) (?:zeggen|zeiden|vinden|willen|kunnen|doen|geven|hebben|reageren|luisteren|weigeren|regelen))\b"
    r"(?P<rest>(?: \w+){0,14})$"
)
_DOET_NIETS = re.compile(r"^(?: \w+){0,3}? (?:niks|niets|nix|niet|nooit|geen \w+)(?: \w+){0,3}$")
_ALS_ANDER = re.compile(
    r"^(?:(?:en|maar|wat|dus) ){0,2}als (?:(?P<hij>hij|zij|ze|die)|(?:(?:de|het|mijn|onze|zijn|haar) )?"
    r"(?:huisarts|arts|dokter|jeugdarts|psycholoog|gemeente|wijkteam|vader|moeder|ex|voogd|vervoerder|leerplicht\w*"
    r"|ambtenaar|behandelaar|ggz))\b(?P<rest>(?: \w+){1,10})$"
)
MET_EEN_ANDER = frozenset({"andere_verzorger_gezag"})
"""Topics after which `hij` is no child."""
ANDER = "ander"
_ENKEL = re.compile(r"\b(?:wil|kan|weigert|durft|gaat|zegt|doet|luistert|reageert|blijft|mag|komt)\b")
"""After `ze` or `hij`: one person, perhaps the child."""


def vraagt(tekst: str) -> bool:
    """Whether a message asks what follows when something brings nothing, whatever it leans on."""
    als = _ALS.match(kaal((zinnen(tekst) or [""])[-1]))
    return als is not None and _NEE.search(als["rest"]) is not None and not _KIND.search(als["rest"])


def duid(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    """A question what follows when a step, or what a topic says to do, brings nothing; None for all else."""
    tekst = kaal((zinnen(bericht.tekst) or [""])[-1])
    if toestand.gekozen(bericht.tekst) is not None or len(kaal(bericht.tekst).split()) > MEESTE:
        return None
    als = _ALS.match(tekst)
    if als is None or not _NEE.search(als["rest"]):
        return None
    stap, onderwerp = _waarover(als["partij"] or "", toestand, huis)
    voorval = onderwerp is not None and onderwerp.id in ONEENS
    mens = als["ze"] is not None and onderwerp is not None and not voorval and _ENKEL.search(als["rest"])
    if stap is None or mens or _KIND.search(als["rest"]):
        return None
    if voorval and als["partij"] is None:
        stap = "school"  # whose decision it is
    if (volgt := _onderwerp_dat_volgt(bericht, onderwerp, als["partij"], huis)) is not None:
        return Duiding("onderwerp", volgt, onderwerpen=(volgt,), waarom=f"wat als niet, na {toestand.laatst}")
    return Duiding(SOORT, stap, waarom=f"wat als {stap} niets oplevert, bij {toestand.laatst}")


def ander(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding:
    """`en als de huisarts dat niet wil?`: somebody who is no step of the road, and nothing (new) was understood."""
    soort, _, vorig = (toestand.laatst or "").partition(":")
    niets = duiding.soort in ("keuze", "onduidelijk") or (duiding.soort == "onderwerp" and duiding.label == vorig)
    als = _ALS_ANDER.match(kaal(bericht.tekst)) if niets and soort == "onderwerp" else None
    if als is None or not _NEE.search(als["rest"]) or (als["hij"] and vorig not in MET_EEN_ANDER):
        return duiding
    return Duiding(SOORT, ANDER, waarom=f"wat als een ander niet wil, na {toestand.laatst}")


def weigering(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    """A statement that a party says no or does nothing, where nothing else was understood: the rung after it."""
    tekst = kaal(bericht.tekst)
    nee = _ZEGT_NEE.match(tekst)
    if nee is None or "?" in bericht.tekst or not toestand.laatst:
        return None
    if not (_NEE.search(tekst) or _DOET_NIETS.match(nee["rest"])) or (_KIND.search(tekst) and not nee["partij"]):
        return None
    stap, _ = _waarover(nee["partij"] or "", toestand, huis)
    return Duiding(SOORT, stap, waarom=f"zegt dat {stap} niets doet, bij {toestand.laatst}") if stap else None


def _waarover(partij: str, toestand: Toestand, huis: Huis) -> tuple[str | None, Onderwerp | None]:
    """The step that is spoken of, and the topic that was answered last (None where a step was)."""
    soort, _, naam = (toestand.laatst or "").partition(":")
    onderwerp = huis.kennis.onderwerpen.get(naam) if soort == "onderwerp" else None
    genoemd = next((s for s, p in PARTIJEN.items() if s != "klacht" and re.search(rf"\b{p}\b", partij)), None)
    if genoemd is not None and (toestand.laatst or toestand.situatie.stap):
        return genoemd, onderwerp
    if soort == "stap":
        return naam, None
    if onderwerp is not None and onderwerp.urgentie < 7:
        legt_uit = onderwerp.id in LEGT_UIT or onderwerp.id in UITLEG.get(onderwerp.stap or "", ())
        return (onderwerp.stap if legt_uit else _waar(toestand.situatie)), onderwerp
    return toestand.situatie.stap, None


def _waar(situatie: Situatie) -> str | None:
    """Where the parent stands: the step that was shown and is open, else the last that was done, else the first."""
    if situatie.stap and not situatie.gedaan(situatie.stap):
        return situatie.stap
    return situatie.stappen_gedaan[-1] if situatie.stappen_gedaan else volgende_stap(situatie).stap


def _onderwerp_dat_volgt(bericht: Bericht, onderwerp: Onderwerp | None, partij: str | None, huis: Huis) -> str | None:
    """The topic that the message is about where that is sure: what comes after the last one, or of a party named.

    What that party is, nobody asks so: `en als het swv geen tijd heeft?`.
    """
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    if label not in huis.kennis.onderwerpen or huis.kennis.onderwerpen[label].urgentie >= 7:
        return None
    volgt = onderwerp is not None and label in onderwerp.verder and kans >= ZEKER
    if onderwerp is not None and label == onderwerp.id:
        return None
    van_partij = partij and kans >= ZO_GOED_ALS_ZEKER and label not in LEGT_UIT
    return label if volgt or van_partij else None


def hierna(stap: str, situatie: Situatie) -> str | None:
    """The rung after `stap` that is not done; a complaint only when nothing that comes before it is left."""
    zonder = situatie.zonder_samenwerkingsverband() is not None
    over = [
        s
        for s in STAPPEN
        if not situatie.gedaan(s)
        and s != stap
        and not (s == VERBAND and zonder)
        and not (s == "school" and GEEN_SCHOOL in situatie.situatie)
    ]
    later = [s for s in over if STAPPEN.index(s) > STAPPEN.index(stap)]
    eerder = [s for s in over if s not in LAATST]
    if later and later[0] in LAATST and eerder:
        return eerder[0]
    return later[0] if later else volgende_stap(situatie).stap if over else None


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The next rung with its reason and contact; the place is asked where its door is not known."""
    stap = str(duiding.label)
    if stap == ANDER:
        onderwerp = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
        knoppen = vervolgknoppen(toestand, huis, onderwerp.verder if onderwerp else ())
        tekst = stappen.tekst_met_nummers("vervolg_nee_ander", huis)
        return Beurt((Antwoord(tekst, knoppen),), toestand, "pad", ("pad",), duiding.waarom)
    kort = huis.kennis.stappen[stap].kort
    return _verder("vervolg_nee", kort, hierna(stap, toestand.situatie), bericht, toestand, huis, duiding.waarom)


def overgeslagen(bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt | None:
    """The rung after the step that the parent wants to pass by; that step itself stays open."""
    stap = toestand.situatie.stap
    volgende = hierna(stap, toestand.situatie) if stap else None
    if stap is None or volgende is None or volgende in LAATST:
        return None
    waarom = f"{stap} overgeslagen"
    return _verder("stap_overgeslagen", huis.kennis.stappen[stap].kort, volgende, bericht, toestand, huis, waarom)


def _verder(
    sleutel: str, kort: str, volgende: str | None, bericht: Bericht, toestand: Toestand, huis: Huis, waarom: str
) -> Beurt:
    kennis, situatie = huis.kennis, toestand.situatie
    if volgende is None:
        regels, kaarten = [stappen.tekst_met_nummers("alle_stappen_gedaan", huis)], []
    else:
        naam, reden = kennis.stappen[volgende].naam, kennis.tekst(f"reden_{volgende}")
        kaarten = kaarten_van(kennis.stappen[volgende], situatie, kennis)
        regels = [f"{kennis.tekst(sleutel, kort=kort, volgende=naam[:1].lower() + naam[1:])} {reden}"]
        regels += stappen.contactregels(kaarten, huis)[:1]
        toestand.laatst = f"stap:{volgende}"
    data = [k.data(bericht.nu) for k in kaarten]
    tekst = Antwoord("\n".join(regels), custom={"kaart": data[0], "kaarten": data} if data else {})
    waarom = f"{waarom}; daarna: {volgende}"
    if terug := vragen.kom_terug(toestand, huis):
        return Beurt((tekst, terug), toestand, "pad", ("pad",), waarom)
    if volgende == VERBAND and not situatie.swv and (vraag := stappen.open_deurvraag(toestand, huis)):
        toestand.doelstap = VERBAND
        return Beurt((tekst, vraag), toestand, "pad", ("pad",), f"{waarom}; gevraagd: {toestand.vraag}")
    onderwerp = kennis.onderwerpen.get(situatie.onderwerp or "")
    if situatie.stap and not situatie.gedaan(situatie.stap):
        knoppen = stappen.stapknoppen(toestand, huis)
    else:
        knoppen = vervolgknoppen(toestand, huis, onderwerp.verder if onderwerp else ())
    return Beurt((Antwoord(tekst.tekst, knoppen, tekst.custom),), toestand, "pad", ("pad",), waarom)
