"""Guessing passwords: it gets slower, tells nothing, and holds nobody else up."""

from __future__ import annotations

import re
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from types import SimpleNamespace

import pytest
from bureau import WACHTWOORD, Antwoord, Bureau

from wegwijzer.helpdesk import inloggen, wachtwoord
from wegwijzer.helpdesk.inloggen import MIS
from wegwijzer.opslag import accounts, pogingen

TE_VEEL = 4
"""People who log in beyond what may wait."""


@pytest.fixture
def snel(vers_bureau: Callable[..., Bureau], monkeypatch: pytest.MonkeyPatch) -> Iterator[Bureau]:
    """With a clock that stands still: however long a try takes, the wait after it is not over."""
    nu = time.time()
    monkeypatch.setattr(inloggen, "time", SimpleNamespace(time=lambda: nu, monotonic=lambda: 1000.0))
    bureau = vers_bureau()
    bureau.account("Ada")
    yield bureau


def probeer(bureau: Bureau, naam: str, gegeven: str = "verkeerd wachtwoord") -> Antwoord:
    return bureau.browser().log_in(naam, gegeven)


def test_na_vijf_keer_moet_men_wachten_en_steeds_langer(snel: Bureau) -> None:
    assert [probeer(snel, "Ada").status for _ in range(pogingen.VRIJ)] == [401] * pogingen.VRIJ
    dicht = probeer(snel, "ada ", WACHTWOORD)
    assert dicht.status == 429
    assert 0 < int(dicht.koppen["retry-after"]) <= 2
    wachttijden = [pogingen.wacht_na(n) for n in range(30)]
    assert wachttijden == sorted(wachttijden)
    assert wachttijden[pogingen.VRIJ - 1] == 0
    assert wachttijden[-1] == pogingen.LANGSTE_WACHT


def test_tijdens_het_wachten_telt_ook_het_goede_wachtwoord_niet_en_daarna_wel(snel: Bureau) -> None:
    nu = time.time()
    for n in range(pogingen.VRIJ + 3):
        assert pogingen.neem(snel.opslag, "Ada", nu + n * 100) == 0
    assert pogingen.neem(snel.opslag, "Ada", nu + (pogingen.VRIJ + 2) * 100 + 1) > 0
    later = nu + (pogingen.VRIJ + 2) * 100 + pogingen.VERGETEN + 1
    assert pogingen.neem(snel.opslag, "Ada", later) == 0
    assert pogingen.neem(snel.opslag, "Ada", later) == 0


def test_goed_inloggen_begint_opnieuw_met_tellen(snel: Bureau) -> None:
    for _ in range(3):
        for _ in range(pogingen.VRIJ - 1):
            assert probeer(snel, "Ada").status == 401
        assert probeer(snel, "Ada", WACHTWOORD).status == 303


def test_een_onbekende_naam_krijgt_hetzelfde_antwoord(snel: Bureau) -> None:
    uit = snel.account("Uitgezet")
    snel.account("Beheer")
    accounts.zet_rol(snel.opslag, snel.account("Beheer"), accounts.Rol.BEHEERDER)
    accounts.zet_uit(snel.opslag, uit, True)

    def zonder_toeval(antwoord: Antwoord) -> str:
        return re.sub(r'value="[^"]*"', "", antwoord.tekst)

    reeksen = {}
    for naam, gegeven in (("Ada", "verkeerd"), ("Bestaat niet", WACHTWOORD), ("Uitgezet", WACHTWOORD)):
        alle = [probeer(snel, naam, gegeven) for _ in range(pogingen.VRIJ + 1)]
        assert MIS in alle[0].tekst
        reeksen[naam] = [(a.status, zonder_toeval(a), sorted(a.koppen)) for a in alle]
    assert reeksen["Ada"] == reeksen["Bestaat niet"] == reeksen["Uitgezet"]
    assert [status for status, _, _ in reeksen["Ada"]] == [401] * pogingen.VRIJ + [429]


