"""Moves in the talk itself: done, still running, skip, back, what do you know, why do you ask, again, stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from wegwijzer.gesprek import bewaren, documenten, eenvoudig, plekken, stappen, terugkeer, voorbereiding, vragen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.gesprek.samenvatting import opsomming, weetjes
from wegwijzer.gesprek.verslag import LOOPT
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import open_stap, volgende_stap
from wegwijzer.pad.termijnen import leesbare_dag

LOOPT_NOG = "loopt_nog:"
"""With a step's id: that step was just told as done, and now the parent waits for what comes of it."""


def doel(zet: str, toestand: Toestand) -> str | None:
    """The token of a dialogue act in this state; None where it says nothing but facts."""
    vraag = toestand.vraag
    if zet == "bevestigen":
        if vraag == "school_zelfde_plaats":
            return "school_hier:ja"
        if vraag == "ook" and toestand.keuzes:
            return toestand.keuzes[0].doel
        if vraag == "stap":
            return "stap:gedaan_vraag"
        return "volgende_stap:"
    if zet == "ontkennen":
        return {"school_zelfde_plaats": "school_hier:nee", "stap": "stap:nog_niet", "ook": "volgende_stap:"}.get(
            vraag or "", "wat_dan:"
        )
    if zet in ("sla_over", "weet_niet"):
        return f"sla_over:{vraag}" if vraag in (*vragen.VRAGEN, vragen.GEBEURTENIS) else "volgende_stap:"
    vaste = {
        "gedaan_hielp_niet": "stap:hielp_niet",
        "gedaan_hielp": "stap:hielp",
        "loopt_nog": "stap:loopt_nog",
        "nog_niet_gedaan": "stap:nog_niet",
        "volgende_stap": "volgende_stap:",
        "wat_weet_je": "wat_weet_je:",
        "waarom_vraag": "waarom_vraag:",
        "herhaal": "herhaal:",
        "terug": "terug:",
        "opnieuw": "opnieuw:",
        "wis_gesprek": "wis:",
        "maak_plan": "plan:",
        "bereid_gesprek_voor": "voorbereiding:",
        "stop": "stop:",
    }
    return vaste.get(zet)


