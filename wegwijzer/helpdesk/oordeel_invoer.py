"""Reads the form of a mark: bounded, without personal data, and not in a parent's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sanic.request import Request

from wegwijzer.helpdesk.overschrijven import Lijkt, lijkt
from wegwijzer.helpdesk.velden import veld
from wegwijzer.huis import Huis
from wegwijzer.opslag.oordelen import GOED, SCHEIDING, SOORTEN, Oordeel

LANGSTE, MEESTE = 2_000, 30
"""Characters of one message; messages of one conversation."""
MEESTE_STUKKEN = 20
BUITEN_KENNIS = ("buiten_bereik", "onduidelijk", "nood", "pad", "gesprek")
"""What can have answered beside the topics (the contract's `topic`)."""
PRIVE = {"naam", "bsn", "geboortedatum", "iban", "leerlingnummer"}
"""Kinds of personal data that never belong to what an answer should hold; an organisation's number may."""
_BESTAND = re.compile(r"[a-z0-9_-]{1,60}(?:/[A-Za-z0-9_.-]{1,100})?\.(?:yml|md)")


@dataclass
class Invoer:
    """What was filled in. `fouten`: field → what is wrong; `waarschuwing`: the question resembles a parent's words."""

    oordeel: Oordeel
    fouten: dict[str, str] = field(default_factory=dict)
    waarschuwing: bool = False


def lees(request: Request, huis: Huis, van_ouders: Sequence[str]) -> Invoer:
    """`van_ouders`: texts that the question may not be copied from. Raises Weigering for what no form sends."""
    melding = veld(request, "melding", 12)
    onderwerpen = {*huis.kennis.onderwerpen, *BUITEN_KENNIS}
    vraag = SCHEIDING.join(beurten(veld(request, "vraag", LANGSTE * MEESTE)))
    onderwerp, verwacht = veld(request, "onderwerp", 100), veld(request, "verwacht", 100)
    oordeel = Oordeel(
        oordeel=veld(request, "oordeel", 20),
        vraag=vraag,
        onderwerp=onderwerp if onderwerp in onderwerpen else "",
        verwacht=verwacht,
        bevat=_stukken(request, "bevat"),
        bevat_niet=_stukken(request, "bevat_niet"),
        opmerking=veld(request, "opmerking"),
        bestanden="\n".join(p for p in paden(request) if _is_er(p, huis)),
        kennis=huis.kennis.versie,
        uitgave=huis.nummer,
        melding=int(melding) if melding.isascii() and melding.isdigit() and int(melding) < 2**31 else None,
    )
    uit = Invoer(oordeel)
    if oordeel.oordeel not in SOORTEN:
        uit.fouten["oordeel"] = "Kies goed, fout of onvolledig."
    if verwacht and verwacht not in onderwerpen:
        uit.fouten["verwacht"] = "Dit onderwerp bestaat niet. Kies er een uit de lijst."
    for naam in ("bevat", "bevat_niet", "opmerking"):
        soorten = set(huis.redacteur.redigeer(getattr(oordeel, naam)).soorten) & PRIVE
        if soorten:
            uit.fouten[naam] = f"Haal eerst weg: {', '.join(sorted(soorten))}."
    _keur_vraag(uit, huis, van_ouders, veld(request, "zelf", 5) == "ja")
    return uit


def paden(request: Request) -> list[str]:
    """The files of knowledge that answered, as far as they look like it; at most twenty."""
    gegeven = [str(p).removeprefix("knowledge/") for p in request.form.getlist("bestand") or []]
    return list(dict.fromkeys(p for p in gegeven if _BESTAND.fullmatch(p)))[:MEESTE_STUKKEN]


def _is_er(pad: str, huis: Huis) -> bool:
    """Not the file of a topic that is none: also `pad` and `nood` answer."""
    map_, _, naam = pad.partition("/")
    return map_ != "onderwerpen" or naam.removesuffix(".yml") in huis.kennis.onderwerpen


def beurten(tekst: str) -> list[str]:
    """The messages of a question: a line with only --- stands between two. Spaces and lines become one space."""
    delen: list[list[str]] = [[]]
    for regel in tekst.splitlines():
        if regel.strip() == SCHEIDING.strip():
            delen.append([])
        else:
            delen[-1].append(regel)
    return [schoon for deel in delen if (schoon := " ".join(" ".join(deel).split()))]


def _stukken(request: Request, naam: str) -> str:
    regels = (" ".join(regel.split()) for regel in veld(request, naam).splitlines())
    return "\n".join([regel for regel in regels if regel][:MEESTE_STUKKEN])


def _keur_vraag(uit: Invoer, huis: Huis, van_ouders: Sequence[str], zelf: bool) -> None:
    """A mark that says that an answer was right needs no question."""
    berichten = uit.oordeel.beurten
    if not berichten:
        if uit.oordeel.oordeel != GOED:
            uit.fouten["vraag"] = "Schrijf de vraag opnieuw, in uw eigen woorden."
        return
    soorten = sorted({soort for bericht in berichten for soort in huis.redacteur.redigeer(bericht).soorten})
    if soorten:
        uit.fouten["vraag"] = f"Hier staan persoonsgegevens in: {', '.join(soorten)}. Haal die eerst weg."
    elif len(berichten) > MEESTE or max(map(len, berichten)) > LANGSTE:
        uit.fouten["vraag"] = f"Hoogstens {MEESTE} berichten van elk {LANGSTE} tekens."
    else:
        ergst = max(lijkt(bericht, van_ouders) for bericht in berichten)
        if ergst == Lijkt.OVERGENOMEN:
            uit.fouten["vraag"] = "Dit zijn de woorden van een ander. Schrijf de vraag opnieuw, in uw eigen woorden."
        elif ergst == Lijkt.WEL and not zelf:
            uit.waarschuwing = True
            uit.fouten["vraag"] = "Dit lijkt op wat een ouder schreef. Schrijf het anders, of zet hieronder het vinkje."
