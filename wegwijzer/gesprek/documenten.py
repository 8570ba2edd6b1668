"""What a parent takes along: the plan, and drafts of letters. In text, and as data for the widget and the page."""

from __future__ import annotations

import re

from wegwijzer.gesprek import bewaren, gegevens, stappen, voorbereiding, vragen
from wegwijzer.gesprek.knoppen import briefknop, voorbereidknop
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.brief_model import Brief
from wegwijzer.pad.brief import passende, stel_op, voorgesteld
from wegwijzer.pad.plan import maak_plan, plan_als_tekst
from wegwijzer.pad.stap import GEEN_SCHOOL, volgende_stap
from wegwijzer.taal.schoon import kaal

ONDERWERP = "brief_of_plan"
ZET_PLAN = "maak_plan"
MEESTE_BRIEVEN = 3
_PLAN = re.compile(
    r"\b(?:plan|plannetje|stappenplan|actieplan|weekplan\w*|planning|tijdpad|overzicht|overzichtje|samenvatting\w*"
    r"|samenvatten|checklist|actielijst|schema|afvinken|uitprinten|printen|print|afdrukken|uitdraaien|downloaden|pdf"
    r"|bewaren|op een rij|op een rijtje|onder elkaar)\b"
)
_PUNTEN = re.compile(r"\b(?:gespreksagenda|puntenlijst|(?:mijn|de|met|van|lijst\w*) punten|op tafel|ter tafel)\b")
_BRIEFWOORD = ("brief", "briefje", "brieven", "mail", "mailtje", "bericht", "berichtje", "schrijven", "schrijf")
"""Endings of words that ask for something to send."""


