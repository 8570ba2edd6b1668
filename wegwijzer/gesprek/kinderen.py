"""More than one child in one conversation: each has a situation of its own, and the talk goes to and fro."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from wegwijzer.gesprek import gegevens
from wegwijzer.gesprek.lezen import lees
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad.situatie import Situatie
from wegwijzer.taal.situatie.verbetering import zonder_teruggenomen

NAMEN = {
    "zoon": "uw zoon",
    "dochter": "uw dochter",
    "oudste": "uw oudste kind",
    "middelste": "uw middelste kind",
    "jongste": "uw jongste kind",
    "ander": "uw andere kind",
}
"""Key of a child → how it is called in an answer."""
SOORTEN = {"zoon": "zoon", "jong": "zoon", "knul": "zoon", "doch": "dochter", "meis": "dochter", "meid": "dochter"}
"""First letters of a word for a child → whose child it is."""
RANG = frozenset({"oudste", "middelste", "jongste", "ander"})
MEESTE_ANTWOORDEN = 3
WAARUIT_BLIJKT = ("leeftijd", "onderwijssoort", "weken_thuis")
"""Each of two children in one message has one of these."""
BLIJFT = ("plaats", "gemeente", "pc4")
"""A child that is new in the talk is thought to go to school in the same place until the parent says otherwise."""
_KIND = re.compile(
    r"\b(?:(?:mijn|onze|ons|de|m'?n|me) (?P<rang>oudste|middelste|jongste|andere)"
    r"(?: (?P<rk>zoon|zoontje|jongen|dochter|dochtertje|meisje|kind))?"
    r"|(?:mijn|onze|ons|m'?n|me|een) (?:grote |kleine |lieve )?(?P<kind>zoon|zoontje|dochter|dochtertje)"
    r"|(?:de|het|'t) (?:grote |kleine )?(?P<paar>jongen|jongetje|knul|meisje|meid))\b",
    re.IGNORECASE,
)
_NU = re.compile(
    r"\b(?:en (?:het|'t) (?:meisje|jongetje)|nu over|weer over|terug naar|gaat (?:het )?(?:nu )?over"
    r"|en (?:voor |bij |over |met )?(?:de|mijn|onze)"
    r"|ook nog een|andere kind|mijn andere|voor (?:de|mijn|onze)|laten we|beginnen? met|weet (?:je|u) (?:nu )?van"
    r"|bij (?:de|mijn|onze)|over (?:de|mijn|onze))\b",
    re.IGNORECASE,
)
_TWEELING = re.compile(r"\b(?:twee|drie)ling", re.IGNORECASE)
"""Both are as old."""
_ALS_OUDER = re.compile(r"\b(?:opa|oma|kleinzoon|kleindochter|kleinkind)\b", re.IGNORECASE)
_GEEN_LEERLING = re.compile(r"^ (?:pest|slaat|helpt|zegt|vindt|wil niet dat)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Genoemd:
    """A child in a message: its key, `zoon`/`dochter` where that is said, and where it stands (characters)."""

    sleutel: str
    kind: str | None
    start: int


def verwerk(bericht: Bericht, toestand: Toestand, huis: Huis) -> list[str]:
    """What `gegevens.verwerk` does, for the child that the message is about; the names of the slots that changed."""
    genoemd = _genoemd(bericht.tekst, toestand)
    sleutels = list(dict.fromkeys(g.sleutel for g in genoemd))
    toestand.kind_gewisseld = None
    if len(sleutels) > 1:
        delen = _delen(bericht, genoemd, toestand)
        if delen:
            return _elk_apart(delen, bericht, toestand, huis)
    elif sleutels and _wisselt(genoemd[0], bericht, toestand):
        _ga_naar(genoemd[0], toestand)
    elif genoemd and toestand.kind_sleutel is None:
        toestand.kind_sleutel = genoemd[0].sleutel
    nieuw = gegevens.verwerk(bericht, toestand, huis)
    if genoemd and genoemd[-1].kind and toestand.situatie.kind == "kind":
        toestand.situatie.kind = genoemd[-1].kind
    return nieuw


def _genoemd(tekst: str, toestand: Toestand) -> list[Genoemd]:
    """The children in a message; none where the writer is a grandparent, a foster parent or the pupil."""
    if toestand.situatie.kind in ("kleinkind", "pleegkind", "ik") or _ALS_OUDER.search(tekst):
        return []
    uit = []
    treffers = list(_KIND.finditer(zonder_teruggenomen(tekst)))
    samen = _een_paar([t["paar"] for t in treffers if t["paar"]], toestand)
    for t in treffers:
        if t["paar"] and not samen:
            continue
        woord = (t["rk"] or t["kind"] or t["paar"] or "").lower()
        kind = SOORTEN.get(woord[:4])
        rang = (t["rang"] or "").lower()
        sleutel = ("ander" if rang == "andere" else rang) or str(kind)
        if sleutel == "ander" and kind is not None and kind != toestand.situatie.kind:
            sleutel = kind
        if not _GEEN_LEERLING.match(tekst[t.end() : t.end() + 20]):
            uit.append(Genoemd(_bekend(sleutel, kind, toestand), kind, t.start()))
    return uit


def _een_paar(woorden: list[str], toestand: Toestand) -> bool:
    """Whether `de jongen` and `het meisje` are the parent's own: both named, or the talk is of a son or daughter."""
    soorten = {SOORTEN.get(w.lower()[:4]) for w in woorden}
    return len(soorten) > 1 or toestand.situatie.kind in ("zoon", "dochter") or bool(toestand.kinderen)


