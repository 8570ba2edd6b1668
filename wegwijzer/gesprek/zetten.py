"""Moves in the talk itself: skip, back, what do you know, why do you ask, again, stop."""

from __future__ import annotations

from collections.abc import Callable

from wegwijzer.gesprek import (
    bewaren,
    documenten,
    eenvoudig,
    plekken,
    stappen,
    terugkeer,
    voorbereiding,
    vragen,
    wat_als,
)
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.gesprek.samenvatting import opsomming, weetjes
from wegwijzer.gesprek.stapverslag import meld, pad, slot, volgende
from wegwijzer.huis import Huis
from wegwijzer.pad.situatie import Situatie


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
    if zet == "sla_over" and vraag == "stap":
        return "sla_over:stap"
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


def _sla_over(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    if waarde in vragen.VOORBEREIDING:
        return voorbereiding.sla_over(waarde, toestand, huis)
    if waarde == "stap":
        return wat_als.overgeslagen(bericht, toestand, huis) or volgende(waarde, bericht, toestand, huis)
    if waarde == vragen.GEBEURTENIS:
        toestand.vraag = None
        return slot("overgeslagen", toestand, huis, "dag overgeslagen")
    if waarde:
        vragen.laat_los(waarde, toestand)
    toestand.vraag = None
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    return pad([Antwoord(huis.kennis.tekst("overgeslagen")), *antwoorden], toestand, f"overgeslagen: {waarde}; {reden}")


def _school_hier(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    situatie = toestand.situatie
    toestand.vraag = None
    if waarde == "ja":
        toestand.plaats_school = True
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
        return pad(antwoorden, toestand, f"school staat in {situatie.plaats}; {reden}")
    situatie.plaats = situatie.gemeente = situatie.pc4 = situatie.swv = None
    return pad([vragen.stel("plaats", toestand, huis)], toestand, "school staat ergens anders")


def _wat_weet_je(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    feiten = weetjes(toestand.situatie, huis)
    tekst = huis.kennis.tekst("onthouden", wat=opsomming(feiten)) if feiten else huis.kennis.tekst("onthouden_niets")
    return slot(tekst, toestand, huis, "wat weet je", letterlijk=True)


def _waarom(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    vraag = "plaats" if toestand.vraag == "plaats_thuis" else toestand.vraag
    sleutel = f"vraag_{vraag}_uitleg"
    if sleutel not in huis.kennis.teksten:
        return slot("geen_vraag_open", toestand, huis, "waarom: geen vraag open")
    tekst = huis.kennis.tekst(sleutel, plaats=toestand.situatie.plaats or "")
    return pad([Antwoord(tekst, tuple(toestand.keuzes))], toestand, f"waarom {vraag}")


def _herhaal(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    if toestand.vraag in (*vragen.VRAGEN, vragen.GEBEURTENIS):
        tekst = vragen.vraagtekst(toestand.vraag, toestand, huis)
        return pad([Antwoord(tekst, tuple(toestand.keuzes))], toestand, "vraag herhaald")
    if toestand.situatie.stap and toestand.situatie.gedaan(toestand.situatie.stap):
        return volgende(waarde, bericht, toestand, huis)
    if toestand.situatie.stap:
        return pad(stappen.toon(toestand.situatie.stap, toestand, huis, bericht.nu), toestand, "stap herhaald")
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
    uit = slot("stop", toestand, huis, "gestopt")
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
    return pad([Antwoord(kennis.tekst("welkom_vraag"), knoppen)], toestand, "begin", "gesprek")


def _begin_als_leeg(toestand: Toestand) -> str | None:
    return "begin:" if not weet_iets(toestand) else "volgende_stap:"


def weet_iets(toestand: Toestand) -> bool:
    """Whether anything of the child's situation is known."""
    s = toestand.situatie
    return any((s.leeftijd, s.onderwijssoort, s.plaats, s.weken_thuis is not None, s.stappen_gedaan, s.situatie))


HANDELINGEN: dict[str, Callable[[str, Bericht, Toestand, Huis], Beurt | None]] = {
    "stap": meld,
    "volgende_stap": volgende,
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
