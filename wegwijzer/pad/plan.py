"""The plan: where this parent stands, what was done, the next two steps with contact, what to have ready. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from wegwijzer.kennis.model import Herkomst, Kennis, Stap
from wegwijzer.pad import kaart
from wegwijzer.pad.agenda import agenda
from wegwijzer.pad.kaart import Kaart
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.pad.stapinhoud import VERBAND, afspraken, kaarten_van, passend
from wegwijzer.pad.termijnen import Stand, Termijn, leesbare_dag, termijnen
from wegwijzer.pad.weetjes import RICHTINGEN, SCHOOLNAMEN, weken

MEESTE_KAARTEN = 2
"""Of one step: who else there is stands in the step's own answer."""
STAPPEN_VOORUIT = 2
MEESTE_AFSPRAKEN = 3
KOPPEN = ("waar", "gedaan", "eerst", "daarna", "klaarleggen", "punten", "termijnen", "afspraken", "advies", "bronnen")
"""Parts of a plan; each has its heading in teksten.yml as `plan_<part>`."""


@dataclass(frozen=True)
class Planstap:
    """One step still to take. `noten`: what must be known beside it, such as that the door is not certain."""

    id: str
    nummer: int
    naam: str
    doe: tuple[str, ...]
    kaarten: tuple[Kaart, ...]
    noten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Planterm:
    """One term: what it is about, what the parent reads of it, and its last day (ISO; with extension `verlengd`)."""

    wat: str
    tekst: str
    datum: str
    verlengd: str | None
    voorbij: bool


@dataclass(frozen=True)
class Plan:
    """Everything that the parent takes along; `koppen` are the headings of its parts (KOPPEN). Empty parts are ()."""

    kop: str
    gemaakt: str
    noot: str
    koppen: Mapping[str, str]
    waar: tuple[str, ...] = ()
    gedaan: tuple[str, ...] = ()
    stappen: tuple[Planstap, ...] = ()
    alles_gedaan: str | None = None
    klaarleggen: tuple[str, ...] = ()
    punten: tuple[str, ...] = ()
    termijnen: tuple[Planterm, ...] = ()
    afspraken: tuple[str, ...] = ()
    advies: tuple[Kaart, ...] = ()
    bronnen: tuple[str, ...] = ()
    agenda: str | None = field(default=None, repr=False)

    def data(self, nu: datetime) -> dict[str, Any]:
        """For the widget and the printed page: plain values; `agenda` is the text of an .ics file, or None."""
        return {
            **{n: list(getattr(self, n)) for n in ("waar", "gedaan", "klaarleggen", "punten", "afspraken", "bronnen")},
            **{n: getattr(self, n) for n in ("kop", "gemaakt", "noot", "alles_gedaan", "agenda")},
            "koppen": dict(self.koppen),
            "stappen": [
                {
                    "id": s.id,
                    "nummer": s.nummer,
                    "naam": s.naam,
                    "doe": list(s.doe),
                    "noten": list(s.noten),
                    "kaarten": [k.data(nu) for k in s.kaarten],
                }
                for s in self.stappen
            ],
            "termijnen": [asdict(t) for t in self.termijnen],
            "advies": [k.data(nu) for k in self.advies],
        }


def maak_plan(
    situatie: Situatie, kennis: Kennis, nu: datetime, punten: Sequence[str] = (), onzeker: bool = False
) -> Plan:
    """The plan as of `nu`. `punten`: what the parent wants to put on the table; `onzeker`: the door is not certain."""
    stappen = _stappen(situatie, kennis, onzeker)
    regionaal = afspraken(situatie, kennis)[:MEESTE_AFSPRAKEN]
    alle = termijnen(situatie, nu.date(), kennis.termijnen)
    getoond = {k.wie for s in stappen for k in s.kaarten}
    advies = [kaart.van_organisatie(kennis.organisaties[o]) for o in kennis.altijd if o in kennis.organisaties]
    dag = leesbare_dag(nu.date())
    return Plan(
        kop=kennis.tekst("plan_kop", datum=dag),
        gemaakt=nu.date().isoformat(),
        noot=kennis.tekst("plan_noot", datum=dag),
        koppen={deel: kennis.tekst(f"plan_{deel}") for deel in KOPPEN},
        waar=tuple(_waar(situatie)),
        gedaan=tuple(kennis.stappen[s].kort for s in situatie.stappen_gedaan if s in kennis.stappen),
        stappen=tuple(stappen),
        alles_gedaan=None if stappen else kaart.vul_nummers(kennis.teksten["alle_stappen_gedaan"][0], kennis).strip(),
        klaarleggen=tuple(_klaarleggen(stappen, situatie, kennis)),
        punten=tuple(punten),
        termijnen=tuple(_term(t) for t in alle),
        afspraken=tuple(kaart.vul_nummers(a.tekst, kennis) for a in regionaal),
        advies=tuple(k for k in advies if k.wie not in getoond),
        bronnen=_bronnen(stappen, alle, regionaal, kennis),
        agenda=agenda(alle, nu) if nu.tzinfo and any(t.stand is not Stand.VOORBIJ for t in alle) else None,
    )


