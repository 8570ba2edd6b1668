"""What a parent tells of the step that is open without naming it: "gebeld, maar ze kunnen pas in januari"."""

from __future__ import annotations

import re

from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.kennis.model import STAPPEN
from wegwijzer.pad.stap import open_stap
from wegwijzer.taal.schoon import kaal, zinnen
from wegwijzer.taal.situatie.teruggenomen import PARTIJEN, genoemde_stappen

LOOPT = "loopt:"
"""In `Toestand.getoond`, with the step's id: the parent was told to wait for it."""
DAG = "dag_genoemd:"
"""With a step's id: its party told when something comes."""
_AANLOOP = (
    r"^(?:(?:ok|oke|ja|nou|zo|hoi|goed|inmiddels|nu|eindelijk|gisteren|vandaag|vanmorgen|vorige week|net|ook|al|dus) )"
    r"{0,4}"
)
_DAAD = (
    r"(?:gebeld|gemaild|gesproken|gepraat|aangevraagd|aangemeld|gevraagd|besproken|overlegd|ingevuld|opgestuurd"
    r"|contact (?:gehad|opgenomen)|(?:gesprek|gesprekken|overleg) gehad|langs geweest)"
)
_VERTELT = re.compile(
    rf"{_AANLOOP}(?:(?:ik|we|wij|mijn man|mijn vrouw) (?:heb|hebben|heeft|ben|zijn|is)"
    r"|(?:heb|hebben|ben|zijn) (?:ik|we|wij))"
    rf"(?: \w+){{0,8}}? {_DAAD}\b"
)
_KAAL = re.compile(
    rf"{_AANLOOP}(?:(?:heb|hebben|ben) (?:net |al |ze |hem |haar |er |daar )?)?"
    r"(?:gebeld|gemaild|aangevraagd|aangemeld)\b"
)
_DAAR = re.compile(
    rf"{_AANLOOP}(?:daar|die|hun|hen) (?:ben|zijn|heb|hebben) (?:ik|we|wij)(?: \w+){{0,5}}?"
    r" (?:geweest|gebeld|gevraagd|gemaild|aangeklopt)\b"
)
_GESPREK = re.compile(
    r"\b(?:dat|het|ons) gesprek (?:was|ging|leverde|liep)(?: \w+){0,3}?"
    r" (?:niks|niets|waardeloos|zinloos|slecht|tegen)\b"
)
_NIET = re.compile(r"\b(?:nog niet|nooit|niet|als|of|willen|wil|zou|moet|moeten|ga|gaan)\b")
_ANDER = re.compile(
    r"\b(?:leerplicht\w*|huisarts|dokter|arts|jeugdarts|schoolarts|ggz|ggd|gemeente|wijkteam|advocaat|jeugdzorg"
    r"|jeugdhulp|psycholoog|psychiater|voogd|veilig thuis|politie|buurvrouw|vriendin|zus|broer)\b"
)
NA = 14
"""Characters after the verb in which the party may still be named."""
_PARTIJ = re.compile("|".join(rf"\b{p}\b" for p in PARTIJEN.values()))
_WACHT = re.compile(
    r"\b(?:pas (?:in|over|na|volgende)|ingepland|gepland|plannen|afspraak (?:staat|gemaakt|over)"
    r"|bellen (?:me |mij |ons )?terug"
    r"|terugbellen|teruggebeld worden|wacht(?:en|ten)? (?:nu |nog )?op|volgende (?:week|maand)|afwachten"
    r"|over \w+ (?:dagen|weken)"
    r"|(?:gaat|gaan)(?: \w+){0,5}? (?:bespreken|overleggen|kijken|uitzoeken|regelen)"
    r"|kom(?:t|en) (?:erop|er op|daarop|hierop) terug|loopt nog|kom(?:t|en) (?:in|na|over) \w+ (?:met|terug|langs))\b"
)
_NIET_BEREIKT = re.compile(
    r"\b(?:antwoordapparaat|voicemail|(?:werd|wordt|is) (?:er )?niet opgenomen"
    r"|(?:nam|namen) niet op|niemand (?:neemt |nam |die )?op\w*|neemt niemand op|nemen niet op"
    r"|krijg (?:ze|ik niemand|niemand)(?: \w+){0,2} te pakken|niet bereikbaar|onbereikbaar)\b"
)
_GOED = re.compile(
    r"\b(?:hielp (?:echt|goed|wel|enorm)|heeft (?:echt |goed |enorm )?geholpen"
    r"|gaan (?:hem|haar|ons|me|mij)?(?: \w+)? ?helpen"
    r"|opgelost|gaat (?:nu |al )?(?:veel )?beter|goede afspraken)\b"
)
_STRAKS = (
    r"(?:volgende week|volgende maand|over \w+ (?:dagen|weken)|morgen|maandag|dinsdag|woensdag|donderdag|vrijdag"
    r"|in januari|in februari|na de vakantie)"
)
_KOMEN = r"(?:langs\w*|komt|komen|belt|bellen|terug\w*|een gesprek|een afspraak|meekijken|kijken|laten weten|horen)"
_ZIJ_KOMEN = re.compile(
    rf"^(?:\w+ ){{0,3}}?(?:ze|zij|hij|die|iemand|er)(?: \w+){{0,6}}? {_STRAKS}(?: \w+){{0,2}}? {_KOMEN}\b"
)
"""`ze zeiden dat iemand volgende week langskomt`."""
_ZIJ_ZEIDEN = re.compile(
    r"^(?:(?:ik|we|wij|en|maar|nou|ok|oke) ){0,2}(?:(?:heb|hebben) (?:\w+ ){0,2}?gebeld )?(?:en |maar )?"
    r"(?:ze|zij|die|hij|daar) (?:zeiden|zeggen|zei|zegt|vertelden|kunnen|konden|hebben)\b(?: \w+){0,10}? (?:na (?:de )?"
    r"(?:kerst|\w*vakantie|zomer)|(?:over (?:een paar|\w+)|volgende) (?:dagen|weken|maanden|week|maand)"
    r"|in (?:januari|februari|maart|april|mei|juni|september|het nieuwe (?:jaar|schooljaar)))\b"
)
_ZIJ_GAAN = re.compile(
    r"^(?:\w+ ){0,2}?(?:ze|zij|die)\b(?: \w+){0,5}? (?:gaan|zouden|zullen|willen)(?: \w+){0,3}? "
    r"(?:bespreken|overleggen|uitzoeken|nakijken|meekijken|terugbellen|terugmailen|regelen)\b"
)
_AL_GEDAAN = re.compile(
    r"^(?:(?:ja|nou|maar|pff|tja|en) ){0,2}(?:dat|die|dit|daar|alles) (?:heb|hebben|ben|zijn) (?:ik|we|wij)"
    r"(?: (?:ook|allemaal|al|toch|nou|echt|dus|\w+x|\w+ keer|vaak)){0,4}(?: (?:gedaan|gehad|geprobeerd|geweest))?$"
)
"""`dat heb ik al 100x gedaan`, `dat heb ik allemaal al`: of the step, or of what it needs."""
_VOORNEMEN = re.compile(
    r"^(?:(?:ok|oke|ja|nou|goed|dan|prima|dus) ){0,3}(?:die |dat |ze |hen |hun |dit |daar )?"
    r"(?:ga|gaan|zal|zullen|bel|bellen|mail|mailen) (?:ik|we|wij)\b(?: \w+){0,6}$"
    r"|^(?:(?:ok|oke|ja|nou|goed|dan|prima|dus) ){0,3}(?:die |dat |ze )?"
    r"(?:ik|we|wij) (?:ga|gaan|zal|zullen|bel|bellen|mail|mailen)\b(?: \w+){0,6}$"
)
_DAN = re.compile(
    r"\b(?:morgen|maandag|dinsdag|woensdag|donderdag|vrijdag|straks|vandaag|volgende week|zo|even|doen"
    r"|bellen|mailen|vragen|proberen|regelen|aanvragen|invullen)\b"
)
_KLAAGT = re.compile(
    r"\b(?:maar|niks|niets|nix|niet|geen|alleen|weken|maanden|al drie|al twee|vaak|steeds|weer|belooft?|zou|zouden)\b"
)
"""What shows that waiting has lasted long enough, or that nothing comes of it."""
_STIL = re.compile(
    r"\b(?:nog (?:steeds |altijd )?(?:niks|niets|geen (?:antwoord|reactie|bericht))|(?:al )?\w+ weken stil(?:te)?)\b"
    r"(?: \w+){0,3}|\b(?:niks|niets) (?:meer )?(?:van (?:ze|hen|hun) )?(?:gehoord|vernomen)\b"
)
_NOG_GEEN = re.compile(r"\bnog geen (?:echt |goed |eerste )?(?:gesprek|afspraak|overleg)\b")
_NIET_GEPRAAT = re.compile(
    r"^(?:nee |nou |eigenlijk |nog ){0,3}(?:nog )?(?:niet|nooit)(?: eens)? (?:op|met|bij|naar) school"
    r"(?: (?:geweest|gepraat|gesproken|gegaan|gebeld))?(?: om te (?:praten|vragen))?$"
    r"|^(?:nee |nou |eigenlijk |tot nu toe |ik heb |we hebben ){0,3}nog met niemand\b(?: \w+){0,7}$"
)
_WACHT_KORT = re.compile(
    r"^(?:(?:ja|maar|dat|het|is|kan|wordt|pas|dan|nou) ){0,5}"
    r"(?:eind|begin|half|in|na|over) \w+(?: \w+)? ?(?:pas|dan|weer)?$"
)
_HOORT = re.compile(r"\b(?:gehoord|vernomen|antwoord|reactie|bericht|stil|stilte)\b")
_TE_LANG = re.compile(
    r"\bduurt (?:mij |me |ons |voor ons |voor mij )?(?:veel |echt )?te lang\b"
    r"|\b(?:is|dat is) (?:mij |me |ons )?(?:toch |echt |toch echt )?(?:veel |al )?te laat\b"
    r"|\b(?:kan|kunnen) (?:niet|niet zo lang|niet langer|zo lang niet) (?:meer )?wachten\b"
)


