"""How a value is written in a knowledge file: plain where that reads back as itself, else quoted or under `|`."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from wegwijzer.kennis.yaml_bestand import Lader

LITERAAL = ("|", ">")
KORT = re.compile(r"[\w./-]{1,60}")
"""What a list between brackets may hold."""


def bestand(inhoud: dict[str, Any]) -> str:
    """A whole new file, its fields in the order of `inhoud`."""
    return "".join(f"{sleutel}:{veld(waarde, 0)}\n" for sleutel, waarde in inhoud.items())


def veld(waarde: Any, inspring: int, stijl: str | None = None, kort: bool | None = None) -> str:
    """What stands after `key:`, where the key starts in column `inspring`.

    `stijl`: the quoting style of what stood there (`'`, `"`, `|`, None for plain); `kort`: whether a list or fields
    stood between brackets, None where nothing stood there.
    """
    if isinstance(waarde, (list, dict)):
        if not waarde or (_past_op_een_regel(waarde) if kort is None else kort):
            return f" {plat(waarde)}"
        dieper = inspring + 2
        if isinstance(waarde, dict):
            regels = [f"{' ' * dieper}{sleutel}:{veld(deel, dieper)}" for sleutel, deel in waarde.items()]
        else:
            regels = [f"{' ' * dieper}-{rij(deel, dieper)}" for deel in waarde]
        return "\n" + "\n".join(regels)
    return f" {_enkel(waarde, inspring, stijl)}"


def rij(waarde: Any, inspring: int, stijl: str | None = None, kort: bool | None = None) -> str:
    """What stands after the `-` of a list, where the `-` stands in column `inspring`."""
    if isinstance(waarde, dict) and waarde and not (_past_op_een_regel(waarde) if kort is None else kort):
        dieper = inspring + 2
        regels = [f"{sleutel}:{veld(deel, dieper)}" for sleutel, deel in waarde.items()]
        return " " + f"\n{' ' * dieper}".join(regels)
    return veld(waarde, inspring, stijl, True if isinstance(waarde, list) else kort)


def plat(waarde: Any, stijl: str | None = None) -> str:
    """A value between brackets, or a part of one."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{plat(sleutel)}: {plat(deel)}" for sleutel, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(plat(deel) for deel in waarde) + "]"
    if not isinstance(waarde, str):
        return _los(waarde)
    return _tekst(waarde, None if stijl in LITERAAL else stijl, "{{k: [{}]}}")


def _enkel(waarde: Any, inspring: int, stijl: str | None) -> str:
    if not isinstance(waarde, str):
        return _los(waarde)
    if ("\n" in waarde or stijl in LITERAAL) and _kan_literaal(waarde):
        regels = waarde.removesuffix("\n").split("\n")
        kop = "|" if waarde.endswith("\n") else "|-"
        return "\n".join([kop, *(f"{' ' * (inspring + 2)}{regel}" if regel else "" for regel in regels)])
    return _tekst(waarde, None if stijl in LITERAAL else stijl, "k: {}")


def _los(waarde: Any) -> str:
    return {None: "null", True: "true", False: "false"}.get(waarde, "") if not _is_getal(waarde) else str(waarde)


def _is_getal(waarde: Any) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool)


def _kan_literaal(waarde: str) -> bool:
    kern = waarde.removesuffix("\n")
    return bool(kern) and not kern[0].isspace() and not kern.endswith("\n")


def _tekst(waarde: str, stijl: str | None, proef: str) -> str:
    if stijl == "'" and "\n" not in waarde:
        return "'" + waarde.replace("'", "''") + "'"
    if stijl != '"' and _leest_terug(waarde, proef):
        return waarde
    return json.dumps(waarde, ensure_ascii=False)


def _leest_terug(waarde: str, proef: str) -> bool:
    """Whether `waarde` without quotes is read as itself."""
    if not waarde or "\n" in waarde:
        return False
    lader = Lader(proef.format(waarde))
    try:
        gelezen = lader.get_single_data()
    except (yaml.YAMLError, ValueError):
        return False
    finally:
        lader.dispose()
    return bool(gelezen == {"k": waarde} or gelezen == {"k": [waarde]})


def _past_op_een_regel(waarde: Any) -> bool:
    """Whether house style puts it between brackets: a few names, ages, kinds of school; never a sourced fact."""
    if isinstance(waarde, dict):
        if "bron" in waarde or not waarde:
            return not waarde
        return all(_past_op_een_regel(deel) if isinstance(deel, (list, dict)) else True for deel in waarde.values())
    return all(not isinstance(deel, (list, dict)) and bool(KORT.fullmatch(str(deel))) for deel in waarde)
