"""All places together, to be found by name and by postcode."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from wegwijzer.plaats.model import Plek, Soort
from wegwijzer.plaats.namen import Woorden, schrijfwijzen, zonder_toevoeging
from wegwijzer.plaats.rijen import Bijnaam, Gemeente, Naam, Postcode, Woonplaats
from wegwijzer.plaats.spelling import Spelling
from wegwijzer.plaats.tokens import sleutel

_STRENG = ("nee", "soms", "naam", "vaak", "provincie", "nooit")


def _code(codes: tuple[str, ...]) -> str | None:
    return codes[0] if len(codes) == 1 else None


def _keuzes(codes: tuple[str, ...]) -> tuple[str, ...]:
    return codes if len(codes) > 1 else ()


class Plaatsen:
    """The reference data: gemeenten, woonplaatsen, postcodes and nicknames."""

    def __init__(
        self,
        gemeenten: dict[str, Gemeente],
        woonplaatsen: Iterable[Woonplaats],
        postcodes: Iterable[Postcode],
        bijnamen: Iterable[Bijnaam],
        geen_plaats: set[str],
    ) -> None:
        """Builds the reference data.

        Args:
            gemeenten: The gemeenten, by name.
            woonplaatsen: The woonplaatsen.
            postcodes: The postcode areas.
            bijnamen: Other names, with the place that they stand for.
            geen_plaats: Words that look like a place name but are none.
        """
        self._woonplaatsen = list(woonplaatsen)
        self._postcodes = {p.pc4: p for p in postcodes}
        self._pc4s: dict[tuple[str | None, str | None], tuple[str, ...]] = {}
        self._geen_plaats = geen_plaats
        self.gemeenten = {naam: self._gemeenteplek(g) for naam, g in gemeenten.items()}
        self.plekken = {(w.plaats, w.gemeente): self._woonplek(w) for w in self._woonplaatsen}
        self.postcodes = {pc4: self._postcodeplek(p) for pc4, p in self._postcodes.items()}
        self.namen: dict[Woorden, Naam] = {}
        self._vul(list(bijnamen))
        self.eerste = {woorden[0] for woorden in self.namen}
        self.langste = max(len(woorden) for woorden in self.namen)

    @cached_property
    def spelling(self) -> Spelling:
        """The search for misspelt names."""
        return Spelling(
            {woorden: (naam.omvang, naam.gewoon) for woorden, naam in self.namen.items()}, self._geen_plaats
        )

    def _gemeenteplek(self, gemeente: Gemeente) -> Plek:
        eigen = [p for p in self._postcodes.values() if p.gemeente == gemeente.naam]
        po = tuple(sorted({p.po for p in eigen if p.po}))
        vo = tuple(sorted({p.vo for p in eigen if p.vo}))
        self._pc4s[None, gemeente.naam] = tuple(p.pc4 for p in eigen)
        return Plek(
            None, gemeente.naam, gemeente.provincie, None, _code(po), _code(vo), _keuzes(po), _keuzes(vo),
            naam=zonder_toevoeging(gemeente.naam),
        )  # fmt: skip

    def _woonplek(self, w: Woonplaats) -> Plek:
        self._pc4s[w.plaats, w.gemeente] = w.pc4s
        rijen = [self._postcodes[p] for p in w.pc4s if p in self._postcodes]
        # A code is sure only if at least one sure postcode of the place has the same code.
        zeker = any(p.zekerheid == "hoog" and {p.po} <= {*w.po, None} and {p.vo} <= {*w.vo, None} for p in rijen)
        return Plek(
            w.plaats, w.gemeente, w.provincie, None, _code(w.po), _code(w.vo), _keuzes(w.po), _keuzes(w.vo),
            "hoog" if zeker else "laag", w.naam,
        )  # fmt: skip

    def _postcodeplek(self, p: Postcode) -> Plek:
        plaats = p.plaatsen[0] if len(p.plaatsen) == 1 else None
        bekend = self.plekken.get((plaats, p.gemeente)) if plaats else None
        return Plek(
            plaats if bekend else None, p.gemeente, self.gemeenten[p.gemeente].provincie, p.pc4, p.po, p.vo,
            zekerheid=p.zekerheid, naam=bekend.naam if bekend else None,
        )  # fmt: skip

    def _voeg_toe(self, naam: str, plek: Plek, soort: Soort, gewoon: str, omvang: int | None = None) -> None:
        omvang = len(self.pc4s(plek)) if omvang is None else omvang
        for woorden in schrijfwijzen(naam):
            vondst = self.namen.get(woorden)
            if vondst is None:
                self.namen[woorden] = Naam([plek], soort, gewoon, omvang)
            elif plek not in vondst.kandidaten:
                vondst.kandidaten.append(plek)
                vondst.gewoon = min(vondst.gewoon, gewoon, key=_STRENG.index)
                vondst.omvang = max(vondst.omvang, omvang)

    def _vul(self, bijnamen: list[Bijnaam]) -> None:
        for w in self._woonplaatsen:
            plek = self.plekken[w.plaats, w.gemeente]
            for naam in dict.fromkeys((w.naam, w.plaats)):
                self._voeg_toe(naam, plek, "plaats", w.gewoon if naam == w.naam else "nee")
        for b in bijnamen:
            doel = self.plekken[b.plaats, b.gemeente] if b.plaats else self.gemeenten[b.gemeente]
            # Among misspellings a neighbourhood counts as small: a place goes first.
            self._voeg_toe(b.alias, doel, "bijnaam", b.gewoon, 3 if b.soort == "wijk" else None)
        for plek in self.gemeenten.values():
            bekend = self.namen.get(sleutel(plek.naam or ""))
            # A woonplaats of the same name in the same gemeente goes before the gemeente itself.
            if not bekend or all(k.gemeente != plek.gemeente for k in bekend.kandidaten):
                self._voeg_toe(plek.gemeente or "", plek, "gemeente", "nee")

    def pc4s(self, plek: Plek) -> tuple[str, ...]:
        """Gives the postcodes (four digits each) of a place."""
        return (plek.pc4,) if plek.pc4 else self._pc4s.get((plek.plaats, plek.gemeente), ())

    def in_plaats(self, pc4: Plek, plek: Plek) -> Plek | None:
        """Puts a postcode in a place or gemeente.

        Args:
            pc4: The place of the postcode.
            plek: The woonplaats or gemeente named beside it.

        Returns:
            The postcode with that place added, or None if they do not belong together.
        """
        if pc4.pc4 not in self.pc4s(plek):
            return None
        if plek.plaats is None or plek.gemeente != pc4.gemeente:
            return pc4
        return replace(pc4, plaats=plek.plaats, naam=plek.naam)

    def vind(self, plaats: str | None = None, gemeente: str | None = None, pc4: str | None = None) -> tuple[Plek, ...]:
        """Finds places by official name or postcode, for instance from answers kept earlier.

        Args:
            plaats: Official name of the woonplaats.
            gemeente: Official name of the gemeente.
            pc4: Four digits of the postcode; goes before the other two.

        Returns:
            The places that fit; empty if there are none.
        """
        if pc4 and pc4 in self.postcodes:
            plek = self.postcodes[pc4]
            doel = self.plekken.get((plaats, gemeente or plek.gemeente or "")) if plaats else None
            return ((self.in_plaats(plek, doel) if doel else None) or plek,)
        if plaats and gemeente is not None:
            plek_daar = self.plekken.get((plaats, gemeente))
            return (plek_daar,) if plek_daar else ()
        if plaats:
            return tuple(p for (n, _), p in self.plekken.items() if n == plaats)
        return (self.gemeenten[gemeente],) if gemeente in self.gemeenten else ()
