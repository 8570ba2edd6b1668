"""A draft letter as a typed, immutable object. Field names are those of the front matter in `knowledge/brieven`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wegwijzer.kennis.model import Herkomst


@dataclass(frozen=True)
class Brief:
    """One draft. `wanneer`: one sentence for the parent; `aan`: who gets it, in words; `tekst`: the Jinja2 template.

    `voor`: kinds of school; `onderwerpen`: topics at which it is offered; `woorden`: words that ask for this letter.
    """

    id: str
    titel: str
    wanneer: str
    aan: str
    stap: str | None
    voor: tuple[str, ...]
    onderwerpen: tuple[str, ...]
    woorden: tuple[str, ...]
    bronnen: tuple[Herkomst, ...]
    gezien: str
    tekst: str
    wet: tuple[str, ...] = ()
