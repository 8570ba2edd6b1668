"""Reads the fields of a form."""

from __future__ import annotations

import re

from sanic.request import Request

from wegwijzer.helpdesk.weigering import Weigering

_STUUR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def veld(request: Request, naam: str, hoogstens: int = 2_000) -> str:
    """What was filled in, without spaces around it and without control characters; "" where there is nothing.

    Raises Weigering for more than `hoogstens` characters.
    """
    return _STUUR.sub("", ruw(request, naam, hoogstens)).strip()


def ruw(request: Request, naam: str, hoogstens: int = 2_000) -> str:
    """The same as it was typed: for a password. Raises Weigering."""
    waarde = request.form.get(naam) or ""
    if len(waarde) > hoogstens:
        raise Weigering("inhoud", uitleg=f"In één veld passen hoogstens {hoogstens} tekens.")
    return str(waarde)
