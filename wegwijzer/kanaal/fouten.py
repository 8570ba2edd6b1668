"""What goes wrong on the website channel, told to the parent in calm Dutch and to the widget by a code."""

from __future__ import annotations

import math
from typing import Any

from sanic.response import HTTPResponse, json

from wegwijzer.huis import houder
from wegwijzer.kanaal.koppen import GEGEVENS
from wegwijzer.nlu.noodtekst import noodtekst
from wegwijzer.pad.kaart import vul_nummers

GEVAAR = "Is er direct gevaar? Bel {tel:noodnummer_112}."
"""Numbers come from knowledge/; the sentence is left out where there is none."""
BELLEN = "Of bel Ouders & Onderwijs: {tel:ouders_en_onderwijs}."

TEKSTEN = {
    "geen_json": (400, "bad_request", "Dit bericht kon ik niet lezen. Laad de pagina opnieuw en probeer het nog eens."),
    "leeg": (400, "bad_request", "Ik zie geen tekst. Wilt u uw vraag typen?"),
    "keuze": (400, "bad_request", "Deze keuze ken ik niet meer. Typ in uw eigen woorden wat u bedoelt."),
    "geen_bericht": (400, "bad_request", "Dit antwoord vind ik niet meer. Uw opmerking is niet bewaard."),
    "geen_sessie": (401, "no_session", "Dit gesprek ken ik niet meer. U kunt opnieuw beginnen."),
    "site": (403, "not_allowed", "Deze website mag Wegwijzer niet gebruiken."),
    "geen_termijn": (404, "bad_request", "Er loopt nu geen termijn. Noem de dag van een brief of besluit in de chat."),
    "methode": (405, "bad_request", "Dit kan hier niet."),
    "te_lang": (413, "too_long", "Uw bericht is te lang. Er passen {max} tekens in. Stuur het in delen. " + GEVAAR),
    "te_groot": (413, "too_long", "Dit is te veel om te lezen. Stuur een korter bericht. " + GEVAAR),
    "vol": (413, "too_long", "Dit gesprek is erg lang geworden. Begin een nieuw gesprek. " + GEVAAR),
    "soort": (415, "bad_request", "Dit bericht kon ik niet lezen. Laad de pagina opnieuw en probeer het nog eens."),
    "te_snel": (429, "too_fast", "Dat gaat me te snel. Wacht {wacht} en stuur het dan nog eens. " + GEVAAR),
    "te_veel": (429, "too_fast", "Er zijn nu veel gesprekken. Probeer het over {wacht} weer. " + BELLEN + " " + GEVAAR),
    "bezig": (429, "busy", "Ik ben nog bezig met uw vorige bericht. Wacht even. " + GEVAAR),
    "geen_script": (503, "failing", "De chat staat nog niet klaar op deze server."),
}  # fmt: skip
"""Kind → HTTP status, code for the widget (the contract's), sentence for the parent."""
BEZIG_WACHT = 2
"""How long to wait when another message is being answered (seconds)."""


class Fout(Exception):
    """Ends a request. `soort` is a key of TEKSTEN, or `storing`; `wacht` in seconds."""

    def __init__(self, soort: str, wacht: float | None = None, **gaten: object) -> None:
        super().__init__(soort)
        self.soort = soort
        self.wacht = BEZIG_WACHT if soort == "bezig" else None if wacht is None else math.ceil(wacht)
        self.gaten = gaten


def als_antwoord(fout: Fout) -> HTTPResponse:
    """The reply: `{"error", "text", "retry_after"?}`."""
    if fout.soort == "storing":
        return json({"error": "failing", "text": noodtekst(), "retry_after": 5}, status=503, headers=GEGEVENS)
    status, code, tekst = TEKSTEN[fout.soort]
    inhoud: dict[str, Any] = {"error": code, "text": gevuld(tekst, wacht=_wachttijd(fout.wacht or 1), **fout.gaten)}
    koppen = dict(GEGEVENS)
    if fout.wacht is not None:
        inhoud["retry_after"] = fout.wacht
        koppen["Retry-After"] = str(fout.wacht)
    if status == 405:
        koppen["Allow"] = str(fout.gaten.get("mag", ""))
    return json(inhoud, status=status, headers=koppen)


def gevuld(tekst: str, **gaten: object) -> str:
    """The sentence with its numbers; a number that knowledge does not have takes its sentence along."""
    for naam, waarde in gaten.items():
        tekst = tekst.replace(f"{{{naam}}}", str(waarde))
    try:
        return vul_nummers(tekst, houder().haal().kennis)
    except Exception:
        return tekst.replace(GEVAAR, "").replace(BELLEN, "").strip()


def _wachttijd(seconden: int) -> str:
    if seconden < 90:
        return f"{seconden} seconden" if seconden > 1 else "één seconde"
    return f"{math.ceil(seconden / 60)} minuten"
