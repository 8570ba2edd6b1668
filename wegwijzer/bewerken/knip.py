"""Writes changed data back into the text of a knowledge file, touching only the lines of what changed.

A round trip through a YAML writer would rewrite two thirds of our files (`null`, wrapped lines, quotes). So the text is
cut at the places that the reader gives for each value; comments, order, blank lines and quotes elsewhere stay as typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

import yaml

from wegwijzer.bewerken import schrijfwijze
from wegwijzer.kennis import yaml_bestand
from wegwijzer.kennis.schema import zonder_datums

Gegevens = dict[str, Any]


class NietTeSchrijven(Exception):
    """The change cannot be written into this text without touching something else."""


@dataclass(frozen=True)
class Knip:
    """Characters `begin` up to `eind` become `nieuw`."""

    begin: int
    eind: int
    nieuw: str


def schrijf(tekst: str, naam: str, nieuw: dict[str, Any]) -> str:
    """`tekst` (a file that can be read) with the data `nieuw`; identical where nothing changed.

    Raises NietTeSchrijven where the result would not read back as `nieuw`.
    """
    einde = "\r\n" if "\r\n" in tekst else "\n"
    kaal = tekst.replace("\r\n", "\n")
    bestand, fouten = yaml_bestand.ontleed(kaal, naam)
    if bestand is None or bestand.knoop is None:
        raise NietTeSchrijven(str(fouten[0]) if fouten else f"{naam} is leeg.")
    oud = zonder_datums(bestand.inhoud)
    if gelijk(oud, nieuw):
        return tekst
    knippen = sorted(_Snijder(kaal).wijzig(bestand.knoop, oud, nieuw, -2), key=lambda k: (k.begin, k.eind))
    delen, plek = [], 0
    for knip in knippen:
        if knip.begin < plek:
            raise NietTeSchrijven(f"{naam}: twee wijzigingen raken dezelfde regel.")
        delen += [kaal[plek : knip.begin], knip.nieuw]
        plek = knip.eind
    uit = "".join([*delen, kaal[plek:]])
    terug, fouten = yaml_bestand.ontleed(uit, naam)
    if terug is None or not gelijk(zonder_datums(terug.inhoud), nieuw):
        raise NietTeSchrijven(str(fouten[0]) if fouten else f"{naam}: de wijziging is zo niet op te schrijven.")
    return uit.replace("\n", einde)


def gelijk(een: Any, ander: Any) -> bool:
    """Whether two values are the same in YAML: 1 is not true, and the order of fields does not count."""
    return json.dumps(een, sort_keys=True) == json.dumps(ander, sort_keys=True)


class _Snijder:
    def __init__(self, tekst: str) -> None:
        self._tekst = tekst

    def wijzig(self, knoop: yaml.Node, oud: Any, nieuw: Any, inspring: int, flow: bool = False) -> Iterator[Knip]:
        """The cuts that make `oud` at `knoop` into `nieuw`; `inspring` is the column of its key or dash."""
        if gelijk(oud, nieuw):
            return
        flow = flow or bool(getattr(knoop, "flow_style", False))
        if isinstance(knoop, yaml.MappingNode) and isinstance(nieuw, dict) and nieuw and oud:
            if not flow or list(oud) == list(nieuw):
                yield from self._velden(knoop, oud, nieuw, flow)
                return
        elif isinstance(knoop, yaml.SequenceNode) and isinstance(nieuw, list) and nieuw and oud and not flow:
            yield from self._rijen(knoop, oud, nieuw)
            return
        stijl = getattr(knoop, "style", None)
        kort = bool(knoop.flow_style) if isinstance(knoop, yaml.CollectionNode) and oud else None
        if flow and isinstance(nieuw, list) and isinstance(knoop, yaml.SequenceNode) and knoop.value:
            stijl_deel = getattr(knoop.value[0], "style", None)
            nieuw_tekst = self._lijst(knoop, nieuw, stijl_deel)
        elif flow and isinstance(nieuw, dict) and isinstance(knoop, yaml.MappingNode) and knoop.value:
            nieuw_tekst = self._rijtje(knoop, oud, nieuw)
        elif flow and knoop.start_mark.index < knoop.end_mark.index and oud not in ([], {}):
            nieuw_tekst = schrijfwijze.plat(nieuw, stijl)
        else:
            begin, eind = self._voor(knoop), self._eind(knoop)
            schrijver = schrijfwijze.rij if self._tekst[begin - 1] == "-" else schrijfwijze.veld
            yield Knip(begin, max(begin, eind), schrijver(nieuw, inspring, stijl, kort))
            return
        yield Knip(knoop.start_mark.index, knoop.end_mark.index, nieuw_tekst)

    def _lijst(self, knoop: yaml.SequenceNode, nieuw: list[Any], stijl: str | None) -> str:
        """A list between brackets; what stays is written as it was."""
        was = {k.value: self._ruw(k) for k in knoop.value if isinstance(k, yaml.ScalarNode)}
        return "[" + ", ".join(was.get(str(n)) or schrijfwijze.plat(n, stijl) for n in nieuw) + "]"

    def _rijtje(self, knoop: yaml.MappingNode, oud: dict[str, Any], nieuw: dict[str, Any]) -> str:
        """Fields between braces; what stays is written as it was."""
        was = {str(s.value): self._ruw(w) for s, w in knoop.value}
        paren = [
            f"{s}: {was[s] if s in was and gelijk(oud[s], w) else schrijfwijze.plat(w)}"
            for s, w in _in_volgorde(oud, nieuw).items()
        ]
        return "{" + ", ".join(paren) + "}"

    def _ruw(self, knoop: yaml.Node) -> str:
        return self._tekst[knoop.start_mark.index : knoop.end_mark.index]

    def _velden(
        self, knoop: yaml.MappingNode, oud: dict[str, Any], nieuw: dict[str, Any], flow: bool
    ) -> Iterator[Knip]:
        paren = {str(s.value): (s, w) for s, w in knoop.value}
        kolom = knoop.value[0][0].start_mark.column
        for sleutel, (s, w) in paren.items():
            if sleutel in nieuw:
                yield from self.wijzig(w, oud[sleutel], nieuw[sleutel], kolom, flow)
            else:
                yield self._weg(s, w)
        eerder = next(iter(s for s in paren if s in nieuw), None)
        if eerder is None:
            raise NietTeSchrijven("van dit deel blijft geen veld over.")
        for sleutel, waarde in nieuw.items():
            if sleutel in paren:
                eerder = sleutel
                continue
            plek = self._regeleinde(self._eind(paren[eerder][1], paren[eerder][0]))
            yield Knip(plek, plek, f"\n{' ' * kolom}{sleutel}:{schrijfwijze.veld(waarde, kolom)}")

    def _rijen(self, knoop: yaml.SequenceNode, oud: list[Any], nieuw: list[Any]) -> Iterator[Knip]:
        delen = knoop.value
        streepjes = [self._voor(deel) - 1 for deel in delen]
        kolom = streepjes[0] - self._regelbegin(streepjes[0])
        kort = bool(getattr(delen[-1], "flow_style", False)) if isinstance(delen[-1], yaml.MappingNode) else None
        wit = "\n" if len(delen) > 1 and self._wit(delen[-2], streepjes[-1]) else ""

        def bij(na: int, waarden: list[Any]) -> Iterator[Knip]:
            teksten = [f"{' ' * kolom}-{schrijfwijze.rij(w, kolom, None, kort)}" for w in waarden]
            if na < 0:
                plek = self._regelbegin(streepjes[0])
                yield Knip(plek, plek, "".join(f"{t}\n{wit}" for t in teksten))
            elif teksten:
                plek = self._regeleinde(self._eind(delen[na]))
                yield Knip(plek, plek, "".join(f"\n{wit}{t}" for t in teksten))

        gelijkenis = SequenceMatcher(None, [_merk(w) for w in oud], [_merk(w) for w in nieuw], autojunk=False)
        for wat, van, tot, nvan, ntot in gelijkenis.get_opcodes():
            if wat == "equal":
                continue
            paren = min(tot - van, ntot - nvan)
            for nummer in range(paren):
                yield from self.wijzig(delen[van + nummer], oud[van + nummer], nieuw[nvan + nummer], kolom)
            for nummer in range(van + paren, tot):
                yield self._weg(None, delen[nummer])
            if nvan + paren < ntot:
                yield from bij(van + paren - 1, nieuw[nvan + paren : ntot])

    def _wit(self, vorige: yaml.Node, streepje: int) -> bool:
        return "\n\n" in self._tekst[self._eind(vorige) : streepje]

    def _weg(self, sleutel: yaml.Node | None, waarde: yaml.Node) -> Knip:
        """The lines of a field or a part of a list; with them one of the two blank lines that would meet."""
        begin = self._regelbegin(sleutel.start_mark.index if sleutel is not None else self._voor(waarde) - 1)
        voor = self._tekst[begin : sleutel.start_mark.index if sleutel is not None else self._voor(waarde) - 1]
        if voor.strip():
            raise NietTeSchrijven("dit deel staat niet op een eigen regel.")
        eind = min(len(self._tekst), self._regeleinde(self._eind(waarde, sleutel)) + 1)
        if self._tekst[:begin].endswith("\n\n") and self._tekst[eind:].startswith("\n"):
            eind += 1
        return Knip(begin, eind, "")

    def _voor(self, knoop: yaml.Node) -> int:
        """The place just after the `:` or `-` that the value at `knoop` belongs to."""
        plek = knoop.start_mark.index
        while plek > 0 and self._tekst[plek - 1] not in ":-":
            plek -= 1
        return plek

    def _eind(self, knoop: yaml.Node, sleutel: yaml.Node | None = None) -> int:
        """Where the contents of `knoop` end: no blank lines or comments after them."""
        if isinstance(knoop, yaml.MappingNode) and not knoop.flow_style:
            return max(self._eind(w, s) for s, w in knoop.value)
        if isinstance(knoop, yaml.SequenceNode) and not knoop.flow_style:
            return max(self._eind(deel) for deel in knoop.value)
        begin, eind = knoop.start_mark.index, knoop.end_mark.index
        eind = begin + len(self._tekst[begin:eind].rstrip())
        return eind if sleutel is None else max(eind, sleutel.end_mark.index + 1)

    def _regelbegin(self, plek: int) -> int:
        return self._tekst.rfind("\n", 0, plek) + 1

    def _regeleinde(self, plek: int) -> int:
        gevonden = self._tekst.find("\n", plek)
        return len(self._tekst) if gevonden < 0 else gevonden


def _merk(waarde: Any) -> str:
    return json.dumps(waarde, sort_keys=True)


def _in_volgorde(oud: dict[str, Any], nieuw: dict[str, Any]) -> dict[str, Any]:
    """`nieuw` with the fields of `oud` first, as they stood."""
    blijft = {s: nieuw[s] for s in oud if s in nieuw}
    return blijft | {s: w for s, w in nieuw.items() if s not in oud}
