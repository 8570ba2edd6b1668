"""The helpdesk as a channel of Rasa's server, at `/helpdesk`. No messages of parents come in by it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint

from wegwijzer.helpdesk import (
    accounts,
    begin,
    bestanden,
    cijfers,
    eigen,
    inloggen,
    kennis,
    lijst,
    logboek,
    oordelen,
    proef,
    vragen,
)
from wegwijzer.helpdesk.deur import Deur
from wegwijzer.helpdesk.instellingen import HelpdeskInstellingen

# Rooms of others, in the order of the menu: proef, lijst, kennis, oordelen, vragen, cijfers. Each adds its own line.
KAMERS: tuple[Callable[[Deur], None], ...] = (
    bestanden.kamer,
    inloggen.kamer,
    begin.kamer,
    proef.kamer,
    lijst.kamer,
    oordelen.kamer,
    vragen.kamer,
    cijfers.kamer,
    kennis.kamer,
    eigen.kamer,
    accounts.kamer,
    logboek.kamer,
)
"""What each adds its routes by."""


class HelpdeskKanaal(InputChannel):
    """All rooms of the helpdesk behind one door."""

    def __init__(self, instellingen: HelpdeskInstellingen | None = None) -> None:
        """Raises InstellingFout where the environment holds a setting that cannot be used."""
        self._instellingen = instellingen or HelpdeskInstellingen.lees()

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> HelpdeskKanaal:
        """What credentials.yml says of this channel; the environment goes first."""
        return cls(HelpdeskInstellingen.lees(credentials))

    @classmethod
    def name(cls) -> str:
        """How Rasa calls it."""
        return "helpdesk"

    def url_prefix(self) -> str:
        """At the root of the server, not under /webhooks."""
        return "/helpdesk"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of all rooms."""
        deur = Deur(Blueprint("helpdesk"), self._instellingen)
        for kamer in KAMERS:
            kamer(deur)
        return deur.blauwdruk
