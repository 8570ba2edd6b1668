"""What a parent takes back of what was told before: a step that was not taken after all, a situation that is not so."""

from __future__ import annotations

import re

from wegwijzer.taal.schoon import kaal

_LID = r"(?:(?:de|het|een|zijn|haar|deze|die|dit|onze|mijn) ){0,2}"
_DAAD = (
    r"(?:gepraat|gesproken|gebeld|gemaild|overlegd|besproken|contact gehad|gesprek gehad|over gehad|geweest|aangevraagd"
    r"|ingediend|gedaan|ingeschakeld)"
)
PARTIJEN = {
    "school": r"(?:nieuwe |huidige )?"
    r"(?:school|mentor|juf|meester|leraar|lerares|docent|directeur|directie|iber|teamleider"
    r"|zorgcoordinator|(?:ib|slb) er)",
    "samenwerkingsverband": r"(?:samenwerkingsverband|swv|steunpunt|ouder en jeugdsteunpunt)",
    "onderwijsconsulent": r"(?:onderwijs)?consulent(?:en)?",
    "advieslijn": r"(?:ouders en onderwijs|ouders onderwijs|balans|advieslijn)",
    "klacht": r"(?:klacht|bezwaar)",
    "inspectie": r"(?:onderwijs)?inspectie",
}
_NOG_NIET = r"(?:nog niet|nog nooit|nog helemaal niet|toch niet|eigenlijk niet|niet echt|toch nog niet)"


def _vormen(partij: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:met|bij|naar|aan) {_LID}{partij}(?: \w+){{0,7}}? {_NOG_NIET}(?: {_DAAD}|(?: hoor)?$)"
        rf"|\b{_NOG_NIET}(?: \w+){{0,3}}? (?:met|bij|naar|aan) {_LID}{partij}(?: {_DAAD}|$)"
        rf"|\b{_LID}{partij} (?:heb|hebben) (?:ik|we|wij)(?: \w+){{0,2}}? (?:{_NOG_NIET}|niet)"
        rf"(?: {_DAAD}| \w+ {_DAAD}|$)"
        rf"|\b(?:ik|we|wij) (?:heb|hebben) {_LID}{partij}(?: \w+){{0,2}}? (?:{_NOG_NIET}|niet) {_DAAD}"
        rf"|\b(?:heb|hebben|is|zijn) (?:ik |we |wij )?(?:{_NOG_NIET}|nog geen|geen) {_LID}{partij}(?: \w+)? {_DAAD}"
    )


_STAPPEN = {stap: _vormen(partij) for stap, partij in PARTIJEN.items()}
_TOESTANDEN = {
    "geschorst": r"\b(?:niet|geen|nooit)(?: \w+)? (?:geschorst|schorsing)\b",
    "verwijderd": r"\b(?:niet|nooit)(?: van school)? (?:verwijderd|van school gestuurd)\b",
    "ziek": r"\b(?:niet|niet echt|helemaal niet) ziek\b(?! gemeld| melden)",
    "geweigerd": r"\b(?:niet|nooit|door niemand) geweigerd\b",
    "geen_school": r"\b(?:staat|zit|is) (?:\w+ )?(?:gewoon |wel |nog |nu |weer ){1,3}"
    r"(?:ingeschreven|op (?:een|zijn|haar|de) school)\b",
    "zit_thuis": r"\b(?:zit|is) (?:\w+ )?niet (?:meer |echt )?thuis\b"
    r"|\bgaat (?:nu |sinds \w+ )?(?:weer|gewoon|wel) (?:elke dag )?naar school\b",
    "halve_dagen": r"\b(?:geen|niet meer) halve dagen\b|\bweer hele dagen naar school\b",
    "wachtlijst": r"\b(?:niet|niet meer) op (?:een|de) wachtlijst\b",
}
_SITUATIES = {naam: re.compile(patroon) for naam, patroon in _TOESTANDEN.items()}


def genoemde_stappen(woorden: str) -> set[str]:
    """The steps whose party is named in `woorden` (cleaned by `schoon.kaal`)."""
    return {stap for stap, partij in PARTIJEN.items() if re.search(rf"\b{partij}\b", woorden)}


def ontkende_stappen(tekst: str) -> list[str]:
    """Steps of which the message says that they were not taken: `met deze school nog niet`."""
    woorden = kaal(tekst)
    return [] if "?" in tekst else [stap for stap, patroon in _STAPPEN.items() if patroon.search(woorden)]


def ontkende_toestanden(tekst: str) -> list[str]:
    """Situations of which the message says that they are not so: `nee hij is niet geschorst`."""
    woorden = kaal(tekst)
    return [] if "?" in tekst else [naam for naam, patroon in _SITUATIES.items() if patroon.search(woorden)]
