"""Parts of Rasa that are read when something of them is used, and not at every start: with them comes TensorFlow.

Rasa's base class of entity extractors imports its helpers for neural networks, and its rules import what `rasa test`
does (with matplotlib), though they use them in no code that serves. `installeer` lets Python make those modules at once
and read them at first use, so whatever needs them (`rasa train`, say) finds them as always. tests/nlu/test_later.py
fails when Rasa is cut up in another way.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

UITGESTELD = frozenset({"rasa.utils.train_utils", "rasa.core.test"})
"""Modules that are read at first use."""
_SLOT = threading.RLock()


class Uitgesteld(ModuleType):
    """A module whose code has not run: the first name that is asked of it runs it."""

    def __getattr__(self, naam: str) -> Any:
        if naam.startswith("__") and naam.endswith("__"):
            raise AttributeError(naam)
        with _SLOT:
            if type(self) is Uitgesteld:
                lader = self.__dict__.pop("_lader", None)
                if lader is None:  # asked by what it imports itself, while it is being read
                    raise AttributeError(f"{self.__name__} wordt nog gelezen")
                try:
                    lader.exec_module(self)
                except BaseException:
                    self.__dict__["_lader"] = lader
                    raise
                self.__class__ = ModuleType  # type: ignore[assignment]
        return getattr(self, naam)


class _Lader(Loader):
    def __init__(self, echt: Loader) -> None:
        self._echt = echt

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return Uitgesteld(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["_lader"] = self._echt


class Uitsteller(MetaPathFinder):
    """Finds only what stands in UITGESTELD."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """As Python's own finder, with a loader that waits."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname in UITGESTELD else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Lader(spec.loader)
        return spec


def installeer() -> None:
    """Put it in place, once; modules that have been imported already stay as they are."""
    if not any(isinstance(vinder, Uitsteller) for vinder in sys.meta_path):
        sys.meta_path.insert(0, Uitsteller())
