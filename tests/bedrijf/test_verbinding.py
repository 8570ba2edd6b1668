"""The settings of database and locks: what they mean, and that a password shows nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.core.lock_store import InMemoryLockStore

from wegwijzer.opslag.sloten import GedeeldeSloten, RedisFout, sloten
from wegwijzer.opslag.verbinding import DatabaseFout, postgres, sqlite_bestand

GEHEIM = "wachtw00rd"


def test_postgres_uit_de_omgeving() -> None:
    gegeven = {"WEGWIJZER_DB": "postgresql://bot@db.example:6543/gesprekken", "WEGWIJZER_DB_WACHTWOORD": GEHEIM}
    pg = postgres({**gegeven, "WEGWIJZER_DB_VERBINDINGEN": "5"})
    assert pg is not None
    delen = pg.delen()
    assert (delen["host"], delen["port"], delen["db"], delen["username"]) == ("db.example", 6543, "gesprekken", "bot")
    assert pg.omgeving()["PGPASSWORD"] == GEHEIM
    engine = pg.engine()
    assert engine.pool.size() == 5
    for tekst in (repr(pg), str(engine.url), repr(engine), repr(engine.pool)):
        assert GEHEIM not in tekst


def test_een_wachtwoord_in_het_adres_blijft_ook_geheim() -> None:
    pg = postgres({"WEGWIJZER_DB": f"postgres://bot:{GEHEIM}@db.example/gesprekken"})
    assert pg is not None and GEHEIM not in repr(pg) and GEHEIM not in repr(pg.engine())


@pytest.mark.parametrize(
    "adres",
    [f"mysql://bot:{GEHEIM}@db/x", f"postgresql://bot:{GEHEIM}@db", f"postgresql://bot:{GEHEIM}@db:poort/x", "://"],
)
def test_een_adres_dat_niet_kan_wordt_niet_herhaald(adres: str) -> None:
    with pytest.raises(DatabaseFout) as fout:
        postgres({"WEGWIJZER_DB": adres})
    assert GEHEIM not in str(fout.value) and "WEGWIJZER_DB" in str(fout.value)


@pytest.mark.parametrize("aantal", ["0", "1", "201", "veel", "-3"])
def test_een_aantal_verbindingen_dat_niet_kan(aantal: str) -> None:
    with pytest.raises(DatabaseFout):
        postgres({"WEGWIJZER_DB": "postgresql://b@d/x", "WEGWIJZER_DB_VERBINDINGEN": aantal})


def test_een_bestand_blijft_sqlite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert postgres({}) is None and postgres({"WEGWIJZER_DB": "var/ander.db"}) is None
    monkeypatch.setenv("WEGWIJZER_DB", "ander.db")
    assert sqlite_bestand(tmp_path) == tmp_path / "ander.db"
    monkeypatch.delenv("WEGWIJZER_DB")
    assert sqlite_bestand(tmp_path) == tmp_path / "var" / "gesprekken.db"


def test_sloten_uit_de_omgeving() -> None:
    assert type(sloten({})) is InMemoryLockStore
    winkel = sloten({"WEGWIJZER_REDIS": "rediss://bot@r.example:7000/3", "WEGWIJZER_REDIS_WACHTWOORD": GEHEIM})
    assert isinstance(winkel, GedeeldeSloten)
    gegeven = winkel.red.connection_pool.connection_kwargs
    assert (gegeven["host"], gegeven["port"], gegeven["db"], gegeven["password"]) == ("r.example", 7000, 3, GEHEIM)
    assert gegeven["socket_timeout"] <= 1


@pytest.mark.parametrize("adres", [f"http://:{GEHEIM}@r/1", f"redis://:{GEHEIM}@/1", f"redis://:{GEHEIM}@r/een"])
def test_sloten_die_niet_kunnen(adres: str) -> None:
    with pytest.raises(RedisFout) as fout:
        sloten({"WEGWIJZER_REDIS": adres})
    assert GEHEIM not in str(fout.value)


def test_zonder_redis_gaat_een_werker_zelf_door(caplog: pytest.LogCaptureFixture) -> None:
    """Port 1 refuses at once; the second lock is taken without asking again."""
    import asyncio

    winkel = sloten({"WEGWIJZER_REDIS": "redis://127.0.0.1:1/1"})

    async def beurten() -> list[int]:
        volgorde: list[int] = []

        async def beurt(n: int) -> None:
            async with winkel.lock("gesprek", wait_time_in_seconds=0.01):
                volgorde.append(n)
                await asyncio.sleep(0.02)
                volgorde.append(n)

        await asyncio.gather(beurt(1), beurt(2))
        return volgorde

    assert asyncio.run(beurten()) == [1, 1, 2, 2]
    assert caplog.text.count("Redis antwoordt niet") == 1
