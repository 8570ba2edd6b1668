"""What a parent feels is heard first, in one sentence that fits; then the step."""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.gesprek import stappen
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand, woorden
from wegwijzer.huis import Huis
from wegwijzer.taal.schoon import kaal

DANK = "bedankt_of_boos"
"""The topic for thanks and for grumbling about the assistant."""
MEESTE_ANTWOORDEN = 3
"""The welcome and a word about which child may still come in front."""
MEESTE_WOORDEN = 105
"""An answer gets no sentence in front that makes it longer than this (words)."""
GEHOORD = frozenset({DANK, "boos", "crisis_ouder_op", "pleidooi_voor_mijn_kind", "leerplichtambtenaar_komt", "nood"})
"""Topics whose own answer begins by hearing the parent."""
_UITINGEN = (
    (
        "mopper",
        r"\b(?:jij|je|u|dit ding|deze chat|dit) (?:snapt?|begrijpt?|luistert?|bent?|is|helpt?)(?: \w+){0,3}"
        r" (?:niks|niets|geen (?:reet|bal|snars|zak|ene)|dom|waardeloos|nutteloos|niet)\b"
        r"|\bstom(?:me)? (?:robot|computer|ding)\b"
        r"|\b(?:hier|daar) heb ik (?:niks|niets|weinig) aan\b"
        r"|^(?:nou |ja |maar )*(?:dat|dit|het) helpt (?:\w+ )?(?:niet|niks|niets|weinig)(?: \w+){0,2}$"
        r"|^(?:nou |ja |maar )*(?:dat|dit|het) schiet (?:\w+ )?niet op$"
        r"|^(?:nou |ja |maar )*(?:dat|dit) (?:is|was) (?:\w+ )?geen antwoord\b",
    ),
    (
        "schuld",
        r"\b(?:slechte|waardeloze|beroerde|falende|mislukte) (?:moeder|vader|mama|papa|ouder|ouders)\b"
        r"|\bwat (?:doe|heb) ik (?:toch |nou |dan )?(?:fout|verkeerd)\b|\bik (?:faal|heb gefaald)\b"
        r"|\b(?:ligt|komt) het (?:dan )?(?:aan|door) (?:mij|ons)\b",
    ),
    (
        "boos",
        r"\b(?:woedend|woest|razend|kwaad|boos|pissig|zat|schandalig|schandalige|schande|waardeloos|spuugzat"
        r"|belachelijk(?! (?:te )?(?:ge)?ma)"
        r"|kotsmisselijk van|te gek voor woorden)\b",
    ),
    (
        "zwaar",
        r"\b(?:ten einde raad|radeloos|radeloze|wanhopige?|wanhoop|machteloos|doodop|uitgeput|moe van|zo moe"
        r"|op van (?:al )?(?:(?:de|alle|die|het|dit) ){0,2}(?:zenuwen|stress|spanning\w*|ellende|zorgen"
        r"|gedoe|moeheid|vermoeidheid|verdriet)"
        r"|(?<!zich )kapot(?! geschrokken)"
        r"|niet meer aan(?:zien)?|niet meer vol|huil|huilt|huilen|huilend|gehuild|verdrietig|hopeloos|moedeloos"
        r"|(?:ben|zijn) (?:gewoon |echt |helemaal |zo |allebei )?op"
        r"(?= (?:en|van|door|want|maar|ik|we|wij|hij|zij|ze|onze|wat|hoe|kan|mag|vier|drie|twee|al)\b|$)"
        r"|(?:ik ben|we zijn|wij zijn) (?:zo |echt |gewoon )?moe|trek het niet"
        r"|kanker|leukemie|chemo|hersentumor|ernstig ziek|overleden"
        r"|het houdt (?:\w+ ){0,2}niet op|kan (?:ik )?er niet bij hebben|kan dit er niet bij hebben|moedeloos van"
        r"|weet niet goed waar|(?:slaap|slapen) (?:er )?(?:slecht|niet)|er (?:\w+ ){0,3}doorheen)\b",
    ),
    (
        "schrik",
        r"\b(?:schrik|geschrokken|schrok)\b|\b(?:ik|wij|we|lichte|totale|hier) (?:\w+ ){0,2}paniek\b|^paniek\b"
        r"|\bik (?:zit|sta) (?:hier )?te (?:trillen|beven|shaken)\b"
        r"|^help (?:er|wat|ik|we|mijn|toch|aub|alsjeblieft|morgen|overmorgen|straks|vandaag)\b",
    ),
    ("bang", r"\b(?:doodsbang|als de dood (?:dat|voor)|bang dat|ik durf niet|ik durf niets)\b"),
    ("dank", r"\b(?:bedankt|dank|dankjewel|dankje|dankuwel|thanks|thx|merci|fijn dat)\b"),
)
_PATRONEN = tuple((soort, re.compile(patroon)) for soort, patroon in _UITINGEN)
_NIET_BOOS = re.compile(
    r"\bniet (?:boos|kwaad|zat)\b|\b(?:boos|kwaad) op (?:hem|haar)\b"
    r"|\b(?:school|juf|leraar|mentor|hij|zij|ze|moeder|vader|ouders|baas|man|vrouw|ex|zoon|dochter|kind|iedereen)"
    r" (?:is|zijn|was|werd|wordt|worden) (?:\w+ ){0,2}(?:boos|kwaad|woedend|woest|razend|pissig)\b"
    r"|\b(?:school|juf|meester|leraar|mentor|directeur) (?:heel |erg |zo |veel )?(?:boos|kwaad|woedend)\b"
    r"|\b(?:als|wanneer|omdat|want|dat) (?:hij|ze|zij|school|mijn \w+|onze \w+) (?:\w+ ){0,2}?(?:boos|kwaad|woedend)"
    r" (?:is|wordt|werd)\b"
    r"|\b(?:bank|thuis|klas|groep|school|daar|hij|ze|zij|die) zat\b"
    r"|\bzat (?:hij|ze|zij|er|in|op|thuis|al|te|bij|met|ik|we|wij)\b|\b(?:ik|wij|we|zoon|dochter|kind) zat\b"
    r"|\b(?:als|dat) (?:ze|zij|hij|school|ouders|mensen) (?:\w+ )?(?:boos|kwaad|woedend) (?:wor\w+|zijn|reageren)\b"
)

