"""What the child has, for choosing initiatives: autism, anxiety, a long illness, and so on."""

from __future__ import annotations

import re
from functools import lru_cache

from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, regels, tabel

_OUDER = re.compile(r"(?:^|.* )(?:ik (?:heb|ben|zit)|mijn man (?:heeft|is)|mijn vrouw (?:heeft|is))(?: [^ ]+){0,4} $")


@lru_cache(maxsize=1)
def _niet() -> re.Pattern[str]:
    return re.compile(maak(str(tabel("doelgroepen")["niet"]), "doelgroepen").pattern[:-8] + "$")


def doelgroepen(lezing: Lezing, *, leerling: bool) -> list[Kandidaat]:
    """A candidate for each mention that is not denied and not about the parent."""
    uit = []
    for regel in regels("doelgroepen"):
        for t in regel.patroon.finditer(lezing.tekst):
            voor = lezing.voor(t.start(), 6)
            ontkend = _niet().search(voor) and not voor.endswith("niet alleen ")
            if not ontkend and (leerling or not _OUDER.match(voor)):
                uit.append(Kandidaat(regel.gegevens["doelgroep"], t.start(), t.end()))
    return uit
