"""Decides what a message wants: a choice, an answer to our question, a topic, a move in the talk, or none of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import simplemma

from wegwijzer.gesprek import genoemd
from wegwijzer.gesprek.model import Bericht, Knop, Toestand
from wegwijzer.gesprek.vraagzin import VRAAGT, vraagt_iets_bepaalds
from wegwijzer.kennis.model import Buur, Kennis
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.zekerheid import geijkt

ZEKER = 0.35
"""From this confidence on a topic is answered without looking at anything else."""
TWIJFEL = 0.1
"""Below this the two likeliest topics are only offered; between the two the likeliest is answered, the next offered."""
HALF = 0.5
"""Below this a message of some length that tells what we asked is no more than that."""
ONZEKER = 0.15
"""A short message with facts whose topic is less sure than this is taken as facts."""
ZO_GOED_ALS_ZEKER = 0.65
"""From this confidence on the message asks about its topic, whatever else it tells."""
VOORRANG = genoemd.VOORRANG
LUID = 0.98
"""How sure that sentence must be where the main topic is as good as sure."""
PRAATJE = 7
"""From this urgency on a topic is small talk or about the assistant."""
SAMEN = 0.08
"""The two likeliest topics together must reach this to be offered; below it the message is not understood."""
MIDDELBAAR = 13
"""From this age on a child is not at a school for the youngest (years)."""
KORT = 9
"""A message of at most so many words can be a mere answer to our question."""
HEEL_KORT = 4
"""So few words with a fact are no more than that fact, unless their topic is sure: `al sinds september`."""

ZETTEN = frozenset(
    {
        "bevestigen", "ontkennen", "weet_niet", "sla_over", "gedaan_hielp_niet", "gedaan_hielp", "loopt_nog",
        "nog_niet_gedaan", "volgende_stap", "informeer", "wat_weet_je", "waarom_vraag", "herhaal", "opnieuw",
        "stop", "wis_gesprek", "terug", "maak_plan", "bereid_gesprek_voor",
    }
)  # fmt: skip
"""Dialogue acts (labels of data/nlu.yml): moves in the talk itself. All other labels are topics."""

OVER_HET_GESPREK = frozenset({"wat_weet_je", "waarom_vraag", "herhaal", "terug", "opnieuw", "stop", "wis_gesprek"})
"""Moves that are about the talk; the others go on with the road."""

ALS_ONDERWERP = {"maak_plan": "brief_of_plan", "bereid_gesprek_voor": "hoe_praat_ik_met_school"}
"""Moves that ask for what a topic is about: heard as that topic, and then carried out."""
DOEL = {"bereid_gesprek_voor": "voorbereiding:"}
"""What is done for such a move instead of the topic's text (`Duiding.doel`)."""

VERSLAG = frozenset({"gedaan_hielp_niet", "gedaan_hielp", "loopt_nog", "nog_niet_gedaan"})
"""Moves that parents tell at length."""

VERGIST = re.compile(r"\b(?:verkeerde (?:knop|klik)|verkeerd ge(?:drukt|klikt)|per ongeluk (?:op|ge(?:drukt|klikt)))\b")
_LETTER = re.compile(r"[^\W\d_]")
EMOJI = {"👍": "bevestigen", "👌": "bevestigen", "✅": "bevestigen", "👎": "ontkennen", "❌": "ontkennen"}
OPEN_ANTWOORD = ("plaats", "plaats_thuis", "plaats_plek", "welke", "pc4")
"""Questions to which any word may be meant as the answer."""

ALLEEN_ZEKER = frozenset(
    {"buiten_bereik", "jongere_zelf", "crisis_ouder_op", "crisis_kind_suicidaal", "veiligheid_thuis", "professional"}
)
"""Topics that do harm when guessed: only a sure message gets them."""
GEBEURD = {"verwijderd": "verwijdering", "geschorst": "schorsing"}
"""What just happened to the child is what a message is about in which no topic is sure."""