def _bekend(sleutel: str, kind: str | None, toestand: Toestand) -> str:
    """The key under which this child is kept already: `mijn zoon` may be the one that was called the eldest."""
    if sleutel == toestand.kind_sleutel or sleutel in toestand.kinderen:
        return sleutel
    if sleutel in ("oudste", "jongste") and toestand.kind_sleutel in RANG and len(toestand.kinderen) == 1:
        andere = next(iter(toestand.kinderen))
        return sleutel if andere in RANG else andere
    if sleutel in ("zoon", "dochter"):
        if toestand.situatie.kind == sleutel and toestand.kind_sleutel:
            return toestand.kind_sleutel
        return next((s for s, k in toestand.kinderen.items() if k["situatie"].get("kind") == sleutel), sleutel)
    return sleutel


def _wisselt(genoemd: Genoemd, bericht: Bericht, toestand: Toestand) -> bool:
    """Whether the talk turns to another child than the one that it was about."""
    eigen = toestand.situatie.kind if toestand.situatie.kind in ("zoon", "dochter") else None
    huidig = toestand.kind_sleutel or eigen
    if huidig is None or genoemd.sleutel == huidig:
        return False
    if genoemd.sleutel in toestand.kinderen:
        return True
    zelfde = genoemd.kind in (None, toestand.situatie.kind) and huidig not in RANG and not toestand.kinderen
    if zelfde and genoemd.sleutel in RANG - {"ander"} and not _NU.search(bericht.tekst):
        return _heeft_feiten(bericht.vondsten) and bool(toestand.situatie.leeftijd)
    return _heeft_feiten(bericht.vondsten) or _NU.search(bericht.tekst) is not None


def _heeft_feiten(vondsten: Sequence[Any], soorten: tuple[str, ...] = ("leeftijd", "onderwijssoort")) -> bool:
    return any(v.entity in soorten for v in vondsten)


def _ga_naar(genoemd: Genoemd, toestand: Toestand) -> None:
    """Keep the present child as it is and take up the other one, where it was left or new."""
    huidig = toestand.kind_sleutel or str(toestand.situatie.kind)
    toestand.kinderen = {**toestand.kinderen, huidig: _bewaar(toestand)}
    eerder = toestand.kinderen.get(genoemd.sleutel)
    oud = toestand.situatie
    if eerder is not None:
        toestand.situatie = Situatie.uit_slots(eerder["situatie"])
        toestand.plaats_school, toestand.kandidaten = eerder["plaats_school"], eerder["kandidaten"]
        toestand.doelstap = eerder["doelstap"]
    else:
        nieuw = Situatie(kind=genoemd.kind)
        for veld in fields(Situatie):
            if veld.name in BLIJFT:
                setattr(nieuw, veld.name, getattr(oud, veld.name))
        toestand.situatie, toestand.plaats_school, toestand.doelstap = nieuw, False, None
    toestand.kinderen = {s: k for s, k in toestand.kinderen.items() if s != genoemd.sleutel}
    toestand.kind_sleutel = toestand.kind_gewisseld = genoemd.sleutel
    toestand.vraag, toestand.laatst, toestand.keuzes = ("stap" if toestand.situatie.stap else None), None, []
    toestand.overgeslagen = []