def doe(soort: str, waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt | None:
    """Carry out a move; None for a token that is not one."""
    handeling = HANDELINGEN.get(soort)
    return handeling(waarde, bericht, toestand, huis) if handeling else None


def _pad(antwoorden: list[Antwoord], toestand: Toestand, waarom: str, topic: str = "pad") -> Beurt:
    return Beurt(tuple(antwoorden), toestand, topic, (topic,), waarom)


def _stap(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What the parent says of the step that was shown (or of the first one that is not done yet)."""
    kennis, situatie = huis.kennis, toestand.situatie
    if waarde.startswith(LOOPT_NOG):
        situatie.stap, toestand.vraag = volgende_stap(situatie).stap, None
        return _loopt_nog(waarde.removeprefix(LOOPT_NOG), bericht, toestand, huis)
    stap = open_stap(situatie) or _stap_van_onderwerp(toestand, huis)
    if stap is None:
        return _volgende(waarde, bericht, toestand, huis)
    if waarde == "gedaan_vraag" and stap:
        knoppen = (
            Knop(kennis.tekst("knop_hielp_niet"), "stap:hielp_niet"),
            Knop(kennis.tekst("knop_hielp"), "stap:hielp"),
            Knop(kennis.tekst("knop_loopt_nog"), "stap:loopt_nog"),
        )
        toestand.keuzes = list(knoppen)
        return _pad([Antwoord(kennis.stappen[stap].vraag_na, knoppen)], toestand, "gevraagd hoe het ging")
    if waarde == "niet_bereikt":
        toestand.getoond.append(f"{LOOPT}{stap}")
        return _slot("niet_bereikt", toestand, huis, f"{stap} niet bereikt")
    if waarde == "nog_niet" and situatie.stap is None:
        return _volgende(waarde, bericht, toestand, huis)
    if waarde == "hielp_niet":
        if stap:
            situatie.heeft_gedaan(stap)
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
        return _pad(
            [Antwoord(kennis.tekst("hielp_niet")), *antwoorden], toestand, f"{stap} gedaan, hielp niet; {reden}"
        )
    if waarde == "hielp":
        if stap:
            situatie.heeft_gedaan(stap)
        return _slot("hielp", toestand, huis, f"{stap} hielp")
    if waarde == "niet_gelukt":
        return terugkeer.niet_gelukt(toestand, huis)
    if waarde == "loopt_nog" and stap:
        return _loopt_nog(stap, bericht, toestand, huis)
    return _slot("nog_niet", toestand, huis, f"{stap} nog niet gedaan")


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
    later = [s for s in STAPPEN[STAPPEN.index(stap) + 1 :] if not situatie.gedaan(s)]
    if situatie.zonder_samenwerkingsverband():
        later = [s for s in later if s != "samenwerkingsverband"]
    waarden = {"datum": leesbare_dag(dag), "kort": kennis.stappen[stap].kort}
    sleutel = "loopt_nog" if later else "loopt_nog_laatste"
    volgende = kennis.stappen[later[0]].kort if later else ""
    tekst = kennis.tekst(sleutel, volgende=volgende, **waarden)
    uit = _slot(tekst, toestand, huis, f"{stap} loopt nog tot {dag}", letterlijk=True)
    termijn = {"wat": kennis.stappen[stap].naam, "datum": dag.isoformat(), "soort": "terugkijken"}
    antwoord = uit.antwoorden[0]
    return _pad([Antwoord(antwoord.tekst, antwoord.knoppen, {"termijn": termijn})], toestand, uit.waarom)


def _slot(sleutel: str, toestand: Toestand, huis: Huis, waarom: str, letterlijk: bool = False) -> Beurt:
    """A closing sentence with the ways on; the step's own choices stay open."""
    kennis = huis.kennis
    tekst = sleutel if letterlijk else stappen.tekst_met_nummers(sleutel, huis)
    knoppen = (
        Knop(kennis.tekst("knop_volgende_stap"), "volgende_stap:"),
        Knop(kennis.tekst("knop_mens"), "onderwerp:praat_met_mens"),
    )
    toestand.keuzes = [*knoppen, *(k for k in toestand.keuzes if k.doel.startswith("stap:"))]
    return _pad([Antwoord(tekst, knoppen)], toestand, waarom)


def _volgende(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    toestand.doelstap = None
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    return _pad(antwoorden, toestand, f"volgende stap gevraagd; {reden}")


def _sla_over(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    if waarde in vragen.VOORBEREIDING:
        return voorbereiding.sla_over(waarde, toestand, huis)
    if waarde == vragen.GEBEURTENIS:
        toestand.vraag = None
        return _slot("overgeslagen", toestand, huis, "dag overgeslagen")
    if waarde and waarde not in toestand.overgeslagen:
        toestand.overgeslagen.append(waarde)
    if waarde == "school_zelfde_plaats":
        toestand.plaats_school = True
    toestand.vraag = None
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    return _pad(
        [Antwoord(huis.kennis.tekst("overgeslagen")), *antwoorden], toestand, f"overgeslagen: {waarde}; {reden}"
    )


def _school_hier(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    situatie = toestand.situatie
    toestand.vraag = None
    if waarde == "ja":
        toestand.plaats_school = True
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
        return _pad(antwoorden, toestand, f"school staat in {situatie.plaats}; {reden}")
    situatie.plaats = situatie.gemeente = situatie.pc4 = situatie.swv = None
    return _pad([vragen.stel("plaats", toestand, huis)], toestand, "school staat ergens anders")


def _wat_weet_je(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    feiten = weetjes(toestand.situatie, huis)
    tekst = huis.kennis.tekst("onthouden", wat=opsomming(feiten)) if feiten else huis.kennis.tekst("onthouden_niets")
    return _slot(tekst, toestand, huis, "wat weet je", letterlijk=True)


def _waarom(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    vraag = "plaats" if toestand.vraag == "plaats_thuis" else toestand.vraag
    sleutel = f"vraag_{vraag}_uitleg"
    if sleutel not in huis.kennis.teksten:
        return _slot("geen_vraag_open", toestand, huis, "waarom: geen vraag open")
    tekst = huis.kennis.tekst(sleutel, plaats=toestand.situatie.plaats or "")
    return _pad([Antwoord(tekst, tuple(toestand.keuzes))], toestand, f"waarom {vraag}")


def _herhaal(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    if toestand.vraag in (*vragen.VRAGEN, vragen.GEBEURTENIS):
        tekst = vragen.vraagtekst(toestand.vraag, toestand, huis)
        return _pad([Antwoord(tekst, tuple(toestand.keuzes))], toestand, "vraag herhaald")
    if toestand.situatie.stap and toestand.situatie.gedaan(toestand.situatie.stap):
        return _volgende(waarde, bericht, toestand, huis)
    if toestand.situatie.stap:
        return _pad(stappen.toon(toestand.situatie.stap, toestand, huis, bericht.nu), toestand, "stap herhaald")
    return begin(toestand, huis)


def _terug(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Take back what the last turn changed in the situation."""
    if toestand.vorige is None:
        return _herhaal(waarde, bericht, toestand, huis)
    toestand.situatie, toestand.vorige = Situatie.uit_slots(toestand.vorige), None
    uit = _herhaal(waarde, bericht, toestand, huis)
    kop = Antwoord(huis.kennis.tekst("teruggezet"))
    return Beurt((kop, *uit.antwoorden), toestand, uit.topic, uit.topics, f"teruggezet; {uit.waarom}")


def _wis(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Forget everything; who keeps the conversation deletes it (`Beurt.wis`)."""
    antwoord = Antwoord(huis.kennis.tekst("gewist"))
    return Beurt((antwoord,), Toestand(begroet=True), "gesprek", ("gesprek",), "gewist", wis=True)


def _opnieuw(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    leeg = Toestand(begroet=True)
    uit = begin(leeg, huis)
    kop = Antwoord(huis.kennis.tekst("opnieuw"), uit.antwoorden[-1].knoppen)
    return Beurt((kop,), leeg, "gesprek", ("gesprek",), "opnieuw begonnen")


def _stop(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    uit = _slot("stop", toestand, huis, "gestopt")
    return Beurt((bewaren.met_weg_terug(uit.antwoorden[0], huis),), toestand, "gesprek", ("gesprek",), uit.waarom)


def _wat_dan(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    uit = begin(toestand, huis)
    return Beurt(
        (Antwoord(huis.kennis.tekst("onduidelijk_1"), uit.antwoorden[-1].knoppen),),
        toestand,
        "gesprek",
        ("gesprek",),
        "nee",
    )


def begin(toestand: Toestand, huis: Huis) -> Beurt:
    """The open question with which every talk starts."""
    kennis = huis.kennis
    knoppen = (
        Knop(kennis.tekst("knop_zit_thuis"), "onderwerp:kind_zit_thuis_wat_nu"),
        Knop(kennis.tekst("knop_loopt_vast"), "onderwerp:dreigt_uit_te_vallen"),
        Knop(kennis.tekst("knop_regels"), "onderwerp:wie_doet_wat"),
    )
    toestand.keuzes = list(knoppen)
    toestand.vraag = None
    return _pad([Antwoord(kennis.tekst("welkom_vraag"), knoppen)], toestand, "begin", "gesprek")


def _begin_als_leeg(toestand: Toestand) -> str | None:
    return "begin:" if not weet_iets(toestand) else "volgende_stap:"


def weet_iets(toestand: Toestand) -> bool:
    """Whether anything of the child's situation is known."""
    s = toestand.situatie
    return any((s.leeftijd, s.onderwijssoort, s.plaats, s.weken_thuis is not None, s.stappen_gedaan, s.situatie))


HANDELINGEN: dict[str, Callable[[str, Bericht, Toestand, Huis], Beurt | None]] = {
    "stap": _stap,
    "volgende_stap": _volgende,
    "sla_over": _sla_over,
    "school_hier": _school_hier,
    "wat_weet_je": _wat_weet_je,
    "waarom_vraag": _waarom,
    "herhaal": _herhaal,
    "terug": _terug,
    "wis": _wis,
    "opnieuw": _opnieuw,
    "stop": _stop,
    "wat_dan": _wat_dan,
    "eenvoudig": eenvoudig.nog_eens,
    "plan": documenten.plan,
    "brief": documenten.brief,
    "brieven": documenten.brieven,
    "brief_of_plan": documenten.brief_of_plan,
    "voorbereiding": voorbereiding.begin,
    "plekken": plekken.meer,
    bewaren.MERK: bewaren.antwoord,
    "iets_anders": terugkeer.iets_anders,
    "begin": lambda waarde, bericht, toestand, huis: begin(toestand, huis),
}

ONDERWERP_ALS_ZET: dict[str, Callable[[Toestand], str | None]] = {
    "begin": _begin_als_leeg,
    eenvoudig.ONDERWERP: lambda toestand: "eenvoudig:",
    documenten.ONDERWERP: lambda toestand: "brief_of_plan:",
}
"""Topics that are answered by a move instead of by their text."""