UITLEG = frozenset(
    {
        "onderwijsconsulent", "samenwerkingsverband_vinden", "wat_is_een_samenwerkingsverband", "wat_is_een_steunpunt",
        "inspectie_melden", "klacht_indienen", "ouders_en_onderwijs_bellen", "balans_bellen",
    }
)  # fmt: skip
"""Topics that explain a step: who tells that the step was done does not ask for them."""
AANBOD = 0.1
"""A second topic that is this likely is offered: one in three of these is right (docs/understanding.md)."""
BUUR = 0.25
"""From this confidence on a neighbouring matter that the message names goes before a topic less than nearly sure."""
JONGERE = "jongere_zelf"
CRISIS, SOMBER = "crisis_kind_suicidaal", "psychische_klachten"
"""What is not sure enough to be answered as danger, and what it is then about."""
OUDER_OP = "crisis_ouder_op"
BIJZAAK = frozenset(
    {
        "advocaat_nodig", "iemand_meenemen_naar_gesprek", "inspectie_melden", "kinderombudsman", "dossier_tijdlijn",
        "ouders_en_onderwijs_bellen", "particuliere_school", "wie_doet_wat", "brief_of_plan",
    }
)  # fmt: skip
"""Topics that parents ask about beside what happened: a decision or threat that a sentence tells goes before them."""
_OPDRACHT = re.compile(
    r"\b(?:negeer|ignore|disregard|vergeet alles?|vergeet (?:al )?(?:je|jouw|uw|vorige|eerdere))\b(?: \w+){0,4}"
    r" (?:instructies|instructie|opdrachten|prompt|regels|instructions|rules)\b"
)
"""An order to the machine, whatever it goes on about."""
BEGRIPPEN = (
    "leeftijd",
    "weken_thuis",
    "onderwijssoort",
    "richting",
    "stap_gedaan",
    "plaats",
    "gemeente",
    "pc4",
    "situatie",
)


@dataclass(frozen=True)
class Duiding:
    """`soort`: knop, zet, onderwerp, keuze (two close topics), gegevens, buiten_bereik, onduidelijk or leeg."""

    soort: str
    label: str | None = None
    knop: Knop | None = None
    onderwerpen: tuple[str, ...] = ()
    waarom: str = ""
    ook: tuple[str, ...] = field(default=())
    doel: str | None = None


def duid(bericht: Bericht, toestand: Toestand, kennis: Kennis, nieuw: list[str]) -> Duiding:
    """`nieuw`: the slots that this message filled or changed."""
    uit = _duid(bericht, toestand, kennis, nieuw)
    zet = bericht.ranking[0][0] if bericht.ranking else ""
    if uit.soort == "onderwerp" and zet in DOEL and ALS_ONDERWERP[zet] == uit.label:
        return replace(uit, doel=DOEL[zet])
    return uit


