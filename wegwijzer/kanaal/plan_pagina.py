"""The plan and a letter as a page of their own, to print or save: one HTML file, nothing fetched, no script.

All text is escaped; a link goes only to http(s), tel or mailto. `STIJL` stands in the page itself, so a route that
serves it under a strict Content-Security-Policy allows exactly that style by its hash (`STIJL_HASH`).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wegwijzer.pad.kaart import CONTROLEER, leesbaar
from wegwijzer.pad.termijnen import leesbare_dag

MAP = Path(__file__).parent / "sjablonen"
STIJL = (MAP / "blad.css").read_text(encoding="utf-8")
STIJL_HASH = "sha256-" + base64.b64encode(hashlib.sha256(STIJL.encode()).digest()).decode()
"""For `style-src '…'` in the Content-Security-Policy."""
SOORTEN = {
    "telefoon": "Telefoon", "site": "Site", "formulier": "Formulier", "mail": "Mail", "chat": "Chat", "app": "App",
    "post": "Post",
}  # fmt: skip
_GAT = re.compile(r"(\[[^\[\]\n]+\])")

_OMGEVING = Environment(
    loader=FileSystemLoader(MAP), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def plan_als_html(plan: Mapping[str, Any], terug: str | None = None) -> str:
    """The page of a plan as `custom["plan"]` holds it (pad.plan.Plan.data); `terug`: the line with the return link."""
    gegevens = {
        **plan,
        "stappen": [{**s, "kaarten": [_kaart(k) for k in s["kaarten"]]} for s in plan["stappen"]],
        "advies": [_kaart(k) for k in plan["advies"]],
        "termijnen": [{**t, "dag": leesbare_dag(date.fromisoformat(t["datum"]))} for t in plan["termijnen"]],
    }
    sjabloon = _OMGEVING.get_template("plan.html")
    return sjabloon.render(
        plan=gegevens, koppen=plan["koppen"], controleer=CONTROLEER, stijl=Markup(STIJL), terug=_delen(terug)
    )


def brief_als_html(brief: Mapping[str, Any], uitleg: str = "") -> str:
    """The page of a letter as `custom["brief"]` holds it; gaps stand out on screen, not on paper."""
    stukken = [
        [{"tekst": deel, "gat": _GAT.fullmatch(deel) is not None} for deel in _GAT.split(stuk) if deel]
        for stuk in brief["tekst"].split("\n\n")
    ]
    sjabloon = _OMGEVING.get_template("brief.html")
    return sjabloon.render(brief=brief, stukken=stukken, uitleg=uitleg, stijl=Markup(STIJL))


def _delen(regel: str | None) -> list[dict[str, Any]]:
    """A line cut into text and addresses, written out in full: on paper they are typed over."""
    delen = re.split(r"(https?://\S+)", regel or "")
    return [{"tekst": deel, "link": deel if nummer % 2 else None} for nummer, deel in enumerate(delen) if deel]


def _kaart(kaart: Mapping[str, Any]) -> dict[str, Any]:
    """The same without ways that lead to the same address twice."""
    eerste = {c["waarde"]: c for c in reversed(kaart["contact"])}
    return {**kaart, "contact": [_contact(c) for c in kaart["contact"] if eerste[c["waarde"]] is c]}


def _contact(contact: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **contact,
        "soort_naam": SOORTEN.get(contact["soort"], contact["soort"]),
        "tijden": leesbaar(contact["tijden"]) if contact["tijden"] else "",
        "link": _link(contact["soort"], contact["waarde"]),
    }


def _link(soort: str, waarde: str) -> str | None:
    """Where a contact leads; None for what is no address, so that nothing else can become a link."""
    if soort == "telefoon":
        return f"tel:{re.sub(r'[^0-9+]', '', waarde)}"
    if soort == "mail":
        return f"mailto:{waarde}" if re.fullmatch(r"[\w.+-]+@[\w.-]+", waarde) else None
    return waarde if re.match(r"https?://[^\s]+$", waarde) else None
