"""Decides what a message wants: a choice, an answer to our question, a topic, a move in the talk, or none of ours."""

from __future__ import annotations

from dataclasses import dataclass, field

from wegwijzer.gesprek.model import Bericht, Knop, Toestand
from wegwijzer.kennis.model import Kennis
from wegwijzer.taal.schoon import kaal

ZEKER = 0.42
"""From this confidence on a topic is answered at once."""
TWIJFEL = 0.17
"""Below this nothing is understood; between the two, close topics are offered as buttons."""
SAMEN = 0.55
"""The two likeliest topics together must reach this before both are offered."""
KORT = 9
"""A message of at most so many words can be a mere answer to our question."""

ZETTEN = frozenset(
    {
        "bevestigen", "ontkennen", "weet_niet", "sla_over", "gedaan_hielp_niet", "gedaan_hielp", "loopt_nog",
        "nog_niet_gedaan", "volgende_stap", "informeer", "wat_weet_je", "waarom_vraag", "herhaal", "opnieuw",
        "stop", "wis_gesprek", "terug",
    }
)  # fmt: skip
"""Dialogue acts (labels of data/nlu.yml): moves in the talk itself. All other labels are topics."""

BEGRIPPEN = ("leeftijd", "weken_thuis", "onderwijssoort", "richting", "stap_gedaan", "plaats", "gemeente", "pc4", "situatie")


@dataclass(frozen=True)
class Duiding:
    """`soort`: knop, zet, onderwerp, keuze (two close topics), gegevens, buiten_bereik, onduidelijk or leeg."""

    soort: str
    label: str | None = None
    knop: Knop | None = None
    onderwerpen: tuple[str, ...] = ()
    waarom: str = ""
    ook: tuple[str, ...] = field(default=())


def duid(bericht: Bericht, toestand: Toestand, kennis: Kennis, nieuw: list[str]) -> Duiding:
    """`nieuw`: the slots that this message filled or changed."""
    knop = toestand.gekozen(bericht.tekst)
    if knop is not None:
        return Duiding("knop", knop=knop, waarom="titel van een knop")
    woorden = kaal(bericht.tekst).split()
    if not woorden:
        return Duiding("leeg", waarom="geen leesbare tekst")
    ranking = list(bericht.ranking) or [("", 0.0)]
    label, kans = ranking[0]
    beantwoordt = _beantwoordt(toestand.vraag, nieuw)
    if beantwoordt and (len(woorden) <= KORT or label in ZETTEN or kans < ZEKER):
        return Duiding("gegevens", waarom=f"antwoord op de vraag '{toestand.vraag}'")
    gegevens = [v for v in bericht.vondsten if v.entity in BEGRIPPEN]
    if label in ZETTEN and label != "informeer" and kans >= TWIJFEL and (kans >= ZEKER or len(woorden) <= KORT):
        return Duiding("zet", label, waarom=f"zet {label} ({kans:.2f})")
    onderwerpen = [(naam, k) for naam, k in bericht.gehoord if naam in kennis.onderwerpen]
    if label in kennis.onderwerpen and kans >= ZEKER:
        return _onderwerp(label, kans, onderwerpen, kennis)
    if label == "informeer" and (gegevens or nieuw):
        return Duiding("gegevens", waarom="alleen gegevens")
    if (gegevens or nieuw) and kans < ZEKER and len(woorden) <= KORT + 6:
        return Duiding("gegevens", waarom=f"gegevens; onderwerp onzeker ({kans:.2f})")
    if onderwerpen and onderwerpen[0][1] >= ZEKER:
        return _onderwerp(onderwerpen[0][0], onderwerpen[0][1], onderwerpen, kennis)
    top = [(n, k) for n, k in ranking if n in kennis.onderwerpen and n != "buiten_bereik"][:3]
    if top and kans >= TWIJFEL and label != "buiten_bereik":
        if len(top) > 1 and top[0][1] < 2 * top[1][1] and top[0][1] + top[1][1] >= TWIJFEL * 2:
            return Duiding("keuze", onderwerpen=tuple(n for n, _ in top[:2]), waarom="twee onderwerpen liggen dicht bijeen")
        return _onderwerp(top[0][0], top[0][1], onderwerpen, kennis)
    if gegevens or nieuw:
        return Duiding("gegevens", waarom="alleen gegevens herkend")
    if label == "buiten_bereik":
        return Duiding("buiten_bereik", label, waarom=f"buiten bereik ({kans:.2f})")
    return Duiding("onduidelijk", waarom=f"niets boven {TWIJFEL} (hoogste {label} {kans:.2f})")


def _onderwerp(label: str, kans: float, gehoord: list[tuple[str, float]], kennis: Kennis) -> Duiding:
    """The most urgent of the topics heard is answered; the others are offered."""
    if label == "buiten_bereik":
        return Duiding("buiten_bereik", label, waarom=f"buiten bereik ({kans:.2f})")
    namen = [label, *(n for n, _ in gehoord if n != label and n != "buiten_bereik")]
    namen.sort(key=lambda n: kennis.onderwerpen[n].urgentie)
    eerste = namen[0]
    return Duiding("onderwerp", eerste, onderwerpen=tuple(namen), waarom=f"onderwerp {eerste} ({kans:.2f})")


def _beantwoordt(vraag: str | None, nieuw: list[str]) -> bool:
    antwoord_op = {
        "onderwijssoort": {"onderwijssoort", "leeftijd", "richting", "situatie"},
        "plaats": {"plaats", "gemeente", "pc4", "swv"},
        "plaats_thuis": {"plaats", "gemeente", "pc4", "swv"},
        "pc4": {"pc4", "plaats", "gemeente", "swv"},
        "welke": {"plaats", "gemeente", "pc4", "swv"},
        "stap": {"stappen_gedaan"},
    }
    return bool(antwoord_op.get(vraag or "", set()) & set(nieuw))
