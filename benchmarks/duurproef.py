"""Soak test: parents talk for minutes while workers are killed and come back; what was lost, doubled, or grows?

    python -m benchmarks.duurproef [--minuten 10] [--ouders 6] [--pauze 1] [--nagespeeld]

Two workers on PostgreSQL and Redis behind nginx, as in tests/bedrijf, talked to by locust (benchmarks/locustfile.py).
Each worker in turn is killed in mid-turn and started again. Afterwards every conversation is read by /history: a turn
that was answered and is not there is lost, one that is there twice is doubled. The memory of the workers is read
every two seconds from when they serve, and judged for each process apart (benchmarks/geheugen.py): a worker that came
back begins anew. `--nagespeeld`: an agent that needs no model. `--monsters FILE`: all samples as CSV. Exit code 1
where a turn was lost, doubled, without words or without an answer.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.geheugen import Meter, levens, per_minuut

WORTEL = Path(__file__).parents[1]
BEDRIJF = WORTEL / "tests" / "bedrijf"
WEG = 10.0
"""How long a killed worker stays away (seconds)."""
RUIM = {
    "WEGWIJZER_ADRES_BERICHTEN_PER_MINUUT": "1000000",
    "WEGWIJZER_ADRES_GESPREKKEN_PER_UUR": "1000000",
    "WEGWIJZER_ADRES_VERZOEKEN_PER_MINUUT": "1000000",
    "WEGWIJZER_BERICHTEN_PER_MINUUT": "100000",
}


@dataclass
class Telling:
    """What came of the turns that parents said. Each field counts turns, `later` and `gesprekken` apart."""

    gezegd: int = 0
    beantwoord: int = 0
    onbeantwoord: int = 0
    zonder_woorden: int = 0
    verloren: int = 0
    dubbel: int = 0
    later: Counter[int] = field(default_factory=Counter)
    gesprekken: int = 0

    def goed(self) -> bool:
        """Nothing lost, doubled, silent or left alone, and there was something to lose."""
        return self.beantwoord > 0 and not (self.onbeantwoord or self.zonder_woorden or self.verloren or self.dubbel)


def tel(regels: list[dict[str, Any]], geschiedenis: Any) -> Telling:
    """Compare what locust noted with what is stored; `geschiedenis(token)`: the keys of a conversation's messages."""
    uit, gewist = Telling(), {r["token"] for r in regels if r["wat"] == "gewist"}
    per_token: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for regel in regels:
        if regel["wat"] == "later":
            uit.later[regel["status"]] += 1
        elif regel["wat"] != "gewist":
            per_token[regel["token"]].append(regel)
    uit.gesprekken = len(per_token)
    for token, delen in per_token.items():
        uit.gezegd += sum(r["wat"] == "gezegd" for r in delen)
        uit.onbeantwoord += sum(r["wat"] == "onbeantwoord" for r in delen)
        beantwoord = [r for r in delen if r["wat"] == "beantwoord"]
        uit.beantwoord += len(beantwoord)
        uit.zonder_woorden += sum(not r["woorden"] for r in beantwoord)
        keren = Counter(geschiedenis(token))
        uit.dubbel += sum(aantal - 1 for aantal in keren.values())
        if token not in gewist:
            uit.verloren += sum(r["bewaard"] and not keren[r["sleutel"]] for r in beantwoord)
    return uit


def _laad(naam: str) -> Any:
    """A module of tests/bedrijf, which is no package."""
    if str(BEDRIJF) not in sys.path:
        sys.path.insert(0, str(BEDRIJF))
    bron = importlib.util.spec_from_file_location(f"bedrijf_{naam}", BEDRIJF / f"{naam}.py")
    assert bron is not None and bron.loader is not None
    module = importlib.util.module_from_spec(bron)
    bron.loader.exec_module(module)
    return module


