"""Migrations and accounts on a real PostgreSQL: the same steps, under a lock, and what several workers do at once."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from rasa.core.tracker_store import SQLTrackerStore

from wegwijzer.helpdesk.wachtwoord import maak_hash
from wegwijzer.opslag import aanmeldingen, accounts, handelingen, migraties, pogingen
from wegwijzer.opslag.gesprekken import GesprekkenOpslag
from wegwijzer.opslag.rollen import Rol
from wegwijzer.opslag.tabellen import METADATA


@pytest.fixture
def leeg(postgres: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a database without tables."""
    naam = f"proef_{uuid.uuid4().hex[:8]}"
    beheer = sa.create_engine(postgres.adres, isolation_level="AUTOCOMMIT")
    with beheer.connect() as verbinding:
        verbinding.execute(sa.text(f"CREATE DATABASE {naam}"))
    adres = f"{postgres.adres.rsplit('/', 1)[0]}/{naam}"
    monkeypatch.setenv("WEGWIJZER_DB", adres)
    yield adres
    with beheer.connect() as verbinding:
        verbinding.execute(sa.text(f"DROP DATABASE {naam} WITH (FORCE)"))
    beheer.dispose()


@pytest.fixture
def opslag(leeg: str) -> Iterator[GesprekkenOpslag]:
    geopend = GesprekkenOpslag()
    yield geopend
    geopend.sluit()


def verschil(engine: sa.engine.Engine) -> list[object]:
    alle = sa.MetaData()
    for bron in (METADATA, SQLTrackerStore.SQLEvent.metadata):
        for tabel in bron.tables.values():
            tabel.to_metadata(alle)
    with engine.connect() as verbinding:
        return list(compare_metadata(MigrationContext.configure(verbinding), alle))


def test_van_niets(opslag: GesprekkenOpslag) -> None:
    assert opslag.engine.dialect.name == "postgresql"
    assert migraties.stand(opslag.engine) == migraties.NIEUWSTE
    assert verschil(opslag.engine) == []
    assert migraties.bijwerken(opslag.engine) is False


def test_van_voor_de_migraties(leeg: str) -> None:
    """As the code before made it: by `create_all`, Rasa's table and those of the website."""
    engine = sa.create_engine(leeg)
    SQLTrackerStore.Base.metadata.create_all(engine)
    oud = [t for n, t in METADATA.tables.items() if n.startswith("website_") or n == "meldingen"]
    METADATA.create_all(engine, tables=oud)
    with engine.begin() as verbinding:
        event = SQLTrackerStore.SQLEvent.__table__
        verbinding.execute(sa.insert(event).values(sender_id="oud", type_name="user", timestamp=1.0, data="{}"))
    engine.dispose()
    opslag = GesprekkenOpslag()
    try:
        assert verschil(opslag.engine) == []
        with opslag.session_scope() as sessie:
            assert sessie.execute(sa.text("SELECT count(*) FROM events")).scalar() == 1
    finally:
        opslag.sluit()


def test_veel_tegelijk(leeg: str) -> None:
    def open_(_: int) -> None:
        GesprekkenOpslag().sluit()

    with ThreadPoolExecutor(6) as draden:
        list(draden.map(open_, range(6)))
    assert migraties.stand(sa.create_engine(leeg)) == migraties.NIEUWSTE


def test_een_mislukte_stap_laat_niets_achter(leeg: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = sa.create_engine(leeg)
    monkeypatch.setattr(migraties, "NIEUWSTE", "0099")
    with pytest.raises(Exception, match="0099"):
        migraties.bijwerken(engine)
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()


def test_accounts_en_aanmeldingen(opslag: GesprekkenOpslag) -> None:
    nu = time.time()
    nummer = accounts.maak(opslag, "Ada", Rol.BEHEERDER, maak_hash("kastanje fiets wolk lamp"), nu)
    with pytest.raises(accounts.AccountFout, match="al een account"):
        accounts.maak(opslag, "ADA", Rol.HELPDESK, "x", nu)
    token = aanmeldingen.maak(opslag, nummer, nu, 3600)
    bezoeker = aanmeldingen.vind(opslag, token, nu + 90, 1800, 3600)
    assert bezoeker is not None
    assert (bezoeker.naam, bezoeker.rol) == ("Ada", Rol.BEHEERDER)
    aanmeldingen.weg_alle(opslag)
    assert aanmeldingen.vind(opslag, token, nu, 1800, 3600) is None
    with pytest.raises(accounts.AccountFout, match="overblijven"):
        accounts.zet_uit(opslag, nummer, True)
    handelingen.noteer(opslag, "Ada", "ingelogd", "", nu)
    assert [h.wat for h in handelingen.lijst(opslag, 0, 5)] == ["ingelogd"]


def _tegelijk(werk: Callable[[int], Any], aantal: int) -> list[Any]:
    with ThreadPoolExecutor(aantal) as draden:
        return list(draden.map(werk, range(aantal)))


def test_pogingen_van_twee_werkers_tellen_samen(opslag: GesprekkenOpslag) -> None:
    """Tries at the same moment are counted one by one: no more than the free ones get through."""
    nu = time.time()
    uit = _tegelijk(lambda _: pogingen.neem(opslag, "Bo", nu), 8)
    assert sum(wacht == 0.0 for wacht in uit) == pogingen.VRIJ


def test_twee_beheerders_die_elkaar_uitzetten(opslag: GesprekkenOpslag) -> None:
    """Each by itself may; at once only one of them can."""
    nummers = [accounts.maak(opslag, f"beheer {n}", Rol.BEHEERDER, "x", 1.0) for n in range(2)]

    def zet_uit(welke: int) -> bool:
        try:
            accounts.zet_uit(opslag, nummers[welke], True)
        except accounts.AccountFout:
            return False
        return True

    assert sorted(_tegelijk(zet_uit, 2)) == [False, True]
    assert accounts.zijn_er(opslag)
