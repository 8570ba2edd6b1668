"""The answer to one topic, in the variant that fits this child, with contact, law and sources."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wegwijzer.gesprek.model import Antwoord
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp, Variant
from wegwijzer.pad import kaart
from wegwijzer.pad.situatie import Situatie

PO_WETTEN, VO_WETTEN = ("wpo",), ("wvo2020",)


def antwoord(onderwerp: Onderwerp, situatie: Situatie, huis: Huis, nu: datetime) -> Antwoord:
    """What the parent reads, and for the widget the cards and sources."""
    kennis = huis.kennis
    variant = next((v for v in onderwerp.varianten if past(v, situatie)), None)
    tekst = (variant.antwoord if variant else onderwerp.antwoord).replace("\n", " ").strip()
    doe_nu = variant.doe_nu if variant and variant.doe_nu else onderwerp.doe_nu
    contacten = variant.contact if variant and variant.contact is not None else onderwerp.contact
    kaarten = _kaarten(contacten, situatie, huis)
    regels = [tekst]
    if doe_nu:
        regels.append(doe_nu)
    contact = next(((k.wie.split(" (")[0], k.tekst(1)) for k in kaarten if k.tekst(1)), None)
    if contact:
        regels.append(kennis.tekst("stap_contact", wie=contact[0], contact=contact[1]))
    if onderwerp.onbevestigd:
        regels.append(onderwerp.onbevestigd)
    artikelen = _artikelen(onderwerp, situatie, huis)
    if artikelen:
        regels.append(kennis.tekst("bronnen_kop", artikelen="; ".join(a.aanhaling() for a in artikelen[:2])))
    bronnen = [*(a.bron for a in artikelen), *(b.bron for b in onderwerp.bronnen)]
    custom: dict[str, Any] = {"bronnen": list(dict.fromkeys(bronnen))}
    if kaarten:
        custom["kaart"] = kaarten[0].data(nu)
    if len(kaarten) > 1:
        custom["kaarten"] = [k.data(nu) for k in kaarten]
    return Antwoord("\n".join(regels), custom=custom)


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


def _kaarten(ids: tuple[str, ...], situatie: Situatie, huis: Huis) -> list[kaart.Kaart]:
    kaarten = []
    for id_ in ids:
        if id_ == "swv":
            swv = huis.kennis.samenwerkingsverbanden.get(situatie.swv or "")
            if swv is not None:
                kaarten.append(kaart.van_samenwerkingsverband(swv))
        elif id_ in huis.kennis.organisaties:
            kaarten.append(kaart.van_organisatie(huis.kennis.organisaties[id_]))
    return kaarten


def _artikelen(onderwerp: Onderwerp, situatie: Situatie, huis: Huis) -> list[Any]:
    """The law of the child's own sector where it is known; articles that are not sure are not cited."""
    vreemd = {"po": VO_WETTEN, "vo": PO_WETTEN}.get(situatie.sector() or "", ())
    namen = [n for n in onderwerp.wet if n.split("/")[0] not in vreemd]
    artikelen = [huis.kennis.wetten[n] for n in namen if n in huis.kennis.wetten]
    return [a for a in artikelen if a.zekerheid != "laag"]
