"""Who is asking: the visitor's address for the rate limits, and the site whose page holds the widget."""

from __future__ import annotations

import ipaddress
import logging

from sanic.request import Request

from wegwijzer.kanaal.instellingen import Instellingen, InstellingFout, herkomst

logger = logging.getLogger(__name__)
DOORGESTUURD = ("x-forwarded-for", "forwarded", "x-real-ip")
"""Headers that show that a reverse proxy stands in front."""

GEEN_SITE = "null"
"""What browsers call a page without an origin: a file, or a frame that is shut off. Never allowed."""


class Toegang:
    """Addresses and origins under these settings."""

    def __init__(self, instellingen: Instellingen) -> None:
        self._kop = instellingen.proxy_kop
        self._sites = frozenset(instellingen.sites)
        self._publiek = instellingen.publiek_adres
        self._gewaarschuwd = False

    def adres(self, request: Request) -> str | None:
        """The key under which a visitor's address is counted (IPv6: its /64); None where it must not be counted.

        That is this machine itself: without a configured header a reverse proxy here would make all parents one.
        Of the header only the last address counts, the one that our own proxy wrote.
        """
        doorgegeven = request.headers.getall(self._kop, []) if self._kop else []
        if doorgegeven:
            return _sleutel(doorgegeven[-1].split(",")[-1])
        if not self._kop and not self._gewaarschuwd and any(kop in request.headers for kop in DOORGESTUURD):
            self._gewaarschuwd = True
            logger.warning(
                "Er staat een proxy voor de server; zet WEGWIJZER_PROXY_KOP, anders telt elk bezoek als één."
            )
        return _sleutel(request.ip or "")

    def site(self, request: Request) -> str | None:
        """The Origin header in one spelling; None where there is none (no page, or the server's own page by GET)."""
        gegeven = request.headers.get("origin")
        if gegeven is None:
            return None
        try:
            return herkomst(gegeven)
        except (InstellingFout, UnicodeError):
            return GEEN_SITE

    def eigen_adres(self, request: Request) -> str:
        """Our own origin: as configured, else as our own page names it, else the host that was asked.

        A site that embeds us does not tell whether we are reached by https; then a trusted proxy does.
        """
        if self._publiek:
            return self._publiek
        site = self.site(request)
        if site is not None and site == _eigen(request, site):
            return site
        schema = self._schema(request)
        return _eigen(request, f"{schema}://") or f"{schema}://{request.host}"

    def _schema(self, request: Request) -> str:
        """How the visitor came, as our own proxy tells."""
        door_proxy = request.headers.get("x-forwarded-proto", "") if self._kop else ""
        return door_proxy if door_proxy in ("http", "https") else str(request.scheme)

    def veilig(self, request: Request) -> bool:
        """Whether visitors come by https; the same for all requests of one, with or without an Origin header."""
        return (self._publiek or f"{self._schema(request)}://").startswith("https://")

    def mag(self, request: Request) -> bool:
        """Whether this site may use the channel: our own pages always, others by the list."""
        site = self.site(request)
        if site is None or site in self._sites:
            return True
        return site != GEEN_SITE and site == _eigen(request, site)

    def eigen(self, request: Request) -> bool:
        """Whether a page of our own sent this, as far as the Origin header tells: another site always has one."""
        site = self.site(request)
        return site is None or (site != GEEN_SITE and site in (self._publiek, _eigen(request, site)))


def _eigen(request: Request, site: str) -> str | None:
    """Our own origin: the host that was asked, with the scheme of `site` (a proxy may speak https where we do not)."""
    try:
        return herkomst(f"{site.partition('://')[0]}://{request.headers.get('host', '')}")
    except (InstellingFout, UnicodeError):
        return None


def _sleutel(gegeven: str) -> str | None:
    tekst = gegeven.strip().strip('"')
    if tekst.startswith("["):
        tekst = tekst[1:].partition("]")[0]
    elif tekst.count(":") == 1:
        tekst = tekst.partition(":")[0]
    try:
        adres = ipaddress.ip_address(tekst)
    except ValueError:
        return "onbekend"
    if isinstance(adres, ipaddress.IPv6Address):
        if adres.ipv4_mapped is not None:
            return _sleutel(str(adres.ipv4_mapped))
        return None if adres.is_loopback else str(ipaddress.ip_network((adres, 64), strict=False).network_address)
    return None if adres.is_loopback else str(adres)
