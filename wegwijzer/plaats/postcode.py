"""Finds postcodes, without years, amounts, times and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from wegwijzer.plaats.tokens import MAX_TEKST
from wegwijzer.plaats.woorden import WOORDJES

_PC = re.compile(
    r"(?<![\w€$£.,:/+@#-])(?P<pc4>[1-9]\d{3})(?:(?P<vast>[A-Za-z]{2})|[ \u00a0]{1,2}(?P<los>[A-Za-z]{2}))?(?![\w€%@])"
)
_ERVOOR_NIET = re.compile(
    r"(?:€|\b(?:euro|eur|art|artikel|nr|nummer|dossier|zaak|boete|bedrag|kosten|lid|bijlage|kenmerk|code|sinds|jaar"
    r"|schooljaar|anno|medio|eind|begin|zomer|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec|tel|telefoon|brin)\.?:?|\d|\d[ -])\s*\Z",
    re.IGNORECASE,
)
_ERNA_NIET = re.compile(
    r"\s*(?:[-–/:]\s*\d|[.,]\d|[ -]\d{2,}|(?:euro|eur|uur|u\b|kinderen|leerlingen|thuiszitters|mensen|ouders|gezinnen"
    r"|keer|dagen|weken|uren|meter|km|kilo|gram|woorden|tekens|per\b|ton\b|m2))",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b(?:postcode(?:gebied)?|pc4?|postcodes)\b[^.!?\d]{0,15}\Z", re.IGNORECASE)
_PLAATS = re.compile(
    r"\b(?:in|uit|te|bij|regio|omgeving|gebied|wijk|woon|wonen|woont|woonplaats|school)\s+\Z", re.IGNORECASE
)


@dataclass(frozen=True)
class Pc:
    """A postcode that was found.

    Attributes:
        start: Offset of the first character.
        end: Offset just past it.
        pc4: The four digits.
        score: How sure it is a postcode, from 0 to 1; 0 is sure only beside a place name.
        bekend: Whether the postcode is in the reference data.
    """

    start: int
    end: int
    pc4: str
    score: float
    bekend: bool


def _letters(treffer: re.Match[str]) -> bool:
    los = treffer["los"]
    if los and los.islower() and los in WOORDJES:
        return False
    return bool(treffer["vast"] or los)


def _score(tekst: str, treffer: re.Match[str], verwacht: bool, kort: bool) -> float:
    ervoor = tekst[max(0, treffer.start() - 40) : treffer.start()]
    if _POSTCODE.search(ervoor):
        return 1.0
    einde = treffer.end("pc4")
    if _ERVOOR_NIET.search(ervoor) or _ERNA_NIET.match(tekst, einde):
        return -1.0
    jaartal = "1900" <= treffer["pc4"] <= "2099"
    if kort and (verwacht or not jaartal):
        return 0.9
    if jaartal:
        return 0.0
    return 0.8 if verwacht or _PLAATS.search(ervoor) else 0.0


def postcodes(tekst: str, bekend: Collection[str], *, verwacht: bool) -> list[Pc]:
    """Finds postcodes.

    Args:
        tekst: The text.
        bekend: The postcodes that exist.
        verwacht: Whether the place or postcode was asked for just now.

    Returns:
        The postcodes found, doubtful ones (score 0) too.
    """
    uit = []
    for treffer in _PC.finditer(tekst, 0, min(len(tekst), MAX_TEKST)):
        pc4, letters = treffer["pc4"], _letters(treffer)
        einde = treffer.end() if letters else treffer.end("pc4")
        rest = (tekst[: treffer.start()] + tekst[einde:]).strip(" .,!?")
        score = 1.0 if letters else _score(tekst, treffer, verwacht, len(rest.split()) <= 2)
        if score < 0 or (pc4 not in bekend and score < 0.9):
            continue
        uit.append(Pc(treffer.start(), einde, pc4, score, pc4 in bekend))
    return uit
