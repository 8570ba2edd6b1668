"""How long Wegwijzer takes to train, and how long a stock Rasa project of the same questions would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.belasting import WORTEL
from benchmarks.gewoon_rasa import maak

RASA = [sys.executable, "-m", "rasa"]
EPOCHS = 100
"""What Rasa's own configuration says."""
ONZE_BESTANDEN = ("config.yml", "domain.yml", "data", "knowledge", "actions", "endpoints.yml", "credentials.yml")


@dataclass(frozen=True)
class Training:
    """Seconds by the clock and of CPU, and how many of those by the clock went to epochs."""

    wand: float
    cpu: float
    epochs: float = 0.0

    def met(self, aantal: int) -> Training:
        """What so many epochs would have taken, from one that was measured."""
        keer = 1 + (aantal - 1) * self.epochs / self.wand
        return Training(self.wand * keer, self.cpu * keer, self.epochs * aantal)


def train(opdracht: list[str], map_: Path, **extra: str) -> Training:
    """One training in a process of its own. Ends the benchmark with the log when it fails."""
    voor, begin = os.times(), time.monotonic()
    omgeving = {**os.environ, "PYTHONPATH": str(WORTEL), **extra}
    klaar = subprocess.run(opdracht, cwd=map_, env=omgeving, capture_output=True, check=False)
    if klaar.returncode:
        raise SystemExit(f"trainen mislukte:\n{klaar.stderr[-3000:].decode(errors='replace')}")
    wand, na = time.monotonic() - begin, os.times()
    balken = re.findall(r"1/1 \[(?:(\d+):)?(\d+):(\d+)<[^\]]*acc", klaar.stderr.decode(errors="replace"))
    epochs = {(int(u or 0) * 3600 + int(m) * 60 + int(s)) for u, m, s in balken}
    cpu = na.children_user + na.children_system - voor.children_user - voor.children_system
    return Training(wand, cpu, float(sum(epochs)))


def train_gewoon(map_: Path) -> Training:
    """One epoch of the stock project, or what was measured in this folder before."""
    bewaard = map_ / "training.json"
    if bewaard.is_file() and any((map_ / "models").glob("*.tar.gz")):
        return Training(**json.loads(bewaard.read_text(encoding="utf-8")))
    maak(map_, 1)
    for oud in (".rasa", "models"):
        shutil.rmtree(map_ / oud, ignore_errors=True)
    uit = train([*RASA, "train", "--force"], map_)
    bewaard.write_text(json.dumps(asdict(uit)), encoding="utf-8")
    return uit


def train_ons(map_: Path) -> tuple[Training, Training]:
    """Train ours in a copy without embeddings that were kept, and again with those of the first time."""
    for naam in ONZE_BESTANDEN:
        bron = WORTEL / naam
        (shutil.copytree if bron.is_dir() else shutil.copy)(bron, map_ / naam)
    opdracht = [*RASA, "train", "--force"]
    return train(opdracht, map_, WEGWIJZER_MAP=str(map_)), train(opdracht, map_, WEGWIJZER_MAP=str(map_))


def grootte(map_: Path) -> int:
    """The model's size (bytes)."""
    return max(p.stat().st_size for p in (map_ / "models").glob("*.tar.gz"))
