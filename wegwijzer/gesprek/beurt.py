"""One turn: danger, choices, facts, topics, the road. Every path ends in at least one reply."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.gesprek import (
    aansluiting,
    bewaren,
    bijsturing,
    eenvoudig,
    gegevens,
    kaal_antwoord,
    kinderen,
    nood,
    onbegrepen,
    onderwerpbeurt,
    reactie,
    stappen,
    stil,
    taal,
    termijn,
    terugkeer,
    verslag,
    vervolgantwoord,
    vervolgvraag,
    voorbereiding,
    vragen,
    wat_als,
    zaak,
    zetten,
)
from wegwijzer.gesprek.afronding import Omstandigheid, rond_af
from wegwijzer.gesprek.duiding import ZO_GOED_ALS_ZEKER, Duiding, duid
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.gesprek.samenvatting import opsomming, weetjes
from wegwijzer.huis import Huis


def beurt(bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The replies to one message and the state after it. Never raises on what a parent writes; never empty."""
    eerste = not toestand.begroet
    toestand.begroet = True
    huis = huis.voor(toestand.situatie.kind)
    bericht = bericht if eerste else kaal_antwoord.vul_aan(bericht, toestand)
    voor, kind_voor = toestand.situatie.als_slots(), toestand.kind_sleutel
    weer = terugkeer.herinner(toestand, huis) if terugkeer.weg_geweest(toestand, bericht.nu) else None
    terugkeer.is_hier(toestand, bericht.nu)
    vreemd = taal.onthoud(bericht.tekst, toestand)
    if bericht.nood and bericht.nood.get("niveau") == nood.NOOD:
        return nood.gevaar(bericht, toestand, huis, eerste)
    if weer is not None and toestand.vraag in vragen.VOORBEREIDING and verslag.duid(bericht, toestand):
        toestand.vraag = None
    vrij = None if weer and terugkeer.groet(bericht) else voorbereiding.duid(bericht, toestand, huis.kennis)
    nieuw = kinderen.verwerk(bericht, toestand, huis) if vrij is None or vrij.soort != voorbereiding.SOORT else []
    huis = huis.voor(toestand.situatie.kind)
    duiding = vrij or eenvoudig.duid(bericht) or bewaren.duid(bericht)
    duiding = duiding or zaak.duid(bericht, toestand, huis) or termijn.duid(bericht, toestand, huis)
    duiding = duiding or aansluiting.duid_eerst(
        bericht, toestand, huis, verslag.nieuwe_stap(toestand, voor["stappen_gedaan"])
    )
    duiding = duiding or bijsturing.stuur_bij(
        duid(bericht, toestand, huis.kennis, nieuw), bericht, toestand, huis, nieuw
    )
    if vreemd and (soort := taal.gevaar(duiding)):
        return nood.gevaar(replace(bericht, nood={"niveau": nood.NOOD, "soort": soort}), toestand, huis, eerste)
    moe = nood.alleen_moe(duiding, bericht, huis)
    duiding = moe or duiding
    if bericht.nood and bericht.nood.get("niveau") == nood.ZORG and moe is None:
        zeker = duiding.soort == "buiten_bereik" and bericht.kans >= ZO_GOED_ALS_ZEKER
        zeker = zeker or duiding.soort in ("onderwerp", "stap") or duiding.label == reactie.BOOS
        over = _volgens(duiding, bericht, toestand, huis, nieuw) if zeker else None
        uit = nood.zorg(bericht, over, toestand, huis)
    elif (vreemd and not taal.zelfde_weg(duiding, bericht)) or taal.onduidelijk(duiding, toestand):
        uit = taal.weg(duiding, bericht, toestand, huis)
    else:
        vraag = toestand.vraag
        uit = _volgens(duiding, bericht, toestand, huis, nieuw)
        if duiding.soort != termijn.SOORT:
            uit = termijn.bij_onderwerp(uit, vraag, bericht, toestand, huis)
    return rond_af(uit, Omstandigheid(bericht, toestand, huis, duiding, eerste, nieuw, weer, voor, kind_voor))


