"""Parts of sentences that name no party themselves and lean on one named before: `en we appen elke week`."""

from __future__ import annotations

import re

from wegwijzer.taal.situatie.daadwoorden import een_van, grondtekst
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.zinsdeel import Deel, Partij

_VORIGE_KEER = re.compile(
    r" (?:de |het |in het |bij het )?(?:vorige|laatste) (?:keer|gesprek) (?:[^ ]+ ){0,3}(?:ik|we|wij|ons|mij"
    r"|ze|hij|zij|die|het) "
)


def leunt(lezing: Lezing, deel: Deel, eerder: Partij) -> bool:
    """Contact with the party that the sentence named before: `zijn mentor is lief en we appen elke week`."""
    tekst = f" {' '.join(lezing.tekst[deel.start : deel.einde].split())} "
    if not deel.vraag and een_van("leunt_zij").search(tekst) and not een_van("als").search(tekst):
        return True
    if deel.vraag or any(een_van(s).search(tekst) for s in ("wens", "niet", "als", "andermans", "hulp", "straks")):
        return False
    grond = grondtekst(tekst)
    return bool(een_van("leunt").search(grond) or (eerder.mens and een_van("leunt_mens").search(grond)))


def leunt_terug(lezing: Lezing, deel: Deel) -> bool:
    """Contact with the party of the sentence before: `Haar mentor is nieuw. Ik heb hem twee keer gesproken.`"""
    tekst = f" {' '.join(lezing.tekst[deel.start : deel.einde].split())} "
    if _VORIGE_KEER.match(tekst) and not deel.vraag:
        return True
    if deel.vraag or any(een_van(s).search(tekst) for s in ("wens", "niet", "als", "andermans", "hulp", "straks")):
        return False
    return een_van("leunt_terug").search(grondtekst(tekst)) is not None
