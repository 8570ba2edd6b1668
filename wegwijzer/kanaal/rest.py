"""Rasa's REST channel made safe, for tests and integrators on this machine."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint
from sanic.exceptions import Forbidden, PayloadTooLarge
from sanic.request import Request

from wegwijzer.bedrijf.metingen import gemeten
from wegwijzer.bedrijf.schakelaar import schakelaar
from wegwijzer.kanaal.fouten import zin
from wegwijzer.kanaal.gevaar import Gevaarwacht, gevaar_eerst, gevaartekst
from wegwijzer.kanaal.toegang import DOORGESTUURD

MAX_BERICHT = 100_000
"""A larger request is refused (bytes): the danger layer reads all of a message, at about 2 microseconds a character."""


class Bericht(str):
    """A message whose copy is empty: Rasa's error log takes a deep copy of what a parent wrote."""

    def __deepcopy__(self, memo: dict[int, Any]) -> str:
        return ""


class RestKanaal(RestInput):
    """`POST /webhooks/rest/webhook {sender, message}`; without a sender each request is a new conversation.

    Only from this machine, whatever address the server listens on and not by way of a reverse proxy on it, unless
    credentials.yml says `alleen_deze_machine: false`.
    """

    def __init__(self, alleen_deze_machine: bool = True) -> None:
        self._alleen_deze_machine = alleen_deze_machine

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> RestKanaal:
        """What credentials.yml says of this channel."""
        return cls(bool((credentials or {}).get("alleen_deze_machine", True)))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[None]]) -> Blueprint:
        """Rasa's routes, with the limits in front."""
        blauwdruk = super().blueprint(gevaar_eerst(gemeten(_tenzij_uit(on_new_message), self.name())))

        @blauwdruk.middleware("request")
        async def grenzen(req: Request) -> None:
            if self._alleen_deze_machine and not van_deze_machine(req):
                raise Forbidden("Dit kanaal is er alleen voor deze machine.")
            if len(req.body) > MAX_BERICHT:
                raise PayloadTooLarge("Dit bericht is te lang.")

        return blauwdruk

    @classmethod
    def name(cls) -> str:
        """The same address as Rasa's own."""
        return "rest"

    async def _extract_sender(self, req: Request) -> str | None:
        afzender = self._veld(req, "sender")
        naam = str(afzender or "")[:200].encode("utf-8", "ignore").decode("utf-8")
        return naam if naam.strip() else f"rest-{secrets.token_urlsafe(16)}"

    def _extract_message(self, req: Request) -> str | None:
        bericht = self._veld(req, "message")
        return Bericht(bericht) if isinstance(bericht, str) else ""

    def _extract_input_channel(self, req: Request) -> str:
        return self.name()

    def get_metadata(self, request: Request) -> dict[str, Any] | None:
        """None: what a client sends along is not believed."""
        return None

    @staticmethod
    def _veld(req: Request, naam: str) -> Any:
        inhoud = req.json
        return inhoud.get(naam) if isinstance(inhoud, dict) else None


def _tenzij_uit(verwerk: Callable[[UserMessage], Awaitable[None]]) -> Callable[[UserMessage], Awaitable[None]]:
    """While the chat is switched off: who is in danger gets the numbers, others hear that it is away."""

    async def doe(bericht: UserMessage) -> None:
        if not schakelaar().is_uit:
            return await verwerk(bericht)
        oordeel = await Gevaarwacht().lees(str(bericht.text or ""))
        tekst = gevaartekst(oordeel) if oordeel else zin("gesloten")
        await bericht.output_channel.send_text_message(bericht.sender_id, tekst)
        return None

    return doe


def van_deze_machine(request: Request) -> bool:
    """Whether a request comes from this machine itself, and not by way of a reverse proxy on it."""
    if any(kop in request.headers for kop in DOORGESTUURD):
        return False
    try:
        return ipaddress.ip_address(request.ip).is_loopback
    except ValueError:
        return False
