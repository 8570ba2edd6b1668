"""What a message only tells of, a party or a paper that is there already, is no question about it."""

from __future__ import annotations

import re

from wegwijzer.gesprek import genoemd
from wegwijzer.gesprek.duiding import HALF, OUDER_OP, TWIJFEL, ZO_GOED_ALS_ZEKER, Duiding
from wegwijzer.gesprek.model import Bericht
from wegwijzer.gesprek.vraagzin import VRAAGWOORD, vraagt_iets_bepaalds
from wegwijzer.taal.schoon import kaal, zinnen

LANG = 11
"""A message of more words tells of something (words)."""
PROFESSIONAL = "professional"
WACHTLIJST = "wachtlijst_speciaal"
PARTIJ = {
    "samenwerkingsverband_vinden": re.compile(r"\b(?:samenwerkingsverband\w*|swv)\b"),
    "wat_is_een_samenwerkingsverband": re.compile(r"\b(?:samenwerkingsverband\w*|swv)\b"),
    "wat_is_een_steunpunt": re.compile(r"\b\w*steunpunt\w*"),
}
"""Topic that explains a party → the words that name it."""
BEPAALDER = {"onderwijsconsulent": ("wachttijd_consulent", "consulent_niet_bindend")}
"""Topic that explains somebody → those that only ask who has that somebody already."""
AF = {
    "sprintkaart_wat_is_dat": re.compile(
        r"\bsprint ?kaart(?: \w+){0,5}? (?:ingevuld|gebruikt|meegenomen|gemaakt|meegestuurd)\b"
        r"|\b(?:ingevulde|gebruikten|vulden) (?:\w+ )?sprint ?kaart\b"
    ),
    "opp_wat_is_dat": re.compile(r"\b(?:opp|ontwikkelingsperspectief)(?: \w+){0,4}? (?:getekend|ondertekend)\b"),
    "tlv_speciaal_onderwijs": re.compile(
        r"\b(?:tlv|toelaatbaarheidsverklaring)(?: \w+){0,3}? (?:binnen|gekregen|afgegeven|toegekend|rond)\b"
    ),
}
"""Topic that explains something → the words that say it is behind this parent."""
_WERKT = re.compile(
    r"\bik ben (?:\w+ ){0,2}?(?:mentor|leerkracht|juf|meester|docent\w*|leraar|lerares|ib er|intern begeleider"
    r"|zorgcoordinator|teamleider|directeur|schoolleider|\w*maatschappelijk werk\w*|orthopedagoog|leerplichtambtenaar"
    r"|jeugdarts|jeugdconsulent|(?:ambulant|jeugd) ?(?:begeleider|hulpverlener))\b"
)
_EIGEN_KIND = re.compile(
    r"\b(?:mijn|onze|ons|m n|mn) (?:\w+ ){0,2}?(?:kind\w*|zoon\w*|dochter\w*|jongen|meisje|klein\w+|pleeg\w+)\b"
)


def duid(duiding: Duiding, bericht: Bericht) -> Duiding | None:
    """What the message asks instead of what it tells; None where `duiding` stands."""
    return (
        _klinkt_alleen_zo(duiding, bericht)
        or _bepaalder(duiding)
        or _vertelt_van_partij(duiding, bericht)
        or _is_al_af(duiding, bericht)
        or _werkt_er(duiding, bericht)
    )


def _lang_en_onzeker(bericht: Bericht) -> bool:
    return bericht.kans < ZO_GOED_ALS_ZEKER and len(kaal(bericht.tekst).split()) > LANG


def _andere(duiding: Duiding) -> tuple[str, ...]:
    """The other questions heard, without those that explain a party."""
    return tuple(n for n in duiding.onderwerpen if n not in PARTIJ and n not in (duiding.label, OUDER_OP))


def _klinkt_alleen_zo(duiding: Duiding, bericht: Bericht) -> Duiding | None:
    """`drie scholen zeggen wachtlijst` is not about special education."""
    over = _andere(duiding)
    if duiding.label != WACHTLIJST or not over or not _lang_en_onzeker(bericht):
        return None
    if genoemd.klinkt_niet_alleen_zo(WACHTLIJST, bericht):
        return None
    return Duiding("onderwerp", over[0], onderwerpen=over, waarom=f"{over[0]}; klinkt alleen als {WACHTLIJST}")


def _bepaalder(duiding: Duiding) -> Duiding | None:
    """`waarom duurt het zo lang bij de consulent` does not ask what one is."""
    eerste = next((n for n in BEPAALDER.get(str(duiding.label), ()) if n in duiding.onderwerpen), None)
    if eerste is None:
        return None
    over = tuple(n for n in duiding.onderwerpen if n not in (eerste, duiding.label))
    return Duiding("onderwerp", eerste, onderwerpen=(eerste, *over), waarom=f"{eerste}; dat is er al")


def _vertelt_van_partij(duiding: Duiding, bericht: Bericht) -> Duiding | None:
    """`het swv zegt dat het aan ons ligt` does not ask what that is: the topic after it, where one was heard."""
    partij, over = PARTIJ.get(str(duiding.label)), _andere(duiding)
    if partij is None or not over or not _lang_en_onzeker(bericht):
        return None
    genoemde = [z for z in zinnen(bericht.tekst) if partij.search(kaal(z))]
    if not genoemde or any("?" in z or VRAAGWOORD.search(kaal(z)) for z in genoemde):
        return None
    return Duiding("onderwerp", over[0], onderwerpen=over, waarom=f"{over[0]}; {duiding.label} alleen verteld")


def _is_al_af(duiding: Duiding, bericht: Bericht) -> Duiding | None:
    """`sprintkaart ingevuld, en nu?` does not ask what that is, however sure the recogniser: what else it asks."""
    af = AF.get(str(duiding.label))
    delen = zinnen(bericht.tekst)
    if af is None or not any(af.search(kaal(z)) and "?" not in z for z in delen):
        return None
    over = _andere(duiding)
    waarom = f"{duiding.label} is al gedaan"
    if over:
        return Duiding("onderwerp", over[0], onderwerpen=over, waarom=waarom)
    return None if vraagt_iets_bepaalds(bericht.tekst) else Duiding("gegevens", waarom=waarom)


def _werkt_er(duiding: Duiding, bericht: Bericht) -> Duiding | None:
    """Who writes `ik ben mentor van een leerling` and names no child of their own, works there."""
    woorden = kaal(bericht.tekst)
    if bericht.kans >= HALF or str(duiding.label).startswith((PROFESSIONAL, "plek_")) or not _WERKT.search(woorden):
        return None
    if dict(bericht.ranking).get(PROFESSIONAL, 0.0) < TWIJFEL or _EIGEN_KIND.search(woorden):
        return None
    over = tuple(dict.fromkeys((PROFESSIONAL, *duiding.onderwerpen)))
    return Duiding("onderwerp", PROFESSIONAL, onderwerpen=over, waarom="werkt op een school of bij een instantie")