def duid(bericht: Bericht, toestand: Toestand, nieuw: str | None = None) -> Duiding | None:
    """How it went with the open step; None where the message names a party itself, asks, or tells of something else.

    `nieuw`: the one step that this message made done, None where there is no such step.
    """
    stap = open_stap(toestand.situatie)
    alles = kaal(bericht.tekst)
    gemeld = gemelde_stappen(bericht)
    if toestand.gekozen(bericht.tekst):
        return None
    if nieuw and gemeld == {nieuw} and _WACHT.search(alles) and not _KLAAGT.search(alles) and "?" not in bericht.tekst:
        return Duiding("stap", f"loopt_nog:{nieuw}", waarom=f"{nieuw} gedaan, en nu wachten")
    if nieuw and nieuw == toestand.situatie.stap and genoemde_stappen(alles) <= {nieuw}:
        return None
    if not gemeld and _wacht_op_gedane(toestand) and (_TE_LANG.search(alles) or _hoort_niets(alles)):
        return Duiding("zet", "volgende_stap", waarom="wachten duurt te lang")
    gewacht = f"{LOOPT}{stap}" in toestand.getoond
    if stap and gewacht and not gemeld and _TE_LANG.search(alles):
        return _zet("hielp_niet", stap)
    if not stap or "?" in bericht.tekst or gemeld:
        return None
    if _ANDER.search(alles):
        return None
    if _AL_GEDAAN.match(alles) and (toestand.laatst or "").startswith("stap:") and " al" in alles:
        return _zet(
            "hielp_niet" if alles.endswith(("gedaan", "gehad", "geprobeerd", "geweest")) else "gedaan_vraag", stap
        )
    if stap == "school" and _ZIJ_ZEIDEN.search(alles) and "gebeld" in alles and not _PARTIJ.search(alles):
        return Duiding("stap", f"{DAG}{stap}", waarom="iemand noemde een dag")
    if _NIET_BEREIKT.search(alles) and not _PARTIJ.search(alles) and len(alles.split()) <= 16:
        return _zet("niet_bereikt", stap)
    if _ZIJ_KOMEN.search(alles) and not _KLAAGT.search(alles):
        return _zet("loopt_nog", stap)
    if _WACHT_KORT.match(alles) and " pas" in f" {alles}" and toestand.vraag in (None, "stap"):
        return _zet("loopt_nog", stap)
    if _VOORNEMEN.search(alles) and _DAN.search(alles) and not _KLAAGT.search(alles) and "dank" not in alles:
        return _zet("voornemen", stap)
    if _vertelt(bericht.tekst, stap):
        if _NIET_BEREIKT.search(alles):
            return _zet("niet_bereikt", stap)
        if _WACHT.search(alles):
            return _zet("loopt_nog", stap)
        return _zet("hielp" if _GOED.search(alles) else "hielp_niet", stap)
    if (wacht_op := _wie_zei(stap, toestand)) and _ZIJ_ZEIDEN.search(alles):
        return Duiding("stap", f"{DAG}{wacht_op}", waarom=f"{wacht_op} noemde een dag")
    if stap != "school" and _ZIJ_GAAN.match(alles) and not _KLAAGT.search(alles):
        return _zet("loopt_nog", stap)
    if stap == "school" and (_NOG_GEEN.search(alles) or _NIET_GEPRAAT.match(alles)):
        return _zet("nog_niet", stap)
    if _PARTIJ.search(alles):
        return None
    if _GESPREK.search(alles):
        return _zet("hielp_niet", stap)
    if _hoort_niets(alles):
        return _zet("hielp_niet" if gewacht else "loopt_nog", stap)
    return None