def _duid(bericht: Bericht, toestand: Toestand, kennis: Kennis, nieuw: list[str]) -> Duiding:
    nieuw = [n for n in nieuw if n != "kind"]
    knop = toestand.gekozen(bericht.tekst)
    if knop is not None:
        return Duiding("knop", knop=knop, waarom="titel van een knop")
    woorden = kaal(bericht.tekst).split()
    if not woorden and (zet := EMOJI.get(bericht.tekst[:1])):
        return Duiding("zet", zet, waarom=f"emoji als {zet}")
    if not woorden:
        return Duiding("leeg", waarom="geen leesbare tekst")
    if VERGIST.search(bericht.tekst.lower()):
        return Duiding("zet", "terug", waarom="vergissing")
    if _OPDRACHT.search(" ".join(woorden)):
        return Duiding("buiten_bereik", "buiten_bereik", waarom="opdracht aan het programma")
    ranking = passend(_zonder_zetten(_samen(bericht.ranking), len(woorden)), bericht, kennis)
    label, kans = _voorgetrokken(ranking, bericht, kennis)
    beantwoordt = _beantwoordt(toestand.vraag, nieuw)
    vertelt = len(woorden) <= KORT + 6 and not VRAAGT.search(bericht.tekst)
    meldt = sum(k for n, k in ranking[:2] if n in kennis.onderwerpen)
    if beantwoordt and (len(woorden) <= KORT or label in ZETTEN or meldt < (HALF if vertelt else ZEKER)):
        return Duiding("gegevens", waarom=f"antwoord op de vraag '{toestand.vraag}'")
    kaal_antwoord = len(woorden) <= 3 and "?" not in bericht.tekst and (label not in ZETTEN or label == "informeer")
    if toestand.vraag in OPEN_ANTWOORD and kaal_antwoord and not nieuw:
        return Duiding("onduidelijk", waarom=f"geen antwoord op de vraag '{toestand.vraag}'")
    if toestand.vraag is None and not nieuw and len(woorden) > 1 and not _LETTER.search(bericht.tekst):
        return Duiding("buiten_bereik", "buiten_bereik", waarom="geen enkele letter")
    gegokt = toestand.taal is None if label == "buiten_bereik" else len(woorden) == 1 and kans < ZO_GOED_ALS_ZEKER
    if gegokt and not nieuw and not bericht.vondsten and onzin(woorden):
        return Duiding("onduidelijk", waarom="geen bestaande woorden")
    gegevens = [v for v in bericht.vondsten if v.entity in BEGRIPPEN]
    gemeld = {v.waarde for v in bericht.alle("stap_gedaan")}
    if label == "gedaan_hielp_niet" and gemeld and toestand.situatie.stap not in gemeld:
        return Duiding("gegevens", waarom="zegt welke stap gedaan is")
    if label in ("bevestigen", "ontkennen") and nieuw:
        return Duiding("gegevens", waarom=f"{label} met nieuwe gegevens")
    if label in ZETTEN and label != "informeer" and kans >= TWIJFEL and (kans >= ZEKER or len(woorden) <= KORT):
        return Duiding("zet", label, waarom=f"zet {label} ({kans:.2f})")
    onderwerpen = genoemd.gehoord(
        replace(bericht, ranking=_samen(bericht.ranking), gehoord=_samen(bericht.gehoord)), kennis
    )
    nieuwe = [v.waarde for v in bericht.alle("situatie")]
    if (
        "stappen_gedaan" in nieuw
        and label in UITLEG
        and kennis.onderwerpen[label].stap in gemeld - {"school"}
        and kans < ZO_GOED_ALS_ZEKER
        and not vraagt_iets_bepaalds(bericht.tekst)
    ):
        naast, kans = next((p for p in ranking if p[0] != label), ("", 0.0))
        if kans >= TWIJFEL and VRAAGT.search(bericht.tekst) and _aan_te_bieden(naast, kennis) and naast not in UITLEG:
            return _onderwerp(naast, kans, onderwerpen, kennis)
        return Duiding("gegevens", waarom=f"stap van onderwerp {label} is net als gedaan gemeld")
    praatje = label in kennis.onderwerpen and kennis.onderwerpen[label].urgentie >= PRAATJE and len(woorden) > KORT
    praatje = praatje and label not in ALLEEN_ZEKER
    if praatje and onderwerpen and kans < ZO_GOED_ALS_ZEKER:
        return _gehoord(ranking, onderwerpen, kennis)
    if label in kennis.onderwerpen and kans >= ZEKER:
        ook = tuple(n for n, k in ranking[:3] if n != label and k >= AANBOD and _aan_te_bieden(n, kennis))
        return replace(_onderwerp(label, kans, onderwerpen, kennis), ook=ook)
    if "situatie" in nieuw and (eigen := next((n for s, n in GEBEURD.items() if s in nieuwe), None)):
        return _onderwerp(eigen, kans, onderwerpen, kennis)
    if label == "informeer" and (gegevens or nieuw):
        return Duiding("gegevens", waarom="alleen gegevens")
    if (gegevens or nieuw) and kans < ZEKER and len(woorden) <= HEEL_KORT and "?" not in bericht.tekst:
        return Duiding("gegevens", waarom=f"hooguit {HEEL_KORT} woorden met gegevens ({label} {kans:.2f})")
    if (gegevens or nieuw) and kans < ONZEKER and len(woorden) <= KORT + 6:
        return Duiding("gegevens", waarom=f"gegevens; onderwerp onzeker ({kans:.2f})")
    gewoon = label in kennis.onderwerpen and kennis.onderwerpen[label].urgentie < PRAATJE and label not in ALLEEN_ZEKER
    gewoon = gewoon and genoemd.klinkt_niet_alleen_zo(label, bericht)
    if label == CRISIS and dict(ranking).get(SOMBER, 0.0) >= SAMEN / 2:
        return _onderwerp(SOMBER, kans, [], kennis)
    if onderwerpen and (kans < TWIJFEL or not gewoon):
        return _gehoord(ranking, onderwerpen, kennis)
    if label == "buiten_bereik" and kans >= TWIJFEL:
        return Duiding("buiten_bereik", label, waarom=f"buiten bereik ({kans:.2f})")
    top = [(n, k) for n, k in ranking if n in kennis.onderwerpen and n not in ALLEEN_ZEKER][:2]
    if top and top[0][1] >= TWIJFEL:
        duiding = _onderwerp(top[0][0], top[0][1], onderwerpen, kennis)
        ook = tuple(n for n, k in top[1:] if k >= top[0][1] / 2)
        return replace(duiding, ook=ook)
    if (gegevens or nieuw) and len(woorden) <= 4 * KORT:
        return Duiding("gegevens", waarom="alleen gegevens herkend")
    if len(top) == 2 and top[0][1] + top[1][1] >= SAMEN:
        namen = [n for n, _ in ranking if n in kennis.onderwerpen and n not in ALLEEN_ZEKER]
        namen = [n for n in namen if kennis.onderwerpen[n].urgentie <= PRAATJE][:2]
        return Duiding("keuze", onderwerpen=tuple(namen), waarom="geen onderwerp is zeker genoeg")
    if gegevens or nieuw:
        return Duiding("gegevens", waarom="alleen gegevens herkend")
    return Duiding("onduidelijk", waarom=f"niets boven {TWIJFEL} (hoogste {label} {kans:.2f})")


