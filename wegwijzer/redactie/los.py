"""Decides whether a word is a person's name without a cue before it."""

from __future__ import annotations

from wegwijzer.redactie import aanwijzers as a
from wegwijzer.redactie.blijft import ZIEKTEN
from wegwijzer.redactie.lijsten import gewoon
from wegwijzer.redactie.zin import LEEFTIJD, Zin


def _leeftijd_erna(zin: Zin, i: int) -> bool:
    """Whether an age follows: "X (12)", "X, 9 jaar", "X van 9", "X is 12 jaar"."""
    j = i + 1
    if zin.kaal(j) in ("van", "is", "was", "wordt"):
        j += 1
    if j >= len(zin.tokens) or not zin.kaal(j).isdecimal() or not 2 <= int(zin.kaal(j)[:4]) <= 20:
        return False
    return zin.kaal(j + 1) in LEEFTIJD or (
        zin.tokens[j].tussen.strip() == "(" and zin.kaal(j + 1) not in ("weken", "maanden")
    )


def _met_de(zin: Zin, i: int) -> bool:
    """A surname with "van den" or "de" before it and no first name ("Van den Berg belde", "met de Vries")."""
    token, kaal = zin.tokens[i], zin.stam(i)
    if not token.groot or kaal not in zin.lijsten.achternamen or token.tussen not in (" ", "") or zin.schools(i):
        return False
    twee = f"{zin.kaal(i - 2)} {zin.kaal(i - 1)}"
    if zin.kaal(i - 2) in a.SCHOOL_ERVOOR or zin.kaal(i - 3) in a.SCHOOL_ERVOOR:
        return False
    return zin.kaal(i - 1) in a.VAN_NAMEN or twee in a.VAN_NAMEN or (zin.kaal(i - 1) == "de" and kaal in a.DE_NAMEN)


def los(zin: Zin, i: int) -> bool:
    """Whether the word at `i` is a person's name without a cue before it."""
    token = zin.tokens[i]
    if token.merk or not token.tekst[0].isalpha() or zin.vast(i):
        return False
    kaal, voor = zin.stam(i), zin.kaal(i - 1)
    if _met_de(zin, i):
        return True
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
        return (
            (naast and erna in a.DOET - {"komt", "kwam"} and gewoon(kaal)) or not gewoon(kaal) or _leeftijd_erna(zin, i)
        )
    if gewoon(kaal):
        return False
    if kaal in zin.lijsten.achternamen and len(kaal) > 3:
        return True
    if len(kaal) < 3:
        return False
    if (
        naast
        and erna in a.LIJFELIJK
        and (token.begin or voor in ("dat", "omdat", "want", "en", "maar", "als", "sinds", "toen"))
    ):
        return True
    return _leeftijd_erna(zin, i) or (
        voor in ("zit", "zat", "durft", "wil")
        and naast
        and erna in ("thuis", "niet", "nu", "al", "ook", "weer", "alleen")
    )
