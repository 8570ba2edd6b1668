"""Danger to life or safety, recognised from words alone: fixed rules, no model, no Rasa, before everything else."""

from wegwijzer.nood.aanvulling import vul_aan
from wegwijzer.nood.beoordeling import beoordeel
from wegwijzer.nood.model import NoodRegels, Oordeel
from wegwijzer.nood.regels import NoodRegelFout, lees_regels

__all__ = ["NoodRegelFout", "NoodRegels", "Oordeel", "beoordeel", "lees_regels", "vul_aan"]
