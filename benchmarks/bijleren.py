"""A topic learned while the assistant serves, beside a full training: held-out accuracy and time.

Usage: .venv/bin/python -m benchmarks.bijleren [number of topics]   (writes a table to standard output)

Every n-th topic is left out of a first fit and then learned by `Herkenner.leer_bij`; beside it stands one fit of all.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence

import numpy as np

from wegwijzer.evaluatie import Testvraag, interval, testvragen
from wegwijzer.huis import houder, inbedder
from wegwijzer.taal.herkenner import Herkenner


def goed(herkenner: Herkenner, vragen: Sequence[Testvraag]) -> tuple[int, int]:
    """How many of `vragen` get a right label first, and of how many."""
    beste = np.argmax(herkenner.kansen([v.tekst for v in vragen]), axis=1)
    raak = [herkenner.labels[b] in v.goed for b, v in zip(beste, vragen, strict=True)]
    return sum(raak), len(raak)


def regel(naam: str, raak: tuple[int, int], seconden: float) -> str:
    """One line of the table."""
    laag, hoog = interval(*raak)
    return f"{naam:44s} {raak[0] / raak[1]:.3f} (95 %: {laag:.3f}-{hoog:.3f}; n={raak[1]})  {seconden:6.1f} s"


def main(aantal: int) -> None:
    """Fit, learn, compare."""
    onderwerpen = houder().haal().kennis.onderwerpen
    nieuw = sorted(onderwerpen)[:: max(1, len(onderwerpen) // aantal)][:aantal]
    paren = [(v, o.id) for o in onderwerpen.values() for v in o.vragen]
    vragen = testvragen()
    van_nieuw = [v for v in vragen if v.goed[0] in nieuw]
    inbedder().vectoren([t for t, _ in paren] + [v.tekst for v in vragen])
    begin = time.monotonic()
    alles = Herkenner(inbedder()).leer([t for t, _ in paren], [n for _, n in paren])
    duur_alles = time.monotonic() - begin
    eerst = [p for p in paren if p[1] not in nieuw]
    serveert = Herkenner(inbedder()).leer([t for t, _ in eerst], [n for _, n in eerst])
    duren = []
    for onderwerp in nieuw:
        eerst += [p for p in paren if p[1] == onderwerp]
        begin = time.monotonic()
        erbij = serveert.leer_bij([t for t, _ in eerst], [n for _, n in eerst])
        assert erbij is not None
        serveert = erbij
        duren.append(time.monotonic() - begin)
    print(f"{len(paren)} training questions; {len(nieuw)} topics learned one by one: {', '.join(nieuw)}")
    print(regel("new topics, full training", goed(alles, van_nieuw), duur_alles))
    print(regel("new topics, learned while serving (each)", goed(serveert, van_nieuw), sum(duren) / len(duren)))
    print(regel("all topics, full training", goed(alles, vragen), duur_alles))
    print(regel("all topics, after learning while serving", goed(serveert, vragen), sum(duren)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