def _gehoord(ranking: list[tuple[str, float]], gehoord: list[tuple[str, float]], kennis: Kennis) -> Duiding:
    """Where the whole message is not sure: of what its sentences ask, that which the whole message points to most."""
    geheel = dict(ranking)
    naam, kans = max(
        gehoord, key=lambda g: (g[0] != OUDER_OP, round(geheel.get(g[0], 0.0), 1), g[0] not in BIJZAAK, g[1])
    )
    return _onderwerp(naam, kans, gehoord, kennis)


def _voorgetrokken(ranking: list[tuple[str, float]], bericht: Bericht, kennis: Kennis) -> tuple[str, float]:
    """The likeliest label, unless the words themselves show a less likely one: a neighbouring matter, a pupil."""
    label, kans = ranking[0]
    kansen = dict(ranking)
    onderwerp = kennis.onderwerpen.get(label)
    if onderwerp is None or onderwerp.urgentie <= VOORRANG:
        return label, kans
    if kans < ZO_GOED_ALS_ZEKER and kansen.get("buiten_bereik", 0.0) >= BUUR and buur(bericht.tekst, kennis):
        return "buiten_bereik", kansen["buiten_bereik"] + kans
    zelf = any(v.waarde == JONGERE for v in bericht.alle("situatie"))
    if zelf and kans < ZEKER and kansen.get(JONGERE, 0.0) >= TWIJFEL:
        return JONGERE, ZEKER
    return label, kans


def _aan_te_bieden(naam: str, kennis: Kennis) -> bool:
    return naam in kennis.onderwerpen and kennis.onderwerpen[naam].urgentie < 7 and naam not in ALLEEN_ZEKER


def buur(tekst: str, kennis: Kennis) -> Buur | None:
    """The neighbouring matter that the message names."""
    woorden = f" {kaal(tekst)} "
    buren = kennis.onderwerpen["buiten_bereik"].buren
    return next((b for b in buren if any(f" {kaal(w)} " in woorden for w in b.woorden)), None)


def onzin(woorden: list[str]) -> bool:
    """Whether hardly a word of some length is Dutch or English: keys hit at random."""
    lange = [w for w in woorden if len(w) > 2]
    bekend = sum(not w.isascii() or simplemma.is_known(w, lang=("nl", "en")) for w in lange)
    return bool(lange) and bekend <= len(lange) / 3


