"""Renders the helpdesk's pages: Jinja templates in `sjablonen/`, all text escaped."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wegwijzer.klok import NEDERLAND

MAP = Path(__file__).parent / "sjablonen"

_OMGEVING = Environment(
    loader=FileSystemLoader(MAP), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def blad(sjabloon: str, **gegevens: Any) -> str:
    """The page of template `sjabloon` ("begin.html"). Raises jinja2.UndefinedError where a value is missing."""
    return _OMGEVING.get_template(sjabloon).render(**gegevens)


def tijdstip(seconden: float | None) -> str:
    """Seconds since 1970 as `22-11-2026 15:04` on a Dutch clock; `nooit` for None."""
    if seconden is None:
        return "nooit"
    return datetime.fromtimestamp(seconden, timezone.utc).astimezone(NEDERLAND).strftime("%d-%m-%Y %H:%M")


_OMGEVING.filters["tijdstip"] = tijdstip
