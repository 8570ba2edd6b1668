"""The next step in words: what to do, whom to reach in this region, what to have ready."""

from __future__ import annotations

from datetime import datetime

from wegwijzer.gesprek import gegevens, vragen
from wegwijzer.gesprek.knoppen import voorbereidknop
from wegwijzer.gesprek.model import Antwoord, Knop, Toestand, woorden
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Stap
from wegwijzer.pad import kaart
from wegwijzer.pad.situatie import Situatie
from wegwijzer.pad.stap import Keuze, volgende_stap
from wegwijzer.pad.stapinhoud import afspraken, kaarten_van, passend
from wegwijzer.plaats.model import Plek

MAX_WOORDEN = 85
"""What a parent reads of one step (words); optional lines are left out past this."""
MEESTE_AFSPRAKEN = 2


def vervolg(toestand: Toestand, huis: Huis, nu: datetime, stap: str | None = None) -> tuple[list[Antwoord], str]:
    """The next step (or `stap`, when asked for), or the one question that it needs first; with the reason why."""
    stap = stap or toestand.doelstap
    if stap and (toestand.situatie.gedaan(stap) or toestand.situatie.zonder_samenwerkingsverband()):
        stap = None
    keuze = Keuze(stap, f"gevraagd naar stap {stap}") if stap else volgende_stap(toestand.situatie)
    if keuze.stap == "samenwerkingsverband":
        vraag = open_deurvraag(toestand, huis)
        if vraag is not None:
            toestand.doelstap = stap
            return [vraag], f"{keuze.waarom}; gevraagd: {toestand.vraag}"
    toestand.doelstap = None
    eerst = volgende_stap(toestand.situatie).stap
    if stap == "samenwerkingsverband" and eerst == "school":
        return [
            _verband(toestand, huis, nu),
            *toon(eerst, toestand, huis, nu),
        ], f"{keuze.waarom}; de stap blijft school"
    return toon(keuze.stap, toestand, huis, nu), keuze.waarom


def open_deurvraag(toestand: Toestand, huis: Huis) -> Antwoord | None:
    """What the door to the samenwerkingsverband still needs, unless the parent skipped it."""
    situatie = toestand.situatie
    uitkomst = gegevens.leid_deur_af(toestand, huis)
    thuis = "geen_school" in situatie.situatie
    if uitkomst.swv and toestand.vraag == "school_zelfde_plaats":
        vragen.nog_eens(toestand.vraag, toestand, keren=1)  # passed over twice: the parent goes on as if it is
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
        return [Antwoord(tekst_met_nummers("alle_stappen_gedaan", huis), _vaste_knoppen(toestand, huis, []))]
    stap = kennis.stappen[stap_id]
    situatie.stap = stap_id
    regels, kaarten = _inhoud(stap, toestand, huis)
    regionaal = afspraken(situatie, kennis)[:MEESTE_AFSPRAKEN] if stap_id == "samenwerkingsverband" else []
    regels += [kaart.vul_nummers(a.tekst, kennis) for a in regionaal]
    vraag = next((a.vraag_aan_school for a in regionaal if a.vraag_aan_school), None)
    if "ouders_en_onderwijs" not in stap.organisaties:
        regels.append(tekst_met_nummers("tussendoor", huis))
    mag_ook = [kennis.tekst("regio_vraag", vraag=vraag)] if vraag else []
    mag_ook.append(kennis.tekst("klaarleggen", wat=_opsomming(stap.bereid_voor[:1])))
    for regel in mag_ook:
        if woorden([*regels, regel]) <= MAX_WOORDEN:
            regels.append(regel)
    custom: dict[str, object] = {"stap": stap.nummer}
    custom["bronnen"] = list(dict.fromkeys([*(b.bron for b in stap.bronnen), *(a.bron for a in regionaal)]))
    if kaarten:
        custom["kaart"] = kaarten[0].data(nu)
    if len(kaarten) > 1:
        custom["kaarten"] = [k.data(nu) for k in kaarten]
    return [Antwoord("\n".join(regels), stapknoppen(toestand, huis), custom)]


def blijft(stap: str, toestand: Toestand, huis: Huis) -> Antwoord:
    """The step that is open in one sentence, with its choices: for who has read it already."""
    naam = huis.kennis.stappen[stap].naam
    tekst = huis.kennis.tekst("stap_blijft", naam=naam[:1].lower() + naam[1:])
    return Antwoord(tekst, stapknoppen(toestand, huis), {"stap": huis.kennis.stappen[stap].nummer})


def stapknoppen(toestand: Toestand, huis: Huis) -> tuple[Knop, ...]:
    """How did it go: the choices under a step; `stap` is now the open question."""
    toestand.vraag = "stap"
    knoppen = stapkeuzes(toestand, huis)
    if toestand.situatie.stap == "school":
        knoppen.append(voorbereidknop(huis))
    return _vaste_knoppen(toestand, huis, knoppen)


