"""`wegwijzer migrate`: bring the database to the tables of this version, or show what that would do."""

from __future__ import annotations

import argparse
from typing import Any


def voeg_toe(delen: Any) -> None:
    """Add the command to the parser of `wegwijzer`."""
    deel = delen.add_parser("migrate", help="de database bijwerken voor deze versie (starten doet dat ook)")
    deel.add_argument("--toon", action="store_true", help="alleen tonen wat er te doen is")
    deel.set_defaults(doe=_migrate)


def _migrate(opties: argparse.Namespace) -> int:
    """Exit code 1 where something waits (`--toon`) or could not be done."""
    from wegwijzer.opslag import migraties
    from wegwijzer.opslag.gesprekken import ONBEREIKBAAR, open_opslag
    from wegwijzer.opslag.verbinding import DatabaseFout
    from wegwijzer.storing import plek_van

    try:
        engine = open_opslag(bijwerken=False).engine
        nu, stappen = migraties.stand(engine), migraties.wachtend(engine)
        print(f"De database staat op {nu or 'niets'}; deze versie hoort bij {migraties.NIEUWSTE}.")
        for stap in stappen:
            print(f"  {stap.nummer}  {stap.uitleg}")
        if opties.toon:
            return 1 if stappen else 0
        print("De database is bijgewerkt." if migraties.bijwerken(engine) else "Er was niets te doen.")
    except DatabaseFout as fout:
        print(fout)
        return 1
    except ONBEREIKBAAR as fout:
        print(f"De database is niet bij te werken ({plek_van(fout)}). Er is niets veranderd.")
        return 1
    return 0
