"""After the start a search for garbage leaves out what is there for good, and still finds what comes later."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import gc, weakref
from wegwijzer import afval

class Ding: pass

def kring():
    een = Ding(); een.zelf = een
    return weakref.ref(een)

afval.wacht()
assert not gc.isenabled()
voor = kring()
afval.zet_vast()
print(gc.isenabled(), voor() is None, gc.get_freeze_count() > 1000)
na = kring()
gc.collect()
print(na() is None)
"""


def test_wat_er_is_telt_niet_meer_mee() -> None:
    klaar = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, timeout=600, check=True)
    assert klaar.stdout.split() == ["True"] * 4
