"""One turn: danger, choices, facts, topics, the road. Every path ends in at least one reply."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.gesprek import (
    bewaren,
    bijsturing,
    eenvoudig,
    gegevens,
    gevoel,
    herhaling,
    kinderen,
    lengte,
    mens,
    nood,
    onderwerp,
    plekken,
    reactie,
    stappen,
    taal,
    termijn,
    terugkeer,
    verslag,
    vervolgantwoord,
    vervolgvraag,
    voorbereiding,
    vragen,
    zetten,
)
from wegwijzer.gesprek.duiding import Duiding, buur, duid
from wegwijzer.gesprek.knoppen import documentknoppen, onderwerpknoppen, vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand, woorden
from wegwijzer.gesprek.samenvatting import opsomming, weetjes
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp


def beurt(bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The replies to one message and the state after it. Never raises on what a parent writes; never empty."""
    eerste = not toestand.begroet
    toestand.begroet = True
    voor, kind_voor = toestand.situatie.als_slots(), toestand.kind_sleutel
    weer = terugkeer.herinner(toestand, huis) if terugkeer.weg_geweest(toestand, bericht.nu) else None
    terugkeer.is_hier(toestand, bericht.nu)
    vreemd = taal.onthoud(bericht.tekst, toestand)
    if bericht.nood and bericht.nood.get("niveau") == nood.NOOD:
        return nood.gevaar(bericht, toestand, huis, eerste)
    vrij = None if weer and terugkeer.groet(bericht) else voorbereiding.duid(bericht, toestand, huis.kennis)
    nieuw = kinderen.verwerk(bericht, toestand, huis) if vrij is None or vrij.soort != voorbereiding.SOORT else []
    duiding = vrij or eenvoudig.duid(bericht) or bewaren.duid(bericht) or termijn.duid(bericht, toestand, huis)
    duiding = duiding or bijsturing.duid_eerst(
        bericht, toestand, huis, verslag.nieuwe_stap(toestand, voor["stappen_gedaan"])
    )
    duiding = duiding or bijsturing.stuur_bij(
        duid(bericht, toestand, huis.kennis, nieuw), bericht, toestand, huis, nieuw
    )
    if vreemd and (soort := taal.gevaar(duiding)):
        return nood.gevaar(replace(bericht, nood={"niveau": nood.NOOD, "soort": soort}), toestand, huis, eerste)
    if bericht.nood and bericht.nood.get("niveau") == nood.ZORG:
        over = _onderwerp(duiding, bericht, toestand, huis, nieuw) if duiding.soort == "onderwerp" else None
        uit = nood.zorg(bericht, over, toestand, huis)
    elif (vreemd and not taal.zelfde_weg(duiding, bericht)) or taal.onduidelijk(duiding, toestand):
        uit = taal.weg(duiding, bericht, toestand, huis)
    else:
        vraag = toestand.vraag
        uit = _volgens(duiding, bericht, toestand, huis, nieuw)
        if duiding.soort != termijn.SOORT:
            uit = termijn.bij_onderwerp(uit, vraag, bericht, toestand, huis)
    uit = voorbereiding.kom_terug(uit, duiding, toestand, huis)
    if weer is not None:
        uit = terugkeer.bij_beurt(uit, weer, duiding, bericht, nieuw, toestand, huis)
    uit = kinderen.bij_beurt(gevoel.bij_beurt(uit, bericht, toestand, huis), toestand, huis)
    uit = herhaling.niet_nog_eens(mens.met_mens(uit, huis), duiding, bericht, toestand, huis)
    uit = lengte.kort_in(uit, eerste, toestand, huis)
    if uit.toestand is toestand and duiding.soort != vervolgvraag.SOORT:
        toestand.laatst = eenvoudig.laatst(uit, huis)
    if duiding.soort not in ("onduidelijk", "leeg", "buiten_bereik", reactie.SOORT):
        toestand.misverstaan = 0
    if uit.toestand is toestand and duiding.label != "terug":
        toestand.vorige = voor if kind_voor in (None, toestand.kind_sleutel) else None
    if set(bericht.verwijderd) - {"postcode"} and "geredigeerd" not in toestand.getoond:
        toestand.getoond.append("geredigeerd")
        melding = Antwoord(huis.kennis.tekst("geredigeerd"))
        uit = replace(uit, antwoorden=(melding, *uit.antwoorden))
    if toestand.taal:
        return taal.vertaal(uit, bericht, huis)
    if eerste:
        welkom = Antwoord(huis.kennis.tekst("welkom"))
        uit = replace(uit, antwoorden=(welkom, *uit.antwoorden))
    return uit


