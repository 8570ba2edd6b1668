"""Decides whether a word is a person's name because of the cue before it ("mijn zoon", "juf", "ze heet")."""

from __future__ import annotations

from wegwijzer.redactie import aanwijzers as a
from wegwijzer.redactie.blijft import INSTELLINGEN, NOOIT_NAAM
from wegwijzer.redactie.kandidaat import na_cue, vreemd
from wegwijzer.redactie.lijsten import gewoon
from wegwijzer.redactie.zin import LEEFTIJD, LIDWOORD, Zin


def _titel(zin: Zin, i: int) -> int | None:
    """After "mevrouw", "juf", "dhr.": a first name or surname, with "van de" or initials before it."""
    j = i
    while zin.kaal(j) in a.VOORZETSELS_NAAM and j - i < 3 and j + 1 < len(zin.tokens):
        j += 1
    titel = zin.kaal(i - 1)
    token, kaal = zin.tokens[j], zin.stam(j)
    achter = kaal in zin.lijsten.achternamen or any(
        d in zin.lijsten.achternamen for d in kaal.split("-") if d not in NOOIT_NAAM and len(d) > 2
    )
    if token.merk or kaal in NOOIT_NAAM or kaal in INSTELLINGEN or j in zin.reeks or not token.tekst[0].isalpha():
        return None
    if len(token.tekst) == 1 and token.groot:
        return j
    if zin.schools(j):
        return None
    if j > i:
        bepaald = zin.kaal(i - 2) in LIDWOORD and not zin.tokens[i].groot
        if zin.blijft(kaal):
            naam = achter and not bepaald and (titel in a.TITELS or zin.tokens[i].groot)
            return j if naam and (token.groot or titel in a.AANSPREEK) else None
        if token.groot:
            return j if achter or not gewoon(kaal) else None
        return j if achter and (not gewoon(kaal) or (titel in a.AANSPREEK and not bepaald)) else None
    if achter and token.groot and (titel in a.AANSPREEK or not zin.blijft(kaal)):
        return j
    if (
        achter
        and titel in a.AANSPREEK
        and not zin.blijft(kaal)
        and (not gewoon(kaal) or (kaal not in a.DOET and zin.kaal(j + 1) in a.DOET))
    ):
        return j
    eigen = titel in ("juf", "juffrouw", "meester", "mevrouw", "meneer", "mevr", "dhr", "mw")
    return j if na_cue(zin, j, klein_dubbel=eigen, klein_vreemd=eigen) else None


def sterk(zin: Zin, i: int) -> int | None:
    """Where the name proper starts if a name with a cue starts at `i` (later than `i` after "van der"), else None."""
    token = zin.tokens[i]
    if i == 0 or token.merk or not token.tekst[0].isalpha():
        return None
    voor, voor2, tussen = zin.kaal(i - 1), zin.kaal(i - 2), token.tussen
    if voor in a.TITELS and zin.naast(i, " \u00a0"):
        return _titel(zin, i)
    einde_brief = voor in a.GROET and len(tussen) <= 6 and not tussen.strip(" ,.:;\r\n\t-–!")
    if einde_brief and na_cue(zin, i, klein_dubbel=True, klein_vreemd=False):
        return i
    if not zin.naast(i):
        return i if _ondertekend(zin, i) else None
    dicht = tussen.strip() in ("", ":", "(")
    raak = False
    if voor in a.FAMILIE:
        subject = zin.kaal(i + 1) in a.DOET - {"blijft", "wordt", "werd"} or (
            zin.kaal(i + 1).isdecimal() and tussen.strip() != ""
        )
        raak = na_cue(zin, i, klein_dubbel=dicht, klein_vreemd=dicht and subject)
    elif voor in a.FUNCTIES:
        return _titel(zin, i) if token.kaal in a.VOORZETSELS_NAAM else (i if na_cue(zin, i, False, False) else None)
    elif voor in a.HEET or (voor in ("is", "was", "hij", "ze", "zij", "ook") and voor2 in a.HEET):
        raak = _heet(zin, i, voor)
    elif voor in ("van", "voor", "over") and voor2 in a.OUDERS:
        raak = na_cue(
            zin,
            i,
            False,
            False,
            groot_vreemd=voor2 in ("moeder", "vader", "mama", "papa", "ouder", "ouders", "oma", "opa", "voogd", "mam"),
        )
    elif voor in a.BEZIT:
        raak = zin.voornaam(i) and (token.groot or zin.zeker(i)) and not zin.vast(i) and not zin.schools(i)
    elif (voor, voor2) in (
        ("ben", "ik"),
        ("ik", "ben"),
        ("is", "dit"),
        ("met", "spreekt"),
        ("met", "spreek"),
    ) or voor == "hier":
        raak = (
            (zin.voornaam(i) or (voor == "met" and token.groot and vreemd(zin, i)))
            and (token.groot or zin.zeker(i))
            and not zin.vast(i)
        )
    elif voor in a.AANHEF:
        raak = zin.voornaam(i) and (token.groot or zin.zeker(i)) and not zin.vast(i)
    elif voor in ("en", "&") and i > 1 and zin.tokens[i - 2].merk and zin.tokens[i - 2].tekst == "[naam]":
        raak = token.groot and na_cue(zin, i, False, False)
    elif voor in LEEFTIJD or voor.isdecimal():
        raak = token.groot and zin.voornaam(i) and na_cue(zin, i, False, False)
    return i if raak else None


def _heet(zin: Zin, i: int, voor: str) -> bool:
    """A name after "heet": always a first name; another word only where a person is the subject."""
    eerder = {zin.kaal(j) for j in range(max(0, i - 6), i)}
    ding = any(
        w.endswith(a.SCHOOLEINDE)
        or w in ("het", "dat", "plek", "instelling", "organisatie", "dit", "wat", "hoe", "plaats", "stad", "dorp")
        for w in eerder
    )
    mens = bool(
        eerder & (a.FAMILIE - {"naam"} | a.FUNCTIES | a.TITELS | {"hij", "zij", "ze", "ik", "haar", "zijn", "mijn"})
    )
    if ding and not mens:
        return zin.zeker(i) and zin.tokens[i].groot and "school" not in eerder
    return na_cue(zin, i, klein_dubbel=True, klein_vreemd=mens or voor in ("voornaam", "achternaam", "roepnaam"))


def _ondertekend(zin: Zin, i: int) -> bool:
    """A last line that is only a name."""
    if "\n" not in zin.tokens[i].tussen or len(zin.tokens) - i > 4:
        return False
    rest = range(i, len(zin.tokens))
    if any("\n" in zin.tokens[j].tussen for j in rest[1:]):
        return False
    return (
        zin.tokens[i].groot
        and all(zin.tokens[j].groot or zin.kaal(j) in a.VOORZETSELS_NAAM for j in rest)
        and na_cue(zin, i, False, False)
    )
