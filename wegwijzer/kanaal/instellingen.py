"""What an operator can set on the website channel, by environment variable or in credentials.yml."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

VOORVOEGSEL = "WEGWIJZER_"
_KOP = re.compile(r"[A-Za-z0-9-]{1,64}")


class InstellingFout(ValueError):
    """A setting that cannot be used; the message says in Dutch which one and what it should be."""


@dataclass(frozen=True)
class Instellingen:
    """The name of an environment variable is `WEGWIJZER_` and the name of the field in capitals."""

    sites: tuple[str, ...] = ()
    """Origins of the sites that may embed the widget, such as `https://www.school.nl`; never `*`."""
    proxy_kop: str = ""
    """The header in which our own reverse proxy puts the visitor's address; empty: the connection's address counts."""
    max_tekens: int = 4_000
    """The longest message (characters)."""
    max_inhoud: int = 16_384
    """The largest body of a request (bytes)."""
    berichten_per_minuut: int = 20
    """For one session."""
    adres_berichten_per_minuut: int = 60
    adres_gesprekken_per_uur: int = 20
    adres_verzoeken_per_minuut: int = 300
    """For one address: messages, new sessions, and requests of any kind."""
    meldingen_per_uur: int = 10
    """Remarks on answers, for one session."""
    links_per_uur: int = 10
    """Return links asked for, for one session."""
    adres_terugkeer_per_uur: int = 30
    """Return links opened, or tried, for one address."""
    publiek_adres: str = ""
    """Our own origin as parents see it, such as `https://bot.example`; empty: what the request was sent to."""
    verantwoordelijke: str = ""
    """Who is responsible for the personal data: name and contact, parted by `|`; shown at /privacy."""
    berichten_per_gesprek: int = 1_000
    """Of parent and assistant together; then a new conversation must be begun, for every turn reads all before it."""

    @classmethod
    def lees(cls, gegeven: Mapping[str, Any] | None = None, omgeving: Mapping[str, str] | None = None) -> Instellingen:
        """From credentials.yml (`gegeven`) and the environment, which goes first. Raises InstellingFout."""
        omgeving = os.environ if omgeving is None else omgeving
        gegeven = gegeven or {}
        namen = {veld.name for veld in fields(cls)}
        if vreemd := set(gegeven) - namen:
            raise InstellingFout(f"Onbekende instelling {sorted(vreemd)[0]}. Er zijn: {', '.join(sorted(namen))}.")
        waarden: dict[str, Any] = {}
        for naam in namen:
            waarde = omgeving.get(VOORVOEGSEL + naam.upper(), gegeven.get(naam))
            if waarde is None or waarde == "":
                continue
            if naam == "sites":
                waarden[naam] = _sites(waarde)
            elif naam == "publiek_adres":
                waarden[naam] = _publiek_adres(waarde)
            elif naam == "verantwoordelijke":
                waarden[naam] = " ".join(str(waarde).split())[:500]
            elif naam == "proxy_kop":
                waarden[naam] = _kop(waarde)
            else:
                waarden[naam] = _getal(naam, waarde)
        return cls(**waarden)


def herkomst(waarde: str) -> str:
    """An origin in one spelling: `HTTPS://School.nl:443/` is `https://school.nl`. Raises InstellingFout."""
    try:
        delen = urlsplit(waarde.strip())
        poort = delen.port
    except ValueError:
        delen, poort = urlsplit(""), None
    naam = delen.hostname or ""
    goed = delen.scheme in ("http", "https") and naam and "*" not in naam and not re.search(r"[^\w.:-]", naam)
    if not goed or delen.path not in ("", "/") or delen.query or delen.fragment or "@" in delen.netloc:
        raise InstellingFout(
            f"{waarde!r} in WEGWIJZER_SITES is geen site. Schrijf het zo: https://www.school.nl (zonder * of pad)."
        )
    naam = f"[{naam}]" if ":" in naam else naam.encode("idna").decode("ascii")
    standaard = {"http": 80, "https": 443}[delen.scheme]
    return f"{delen.scheme}://{naam}" + (f":{poort}" if poort and poort != standaard else "")


def _sites(waarde: Any) -> tuple[str, ...]:
    delen = waarde.split(",") if isinstance(waarde, str) else waarde
    if not isinstance(delen, (list, tuple)) or not all(isinstance(d, str) for d in delen):
        raise InstellingFout("WEGWIJZER_SITES is een lijst van sites, met komma's ertussen.")
    return tuple(dict.fromkeys(herkomst(d) for d in delen if d.strip()))


def _publiek_adres(waarde: Any) -> str:
    try:
        return herkomst(str(waarde))
    except (InstellingFout, UnicodeError):
        raise InstellingFout("WEGWIJZER_PUBLIEK_ADRES is een adres zonder pad, zoals https://bot.example.") from None


def _kop(waarde: Any) -> str:
    if not isinstance(waarde, str) or not _KOP.fullmatch(waarde):
        raise InstellingFout("WEGWIJZER_PROXY_KOP is de naam van één kop, bijvoorbeeld X-Forwarded-For.")
    return waarde.lower()


def _getal(naam: str, waarde: Any) -> int:
    try:
        getal = int(str(waarde))
    except ValueError:
        getal = 0
    if isinstance(waarde, bool) or not 1 <= getal <= 1_000_000:
        raise InstellingFout(f"{VOORVOEGSEL}{naam.upper()} moet een heel getal zijn van 1 tot en met 1000000.")
    return getal
