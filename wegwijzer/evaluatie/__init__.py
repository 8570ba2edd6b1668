"""`wegwijzer evaluate`: how well messages that stand nowhere in the training data are understood."""

from wegwijzer.evaluatie.getallen import interval
from wegwijzer.evaluatie.vragen import Testvraag, testvragen

__all__ = ["Testvraag", "interval", "testvragen"]