def passend(ranking: Sequence[tuple[str, float]], bericht: Bericht, kennis: Kennis) -> list[tuple[str, float]]:
    """Without the topics that are not for the kind of school that the message names (`voor` of the topic).

    At the mbo parents rightly ask about what is not for them: the answer says so.
    """
    soorten = {v.waarde for v in bericht.alle("onderwijssoort")}
    leeftijden = [int(v.waarde) for v in bericht.alle("leeftijd")]
    if not soorten and leeftijden and min(leeftijden) >= MIDDELBAAR:
        soorten = {"vo", "vso", "pro"}
    if not soorten or "mbo" in soorten:
        return list(ranking)
    past_niet = {n for n, o in kennis.onderwerpen.items() if not soorten & set(o.voor)}
    return [paar for paar in ranking if paar[0] not in past_niet] or list(ranking)


def _samen(ranking: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The moves of ALS_ONDERWERP counted with their topic, the likeliest first."""
    if not any(n in ALS_ONDERWERP for n, _ in ranking):
        return list(ranking)
    som: dict[str, float] = {}
    for naam, kans in ranking:
        naam = ALS_ONDERWERP.get(naam, naam)
        som[naam] = min(1.0, som.get(naam, 0.0) + kans)
    return sorted(som.items(), key=lambda paar: -paar[1])


def _zonder_zetten(ranking: Sequence[tuple[str, float]], woorden: int) -> list[tuple[str, float]]:
    """In a longer message a move in the talk is seldom all there is: mere facts and a bare yes or no count less."""
    over = list(ranking)
    if woorden > KORT:
        over = [(n, k) for n, k in over if n not in ZETTEN or n in VERSLAG]
        som = sum(k for _, k in over) or 1.0
        weg = sum(k for n, k in ranking if n in ZETTEN and n not in VERSLAG)
        over = [(n, k / som * (som + weg / 2)) for n, k in over]
    return over or [("", 0.0)]


def als_onderwerpen(tekst: str, ranking: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking in the contract's words, with honest confidences, the likeliest first.

    Moves in the talk become `gesprek` or `pad`.
    """
    uit: dict[str, float] = {}
    for label, kans in _zonder_zetten(_samen(ranking), len(kaal(tekst).split())):
        naam = label if label not in ZETTEN else "gesprek" if label in OVER_HET_GESPREK else "pad"
        uit[naam] = uit.get(naam, 0.0) + kans
    return geijkt(sorted(uit.items(), key=lambda paar: -paar[1]))


def _onderwerp(label: str, kans: float, gehoord: list[tuple[str, float]], kennis: Kennis) -> Duiding:
    """The most urgent of the topics heard is answered; the others are offered."""
    if label == "buiten_bereik":
        return Duiding("buiten_bereik", label, waarom=f"buiten bereik ({kans:.2f})")
    namen = [label, *(n for n, _ in gehoord if n != label and n != "buiten_bereik")]
    gehoord_met = dict(gehoord)
    dringend = [
        n
        for n in namen
        if kennis.onderwerpen[n].urgentie <= VOORRANG
        and (n == label or kans < ZO_GOED_ALS_ZEKER or label in BIJZAAK or gehoord_met.get(n, 0.0) >= LUID)
        and (n == label or n in genoemd.GEBEURD or label in BIJZAAK or gehoord_met.get(n, 0.0) > genoemd.GENOEMD)
        and (n == label or n != OUDER_OP)
    ]
    namen.sort(key=lambda n: kennis.onderwerpen[n].urgentie if n in dringend else VOORRANG + 1)
    eerste = namen[0]
    return Duiding("onderwerp", eerste, onderwerpen=tuple(namen), waarom=f"onderwerp {eerste} ({kans:.2f})")


def _beantwoordt(vraag: str | None, nieuw: list[str]) -> bool:
    antwoord_op = {
        "onderwijssoort": {"onderwijssoort", "leeftijd", "richting", "situatie"},
        "plaats": {"plaats", "gemeente", "pc4", "swv"},
        "plaats_thuis": {"plaats", "gemeente", "pc4", "swv"},
        "plaats_plek": {"plaats", "gemeente", "pc4", "swv"},
        "pc4": {"pc4", "plaats", "gemeente", "swv"},
        "welke": {"plaats", "gemeente", "pc4", "swv"},
        "stap": {"stappen_gedaan"},
    }
    return bool(antwoord_op.get(vraag or "", set()) & set(nieuw))
