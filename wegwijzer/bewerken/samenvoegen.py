"""Two people changed the same piece: what only one of them touched is taken over, the rest is shown to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wegwijzer.bewerken.knip import gelijk


class _Geen:
    """Stands for: not there."""


GEEN = _Geen()


@dataclass(frozen=True)
class Botsing:
    """A field (`steunpunt.naam`) that both changed, or that one changed: `nu` on disk, `eigen` as typed."""

    veld: str
    nu: Any
    eigen: Any
    overgenomen: bool


def voeg_samen(basis: Any, nu: Any, eigen: Any, veld: str = "") -> tuple[Any, list[Botsing]]:
    """What both wanted, the own value where they differ; `overgenomen` where the other's was taken.

    `basis`: what both began with; GEEN where that is not known any more, and then every difference counts as both's.
    """
    if _zelfde(nu, eigen) or (basis is not GEEN and _zelfde(basis, nu)):
        return eigen, []
    if isinstance(nu, dict) and isinstance(eigen, dict):
        uit: dict[str, Any] = {}
        botsingen: list[Botsing] = []
        was = basis if isinstance(basis, dict) else {}
        for sleutel in [*eigen, *(s for s in nu if s not in eigen)]:
            eerst = was.get(sleutel, GEEN) if basis is not GEEN else GEEN
            waarde, meer = _veld(basis is not GEEN, eerst, nu, eigen, sleutel, f"{veld}.{sleutel}".lstrip("."))
            botsingen += meer
            if waarde is not GEEN:
                uit[sleutel] = waarde
        return uit, botsingen
    if isinstance(nu, list) and isinstance(eigen, list) and len(nu) == len(eigen) and _rijen(basis, nu, eigen):
        delen = [
            voeg_samen(basis[n] if isinstance(basis, list) else GEEN, nu[n], eigen[n], f"{veld}.{n + 1}")
            for n in range(len(nu))
        ]
        return [waarde for waarde, _ in delen], [b for _, meer in delen for b in meer]
    if basis is not GEEN and _zelfde(basis, eigen):
        return nu, [Botsing(veld, _kaal(nu), _kaal(eigen), True)]
    return eigen, [Botsing(veld, _kaal(nu), _kaal(eigen), False)]


def _veld(
    bekend: bool, basis: Any, nu: dict[str, Any], eigen: dict[str, Any], sleutel: str, veld: str
) -> tuple[Any, list[Botsing]]:
    ander, mijn = nu.get(sleutel, GEEN), eigen.get(sleutel, GEEN)
    if _zelfde(ander, mijn) or (bekend and _zelfde(basis, ander)):
        return mijn, []
    if ander is GEEN or mijn is GEEN:
        if bekend and _zelfde(basis, mijn):
            return ander, [Botsing(veld, _kaal(ander), _kaal(mijn), True)]
        return mijn, [Botsing(veld, _kaal(ander), _kaal(mijn), False)]
    return voeg_samen(basis, ander, mijn, veld)


def _rijen(basis: Any, nu: list[Any], eigen: list[Any]) -> bool:
    lijsten = [nu, eigen, *([basis] if isinstance(basis, list) else [])]
    return all(len(lijst) == len(nu) and all(isinstance(deel, dict) for deel in lijst) for lijst in lijsten)


def _zelfde(een: Any, ander: Any) -> bool:
    if een is GEEN or ander is GEEN:
        return een is ander
    return gelijk(een, ander)


def _kaal(waarde: Any) -> Any:
    return None if waarde is GEEN else waarde
