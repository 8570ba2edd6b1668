"""Street with house number."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

import re
from collections.abc import Callable

from wegwijzer.redactie.aanwijzers import VOORZETSELS_NAAM
from wegwijzer.redactie.blijft import NOOIT_NAAM
from wegwijzer.redactie.lijsten import STRAATEINDEN, Lijsten, gewoon
from wegwijzer.redactie.schrift import kaal

_EENHEID = (
    r"(?:jaar|jaren|jr|jarige?|weken|weekjes|week|wk|maand|dag|uur|uren|min|keer|x\b|kind|leerling|school|scholen|km|kilo|meter|euro|%|procent|huizen|mensen"
    r"|klas|groep|jan|feb|maart|mrt|apr|mei|juni|juli|aug|sep|okt|nov|dec|[:.]\d|e\b|de\b|ste\b|graden|lessen|tot\b|van\sde\b|van\smijn)"
)
_NUMMER = re.compile(
    r"(?P<nr>,?\s{1,3}(?:(?:nr|no|nummer|huisnummer|huisnr)[.:]?\s{0,2})?)(?<!\d)(?P<cijfers>\d{1,4})(?!\d)(?![:.]\d)(?!\s?[-/]\s?\d{1,2}\s?[-/])(?!-\d{4}(?!\d))"
    r"(?:\s?[-/]\s?\d{1,4}(?!\d))?(?:\s?-?(?:bis|hs|huis|zw|rd|[ivx]{1,4}|[a-z])(?![\w'’])|\s[a-h](?![\w'’-]))?(?:-\d{1,4}(?!\d))?(?!\w)",
    re.I,
)
GEEN_NUMMER = re.compile(rf"[\s-]*{_EENHEID}", re.I)
"""What follows a number that counts something and numbers no house."""
_LOS_TEKEN = re.compile(r"[^\w'’. \u00a0-]")
_STRAATWOORD = re.compile(r"['’]\w|[^\W\d_]|\d{1,2}e\Z")
_WOONT = re.compile(r"\b(?:woon\w*|wonen|adres|verhuis\w*|ophalen|post)\b[^.!?\n]{0,40}\Z", re.I)
_WOONT_OP = re.compile(
    r"\b(?:woon|woont|woonde|wonen|\w*adres)\b[^.!?\n\d]{0,20}?(?:\b(?:op|aan|in)\s+(?:de\s+|het\s+|['’]t\s+)?|\bis\s+|:\s?|adres\s)"
    r"(?P<x>[^\W\d_][\w'’ .-]{1,30})\Z",
    re.I,
)
_ERNA = re.compile(
    r"[,\s]{0,3}(?:\d{4}\s?[A-Z]{2}\b|(?:in|te)?\s?(?P<plaats>['’]?[^\W\d_][\w'’-]{1,30}(?:\s[^\W\d_][\w'’-]{1,30})?))",
    re.I,
)
_NIET_STRAAT = frozenset(
    "onderweg halfweg uitweg omweg snelweg leerweg spoorweg gerechtshof zorgpad leerpad ontwikkelpad tijdpad"
    " schoolplein straat weg laan hof pad dijk str groep klas niveau leerjaar cluster fase week stap artikel"
    " module havo vwo mavo vmbo".split()
)
_VAN = frozenset("laan plein weg kade singel hof park markt straat hoek erf dreef".split())
_BIJVOEGLIJK = frozenset(
    "oude nieuwe lange korte grote kleine hoge lage eerste tweede derde burgemeester burg prof dr mr sint st"
    " pater dominee ds prins prinses koningin koning".split()
)
_HUISNUMMER = re.compile(r"\b(?P<voor>huis\s?(?:nummer|nr)\.?[\s:]*(?:is\s+)?)\d{1,5}\s?[a-z]?(?!\w)", re.I)


def _woorden(links: str) -> list[str]:
    """The last words of `links`, at most six, that can be a street: no commas or other numbers between them."""
    uit: list[str] = []
    for woord in reversed(_LOS_TEKEN.split(links[-80:])[-1].split()):
        if len(uit) == 6 or not _STRAATWOORD.match(woord):
            break
        uit.insert(0, woord)
    return uit


def _begin(woorden: list[str]) -> int:
    """The index of the first word that belongs to the street that ends with the last word."""
    i = len(woorden) - 1
    while i > 0:
        vorig = woorden[i - 1]
        laag = kaal(vorig.rstrip("."))
        eigen = vorig[0].isupper() and laag not in NOOIT_NAAM and laag not in ("adres", "woonadres")
        if eigen or laag in _BIJVOEGLIJK or re.fullmatch(r"\d{1,2}e", vorig):
            i -= 1
        elif (
            laag in VOORZETSELS_NAAM
            and i > 1
            and woorden[i - 2][0].isupper()
            and kaal(woorden[i - 2]) not in NOOIT_NAAM | {"school", "gaat", "woon"}
        ):
            i -= 2
        else:
            break
    return i


def _straat(woorden: list[str], links: str, rechts: str, lijsten: Lijsten, blijft: Callable[[str], bool]) -> int | None:
    """How many words at the end of `woorden` form a street, or None."""
    laatste = kaal(woorden[-1].rstrip("."))
    if laatste.endswith(STRAATEINDEN) and laatste not in _NIET_STRAAT and not blijft(laatste) and len(laatste) > 5:
        return len(woorden) - _begin(woorden)
    for i, woord in enumerate(woorden[:-1]):
        if kaal(woord) in _VAN and kaal(woorden[i + 1]) in VOORZETSELS_NAAM and woord[0].isupper():
            return len(woorden) - i
    if laatste in _NIET_STRAAT or laatste in NOOIT_NAAM:
        return None
    erna = _ERNA.match(rechts)
    plaats = (
        bool(erna)
        and (not erna["plaats"] or any(blijft(kaal(p)) for p in (erna["plaats"], erna["plaats"].split()[0]) if p))
        if erna
        else False
    )
    cue = plaats or bool(_WOONT.search(links))
    for aantal in range(min(4, len(woorden)), 0, -1):
        deel = woorden[-aantal:]
        naam = kaal(" ".join(deel))
        if naam not in lijsten.straten or blijft(naam):
            continue
        dubbel = aantal == 1 and (gewoon(naam) or naam in lijsten.voornamen)
        if (deel[0][0].isupper() and (cue or not dubbel)) or (cue and (aantal > 1 or not gewoon(naam))):
            return aantal
    woont = _WOONT_OP.search(links)
    if (
        woont
        and not any(blijft(kaal(w)) or w.lower() in _NIET_STRAAT for w in woont["x"].split())
        and not blijft(kaal(woont["x"].strip()))
    ):
        return min(len(woorden), len(woont["x"].split()))
    return None


def adressen(tekst: str, lijsten: Lijsten, blijft: Callable[[str], bool]) -> tuple[str, bool]:
    """Replace street and house number by `[adres]`.

    Args:
        tekst: The text.
        lijsten: For streets.
        blijft: Whether a name (lower case, no accents) is a place or organisation.

    Returns:
        The text and whether anything was removed.
    """
    if not any(t.isdecimal() for t in tekst):
        return tekst, False
    uit: list[str] = []
    vorig = 0
    for treffer in _NUMMER.finditer(tekst):
        links, rechts = (
            tekst[max(vorig, treffer.start() - 90) : treffer.start()],
            tekst[treffer.end() : treffer.end() + 60],
        )
        if GEEN_NUMMER.match(rechts) or GEEN_NUMMER.match(tekst[treffer.end("cijfers") : treffer.end("cijfers") + 12]):
            continue
        if len(treffer["cijfers"]) == 4 and (
            "," in treffer["nr"] or re.match(r"\s?[A-Z]{2}\b|\s+[A-Z]", tekst[treffer.end("cijfers") :][:6])
        ):
            continue
        woorden = _woorden(links)
        if not woorden:
            continue
        aantal = _straat(woorden, links, rechts, lijsten, blijft)
        if aantal is None:
            continue
        while aantal > 1 and woorden[-aantal] in ("de", "het", "een", "'t"):
            aantal -= 1
        begin = treffer.start()
        for woord in reversed(woorden[-aantal:]):
            begin = tekst.rfind(woord, vorig, begin)
        uit += [tekst[vorig:begin], "[adres]"]
        vorig = treffer.end()
    tekst, huis = _HUISNUMMER.subn(r"\g<voor>[adres]", "".join(uit) + tekst[vorig:])
    return tekst, bool(uit or huis)