def stapkeuzes(toestand: Toestand, huis: Huis) -> list[Knop]:
    """How did it go with the step that is shown; empty where none is."""
    if not toestand.situatie.stap:
        return []
    titels = (("knop_hielp_niet", "hielp_niet"), ("knop_loopt_nog", "loopt_nog"), ("knop_nog_niet", "nog_niet"))
    return [Knop(huis.kennis.tekst(t), f"stap:{d}") for t, d in titels]


def _vaste_knoppen(toestand: Toestand, huis: Huis, knoppen: list[Knop]) -> tuple[Knop, ...]:
    toestand.keuzes = [*knoppen, Knop(huis.kennis.tekst("knop_mens"), "onderwerp:praat_met_mens")]
    return tuple(toestand.keuzes)


def _inhoud(stap: Stap, toestand: Toestand, huis: Huis) -> tuple[list[str], list[kaart.Kaart]]:
    """What must be said of a step, and its contacts."""
    kennis, situatie = huis.kennis, toestand.situatie
    if stap.id == "samenwerkingsverband":
        return _samenwerkingsverband(situatie, gegevens.plekken(toestand, huis), huis)
    regels = [kennis.tekst("stap_kop", naam=stap.naam[:1].lower() + stap.naam[1:])]
    zonder = situatie.zonder_samenwerkingsverband()
    if zonder and stap.id == "onderwijsconsulent":
        regels.append(kennis.tekst(f"geen_swv_{zonder}"))
    regels += passend(stap.doe, situatie)[:2]
    kaarten = kaarten_van(stap, situatie, kennis)
    return regels + contactregels(kaarten, huis), kaarten


def contactregels(kaarten: list[kaart.Kaart], huis: Huis) -> list[str]:
    """At most two contacts, each as a line: who, and the best way to reach them."""
    regels = []
    for k in kaarten:
        contact = k.tekst(1)
        if contact:
            regels.append(huis.kennis.tekst("stap_contact", wie=k.wie.split(" (")[0], contact=contact))
    return regels[:2]


def _verband(toestand: Toestand, huis: Huis, nu: datetime) -> Antwoord:
    """The samenwerkingsverband of this school for who asks for it, while the step itself is still another one."""
    kennis, swv = huis.kennis, huis.kennis.samenwerkingsverbanden.get(toestand.situatie.swv or "")
    landkaart = kennis.tekst(kaart.STEUNPUNT_KAART)
    if swv is None:
        return Antwoord(kennis.tekst("swv_van_school_onbekend", kaart=landkaart))
    k = kaart.van_samenwerkingsverband(swv)
    contact = k.tekst(2)
    regels = [kennis.tekst("swv_van_school", naam=swv.naam or f"{swv.gebied} ({swv.code})")]
    regels.append(
        f"{contact[:1].upper()}{contact[1:]}." if contact else kennis.tekst("stap_swv_geen_contact", kaart=landkaart)
    )
    if toestand.situatie.onderwijssoort in ("so", "vso"):
        regels.append(kennis.tekst("stap_kop_speciaal"))
    if any(p.zekerheid == "laag" for p in gegevens.plekken(toestand, huis)):
        regels.append(kennis.tekst("laag"))
    return Antwoord("\n".join(regels), custom={"kaart": k.data(nu)})


def _samenwerkingsverband(
    situatie: Situatie, plekken: tuple[Plek, ...], huis: Huis
) -> tuple[list[str], list[kaart.Kaart]]:
    kennis = huis.kennis
    swv = kennis.samenwerkingsverbanden.get(situatie.swv or "")
    landkaart = kennis.tekst(kaart.STEUNPUNT_KAART)
    if swv is None:
        return [kennis.tekst("stap_swv_onbekende_plaats", kaart=landkaart)], []
    k = kaart.van_samenwerkingsverband(swv)
    if swv.naam:
        regels = [kennis.tekst("stap_swv", naam=swv.naam)]
    else:
        regels = [kennis.tekst("stap_swv_geen_naam", gebied=swv.gebied, code=swv.code)]
    contact = k.tekst(2)
    leeg = kennis.tekst("stap_swv_geen_contact", kaart=landkaart)
    regels.append(f"{contact[:1].upper()}{contact[1:]}." if contact else leeg)
    if situatie.onderwijssoort in ("so", "vso"):
        regels.append(kennis.tekst("stap_kop_speciaal"))
    if any(p.zekerheid == "laag" for p in plekken):
        regels.append(kennis.tekst("laag"))
    return regels, [k]


def _opsomming(delen: tuple[str, ...] | list[str]) -> str:
    kleine = [d.rstrip(".")[:1].lower() + d.rstrip(".")[1:] for d in delen]
    return " en ".join(kleine)


def tekst_met_nummers(sleutel: str, huis: Huis) -> str:
    """A text of teksten.yml with its `{tel:…}` placeholders filled from the organisations."""
    return kaart.vul_nummers(huis.kennis.teksten[sleutel][0], huis.kennis).strip()