def _stapel(op: ExitStack, map_: Path, nagespeeld: bool) -> Any:
    conftest, stapel = _laad("conftest"), _laad("stapel")
    postgres = conftest.Postgres(map_)
    op.callback(postgres.stop)
    redis = conftest.Redis(map_)
    redis.start()
    op.callback(redis.stop)
    omgeving = {
        **os.environ, **RUIM, "WEGWIJZER_MAP": str(stapel.spiegelmap(map_ / "project")),
        "WEGWIJZER_DB": postgres.adres, "WEGWIJZER_REDIS": f"redis://127.0.0.1:{redis.poort}/1",
        "WEGWIJZER_PROXY_KOP": "X-Forwarded-For", "WEGWIJZER_ZONDER_TRAINEN": "1", "OMP_NUM_THREADS": "1",
    }  # fmt: skip
    echt = [sys.executable, "-m", "wegwijzer.cli", "start", "--poort"]
    werker = [sys.executable, str(BEDRIJF / "werker.py")] if nagespeeld else echt
    alles = stapel.Stapel(map_, stapel.programma("nginx"), omgeving, werker)
    op.callback(alles.stop)
    alles.start()
    return alles


def _loop(stapel: Any, logboek: Path, keuze: argparse.Namespace) -> str:
    """Parents talk; at a third and at two thirds of the time a worker is killed. Locust's own table."""
    opdracht = [
        sys.executable, "-m", "locust", "-f", str(WORTEL / "benchmarks" / "locustfile.py"), "--headless",
        "--only-summary", "-u", str(keuze.ouders), "-r", str(keuze.ouders),
        "-t", f"{round(keuze.minuten * 60)}s", "--stop-timeout", "30",
        "--host", f"http://127.0.0.1:{stapel.poort}",
    ]  # fmt: skip
    omgeving = {**os.environ, "PRATERS_LOG": str(logboek), "PRATERS_PAUZE": str(keuze.pauze)}
    with (stapel.map / "locust.log").open("wb") as uit:
        proces = subprocess.Popen(opdracht, env=omgeving, stdout=uit, stderr=uit, cwd=WORTEL)
        begin = time.monotonic()
        for nummer, deel in enumerate((1 / 3, 2 / 3)):
            time.sleep(max(0.0, begin + deel * keuze.minuten * 60 - time.monotonic()))
            stapel.dood(nummer)
            time.sleep(WEG)
            stapel.start_werker(nummer)
            stapel.wacht_op_werker(nummer)
        proces.wait()
    return (stapel.map / "locust.log").read_text(errors="replace")


def main() -> int:
    """Run, print, and say by the exit code whether all was well."""
    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--minuten", type=float, default=10)
    vragen.add_argument("--ouders", type=int, default=6)
    vragen.add_argument("--pauze", type=float, default=1.0)
    vragen.add_argument("--nagespeeld", action="store_true")
    vragen.add_argument("--monsters", type=Path)
    keuze = vragen.parse_args()
    with ExitStack() as op:
        map_ = Path(op.enter_context(tempfile.TemporaryDirectory(prefix="ww")))
        map_.chmod(0o755)
        stapel = _stapel(op, map_, keuze.nagespeeld)
        with Meter(lambda: [w.pid for w in stapel.werkers], stapel.dient) as meter:
            tabel = _loop(stapel, map_ / "praters.jsonl", keuze)

        def sleutels(token: str) -> list[str]:
            status, inhoud, _ = stapel.vraag("GET", "/history?after=0", token=token)
            assert status == 200, inhoud
            return [b["key"] for b in inhoud["messages"] if b["from"] == "user"]

        pad = map_ / "praters.jsonl"
        regels = [json.loads(regel) for regel in pad.read_text().splitlines()] if pad.exists() else []
        uitslag = tel(regels, sleutels)
    print(tabel)
    print(f"{uitslag.gesprekken} conversations, {uitslag.gezegd} turns said, {uitslag.beantwoord} answered")
    print(f"lost {uitslag.verloren}, doubled {uitslag.dubbel}, without an answer {uitslag.onbeantwoord}")
    print(f"without words {uitslag.zonder_woorden}; asked again after {dict(uitslag.later)}")
    print("their own (PSS) in MiB, by worker:", *per_minuut(meter.monsters), sep="\n")
    print(*(leven.regel() for leven in levens(meter.monsters)), sep="\n")
    if keuze.monsters is not None:
        regels_csv = (f"{m.tijd:.1f},{m.nummer},{m.pid},{m.rss:.2f},{m.pss:.2f},{m.eigen:.2f}" for m in meter.monsters)
        keuze.monsters.write_text("\n".join(("seconds,worker,pid,rss_mib,pss_mib,own_mib", *regels_csv)) + "\n")
    return 0 if uitslag.goed() else 1


if __name__ == "__main__":
    raise SystemExit(main())
