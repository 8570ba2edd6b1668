"""Street with house number, and postcodes, of which the four digits stay."""

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
_GEEN_NUMMER = re.compile(rf"[\s-]*{_EENHEID}", re.I)
_WOORDEN = re.compile(r"(?:(?:['’]\w|[^\W\d_]|\d{1,2}e\b)[\w'’.-]{0,30}[ \u00a0]{0,2}){1,6}\Z")
_WOONT = re.compile(r"\b(?:woon\w*|wonen|adres|verhuis\w*|ophalen|post)\b[^.!?\n]{0,40}\Z", re.I)
_WOONT_OP = re.compile(r"\b(?:woon|woont|woonde|wonen|\w*adres)\b[^.!?\n\d]{0,20}?(?:\b(?:op|aan|in)\s+(?:de\s+|het\s+|['’]t\s+)?|\bis\s+|:\s?|adres\s)(?P<x>[^\W\d_][\w'’ .-]{1,30})\Z", re.I)
_ERNA = re.compile(r"[,\s]{0,3}(?:\d{4}\s?[A-Z]{2}\b|(?:in|te)?\s?(?P<plaats>['’]?[^\W\d_][\w'’-]{1,30}(?:\s[^\W\d_][\w'’-]{1,30})?))", re.I)
_NIET_STRAAT = frozenset(
    "onderweg halfweg uitweg omweg snelweg leerweg spoorweg gerechtshof zorgpad leerpad ontwikkelpad tijdpad schoolplein straat weg laan hof pad dijk str"
    " groep klas niveau leerjaar cluster fase week stap artikel module havo vwo mavo vmbo".split()
)
_VAN = frozenset("laan plein weg kade singel hof park markt straat hoek erf dreef".split())
_BIJVOEGLIJK = frozenset("oude nieuwe lange korte grote kleine hoge lage eerste tweede derde burgemeester burg prof dr mr sint st pater dominee ds prins prinses koningin koning".split())
_GEEN_LETTERS = frozenset("in op en is de ik ze we er af al an as bo du eh ge ha he ho ie ja je jo la ma me mi na nu of om pa re ru st te to tv uw zo zn mn dr jr ga km cm kg eu ex dus bv nt ib".split())
_SCHOOLSOORT = frozenset({"po", "vo", "so"})
_POSTCODE = re.compile(
    r"(?<![\w])(?<!\d[.,-])(?P<pc4>[1-9]\d{3})(?P<wit>[\s.\-]{0,2})(?P<letters>[A-Za-z]{2})(?![\w'’]|-\w)(?P<meer>(?:[\s.\-]{0,2}[A-Z]{2}(?![\w'’]|-\w))*)"
    r"(?P<huis>[\s,]{1,3}(?:(?:nr|nummer|huisnummer)[.:]?\s?)?\d{1,4}(?!\d)(?![:.]\d)\s?[a-z]?(?![\w/-]))?"
)
_HUISNUMMER = re.compile(r"\b(?P<voor>huis\s?(?:nummer|nr)\.?[\s:]*(?:is\s+)?)\d{1,5}\s?[a-z]?(?!\w)", re.I)
_PC_WOORD = re.compile(r"(?:postcode|postcodes|pc|\[adres\],?)(?:\s+(?:is|van|de|het|school|ons|onze))*[\s:,]*\Z", re.I)


