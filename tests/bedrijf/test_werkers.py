"""Two workers on one PostgreSQL and one Redis behind nginx: nothing is lost or doubled, whatever falls over.

The agent is played (it answers at once, and stores as Rasa does); channel, database, locks and proxy are the real ones.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from stapel import Stapel, binnen, wacht_op

from wegwijzer.huis import houder

SNEL = 5.0
"""Within this time a parent hears something, whatever is broken (seconds)."""
GEVAAR = "Mijn dochter zegt dat ze dood wil."


def _nummer(organisatie: str) -> str:
    return houder().haal().kennis.organisaties[organisatie].telefoons()[0]


def _heel(berichten: list[tuple[str, str]], gezegd: list[str]) -> None:
    """Each message once, in order, each with its own answer."""
    assert [t for van, t in berichten if van == "user"] == gezegd
    assert [t for van, t in berichten if van == "assistant"] == [f"Antwoord op: {t}" for t in gezegd]


def _tegelijk(*werk: Callable[[], Any]) -> list[Any]:
    with ThreadPoolExecutor(len(werk)) as draden:
        return [taak.result() for taak in [draden.submit(doe) for doe in werk]]


def test_een_gesprek_loopt_over_beide_werkers(stapel: Stapel) -> None:
    een, ander = stapel.poorten
    token = stapel.token(een)
    gezegd = [f"bericht {n}" for n in range(6)]
    for n, tekst in enumerate(gezegd):
        assert stapel.zeg(token, tekst, poort=(een, ander)[n % 2])[0] == 200
    _heel(stapel.berichten(token, een), gezegd)
    assert stapel.berichten(token, ander) == stapel.berichten(token, een)


def test_hetzelfde_bericht_op_beide_werkers_is_een_beurt(stapel: Stapel) -> None:
    token = stapel.token()
    for n in range(5):
        doe = partial(stapel.zeg, token, f"dubbel {n}", sleutel=uuid.uuid4().hex)
        terug = _tegelijk(*(partial(doe, poort=poort) for poort in stapel.poorten))
        assert [status for status, _ in terug] == [200, 200]
    _heel(stapel.berichten(token), [f"dubbel {n}" for n in range(5)])


def test_twee_berichten_van_een_ouder_tegelijk(stapel: Stapel) -> None:
    token = stapel.token()
    terug = _tegelijk(*(lambda p=p: stapel.zeg(token, f"van {p}", poort=p) for p in stapel.poorten))  # type: ignore[misc]
    assert [status for status, _ in terug] == [200, 200]
    berichten = stapel.berichten(token)
    _heel(berichten, [t for van, t in berichten if van == "user"])
    assert {t for van, t in berichten if van == "user"} == {f"van {p}" for p in stapel.poorten}


def test_een_werker_sterft_onder_belasting(stapel: Stapel) -> None:
    """Eight parents talk on; one worker is killed, stays away for a while, and comes back."""
    ouders, aantal = 8, 20
    tokens = [stapel.token() for _ in range(ouders)]
    gezegd = [[f"ouder {o} bericht {n}" for n in range(aantal)] for o in range(ouders)]
    beurten, slot, gedood = [0], threading.Lock(), threading.Event()

    def praat(ouder: int) -> list[int]:
        statussen = []
        for tekst in gezegd[ouder]:
            if beurten[0] >= ouders * aantal / 2:
                gedood.wait(300)  # else all might be said before the worker is killed
            statussen.append(stapel.zeg(tokens[ouder], tekst, geduld=300)[0])
            with slot:
                beurten[0] += 1
        return statussen

    with ThreadPoolExecutor(ouders) as draden:
        taken = [draden.submit(praat, o) for o in range(ouders)]
        wacht_op(lambda: beurten[0] >= ouders * 5, 300)
        stapel.dood(0)
        op_dat_moment = beurten[0]
        gedood.set()
        wacht_op(lambda: beurten[0] >= op_dat_moment + ouders * 4, 300)
        stapel.start_werker(0)
        statussen = [taak.result() for taak in taken]
    assert op_dat_moment < ouders * aantal, "de werker stierf pas toen alles al klaar was"
    assert statussen == [[200] * aantal] * ouders
    for ouder in range(ouders):
        _heel(stapel.berichten(tokens[ouder]), gezegd[ouder])
    stapel.wacht_op_werker(0)


def test_de_database_weg_en_terug(stapel: Stapel, postgres: Any) -> None:
    token = stapel.token()
    assert stapel.zeg(token, "voor de storing")[0] == 200
    tijdens = {"key": uuid.uuid4().hex, "text": "tijdens"}
    postgres.stop()
    try:
        for poort in stapel.poorten:
            status, inhoud, _ = binnen(SNEL, partial(stapel.vraag, "POST", "/message", tijdens, token, poort))
            assert status == 503 and _nummer("ouders_en_onderwijs") in inhoud["text"]
            status, inhoud, _ = stapel.vraag("GET", "/ready", poort=poort)
            assert status == 503 and inhoud["delen"] == {
                "open": True, "model": True, "kennis": True, "database": False,
            }  # fmt: skip
            assert stapel.vraag("GET", "/health", poort=poort)[0] == 200
        gevaar = {"key": uuid.uuid4().hex, "text": GEVAAR}
        status, inhoud, _ = binnen(SNEL, partial(stapel.vraag, "POST", "/message", gevaar, token))
        assert status == 200 and _nummer("zelfmoordpreventie_113") in inhoud["messages"][0]["text"]
    finally:
        postgres.start()
    wacht_op(lambda: stapel.vraag("GET", "/ready", poort=stapel.poorten[0])[0] == 200, 120)
    wacht_op(lambda: stapel.vraag("POST", "/message", tijdens, token)[0] == 200, 120)
    assert stapel.zeg(token, "erna")[0] == 200
    _heel(stapel.berichten(token), ["voor de storing", "tijdens", "erna"])


def test_redis_weg_en_terug(stapel: Stapel, redis: Any) -> None:
    token = stapel.token()
    redis.stop()
    gezegd: list[str] = []

    def zeg(poort: int) -> int:
        gezegd.append(f"zonder redis {len(gezegd)}")
        return stapel.zeg(token, gezegd[-1], poort=poort)[0]

    for poort in stapel.poorten:
        assert binnen(SNEL, partial(zeg, poort)) == 200
    redis.start()
    assert stapel.zeg(token, "met redis")[0] == 200
    _heel(stapel.berichten(token), [*gezegd, "met redis"])


def test_uit_en_aan_voor_alle_werkers(stapel: Stapel) -> None:
    token = stapel.token()

    def opdracht(*woorden: str) -> None:
        klaar = subprocess.run(
            [sys.executable, "-m", "wegwijzer.cli", *woorden], env=stapel.omgeving, capture_output=True, timeout=300
        )
        assert klaar.returncode == 0, klaar.stderr

    opdracht("uit", "proef")
    wacht_op(lambda: all(stapel.vraag("GET", "/ready", poort=p)[0] == 503 for p in stapel.poorten), 60)
    status, inhoud, _ = stapel.vraag("POST", "/message", {"key": uuid.uuid4().hex, "text": "hallo"}, token)
    assert status == 503 and _nummer("ouders_en_onderwijs") in inhoud["text"], "de proxy laat onze woorden staan"
    status, pagina, _ = stapel.vraag("GET", "/chat")
    assert status == 503 and _nummer("noodnummer_112") in pagina
    opdracht("aan")
    wacht_op(lambda: all(stapel.vraag("GET", "/ready", poort=p)[0] == 200 for p in stapel.poorten), 60)
    assert stapel.zeg(token, "hallo")[0] == 200


def test_niets_van_een_ouder_in_log_redis_of_metingen(stapel: Stapel, redis: Any) -> None:
    import redis as client

    token = stapel.token()
    assert stapel.zeg(token, "mijn dochter zit thuis in Appingedam")[0] == 200
    sporen = [stapel.logboek(n).read_text(errors="replace") for n in range(2)]
    sporen += [p.read_text(errors="replace") for p in stapel.map.glob("*.log")]
    for poort in stapel.poorten:
        status, tekst, _ = stapel.vraag("GET", "/metrics", poort=poort)
        assert status == 200 and "wegwijzer_beurt_seconden_bucket" in tekst
        sporen.append(tekst)
    winkel = client.Redis(port=redis.poort, db=1)
    sporen += [json.dumps([str(s) + str(winkel.get(s)) for s in winkel.scan_iter()])]
    for spoor in sporen:
        assert "Appingedam" not in spoor and token not in spoor


def test_zonder_werkers_zegt_de_proxy_het(stapel: Stapel) -> None:
    """Last: it stops both."""
    token = stapel.token()
    for nummer in range(2):
        stapel.dood(nummer)
    for methode, pad in (("GET", "/chat"), ("POST", "/message"), ("GET", "/widget/v1/wegwijzer.js")):
        vraag = partial(stapel.vraag, methode, pad, {} if methode == "POST" else None, token)
        status, inhoud, koppen = binnen(SNEL, vraag)
        assert (status, koppen.get("retry-after")) == (503, "60") and "Wegwijzer is weg" in inhoud
    for nummer in range(2):
        stapel.start_werker(nummer)
    for nummer in range(2):
        stapel.wacht_op_werker(nummer)
    assert stapel.zeg(token, "weer terug")[0] == 200
    _heel(stapel.berichten(token), ["weer terug"])
