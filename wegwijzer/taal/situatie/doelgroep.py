"""What the child has, for choosing initiatives: autism, anxiety, a long illness, and so on."""

from __future__ import annotations

import re
from functools import lru_cache

from wegwijzer.taal.situatie.daadwoorden import van_een_ander
from wegwijzer.taal.situatie.kandidaat import Kandidaat
from wegwijzer.taal.situatie.lezing import Lezing
from wegwijzer.taal.situatie.patronen import maak, tabel, treffers

_OUDER = re.compile(
    r"(?:^|.* )(?:(?:ik (?:heb|ben|zit)|mijn man (?:heeft|is)|mijn vrouw (?:heeft|is))(?: [^ ]+){0,4}"
    r"|ik (?:heb|ben|zit) (?:zelf|ook)(?: [^ .,]+){0,7}) $"
)


@lru_cache(maxsize=1)
def _niet() -> re.Pattern[str]:
    return re.compile(maak(str(tabel("doelgroepen")["niet"]), "doelgroepen").pattern[:-8] + "$")


def doelgroepen(lezing: Lezing, *, leerling: bool) -> list[Kandidaat]:
    """A candidate for each mention that is not denied and not about the parent."""
    uit = []
    for regel, t in treffers(lezing.tekst, "doelgroepen"):
        voor = lezing.voor(t.start(), 9)
        ontkend = _niet().search(voor) and not voor.endswith("niet alleen ")
        ander = van_een_ander(lezing.tekst[lezing.zin(t.start(), t.end())[0] : t.start()])
        if not ontkend and not ander and (leerling or not _OUDER.match(voor)):
            uit.append(Kandidaat(regel.gegevens["doelgroep"], t.start(), t.end()))
    return uit
