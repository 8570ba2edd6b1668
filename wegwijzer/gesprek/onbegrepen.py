"""What was not understood, or is not ours: two close topics to choose from, a neighbouring matter, two strikes."""

from __future__ import annotations

from wegwijzer.gesprek import onderwerp, stappen, vragen
from wegwijzer.gesprek.duiding import Duiding, buur
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.huis import Huis


def keuze(duiding: Duiding, toestand: Toestand, huis: Huis) -> Beurt:
    """Which of the likeliest topics is meant."""
    knoppen = vervolgknoppen(toestand, huis, duiding.onderwerpen)
    antwoord = Antwoord(huis.kennis.tekst("twijfel"), knoppen)
    return Beurt((antwoord,), toestand, "onduidelijk", duiding.onderwerpen, duiding.waarom)


def buiten_bereik(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Not ours: where to go instead, if the matter is a neighbouring one."""
    gekozen = huis.kennis.onderwerpen["buiten_bereik"]
    tekst = onderwerp.antwoord(gekozen, toestand.situatie, huis, bericht.nu).tekst
    toestand.misverstaan += 1
    genoemd = buur(bericht.tekst, huis.kennis)
    if genoemd is not None:
        tekst = huis.kennis.tekst("buiten_bereik_buur", waar=genoemd.antwoord)
    elif toestand.misverstaan >= 2:
        tekst = stappen.tekst_met_nummers("buiten_bereik_weer", huis)
    antwoord = Antwoord(tekst, vervolgknoppen(toestand, huis, (*duiding.ook, "praat_met_mens")))
    return Beurt((antwoord,), toestand, "buiten_bereik", ("buiten_bereik",), duiding.waarom)


def onduidelijk(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
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
