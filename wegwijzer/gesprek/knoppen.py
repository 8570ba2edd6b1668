"""The choices under an answer: topics that follow, letters that belong to it, the next step, a human."""

from __future__ import annotations

from collections.abc import Iterable

from wegwijzer.gesprek.model import Knop, Toestand
from wegwijzer.huis import Huis
from wegwijzer.kennis.brief_model import Brief
from wegwijzer.pad.brief import passende

MET_VOORBEREIDING = frozenset({"hoe_praat_ik_met_school", "sprintkaart_wat_is_dat", "mdo_met_te_veel_mensen"})
"""Topics about the talk with school: there the assistant offers to prepare it."""
MEESTE_BRIEVEN = 2


def vervolgknoppen(
    toestand: Toestand, huis: Huis, onderwerpen: tuple[str, ...], extra: tuple[Knop, ...] = ()
) -> tuple[Knop, ...]:
    """At most three topics and `extra` choices together, then the ways on.

    They are remembered as the open choices, with those of a step that is shown.
    """
    kennis = huis.kennis
    namen = [n for n in dict.fromkeys(onderwerpen) if n in kennis.onderwerpen][: max(1, 3 - len(extra))]
    knoppen = [*(Knop(kennis.onderwerpen[n].titel, f"onderwerp:{n}") for n in namen), *extra]
    knoppen.append(Knop(kennis.tekst("knop_volgende_stap"), "volgende_stap"))
    if len(knoppen) < 3 and "praat_met_mens" not in namen:
        knoppen.append(Knop(kennis.tekst("knop_mens"), "onderwerp:praat_met_mens"))
    toestand.keuzes = [*knoppen, *(k for k in toestand.keuzes if k.doel.startswith("stap:"))]
    return tuple(knoppen)


def onderwerpknoppen(namen: Iterable[str], huis: Huis) -> tuple[Knop, ...]:
    """At most two topics that were also asked about."""
    bekend = [huis.kennis.onderwerpen[n] for n in namen if n in huis.kennis.onderwerpen]
    return tuple(Knop(o.titel, f"onderwerp:{o.id}") for o in bekend[:2])


def briefknop(brief: Brief, huis: Huis) -> Knop:
    """`Brief: …`; pressing it (or typing its title) gives the draft."""
    return Knop(huis.kennis.tekst("knop_brief", titel=brief.titel), f"brief:{brief.id}")


def voorbereidknop(huis: Huis) -> Knop:
    """Starts the preparation of the talk with school."""
    return Knop(huis.kennis.tekst("knop_voorbereiden"), "voorbereiding:")


def documentknoppen(onderwerp: str, toestand: Toestand, huis: Huis) -> tuple[Knop, ...]:
    """The letters that name this topic and can be used by this parent, and the preparation of a talk."""
    brieven = [b for b in passende(toestand.situatie, huis.kennis) if onderwerp in b.onderwerpen]
    knoppen = [briefknop(b, huis) for b in brieven[:MEESTE_BRIEVEN]]
    if onderwerp in MET_VOORBEREIDING:
        knoppen.insert(0, voorbereidknop(huis))
    return tuple(knoppen[:MEESTE_BRIEVEN])
