"""The answer to one topic, in the variant that fits this child, with contact, law and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from wegwijzer.gesprek import mens
from wegwijzer.gesprek.model import Antwoord, woorden
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import spreekt_ouders_aan
from wegwijzer.kennis.model import Onderwerp, Organisatie, Variant, Wetsartikel
from wegwijzer.pad import kaart
from wegwijzer.pad import wet as eigen_wet
from wegwijzer.pad.situatie import VERVANGERS, Situatie

GEBONDEN = frozenset({"swv", "samenwerkingsverband", "ouder_en_jeugdsteunpunt"})
"""Contacts that do not exist where there is no samenwerkingsverband."""


VRAAGT_PLAATS = "Noem de plaats"
"""So begins a topic's `doe_nu` that is only for who did not name the place yet."""
MAX_WOORDEN = 85
"""An answer on screen stays under this (words)."""
MAX_AANHEF = 28
"""What a topic says before a step is shown (words)."""


def antwoord(onderwerp: Onderwerp, situatie: Situatie, huis: Huis, nu: datetime) -> Antwoord:
    """What the parent reads, and for the widget the cards, law and sources."""
    kennis = huis.kennis
    variant = kies_variant(onderwerp, situatie)
    tekst = _regel(variant.antwoord if variant else onderwerp.antwoord)
    doe_nu = variant.doe_nu if variant and variant.doe_nu else onderwerp.doe_nu
    contacten = variant.contact if variant and variant.contact is not None else onderwerp.contact
    swv = kennis.samenwerkingsverbanden.get(situatie.swv or "")
    if swv is not None and doe_nu and doe_nu.startswith(VRAAGT_PLAATS):
        doe_nu = kennis.tekst("swv_bekend", naam=swv.naam or f"{swv.gebied} ({swv.code})")
    if situatie.kind == "ik" and spreekt_ouders_aan(f"{tekst} {doe_nu}"):
        tekst = f"{kennis.tekst('voor_ouders')} {tekst}"
    if onderwerp.bereikbaar:
        contacten = mens.contacten(contacten, situatie)
    kaarten = kaarten_van(contacten, situatie, huis)
    artikelen = artikelen_van(onderwerp.wet, situatie, huis)
    regels = [tekst, *([doe_nu] if doe_nu else [])]
    if onderwerp.bereikbaar:
        regels += mens.regels(kaarten, regels, situatie, huis, nu)
        kaarten = mens.geordend(kaarten, nu)
    elif contact := contactregel(kaarten, regels, huis):
        regels.append(contact)
    extra = [
        onderwerp.onbevestigd,
        kennis.tekst("bronnen_kop", artikelen="; ".join(a.aanhaling() for a in artikelen[:2])) if artikelen else None,
    ]
    for regel in extra:
        if regel and woorden((*regels, regel)) <= MAX_WOORDEN:
            regels.append(regel)
    bronnen = [*(a.bron for a in artikelen), *(b.bron for b in onderwerp.bronnen)]
    custom: dict[str, Any] = {"bronnen": list(dict.fromkeys(bronnen)), "wet": [a.aanhaling() for a in artikelen]}
    if onderwerp.onbevestigd:
        custom["onbevestigd"] = onderwerp.onbevestigd
    if kaarten:
        custom["kaart"] = kaarten[0].data(nu)
    if len(kaarten) > 1:
        custom["kaarten"] = [k.data(nu) for k in kaarten]
    return Antwoord("\n".join(regels), custom=custom)


def contactregel(kaarten: list[kaart.Kaart], regels: list[str], huis: Huis) -> str | None:
    """The first contact with something to call or open, as short as the screen asks; never left out for length."""
    for k in kaarten:
        for vorm in (k.tekst(1), k.kaal()):
            if not vorm:
                break
            regel = huis.kennis.tekst("stap_contact", wie=k.wie.split(" (")[0].split(",")[0], contact=vorm)
            if woorden((*regels, regel)) <= MAX_WOORDEN or vorm == k.kaal():
                return regel
    return None


def aanhef(onderwerp: Onderwerp, situatie: Situatie) -> str:
    """The first sentences of the answer, as many as fit before a step."""
    variant = kies_variant(onderwerp, situatie)
    zinnen = re.split(r"(?<=[.?]) ", _regel(variant.antwoord if variant else onderwerp.antwoord))
    gekozen = zinnen[:1]
    for zin in zinnen[1:]:
        if woorden((*gekozen, zin)) > MAX_AANHEF:
            break
        gekozen.append(zin)
    return " ".join(gekozen)


def kies_variant(onderwerp: Onderwerp, situatie: Situatie) -> Variant | None:
    """The first variant whose conditions all hold."""
    return next((v for v in onderwerp.varianten if past(v, situatie)), None)


def _regel(tekst: str) -> str:
    return " ".join(tekst.split())


def past(variant: Variant, situatie: Situatie) -> bool:
    """Whether all conditions of `variant` hold; what is unknown does not hold."""
    als = variant.als
    leeftijd, weken = situatie.leeftijd, situatie.weken_thuis
    eisen = {
        "onderwijssoort": lambda w: situatie.onderwijssoort in w or _sector_past(w, situatie),
        "richting": lambda w: situatie.richting in w,
        "swv": lambda w: situatie.swv in w,
        "leeftijd_vanaf": lambda w: leeftijd is not None and leeftijd >= w,
        "leeftijd_tot": lambda w: leeftijd is not None and leeftijd <= w,
        "weken_thuis_vanaf": lambda w: weken is not None and weken >= w,
    }
    return all(eisen[naam](waarde) for naam, waarde in als.items())


def _sector_past(soorten: list[str], situatie: Situatie) -> bool:
    """With only the age known, `po` or `vo` itself must be among the kinds of school."""
    return situatie.onderwijssoort is None and situatie.sector() in soorten


def kaarten_van(ids: tuple[str, ...], situatie: Situatie, huis: Huis) -> list[kaart.Kaart]:
    """The cards of organisations (and `swv`) that work for this parent, in the order of `ids`."""
    kaarten = []
    vervanger = VERVANGERS.get(situatie.zonder_samenwerkingsverband() or "")
    if vervanger:
        ids = tuple(dict.fromkeys(vervanger if i in GEBONDEN else i for i in ids))
    for id_ in ids:
        if id_ == "swv":
            swv = huis.kennis.samenwerkingsverbanden.get(situatie.swv or "")
            if swv is not None:
                kaarten.append(kaart.van_samenwerkingsverband(swv))
        elif (organisatie := huis.kennis.organisaties.get(id_)) and hier(organisatie, situatie):
            kaarten.append(kaart.van_organisatie(organisatie))
    return kaarten


def hier(organisatie: Organisatie, situatie: Situatie) -> bool:
    """Whether it works for this parent: national, or local and in the gemeente that is known (or no place is)."""
    plaats = situatie.gemeente or situatie.plaats
    return organisatie.gebied == "landelijk" or plaats is None or plaats in organisatie.gebied


def artikelen_van(wet: Iterable[str], situatie: Situatie, huis: Huis) -> list[Wetsartikel]:
    """The law of the child's own kind of school where it is known; articles that are not sure are not cited."""
    return eigen_wet.artikelen_van(wet, situatie, huis.kennis)
