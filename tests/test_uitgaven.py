"""Versions of the knowledge on disk: numbered, shared by all workers, never half of one."""

from __future__ import annotations

import multiprocessing
import shutil
import time
from pathlib import Path
from queue import Empty
from typing import Any

import pytest

from wegwijzer.huis import HuisHouder, uitgavenmap
from wegwijzer.kennis.laad import Gekeurd, bestanden, keur, laad, versie
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.uitgaven import BEWAARD, KENNIS, Uitgaven

pytest_plugins = ["tests.kennis.conftest"]


def _schrijf(proef: Path, nummer: int) -> None:
    """Two files that must always be taken together."""
    for naam, titel in (("pesten", "Versie"), ("plek", "Plek")):
        pad = proef / "onderwerpen" / f"{naam}.yml"
        regels = [
            f"titel: {titel} {nummer}" if r.startswith("titel: ") else r
            for r in pad.read_text(encoding="utf-8").splitlines()
        ]
        pad.write_text("\n".join(regels) + "\n", encoding="utf-8")


def test_de_een_maakt_een_versie_en_de_ander_volgt(proef: Path, tmp_path: Path) -> None:
    uitgaven = tmp_path / "uitgaven"
    een, twee = HuisHouder(proef), HuisHouder(proef)
    een.deel(Uitgaven(uitgaven))
    twee.deel(Uitgaven(uitgaven))
    assert (een.haal().nummer, twee.haal().nummer) == (1, 1)
    _schrijf(proef, 2)
    assert een.ververs()
    shutil.rmtree(proef)  # the other one reads the version, not the folder that editors work in
    assert twee.ververs()
    assert een.haal().nummer == twee.haal().nummer == 2
    assert twee.haal().kennis.onderwerpen["pesten"].titel == "Versie 2"