def test_een_onbekende_naam_kost_evenveel_tijd(snel: Bureau) -> None:
    """Side by side, best of several, in processor time: an answer without a hash would be many times as quick."""
    hash_ = wachtwoord.maak_hash(WACHTWOORD)
    wachtwoord.klopt(None, "x")

    def duur(bewaard: str | None) -> float:
        begin = time.process_time()
        assert wachtwoord.klopt(bewaard, "verkeerd wachtwoord") == (False, None)
        return time.process_time() - begin

    bekend, onbekend = zip(*[(duur(hash_), duur(None)) for _ in range(7)], strict=True)
    assert 0.5 < min(onbekend) / min(bekend) < 2
    assert statistics.median(onbekend) < 3 * statistics.median(bekend)


def test_tegelijk_proberen_omzeilt_het_tellen_niet(snel: Bureau) -> None:
    with ThreadPoolExecutor(12) as draden:
        statussen = list(draden.map(lambda _: probeer(snel, "Ada").status, range(12)))
    assert statussen.count(401) <= pogingen.VRIJ
    assert set(statussen) <= {401, 429, 503}


def test_per_adres_is_er_ook_een_grens(vers_bureau: Callable[..., Bureau], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inloggen, "time", SimpleNamespace(time=time.time, monotonic=lambda: 1000.0))
    bureau = vers_bureau(proxy_kop="x-forwarded-for", adres_inloggen_per_minuut=3)
    bureau.account("Ada")

    def probeer_van(adres: str, naam: str) -> int:
        iemand = bureau.browser()
        iemand.koppen = {"X-Forwarded-For": f"198.51.100.9, {adres}"}
        return iemand.log_in(naam, "verkeerd wachtwoord").status

    assert [probeer_van("203.0.113.7", f"naam {n}") for n in range(5)] == [401, 401, 401, 429, 429]
    assert probeer_van("203.0.113.8", "naam 9") == 401


def test_traag_wachtwoordwerk_houdt_niemand_op(snel: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    """While every thread for hashes is stuck, pages go on, and what would wait too long is told so."""
    los, bezig = threading.Event(), threading.Semaphore(0)

    def traag(*_: object) -> tuple[bool, None]:
        bezig.release()
        assert los.wait(120)
        return False, None

    monkeypatch.setattr(wachtwoord, "klopt", traag)
    ingelogd = snel.bezoek(naam="Bo")
    mensen = [snel.browser() for _ in range(wachtwoord.TEGELIJK + wachtwoord.WACHTRIJ + TE_VEEL)]
    with ThreadPoolExecutor(len(mensen)) as draden:
        taken = [draden.submit(een.log_in, f"naam {n}", "verkeerd wachtwoord") for n, een in enumerate(mensen)]
        try:
            for _ in range(wachtwoord.TEGELIJK):
                assert bezig.acquire(timeout=50)
            assert ingelogd.get("/helpdesk/account").status == 200
            assert snel.browser().get("/helpdesk/inloggen").status == 200
            geweigerd = [taak.result().status for taak in islice(as_completed(taken, timeout=50), TE_VEEL)]
        finally:
            los.set()
        statussen = [taak.result().status for taak in taken]
    assert geweigerd == [429] * TE_VEEL
    assert Counter(statussen) == {401: len(mensen) - TE_VEEL, 429: TE_VEEL}


def test_het_logboek_noemt_het_account_en_niet_wat_een_vreemde_typte(snel: Bureau) -> None:
    beheer = snel.bezoek(accounts.Rol.BEHEERDER)
    probeer(snel, "ada")
    probeer(snel, "mijn kind heet Klaas")
    blad = beheer.get("/helpdesk/logboek").tekst
    assert "inloggen mislukt" in blad
    assert "Ada" in blad
    assert "onbekende naam" in blad
    assert "Klaas" not in blad
