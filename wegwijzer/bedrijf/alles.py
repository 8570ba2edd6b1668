"""Everything in one file: the database, the versions of the knowledge, and the folder of the knowledge as it stands.

    database.db or database.dump      as kopie.py makes it
    uitgaven/00007/knowledge/…        what parents were told from; without the recogniser, which is fitted anew
    knowledge/…                       with what editors changed by form

A tar file, compressed; as secret as the database in it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tarfile
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wegwijzer.bedrijf import kopie
from wegwijzer.huis import kennismap, projectmap, uitgavenmap
from wegwijzer.kennis.laad import versie
from wegwijzer.opslag.verbinding import postgres
from wegwijzer.uitgaven import KENNIS, Uitgaven

SOORT = ".tgz"
"""The end of the file's name."""
GZIP = b"\x1f\x8b"
"""How a compressed file begins; a database and a dump begin otherwise."""
DATABASE = "database"
VERSIES = "uitgaven"
VAN_VOOR = "kennis-van-voor"
"""Beside the versions in var/: the folder of the knowledge that a restore replaced."""


@dataclass(frozen=True)
class Delen:
    """What was in the file, unpacked in a folder that goes away."""

    database: Path
    uitgaven: Uitgaven
    kennis: Path


def maak(doel: Path) -> Path:
    """Make the file, while the server runs. A folder gets a file with date and time. Raises KopieFout."""
    if doel.is_dir():
        doel = doel / f"wegwijzer-{time.strftime('%Y%m%d-%H%M%S')}{SOORT}"
    if doel.exists():
        raise kopie.KopieFout(f"{doel} bestaat al. Een kopie wordt nooit overschreven.")
    with tempfile.TemporaryDirectory(prefix=".wegwijzer-", dir=_map_van(doel)) as map_:
        database = kopie.maak(Path(map_) / f"{DATABASE}{kopie.SOORTEN[1 if postgres() else 0]}")
        bron = _uitgaven()
        deel = Path(map_) / "alles"
        try:
            os.close(os.open(deel, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with tarfile.open(deel, "w:gz", compresslevel=6) as tar:
                tar.add(database, database.name)
                for nummer in bron.nummers():
                    tar.add(bron.kennis_van(nummer), f"{VERSIES}/{nummer:05d}/{KENNIS}")
                tar.add(kennismap().resolve(), KENNIS, filter=_geen_halve)
            os.link(deel, doel)  # unlike a rename this fails when there is one
        except FileExistsError:
            raise kopie.KopieFout(f"{doel} bestaat al. Een kopie wordt nooit overschreven.") from None
        except OSError as fout:
            raise kopie.KopieFout(f"{doel} is niet te schrijven: {fout.strerror}.") from None
    return doel


def is_alles(bron: Path) -> bool:
    """Whether this file holds everything, and not a database alone."""
    try:
        with bron.open("rb") as open_:
            return open_.read(len(GZIP)) == GZIP
    except OSError:
        return False


@contextlib.contextmanager
def uitgepakt(bron: Path) -> Iterator[Delen]:
    """The parts of the file. Raises KopieFout where it is damaged, or of another kind of database than ours."""
    with tempfile.TemporaryDirectory(prefix="wegwijzer-") as tijdelijk:
        map_ = Path(tijdelijk)
        try:
            with tarfile.open(bron, "r:gz") as tar:
                tar.extractall(map_, filter="data")
        except (OSError, EOFError, zlib.error, tarfile.TarError, ValueError) as fout:
            raise kopie.KopieFout(f"{bron} is geen goede kopie ({type(fout).__name__}).") from None
        database = map_ / f"{DATABASE}{kopie.SOORTEN[1 if postgres() else 0]}"
        if not database.is_file() or not (map_ / KENNIS).is_dir():
            raise kopie.KopieFout(f"{bron} is beschadigd, of is van een andere soort database dan WEGWIJZER_DB noemt.")
        yield Delen(database, Uitgaven(map_ / VERSIES), map_ / KENNIS)


def zet_versies_terug(delen: Delen) -> int:
    """Put versions back that are not on disk (any more), under their own numbers; how many. Raises KopieFout."""
    doel, terug = uitgavenmap(), 0
    try:
        for nummer in delen.uitgaven.nummers():
            plek = doel / f"{nummer:05d}"
            if not plek.exists():
                shutil.copytree(delen.uitgaven.map_van(nummer), plek)
                terug += 1
    except OSError as fout:
        raise kopie.KopieFout(f"De versies van de kennis zijn niet terug te zetten: {fout.strerror}.") from None
    return terug


def kennis_verschilt(delen: Delen) -> bool:
    """Whether the folder of the knowledge differs from the one in the file."""
    return not kennismap().is_dir() or versie(kennismap()) != versie(delen.kennis)


def zet_kennis_terug(delen: Delen) -> Path:
    """The folder of the knowledge as it was in the file; where the present one is kept. Raises KopieFout."""
    map_, bewaard = kennismap(), projectmap() / "var" / f"{VAN_VOOR}-{time.strftime('%Y%m%d-%H%M%S')}"
    try:
        if map_.is_dir():
            shutil.copytree(map_, bewaard)
        shutil.copytree(delen.kennis, map_, dirs_exist_ok=True)
        over = {p.relative_to(delen.kennis) for p in delen.kennis.rglob("*")}
        for pad in sorted(map_.rglob("*"), reverse=True):
            if pad.relative_to(map_) not in over and not pad.is_dir():
                pad.unlink()
    except (OSError, shutil.Error) as fout:
        reden = getattr(fout, "strerror", None) or type(fout).__name__
        raise kopie.KopieFout(f"De map met kennis is niet te veranderen: {reden}. Oude map: {bewaard}.") from None
    return bewaard


def _geen_halve(deel: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Without what begins with a dot: a file that is being written at this moment."""
    return None if Path(deel.name).name.startswith(".") else deel


def _uitgaven() -> Uitgaven:
    return Uitgaven(uitgavenmap())


def _map_van(doel: Path) -> Path:
    if not doel.parent.is_dir():
        raise kopie.KopieFout(f"De map {doel.parent} bestaat niet.")
    return doel.parent