def test_een_oude_en_een_nieuwe_uitrol_naast_elkaar(
    proef: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two images with knowledge of their own: sharing one folder of versions, each would undo the other's, in turn."""
    nieuw = tmp_path / "nieuw"
    shutil.copytree(proef, nieuw)
    _schrijf(nieuw, 2)
    _schrijf(proef, 1)
    werkers = []
    for kennis, uitrol in ((proef, "0.1.0"), (nieuw, "0.2.0")):
        monkeypatch.setenv("WEGWIJZER_UITGAVEN", str(tmp_path / "var" / f"uitgaven-{uitrol}"))
        werkers.append(HuisHouder(kennis))
        werkers[-1].deel(Uitgaven(uitgavenmap()))
    assert not any(werker.ververs() for werker in werkers * 3)
    assert [w.haal().kennis.onderwerpen["pesten"].titel for w in werkers] == ["Versie 1", "Versie 2"]


def test_een_tweede_start_neemt_dezelfde_versie(proef: Path, tmp_path: Path) -> None:
    uitgaven = Uitgaven(tmp_path / "uitgaven")
    for _ in range(2):
        houder = HuisHouder(proef)
        houder.deel(uitgaven)
        assert houder.haal().nummer == 1
    _schrijf(proef, 9)
    houder = HuisHouder(proef)
    houder.deel(uitgaven)
    assert houder.haal().nummer == 2


def test_wat_gelezen_is_heet_niet_naar_wat_er_later_stond(proef: Path) -> None:
    """An editor saves while files are read: a worker once served the old text under the new number."""
    _schrijf(proef, 1)
    gelezen = []

    def keuring(map_: Path, naam: str, soort: str) -> Gekeurd:
        uit = keur(map_, naam, soort)
        gelezen.append(naam)
        if len(gelezen) == len(bestanden(proef)):
            _schrijf(proef, 2)
        return uit

    kennis = laad(proef, keuring)
    assert (kennis.versie, kennis.onderwerpen["pesten"].titel) == (versie(proef), "Versie 2")


def test_wie_de_map_deelt_geeft_geen_versie_uit_die_hij_niet_las(proef: Path, tmp_path: Path) -> None:
    uitgaven = Uitgaven(tmp_path / "uitgaven")
    _schrijf(proef, 1)
    houder = HuisHouder(proef)
    assert houder.haal().kennis.onderwerpen["pesten"].titel == "Versie 1"
    _schrijf(proef, 2)
    houder.deel(uitgaven)
    assert uitgaven.nummers() == []
    assert houder.ververs()
    assert (uitgaven.nummers(), houder.haal().nummer) == ([1], 1)
    assert houder.haal().kennis.onderwerpen["pesten"].titel == "Versie 2"


def test_slechte_kennis_krijgt_geen_nummer(proef: Path, tmp_path: Path) -> None:
    uitgaven = Uitgaven(tmp_path / "uitgaven")
    houder = HuisHouder(proef)
    houder.deel(uitgaven)
    (proef / "onderwerpen" / "pesten.yml").write_text("tietel: x\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(KennisFout):
            houder.ververs()
    assert uitgaven.nummers() == [1] and houder.haal().nummer == 1


def test_wie_sterft_tijdens_het_maken_laat_niets_halfs_na(proef: Path, tmp_path: Path) -> None:
    uitgaven = Uitgaven(tmp_path / "uitgaven")
    houder = HuisHouder(proef)
    houder.deel(uitgaven)
    with uitgaven.bouwslot() as mag:
        assert mag
        (tmp_path / "uitgaven" / "concept" / KENNIS).mkdir(parents=True)  # a process died here
        with Uitgaven(tmp_path / "uitgaven").bouwslot() as ander:
            assert not ander
        _schrijf(proef, 2)
        assert not houder.ververs()
    assert houder.ververs()
    assert houder.haal().nummer == 2 and uitgaven.nummer() == 2


def test_een_wijzer_zonder_map_telt_niet(tmp_path: Path) -> None:
    uitgaven = Uitgaven(tmp_path)
    assert uitgaven.nummer() == 0
    (tmp_path / "nu").write_text("12", encoding="ascii")
    assert uitgaven.nummer() == 0
    (tmp_path / "nu").write_text("rommel", encoding="ascii")
    assert uitgaven.nummer() == 0


def test_oude_versies_verdwijnen(proef: Path, tmp_path: Path) -> None:
    uitgaven = Uitgaven(tmp_path / "uitgaven")
    houder = HuisHouder(proef)
    houder.deel(uitgaven)
    for nummer in range(2, BEWAARD + 4):
        _schrijf(proef, nummer)
        assert houder.ververs()
    assert len(uitgaven.nummers()) == BEWAARD
    assert uitgaven.nummer() == uitgaven.nummers()[-1] == BEWAARD + 3


def _werker(proef: Path, uitgaven: Path, uit: Any) -> None:
    houder = HuisHouder(proef)
    houder.deel(Uitgaven(uitgaven))
    einde = time.monotonic() + 300
    while time.monotonic() < einde:
        try:
            houder.ververs()
        except KennisFout:
            continue
        huis = houder.haal()  # once: a second time it may be the next version already
        titels = huis.kennis.onderwerpen["pesten"].titel, huis.kennis.onderwerpen["plek"].titel
        uit.put((huis.nummer, *titels))
        if titels[0] == "Versie 6":
            return


def test_werkers_nemen_steeds_een_hele_versie(proef: Path, tmp_path: Path) -> None:
    """Three processes follow while two files change together five times: each number is the same to all."""
    context = multiprocessing.get_context("fork")
    uit = context.Queue()
    _schrijf(proef, 1)
    werkers = [context.Process(target=_werker, args=(proef, tmp_path / "uitgaven", uit)) for _ in range(3)]
    for werker in werkers:
        werker.start()
    for nummer in range(2, 7):
        time.sleep(0.4)
        nieuw = tmp_path / "nieuw"
        shutil.copytree(proef, nieuw)
        _schrijf(nieuw, nummer)
        for naam in ("onderwerpen/pesten.yml", "onderwerpen/plek.yml"):
            shutil.copy(nieuw / naam, proef / naam)
        shutil.rmtree(nieuw)
    gezien: dict[int, set[tuple[str, str]]] = {}
    while any(w.is_alive() for w in werkers) or not uit.empty():
        try:
            nummer, *titels = uit.get(timeout=0.5)
        except Empty:
            continue
        gezien.setdefault(nummer, set()).add(tuple(titels))
    for werker in werkers:
        werker.join()
    assert all(len(titels) == 1 for titels in gezien.values()), gezien
    assert {"Versie 6"} == {t[0] for t in gezien[max(gezien)]}