def _begin(woorden: list[str]) -> int:
    """The index of the first word that belongs to the street that ends with the last word."""
    i = len(woorden) - 1
    while i > 0:
        vorig = woorden[i - 1]
        laag = kaal(vorig.rstrip("."))
        if laag in _BIJVOEGLIJK or re.fullmatch(r"\d{1,2}e", vorig):
            i -= 1
        elif vorig[0].isupper() and laag not in NOOIT_NAAM and laag not in ("adres", "woonadres"):
            i -= 1
        elif laag in VOORZETSELS_NAAM and i > 1 and woorden[i - 2][0].isupper() and kaal(woorden[i - 2]) not in NOOIT_NAAM | {"school", "gaat", "woon"}:
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
    plaats = bool(erna) and (not erna["plaats"] or any(blijft(kaal(p)) for p in (erna["plaats"], erna["plaats"].split()[0]) if p)) if erna else False
    cue = plaats or bool(_WOONT.search(links))
    for aantal in range(min(4, len(woorden)), 0, -1):
        deel = woorden[-aantal:]
        naam = kaal(" ".join(deel))
        if naam in lijsten.straten and not blijft(naam) and (deel[0][0].isupper() or (cue and (aantal > 1 or not gewoon(naam)))):
            if cue or not (aantal == 1 and (gewoon(naam) or naam in lijsten.voornamen)):
                return aantal
    woont = _WOONT_OP.search(links)
    if woont and not any(blijft(kaal(w)) or w.lower() in _NIET_STRAAT for w in woont["x"].split()) and not blijft(kaal(woont["x"].strip())):
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
        links, rechts = tekst[max(vorig, treffer.start() - 90) : treffer.start()], tekst[treffer.end() : treffer.end() + 60]
        if _GEEN_NUMMER.match(rechts) or _GEEN_NUMMER.match(tekst[treffer.end("cijfers") : treffer.end("cijfers") + 12]):
            continue
        if len(treffer["cijfers"]) == 4 and ("," in treffer["nr"] or re.match(r"\s?[A-Z]{2}\b|\s+[A-Z]", tekst[treffer.end("cijfers") :][:6])):
            continue
        rij = _WOORDEN.search(links[-80:])
        if not rij:
            continue
        woorden = rij.group().split()
        aantal = _straat(woorden, links, rechts, lijsten, blijft)
        if aantal is None:
            continue
        begin = treffer.start()
        for woord in reversed(woorden[-aantal:]):
            begin = tekst.rfind(woord, vorig, begin)
        uit += [tekst[vorig:begin], "[adres]"]
        vorig = treffer.end()
    tekst, huis = _HUISNUMMER.subn(r"\g<voor>[adres]", "".join(uit) + tekst[vorig:])
    return tekst, bool(uit or huis)


def postcodes(tekst: str) -> tuple[str, bool, bool]:
    """Shorten full postcodes to their four digits ("3011 AB" to "3011"); a house number after it becomes `[adres]`.

    Two letters that are a Dutch word or a kind of school ("3011 in", "3011 VO") stay, unless "postcode" stands before.

    Returns:
        The text, whether a postcode was shortened, and whether a house number was removed.
    """
    gevonden = huis = False
    hoofdletters = sum(t.isupper() for t in tekst) > 0.6 * max(1, sum(t.isalpha() for t in tekst)) and len(tekst) > 25

    def kort(treffer: re.Match[str]) -> str:
        nonlocal gevonden, huis
        letters, laag = treffer["letters"], treffer["letters"].lower()
        vast = not treffer["wit"]
        cue = bool(_PC_WOORD.search(tekst[max(0, treffer.start() - 40) : treffer.start()]))
        jaar = treffer["pc4"][:2] in ("19", "20") and not cue
        twijfel = laag in _GEEN_LETTERS or laag in _SCHOOLSOORT or (jaar and not letters.isupper())
        if not vast and not cue and (laag in _SCHOOLSOORT or ((not letters.isupper() or hoofdletters) and twijfel)):
            return treffer.group()
        if not vast and cue and not letters.isupper() and laag in _GEEN_LETTERS:
            return treffer.group()
        gevonden = True
        rest = ""
        if treffer["huis"]:
            if _GEEN_NUMMER.match(tekst[treffer.end() : treffer.end() + 12]):
                rest = treffer["huis"]
            else:
                huis, rest = True, " [adres]"
        return treffer["pc4"] + rest

    return _POSTCODE.sub(kort, tekst), gevonden, huis
