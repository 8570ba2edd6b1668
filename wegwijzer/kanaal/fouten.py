"""What goes wrong on the website channel, told to the parent in calm Dutch and to the widget by a code."""

from __future__ import annotations

import math
from typing import Any

from sanic.response import HTTPResponse, json

from wegwijzer.bedrijf.metingen import GEWEIGERD
from wegwijzer.huis import houder
from wegwijzer.kanaal.koppen import GEGEVENS
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.pad.kaart import vul_nummers

SOORTEN = {
    "geen_json": (400, "bad_request", "fout_geen_json"),
    "leeg": (400, "bad_request", "fout_leeg"),
    "keuze": (400, "bad_request", "fout_keuze"),
    "geen_bericht": (400, "bad_request", "fout_geen_bericht"),
    "geen_sessie": (401, "no_session", "fout_geen_sessie"),
    "site": (403, "not_allowed", "fout_site"),
    "geen_termijn": (404, "bad_request", "fout_geen_termijn"),
    "geen_pagina": (404, "bad_request", "fout_geen_pagina"),
    "geen_weg_terug": (404, "no_return", "fout_geen_weg_terug"),
    "methode": (405, "bad_request", "fout_methode"),
    "te_lang": (413, "too_long", "fout_te_lang"),
    "te_groot": (413, "too_long", "fout_te_groot"),
    "vol": (413, "too_long", "fout_vol"),
    "soort": (415, "bad_request", "fout_geen_json"),
    "te_snel": (429, "too_fast", "fout_te_snel"),
    "te_veel": (429, "too_fast", "fout_te_veel"),
    "bezig": (429, "busy", "fout_bezig"),
    "geen_script": (503, "failing", "fout_geen_script"),
    "storing": (503, "failing", "storing"),
    "gesloten": (503, "failing", "fout_gesloten"),
}
"""Kind → HTTP status, code for the widget (the contract's), name of the sentence in teksten.yml."""
BEZIG_WACHT = 2
"""How long to wait when another message is being answered (seconds)."""
STORING_WACHT = 5
GESLOTEN_WACHT = 60
"""The chat was switched off by the operator (seconds)."""


class Fout(Exception):
    """Ends a request. `soort` is a key of SOORTEN; `wacht` in seconds."""

    def __init__(self, soort: str, wacht: float | None = None, **gaten: object) -> None:
        super().__init__(soort)
        self.soort = soort
        vast = {"bezig": BEZIG_WACHT, "storing": STORING_WACHT, "gesloten": GESLOTEN_WACHT}.get(soort)
        self.wacht = vast if vast is not None or wacht is None else math.ceil(wacht)
        self.gaten = gaten


def als_antwoord(fout: Fout, **meer: Any) -> HTTPResponse:
    """The reply: `{"error", "text", "retry_after"?}` and `meer`."""
    status, code, _ = SOORTEN[fout.soort]
    GEWEIGERD.labels(fout.soort).inc()
    inhoud: dict[str, Any] = {"error": code, "text": zin(fout.soort, fout.wacht or 1, **fout.gaten), **meer}
    koppen = dict(GEGEVENS)
    if fout.wacht is not None:
        inhoud["retry_after"] = fout.wacht
        koppen["Retry-After"] = str(fout.wacht)
    if status == 405:
        koppen["Allow"] = str(fout.gaten.get("mag", ""))
    return json(inhoud, status=status, headers=koppen)


def zin(soort: str, wacht: int = 1, **gaten: object) -> str:
    """The sentence of teksten.yml with its numbers; the apology for everything where that cannot be said."""
    try:
        kennis = houder().haal().kennis
        tekst = kennis.teksten[SOORTEN[soort][2]][0]
        for naam, waarde in {"wacht": _wachttijd(wacht), **gaten}.items():
            tekst = tekst.replace(f"{{{naam}}}", str(waarde))
        return vul_nummers(tekst, kennis).strip()
    except Exception:
        return noodtekst()


def _wachttijd(seconden: int) -> str:
    kennis = houder().haal().kennis
    if seconden <= 1:
        return kennis.tekst("wacht_seconde")
    if seconden < 90:
        return kennis.tekst("wacht_seconden", aantal=seconden)
    return kennis.tekst("wacht_minuten", aantal=math.ceil(seconden / 60))
