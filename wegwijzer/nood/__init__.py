"""Danger to life or safety: fixed rules on words before everything else, and a net under them fed by a learned model.

Knows no Rasa; the model's chances come from outside (wegwijzer/nlu/onderwerpen.py).
"""

from wegwijzer.nood.aanvulling import vul_aan
from wegwijzer.nood.beoordeling import beoordeel
from wegwijzer.nood.model import NoodRegels, Oordeel
from wegwijzer.nood.regels import NoodRegelFout, lees_regels

__all__ = ["NoodRegelFout", "NoodRegels", "Oordeel", "beoordeel", "lees_regels", "vul_aan"]
