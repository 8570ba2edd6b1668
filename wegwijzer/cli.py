"""The `wegwijzer` command."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from wegwijzer import afval
from wegwijzer.bedrijf import opdrachten
from wegwijzer.helpdesk import oordeel_opdracht as oordelen
from wegwijzer.helpdesk import opdracht as accounts
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.logboek import zet_stil
from wegwijzer.nlu import later
from wegwijzer.opslag import opdracht as database

if TYPE_CHECKING:
    from wegwijzer.gesprekspartner import Gesprekspartner

STIL = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "SANIC_MOTD": "false",
}


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (0 good, 1 not in order, 2 wrong use)."""
    for naam, waarde in STIL.items():
        os.environ.setdefault(naam, waarde)
    opties = _parser().parse_args(argumenten)
    warnings.simplefilter("ignore")
    later.installeer()
    zet_stil()
    try:
        code: int = opties.doe(opties)
        return code
    except KennisFout as fout:
        _meld(f"De kennis is niet in orde:\n{fout}")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wegwijzer", description="Wegwijzer: van het verhaal van een ouder naar de juiste deur."
    )
    delen = parser.add_subparsers(required=True, metavar="opdracht")
    deel = delen.add_parser("start", help="de assistent starten (traint eerst als dat nodig is)")
    deel.add_argument("--poort", type=int, default=os.environ.get("PORT", "8000"), help="poort (standaard 8000)")
    deel.add_argument(
        "--adres", default=os.environ.get("WEGWIJZER_ADRES", "127.0.0.1"), help="adres om op te luisteren"
    )
    deel.set_defaults(doe=_start)
    deel = delen.add_parser("train", help="het model trainen als kennis of trainingsdata veranderde")
    deel.add_argument("--opnieuw", action="store_true", help="ook trainen als er niets veranderde")
    deel.set_defaults(doe=_train)
    deel = delen.add_parser("ask", help="een vraag stellen, of veel tegelijk met --batch")
    deel.add_argument("tekst", nargs="*", help="de berichten, in volgorde; zonder tekst een gesprek")
    deel.add_argument("--json", action="store_true", help="alles laten zien als JSON")
    deel.add_argument("--waarom", action="store_true", help="bij elk antwoord tonen waarom dit het antwoord is")
    deel.add_argument("--batch", metavar="BESTAND", help="JSONL met {id, turns, now}; - is standaardinvoer")
    deel.add_argument(
        "--tegen", metavar="VERSIE", help="bij --batch: alleen tonen wat een uitgave of model anders zegt"
    )
    deel.set_defaults(doe=_ask)
    deel = delen.add_parser("check", help="de kennis controleren")
    deel.add_argument("map", nargs="?", type=Path, help="de map (standaard knowledge)")
    keuze = deel.add_mutually_exclusive_group()
    keuze.add_argument("--kijk", action="store_true", help="blijven kijken: na elke keer opslaan lezen of het klopt")
    keuze.add_argument("--vers", action="store_true", help="per organisatie welke feiten ouder zijn dan hun termijn")
    keuze.add_argument("--links", action="store_true", help="alle webadressen bezoeken (nodig: internet)")
    deel.add_argument("--json", action="store_true", help="het verslag als JSON (niet bij --kijk)")
    deel.set_defaults(doe=_check)
    deel = delen.add_parser("leesbaar", help="meten hoe makkelijk de teksten voor ouders lezen")
    deel.add_argument("map", nargs="?", type=Path, help="de map (standaard knowledge)")
    deel.add_argument("--json", action="store_true", help="het verslag als JSON")
    deel.add_argument("--schrijf", metavar="BESTAND", type=Path, help="de samenvatting als pagina bewaren")
    deel.set_defaults(doe=_leesbaarheid)
    deel = delen.add_parser("evaluate", help="meten hoe goed vragen worden herkend")
    deel.add_argument("--json", action="store_true", help="het verslag als JSON")
    deel.add_argument("--against", metavar="BESTAND", type=Path, help="ook tonen wat anders is dan in dit JSON-verslag")
    deel.set_defaults(doe=_evaluate)
    deel = delen.add_parser("pad", help="de weg laten zien: elke stap en vraag, en wat daarna komt")
    deel.add_argument("--teken", action="store_true", help="als tekening (SVG) in plaats van als tekst")
    deel.add_argument("--uit", metavar="BESTAND", type=Path, help="naar dit bestand (standaard het scherm)")
    deel.set_defaults(doe=_pad)
    deel = delen.add_parser("purge", help="gesprekken wissen die langer dan 28 dagen stil zijn")
    deel.add_argument("--dagen", type=int, help="na hoeveel dagen (standaard 28, of WEGWIJZER_BEWAARTERMIJN)")
    deel.set_defaults(doe=_purge)
    opdrachten.voeg_toe(delen)
    database.voeg_toe(delen)
    accounts.voeg_toe(delen)
    oordelen.voeg_toe(delen)
    return parser


def _meld(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)


@contextlib.contextmanager
def schone_uitvoer() -> Iterator[IO[str]]:
    """Only what is written to the yielded file reaches standard output; libraries' chatter goes to standard error."""
    uit = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    try:
        yield uit
    finally:
        uit.flush()
        os.dup2(uit.fileno(), 1)
        uit.close()


def _train(opties: argparse.Namespace) -> int:
    from wegwijzer import model
    from wegwijzer.kennis.meldingen import KennisFout

    try:
        print(model.train(_meld, opties.opnieuw))
    except KennisFout as fout:
        _meld(f"De kennis is niet in orde, dus er is niet getraind:\n{fout}")
        return 1
    return 0


