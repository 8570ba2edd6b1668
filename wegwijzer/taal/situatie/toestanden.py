"""Situations that a message tells of: at home, suspended, refused, without a school, and so on."""

from __future__ import annotations

import re
from functools import cache

from wegwijzer.taal.situatie.kandidaat import Kandidaat, is_vraag
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel, treffers

_EIGEN = re.compile(
    r"(?:^| )(?:mijn|onze|ons|zoon|dochter|hij|ze|zij|wij|we|ik|haar|hem|"
    r"zoontje|dochtertje|kleinzoon|kleindochter|pleegzoon)(?![^ ])"
)
_ALGEMEEN = re.compile(
    r"(?:wat|welke|hoe|waar|is er|zijn er|bestaat|mag|kan|wie|verschil|geldt|krijg|telt|hoelang|wanneer|moet)(?![^ ])"
)
_OUDER_THUIS = re.compile(r"(?:^|.* )(?:ik|mijn man|wij|we|mijn vrouw) (?:(?:zelf|ook|nu|al) )*$")


@cache
def _voor(sleutel: str, eind: bool) -> re.Pattern[str]:
    patroon = maak(str(tabel("situaties")[sleutel]), "situaties")
    return re.compile(r"(?:.* )?" + patroon.pattern.replace("(?<![^ ])", "", 1)[:-8] + (" $" if eind else "(?: |$)"))


@cache
def _woorden(patroon: str) -> re.Pattern[str]:
    return maak(patroon, "situaties")


def toestanden(lezing: Lezing, *, leerling: bool, verwacht: str | None = None) -> list[Kandidaat]:
    """Candidates for `situatie`. `leerling`: the pupil writes, so `ik zit thuis` is about the pupil."""
    uit = []
    for regel, t in treffers(lezing.tekst, "situaties"):
        if _geldt(lezing, t, regel.gegevens, leerling):
            uit.append(Kandidaat(regel.gegevens["situatie"], t.start(), t.end()))
    if verwacht == "onderwijssoort" and not uit:
        kaal = maak("^" + str(tabel("situaties")["kaal_geen_school"]) + "$", "situaties").match(lezing.tekst)
        if kaal:
            uit.append(Kandidaat("geen_school", 0, kaal.end()))
    return uit


def _geldt(lezing: Lezing, t: re.Match[str], gegevens: dict[str, str], leerling: bool) -> bool:
    voor = lezing.voor(t.start(), 9)
    deel = re.split(str(tabel("situaties")["grens"]), " " + voor)[-1]
    if gegevens.get("ook_niet") != "ja" and _voor("niet", True).match(voor):
        return False
    if gegevens.get("ook_niet") != "ja" and re.search(r"(?:^| )(?:niet|geen|nooit)(?![^ ])", t.group()):
        return False
    if gegevens.get("mag") == "ja":
        deel = re.sub(r"(?:^| )(?:mag|mogen|kan|wil)(?![^ ])", " ", deel)
    if _voor("indien", False).match(deel.strip()) and not re.match(r".*(?:waar|hoe|wat|wie)(?: [^ ]+){3,}", deel):
        return False
    if "nooit_na" in gegevens and _woorden(gegevens["nooit_na"]).search(f"{voor}{t.group()}"):
        return False
    over_ouder = not leerling and _OUDER_THUIS.match(voor + ("ik " if t.group().startswith("ik ") else ""))
    if gegevens["situatie"] in ("zit_thuis", "ziek") and over_ouder:
        return False
    zin = lezing.tekst[slice(*lezing.zin(t.start(), t.end()))]
    return bool(_EIGEN.search(zin)) or not (is_vraag(lezing, t.start(), t.end()) and _ALGEMEEN.match(zin))
