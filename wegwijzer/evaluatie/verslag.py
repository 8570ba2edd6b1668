"""One report of all figures, as text or JSON, beside an earlier one if asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from wegwijzer import model
from wegwijzer.evaluatie import feiten, vragen
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import houder

MERKBAAR = 0.01
"""A smaller change is not named, unless it concerns whole figures."""
HOOFD = {
    "topic": "juist onderwerp beantwoord",
    "macro_f1": "macro-F1 over de onderwerpen",
    "top3": "juist onderwerp bij de eerste drie",
    "buiten_bereik_herkend": "buiten bereik herkend",
    "ten_onrechte_buiten_bereik": "ten onrechte afgewezen",
    "ten_onrechte_alarm": "ten onrechte noodnummers",
    "een_vraag_van_meer_gehoord": "meer vragen: een juiste gehoord",
}


def maak(partner: Gesprekspartner, meld: Callable[[str], None], gevaar: bool = True) -> dict[str, Any]:
    """All figures of the assistant as it is now."""
    uitkomsten = vragen.stel(partner, vragen.testvragen(), meld)
    return {
        "kennis": houder().haal().kennis.versie,
        "vragen": vragen.meet(uitkomsten),
        "gevaar": feiten.gevaar(partner, meld) if gevaar else {},
        "feiten": feiten.feiten(),
        "plaatsen": feiten.plaatsen(),
    }


def verslag(als_json: bool, meld: Callable[[str], None], tegen: Path | None = None) -> str:
    """The report as text or JSON; trains first when the model does not fit. `tegen`: an earlier report in JSON.

    Raises ValueError when `tegen` is no report.
    """
    vroeger = lees(tegen) if tegen is not None else None
    uitslag = maak(Gesprekspartner(model.train(meld)), meld)
    if als_json:
        return json.dumps(uitslag, ensure_ascii=False, indent=1)
    regels = list(_regels(uitslag))
    if vroeger is not None:
        regels += ["", "Veranderd tegenover het eerdere verslag:", *(verschillen(vroeger, uitslag) or ["  niets"])]
    return "\n".join(regels)


def lees(pad: Path) -> dict[str, Any]:
    """A report that was kept as JSON. Raises ValueError when it is none."""
    try:
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
        if not isinstance(inhoud, dict) or "vragen" not in inhoud:
            raise ValueError("geen verslag")
    except (OSError, ValueError) as fout:
        raise ValueError(f"{pad} is geen eerder verslag (maak er een met: wegwijzer evaluate --json): {fout}") from fout
    return inhoud


def cijfers(uitslag: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Every figure of a report by its name: `{deel, aantal, interval}`."""
    return dict(_cijfers(uitslag, ""))


def _cijfers(deel: Any, naam: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(deel, dict) and {"deel", "aantal"} <= set(deel):
        yield naam, deel
    elif isinstance(deel, dict):
        for sleutel, waarde in deel.items():
            yield from _cijfers(waarde, f"{naam} / {sleutel}" if naam else str(sleutel))


def verschillen(vroeger: dict[str, Any], nu: dict[str, Any]) -> list[str]:
    """What went up, down, came or went, the largest change first."""
    oud, nieuw = cijfers(vroeger), cijfers(nu)
    regels = []
    for naam in sorted(set(oud) | set(nieuw)):
        a, b = oud.get(naam, {}).get("deel"), nieuw.get(naam, {}).get("deel")
        if a is None or b is None:
            if a is not b:
                regels.append((1.0, f"  {naam}: {'nieuw' if a is None else 'niet meer gemeten'}"))
        elif abs(b - a) >= MERKBAAR:
            regels.append((abs(b - a), f"  {naam}: {a:.3f} -> {b:.3f} ({b - a:+.3f})"))
    return [regel for _, regel in sorted(regels, key=lambda r: -r[0])]


def _regels(uitslag: dict[str, Any]) -> Iterator[str]:
    v = uitslag["vragen"]
    yield from (f"{titel:36s} {_getal(v[naam])}" for naam, titel in HOOFD.items())
    yield f"{'kalibratiefout':36s} {v['kalibratie']['fout']:.3f}"
    yield from (
        f"    zekerheid {b['kans']:.2f}: goed {b['goed']:.2f} (n={b['aantal']})" for b in v["kalibratie"]["bakken"]
    )
    for titel, naam in (("Per ronde:", "per_ronde"), ("Per soort vraag:", "per_soort")):
        yield from ("", titel, *(f"  {s:34s} {_getal(d)}" for s, d in v[naam].items()))
    yield from ("", "Gevaar:")
    for naam, d in uitslag["gevaar"].items():
        yield f"  {naam + ', gevonden':34s} {_getal(d['gevonden'])}"
        yield f"  {naam + ', vals alarm':34s} {_getal(d['vals_alarm'])}"
    yield from ("", "Feiten (precisie, bereik):")
    for naam, d in {**uitslag["feiten"], "plaatsen": uitslag["plaatsen"]}.items():
        yield f"  {naam:34s} {_getal(d['precisie'])}   {_getal(d['bereik'])}"
    slecht = sorted(v["per_onderwerp"].items(), key=lambda p: p[1]["deel"])[:15]
    yield from ("", "Zwakste onderwerpen:", *(f"  {o:34s} {_getal(d)}" for o, d in slecht))
    yield from ("", "Vaakste verwarringen:")
    yield from (f"  {w['vraag']} -> {w['antwoord']}: {w['aantal']}" for w in v["verwarringen"])


def _getal(deel: dict[str, Any]) -> str:
    if deel["deel"] is None:
        return "geen vragen"
    laag, hoog = deel["interval"]
    return f"{deel['deel']:.3f}  (95 %: {laag:.3f}-{hoog:.3f}; n={deel['aantal']})"