def plan(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The plan as of now, then the ways on; a question of ours that was open comes back after it."""
    kennis, situatie = huis.kennis, toestand.situatie
    gemaakt = maak_plan(situatie, kennis, bericht.nu, voorbereiding.voor_plan(toestand, huis), onzeker(toestand, huis))
    antwoorden = [Antwoord(plan_als_tekst(gemaakt), custom={"plan": gemaakt.data(bericht.nu), bewaren.MERK: True})]
    eerst = gemaakt.stappen[0].id if gemaakt.stappen else None
    knoppen = [voorbereidknop(huis)] if eerst == "school" else []
    knoppen += [briefknop(b, huis) for b in voorgesteld(situatie, kennis, situatie.onderwerp, eerst)[:2]]
    weinig = not gemaakt.waar and not gemaakt.gedaan
    slot = kennis.tekst("plan_leeg") if weinig else kennis.tekst("plan_print")
    antwoorden.append(_slot(slot, knoppen, toestand, huis))
    return _beurt(antwoorden, toestand, "plan gemaakt")


def onzeker(toestand: Toestand, huis: Huis) -> bool:
    """Whether the samenwerkingsverband may be another: the place is not sure, or perhaps not the school's."""
    situatie = toestand.situatie
    if any(p.zekerheid == "laag" for p in gegevens.plekken(toestand, huis)):
        return True
    zelfde = toestand.plaats_school or GEEN_SCHOOL in situatie.situatie or situatie.richting == "reformatorisch"
    return situatie.swv is not None and not zelfde


def brief(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The draft of one letter: first what to do with it, then the letter itself."""
    gekozen = huis.kennis.brieven.get(waarde)
    if gekozen is None:
        return brieven("", bericht, toestand, huis)
    kennis, situatie = huis.kennis, toestand.situatie
    aan_school = toestand.plaats_school or situatie.plaats is None
    tekst = stel_op(gekozen, situatie, kennis, bericht.nu.date(), aan_school)
    kop = kennis.tekst("brief_kop", titel=gekozen.titel[:1].lower() + gekozen.titel[1:], aan=gekozen.aan)
    if situatie.kind == "ik":
        kop = f"{kop} {kennis.tekst('brief_jongere')}"
    data = {
        "id": gekozen.id,
        "titel": gekozen.titel,
        "aan": gekozen.aan,
        "wanneer": gekozen.wanneer,
        "tekst": tekst,
        "gaten": list(dict.fromkeys(re.findall(r"\[[^\[\]\n]+\]", tekst))),
        "gemaakt": bericht.nu.date().isoformat(),
        "bronnen": [b.bron for b in gekozen.bronnen],
    }
    antwoorden = [Antwoord(kop), Antwoord(tekst, custom={"brief": data})]
    knoppen = [Knop(kennis.tekst("knop_plan"), "plan:"), Knop(kennis.tekst("knop_brieven"), "brieven:")]
    slot = _slot(None, knoppen, toestand, huis)
    if toestand.vraag in vragen.VRAGEN:
        antwoorden.append(slot)
    else:
        antwoorden[-1] = Antwoord(tekst, slot.knoppen, {"brief": data})
    return _beurt(antwoorden, toestand, f"brief {gekozen.id}")


def brieven(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """Every letter that this parent can use."""
    situatie = toestand.situatie
    alle = passende(situatie, huis.kennis)
    knoppen = [briefknop(b, huis) for b in alle]
    return _beurt([_slot(huis.kennis.tekst("brief_keuze"), knoppen, toestand, huis)], toestand, "brieven getoond")


def brief_of_plan(waarde: str, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What was asked for, where the words tell: the plan, one letter, points for the talk; else the choice."""
    tekst = kaal(bericht.tekst)
    wil_brief = any(w.endswith(_BRIEFWOORD) for w in tekst.split())
    gevraagd = bericht.ranking[0][0] if bericht.ranking else ""
    if tekst != kaal(huis.kennis.onderwerpen[ONDERWERP].titel):
        if not wil_brief and _PUNTEN.search(tekst):
            return voorbereiding.begin("", bericht, toestand, huis)
        if not wil_brief and (gevraagd == ZET_PLAN or _PLAN.search(tekst)):
            return plan("", bericht, toestand, huis)
        genoemd = _genoemd(tekst, toestand, huis)
        if wil_brief and genoemd is not None:
            return brief(genoemd.id, bericht, toestand, huis)
    return _keuze(toestand, huis)


def _keuze(toestand: Toestand, huis: Huis) -> Beurt:
    kennis, situatie = huis.kennis, toestand.situatie
    eerder = (toestand.laatst or "").removeprefix("onderwerp:")
    passend = voorgesteld(situatie, kennis, eerder, volgende_stap(situatie).stap)[:MEESTE_BRIEVEN]
    knoppen = [Knop(kennis.tekst("knop_plan"), "plan:"), *(briefknop(b, huis) for b in passend)]
    knoppen.append(Knop(kennis.tekst("knop_brieven"), "brieven:"))
    return _beurt([_slot(kennis.tekst("document_keuze"), knoppen, toestand, huis)], toestand, "brief of plan")


def _genoemd(tekst: str, toestand: Toestand, huis: Huis) -> Brief | None:
    """The one letter whose words are in the message; None where there are none, or more letters than one."""
    zin = f" {tekst} "
    gevonden = [b for b in passende(toestand.situatie, huis.kennis) if any(f" {woord} " in zin for woord in b.woorden)]
    return gevonden[0] if len(gevonden) == 1 else None


def _slot(tekst: str | None, knoppen: list[Knop], toestand: Toestand, huis: Huis) -> Antwoord:
    """The choices after a document; where a question of ours is open, that question with all of them."""
    kennis = huis.kennis
    if toestand.vraag in vragen.VRAGEN:
        vraag = vragen.terugvraag(toestand, huis)
        toestand.keuzes = [*toestand.keuzes, *(k for k in knoppen if k not in toestand.keuzes)]
        regels = [tekst, vraag.tekst] if tekst and tekst != kennis.tekst("plan_print") else [vraag.tekst]
        return Antwoord("\n".join(regels), (*vraag.knoppen, *(knoppen if tekst else ())))
    alle = [*knoppen, Knop(kennis.tekst("knop_volgende_stap"), "volgende_stap:")]
    toestand.keuzes = [*alle, *stappen.stapkeuzes(toestand, huis)]
    return Antwoord(tekst or "", tuple(alle))


def _beurt(antwoorden: list[Antwoord], toestand: Toestand, waarom: str) -> Beurt:
    return Beurt(tuple(antwoorden), toestand, "pad", ("pad",), waarom)
