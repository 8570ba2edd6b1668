"""The operator's commands: switch off and on, back up and put back, the static page for when the server is away."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any


def voeg_toe(delen: Any) -> None:
    """Add the commands to the parser of `wegwijzer`."""
    deel = delen.add_parser("uit", help="de chat uitzetten: ouders krijgen rustig uitleg en telefoonnummers")
    deel.add_argument("reden", help="waarom, voor wie de server beheert")
    deel.set_defaults(doe=_uit)
    deel = delen.add_parser("aan", help="de chat weer aanzetten")
    deel.set_defaults(doe=_aan)
    deel = delen.add_parser("backup", help="de gesprekken kopiëren, terwijl de server draait")
    deel.add_argument("doel", type=Path, help="een nieuw bestand, of een map")
    deel.add_argument("--bewaar", metavar="DAGEN", type=int, help="kopieën in die map wissen die ouder zijn (max. 28)")
    deel.add_argument("--alles", action="store_true", help="één bestand met ook de kennis en haar versies (.tgz)")
    deel.set_defaults(doe=_backup)
    deel = delen.add_parser("restore", help="een kopie terugzetten; stop eerst de server")
    deel.add_argument("bron", type=Path, help="de kopie")
    deel.add_argument("--wislijst", metavar="BESTAND", type=Path, help="wat `wegwijzer wislijst` eerder schreef")
    deel.add_argument("--zonder-wislijst", action="store_true", help="ook als niet bekend is wat sindsdien gewist is")
    deel.add_argument("--kennis", action="store_true", help="uit een kopie met --alles ook de map met kennis")
    deel.set_defaults(doe=_restore)
    deel = delen.add_parser("wislijst", help="welke gesprekken ouders wisten, als afdruk (hash), om elders te bewaren")
    deel.add_argument("--uit", metavar="BESTAND", type=Path, help="naar dit bestand (standaard het scherm)")
    deel.set_defaults(doe=_wislijst)
    deel = delen.add_parser("wegpagina", help="de pagina voor als de server weg is, met onze telefoonnummers")
    deel.add_argument("--uit", metavar="BESTAND", type=Path, help="naar dit bestand (standaard het scherm)")
    deel.set_defaults(doe=_wegpagina)


def _uit(opties: argparse.Namespace) -> int:
    from wegwijzer.bedrijf.schakelaar import schakelaar

    schakelaar().zet_uit(opties.reden)
    _meld("De chat staat uit. Elke werker ziet dat binnen 2 seconden. Weer aan: wegwijzer aan.")
    return 0


def _aan(opties: argparse.Namespace) -> int:
    from wegwijzer.bedrijf.schakelaar import schakelaar

    was = schakelaar().lees()
    schakelaar().zet_aan()
    _meld(f"De chat staat weer aan. Hij stond uit: {was.reden or 'zonder reden'}." if was else "De chat stond al aan.")
    return 0


def _backup(opties: argparse.Namespace) -> int:
    from wegwijzer.bedrijf import alles, kopie

    try:
        if opties.bewaar is not None and not opties.doel.is_dir():
            raise kopie.KopieFout("--bewaar werkt alleen met een map als doel.")
        print((alles if opties.alles else kopie).maak(opties.doel))
        for oud in kopie.ruim_op(opties.doel, opties.bewaar) if opties.bewaar is not None else ():
            _meld(f"Gewist: {oud.name}")
    except kopie.KopieFout as fout:
        _meld(str(fout))
        return 1
    return 0


def _restore(opties: argparse.Namespace) -> int:
    from wegwijzer.bedrijf.kopie import KopieFout
    from wegwijzer.bedrijf.terugzetten import terugzetten

    try:
        terugzetten(opties.bron, _meld, opties.wislijst, opties.zonder_wislijst, opties.kennis)
    except KopieFout as fout:
        _meld(str(fout))
        return 1
    return 0


def _wislijst(opties: argparse.Namespace) -> int:
    from wegwijzer.bedrijf.kopie import KopieFout
    from wegwijzer.bedrijf.terugzetten import wislijst

    try:
        return _schrijf(wislijst(), opties.uit)
    except KopieFout as fout:
        _meld(str(fout))
        return 1


def _wegpagina(opties: argparse.Namespace) -> int:
    from wegwijzer.kanaal.weg import inhoud

    return _schrijf(inhoud(), opties.uit)


def _schrijf(tekst: str, uit: Path | None) -> int:
    if uit is None:
        print(tekst, end="" if tekst.endswith("\n") else "\n")
        return 0
    try:
        uit.write_text(tekst, encoding="utf-8")
    except OSError as fout:
        _meld(f"{uit} is niet te schrijven: {fout.strerror}.")
        return 2
    return 0


def _meld(tekst: str) -> None:
    print(tekst, file=sys.stderr, flush=True)
