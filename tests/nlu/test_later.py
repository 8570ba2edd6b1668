"""What we let wait is not needed to serve, and is there for whoever does need it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from wegwijzer.nlu.later import UITGESTELD

PROEF = Path(__file__).parents[2]


def _draai(code: str, cwd: Path = PROEF) -> str:
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600, cwd=cwd)
    assert klaar.returncode == 0, klaar.stderr[-2000:]
    return klaar.stdout


def test_wie_dient_laadt_tensorflow_niet() -> None:
    """Fails when Rasa, or something of ours, comes to need it: then starting takes seconds longer."""
    code = (
        "import json, sys\n"
        "from wegwijzer.nlu import later\n"
        "later.installeer()\n"
        "import wegwijzer.server, wegwijzer.gesprekspartner\n"
        "import wegwijzer.nlu.woorden, wegwijzer.nlu.onderwerpen, wegwijzer.nlu.gegevens\n"
        "import rasa.core.policies.rule_policy\n"
        "print(json.dumps(sorted(set(sys.modules) & {'tensorflow', 'keras', *later.UITGESTELD})))\n"
        "print(json.dumps([n for n in later.UITGESTELD if type(sys.modules[n]).__name__ == 'Uitgesteld']))\n"
    )
    geladen, uitgesteld = (json.loads(regel) for regel in _draai(code).splitlines()[-2:])
    assert geladen == sorted(UITGESTELD)
    assert set(uitgesteld) == UITGESTELD


PAKKET = """
import sys
sys.path.insert(0, '.')
from wegwijzer.nlu import later
later.UITGESTELD = frozenset({'pakket.zwaar'})
later.installeer()
later.installeer()
import pakket.gebruiker
"""


@pytest.mark.parametrize(
    ("gebruik", "komt"),
    [
        ("print('klaar')", "klaar"),
        ("import pakket.zwaar\nprint('klaar')", "klaar"),
        ("print(pakket.gebruiker.som(2))", "gelezen 4"),
        ("from pakket.zwaar import dubbel\nprint(dubbel(3))", "gelezen 6"),
        ("import pakket.zwaar as z\nprint(z.dubbel(3), z.dubbel(4), type(z).__name__)", "gelezen 6 8 module"),
        ("import pakket.zwaar as z\nprint(hasattr(z, '__path__'), hasattr(z, 'niets'))", "gelezen False False"),
    ],
)
def test_een_uitgesteld_deel_werkt_als_altijd(gebruik: str, komt: str, tmp_path: Path) -> None:
    (tmp_path / "pakket").mkdir()
    (tmp_path / "pakket" / "__init__.py").write_text("")
    (tmp_path / "pakket" / "zwaar.py").write_text("print('gelezen')\n\ndef dubbel(n):\n    return 2 * n\n")
    (tmp_path / "pakket" / "gebruiker.py").write_text(
        "import pakket.zwaar\n\ndef som(n):\n    return pakket.zwaar.dubbel(n)\n"
    )
    assert _draai(PAKKET + gebruik, tmp_path).split() == komt.split()


def test_wat_bij_het_lezen_misgaat_wordt_gezegd_en_mag_opnieuw(tmp_path: Path) -> None:
    (tmp_path / "pakket").mkdir()
    (tmp_path / "pakket" / "__init__.py").write_text("")
    (tmp_path / "pakket" / "zwaar.py").write_text("import os\nif not os.path.exists('mag'):\n    1 / 0\nn = 5\n")
    (tmp_path / "pakket" / "gebruiker.py").write_text("import pakket.zwaar\n")
    code = "try:\n    pakket.zwaar.n\nexcept ZeroDivisionError:\n    open('mag', 'w').close()\nprint(pakket.zwaar.n)"
    assert _draai(PAKKET + code, tmp_path).split() == ["5"]


def test_rasa_vindt_zijn_hulpmiddelen_zelf() -> None:
    """With everything of Rasa's default recipe, as `rasa train` reads it."""
    code = (
        "from wegwijzer.nlu import later\n"
        "later.installeer()\n"
        "import rasa.nlu.extractors.extractor, sys\n"
        "from rasa.utils.train_utils import update_similarity_type\n"
        "print(update_similarity_type.__module__, 'tensorflow' in sys.modules)\n"
    )
    assert _draai(code).split() == ["rasa.utils.train_utils", "True"]
