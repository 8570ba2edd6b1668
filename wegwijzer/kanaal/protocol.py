"""Sanic's HTTP made strict: framing that lies is refused, and who sends too slowly is cut off.

Sanic 21.12 answers a `Content-Length` that is no number with 500, never stops reading after a negative one, gives no
answer at all to a path with bytes that are not UTF-8, and waits for ever for who sends a byte now and then.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable
from typing import TypeVar

from sanic.exceptions import InvalidUsage, RequestTimeout, SanicException
from sanic.http import Http
from sanic.server.protocols.http_protocol import HttpProtocol

T = TypeVar("T")
KOP_TIJD = 10.0
"""From its first byte until the header of a request is whole (seconds)."""
INHOUD_TIJD = 20.0
"""From the header until the body is whole (seconds)."""
_EIGEN = ["_uiterlijk"]
_LENGTE = re.compile(r"[0-9]{1,18}")


class StrengHttp(Http):
    """One connection."""

    __slots__ = _EIGEN

    async def http1_request_header(self) -> None:
        """Read and check a header. Raises SanicException (4xx) for whatever is wrong with it."""
        try:
            if b"\r\n\r\n" in self.recv_buffer:
                await super().http1_request_header()
            else:
                await _binnen(KOP_TIJD, super().http1_request_header())
            self._keur()
        except SanicException:
            self._weiger()
            raise
        except Exception:
            self._weiger()
            raise InvalidUsage("Bad Request") from None
        self._uiterlijk = asyncio.get_running_loop().time() + INHOUD_TIJD

    async def read(self) -> bytes | None:
        """A piece of the body; None at its end. Raises SanicException, after which nothing more is read."""
        try:
            if self.recv_buffer:
                deel = await super().read()
            else:
                rest = self._uiterlijk - asyncio.get_running_loop().time()
                deel = await _binnen(max(0.0, rest), super().read())
        except SanicException:
            self._weiger()
            raise
        return None if deel is None else bytes(deel)

    def _keur(self) -> None:
        """Refuse what two servers in a row could read differently."""
        koppen = self.request.headers
        lengtes, codering = koppen.getall("content-length", []), koppen.getall("transfer-encoding", [])
        if len(lengtes) + len(codering) > 1 or any(not _LENGTE.fullmatch(lengte) for lengte in lengtes):
            raise InvalidUsage("Bad Request")
        if any(soort.lower() != "chunked" for soort in codering):
            raise InvalidUsage("Bad Request")
        if codering:
            self.request_body = "chunked"

    def _weiger(self) -> None:
        """Nothing of what still comes is read; the address may hold what cannot be written in an answer."""
        self.keep_alive, self.request_body, self.url = False, "", ""


class StrengProtocol(HttpProtocol):
    """For `app.run(protocol=…)`."""

    def _setup_connection(self) -> None:
        super()._setup_connection()
        self._http = StrengHttp(self)


async def _binnen(seconden: float, werk: Awaitable[T]) -> T:
    try:
        return await asyncio.wait_for(werk, seconden)
    except asyncio.TimeoutError:
        raise RequestTimeout("Request Timeout") from None
