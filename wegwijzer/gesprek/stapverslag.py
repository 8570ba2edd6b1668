"""What the parent says of the step that was shown: done, running, not yet, nobody reached; and the next one."""

from __future__ import annotations

from datetime import timedelta

from wegwijzer.gesprek import stappen, stil, terugkeer
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.gesprek.verslag import DAG, LOOPT, gemelde_stappen
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import open_stap, volgende_stap
from wegwijzer.pad.termijnen import leesbare_dag

LOOPT_NOG = "loopt_nog:"
"""With a step's id: that step was just told as done, and now the parent waits for what comes of it."""


def meld(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What the parent says of the step that was shown (or of the first one that is not done yet)."""
    kennis, situatie = huis.kennis, toestand.situatie
    if waarde.startswith(LOOPT_NOG):
        situatie.stap, toestand.vraag = volgende_stap(situatie).stap, None
        return _loopt_nog(waarde.removeprefix(LOOPT_NOG), bericht, toestand, huis)
    if waarde.startswith(DAG):
        return _dag_genoemd(waarde.removeprefix(DAG), toestand, huis)
    stap = open_stap(situatie) or _stap_van_onderwerp(toestand, huis)
    if stap is None:
        return volgende(waarde, bericht, toestand, huis)
    if waarde == "gedaan_vraag" and stap:
        knoppen = (
            Knop(kennis.tekst("knop_hielp_niet"), "stap:hielp_niet"),
            Knop(kennis.tekst("knop_hielp"), "stap:hielp"),
            Knop(kennis.tekst("knop_loopt_nog"), "stap:loopt_nog"),
        )
        toestand.keuzes = list(knoppen)
        return pad([Antwoord(kennis.stappen[stap].vraag_na, knoppen)], toestand, "gevraagd hoe het ging")
    if waarde == "niet_bereikt":
        toestand.getoond.append(f"{LOOPT}{stap}")
        return slot("niet_bereikt", toestand, huis, f"{stap} niet bereikt")
    if waarde == "nog_niet" and stil.GEVRAAGD in toestand.getoond and stap == "school":
        toestand.getoond.remove(stil.GEVRAAGD)
        return volgende(waarde, bericht, toestand, huis)
    if waarde == "nog_niet" and situatie.stap is None:
        return volgende(waarde, bericht, toestand, huis)
    if waarde == "voornemen":
        return slot("voornemen", toestand, huis, f"gaat {stap} doen")
    if waarde == "hielp_niet":
        genoemd = gemelde_stappen(bericht)
        over_een_eerdere = bool(genoemd) and all(situatie.gedaan(s) for s in genoemd)
        if stap and not over_een_eerdere:
            situatie.heeft_gedaan(stap)
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
        return pad([Antwoord(kennis.tekst("hielp_niet")), *antwoorden], toestand, f"{stap} gedaan, hielp niet; {reden}")
    if waarde == "hielp":
        if stap:
            situatie.heeft_gedaan(stap)
        return slot("hielp", toestand, huis, f"{stap} hielp")
    if waarde == "niet_gelukt":
        return terugkeer.niet_gelukt(toestand, huis)
    if waarde == "loopt_nog" and stap:
        return _loopt_nog(stap, bericht, toestand, huis)
    return slot("nog_niet", toestand, huis, f"{stap} nog niet gedaan")


def _stap_van_onderwerp(toestand: Toestand, huis: Huis) -> str | None:
    """Where no step was shown: the step that the topic just answered belongs to, if that is the next one."""
    onderwerp = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
    volgende = volgende_stap(toestand.situatie).stap
    return volgende if onderwerp is not None and onderwerp.stap == volgende else None


def _loopt_nog(stap: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Wait until a day that we propose (pad.yml: terugkijken_dagen), then the step after it."""
    kennis, situatie = huis.kennis, toestand.situatie
    toestand.getoond.append(f"{LOOPT}{stap}")
    dag = bericht.nu.date() + timedelta(days=kennis.stappen[stap].terugkijken_dagen)
    later = wat_volgt(stap, situatie)
    waarden = {"datum": leesbare_dag(dag), "kort": kennis.stappen[stap].kort}
    sleutel = "loopt_nog" if later else "loopt_nog_laatste"
    volgende = kennis.stappen[later].kort if later else ""
    tekst = kennis.tekst(sleutel, volgende=volgende, **waarden)
    uit = slot(tekst, toestand, huis, f"{stap} loopt nog tot {dag}", letterlijk=True)
    termijn = {"wat": kennis.stappen[stap].naam, "datum": dag.isoformat(), "soort": "terugkijken"}
    antwoord = uit.antwoorden[0]
    return pad([Antwoord(antwoord.tekst, antwoord.knoppen, {"termijn": termijn})], toestand, uit.waarom)


def _dag_genoemd(stap: str, toestand: Toestand, huis: Huis) -> Beurt:
    """What to ask of who told when something comes, and which step follows if it does not."""
    toestand.getoond.append(f"{LOOPT}{stap}")
    later = wat_volgt(stap, toestand.situatie) or "advieslijn"
    tekst = huis.kennis.tekst("dag_genoemd", volgende=huis.kennis.stappen[later].kort)
    return slot(tekst, toestand, huis, f"{stap} noemde een dag", letterlijk=True)


def wat_volgt(stap: str, situatie: Situatie) -> str | None:
    """The first step after `stap` that is not done and exists for this child; None at the end of the road."""
    zonder = situatie.zonder_samenwerkingsverband() is not None
    later = [s for s in STAPPEN[STAPPEN.index(stap) + 1 :] if not situatie.gedaan(s)]
    return next((s for s in later if not (zonder and s == "samenwerkingsverband")), None)


def volgende(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The next step, when asked for."""
    toestand.doelstap = None
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    return pad(antwoorden, toestand, f"volgende stap gevraagd; {reden}")


def slot(sleutel: str, toestand: Toestand, huis: Huis, waarom: str, letterlijk: bool = False) -> Beurt:
    """A closing sentence with the ways on; the step's own choices stay open."""
    kennis = huis.kennis
    tekst = sleutel if letterlijk else stappen.tekst_met_nummers(sleutel, huis)
    knoppen = (
        Knop(kennis.tekst("knop_volgende_stap"), "volgende_stap:"),
        Knop(kennis.tekst("knop_mens"), "onderwerp:praat_met_mens"),
    )
    toestand.keuzes = [*knoppen, *(k for k in toestand.keuzes if k.doel.startswith("stap:"))]
    return pad([Antwoord(tekst, knoppen)], toestand, waarom)


def pad(antwoorden: list[Antwoord], toestand: Toestand, waarom: str, topic: str = "pad") -> Beurt:
    """A turn of the road itself."""
    return Beurt(tuple(antwoorden), toestand, topic, (topic,), waarom)
