"""Terms in the talk: until when something can be done, worked out from the day that the parent named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from wegwijzer.gesprek import eenvoudig, onderwerp, vragen
from wegwijzer.gesprek.duiding import KORT, TWIJFEL, ZEKER, Duiding
from wegwijzer.gesprek.gebeurtenis import THUIS, VRAAG, bedoeld, hoor
from wegwijzer.gesprek.knoppen import vervolgknoppen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand, woorden
from wegwijzer.gesprek.vraagzin import VRAAGT
from wegwijzer.huis import Huis
from wegwijzer.kennis.termijn_model import Gebeurtenis
from wegwijzer.pad import termijnen as rekenen
from wegwijzer.pad.termijnen import Stand, Termijn, leesbare_dag
from wegwijzer.taal.schoon import kaal
from wegwijzer.taal.situatie.gebeurtenissen import vraagt_hoe_lang

SOORT = "termijn"
"""`Duiding.soort` of a message about a term; its label is an event, a problem with the day, or HOE_LANG."""
HOE_LANG = "hoe_lang"
GEMIST = "termijn_gemist"
"""The topic about being too late."""
MEESTE = 12
"""A message that asks how long there still is has at most so many words."""
MEESTE_SAMEN = 85
"""A topic and its term together stay under this (words); past it the topic is said in its easy words."""
SPOED = 7
"""From so few days left on there is no time to wait."""


_VRAAGT_IETS = re.compile(
    r"(?:en |maar |ok |oke |dus )?(?:wat|wie|hoe|waar|mag|moet|kan) (?:moet|kan|mag|doe|ik|we|wij|ga)\b"
    r"|(?:en |maar |ok |oke |dus )?(?:wat|wie|waar|waarom|welke) \w+ (?:ik|we|wij)\b"
)
_ONGESCHREVEN = re.compile(
    r"\b(?:niet|nog niet|niks|niets) (?:echt )?(?:op papier|zwart op wit|opgeschreven|gemaild)\b"
    r"|\b(?:alleen|enkel|gewoon) (?:maar )?(?:\w+ )?(?:verteld|gezegd|gebeld|mondeling|telefonisch)\b"
)
"""What was only said has no day on a letter."""
_ZONDER_PLAN = re.compile(r"\b(?:geen|nooit een)(?: \w+){0,2}? (?:plan|opp|handelingsplan|ontwikkelingsperspectief)\b")
_ZONDER_BRIEF = re.compile(r"\b(?:geen|nooit een)(?: \w+){0,2}? (?:brief|besluit|mail|tlv|papier)\b")
OPP = "besluit_opp"


def duid(bericht: Bericht, toestand: Toestand, huis: Huis) -> Duiding | None:
    """A day that was told or asked for, or "how long do I still have"; None where the message is for others."""
    if toestand.gekozen(bericht.tekst) is not None:
        return None
    gehoord, gevraagd = hoor(bericht, toestand, huis.kennis.termijnen), toestand.vraag == VRAAG
    woorden = kaal(bericht.tekst).split()
    label, kans = bericht.ranking[0] if bericht.ranking else ("", 0.0)
    kort = len(woorden) <= KORT
    if gevraagd and _VRAAGT_IETS.match(" ".join(woorden)):
        return None
    elders = bericht.alle("stap_gedaan") or bericht.alle("organisatie")  # then a day in it is of something else
    nodig = 1.0 if gevraagd and kort and not elders else ZEKER if gevraagd or kort else TWIJFEL
    eigen = label in huis.kennis.onderwerpen and kans > nodig
    gebeurtenissen = huis.kennis.termijnen.gebeurtenissen
    kans_op = tuple(n for n, k in bericht.ranking[:3] if k >= TWIJFEL)
    if gehoord.dagen and not eigen and (gevraagd or not all(gebeurtenissen[g].stil for g in gehoord.dagen)):
        return Duiding(
            SOORT, next(iter(gehoord.dagen)), onderwerpen=kans_op, waarom=f"dag genoemd: {', '.join(gehoord.dagen)}"
        )
    if gevraagd and not eigen and not elders and _ONGESCHREVEN.search(" ".join(woorden)):
        return Duiding(SOORT, "geen", onderwerpen=kans_op, waarom="dag gevraagd: niets op papier")
    open_ = gebeurtenissen.get(toestand.gebeurtenis or "")
    vertelt = kort and not eigen and not gehoord.dagen and not VRAAGT.search(bericht.tekst)
    if open_ is not None and open_.brief and vertelt and zonder_stuk(bericht.tekst, open_.id):
        return Duiding(SOORT, "geen", onderwerpen=kans_op, waarom="er is niets op papier")
    if gehoord.probleem and not eigen:
        return Duiding(SOORT, gehoord.probleem, onderwerpen=kans_op, waarom=f"dag gevraagd: {gehoord.probleem}")
    bekend = toestand.gebeurtenis or toestand.situatie.gebeurtenissen
    if bekend and len(woorden) <= MEESTE and vraagt_hoe_lang(bericht.tekst):
        return Duiding(SOORT, HOE_LANG, onderwerpen=kans_op, waarom="vraagt hoe lang het nog kan")
    return None


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What follows from the day, or what is needed to know it."""
    kennis, label = huis.kennis, str(duiding.label)
    gebeurtenissen = kennis.termijnen.gebeurtenissen
    gehoord = hoor(bericht, toestand, kennis.termijnen)
    toestand.gebeurtenis = gehoord.gebeurtenis or toestand.gebeurtenis
    gebeurtenis = gebeurtenissen.get(label) or _laatste(toestand, huis)
    if gebeurtenis is None:
        knoppen = vervolgknoppen(toestand, huis, (GEMIST,))
        return _beurt((Antwoord(kennis.tekst("termijn_onbekend"), knoppen),), toestand, duiding, None)
    if label == "geen":
        toestand.vraag = None
        knoppen = _knoppen(gebeurtenis, (), toestand, huis)
        return _beurt((Antwoord(gebeurtenis.geen, knoppen),), toestand, duiding, gebeurtenis)
    if label in ("toekomst", "bestaat_niet", "precies"):
        tekst = kennis.tekst(f"termijn_{label}", dag=leesbare_dag(gehoord.dag) if gehoord.dag else "")
        vraag = stel(gebeurtenis, toestand, huis)
        return _beurt((Antwoord(f"{tekst}\n{vraag.tekst}", vraag.knoppen),), toestand, duiding, gebeurtenis)
    if gebeurtenis.id not in toestand.situatie.gebeurtenissen:
        return _beurt((stel(gebeurtenis, toestand, huis),), toestand, duiding, gebeurtenis)
    toestand.vraag = None if toestand.vraag == VRAAG else toestand.vraag
    toestand.gebeurtenis = gebeurtenis.id
    return _beurt((_termijnantwoord(gebeurtenis, bericht, toestand, huis),), toestand, duiding, gebeurtenis)


