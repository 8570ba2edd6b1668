"""Walks the whole road with the turns of a real conversation, and gathers what follows from what.

Nothing of the road is told here: where an answer leads is what `beurt` does with it. Only what the assistant never
asks (KENMERKEN) is given at the start, and a question without choices gets an example of each kind of answer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import product

from wegwijzer.gesprek import vragen, zetten
from wegwijzer.gesprek.beurt import beurt
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.gesprek.stappen import open_deurvraag, tekst_met_nummers
from wegwijzer.gesprek.steekproef import Steekproef
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import GEEN_SCHOOL, volgende_stap
from wegwijzer.pad.stapinhoud import VERBAND
from wegwijzer.pad.weetjes import RICHTINGEN
from wegwijzer.pad.wegkaart import Knoop, Overgang, Uitgang, Weg, gemeen, uitgangen

BEGIN, EINDE, ONDERWERP = "begin", "einde", "onderwerp"
OP_DE_WEG = frozenset({"zet", "sla_over", "stap", "school_hier", "plek", "voorbereiding"})
"""Kinds of choices that move along the road; topics and documents are answers beside it."""
KENMERKEN = {"richting": ("", *RICHTINGEN), "school": ("", GEEN_SCHOOL), "plaats": ("", "thuis")}
"""What a parent may tell that the assistant does not ask before the first step: feature → values, "" for not told."""
WOORDEN = {
    **RICHTINGEN,
    GEEN_SCHOOL: "geen school",
    "thuis": "alleen de woonplaats verteld",
    "school": "nog niet met school gepraat",
    "mbo": "mbo",
    VERBAND: "samenwerkingsverband al gedaan",
    "deur": "al naar de regio gevraagd",
}
KEUZES = {"plek": "Een van de plaatsen"}
"""Choices of which each parent sees others: one name for all of a kind."""
MEEST_VERTELD = {"hielp": "gedaan_hielp"}
"""Answer to a step that has no button of its own → the move in the talk that says it."""
ZEKER = 0.9
PLAATS = "[plaats]"
"""Stands in a question for the place that a parent named."""
NAMEN = {
    BEGIN: "Wat is er aan de hand?",
    ONDERWERP: "Een vraag over een onderwerp",
    "antwoord": "Antwoord op uw vraag",
    "vraag:gebeurtenis": "Op welke dag was dat?",
    "na:hielp": "Afspraken opschrijven, later terugkijken",
    "na:loopt_nog": "Wachten tot een afgesproken dag",
    "na:nog_niet": "De stap blijft openstaan",
    "punten": "Uw punten voor op tafel",
    EINDE: "Alle stappen zijn gezet",
}
"""Nodes that knowledge/ has no single name for."""


_laatste: dict[str, Weg] = {}


def weg_van(huis: Huis) -> Weg:
    """The road of this version of the knowledge, walked once a version: for pages that draw it (pad/tekening.py)."""
    if huis.kennis.versie not in _laatste:
        weg = verken(huis, datetime.now())
        _laatste.clear()
        _laatste[huis.kennis.versie] = weg
    return _laatste[huis.kennis.versie]


def verken(huis: Huis, nu: datetime) -> Weg:
    """The road as the conversation walks it with this knowledge (a `Weg`); takes some seconds."""
    gezien = list(overgangen(huis, nu))
    los, bij_elke_stap = gemeen([_knoop(id_, gezien, huis) for id_ in _volgorde(gezien)])
    zijpaden = tuple((str(z["naam"]), str(z["wanneer"])) for z in huis.kennis.zijpaden)
    return Weg("De weg van Wegwijzer", los, bij_elke_stap, huis.kennis.altijd_tekst, zijpaden)


def overgangen(huis: Huis, nu: datetime) -> Iterator[Overgang]:
    """Every transition that the conversation makes, from every start; each state is walked once."""
    proef = Steekproef(huis, nu)
    gehad: set[object] = set()
    rij = deque((BEGIN, _begin(waarden, proef, huis)) for waarden in product(*KENMERKEN.values()))
    rij.append((ONDERWERP, _begin([""] * len(KENMERKEN), proef, huis)))
    while rij:
        van, toestand = rij.popleft()
        for antwoord, bericht in _berichten(van, toestand, proef, huis, nu):
            uit = beurt(bericht, deepcopy(toestand), huis)
            naar = knoop_na(uit, huis)
            yield Overgang(van, antwoord, _kenmerken(toestand, huis), naar)
            merk = _merk(naar, uit.toestand)
            if merk not in gehad and naar.partition(":")[0] in ("vraag", "stap"):
                gehad.add(merk)
                rij.append((naar, uit.toestand))


def knoop_na(uit: Beurt, huis: Huis) -> str:
    """The id of the node where the conversation stands after a turn."""
    toestand, laatste = uit.toestand, uit.antwoorden[-1]
    if toestand.vraag in (*vragen.VRAGEN, vragen.GEBEURTENIS):
        return f"vraag:{toestand.vraag}"
    if "stap" in laatste.custom:
        return f"stap:{toestand.situatie.stap}"
    if "voorbereiding" in laatste.custom:
        return "punten"
    if uit.topic == "pad" and toestand.situatie.stap is None and set(STAPPEN) <= _gedaan_of_nooit(toestand.situatie):
        return EINDE
    if dict(laatste.custom.get("termijn") or {}).get("soort") == "terugkijken":
        return "na:loopt_nog"
    na = [d for d in ("hielp", "nog_niet") if laatste.tekst == tekst_met_nummers(d, huis)]
    return f"na:{na[0]}" if na else "antwoord"


def _gedaan_of_nooit(situatie: Situatie) -> set[str]:
    nooit = {VERBAND} if situatie.zonder_samenwerkingsverband() else set()
    return {*situatie.stappen_gedaan, *nooit, *({"school"} if GEEN_SCHOOL in situatie.situatie else set())}


def _begin(waarden: Sequence[str], proef: Steekproef, huis: Huis) -> Toestand:
    richting, school, thuis = waarden
    situatie = Situatie(richting=richting or None, situatie=[school] if school else [])
    if thuis:
        plek = proef.plaats()
        situatie.plaats, situatie.gemeente = plek.plaats, plek.gemeente
    toestand = Toestand(situatie, begroet=True)
    zetten.begin(toestand, huis)
    return toestand


def _berichten(
    van: str, toestand: Toestand, proef: Steekproef, huis: Huis, nu: datetime
) -> Iterator[tuple[str, Bericht]]:
    """What can be said at a node: (the name of the answer, the message)."""
    kennis = huis.kennis
    if van == ONDERWERP:
        for onderwerp in kennis.onderwerpen.values():
            yield onderwerp.titel, Bericht(onderwerp.titel, nu, [(onderwerp.id, 1.0)], [(onderwerp.id, 1.0)])
        return
    for knop in toestand.keuzes:
        soort, _, waarde = knop.doel.partition(":")
        instap = van == BEGIN and soort == "onderwerp" and kennis.onderwerpen[waarde].instap
        if soort in OP_DE_WEG or instap:
            vondsten = lees(knop.titel, nu.date(), toestand.vraag)
            yield KEUZES.get(soort, knop.titel), Bericht(knop.titel, nu, vondsten=vondsten)
    if van.startswith("stap:"):
        for doel, zet in MEEST_VERTELD.items():
            naam = kennis.tekst(f"knop_{doel}")
            yield naam, Bericht(naam, nu, [(zet, ZEKER)])
    for naam, tekst in proef.antwoorden(toestand):
        yield naam, Bericht(tekst, nu, vondsten=lees(tekst, nu.date(), toestand.vraag))


def _kenmerken(toestand: Toestand, huis: Huis) -> dict[str, str]:
    """What holds in this state that the drawing can name as a condition: feature → words, "" where it does not hold."""
    s = toestand.situatie
    vooruit = VERBAND in (toestand.doelstap, s.stap)
    waarden = {
        "richting": s.zonder_samenwerkingsverband() or s.richting or "",
        "school": GEEN_SCHOOL if GEEN_SCHOOL in s.situatie else "",
        "plaats": _thuis(toestand),
        "gesprek": "school" if vooruit and volgende_stap(s).stap == "school" else "",
        "deur": "deur" if s.stap == "school" and open_deurvraag(deepcopy(toestand), huis) is None else "",
        "gedaan": VERBAND if s.gedaan(VERBAND) else "",
    }
    return {naam: WOORDEN.get(waarde, "") for naam, waarde in waarden.items()}


def _thuis(toestand: Toestand) -> str:
    s = toestand.situatie
    return "thuis" if (s.plaats or s.gemeente) and not toestand.plaats_school else ""


def _merk(naar: str, toestand: Toestand) -> object:
    """What of a state can matter for where the next answers lead; the door only until its step is behind us."""
    s = toestand.situatie
    kind = (naar, s.zonder_samenwerkingsverband(), GEEN_SCHOOL in s.situatie, tuple(s.stappen_gedaan))
    if s.zonder_samenwerkingsverband() or s.gedaan(VERBAND):
        return kind
    deur = (s.sector(), s.richting, bool(s.swv), _thuis(toestand), len(toestand.kandidaten))
    return kind, deur, tuple(toestand.overgeslagen), toestand.doelstap


def _volgorde(gezien: Sequence[Overgang]) -> list[str]:
    """The ids from begin to end: steps in the order of the road, before each step the questions that lead to it."""
    alle = list(dict.fromkeys(i for o in gezien for i in (o.van, o.naar)))
    uit = [BEGIN, f"stap:{STAPPEN[0]}"]
    for stap in (f"stap:{s}" for s in STAPPEN[1:]):
        voor = [o.van for o in gezien if o.naar == stap and o.van.startswith("vraag:")]
        uit += [i for i in alle if i in voor and i not in uit]
        uit.append(stap)
    naast = [i for i in alle if i not in uit and i != EINDE and not i.startswith("na:")]
    return [*uit, EINDE, *naast, *(i for i in alle if i.startswith("na:"))]


def _knoop(id_: str, gezien: Sequence[Overgang], huis: Huis) -> Knoop:
    soort, _, naam = id_.partition(":")
    van_hier = [o for o in gezien if o.van == id_]
    wegen = _per_doel(van_hier) if id_ == ONDERWERP else uitgangen(van_hier)
    if soort == "stap":
        stap = huis.kennis.stappen[naam]
        noot = f"Loopt het nog? Kijk na {stap.terugkijken_dagen} dagen terug."
        return Knoop(id_, soort, stap.naam, wegen, stap.nummer, noot)
    if soort == "vraag" and id_ not in NAMEN:
        return Knoop(id_, soort, huis.kennis.tekst(f"vraag_{naam}", plaats=PLAATS), wegen)
    return Knoop(id_, soort if soort in ("vraag", BEGIN, EINDE) else "bericht", NAMEN[id_], wegen)


def _per_doel(gezien: Sequence[Overgang]) -> tuple[Uitgang, ...]:
    """Topics by where they lead; too many to name them all."""
    titels: dict[str, list[str]] = {}
    for o in gezien:
        titels.setdefault(o.naar, []).append(o.antwoord)
    return tuple(Uitgang((f"{len(t)} onderwerpen, zoals ‘{t[0]}’",), (), naar) for naar, t in titels.items())