def _stappen(situatie: Situatie, kennis: Kennis, onzeker: bool) -> list[Planstap]:
    """The next two steps that are not done; each as the road would give it."""
    verder, uit = deepcopy(situatie), []
    for _ in range(STAPPEN_VOORUIT):
        keuze = volgende_stap(verder)
        if keuze.stap is None:
            break
        uit.append(_stap(kennis.stappen[keuze.stap], situatie, kennis, onzeker))
        verder.heeft_gedaan(keuze.stap)
    return uit


def _stap(stap: Stap, situatie: Situatie, kennis: Kennis, onzeker: bool) -> Planstap:
    kaarten = [k for k in kaarten_van(stap, situatie, kennis) if k.kaal()][:MEESTE_KAARTEN]
    noten = [stap.tijd] if stap.tijd else []
    zonder = situatie.zonder_samenwerkingsverband()
    if zonder and stap.id == "onderwijsconsulent":
        noten.insert(0, kennis.tekst(f"geen_swv_{zonder}"))
    naam = stap.naam
    if stap.id == VERBAND:
        swv = kennis.samenwerkingsverbanden.get(situatie.swv or "")
        landkaart = kennis.tekst(kaart.STEUNPUNT_KAART)
        if swv is None:
            noten.append(kennis.tekst("plan_swv_onbekend", kaart=landkaart))
        else:
            naam = f"{naam}: {swv.naam_of_code()}"
            noten += [] if kaarten else [kennis.tekst("stap_swv_geen_contact", kaart=landkaart)]
            noten += [kennis.tekst("laag")] if onzeker else []
        noten += [kennis.tekst("stap_kop_speciaal")] if situatie.onderwijssoort in ("so", "vso") else []
    return Planstap(stap.id, stap.nummer, naam, tuple(passend(stap.doe, situatie)), tuple(kaarten), tuple(noten))


def _waar(situatie: Situatie) -> list[str]:
    plaats = situatie.plaats or situatie.gemeente
    delen = [
        f"{situatie.leeftijd} jaar" if situatie.leeftijd is not None else "",
        SCHOOLNAMEN.get(situatie.onderwijssoort or "", ""),
        RICHTINGEN.get(situatie.richting or "", ""),
        f"plaats {plaats}" if plaats else "",
        f"{weken(situatie.weken_thuis)} thuis" if situatie.weken_thuis is not None else "",
    ]
    return [d for d in delen if d]


def _klaarleggen(stappen: Sequence[Planstap], situatie: Situatie, kennis: Kennis) -> list[str]:
    """All that the first step asks for, and the first thing of the step after it."""
    zinnen: list[str] = []
    for nummer, stap in enumerate(stappen):
        alle = passend(kennis.stappen[stap.id].bereid_voor, situatie)
        zinnen += alle if nummer == 0 else alle[:1]
    return list(dict.fromkeys(zinnen))


def _term(termijn: Termijn) -> Planterm:
    verlengd = termijn.verlengd.isoformat() if termijn.verlengd else None
    voorbij = termijn.stand is Stand.VOORBIJ
    return Planterm(termijn.regel.naam, termijn.tekst(), termijn.laatste_dag.isoformat(), verlengd, voorbij)


def _bronnen(
    stappen: Sequence[Planstap], alle: Sequence[Termijn], regionaal: Sequence[Herkomst], kennis: Kennis
) -> tuple[str, ...]:
    herkomst: list[Herkomst] = [b for s in stappen for b in kennis.stappen[s.id].bronnen]
    herkomst += [c for s in stappen for k in s.kaarten for c in k.contact]
    herkomst += [b for t in alle for b in t.regel.bronnen]
    return tuple(dict.fromkeys(h.bron for h in (*herkomst, *regionaal)))


def plan_als_tekst(plan: Plan) -> str:
    """The plan as plain text for the chat: short lines, telephone numbers written out, sources left out."""
    k = plan.koppen
    regels = [plan.kop]
    if plan.waar:
        regels.append(f"{k['waar']}: {', '.join(plan.waar)}.")
    if plan.gedaan:
        regels.append(f"{k['gedaan']}: {', '.join(plan.gedaan)}.")
    for kop, stap in zip((k["eerst"], k["daarna"]), plan.stappen, strict=False):
        regels += ["", f"{kop}: {stap.naam[:1].lower()}{stap.naam[1:]}.", *(f"– {d}" for d in stap.doe)]
        regels += [_contact(c) for c in stap.kaarten]
        regels += stap.noten
    if plan.alles_gedaan:
        regels += ["", plan.alles_gedaan]
    for deel in ("klaarleggen", "punten", "termijnen", "afspraken"):
        zinnen = [t.tekst for t in plan.termijnen] if deel == "termijnen" else list(getattr(plan, deel))
        if zinnen:
            regels += ["", f"{k[deel]}:", *(f"– {z}" for z in zinnen)]
    if plan.advies:
        regels += ["", f"{k['advies']}:", *(_contact(c) for c in plan.advies)]
    return "\n".join([*regels, "", plan.noot])


def _contact(k: Kaart) -> str:
    return f"{k.wie}: {k.tekst(2)}."
