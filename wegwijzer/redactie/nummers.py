"""Numbers and addresses of the electronic kind: e-mail, IBAN, pupil number, BSN, telephone."""

from __future__ import annotations

import re

_MAIL = re.compile(
    r"(?<![\w.+%'-])[\w.+%'-]+@(?:[\w-]*\w(?:\.\w[\w-]*)+|(?:gmail|hotmail|outlook|live|ziggo|kpn|icloud|yahoo)\b)",
    re.I,
)
_MAIL_LOS = re.compile(
    r"(?<![\w.+-])\w[\w.+-]{0,63}(?:\s?(?:@|\(at\)|\[at\]|\(a\))\s?|\s(?:apenstaartje|apestaartje|at)\s)"
    r"[\w-]{2,40}(?:\s?\.\s?|\s(?:punt|dot)\s)(?:nl|com|eu|org|net|be|de)\b",
    re.I,
)
_LENGTES = {"BE": 16, "DE": 22, "FR": 27, "PL": 28, "TR": 26, "GB": 22, "ES": 24, "IT": 27, "PT": 25, "RO": 24,
            "BG": 22, "AT": 20, "LU": 20, "LT": 20, "IE": 22, "CH": 21}  # fmt: skip
_IBAN = re.compile(
    r"(?<![A-Z0-9])(?:NL\s?\d{2}[\s.-]?[A-Z]{4}(?:[\s.-]?\d){8,11}(?!\d)|"
    + "|".join(rf"{land}\s?\d{{2}}(?:[ .-]?[A-Z0-9]){{{lengte - 4}}}(?!\w)" for land, lengte in _LENGTES.items())
    + r")",
    re.I,
)
_REKENING = re.compile(
    r"\b(?P<voor>(?:bank)?rekening(?:nummer|nr\.?)?|giro(?:nummer)?)(?P<tussen>[\s:=.]*(?:is\s+)?)"
    r"\d(?:[ .-]?\d){5,9}(?!\d)",
    re.I,
)
_LEERLING = re.compile(
    r"\b(?P<voor>(?:leerling|leerl|ll|student|stamboek|onderwijs|persoonsgebonden|client|cliënt|dossier|zaak"
    r"|registratie|inschrijf)"
    r"(?:en)?[\s.-]{0,2}(?:nummer|num|nr|id)|pgn|llnr|eck[\s-]?id|v-nummer)\b(?P<tussen>[^\d\n\[]{0,30}?)"
    r"(?<!\w)(?=[A-Za-z.\-/]{0,6}\d)(?=(?:[A-Za-z.\-/ ]{0,3}\d){4})"
    r"[A-Za-z]{0,4}[.\-/]?\d[\dA-Za-z.\-/]{2,24}(?<![.\-/])",
    re.I,
)
_BSN_WOORD = re.compile(
    r"\b(?P<voor>bsn(?:[\s-]?(?:nummer|nr))?|burger\s?-?service\s?-?(?:nummer|nr)|sofi-?(?:nummer|nr)?)\b(?P<tussen>[^\d\n\[]{0,40})"
    r"\d(?:[ .-]?\d){7,8}(?!\d)",
    re.I,
)
_BSN = re.compile(r"(?<![\w+])(?<!\d[.,-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![\w]|[.,-]\d)")
_GEEN_TEL = r"(?!0\d?([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d))(?!0\d\.\d\d\s*[-–t])(?!0800|090[0-9])"
_S = r"[\s.\-–/()]{0,3}"
_TELEFOON = re.compile(
    r"(?<!\w)(?<!\d[:.,/-])(?:\((?=0\d))?(?:"
    rf"(?:\+\s?|00)31{_S}(?:\(0\)|0(?=[\s-]?[1-9]))?(?:{_S}\d){{9}}(?!\d)"
    r"|(?:\+\s?|00)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){7,12}(?!\d)"
    rf"|(?<!\+)31\s?-?\s?6(?:[ .-]?\d){{8}}(?!\d)"
    rf"|{_GEEN_TEL}0(?:{_S}\d){{9}}(?!\d)"
    r"|06(?:[\s.-]{0,3}\d){6,7}(?!\d)(?![.\-/]\d)|06[ -]?\d{9}(?!\d)"
    r"|6[ -]?\d{8}(?!\d))"
)
_TEL_WOORD = re.compile(
    r"\b(?P<voor>tel\.?|telefoon(?:nummer|nr)?|mobiel(?:e?\s?nummer)?|gsm|whatsapp|06-nummer)(?P<tussen>[\s:.=]{1,3}(?:is\s+)?)"
    r"(?!14|\d{4}-\d{4}|\d{1,2}[-/.]\d{1,2}[-/.])[1-9](?:[ -]?\d){5,8}(?!\d)",
    re.I,
)
_CIJFERWOORD = r"(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_TEL_LETTERS = re.compile(
    rf"\bnul[\s,-]+zes(?:[\s,-]+(?:{_CIJFERWOORD}|\w{{3,8}}(?:tig|tien|elf|twaalf)|tien|elf|twaalf|\d{{1,2}})){{4,8}}\b",
    re.I,
)