_ZAT = re.compile(r"\b(?:ik|we|wij) (?:ben|zijn|word|worden) het (?:\w+ ){0,2}zat\b|\bben ik het (?:\w+ ){0,2}zat\b")


def gevoel(tekst: str) -> str | None:
    """mopper, boos, zwaar, schrik, bang or dank; None where the words show nothing."""
    woorden = kaal(tekst)
    gevonden = [soort for soort, patroon in _PATRONEN if patroon.search(woorden)]
    if "boos" in gevonden and _NIET_BOOS.search(woorden) and not _ZAT.search(woorden):
        gevonden.remove("boos")
    return gevonden[0] if gevonden else None


def bij_beurt(uit: Beurt, bericht: Bericht, toestand: Toestand, huis: Huis) -> Beurt:
    """The turn with what was felt in front; thanks and grumbling get an answer of their own."""
    soort = gevoel(bericht.tekst)
    if uit.topic == DANK:
        return _dank(uit, soort, toestand, huis) if soort else uit
    if soort in (None, "dank", "mopper") or uit.topic in GEHOORD or uit.waarom.startswith("zorg"):
        return uit
    merk = f"gevoel:{soort}"
    zin = huis.kennis.tekst(f"gehoord_{soort}")
    eerste = uit.antwoorden[0]
    lengte = woorden([zin, *(a.tekst for a in uit.antwoorden if not _document(a))])
    if merk in toestand.getoond or lengte > MEESTE_WOORDEN:
        return uit
    toestand.getoond.append(merk)
    if len(uit.antwoorden) < MEESTE_ANTWOORDEN:
        return replace(uit, antwoorden=(Antwoord(zin), *uit.antwoorden))
    return replace(uit, antwoorden=(replace(eerste, tekst=f"{zin}\n{eerste.tekst}"), *uit.antwoorden[1:]))


def _document(antwoord: Antwoord) -> bool:
    return bool({"plan", "brief"} & set(antwoord.custom))


def _na_gevaar(toestand: Toestand) -> bool:
    """Whether danger, or somebody who cannot go on, was answered last."""
    return (toestand.laatst or "").startswith(("nood:", "onderwerp:crisis_"))


def _dank(uit: Beurt, soort: str, toestand: Toestand, huis: Huis) -> Beurt:
    """One sentence that fits, then the step that is open."""
    kennis, situatie = huis.kennis, toestand.situatie
    plek = 1 if uit.waarom.startswith("zorg") and len(uit.antwoorden) > 1 else 0
    eerste = uit.antwoorden[plek]
    if soort == "mopper":
        tekst = stappen.tekst_met_nummers("onduidelijk_2", huis) if "gevoel:mopper" in toestand.getoond else ""
        toestand.getoond.append("gevoel:mopper")
        nieuw = tekst or kennis.tekst("gehoord_mopper")
    else:
        regels = [] if plek else [kennis.tekst(f"gehoord_{soort}")]
        if _na_gevaar(toestand):
            regels.append(stappen.tekst_met_nummers("gehoord_dank_nood", huis))
            return replace(uit, antwoorden=(Antwoord(" ".join(regels), eerste.knoppen),))
        if situatie.stap and situatie.kind != "ik":
            naam = kennis.stappen[situatie.stap].naam
            regels.append(kennis.tekst("gehoord_dank_stap", naam=naam[:1].lower() + naam[1:]))
        elif situatie.kind != "ik":
            regels.append(kennis.tekst("gehoord_dank_slot"))
        nieuw = " ".join(regels)
    nieuwe = Antwoord(nieuw, eerste.knoppen)
    return replace(uit, antwoorden=(*uit.antwoorden[:plek], nieuwe, *uit.antwoorden[plek + 1 :]))