def bij_onderwerp(uit: Beurt, vraag: str | None, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """A topic with a term: its last day where the day is known, else (once) the question for that day.

    Where the intake asked something first, the day is asked when that is done; `vraag`: what was open before.
    """
    gevonden = huis.kennis.termijnen.van_onderwerp(uit.topic)
    if uit.toestand is not toestand:
        return uit
    if uit.topic not in huis.kennis.onderwerpen:
        wacht = huis.kennis.termijnen.gebeurtenissen.get(toestand.gebeurtenis or "")
        if wacht is None or uit.topic != "pad" or vraag not in vragen.VRAGEN:
            return uit
        return _met_vraag(wacht, uit, toestand, huis)
    if gevonden is None:
        toestand.gebeurtenis = None
        return uit
    gebeurtenis = huis.kennis.termijnen.gebeurtenissen[bedoeld(gevonden.id, toestand.situatie, huis.kennis.termijnen)]
    toestand.gebeurtenis = gebeurtenis.id
    if gebeurtenis.id in toestand.situatie.gebeurtenissen:
        eerste, *rest = uit.antwoorden
        erbij = _termijnantwoord(gebeurtenis, bericht, toestand, huis, los=False)
        if woorden(a.tekst for a in (eerste, erbij, *rest)) > MEESTE_SAMEN:
            eerste = replace(eerste, tekst=eenvoudig.van_onderwerp(uit.topic, bericht, toestand, huis).tekst)
        antwoorden = (eerste, erbij, *rest)
        if not rest:
            antwoorden = (replace(eerste, knoppen=()), replace(erbij, knoppen=eerste.knoppen))
        return replace(uit, antwoorden=antwoorden, waarom=f"{uit.waarom}; termijn van {gebeurtenis.id}")
    if gebeurtenis.brief and zonder_stuk(bericht.tekst, gebeurtenis.id):
        return uit
    return _met_vraag(gebeurtenis, uit, toestand, huis)


def zonder_stuk(tekst: str, gebeurtenis: str) -> bool:
    """Whether the parent tells that there is no such plan or letter: then it has no day."""
    woorden = kaal(tekst)
    patroon = _ZONDER_PLAN if gebeurtenis == OPP else _ZONDER_BRIEF
    return bool(patroon.search(woorden) or _ONGESCHREVEN.search(woorden))


def _met_vraag(gebeurtenis: Gebeurtenis, uit: Beurt, toestand: Toestand, huis: Huis) -> Beurt:
    if toestand.situatie.kind == "ik" or not _vragen_waard(gebeurtenis, toestand, huis):
        return uit
    toestand.getoond.append(f"dag:{gebeurtenis.id}")
    vraag = stel(gebeurtenis, toestand, huis)
    return replace(uit, antwoorden=(*uit.antwoorden, vraag), waarom=f"{uit.waarom}; gevraagd: {gebeurtenis.id}")


def stel(gebeurtenis: Gebeurtenis, toestand: Toestand, huis: Huis) -> Antwoord:
    """Ask for the day; the choices that were on screen still count."""
    eerder = list(toestand.keuzes)
    toestand.gebeurtenis = gebeurtenis.id
    vraag = vragen.stel(VRAAG, toestand, huis)
    toestand.keuzes += [k for k in eerder if k not in toestand.keuzes]
    return vraag


def data(termijn: Termijn) -> dict[str, Any]:
    """For the widget (contract: `custom.termijn`). `dagen`: from today to `datum`; days as ISO dates."""
    return {
        "id": termijn.regel.id,
        "wat": termijn.regel.naam,
        "soort": termijn.regel.soort,
        "begin": termijn.begin.isoformat(),
        "datum": termijn.laatste_dag.isoformat(),
        "verlengd": termijn.verlengd.isoformat() if termijn.verlengd else None,
        "dagen": termijn.dagen,
        "stand": termijn.stand.value,
        "zekerheid": termijn.regel.zekerheid,
        "tekst": termijn.tekst(),
    }


def _vragen_waard(gebeurtenis: Gebeurtenis, toestand: Toestand, huis: Huis) -> bool:
    """Whether to ask for the day: once, not beside another question, not where no rule or answer follows from it."""
    situatie = toestand.situatie
    if gebeurtenis.id in situatie.gebeurtenissen:
        return False
    if toestand.vraag in (*vragen.VRAGEN, "ook") or toestand.taal or f"dag:{gebeurtenis.id}" in toestand.getoond:
        return False
    if gebeurtenis.id == THUIS and situatie.weken_thuis is not None:
        return False
    return bool(rekenen.regels_van(gebeurtenis.id, situatie, huis.kennis.termijnen))


def _laatste(toestand: Toestand, huis: Huis) -> Gebeurtenis | None:
    """The event that was spoken of last; without one, that of the own term that ends first."""
    gebeurtenissen = huis.kennis.termijnen.gebeurtenissen
    if toestand.gebeurtenis is not None and toestand.gebeurtenis in gebeurtenissen:
        return gebeurtenissen[toestand.gebeurtenis]
    bekend = [g for g in toestand.situatie.gebeurtenissen if g in gebeurtenissen]
    return gebeurtenissen[bekend[-1]] if bekend else None


def _termijnantwoord(
    gebeurtenis: Gebeurtenis, bericht: Bericht, toestand: Toestand, huis: Huis, los: bool = True
) -> Antwoord:
    """The terms of one event in words; `los`: on its own, so with contact, law and choices."""
    kennis, situatie = huis.kennis, toestand.situatie
    vandaag = bericht.nu.date()
    alle = rekenen.van_gebeurtenis(gebeurtenis.id, situatie, vandaag, kennis.termijnen)
    regels = rekenen.regels_van(gebeurtenis.id, situatie, kennis.termijnen)
    begin = rekenen.datum(situatie.gebeurtenissen, gebeurtenis.id)
    if not regels or begin is None:
        tekst = kennis.tekst("termijn_onbekend")
        return Antwoord(tekst, vervolgknoppen(toestand, huis, gebeurtenis.onderwerpen) if los else ())
    zinnen = [kennis.tekst("termijn_vanaf", naam=gebeurtenis.naam, dag=leesbare_dag(begin))]
    zinnen += [r.lopend for r in regels if r.duur.uren] + [t.tekst() for t in alle]
    zinnen += _slot(gebeurtenis, alle, huis)
    namen = tuple(dict.fromkeys(a for r in regels for a in r.wet))
    artikelen = onderwerp.artikelen_van(_eigen_wet(namen, situatie.onderwijssoort), situatie, huis)
    kaarten = onderwerp.kaarten_van(tuple(dict.fromkeys(o for r in regels for o in r.organisaties)), situatie, huis)
    if los:
        contact = onderwerp.contactregel(kaarten, zinnen, huis)
        wet = kennis.tekst("bronnen_kop", artikelen="; ".join(a.aanhaling() for a in artikelen[:2]))
        for zin in (contact, wet if artikelen else None):
            if zin and woorden((*zinnen, zin)) <= onderwerp.MAX_WOORDEN:
                zinnen.append(zin)
    custom: dict[str, Any] = {"wet": [a.aanhaling() for a in artikelen]}
    custom["bronnen"] = list(
        dict.fromkeys([*(a.bron for a in artikelen), *(b.bron for r in regels for b in r.bronnen)])
    )
    if alle:
        custom["termijn"] = data(rekenen.eerst_open(alle) or alle[0])
        custom["termijnen"] = [data(t) for t in alle]
    if los and kaarten:
        custom["kaart"] = kaarten[0].data(bericht.nu)
        custom["kaarten"] = [k.data(bericht.nu) for k in kaarten]
    return Antwoord("\n".join(zinnen), _knoppen(gebeurtenis, alle, toestand, huis) if los else (), custom)


def _slot(gebeurtenis: Gebeurtenis, alle: Sequence[Termijn], huis: Huis) -> list[str]:
    """What the parent should do with it: how many days are left, and what we are not sure of."""
    kennis, zinnen = huis.kennis, []
    eerst = rekenen.eerst_open(alle)
    if gebeurtenis.noot and eerst is not None:
        zinnen.append(gebeurtenis.noot)
    if eerst is not None:
        sleutel = "termijn_vandaag" if eerst.dagen == 0 else "termijn_spoed" if eerst.dagen <= SPOED else "termijn_nog"
        dagen = "1 dag" if eerst.dagen == 1 else f"{eerst.dagen} dagen"
        zinnen.append(kennis.tekst(sleutel) if eerst.dagen == 0 else kennis.tekst(sleutel, dagen=dagen))
    if any(t.regel.zekerheid == "laag" for t in alle):
        zinnen.append(kennis.tekst("laag"))
    return zinnen


def _knoppen(gebeurtenis: Gebeurtenis, alle: Sequence[Termijn], toestand: Toestand, huis: Huis) -> tuple[Knop, ...]:
    gemist = any(t.regel.soort == "ouder" and t.stand is Stand.VOORBIJ for t in alle)
    namen = ((GEMIST,) if gemist else ()) + gebeurtenis.onderwerpen
    return vervolgknoppen(toestand, huis, tuple(n for n in namen if n != toestand.situatie.onderwerp))


def _eigen_wet(namen: tuple[str, ...], onderwijssoort: str | None) -> tuple[str, ...]:
    """For special schools the laws of ordinary primary and secondary schools do not apply."""
    vreemd = {"wpo", "wvo2020"} if onderwijssoort in ("so", "vso") else set()
    return tuple(n for n in namen if n.split("/")[0] not in vreemd)


def _beurt(
    antwoorden: tuple[Antwoord, ...], toestand: Toestand, duiding: Duiding, gebeurtenis: Gebeurtenis | None
) -> Beurt:
    """Answered by the topic that is being talked of or asked about, where the event belongs to it; else by the road."""
    van_gebeurtenis = gebeurtenis.onderwerpen if gebeurtenis is not None else ()
    over = (toestand.situatie.onderwerp, *duiding.onderwerpen)
    topic = next((n for n in over if n is not None and n in van_gebeurtenis), "pad")
    toestand.situatie.onderwerp = topic if topic != "pad" else toestand.situatie.onderwerp
    return Beurt(antwoorden, toestand, topic, (topic,), duiding.waarom)
