"""The real server is killed in the middle of a turn and started again: nothing is lost and nothing comes twice."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from echt import Echt
from ouder import Ouder

EERSTE = "Mijn zoon van 14 zit al vijf weken thuis. Hij gaat naar een middelbare school in Rotterdam."
TWEEDE = "Hij heeft ook autisme, wie kan ons helpen?"
HERSTELTIJD = 300_000
"""So long the widget may take to come back by itself after the server did (ms): a turn's lease, its own back-off."""


@pytest.mark.parametrize(
    "moment",
    ["midden in de beurt", *(pytest.param(m, marks=pytest.mark.lang) for m in ("nog niet gelezen", "al bewaard"))],
)
def test_een_server_die_sterft(moment: str, echt: Echt, bezoek: Callable[..., Ouder]) -> None:
    """`echt`: the server of the other tests, which talk on with the one that takes its place."""
    eerder = len(echt.gezegd())
    ouder = bezoek(f"{echt.adres}/chat")
    ouder.wacht("w.querySelector('.bericht')")
    ouder.zeg(EERSTE)
    slots = {naam: waarde for naam, waarde in echt.slots().items() if naam in ("plaats", "leeftijd", "weken_thuis")}
    assert slots == {"plaats": "Rotterdam", "leeftijd": 14, "weken_thuis": 5}
    try:
        _sla_dood(moment, echt, ouder)
        assert echt.processen[-1].returncode == -signal.SIGKILL
        assert echt.gezegd()[eerder:] == [EERSTE, TWEEDE][: 1 + (moment == "al bewaard")]
        ouder.wacht("[...w.querySelectorAll('.ouder')].at(-1).innerText.includes('wordt verstuurd')")
        assert "geen verbinding" in ouder.js("w.querySelector('.melding').innerText")
        keren = _verstuurd(ouder)
    finally:
        echt.processen[-1].kill()
        echt.processen[-1].wait()
        echt.start()
    ouder.wacht("!w.querySelector('.staat') && !w.querySelector('.typt')", HERSTELTIJD)
    ouder.wacht("w.querySelectorAll('.ouder').length === 2 && !!w.querySelector('.keuzes')")
    assert keren, "er was geen verzoek na de herstart"
    assert len({verzoek["key"] for verzoek in keren}) == 1
    assert ouder.js("w.querySelector('.melding').innerText.trim()") == ""
    assert echt.gezegd()[eerder:] == [EERSTE, TWEEDE]
    assert [t for t in ouder.teksten(".ouder .tekst")] == [EERSTE, TWEEDE]
    antwoord = ouder.teksten()
    ouder.zeg("maak mijn plan")
    plan = "\n".join(ouder.teksten()[len(antwoord) :])
    for woord in ("14 jaar", "Rotterdam", "5 weken"):
        assert woord in plan
    assert echt.gezegd()[eerder:] == [EERSTE, TWEEDE, "maak mijn plan"]
    nu = ouder.teksten()
    ouder.pagina.reload()
    ouder.wacht(f"w.querySelectorAll('.bericht').length === {len(nu)}")
    assert ouder.teksten() == nu


def _sla_dood(moment: str, echt: Echt, ouder: Ouder) -> None:
    """Send TWEEDE and kill the server at that moment, before the widget has an answer."""
    proces, eerder = echt.processen[-1], echt.gezegd()
    if moment == "midden in de beurt":
        wacht = threading.Thread(target=_dood_bij_begin, args=(echt, eerder))
        wacht.start()
        ouder.typ(TWEEDE)
        wacht.join(150)
        assert proces.poll() is not None, "de beurt begon niet, of was al af voor de server werd gestopt"
        return

    def onderschep(route: Any) -> None:
        if moment == "al bewaard":
            assert route.fetch().ok
        proces.kill()
        proces.wait()
        route.abort("connectionreset")

    ouder.pagina.route("**/message", onderschep)
    ouder.typ(TWEEDE)
    ouder.wacht("w.querySelector('.staat')")
    ouder.pagina.unroute("**/message")


def _dood_bij_begin(echt: Echt, eerder: list[str]) -> None:
    """Freeze the server as soon as it holds the turn of a message that is not done, make sure of that, and kill it."""
    proces = echt.processen[-1]
    einde = time.monotonic() + 120
    while time.monotonic() < einde:
        if echt.rijen("SELECT 1 FROM website_sleutels WHERE NOT klaar"):
            proces.send_signal(signal.SIGSTOP)
            if echt.rijen("SELECT 1 FROM website_sleutels WHERE NOT klaar") and echt.gezegd() == eerder:
                proces.kill()
                proces.wait()
                return
            proces.send_signal(signal.SIGCONT)
            return


def _verstuurd(ouder: Ouder) -> list[dict[str, Any]]:
    """The messages that the widget sends from now on, as they come."""
    uit: list[dict[str, Any]] = []
    ouder.pagina.on("request", lambda v: uit.append(v.post_data_json) if v.url.endswith("/message") else None)
    return uit
