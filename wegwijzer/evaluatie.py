"""`wegwijzer evaluate`: how well questions that stand nowhere in the training data are recognised."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wegwijzer import model
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.huis import projectmap


@dataclass(frozen=True)
class Testvraag:
    """One held-out question: its text, the topics that are right, and what is hard about it."""

    tekst: str
    goed: tuple[str, ...]
    soort: tuple[str, ...]


def testvragen(map_: Path | None = None) -> list[Testvraag]:
    """The questions of tests/vragen."""
    vragen = []
    for pad in sorted((map_ or projectmap() / "tests" / "vragen").glob("*.yml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        for vraag in inhoud["vragen"]:
            goed = (inhoud["id"], *(vraag.get("ook") or ()))
            vragen.append(Testvraag(str(vraag["tekst"]), goed, tuple(vraag.get("soort") or ())))
    return vragen


def interval(goed: int, aantal: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a proportion; (0, 1) without data."""
    if not aantal:
        return 0.0, 1.0
    z, p = 1.96, goed / aantal
    midden = (p + z * z / (2 * aantal)) / (1 + z * z / aantal)
    breedte = z * math.sqrt(p * (1 - p) / aantal + z * z / (4 * aantal * aantal)) / (1 + z * z / aantal)
    return midden - breedte, midden + breedte


def meet(partner: Gesprekspartner, vragen: list[Testvraag]) -> dict[str, Any]:
    """Every question as the first message of a conversation of its own, past gate, NLU and core."""
    rijen = []
    for vraag in vragen:
        gesprek = partner.begin()
        beurt = partner.zeg(gesprek, vraag.tekst)
        partner.vergeet(gesprek)
        ranking = [r["topic"] for r in beurt["ranking"]]
        nood_mag = any(g.startswith("crisis_") or g == "veiligheid_thuis" for g in vraag.goed)
        goed = beurt["topic"] in vraag.goed or (beurt["topic"] == "nood" and nood_mag)
        rijen.append((vraag, beurt["topic"], goed, any(r in vraag.goed for r in ranking) or goed))
    soorten = sorted({s for v in vragen for s in v.soort})
    fouten = Counter((v.goed[0], t) for v, t, goed, _ in rijen if not goed)
    buiten = [(v, t) for v, t, *_ in rijen if v.goed[0] == "buiten_bereik"]
    binnen = [(v, t) for v, t, *_ in rijen if "buiten_bereik" not in v.goed]
    return {
        "topic": _deel([goed for *_, goed, _ in rijen]),
        "top3": _deel([drie for *_, drie in rijen]),
        "buiten_bereik_herkend": _deel([t == "buiten_bereik" for _, t in buiten]),
        "ten_onrechte_buiten_bereik": _deel([t == "buiten_bereik" for _, t in binnen]),
        "per_soort": {s: _deel([goed for v, _, goed, _ in rijen if s in v.soort]) for s in soorten},
        "per_onderwerp": {
            o: _deel([goed for v, _, goed, _ in rijen if v.goed[0] == o]) for o in sorted({v.goed[0] for v in vragen})
        },
        "verwarringen": [{"vraag": a, "antwoord": b, "aantal": n} for (a, b), n in fouten.most_common(25)],
    }


def _deel(goed: list[bool]) -> dict[str, Any]:
    laag, hoog = interval(sum(goed), len(goed))
    deel = sum(goed) / len(goed) if goed else None
    return {"deel": deel, "aantal": len(goed), "interval": [round(laag, 3), round(hoog, 3)]}


def verslag(als_json: bool, meld: Callable[[str], None]) -> str:
    """The report as text or JSON; trains first when the model does not fit."""
    partner = Gesprekspartner(model.train(meld))
    vragen = testvragen()
    meld(f"{len(vragen)} vragen worden gesteld…")
    uitslag = meet(partner, vragen)
    return json.dumps(uitslag, ensure_ascii=False, indent=1) if als_json else _tekst(uitslag)


def _tekst(uitslag: dict[str, Any]) -> str:
    regels = [
        f"{naam:28s} {_getal(uitslag[naam])}"
        for naam in ("topic", "top3", "buiten_bereik_herkend", "ten_onrechte_buiten_bereik")
    ]
    regels += ["", "Per soort vraag:"] + [f"  {s:26s} {_getal(d)}" for s, d in uitslag["per_soort"].items()]
    slecht = sorted(uitslag["per_onderwerp"].items(), key=lambda p: p[1]["deel"])[:15]
    regels += ["", "Zwakste onderwerpen:"] + [f"  {o:34s} {_getal(d)}" for o, d in slecht]
    regels += ["", "Vaakste verwarringen:"]
    regels += [f"  {v['vraag']} -> {v['antwoord']}: {v['aantal']}" for v in uitslag["verwarringen"]]
    return "\n".join(regels)


def _getal(deel: dict[str, Any]) -> str:
    laag, hoog = deel["interval"]
    return f"{deel['deel']:.3f}  (95 %: {laag:.3f}-{hoog:.3f}; n={deel['aantal']})"
