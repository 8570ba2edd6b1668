"""Held-out questions: are they answered with the right topic?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wegwijzer.evaluatie.getallen import deel, kalibratie, macro_f1
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import projectmap

GEVAAR = frozenset({"crisis_kind_suicidaal", "crisis_ouder_op", "veiligheid_thuis", "onveilig_op_school_geweld"})
"""Questions about these may rightly be answered with the danger numbers."""
BUITEN = "buiten_bereik"
_LADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""By libyaml where it is there: the same result in a tenth of the time."""


@dataclass(frozen=True)
class Testvraag:
    """One held-out question: its text, the topics that are right (the first is meant), what is hard about it, and the
    round in which it was written."""

    tekst: str
    goed: tuple[str, ...]
    soort: tuple[str, ...]
    ronde: int = 1


def testvragen(map_: Path | None = None) -> list[Testvraag]:
    """The questions of tests/vragen."""
    vragen = []
    for pad in sorted((map_ or projectmap() / "tests" / "vragen").glob("*.yml")):
        inhoud = yaml.load(pad.read_text(encoding="utf-8"), _LADER)
        for vraag in inhoud["vragen"]:
            goed = (inhoud["id"], *(vraag.get("ook") or ()))
            soort = tuple(vraag.get("soort") or ())
            vragen.append(Testvraag(str(vraag["tekst"]), goed, soort, int(vraag.get("ronde", 1))))
    return vragen


@dataclass(frozen=True)
class Uitkomst:
    """What one question got: the topic that answered, all topics heard, and the recogniser's ranking."""

    vraag: Testvraag
    topic: str
    topics: tuple[str, ...]
    ranking: tuple[tuple[str, float], ...]

    @property
    def goed(self) -> bool:
        """Answered with a right topic, or with the numbers where danger was meant."""
        return self.topic in self.vraag.goed or (self.topic == "nood" and bool(GEVAAR & set(self.vraag.goed)))

    @property
    def bij_eerste_drie(self) -> bool:
        """Answered rightly, or a right topic among the three likeliest."""
        return self.goed or any(naam in self.vraag.goed for naam, _ in self.ranking)


def stel(partner: Gesprekspartner, vragen: list[Testvraag], meld: Callable[[str], None] = print) -> list[Uitkomst]:
    """Each question as the first message of a conversation of its own, past gate, NLU and core."""
    uitkomsten = []
    for nummer, vraag in enumerate(vragen, 1):
        gesprek = partner.begin()
        beurt = partner.zeg(gesprek, vraag.tekst)
        partner.vergeet(gesprek)
        ranking = tuple((r["topic"], float(r["confidence"])) for r in beurt["ranking"])
        uitkomsten.append(Uitkomst(vraag, beurt["topic"], tuple(beurt["topics"]), ranking))
        if nummer % 500 == 0:
            meld(f"{nummer} van {len(vragen)} vragen gesteld…")
    return uitkomsten


def meet(uitkomsten: list[Uitkomst]) -> dict[str, Any]:
    """The figures; see `verslag` for their names in Dutch."""
    soorten = sorted({s for u in uitkomsten for s in u.vraag.soort})
    meervoudig = [u for u in uitkomsten if "meervoudig" in u.vraag.soort]
    fouten = Counter((u.vraag.goed[0], u.topic) for u in uitkomsten if not u.goed)
    return {
        "topic": deel([u.goed for u in uitkomsten]),
        "macro_f1": macro_f1([(u.vraag.goed[0], u.vraag.goed[0] if u.goed else u.topic) for u in uitkomsten]),
        "top3": deel([u.bij_eerste_drie for u in uitkomsten]),
        "buiten_bereik_herkend": deel([u.topic == BUITEN for u in uitkomsten if u.vraag.goed[0] == BUITEN]),
        "ten_onrechte_buiten_bereik": deel([u.topic == BUITEN for u in uitkomsten if BUITEN not in u.vraag.goed]),
        "ten_onrechte_alarm": deel([u.topic == "nood" for u in uitkomsten if not GEVAAR & set(u.vraag.goed)]),
        "een_vraag_van_meer_gehoord": deel([bool(set(u.topics) & set(u.vraag.goed)) for u in meervoudig]),
        "kalibratie": kalibratie([(u.ranking[0][1], u.ranking[0][0] in u.vraag.goed) for u in uitkomsten if u.ranking]),
        "per_ronde": {
            str(r): deel([u.goed for u in uitkomsten if u.vraag.ronde == r])
            for r in sorted({u.vraag.ronde for u in uitkomsten})
        },
        "per_soort": {s: deel([u.goed for u in uitkomsten if s in u.vraag.soort]) for s in soorten},
        "per_onderwerp": {
            o: deel([u.goed for u in uitkomsten if u.vraag.goed[0] == o])
            for o in sorted({u.vraag.goed[0] for u in uitkomsten})
        },
        "verwarringen": [{"vraag": a, "antwoord": b, "aantal": n} for (a, b), n in fouten.most_common(25)],
    }