def _volgens(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Beurt:
    na_nood, toestand.na_nood = toestand.na_nood, False
    if na_nood and (terug := voorbereiding.na_gevaar(duiding, toestand, huis)):
        return terug
    if duiding.soort == "knop" and duiding.knop is not None:
        return doe(duiding.knop.doel, bericht, toestand, huis)
    if duiding.soort == termijn.SOORT:
        return termijn.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == vervolgvraag.SOORT:
        return vervolgantwoord.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == reactie.SOORT:
        return reactie.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == "stap":
        return doe(f"stap:{duiding.label}", bericht, toestand, huis)
    if duiding.soort == "zet":
        doel = zetten.doel(str(duiding.label), toestand)
        return doe(doel, bericht, toestand, huis) if doel else _gegevens(duiding, bericht, toestand, huis, nieuw)
    if duiding.soort == "onderwerp":
        return _onderwerp(duiding, bericht, toestand, huis, nieuw)
    if duiding.soort == voorbereiding.SOORT:
        return voorbereiding.antwoord(bericht, toestand, huis)
    if na_nood and duiding.soort in ("keuze", "onduidelijk"):
        return doe("volgende_stap:", bericht, toestand, huis)
    if duiding.soort == "keuze":
        return _keuze(duiding, toestand, huis)
    if duiding.soort == "gegevens":
        return _gegevens(duiding, bericht, toestand, huis, nieuw)
    if duiding.soort == "buiten_bereik":
        return _buiten_bereik(duiding, bericht, toestand, huis)
    return _onduidelijk(duiding, bericht, toestand, huis)


def doe(doel: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Carry out what a button (or a move in the talk) stands for. An unknown token counts as not understood."""
    soort, _, waarde = doel.partition(":")
    if soort == "onderwerp" and waarde in huis.kennis.onderwerpen:
        duiding = Duiding("onderwerp", waarde, onderwerpen=(waarde,), waarom="gekozen onderwerp")
        return _onderwerp(duiding, bericht, toestand, huis, [])
    if soort == "zet":
        naam, _, nieuwe_waarde = waarde.partition("=")
        _zet_gegeven(naam, nieuwe_waarde, toestand, huis)
        return _verder(bericht, toestand, huis, "keuze")
    if soort == "plek":
        plaats, gemeente, pc4 = (deel or None for deel in waarde.split("|"))
        gekozen = huis.plaatsen.vind(plaats, gemeente, pc4)
        if gekozen:
            gegevens.neem_plek(toestand, gekozen[0], huis)
            toestand.plaats_school = True
            return _verder(bericht, toestand, huis, "plaats gekozen")
    return zetten.doe(soort, waarde, bericht, toestand, huis) or _onduidelijk(
        Duiding("onduidelijk", waarom=f"onbekende keuze {doel}"), bericht, toestand, huis
    )


def _zet_gegeven(naam: str, waarde: str, toestand: Toestand, huis: Huis) -> None:
    situatie = toestand.situatie
    if naam == "situatie":
        situatie.situatie = [*situatie.situatie, *([waarde] if waarde not in situatie.situatie else [])]
    else:
        setattr(situatie, naam, waarde)
    gegevens.leid_deur_af(toestand, huis)


def _verder(bericht: Bericht, toestand: Toestand, huis: Huis, waarom: str) -> Beurt:
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    return Beurt(tuple(antwoorden), toestand, "pad", ("pad",), f"{waarom}; {reden}")


def _onderwerp(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Beurt:
    """Answer the topic; then the question that was open, the next step, or a choice."""
    label = str(duiding.label)
    gekozen = huis.kennis.onderwerpen[label]
    toestand.situatie.onderwerp = label
    if toestand.vraag in ("ook", vragen.GEBEURTENIS):
        toestand.vraag = None
    zet = zetten.ONDERWERP_ALS_ZET.get(label)
    if doel := duiding.doel or (zet(toestand) if zet else None):
        uit = doe(doel, bericht, toestand, huis)
        return Beurt(uit.antwoorden, toestand, label, (label,), f"{duiding.waarom}; {uit.waarom}")
    ook = tuple(n for n in duiding.onderwerpen if n != label)
    if toestand.vraag in vragen.VOORBEREIDING:
        los = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu)
        return Beurt((los,), toestand, label, (label, *ook), duiding.waarom)
    if gekozen.instap or (gekozen.toon_stap and not toestand.situatie.zonder_samenwerkingsverband()):
        return _instap(duiding, bericht, toestand, huis, ook)
    antwoord = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu)
    antwoord = herhaling.anders_gezegd(antwoord, gekozen, bericht, toestand, huis)
    topics = (label, *ook)
    if gekozen.plekken is not None:
        return _plekken(gekozen, antwoord, duiding, bericht, toestand, huis)
    swv_nodig = gekozen.contact[:1] == ("swv",) and not ook
    if swv_nodig and not toestand.situatie.swv and not toestand.situatie.zonder_samenwerkingsverband():
        vraag = stappen.open_deurvraag(toestand, huis)
        if vraag is not None:
            toestand.doelstap = "samenwerkingsverband"
            return Beurt((antwoord, vraag), toestand, label, topics, f"{duiding.waarom}; gevraagd: {toestand.vraag}")
    if toestand.vraag in vragen.VRAGEN:
        terug = huis.kennis.tekst("terug_naar_vraag", vraag=vragen.vraagtekst(toestand.vraag, toestand, huis))
        open_knoppen = tuple(k for k in toestand.keuzes)
        return Beurt((antwoord, Antwoord(terug, open_knoppen)), toestand, label, topics, duiding.waarom)
    erbij = () if ook else documentknoppen(label, toestand, huis)
    knoppen = vervolgknoppen(toestand, huis, (*ook, *duiding.ook, *gekozen.verder), erbij)
    if ook:
        toestand.vraag = "ook"
        aanbod = Antwoord(huis.kennis.tekst("en_verder"), knoppen)
        return Beurt((antwoord, aanbod), toestand, label, topics, duiding.waarom)
    antwoord = Antwoord(antwoord.tekst, knoppen, antwoord.custom)
    return Beurt((antwoord,), toestand, label, topics, duiding.waarom)


def _plekken(
    gekozen: Onderwerp, antwoord: Antwoord, duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis
) -> Beurt:
    """Places near the parent; the place is asked first where it is not known."""
    lijst = plekken.antwoord(gekozen, toestand, huis)
    topics = tuple(dict.fromkeys((gekozen.id, *duiding.onderwerpen)))
    if lijst is None and "plaats_plek" not in toestand.overgeslagen:
        vraag = vragen.stel("plaats_plek", toestand, huis)
        return Beurt((antwoord, vraag), toestand, gekozen.id, topics, f"{duiding.waarom}; gevraagd: plaats_plek")
    toestand.vraag = None
    lijst = lijst or Antwoord(antwoord.tekst, vervolgknoppen(toestand, huis, gekozen.verder), antwoord.custom)
    return Beurt((lijst,), toestand, gekozen.id, topics, f"{duiding.waarom}; plekken gezocht")


def _instap(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, ook: tuple[str, ...]) -> Beurt:
    """A topic that opens the talk: say what was heard, then the step that follows from it."""
    label = str(duiding.label)
    gekozen = huis.kennis.onderwerpen[label]
    if not gekozen.toon_stap:
        toestand.doelstap = None
    if gekozen.toon_stap and gekozen.stap and not toestand.situatie.gedaan(gekozen.stap):
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu, gekozen.stap)
    else:
        antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    kop = onderwerp.aanhef(gekozen, toestand.situatie)
    if woorden([kop, *(a.tekst for a in antwoorden)]) <= onderwerp.MAX_WOORDEN:
        antwoorden.insert(0, Antwoord(kop))
    if ook and toestand.vraag == "stap":
        knoppen = onderwerpknoppen(ook, huis)
        toestand.keuzes = [*toestand.keuzes, *knoppen]
        antwoorden[-1] = replace(antwoorden[-1], knoppen=(*knoppen, *antwoorden[-1].knoppen))
    return Beurt(tuple(antwoorden), toestand, label, (label, *ook), f"{duiding.waarom}; {reden}")


def _keuze(duiding: Duiding, toestand: Toestand, huis: Huis) -> Beurt:
    knoppen = vervolgknoppen(toestand, huis, duiding.onderwerpen)
    antwoord = Antwoord(huis.kennis.tekst("twijfel"), knoppen)
    return Beurt((antwoord,), toestand, "onduidelijk", duiding.onderwerpen, duiding.waarom)


def _gegevens(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Beurt:
    """Facts only: thank, and go on with the road."""
    gevraagd = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
    if toestand.vraag == "plaats_plek" and gevraagd is not None and gevraagd.plekken is not None:
        return _onderwerp(Duiding("onderwerp", gevraagd.id, waarom=duiding.waarom), bericht, toestand, huis, nieuw)
    feiten = weetjes(toestand.situatie, huis, alleen=nieuw)
    voor = toestand.situatie.stap if toestand.vraag == "stap" and not toestand.kind_gewisseld else None
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    stap = toestand.situatie.stap
    anders = "stappen_gedaan" in nieuw or bericht.alle("stap_gedaan") or (stap != "school" and "swv" in nieuw)
    if stap and stap == voor and not anders:
        antwoorden[-1] = stappen.blijft(stap, toestand, huis)
    kop = [Antwoord(huis.kennis.tekst("bedankt_gegevens", wat=opsomming(feiten)))] if feiten else []
    return Beurt((*kop, *antwoorden), toestand, "pad", ("pad",), f"{duiding.waarom}; {reden}")


def _buiten_bereik(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    gekozen = huis.kennis.onderwerpen["buiten_bereik"]
    tekst = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu).tekst
    toestand.misverstaan += 1
    genoemd = buur(bericht.tekst, huis.kennis)
    if genoemd is not None:
        tekst = huis.kennis.tekst("buiten_bereik_buur", waar=genoemd.antwoord)
    elif toestand.misverstaan >= 2:
        tekst = stappen.tekst_met_nummers("buiten_bereik_weer", huis)
    antwoord = Antwoord(tekst, vervolgknoppen(toestand, huis, ("praat_met_mens",)))
    return Beurt((antwoord,), toestand, "buiten_bereik", ("buiten_bereik",), duiding.waarom)


def _onduidelijk(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Two strikes, then a human."""
    toestand.misverstaan += 1
    if duiding.soort == "leeg":
        tekst = huis.kennis.tekst("leeg")
    elif toestand.vraag in vragen.VRAGEN and toestand.misverstaan < 2:
        begin = "plaats_onbekend" if toestand.vraag in ("plaats", "plaats_thuis", "plaats_plek") else "onduidelijk_1"
        herhaald = Antwoord(vragen.vraagtekst(toestand.vraag, toestand, huis), tuple(toestand.keuzes))
        antwoorden = (Antwoord(huis.kennis.tekst(begin)), herhaald)
        return Beurt(antwoorden, toestand, "onduidelijk", ("onduidelijk",), duiding.waarom)
    elif toestand.misverstaan >= 2:
        tekst = stappen.tekst_met_nummers("onduidelijk_2", huis)
    else:
        tekst = huis.kennis.tekst("onduidelijk_1")
    knoppen = vervolgknoppen(toestand, huis, ("kind_zit_thuis_wat_nu", "dreigt_uit_te_vallen"))
    return Beurt((Antwoord(tekst, knoppen),), toestand, "onduidelijk", ("onduidelijk",), duiding.waarom)
