"""The trained model: when it must be made anew, and where it is."""

from __future__ import annotations

import gc
import hashlib
import json
import shutil
import sys
import tarfile
import zlib
from collections.abc import Callable
from pathlib import Path

from wegwijzer.huis import houder, projectmap

VINGERAFDRUK = "vingerafdruk.json"
BRONNEN = (
    "config.yml",
    "domain.yml",
    "data",
    "wegwijzer/nlu/gegevens.py",
    "wegwijzer/nlu/importeur.py",
    "wegwijzer/nlu/onderwerpen.py",
    "wegwijzer/nlu/woorden.py",
    "wegwijzer/taal/begrip.py",
    "wegwijzer/taal/e5_nl.npz",
    "wegwijzer/taal/encoder.py",
    "wegwijzer/taal/encoder_graaf.py",
    "wegwijzer/taal/encoder_onnx.py",
    "wegwijzer/taal/gevaar.py",
    "wegwijzer/taal/gewichten.py",
    "wegwijzer/taal/herkenner.py",
    "wegwijzer/taal/inbedding.py",
    "wegwijzer/taal/motoren.py",
    "wegwijzer/taal/ngrammen.py",
    "wegwijzer/taal/onnxbestand.py",
    "wegwijzer/taal/schoon.py",
    "wegwijzer/taal/woordstukken.py",
)
"""What a model depends on, besides the example questions."""
SOORTEN = (".yml", ".py", ".npz")


def map_() -> Path:
    """The folder with models."""
    return projectmap() / "models"


def vingerafdruk() -> str:
    """A hash of everything that the model is made from: of the knowledge only the example questions.

    Raises KennisFout when the knowledge is not in order.
    """
    vragen = {o.id: o.vragen for o in houder().haal().kennis.onderwerpen.values()}
    som = hashlib.sha256(json.dumps([vragen, sys.version_info[:2]], sort_keys=True).encode())
    for naam in BRONNEN:
        pad = projectmap() / naam
        for bestand in sorted(p for p in ([pad] if pad.is_file() else pad.rglob("*")) if p.suffix in SOORTEN):
            som.update(bestand.name.encode() + bestand.read_bytes())
    return som.hexdigest()


def huidig() -> Path | None:
    """The model that fits the present sources, or None when training is needed."""
    try:
        gegevens = json.loads((map_() / VINGERAFDRUK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(gegevens, dict):
        return None
    pad = map_() / str(gegevens.get("model"))
    return pad if gegevens.get("vingerafdruk") == vingerafdruk() and _heel(pad) else None


def _heel(pad: Path) -> bool:
    """Whether the file is there and can be unpacked (0.3 s): a damaged one is trained anew."""
    try:
        with tarfile.open(pad) as bundel:
            return len(bundel.getmembers()) > 0
    except (OSError, EOFError, tarfile.TarError, zlib.error):
        return False


def laatste() -> Path | None:
    """The newest model there is, fitting or not; None when there is none."""
    modellen = sorted(map_().glob("*.tar.gz"), key=lambda p: p.stat().st_mtime)
    return modellen[-1] if modellen else None


def train(meld: Callable[[str], None], opnieuw: bool = False) -> Path:
    """The fitting model, trained when there is none (or `opnieuw`). Raises KennisFout or RuntimeError."""
    bestaand = huidig()
    if bestaand is not None and not opnieuw:
        meld("Het model past bij de kennis; trainen is niet nodig.")
        return bestaand
    gemaakt_van = vingerafdruk()
    meld("Trainen (ongeveer een minuut; de eerste keer langer)…")
    gc.enable()  # what training leaves behind is a lot (afval.py)
    import rasa.model_training

    uitslag = rasa.model_training.train(
        domain=str(projectmap() / "domain.yml"),
        config=str(projectmap() / "config.yml"),
        training_files=[str(projectmap() / "data")],
        output=str(map_()),
        fixed_model_name="wegwijzer-nieuw",
        force_training=True,  # Rasa's own cache does not see that our code or weights changed
    )
    if not uitslag.model or uitslag.code != 0:
        raise RuntimeError("Rasa kon niet trainen")
    doel = map_() / "wegwijzer.tar.gz"
    shutil.move(uitslag.model, doel)
    inhoud = {"model": doel.name, "vingerafdruk": gemaakt_van}
    (map_() / VINGERAFDRUK).write_text(json.dumps(inhoud), encoding="utf-8")
    meld("Het model is klaar.")
    return doel