def _volgens(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Beurt:
    na_nood, toestand.na_nood = toestand.na_nood, False
    if na_nood and (rust := nood.belt(bericht, toestand, huis)):
        return rust
    if na_nood and (terug := voorbereiding.na_gevaar(duiding, toestand, huis)):
        return terug
    if duiding.soort == "knop" and duiding.knop is not None:
        return doe(duiding.knop.doel, bericht, toestand, huis)
    if duiding.soort == termijn.SOORT:
        return termijn.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == zaak.SOORT:
        return zaak.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == vervolgvraag.SOORT:
        return vervolgantwoord.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == wat_als.SOORT:
        return wat_als.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == stil.SOORT:
        return stil.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == reactie.SOORT:
        return reactie.antwoord(duiding, bericht, toestand, huis)
    if duiding.soort == "stap":
        return doe(f"stap:{duiding.label}", bericht, toestand, huis)
    if duiding.soort == "zet":
        doel = zetten.doel(str(duiding.label), toestand)
        return doe(doel, bericht, toestand, huis) if doel else _gegevens(duiding, bericht, toestand, huis, nieuw)
    if duiding.soort == "onderwerp":
        return onderwerpbeurt.antwoord(duiding, bericht, toestand, huis, doe)
    if duiding.soort == voorbereiding.SOORT:
        return voorbereiding.antwoord(bericht, toestand, huis)
    if na_nood and duiding.soort in ("keuze", "onduidelijk"):
        return doe("volgende_stap:", bericht, toestand, huis)
    if duiding.soort == "keuze":
        return onbegrepen.keuze(duiding, toestand, huis)
    if duiding.soort == "gegevens":
        return _gegevens(duiding, bericht, toestand, huis, nieuw)
    if duiding.soort == "buiten_bereik":
        return onbegrepen.buiten_bereik(duiding, bericht, toestand, huis)
    return onbegrepen.onduidelijk(duiding, bericht, toestand, huis)


def doe(doel: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Carry out what a button (or a move in the talk) stands for. An unknown token counts as not understood."""
    soort, _, waarde = doel.partition(":")
    if soort == "onderwerp" and waarde in huis.kennis.onderwerpen:
        duiding = Duiding("onderwerp", waarde, onderwerpen=(waarde,), waarom="gekozen onderwerp")
        return onderwerpbeurt.antwoord(duiding, bericht, toestand, huis, doe)
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
    return zetten.doe(soort, waarde, bericht, toestand, huis) or onbegrepen.onduidelijk(
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


def _gegevens(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis, nieuw: list[str]) -> Beurt:
    """Facts only: thank, and go on with the road."""
    gevraagd = huis.kennis.onderwerpen.get(toestand.situatie.onderwerp or "")
    if toestand.vraag == "plaats_plek" and gevraagd is not None and gevraagd.plekken is not None:
        return onderwerpbeurt.antwoord(
            Duiding("onderwerp", gevraagd.id, waarom=duiding.waarom), bericht, toestand, huis, doe
        )
    feiten = weetjes(toestand.situatie, huis, alleen=nieuw or [duiding.label or ""])
    voor = toestand.situatie.stap if toestand.vraag == "stap" and not toestand.kind_gewisseld else None
    antwoorden, reden = stappen.vervolg(toestand, huis, bericht.nu)
    stap = toestand.situatie.stap
    anders = "stappen_gedaan" in nieuw or bericht.alle("stap_gedaan") or (stap != "school" and "swv" in nieuw)
    if stap and stap == voor and not anders:
        antwoorden[-1] = stappen.blijft(stap, toestand, huis)
    kop = [Antwoord(huis.kennis.tekst("bedankt_gegevens", wat=opsomming(feiten)))] if feiten else []
    return Beurt((*kop, *antwoorden), toestand, "pad", ("pad",), f"{duiding.waarom}; {reden}")
