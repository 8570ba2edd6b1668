"""Who is logged in, by a cookie: how it is named and set, and what is derived from it (the CSRF token, a message)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass

from sanic.request import Request
from sanic.response import HTTPResponse

from wegwijzer.kanaal.invoer import TOKEN
from wegwijzer.opslag.rollen import Bezoeker

PAD = "/helpdesk"
LANGSTE_MELDING = 300
"""A message that is shown once is cut off after so many characters."""


@dataclass(frozen=True)
class Aanmelding:
    """Somebody who logged in. `token`: 256 bits that only the browser and this request know."""

    bezoeker: Bezoeker
    token: str

    @property
    def csrf(self) -> str:
        """What a form must send along; a page of another site cannot know it."""
        return csrf_van(self.token)


def csrf_van(token: str) -> str:
    """The CSRF token that belongs to this secret."""
    return _som(token, "csrf")


@dataclass(frozen=True)
class Koekje:
    """One cookie. By https it is bound to this host (`__Host-`); by http, on this machine, it cannot be."""

    naam: str

    def lees(self, request: Request, veilig: bool) -> str | None:
        """Its value, or None."""
        waarde = _koekjes(request).get(self._naam(veilig))
        return waarde if waarde and len(waarde) <= 2_000 else None

    def zet(self, antwoord: HTTPResponse, waarde: str, veilig: bool, https: bool = False) -> None:
        """Kept until the browser closes; no script can read it, and another site's form does not send it along.

        `https`: this very request shows that it came by https, though the settings do not tell.
        """
        secure = "; Secure" if https and not veilig else ""
        antwoord.headers.add("Set-Cookie", f"{self._naam(veilig)}={waarde}; {self._hoe(veilig)}{secure}")

    def wis(self, antwoord: HTTPResponse, veilig: bool) -> None:
        """Away from the browser."""
        antwoord.headers.add("Set-Cookie", f"{self._naam(veilig)}=; Max-Age=0; {self._hoe(veilig)}")

    def _naam(self, veilig: bool) -> str:
        return f"__Host-{self.naam}" if veilig else self.naam

    @staticmethod
    def _hoe(veilig: bool) -> str:
        return f"Path={'/' if veilig else PAD}; HttpOnly; SameSite=Lax" + ("; Secure" if veilig else "")


AANMELDING = Koekje("wegwijzer-helpdesk")
VOORAF = Koekje("wegwijzer-inloggen")
"""Before anybody is logged in: the secret that the form of the login page belongs to."""
MELDING = Koekje("wegwijzer-melding")


def token_uit(request: Request, koekje: Koekje, veilig: bool) -> str | None:
    """A secret of the right form, or None."""
    token = koekje.lees(request, veilig)
    return token if token and TOKEN.fullmatch(token) else None


def verpak(melding: str, token: str) -> str:
    """A message as the value of a cookie, which only who has this token can have made."""
    kort = melding[:LANGSTE_MELDING].encode("utf-8", "replace")
    return f"{base64.urlsafe_b64encode(kort).decode().rstrip('=')}.{_som(token, 'melding', kort)}"


def pak_uit(waarde: str, token: str) -> str:
    """The message, or nothing where it was not made here for this token."""
    ruw, _, som = waarde.partition(".")
    try:
        kort = base64.urlsafe_b64decode(ruw + "=" * (-len(ruw) % 4))
    except (binascii.Error, ValueError):
        return ""
    return kort.decode("utf-8", "replace") if gelijk(som, _som(token, "melding", kort)) else ""


def gelijk(gegeven: str, goed: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest(gegeven.encode("utf-8", "replace"), goed.encode("utf-8", "replace"))


def _som(token: str, waarvoor: str, inhoud: bytes = b"") -> str:
    som = hmac.new(token.encode(), waarvoor.encode() + b":" + inhoud, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(som).decode().rstrip("=")


def _koekjes(request: Request) -> dict[str, str]:
    """By name; the first of a name counts. Sanic's own reader fails on one strange name among them."""
    gevonden: dict[str, str] = {}
    for kop in request.headers.getall("cookie", []):
        for deel in kop.split(";"):
            naam, _, waarde = deel.strip().partition("=")
            gevonden.setdefault(naam, waarde)
    return gevonden
