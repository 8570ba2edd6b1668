"""The finishing of a turn: what comes before, behind and instead of the answer, in one order with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from wegwijzer.gesprek import (
    eenvoudig,
    gevoel,
    herhaling,
    kinderen,
    lengte,
    mens,
    reactie,
    taal,
    terugkeer,
    vervolgvraag,
    voorbereiding,
    wat_als,
)
from wegwijzer.gesprek.duiding import Duiding
from wegwijzer.gesprek.model import Antwoord, Bericht, Beurt, Toestand
from wegwijzer.huis import Huis


@dataclass(frozen=True)
class Omstandigheid:
    """What a turn is finished with. `eerste`: it opens the talk; `nieuw`: the slots that the message changed; `weer`:
    the welcome where the parent was away; `voor`, `kind_voor`: the situation and the child before this message.
    """

    bericht: Bericht
    toestand: Toestand
    huis: Huis
    duiding: Duiding
    eerste: bool
    nieuw: list[str]
    weer: terugkeer.Herinnering | None
    voor: dict[str, Any]
    kind_voor: str | None


def _welkom_terug(uit: Beurt, o: Omstandigheid) -> Beurt:
    if o.weer is None:
        return uit
    return terugkeer.bij_beurt(uit, o.weer, o.duiding, o.bericht, o.nieuw, o.toestand, o.huis)


def _onthoud(uit: Beurt, o: Omstandigheid) -> Beurt:
    """Note what was shown, whether it was understood, and what `terug` goes back to; the replies stay as they are."""
    toestand = o.toestand
    if uit.toestand is toestand and o.duiding.soort not in (vervolgvraag.SOORT, wat_als.SOORT):
        toestand.laatst = eenvoudig.laatst(uit, o.huis)
    if o.duiding.soort not in ("onduidelijk", "leeg", "buiten_bereik", reactie.SOORT):
        toestand.misverstaan = 0
    if uit.toestand is toestand and o.duiding.label != "terug":
        toestand.vorige = o.voor if o.kind_voor in (None, toestand.kind_sleutel) else None
    return uit


def _geredigeerd(uit: Beurt, o: Omstandigheid) -> Beurt:
    """Once in a talk: that personal data were taken out; a postcode is cut without a word."""
    if not set(o.bericht.verwijderd) - {"postcode"} or "geredigeerd" in o.toestand.getoond:
        return uit
    o.toestand.getoond.append("geredigeerd")
    return replace(uit, antwoorden=(Antwoord(o.huis.kennis.tekst("geredigeerd")), *uit.antwoorden))


def _taal_of_welkom(uit: Beurt, o: Omstandigheid) -> Beurt:
    """In another language its own introduction, else (the first time) who speaks."""
    if o.toestand.taal:
        return taal.vertaal(uit, o.bericht, o.huis)
    if not o.eerste:
        return uit
    return replace(uit, antwoorden=(Antwoord(o.huis.kennis.tekst("welkom")), *uit.antwoorden))


AFRONDING: tuple[tuple[Callable[[Beurt, Omstandigheid], Beurt], str], ...] = (
    (
        lambda uit, o: voorbereiding.kom_terug(uit, o.duiding, o.toestand, o.huis),
        "first: a question of the preparation that comes back belongs to the answer itself",
    ),
    (_welkom_terug, "may replace the question that ends the answer, so after that one is there"),
    (
        lambda uit, o: gevoel.bij_beurt(uit, o.bericht, o.toestand, o.huis),
        "what the parent feels is heard before the answer and before the welcome",
    ),
    (
        lambda uit, o: kinderen.bij_beurt(uit, o.toestand, o.huis),
        "which child it is about stands in front of all that is said of that child",
    ),
    (
        lambda uit, o: mens.met_mens(uit, o.huis),
        "the way to a human is a choice under whatever is the last reply by now",
    ),
    (
        lambda uit, o: herhaling.niet_nog_eens(uit, o.duiding, o.bericht, o.toestand, o.huis),
        "compares whole replies with the turn before, so when nothing is put in them any more",
    ),
    (
        lambda uit, o: lengte.kort_in(uit, o.eerste, o.toestand, o.huis),
        "measures what is read, so after all that adds words; it keeps room for the welcome",
    ),
    (_onthoud, "remembers what was shown in the words of this assistant: before the translation"),
    (_geredigeerd, "in front of all but the welcome, and never cut for length"),
    (_taal_of_welkom, "last: translates all of it, or says first of all who speaks"),
)
"""(what is done, why at this place); each gets the turn as the one before left it."""


def rond_af(uit: Beurt, o: Omstandigheid) -> Beurt:
    """The turn as the parent gets it."""
    for stap, _ in AFRONDING:
        uit = stap(uit, o)
    return uit
