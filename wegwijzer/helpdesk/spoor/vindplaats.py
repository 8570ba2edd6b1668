"""Finds where in the knowledge files the words of an answer stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wegwijzer.helpdesk.spoor.bladeren import Blad, bladen, gelijk, regel_van
from wegwijzer.helpdesk.spoor.model import Bron, Vindplaats
from wegwijzer.kennis.jongere import ACHTERVOEGSEL

KORTSTE = 4
"""A text of fewer characters says nothing about where it comes from."""
LANG = 12
"""One sentence of several, or one piece of a text with gaps, must be at least this long (characters)."""
WAAR = ("antwoord", "kaart", "knop")
TEKSTEN = "teksten.yml"
VRAGEN = "vragen"
HERKENNING = "herkenning."
"""In noodhulp.yml: the rules by which danger is heard, not what is said."""


def vindplaatsen(
    map_: Path,
    bestanden: Iterable[str],
    antwoorden: Sequence[Mapping[str, Any]],
    teksten: Iterable[str] = (),
    artikelen: Iterable[str] = (),
) -> tuple[tuple[Vindplaats, ...], tuple[Bron, ...]]:
    """The fields of `bestanden` that stand in `antwoorden` (replies of the contract), and their sources.

    `map_`: the knowledge folder of the version that answered; `teksten`: the keys of teksten.yml that were asked for;
    `artikelen`: the law that is cited, as `awb/6:7`.
    """
    sleutels = set(teksten)
    over = [
        (naam, blad)
        for naam in bestanden
        for blad in bladen(map_, naam)
        if not blad.veld.startswith(HERKENNING) and (naam != TEKSTEN or _sleutel(blad) in sleutels)
    ]
    gevonden, bronnen = _wetten(map_, artikelen)
    genoemd: list[tuple[str, Blad]] = []
    for waar, laag in zip(WAAR, _lagen(antwoorden), strict=True):
        in_laag = _verklaar(laag, over)
        gevonden += [Vindplaats(naam, blad.regel, blad.veld, waar) for naam, blad in in_laag]
        genoemd += in_laag if waar != "knop" else []
        over = [paar for paar in over if paar not in in_laag]
    return tuple(dict.fromkeys(gevonden)), tuple(dict.fromkeys([*bronnen, *_bronnen(genoemd)]))


def _sleutel(blad: Blad) -> str:
    """The key of a text of teksten.yml, the same for its words for a pupil."""
    return blad.veld.split(".")[0].removesuffix(ACHTERVOEGSEL)


def _verklaar(laag: str, over: Sequence[tuple[str, Blad]]) -> list[tuple[str, Blad]]:
    """Which texts make up `laag`, in its order: who explains most of it goes first, and no part counts twice."""
    treffers = [(paar, stukken) for paar in over if (stukken := staat_in(paar[1], laag))]
    treffers.sort(key=lambda t: -_gewicht(t[0][1], t[1]))
    bezet = bytearray(len(laag))
    uit: list[tuple[int, tuple[str, Blad]]] = []
    for paar, stukken in treffers:
        nieuw = [(van, tot) for van, tot in stukken if not any(bezet[van:tot])]
        if nieuw:
            uit.append((min(van for van, _ in nieuw), paar))
        for van, tot in nieuw:
            bezet[van:tot] = b"\x01" * (tot - van)
    return [paar for _, paar in sorted(uit, key=lambda u: u[0])]


def _gewicht(blad: Blad, stukken: Sequence[tuple[int, int]]) -> float:
    """How well `blad` explains these pieces: much of the answer, by much of its own text."""
    gezegd = sum(tot - van for van, tot in stukken)
    return gezegd * gezegd / sum(len(stuk) for zin in blad.zinnen for stuk in zin)


def _bronnen(genoemd: Sequence[tuple[str, Blad]]) -> Iterator[Bron]:
    """The sources of the parts that are named; those of a file as a whole only where no part of it has its own."""
    met_eigen = {naam for naam, blad in genoemd if blad.eigen}
    for naam, blad in genoemd:
        if blad.eigen or naam not in met_eigen:
            yield from blad.bronnen


def herkend(map_: Path, onderwerp: str) -> tuple[Vindplaats, ...]:
    """The example questions of the topic that answered."""
    naam = f"onderwerpen/{onderwerp}.yml"
    regel = regel_van(map_, naam, VRAGEN)
    return (Vindplaats(naam, regel, VRAGEN, "herkend"),) if regel else ()


def vind_regel(map_: Path, regel: str) -> Vindplaats | None:
    """Where a rule for danger stands in noodhulp.yml."""
    tekst = gelijk(regel)
    for blad in bladen(map_, "noodhulp.yml"):
        if blad.veld.startswith(HERKENNING) and " ".join(" ".join(zin) for zin in blad.zinnen) == tekst:
            return Vindplaats("noodhulp.yml", blad.regel, blad.veld, "gevaar")
    return None


def staat_in(blad: Blad, laag: str) -> list[tuple[int, int]]:
    """Where in `laag` sentences of `blad` stand, gaps filled with anything: `[from, to)` of each piece."""
    uit: list[tuple[int, int]] = []
    for stukken in blad.zinnen:
        alleen = len(blad.zinnen) == len(stukken) == 1
        if max(map(len, stukken)) >= (KORTSTE if alleen else LANG):
            uit += _zin_in(stukken, laag)
    return uit


def _zin_in(stukken: tuple[str, ...], laag: str) -> list[tuple[int, int]]:
    """The pieces of one sentence in their order; empty where one is missing."""
    vanaf, uit = 0, []
    for stuk in stukken:
        plek = _plek(stuk, laag, vanaf)
        if plek < 0:
            return []
        vanaf = plek + len(stuk)
        if stuk.strip(".,:;?! "):
            uit.append((plek, min(vanaf, len(laag))))
    return uit


def _plek(stuk: str, laag: str, vanaf: int) -> int:
    """Where `stuk` stands as whole words, from `vanaf`; -1 where it does not."""
    stuk = stuk.rstrip(".") if len(stuk) > LANG else stuk
    plek = laag.find(stuk, vanaf)
    while plek >= 0:
        voor, na = laag[plek - 1 : plek], laag[plek + len(stuk) : plek + len(stuk) + 1]
        if not (stuk[0].isalnum() and voor.isalnum()) and not (stuk[-1].isalnum() and na.isalnum()):
            return plek
        plek = laag.find(stuk, plek + 1)
    return -1


def _lagen(antwoorden: Sequence[Mapping[str, Any]]) -> tuple[str, str, str]:
    """What can be read: in the text, on the cards, on the buttons."""
    tekst, kaart, knop = [], [], []
    for antwoord in antwoorden:
        tekst.append(str(antwoord.get("text") or ""))
        kaart += list(_strings(antwoord.get("custom") or {}))
        knop += [str(k.get("title") or "") for k in antwoord.get("buttons") or []]
    return gelijk("\n".join(tekst)), gelijk(" | ".join(kaart)), gelijk(" | ".join(knop))


def _strings(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for naam, deel in waarde.items():
            if naam not in ("bron", "bronnen"):
                yield from _strings(deel)
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from _strings(deel)


def _wetten(map_: Path, artikelen: Iterable[str]) -> tuple[list[Vindplaats], list[Bron]]:
    """The law that is cited: `Awb, artikel 6:7` is made of several fields, so it is looked up by its id."""
    plaatsen: list[Vindplaats] = []
    bronnen: list[Bron] = []
    for artikel in artikelen:
        wet, _, nummer = artikel.partition("/")
        for blad in bladen(map_, f"wetten/{wet}.yml"):
            if blad.veld == f"artikelen.{nummer}.zegt":
                plaatsen.append(Vindplaats(f"wetten/{wet}.yml", blad.regel, blad.veld, "antwoord"))
                bronnen += blad.bronnen
    return plaatsen, bronnen
