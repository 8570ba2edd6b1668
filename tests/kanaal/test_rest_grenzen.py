"""The limits in front of the REST channel hold in any server that uses it, `rasa run` too."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from sanic.exceptions import Forbidden, PayloadTooLarge

from wegwijzer.kanaal.rest import MAX_BERICHT, RestKanaal


async def _niemand(_: Any) -> None:
    pass


def _kom_binnen(kanaal: RestKanaal, ip: str, inhoud: bytes = b"{}", **koppen: str) -> None:
    [grens] = [m for m in kanaal.blueprint(_niemand)._future_middleware if m.attach_to == "request"]
    asyncio.new_event_loop().run_until_complete(grens.middleware(SimpleNamespace(ip=ip, body=inhoud, headers=koppen)))


@pytest.mark.parametrize("ip", ["127.0.0.1", "127.8.8.8", "::1"])
def test_deze_machine_mag(ip: str) -> None:
    _kom_binnen(RestKanaal(), ip)


@pytest.mark.parametrize("ip", ["192.168.1.5", "8.8.8.8", "2001:db8::1", "", "localhost.example.nl"])
def test_een_andere_machine_niet(ip: str) -> None:
    with pytest.raises(Forbidden):
        _kom_binnen(RestKanaal.from_credentials(None), ip)
    _kom_binnen(RestKanaal.from_credentials({"alleen_deze_machine": False}), ip)


@pytest.mark.parametrize("kop", ["x-forwarded-for", "forwarded", "x-real-ip"])
def test_langs_een_proxy_op_deze_machine_niet(kop: str) -> None:
    with pytest.raises(Forbidden):
        _kom_binnen(RestKanaal(), "127.0.0.1", **{kop: "8.8.8.8"})


def test_een_te_groot_verzoek_niet() -> None:
    _kom_binnen(RestKanaal(), "127.0.0.1", b"x" * MAX_BERICHT)
    with pytest.raises(PayloadTooLarge):
        _kom_binnen(RestKanaal(), "127.0.0.1", b"x" * (MAX_BERICHT + 1))