def _bewaar(toestand: Toestand) -> dict[str, Any]:
    return {
        "situatie": toestand.situatie.als_slots(),
        "plaats_school": toestand.plaats_school,
        "kandidaten": toestand.kandidaten,
        "doelstap": toestand.doelstap,
    }


def _delen(bericht: Bericht, genoemd: list[Genoemd], toestand: Toestand) -> list[tuple[Genoemd, Bericht]]:
    """The message cut per child, each part read by itself; empty where fewer than two children get facts."""
    per_kind: dict[str, tuple[Genoemd, str]] = {}
    for nummer, kind in enumerate(genoemd):
        einde = genoemd[nummer + 1].start if nummer + 1 < len(genoemd) else len(bericht.tekst)
        stuk = bericht.tekst[0 if nummer == 0 else kind.start : einde]
        eerder = per_kind.get(kind.sleutel)
        per_kind[kind.sleutel] = (kind, f"{eerder[1]} {stuk}" if eerder else stuk)
    uit: list[tuple[Genoemd, Bericht]] = []
    verwacht: str | None = None
    for kind, stuk in per_kind.values():
        vondsten = lees(stuk, bericht.nu.date(), verwacht)
        uit.append((kind, replace(bericht, tekst=stuk, vondsten=vondsten)))
        if any(v.entity == "weken_thuis" for v in vondsten):
            verwacht = "weken_thuis"  # `de jongen zit 6 weken thuis en het meisje 2 weken`
    return uit if sum(_heeft_feiten(deel.vondsten, WAARUIT_BLIJKT) for _, deel in uit) > 1 else []


def _elk_apart(delen: list[tuple[Genoemd, Bericht]], bericht: Bericht, toestand: Toestand, huis: Huis) -> list[str]:
    """Take each child's facts to its own situation; the talk goes on with the first one that was named."""
    voor = toestand.situatie.als_slots()
    tweeling = _TWEELING.search(bericht.tekst) and next((v for _, d in delen for v in d.alle("leeftijd")), None)
    for kind, deel in delen:
        if tweeling and not deel.alle("leeftijd"):
            deel = replace(deel, vondsten=[*deel.vondsten, tweeling])
        if toestand.kind_sleutel is None and not toestand.kinderen and not toestand.situatie.leeftijd:
            toestand.kind_sleutel = kind.sleutel
            toestand.situatie.kind = kind.kind
        elif kind.sleutel != toestand.kind_sleutel:
            _ga_naar(kind, toestand)
        gegevens.verwerk(deel, toestand, huis)
        if kind.kind:
            toestand.situatie.kind = kind.kind
    eerste = delen[0][0]
    if toestand.kind_sleutel != eerste.sleutel:
        _ga_naar(eerste, toestand)
    toestand.kind_gewisseld = f"eerst:{eerste.sleutel}:{delen[1][0].sleutel}"
    return [n for n, w in toestand.situatie.als_slots().items() if w != voor[n]]


def bij_beurt(uit: Beurt, toestand: Toestand, huis: Huis) -> Beurt:
    """The turn with in front of it which child it is about, where that changed."""
    merk, toestand.kind_gewisseld = toestand.kind_gewisseld, None
    if not merk or uit.toestand is not toestand:
        return uit
    soort, _, rest = merk.partition(":")
    if soort == "eerst":
        kind, _, ander = rest.partition(":")
        mijn = noem(ander, toestand).replace("uw", "mijn", 1)
        zin = huis.kennis.tekst("kind_eerst", kind=noem(kind, toestand), ander=mijn)
    else:
        zin = huis.kennis.tekst("kind_nu", kind=noem(merk, toestand))
    if len(uit.antwoorden) < MEESTE_ANTWOORDEN:
        return replace(uit, antwoorden=(Antwoord(zin), *uit.antwoorden))
    eerste = uit.antwoorden[0]
    return replace(uit, antwoorden=(replace(eerste, tekst=f"{zin} {eerste.tekst}"), *uit.antwoorden[1:]))


def noem(sleutel: str, toestand: Toestand) -> str:
    """How a child is called: `uw zoon`, `uw oudste zoon`, `uw jongste kind`."""
    eigen = toestand.situatie.kind if sleutel == toestand.kind_sleutel else None
    kind = eigen or toestand.kinderen.get(sleutel, {}).get("situatie", {}).get("kind")
    if sleutel in RANG and kind in ("zoon", "dochter"):
        return f"uw {'andere' if sleutel == 'ander' else sleutel} {kind}"
    return NAMEN.get(sleutel, "uw kind")
