"""A party that does not answer: "swv reageert niet". First what to do about the silence, then how the road goes on."""

from __future__ import annotations

import re

from wegwijzer.gesprek import stappen
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.pad.stap import volgende_stap
from wegwijzer.pad.stapinhoud import kaarten_van
from wegwijzer.taal.schoon import kaal, zinnen
from wegwijzer.taal.situatie.teruggenomen import PARTIJEN

SOORT = "stil"
"""`Duiding.soort`; the label is the step of the party that is silent."""
GEVRAAGD = "stil:school"
"""In `Toestand.getoond`: asked whether school was spoken to, before that step was shown."""
MEESTE = 24
KAN_STIL = ("samenwerkingsverband", "onderwijsconsulent")
_ANTWOORDT_NIET = (
    r"(?:reage\w+|antwoord\w*|bel(?:t|len)|mail(?:t|en)|neemt op|nemen op|laat|laten)"
    r"(?: (?!(?:ik|wij|we)\b)\w+){0,5}? ?(?:niet|niks|niets|nooit|geen)"
)
_ZWIJGT = {
    stap: re.compile(
        rf"\b{PARTIJEN[stap]}\b(?: \w+){{0,3}}? {_ANTWOORDT_NIET}\b"
        rf"|\b(?:hoor|horen|krijg|krijgen|gehoord)(?: \w+){{0,3}}? (?:niet|niks|niets|geen|nooit)(?: \w+){{0,3}}? "
        rf"van (?:het |de )?{PARTIJEN[stap]}\b"
        rf"|\b(?:krijg|krijgen|kreeg|kregen)(?: \w+){{0,3}}? geen (?:contact|gehoor) (?:met|bij) "
        rf"(?:het |de )?{PARTIJEN[stap]}\b"
        rf"|\b(?:niks|niets|geen (?:reactie|antwoord))(?: \w+){{0,3}}? van (?:het |de |mijn )?{PARTIJEN[stap]}\b"
        rf"|\b{PARTIJEN[stap]} (?:is|blijft|houdt zich)(?: \w+){{0,2}}? (?:stil|muisstil)$|\b{PARTIJEN[stap]} zwijgt\b"
    )
    for stap in KAN_STIL
}


def duid(bericht: Bericht, toestand: Toestand) -> Duiding | None:
    """The silent party that a statement names; None for a question, and where nobody is silent."""
    gezegd = [z for z in zinnen(bericht.tekst) if "?" not in z]
    woorden = kaal(" ".join(gezegd))
    if not gezegd or len(woorden.split()) > MEESTE or re.match(r"(?:en |maar )?(?:wat )?als\b", woorden):
        return None
    stap = next((s for s, patroon in _ZWIJGT.items() if patroon.search(woorden)), None)
    return Duiding(SOORT, stap, waarom=f"{stap} antwoordt niet") if stap else None


def antwoord(duiding: Duiding, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """What to do about it; then whether school was spoken to where that is not known, else the next step."""
    kennis, situatie, stap = huis.kennis, toestand.situatie, str(duiding.label)
    if situatie.zonder_samenwerkingsverband() is None or stap != "samenwerkingsverband":
        situatie.heeft_gedaan(stap)
    kaarten = kaarten_van(kennis.stappen[stap], situatie, kennis)
    regels = [kennis.tekst("stil", kort=kennis.stappen[stap].kort), *stappen.contactregels(kaarten, huis)[:1]]
    eerst = Antwoord("\n".join(regels), custom={"kaart": kaarten[0].data(bericht.nu)} if kaarten else {})
    if volgende_stap(situatie).stap != "school":
        verder, reden = stappen.vervolg(toestand, huis, bericht.nu)
        return Beurt((eerst, *verder), toestand, "pad", ("pad",), f"{duiding.waarom}; {reden}")
    situatie.stap, toestand.vraag = "school", "stap"
    toestand.getoond.append(GEVRAAGD)
    titels = ("hielp_niet", "hielp", "loopt_nog", "nog_niet")
    toestand.keuzes = [Knop(kennis.tekst(f"knop_{t}"), f"stap:{t}") for t in titels]
    vraag = Antwoord(kennis.stappen["school"].vraag_na, tuple(toestand.keuzes))
    return Beurt((eerst, vraag), toestand, "pad", ("pad",), f"{duiding.waarom}; gevraagd naar school")
