"""Events from which a legal term runs: a decision, an application, an objection. Their days are read by `datum.py`."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from wegwijzer.taal.situatie.kalender import dagen
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing, lees
from wegwijzer.taal.situatie.patronen import maak, regels, tabel

_NAAM = "gebeurtenissen"
_MAANDEN: tuple[str, ...] = tuple(tabel("kalender")["maanden"])
_DAG = re.compile(rf"(?<![^ ])(?:(\d{{1,2}})e? ({'|'.join(_MAANDEN)})|@(\d+)-(\d+)(?:-\d+)?)(?![^ ])")
_ONTKEND = re.compile(r"(?:^| )(?:niet|geen|nooit)(?![^ ])")
DICHTBIJ = 80
"""So many characters around a day are read to see what it is the day of."""
_MAANDLENGTE = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@cache
def _een(sleutel: str) -> re.Pattern[str]:
    return maak(str(tabel(_NAAM)[sleutel]), _NAAM)


@cache
def _ervoor(sleutel: str, eind: bool) -> re.Pattern[str]:
    return re.compile(rf"(?:^|.* )(?:{tabel(_NAAM)[sleutel]}) {'$' if eind else ''}")


def gebeurtenissen(lezing: Lezing) -> list[Kandidaat]:
    """Candidates for `gebeurtenis`: what happened, not what is denied, wished or feared."""
    uit = []
    for regel in regels(_NAAM):
        for t in regel.patroon.finditer(lezing.tekst):
            voor = lezing.voor(t.start(), 7)
            ontkend = _ervoor("niet", True).match(voor) or _ONTKEND.search(t.group())
            if regel.gegevens.get("ook_niet") != "ja" and ontkend:
                continue
            if not _ervoor("straks", False).match(voor):
                uit.append(Kandidaat(regel.gegevens["gebeurtenis"], t.start(), t.end()))
    return uit


def alleen_na(gebeurtenis: str) -> re.Pattern[str] | None:
    """What must stand right before the day of this event (`sinds`); None where that does not matter."""
    woorden = next((r.gegevens.get("na") for r in regels(_NAAM) if r.gegevens["gebeurtenis"] == gebeurtenis), None)
    return re.compile(rf"(?:^|.* )(?:{woorden}) $") if woorden else None


def ervoor(tekst: str, start: int) -> str:
    """The words right before these characters, as patterns read them."""
    woorden = lees(tekst[max(0, start - DICHTBIJ) : start]).tekst
    return f"{woorden} " if woorden else ""


def van_iets_anders(tekst: str, start: int, einde: int, *, gevraagd: bool) -> bool:
    """Whether the day at these characters is that of an appointment or a birth: `het gesprek is op 3 december`.

    Not just asked for a day (`gevraagd`), also that on which something starts.
    """
    na = lees(tekst[einde : einde + DICHTBIJ]).tekst
    dichtbij = " ".join(ervoor(tekst, start).split()[-4:]), " ".join(na.split()[:4])
    sleutels = ("andere_dag",) if gevraagd else ("andere_dag", "ingang")
    return any(_een(sleutel).search(deel) for sleutel in sleutels for deel in dichtbij)


def zegt_geen(tekst: str) -> bool:
    """Whether the parent says that there is no decision (yet)."""
    return _een("geen").search(lees(tekst).tekst) is not None


def vraagt_hoe_lang(tekst: str) -> bool:
    """Whether the message asks until when something can be done."""
    return _een("hoe_lang").search(lees(tekst).tekst) is not None


def alleen_dag(tekst: str, vandaag: date | None = None) -> bool:
    """Whether a message with a day in it says nothing else: `nee sorry, het was 14 oktober`.

    With `vandaag` also a day that is counted from it: `gisteren`, `vorige week dinsdag`.
    """
    lezing = lees(tekst)
    zonder = lezing.tekst
    for dag in reversed([d for d in dagen(lezing, vandaag) if d.exact] if vandaag else []):
        zonder = f"{zonder[: dag.start]} {zonder[dag.einde :]}"
    zonder = _DAG.sub(" ", zonder)
    los = set(str(tabel(_NAAM)["los"]).split("|"))
    return all(w in los or not w[0].isalpha() for w in zonder.split())


def kale_dagen(tekst: str, vandaag: date) -> list[date]:
    """Exact days that are clear only because a day was asked for: `vandaag`, `dinsdag`."""
    return [d.dag for d in dagen(lees(tekst), vandaag) if d.exact]


def ongeveer(tekst: str, vandaag: date) -> bool:
    """Whether a time is named without an exact day: `drie weken geleden`, `in september`."""
    lezing = lees(tekst)
    return _een("ongeveer").search(lezing.tekst) is not None or any(not d.exact for d in dagen(lezing, vandaag))


def bestaat_niet(tekst: str) -> bool:
    """Whether a day is named that no year has: `31 februari`, `12-13`."""
    for t in _DAG.finditer(lees(tekst).tekst):
        dag = int(t[1] or t[3])
        maand = _MAANDEN.index(t[2]) + 1 if t[2] else int(t[4])
        if not 1 <= maand <= len(_MAANDLENGTE) or not 1 <= dag <= _MAANDLENGTE[maand - 1]:
            return True
    return False
