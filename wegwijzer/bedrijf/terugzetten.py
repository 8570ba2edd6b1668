"""`wegwijzer restore`: a back-up in place of the database, and then everything that may not come back wiped again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from wegwijzer.bedrijf import alles, kopie
from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.huis import projectmap
from wegwijzer.opslag import aanmeldingen, gewist
from wegwijzer.opslag.bewaartermijn import wis_oude
from wegwijzer.opslag.gesprekken import open_opslag
from wegwijzer.opslag.verbinding import postgres, sqlite_bestand

Lijst = dict[str, float]


def terugzetten(
    bron: Path,
    meld: Callable[[str], None],
    wislijst: Path | None = None,
    zonder: bool = False,
    kennis: bool = False,
) -> None:
    """Put `bron` back: a database, or a file with everything. Raises KopieFout; before the database is back
    nothing has changed.

    Of everything the versions of the knowledge come back as well, and with `kennis` the folder that serves.
    """
    if not alles.is_alles(bron):
        if kennis:
            raise kopie.KopieFout(f"In {bron} zit geen kennis: die zit alleen in een kopie met --alles.")
        return _database(bron, meld, wislijst, zonder)
    with alles.uitgepakt(bron) as delen:
        _database(delen.database, meld, wislijst, zonder)
        meld(f"Versies van de kennis terug: {alles.zet_versies_terug(delen)}.")
        if kennis:
            meld(f"De map met kennis is die van de kopie. De oude staat in {alles.zet_kennis_terug(delen)}.")
        elif alles.kennis_verschilt(delen):
            meld("De map met kennis is nu anders dan in de kopie. Met --kennis zet u ook die terug.")
    return None


def _database(bron: Path, meld: Callable[[str], None], wislijst: Path | None, zonder: bool) -> None:
    """Put the database back. Raises KopieFout, and then nothing has changed.

    Which conversations were wiped since is read from the present database, and from `wislijst` (made by `wegwijzer
    wislijst`). Where neither is there, `zonder` says that this is known and wanted.
    """
    bekend, reden = _nu()
    if wislijst is not None:
        bekend = {**(bekend or {}), **_uit_bestand(wislijst)}
    if bekend is None and not zonder:
        raise kopie.KopieFout(
            f"De huidige database geeft geen lijst van gewiste gesprekken ({reden}). Geef --wislijst BESTAND, of "
            "--zonder-wislijst als wat ouders na de kopie wisten terug mag komen."
        )
    kopie.zet_terug(bron)
    opslag = open_opslag()
    with opslag.session_scope() as sessie:
        gewist.vul_aan(sessie, bekend or {})
        sessie.commit()
    opnieuw = gewist.wis_opnieuw(opslag)
    oud = wis_oude(bewaartermijn(), opslag)
    aanmeldingen.weg_alle(opslag)
    opslag.sluit()
    meld(f"De kopie staat terug. Opnieuw gewist: {opnieuw} gesprekken. Ouder dan de termijn: {oud}.")


def wislijst() -> str:
    """The list of the present database as JSON, to keep elsewhere. Raises KopieFout."""
    bekend, reden = _nu()
    if bekend is None:
        raise kopie.KopieFout(f"De database geeft geen lijst ({reden}).")
    return json.dumps(bekend, indent=0, sort_keys=True)


def _nu() -> tuple[Lijst | None, str]:
    """What the present database knows of wiped conversations; None, with why, where it cannot tell."""
    if postgres() is None and not sqlite_bestand(projectmap()).is_file():
        return None, "hij is er niet"
    try:
        opslag = open_opslag()
        with opslag.session_scope() as sessie:
            gevonden = gewist.lijst(sessie)
        opslag.sluit()
        return gevonden, ""
    except Exception as fout:
        return None, type(fout).__name__


def _uit_bestand(pad: Path) -> Lijst:
    try:
        gelezen = json.loads(pad.read_text(encoding="utf-8"))
        return {str(merk): float(tijd) for merk, tijd in gelezen.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        raise kopie.KopieFout(f"{pad} is geen wislijst.") from None
