"""`wegwijzer check`: the knowledge once, at each save (`--kijk`), its age (`--vers`), its web addresses (`--links`)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from wegwijzer import klok
from wegwijzer.kennis import laad

Zeg = Callable[[str], None]


def eens(map_: Path, als_json: bool) -> int:
    """Print what is wrong under `map_`; exit code 1 when it is not in order."""
    gelezen, meldingen = laad.controleer(map_)
    if als_json:
        print(json.dumps([asdict(m) for m in meldingen], ensure_ascii=False, indent=2))
        return 1 if meldingen else 0
    for melding in meldingen:
        print(melding)
    aantal = f"{len(gelezen)} bestanden gelezen"
    fouten = "1 fout" if len(meldingen) == 1 else f"{len(meldingen)} fouten"
    print(f"{aantal}, {fouten}." if meldingen else f"{aantal}, alles in orde. Versie {laad.versie(map_)}.")
    return 1 if meldingen else 0


def kijk(map_: Path) -> int:
    """Check after each save until Ctrl-C; exit code 0."""
    from wegwijzer.kennis.kijker import Kijker

    try:
        Kijker(map_, lambda tekst: print(tekst, flush=True)).draai()
    except KeyboardInterrupt:
        print("\nGestopt met kijken.")
    return 0


def vers(map_: Path, als_json: bool) -> int:
    """Print every sourced fact, what is older than its term first; exit code 1 when there is such a fact."""
    from wegwijzer.kennis import versheid, versverslag

    alle, vandaag = versheid.feiten(map_), klok.vandaag()
    print((versverslag.als_json if als_json else versverslag.als_tekst)(alle, vandaag))
    return 1 if any(f.verlopen(vandaag) for f in alle) else 0


def links(map_: Path, als_json: bool, meld: Zeg) -> int:
    """Visit every address; exit code 1 when one is gone, 2 without a network or in CI."""
    from wegwijzer.kennis import linkbezoek
    from wegwijzer.kennis.links import adressen, om_en_om

    if os.environ.get("CI"):
        meld("In CI worden geen adressen bezocht. Doe dit op uw eigen machine.")
        return 2
    plekken = adressen(map_)
    meld(f"{len(plekken)} adressen; hoogstens één verzoek per seconde aan elke site. Dit duurt een paar minuten.")
    bezocht: list[linkbezoek.Bezoek] = []
    try:
        for bezoek in linkbezoek.Bezoeker().alle(om_en_om(plekken)):
            bezocht.append(bezoek)
            if bezoek.uitkomst != "goed" and not als_json:
                waar = ", ".join(plekken[bezoek.adres])
                print(f"{bezoek.uitkomst.replace('_', ' ')}: {bezoek.adres} {bezoek.wat}\n  {waar}", flush=True)
            if len(bezocht) % 50 == 0:
                meld(f"{len(bezocht)} van {len(plekken)} bezocht")
    except linkbezoek.GeenNetwerk as fout:
        meld(str(fout))
        return 2
    if als_json:
        print(json.dumps([{**asdict(b), "plekken": plekken[b.adres]} for b in bezocht], ensure_ascii=False, indent=2))
    aantal = {u: sum(b.uitkomst == u for b in bezocht) for u in ("goed", "verhuisd", "weg", "zelf_kijken", "mag_niet")}
    meld(", ".join(f"{naam.replace('_', ' ')} {n}" for naam, n in aantal.items()))
    return 1 if aantal["weg"] else 0
