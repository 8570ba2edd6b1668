"""`wegwijzer oordelen`: marks of the helpdesk on the command line, above all as test cases."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def voeg_toe(delen: Any) -> None:
    """Add the command to the parser of `wegwijzer`."""
    deel = delen.add_parser("oordelen", help="oordelen van de helpdesk: lijst, exporteer")
    wat = deel.add_subparsers(required=True, metavar="wat")
    wat.add_parser("lijst", help="alle oordelen die nog niet klaar zijn").set_defaults(doe=_lijst)
    exporteer = wat.add_parser("exporteer", help="van oordelen testgevallen maken in tests/")
    exporteer.add_argument("nummer", nargs="*", type=int, help="welke (standaard alle die er nog geen zijn)")
    exporteer.add_argument("--map", type=Path, help="de map met tests (standaard die van deze map)")
    exporteer.set_defaults(doe=_exporteer)


def _lijst(opties: argparse.Namespace) -> int:
    from wegwijzer.opslag import oordelen

    def toon(opslag: Any) -> int:
        for o in oordelen.lijst(opslag, (oordelen.OPEN, oordelen.BEZIG)):
            print(f"{o.id:>5} {o.oordeel:<10} {o.status:<15} {o.onderwerp:<30} {o.beurten[-1][:60] if o.vraag else ''}")
        return 0

    return _doe(toon)


def _exporteer(opties: argparse.Namespace) -> int:
    """Exit code 1 where a mark that was named could not become a test case, or nothing could be written."""
    from wegwijzer.helpdesk import testgeval
    from wegwijzer.huis import houder
    from wegwijzer.opslag import oordelen, open_vragen

    def exporteer(opslag: Any) -> int:
        tests, kennis, code = opties.map or testgeval.tests_map(), houder().haal().kennis, 0
        ouders = [v.tekst for v in open_vragen.lijst(opslag)]
        for o in oordelen.lijst(opslag, oordelen.STATUSSEN):
            if o.id not in opties.nummer and (opties.nummer or o.test or not o.vraag):
                continue
            eigen = oordelen.woorden_van_ouder(opslag, o.melding) if o.melding else []
            try:
                geval = testgeval.maak(o, kennis, tests, [*ouders, *eigen])
            except testgeval.TestgevalFout as fout:
                print(f"Oordeel {o.id}: {fout}", file=sys.stderr)
                code = 1 if opties.nummer else code
                continue
            if not testgeval.schrijf(geval, tests):
                print("In de map met tests kan niet worden geschreven.", file=sys.stderr)
                return 1
            oordelen.wijzig(opslag, o.id, {"test": f"tests/{geval.bestand}"})
            print(f"Oordeel {o.id}: tests/{geval.bestand}")
        return code

    return _doe(exporteer)


def _doe(werk: Any) -> int:
    from wegwijzer.opslag.gesprekken import ONBEREIKBAAR, open_opslag
    from wegwijzer.opslag.verbinding import DatabaseFout
    from wegwijzer.storing import plek_van

    try:
        return int(werk(open_opslag()))
    except DatabaseFout as fout:
        print(fout, file=sys.stderr)
    except ONBEREIKBAAR as fout:
        print(f"De database antwoordt niet ({plek_van(fout)}).", file=sys.stderr)
    return 1
