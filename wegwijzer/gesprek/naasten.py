"""Between close topics the likeliest is answered, and the others are buttons, whatever way the answer takes."""

from __future__ import annotations

from dataclasses import replace

from wegwijzer.gesprek.duiding import AANBOD, ALLEEN_ZEKER, JONGERE, Duiding, passend
from wegwijzer.gesprek.knoppen import onderwerpknoppen
from wegwijzer.gesprek.model import Bericht, Beurt, Toestand
from wegwijzer.gesprek.vragen import VOORBEREIDING
from wegwijzer.huis import Huis

DICHTBIJ = 0.5
"""A topic is close to the likeliest from this part of its confidence on."""
LAAGSTE = 0.05
"""Below this a topic is never close (confidence)."""
MEESTE = 2
"""At most so many close topics are offered."""
GROET = 8
"""From this urgency on a topic is a greeting, thanks or anger: nothing to choose."""
GEEN_KNOP = ALLEEN_ZEKER - {JONGERE, "professional"}
"""Danger and what is not ours are no choice; who writes is."""


def met_naasten(duiding: Duiding, bericht: Bericht, huis: Huis) -> Duiding:
    """`duiding` with the close topics of the message in its `ook`, where a topic is answered or turned away."""
    if duiding.soort not in ("onderwerp", "buiten_bereik") or not bericht.ranking:
        return duiding
    ranking = passend(bericht.ranking, bericht, huis.kennis)
    hoogste = ranking[0][1]
    dicht = [n for n, k in ranking[:3] if k >= AANBOD or k >= max(LAAGSTE, DICHTBIJ * hoogste)]
    ook = dict.fromkeys((*duiding.ook, *(n for n in dicht if n != duiding.label and _aan_te_bieden(n, huis))))
    return replace(duiding, ook=tuple(ook))


def bied_aan(uit: Beurt, duiding: Duiding, toestand: Toestand, huis: Huis) -> Beurt:
    """The turn with a button for each question heard and each close topic that it does not offer yet.

    They stand under the answer itself; where enough of the questions heard are offered, only the close topics are.
    """
    gevraagd = [n for n in duiding.onderwerpen if n != uit.topic]
    if not (duiding.ook or gevraagd) or not uit.antwoorden or toestand.vraag in VOORBEREIDING:
        return uit
    geboden = {k.doel for a in uit.antwoorden for k in a.knoppen}
    if sum(f"onderwerp:{n}" in geboden for n in gevraagd) >= MEESTE:
        gevraagd = []
    mogelijk = dict.fromkeys((*gevraagd, *duiding.ook))
    namen = [n for n in mogelijk if n != uit.topic and f"onderwerp:{n}" not in geboden][:MEESTE]
    knoppen = onderwerpknoppen(namen, huis)
    if not knoppen:
        return uit
    toestand.keuzes = [*knoppen, *toestand.keuzes]
    eerste, *rest = uit.antwoorden
    return replace(uit, antwoorden=(replace(eerste, knoppen=(*knoppen, *eerste.knoppen)), *rest))


def _aan_te_bieden(naam: str, huis: Huis) -> bool:
    onderwerp = huis.kennis.onderwerpen.get(naam)
    return onderwerp is not None and onderwerp.urgentie < GROET and naam not in GEEN_KNOP
