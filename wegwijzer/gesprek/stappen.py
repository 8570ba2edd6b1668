"""The next step in words: what to do, whom to reach in this region, what to have ready."""

from __future__ import annotations

from datetime import datetime

from wegwijzer.gesprek import gegevens, vragen
from wegwijzer.gesprek.model import Antwoord, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import STAPPEN, Afspraak, Organisatie, Stap
from wegwijzer.pad import kaart
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.plaats.model import Plek

VERVANGERS = {"mbo": "mbo_school", "cluster1": "cluster1", "cluster2": "cluster2"}
"""Whom to turn to where there is no samenwerkingsverband."""


def vervolg(toestand: Toestand, huis: Huis, nu: datetime) -> tuple[list[Antwoord], str]:
    """The next step, or the one question that it needs first; with the reason for the helpdesk."""
    keuze = volgende_stap(toestand.situatie)
    if keuze.stap == "samenwerkingsverband":
        vraag = open_deurvraag(toestand, huis)
        if vraag is not None:
            return [vraag], f"{keuze.waarom}; gevraagd: {toestand.vraag}"
    return toon(keuze.stap, toestand, huis, nu), keuze.waarom


def open_deurvraag(toestand: Toestand, huis: Huis) -> Antwoord | None:
    """What the door to the samenwerkingsverband still needs, unless the parent skipped it."""
    situatie = toestand.situatie
    uitkomst = gegevens.leid_deur_af(situatie, huis)
    thuis = "geen_school" in situatie.situatie
    if uitkomst.swv and not toestand.plaats_school and not thuis and situatie.richting != "reformatorisch":
        vraag: str | None = "school_zelfde_plaats"
    else:
        vraag = "plaats_thuis" if uitkomst.vraag == "plaats" and thuis else uitkomst.vraag
    if vraag is None or vraag in toestand.overgeslagen:
        return None
    return vragen.stel(vraag, toestand, huis, uitkomst)


def toon(stap_id: str | None, toestand: Toestand, huis: Huis, nu: datetime) -> list[Antwoord]:
    """The step itself, with its contact, what holds in this region, and the question how it went."""
    kennis, situatie = huis.kennis, toestand.situatie
    if stap_id is None:
        situatie.stap = None
        return [Antwoord(_vul("alle_stappen_gedaan", huis), _vaste_knoppen(toestand, huis, []))]
    stap = kennis.stappen[stap_id]
    situatie.stap = stap_id
    regels, kaarten = _inhoud(stap, situatie, huis)
    antwoorden = [_antwoord(stap, regels, kaarten, nu)]
    regio = _regionaal(situatie, stap, huis)
    if regio is not None:
        antwoorden.append(regio)
    toestand.vraag = "stap"
    knoppen = [
        Knop(kennis.tekst("knop_hielp_niet"), "stap:hielp_niet"),
        Knop(kennis.tekst("knop_loopt_nog"), "stap:loopt_nog"),
        Knop(kennis.tekst("knop_nog_niet"), "stap:nog_niet"),
    ]
    laatste = antwoorden[-1]
    antwoorden[-1] = Antwoord(laatste.tekst, _vaste_knoppen(toestand, huis, knoppen), laatste.custom)
    return antwoorden


def _vaste_knoppen(toestand: Toestand, huis: Huis, knoppen: list[Knop]) -> tuple[Knop, ...]:
    toestand.keuzes = [*knoppen, Knop(huis.kennis.tekst("knop_mens"), "onderwerp:praat_met_mens")]
    return tuple(toestand.keuzes)


def _inhoud(stap: Stap, situatie: Situatie, huis: Huis) -> tuple[list[str], list[kaart.Kaart]]:
    kennis = huis.kennis
    if stap.id == "samenwerkingsverband":
        return _samenwerkingsverband(stap, situatie, huis)
    regels = [kennis.tekst("stap_kop", naam=stap.naam[:1].lower() + stap.naam[1:])]
    zonder = situatie.zonder_samenwerkingsverband()
    ids = list(stap.organisaties)
    if zonder:
        regels.append(kennis.tekst(f"geen_swv_{zonder}"))
        if stap.id in ("school", "onderwijsconsulent"):
            ids.insert(0, VERVANGERS[zonder])
    regels += stap.doe[:2]
    kaarten = [kaart.van_organisatie(kennis.organisaties[o]) for o in ids if o in kennis.organisaties]
    regels += _contactregels(kaarten, huis)
    regels.append(kennis.tekst("klaarleggen", wat=_opsomming(stap.bereid_voor[:2])))
    if "ouders_en_onderwijs" not in ids:
        regels.append(_vul("tussendoor", huis))
    return regels, kaarten


