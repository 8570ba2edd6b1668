"""`wegwijzer ask --json --batch`: many conversations in, one JSON line out for each, in the same order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.klok import NEDERLAND
from wegwijzer.storing import plek_van


def antwoorden(regels: Iterable[str | bytes], partner: Gesprekspartner) -> Iterator[dict[str, Any]]:
    """One result a line; a line that fails gives `{"id", "error"}` and the run goes on."""
    for nummer, regel in enumerate(regels, start=1):
        if not regel.strip():
            continue
        id_ = f"regel-{nummer}"
        try:
            invoer = json.loads(regel)
            if not isinstance(invoer, dict):
                raise ValueError("geen object")
            id_ = str(invoer.get("id", id_))
            yield {"id": id_, "turns": _gesprek(invoer, partner)}
        except (ValueError, KeyError, TypeError) as fout:
            yield {"id": id_, "error": f"regel {nummer} is ongeldig: {fout}"}
        except Exception as fout:
            yield {"id": id_, "error": f"regel {nummer} mislukte: {plek_van(fout)}"}


def _gesprek(invoer: dict[str, Any], partner: Gesprekspartner) -> list[dict[str, Any]]:
    beurten = invoer["turns"]
    if not isinstance(beurten, list) or not beurten or not all(isinstance(t, str) for t in beurten):
        raise ValueError("'turns' moet een lijst met minstens één tekst zijn")
    gesprek = partner.begin(klok(invoer.get("now")))
    try:
        return [partner.zeg(gesprek, tekst) for tekst in beurten]
    finally:
        partner.vergeet(gesprek)


def klok(nu: object) -> datetime | None:
    """The clock of a conversation, from `now`; None: real time. Raises ValueError, in Dutch, for what is no time."""
    if nu is None:
        return None
    if not isinstance(nu, str):
        raise ValueError("'now' moet een tijd in ISO-vorm zijn")
    # Python 3.10 reads neither `Z` nor a fraction of other than 3 or 6 digits.
    iso = re.sub(r"\.(\d+)", lambda m: f".{m[1]:0<6.6}", nu.upper().replace("Z", "+00:00"))
    tijd = datetime.fromisoformat(iso)
    return tijd if tijd.tzinfo else tijd.replace(tzinfo=NEDERLAND)