def _start(opties: argparse.Namespace) -> int:
    afval.wacht()
    from wegwijzer.server import start

    return start(opties.adres, opties.poort, _meld)


def _ask(opties: argparse.Namespace) -> int:
    if opties.batch not in (None, "-") and not Path(opties.batch).is_file():
        _meld(f"Het bestand {opties.batch} bestaat niet.")
        return 2
    if opties.waarom and opties.batch:
        _meld("--waarom is voor één gesprek en gaat niet samen met --batch.")
        return 2
    if opties.tegen and not opties.batch:
        _meld("--tegen hoort bij --batch: geef een bestand met vragen.")
        return 2
    with schone_uitvoer() as uit:
        from wegwijzer import model
        from wegwijzer.batch import antwoorden
        from wegwijzer.gesprekspartner import Gesprekspartner

        _meld("De assistent wordt geladen…")
        partner = Gesprekspartner(model.train(_meld))
        if opties.tegen:
            return _tegen(opties, partner, uit)
        if opties.batch:
            with contextlib.ExitStack() as open_bestanden:
                bron: IO[bytes] = sys.stdin.buffer
                if opties.batch != "-":
                    bron = open_bestanden.enter_context(open(opties.batch, "rb"))
                for resultaat in antwoorden(bron, partner):
                    print(json.dumps(resultaat, ensure_ascii=False), file=uit, flush=True)
            return 0
        if opties.waarom:
            from wegwijzer.helpdesk.spoor.tekst import toon

            toon(partner, opties.tekst or _toetsenbord(), opties.json, uit)
            return 0
        gesprek = partner.begin()
        for tekst in opties.tekst or _toetsenbord():
            beurt = partner.zeg(gesprek, tekst)
            print(json.dumps(beurt, ensure_ascii=False) if opties.json else _leesbaar(beurt), file=uit, flush=True)
    return 0


def _tegen(opties: argparse.Namespace, partner: Gesprekspartner, uit: IO[str]) -> int:
    from wegwijzer.helpdesk.lijsten import opdracht
    from wegwijzer.helpdesk.lijsten.fout import LijstFout

    try:
        inhoud = sys.stdin.buffer.read() if opties.batch == "-" else Path(opties.batch).read_bytes()
        opdracht.toon(inhoud, opdracht.kies(opties.tegen), partner, uit, _meld)
    except LijstFout as fout:
        _meld(str(fout))
        return 2
    return 0


def _toetsenbord() -> Iterator[str]:
    _meld("Typ uw vraag. Een lege regel stopt.")
    while regel := sys.stdin.readline().strip():
        yield regel


def _leesbaar(beurt: dict[str, object]) -> str:
    delen = []
    for antwoord in beurt["replies"]:  # type: ignore[attr-defined]
        knoppen = "  ".join(f"[{k['title']}]" for k in antwoord["buttons"])
        delen.append(antwoord["text"] + (f"\n{knoppen}" if knoppen else ""))
    return "\n\n".join(delen) + "\n"


def _check(opties: argparse.Namespace) -> int:
    from wegwijzer import nakijken
    from wegwijzer.huis import kennismap

    map_ = opties.map or kennismap()
    if opties.kijk:
        return nakijken.kijk(map_)
    if opties.vers:
        return nakijken.vers(map_, opties.json)
    if opties.links:
        return nakijken.links(map_, opties.json, _meld)
    return nakijken.eens(map_, opties.json)


def _leesbaarheid(opties: argparse.Namespace) -> int:
    from wegwijzer import klok
    from wegwijzer.huis import kennismap
    from wegwijzer.kennis import leesverslag

    alle = leesverslag.regels(opties.map or kennismap())
    if opties.schrijf:
        opties.schrijf.write_text(leesverslag.als_pagina(alle, klok.vandaag()), encoding="utf-8")
    print(leesverslag.als_json(alle) if opties.json else "\n".join(map(str, alle)))
    fout = sum(bool(regel.gebreken) for regel in alle)
    _meld(f"{len(alle)} teksten gemeten, {fout} met iets om te verbeteren.")
    return 1 if fout else 0


def _evaluate(opties: argparse.Namespace) -> int:
    with schone_uitvoer() as uit:
        from wegwijzer.evaluatie.verslag import verslag

        try:
            print(verslag(opties.json, _meld, opties.against), file=uit)
        except ValueError as fout:
            _meld(str(fout))
            return 2
    return 0


def _pad(opties: argparse.Namespace) -> int:
    from wegwijzer.gesprek.verkenning import weg_van
    from wegwijzer.huis import houder
    from wegwijzer.pad.tekening import teken
    from wegwijzer.pad.wegkaart import als_tekst

    weg = weg_van(houder().haal())
    tekst = teken(weg) if opties.teken else f"{als_tekst(weg)}\n"
    if opties.uit is None:
        print(tekst, end="")
        return 0
    try:
        opties.uit.write_text(tekst, encoding="utf-8")
    except OSError as fout:
        _meld(f"{opties.uit} is niet te schrijven: {fout.strerror}.")
        return 2
    return 0


def _purge(opties: argparse.Namespace) -> int:
    from wegwijzer.bewaartijd import bewaartermijn
    from wegwijzer.opslag.bewaartermijn import wis_oude

    print(f"{wis_oude(bewaartermijn() if opties.dagen is None else opties.dagen)} gesprekken gewist.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
