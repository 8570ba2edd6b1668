"""Whether a message asks for another language: "in English please", "kan het in het Turks", "ik spreek Farsi"."""

from __future__ import annotations

import re

from wegwijzer.taal.schoon import kaal

MEESTE = 16
"""A request is short (words); in a longer story the name of a language is mostly something else."""
OPDRACHT = 4
"""More words after "vertaal …" are a text of the parent's own to translate, which is not ours."""

NAMEN = {
    "nl": "nederlands|hollands|dutch",
    "en": "engels|english",
    "tr": "turks|turkce",
    "pl": "pools|polski|polsku",
    "uk": "oekraiens|oekrains|ukrainian",
    "fr": "frans|francais",
    "ar": "arabisch|arabic|marokkaans",
    "anders": "duits|deutsch|german|spaans|espanol|spanish|russisch|russian|farsi|perzisch|dari|pashto|tigrinya"
    "|tigrinja|somalisch|somali|koerdisch|chinees|papiaments|papiamentu|portugees|italiaans|roemeens|bulgaars"
    "|hongaars|urdu|hindi|berbers|tamazight|servisch|kroatisch|bosnisch|albanees|vietnamees|armeens|grieks|amhaars",
}
"""Code → names of the language, without capitals and accents."""

_NAAM = re.compile(r"\b(?:" + "|".join(f"(?P<{code}>{namen})" for code, namen in NAMEN.items()) + r")\b")
_VRAAGT = re.compile(
    r"\b(?:kan|kun|kunt|mag|graag|please|aub|alstublieft|alsjeblieft|antwoord|antwoorden|vertaal|vertaald|vertaling"
    r"|vertalen|uitleg|uitleggen|heb je|hebt u|heeft u|spreekt u|spreek je|spreek jij|praat je|liever|can|speak"
    r"|answer|bitte|por favor)\b"
)
_SPREEKT = re.compile(
    r"\b(?:ik|wij|we|ze|zij|hij|moeder|vader|man|vrouw|oma|schoonmoeder)"
    r" (?:\w+ )?(?:spreek|spreekt|spreken|praat|praten)\b"
)
_ALLEEN = re.compile(r"\balleen\b|\b(?:weinig|geen) nederlands\b")
_IN = re.compile(
    r"\b(?:in|naar|into|to)(?: het| simpel| simple| eenvoudig)?$|\b(?:spreek|spreekt|praat|speak|typen)(?: \w+)?$"
)
_VAK = re.compile(
    r"\b(?:les|lessen|vak|leraar|lerares|docent|docente|boek|cijfer|onvoldoende|toets|examen|school|klas|bijles"
    r"|huiswerk|slecht in|goed in|punt|punten|mentor|onderwijs|(?:mijn|onze|mn) (?:zoon|dochter|kind))\b"
)
"""What shows that the language is a school subject or belongs to a school."""
_KAAL = re.compile(
    r"(?:in |in het |naar |naar het )?(?P<naam>\w+)(?: please| graag| aub| alstublieft| alsjeblieft| bitte)?"
)


def gevraagde_taal(tekst: str) -> str | None:
    """The code of the language that is asked for (`anders` where it is none of ours), or None."""
    woorden = kaal(tekst).replace("ı", "i")
    gevonden = list(_NAAM.finditer(woorden))
    if not gevonden or len(woorden.split()) > MEESTE or _VAK.search(woorden):
        return None
    if woorden.startswith("vertaal ") and len(woorden.split()) > OPDRACHT:
        return None
    codes = [next(c for c in NAMEN if g[c]) for g in gevonden]
    code = next((c for c in codes if c not in ("anders", "nl")), codes[0])
    heel = _KAAL.fullmatch(woorden)
    if heel is not None and heel["naam"] == gevonden[0][0]:
        return code
    gevraagd = _VRAAGT.search(woorden) and any(_IN.search(woorden[: g.start()].rstrip()) for g in gevonden)
    spreekt = code != "nl" and _SPREEKT.search(woorden) and _ALLEEN.search(woorden)
    return code if gevraagd or spreekt else None