def _contactregels(kaarten: list[kaart.Kaart], huis: Huis) -> list[str]:
    regels = []
    for k in kaarten:
        contact = k.tekst(1)
        if contact:
            regels.append(huis.kennis.tekst("stap_contact", wie=k.wie.split(" (")[0], contact=contact))
    return regels[:2]


def _samenwerkingsverband(stap: Stap, situatie: Situatie, huis: Huis) -> tuple[list[str], list[kaart.Kaart]]:
    kennis = huis.kennis
    swv = kennis.samenwerkingsverbanden.get(situatie.swv or "")
    if swv is None:
        tekst = kennis.tekst("stap_swv_onbekende_plaats", kaart=kennis.tekst(kaart.STEUNPUNT_KAART))
        return [tekst, _vul("tussendoor", huis)], []
    k = kaart.van_samenwerkingsverband(swv)
    if swv.naam:
        regels = [kennis.tekst("stap_swv", naam=swv.naam)]
    else:
        regels = [kennis.tekst("stap_swv_geen_naam", gebied=swv.gebied, code=swv.code)]
    contact = k.tekst(2)
    if contact:
        regels.append(f"{contact[:1].upper()}{contact[1:]}.")
    else:
        regels.append(kennis.tekst("stap_swv_geen_contact", kaart=kennis.tekst(kaart.STEUNPUNT_KAART)))
    if situatie.onderwijssoort in ("so", "vso"):
        regels.append(kennis.tekst("stap_kop_speciaal"))
    if any(p.zekerheid == "laag" for p in _zekere_plek(situatie, huis)):
        regels.append(kennis.tekst("laag"))
    regels.append(kennis.tekst("klaarleggen", wat=_opsomming(stap.bereid_voor[:1])))
    if situatie.onderwijssoort not in ("so", "vso"):
        regels.append(_vul("tussendoor", huis))
    return regels, [k]


def _zekere_plek(situatie: Situatie, huis: Huis) -> tuple[Plek, ...]:
    return gegevens.plekken(situatie, huis)


def _antwoord(stap: Stap, regels: list[str], kaarten: list[kaart.Kaart], nu: datetime) -> Antwoord:
    custom: dict[str, object] = {"stap": stap.nummer, "bronnen": [b.bron for b in stap.bronnen]}
    if kaarten:
        custom["kaart"] = kaarten[0].data(nu)
    if len(kaarten) > 1:
        custom["kaarten"] = [k.data(nu) for k in kaarten]
    return Antwoord("\n".join(regels), custom=custom)


def afspraken(situatie: Situatie, huis: Huis) -> list[Afspraak]:
    """The regional agreements that hold for this child now."""
    weken, sector = situatie.weken_thuis or 0, situatie.sector()
    return [
        afspraak
        for regio in huis.kennis.regios
        for afspraak in regio.afspraken
        if sector in afspraak.sector
        and weken >= (afspraak.vanaf_weken or 0)
        and situatie.swv in (afspraak.swv or regio.swv)
        and (not afspraak.gemeenten or situatie.gemeente in afspraak.gemeenten)
    ]


def _regionaal(situatie: Situatie, stap: Stap, huis: Huis) -> Antwoord | None:
    if STAPPEN.index(stap.id) < STAPPEN.index("samenwerkingsverband") or STAPPEN.index(stap.id) > 2:
        return None
    gevonden = afspraken(situatie, huis)[:2] if stap.id == "samenwerkingsverband" else []
    if not gevonden:
        return None
    regels = [huis.kennis.tekst("regio_kop"), *(kaart.vul_nummers(a.tekst, huis.kennis) for a in gevonden)]
    vraag = next((a.vraag_aan_school for a in gevonden if a.vraag_aan_school), None)
    if vraag:
        regels.append(vraag)
    return Antwoord("\n".join(regels), custom={"bronnen": [a.bron for a in gevonden]})


def _opsomming(delen: tuple[str, ...] | list[str]) -> str:
    kleine = [d.rstrip(".")[:1].lower() + d.rstrip(".")[1:] for d in delen]
    return " en ".join(kleine)


def _vul(sleutel: str, huis: Huis) -> str:
    return tekst_met_nummers(sleutel, huis)


def tekst_met_nummers(sleutel: str, huis: Huis) -> str:
    """A text of teksten.yml with its `{tel:…}` placeholders filled from the organisations."""
    return kaart.vul_nummers(huis.kennis.teksten[sleutel][0], huis.kennis).strip()


def vervanger(situatie: Situatie, huis: Huis) -> Organisatie | None:
    """Who takes the samenwerkingsverband's place for mbo, cluster 1 and cluster 2."""
    return huis.kennis.organisaties.get(VERVANGERS.get(situatie.zonder_samenwerkingsverband() or "", ""))