def gemelde_stappen(bericht: Bericht) -> set[str]:
    """The steps that a message tells as done; school only where a party is named: `dat gesprek` may be any."""
    gemeld = {str(v.waarde) for v in bericht.alle("stap_gedaan")}
    return gemeld if _PARTIJ.search(kaal(bericht.tekst)) else gemeld - {"school"}


def nieuwe_stap(toestand: Toestand, voor: list[str]) -> str | None:
    """The step that was done since `voor` (the steps done before this message), where it is one and the last of all."""
    erbij = [s for s in toestand.situatie.stappen_gedaan if s not in voor]
    return erbij[0] if len(erbij) == 1 and len(toestand.situatie.stappen_gedaan) == len(voor) + 1 else None


def _wie_zei(stap: str | None, toestand: Toestand) -> str | None:
    """Who tells a day of waiting: whom the open step is about; with school open, whom was spoken to last."""
    gedaan = toestand.situatie.stappen_gedaan
    if stap == "school" and gedaan and STAPPEN.index(gedaan[-1]) > 0:
        return gedaan[-1]
    return stap if toestand.vraag in (None, "stap") and (toestand.laatst or "").startswith("stap:") else None


def _wacht_op_gedane(toestand: Toestand) -> bool:
    """Whether the parent was last told to wait for a step that is done: then the next one has not been shown yet."""
    wacht = [g.removeprefix(LOOPT) for g in toestand.getoond if g.startswith(LOOPT)]
    return bool(wacht) and toestand.situatie.gedaan(wacht[-1]) and toestand.vraag != "stap"


def _hoort_niets(woorden: str) -> bool:
    return bool(_STIL.search(woorden) and _HOORT.search(woorden)) and len(woorden.split()) <= 16


def _vertelt(tekst: str, stap: str) -> bool:
    """Whether one sentence says that somebody was reached, without naming anybody of another step."""
    for zin in zinnen(tekst):
        woorden = kaal(zin)
        treffer = _VERTELT.match(woorden) or _KAAL.match(woorden) or _DAAR.match(woorden)
        if treffer and not _NIET.search(treffer.group()):
            return not genoemde_stappen(woorden[: treffer.end() + NA]) - {stap}
    return False


def _zet(hoe: str, stap: str) -> Duiding:
    return Duiding("stap", hoe, waarom=f"vertelt van de open stap {stap}: {hoe}")
