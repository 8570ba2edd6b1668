"""Decides whether a word is a person's name, by what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wegwijzer.redactie import aanwijzers as a
from wegwijzer.redactie.blijft import ALLEEN_NAAM, DUBBEL, INSTELLINGEN, NOOIT_NAAM, TIJD, ZIEKTEN
from wegwijzer.redactie.lijsten import Lijsten, gewoon
from wegwijzer.redactie.schrift import Token

_LIDWOORD = frozenset("de het een 't deze geen".split())
_VOORVOEGSEL = ("ge", "be", "ver", "on", "in", "over", "thuis", "kies")
"""Words in small letters that begin so are misspelt or compound words rather than names."""
_LEEFTIJD = frozenset("jaar jr jarige jaren oud jarig".split())


@dataclass(frozen=True)
class Zin:
    """A message with what the rules look up.

    Attributes:
        tokens: Its words.
        lijsten: First names and surnames.
        blijft: Whether a word is a place or organisation.
        reeks: Indexes of words in a name of several words that stays.
    """

    tokens: list[Token]
    lijsten: Lijsten
    blijft: Callable[[str], bool]
    reeks: set[int]

    def stam(self, i: int) -> str:
        """The word at `i` without a possessive s ("Daans", "Lotte's"), where that leaves a first name."""
        kaal = self.tokens[i].kaal
        if kaal.endswith("'s"):
            return kaal[:-2]
        if self.tokens[i].groot and kaal.endswith("s") and kaal not in self.lijsten.voornamen and kaal[:-1] in ALLEEN_NAAM:
            return kaal[:-1]
        return kaal

    def vast(self, i: int) -> bool:
        """Whether the word at `i` is a place, organisation, institution or word that stays."""
        kaal = self.tokens[i].kaal
        return i in self.reeks or kaal in NOOIT_NAAM or kaal in INSTELLINGEN or self.blijft(kaal)

    def voornaam(self, i: int) -> bool:
        """Whether the word at `i` is on the list of first names (or a pair of them: "Anne-Fleur")."""
        kaal = self.stam(i)
        return kaal in self.lijsten.voornamen or ("-" in kaal and all(d in self.lijsten.voornamen for d in kaal.split("-")))

    def zeker(self, i: int) -> bool:
        """Whether the word at `i` is a first name and no ordinary word."""
        kaal = self.stam(i)
        return self.voornaam(i) and kaal not in DUBBEL and not gewoon(kaal) and not (len(kaal) < 4 and kaal not in ALLEEN_NAAM)

    def schools(self, i: int) -> bool:
        """Whether the words from `i` name a school, institution or illness ("Marnix College", "Jip en Janneke-taal")."""
        tokens = self.tokens
        if tokens[i].kaal.endswith(a.SCHOOLEINDE) and not self.voornaam(i):
            return True
        for j in range(i + 1, min(i + 4, len(tokens))):
            if tokens[j].tussen not in (" ", "-"):
                return False
            if tokens[j].kaal.endswith(a.SCHOOLEINDE) and tokens[j].kaal != "school":
                return True
            if tokens[j].kaal in a.SCHOOLWOORD and (tokens[j].groot or tokens[j].kaal == "syndroom"):
                return True
            if not (tokens[j].groot or tokens[j].kaal in a.VOORZETSELS_NAAM):
                return False
        return False

    def naar_school_genoemd(self, i: int) -> bool:
        """Whether "basisschool", "stichting", "de" or the like stands before the capitals that end at `i`."""
        for j in range(i, max(0, i - 4), -1):
            voor = self.kaal(j - 1)
            if self.tokens[j].tussen.strip("\"' "):
                return False
            if voor in a.SCHOOL_ERVOOR or voor.endswith(a.SCHOOLEINDE) or (voor in _LIDWOORD and not self.tokens[j - 1].groot) or (voor in _LIDWOORD and j == i):
                return True
            if not (self.tokens[j - 1].groot or voor in a.VOORZETSELS_NAAM) or self.tokens[j - 1].begin:
                return False
        return False

    def kaal(self, i: int) -> str:
        """The word at `i` for comparing; empty outside the message."""
        return self.tokens[i].kaal if 0 <= i < len(self.tokens) else ""

    def naast(self, i: int, tekens: str = " ,:(\"'“‘’\u00a0=*_") -> bool:
        """Whether only `tekens` (or a full stop after a title or one letter) stand between the word before and `i`."""
        if i == 0:
            return False
        tussen = self.tokens[i].tussen
        return len(tussen) <= 4 and (not tussen.strip(tekens) or (tussen.strip() == "." and self.kaal(i - 1) in a.TITELS))


def _vreemd(zin: Zin, i: int) -> bool:
    """Whether the word is neither ordinary Dutch nor something that stays: with a cue, a name that no list has."""
    token = zin.tokens[i]
    kaal = zin.stam(i)
    return token.tekst[0].isalpha() and len(kaal) > 1 and not gewoon(kaal) and not zin.vast(i) and kaal not in ZIEKTEN


def _na_cue(zin: Zin, i: int, klein_dubbel: bool, klein_vreemd: bool, groot_vreemd: bool = True) -> bool:
    """Whether the word at `i`, straight after a cue, is a name."""
    token = zin.tokens[i]
    if token.merk or not token.tekst[0].isalpha() or i in zin.reeks or zin.schools(i):
        return False
    kaal = zin.stam(i)
    if token.groot and token.tekst.isupper() and len(token.tekst) > 1 and not zin.voornaam(i):
        return False
    if kaal in TIJD or (kaal in NOOIT_NAAM and not (token.groot and kaal in ("wil", "ben", "an", "co", "al", "dik", "mat", "toon", "tos", "can") and not token.begin)):
        return False
    if kaal in NOOIT_NAAM:
        return True
    if kaal in INSTELLINGEN:
        return False
    if zin.voornaam(i) and (token.groot or zin.zeker(i)):
        return True
    if zin.blijft(kaal):
        return zin.voornaam(i) and not gewoon(kaal)
    if token.groot:
        return groot_vreemd and (_vreemd(zin, i) or kaal in DUBBEL)
    if klein_dubbel and kaal in DUBBEL:
        return True
    return klein_vreemd and 2 < len(kaal) < 9 and not kaal.startswith(_VOORVOEGSEL) and _vreemd(zin, i) and "'" not in kaal


def _titel(zin: Zin, i: int) -> int | None:
    """After "mevrouw", "juf", "dhr.": a first name or surname, with "van de" or initials before it."""
    j = i
    while zin.kaal(j) in a.VOORZETSELS_NAAM and j - i < 3 and j + 1 < len(zin.tokens):
        j += 1
    titel = zin.kaal(i - 1)
    token, kaal = zin.tokens[j], zin.stam(j)
    achter = kaal in zin.lijsten.achternamen or any(d in zin.lijsten.achternamen for d in kaal.split("-") if d not in NOOIT_NAAM and len(d) > 2)
    if token.merk or kaal in NOOIT_NAAM or kaal in INSTELLINGEN or j in zin.reeks or not token.tekst[0].isalpha():
        return None
    if len(token.tekst) == 1 and token.groot:
        return j
    if zin.schools(j):
        return None
    if j > i:
        bepaald = zin.kaal(i - 2) in _LIDWOORD
        if zin.blijft(kaal):
            return j if achter and not bepaald and (token.groot or titel in a.AANSPREEK) else None
        if token.groot:
            return j if achter or not gewoon(kaal) else None
        return j if achter and (not gewoon(kaal) or (titel in a.AANSPREEK and not bepaald)) else None
    if achter and token.groot and (titel in a.AANSPREEK or not zin.blijft(kaal)):
        return j
    if achter and titel in a.AANSPREEK and not zin.blijft(kaal) and (not gewoon(kaal) or kaal not in a.DOET and zin.kaal(j + 1) in a.DOET):
        return j
    eigen = titel in ("juf", "juffrouw", "meester", "mevrouw", "meneer", "mevr", "dhr", "mw")
    return j if _na_cue(zin, j, klein_dubbel=eigen, klein_vreemd=eigen) else None


def sterk(zin: Zin, i: int) -> int | None:
    """Where the name proper starts if a name with a cue starts at `i` (later than `i` after "van der"), else None."""
    token = zin.tokens[i]
    if i == 0 or token.merk or not token.tekst[0].isalpha():
        return None
    voor, voor2, tussen = zin.kaal(i - 1), zin.kaal(i - 2), token.tussen
    if voor in a.TITELS and zin.naast(i, " \u00a0"):
        return _titel(zin, i)
    if voor in a.GROET or voor2 in ("met", "vriendelijke", "hartelijke", "vr") and voor in a.GROET:
        if len(tussen) <= 6 and not tussen.strip(" ,.:;\r\n\t-–!") and _na_cue(zin, i, True, False):
            return i
    if not zin.naast(i):
        return i if _ondertekend(zin, i) else None
    dicht = tussen.strip() in ("", ":", "(")
    raak = False
    if voor in a.FAMILIE:
        subject = zin.kaal(i + 1) in a.DOET - {"blijft", "wordt", "werd"} or (zin.kaal(i + 1).isdecimal() and tussen.strip() != "")
        raak = _na_cue(zin, i, klein_dubbel=dicht, klein_vreemd=dicht and subject)
    elif voor in a.FUNCTIES:
        raak = _na_cue(zin, i, False, False)
    elif voor in a.HEET or (voor in ("is", "was", "hij", "ze", "zij", "ook") and voor2 in a.HEET):
        raak = _heet(zin, i, voor)
    elif voor in ("van", "voor", "over") and voor2 in a.OUDERS:
        raak = _na_cue(zin, i, False, False, groot_vreemd=voor2 in ("moeder", "vader", "mama", "papa", "ouder", "ouders", "oma", "opa", "voogd", "mam"))
    elif voor in a.BEZIT:
        raak = zin.voornaam(i) and (token.groot or zin.zeker(i)) and not zin.vast(i) and not zin.schools(i)
    elif (voor, voor2) in (("ben", "ik"), ("ik", "ben"), ("is", "dit"), ("met", "spreekt"), ("met", "spreek")) or voor == "hier":
        raak = (zin.voornaam(i) or (voor == "met" and token.groot and _vreemd(zin, i))) and (token.groot or zin.zeker(i)) and not zin.vast(i)
    elif voor in a.AANHEF:
        raak = zin.voornaam(i) and (token.groot or zin.zeker(i)) and not zin.vast(i)
    elif voor in ("en", "&") and i > 1 and zin.tokens[i - 2].merk and zin.tokens[i - 2].tekst == "[naam]":
        raak = token.groot and _na_cue(zin, i, False, False)
    elif voor in _LEEFTIJD or voor.isdecimal():
        raak = token.groot and zin.voornaam(i) and _na_cue(zin, i, False, False)
    return i if raak else None


def _heet(zin: Zin, i: int, voor: str) -> bool:
    """A name after "heet": always a first name; another word only where a person is the subject."""
    eerder = {zin.kaal(j) for j in range(max(0, i - 6), i)}
    ding = any(w.endswith(a.SCHOOLEINDE) or w in ("het", "dat", "plek", "instelling", "organisatie", "dit", "wat", "hoe", "plaats", "stad", "dorp") for w in eerder)
    mens = bool(eerder & (a.FAMILIE - {"naam"} | a.FUNCTIES | a.TITELS | {"hij", "zij", "ze", "ik", "haar", "zijn", "mijn"}))
    if ding and not mens:
        return zin.zeker(i) and zin.tokens[i].groot and "school" not in eerder
    return _na_cue(zin, i, klein_dubbel=True, klein_vreemd=mens or voor in ("voornaam", "achternaam", "roepnaam"))


def _ondertekend(zin: Zin, i: int) -> bool:
    """A last line that is only a name."""
    if "\n" not in zin.tokens[i].tussen or len(zin.tokens) - i > 4:
        return False
    rest = range(i, len(zin.tokens))
    if any("\n" in zin.tokens[j].tussen for j in rest[1:]):
        return False
    return zin.tokens[i].groot and all(zin.tokens[j].groot or zin.kaal(j) in a.VOORZETSELS_NAAM for j in rest) and _na_cue(zin, i, False, False)


def _leeftijd_erna(zin: Zin, i: int) -> bool:
    """"X (12)", "X, 9 jaar", "X van 9", "X is 12 jaar"."""
    j = i + 1
    if zin.kaal(j) in ("van", "is", "was", "wordt"):
        j += 1
    if j >= len(zin.tokens) or not zin.kaal(j).isdecimal() or not 2 <= int(zin.kaal(j)[:4]) <= 20:
        return False
    return zin.kaal(j + 1) in _LEEFTIJD or (zin.tokens[j].tussen.strip() == "(" and zin.kaal(j + 1) not in ("weken", "maanden"))


def los(zin: Zin, i: int) -> bool:
    """Whether the word at `i` is a person's name without a cue before it."""
    token = zin.tokens[i]
    if token.merk or not token.tekst[0].isalpha() or zin.vast(i):
        return False
    kaal, voor = zin.stam(i), zin.kaal(i - 1)
    if kaal in ZIEKTEN or zin.schools(i) or zin.naar_school_genoemd(i):
        return False
    if voor == "op" and any(zin.kaal(j) in a.OP_SCHOOL for j in range(max(0, i - 6), i)):
        return False
    if zin.zeker(i):
        return True
    if not token.groot:
        return False
    erna = zin.kaal(i + 1)
    naast = i + 1 < len(zin.tokens) and not zin.tokens[i + 1].tussen.strip()
    if token.tekst.isupper() and len(token.tekst) > 1:
        return False
    if zin.voornaam(i):
        if not token.begin:
            return True
        return (naast and erna in a.DOET - {"komt", "kwam"} and gewoon(kaal)) or not gewoon(kaal) or _leeftijd_erna(zin, i)
    if gewoon(kaal):
        return False
    if kaal in zin.lijsten.achternamen and len(kaal) > 3:
        return True
    if len(kaal) < 3:
        return False
    if naast and erna in a.LIJFELIJK and (token.begin or voor in ("dat", "omdat", "want", "en", "maar", "als", "sinds", "toen")):
        return True
    return _leeftijd_erna(zin, i) or (voor in ("zit", "zat", "durft", "wil") and naast and erna in ("thuis", "niet", "nu", "al", "ook", "weer", "alleen"))