def elfproef(cijfers: str) -> bool:
    """Whether eight or nine digits form a possible BSN (11-proef: weights 9…2 and -1, sum divisible by 11, not all 0).

    Rule: http://www.kiesgoed.nl/Informatie/BSN.aspx (seen 2026-11-22).
    """
    cijfers = cijfers.rjust(9, "0")
    if len(cijfers) != 9 or not int(cijfers):
        return False
    return sum(int(c) * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def _cijfers(tekst: str) -> str:
    return "".join(t for t in tekst if t.isdecimal())


def _na_woord(merk: str) -> str:
    return rf"\g<voor>\g<tussen>[{merk}]"


def nummers(tekst: str, blijft: frozenset[str]) -> tuple[str, set[str]]:
    """Replace numbers and mail addresses by marks.

    Args:
        tekst: Text with ASCII digits.
        blijft: Telephone numbers (digits only) that stay, such as those of organisations.

    Returns:
        The text and the kinds that were removed.
    """
    gevonden: set[str] = set()

    def vervang(patroon: re.Pattern[str], soort: str, nieuw: str, tekst: str) -> str:
        tekst, aantal = patroon.subn(nieuw, tekst)
        if aantal:
            gevonden.add(soort)
        return tekst

    def telefoon(treffer: re.Match[str]) -> str:
        if _cijfers(treffer.group()) in blijft:
            return treffer.group()
        gevonden.add("telefoon")
        return "[telefoon]"

    def bsn(treffer: re.Match[str]) -> str:
        if not elfproef(_cijfers(treffer.group())):
            return treffer.group()
        gevonden.add("bsn")
        return "[bsn]"

    if "@" in tekst:
        tekst = vervang(_MAIL, "mail", "[mail]", tekst)
    tekst = vervang(_MAIL_LOS, "mail", "[mail]", tekst)
    tekst = vervang(_TEL_LETTERS, "telefoon", "[telefoon]", tekst)
    if not any(t.isdecimal() for t in tekst):
        return tekst, gevonden
    tekst = vervang(_IBAN, "iban", "[iban]", tekst)
    tekst = vervang(_REKENING, "iban", _na_woord("iban"), tekst)
    tekst = vervang(_BSN_WOORD, "bsn", _na_woord("bsn"), tekst)
    tekst = vervang(_LEERLING, "leerlingnummer", _na_woord("leerlingnummer"), tekst)
    tekst = _BSN.sub(bsn, tekst)
    tekst = _TELEFOON.sub(telefoon, tekst)
    return vervang(_TEL_WOORD, "telefoon", _na_woord("telefoon"), tekst), gevonden
