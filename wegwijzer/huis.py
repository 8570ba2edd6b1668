"""One whole version of what the assistant knows: knowledge and places together. Swapped at once, never half."""

from __future__ import annotations

import os
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from wegwijzer.kennis.geheugen import Geheugen
from wegwijzer.kennis.geografie import plaatsen
from wegwijzer.kennis.jongere import voor_jongere
from wegwijzer.kennis.laad import laad, versie
from wegwijzer.kennis.meldingen import KennisFout
from wegwijzer.kennis.model import Kennis
from wegwijzer.nood import NoodRegels, lees_regels
from wegwijzer.plaats.register import Plaatsen
from wegwijzer.redactie import Redacteur
from wegwijzer.taal.herkenner import Herkenner
from wegwijzer.taal.inbedding import Inbedder
from wegwijzer.uitgaven import KENNIS, Uitgaven


@dataclass(frozen=True)
class Huis:
    """Knowledge and places of one version."""

    kennis: Kennis
    plaatsen: Plaatsen
    herkenner: Herkenner | None = None
    """Fitted to the example questions of `kennis`; None until the trained model is loaded."""
    nummer: int = 0
    """The number of this version among those that processes share (uitgaven.py); 0 where it is not shared."""

    _voor_ouders: Huis | None = field(default=None, repr=False, compare=False)
    """In the words for a pupil: the version that this was made from."""

    @cached_property
    def _voor_jongere(self) -> Huis:
        return replace(self, kennis=voor_jongere(self.kennis), _voor_ouders=self)

    def voor(self, kind: str | None) -> Huis:
        """The same version in the words for who writes: `kind` is the slot, `ik` for the pupil."""
        if kind == "ik":
            return self if self._voor_ouders else self._voor_jongere
        return self._voor_ouders or self

    @cached_property
    def bijnamen(self) -> dict[str, str]:
        """Nickname of an organisation → its id; the names themselves included."""
        namen = {o.naam.lower(): o.id for o in self.kennis.organisaties.values()}
        return namen | {b.lower(): o.id for o in self.kennis.organisaties.values() for b in o.bijnamen}

    @cached_property
    def noodregels(self) -> NoodRegels:
        """The danger layer's rules, compiled once a version."""
        return lees_regels(self.kennis.noodhulp)

    @cached_property
    def redacteur(self) -> Redacteur:
        """Removes personal data, and leaves the names that the assistant needs."""
        verbanden = self.kennis.samenwerkingsverbanden.values()
        namen = {n for v in verbanden for n in (v.naam, v.naam_voluit, v.steunpunt.naam if v.steunpunt else None) if n}
        initiatieven = {i.naam for i in self.kennis.initiatieven}
        plaatsen = {n for plek in self.plaatsen.plekken.values() for n in (plek.plaats, plek.naam) if n}
        aliassen = {" ".join(woorden) for woorden in self.plaatsen.namen}
        return Redacteur({*self.bijnamen, *namen, *initiatieven, *plaatsen, *aliassen, *self.plaatsen.gemeenten})


def projectmap() -> Path:
    """The checkout: where Rasa's files, models and the database are."""
    return Path(os.environ.get("WEGWIJZER_MAP") or Path(__file__).parent.parent)


@lru_cache(maxsize=1)
def inbedder() -> Inbedder:
    """The one embedding model of this process; its cache lies in `.cache/`."""
    return Inbedder(projectmap() / ".cache")


def kennismap() -> Path:
    """The folder `knowledge/`: `WEGWIJZER_KENNIS`, or the one beside this package."""
    return Path(os.environ.get("WEGWIJZER_KENNIS") or projectmap() / "knowledge")


def uitgavenmap() -> Path:
    """Where numbered versions are shared: `WEGWIJZER_UITGAVEN`, or `var/uitgaven` of the checkout.

    Workers that read another folder of knowledge (another release, in an image) need another one: else each would make
    its own version the one that serves, in turn.
    """
    return Path(os.environ.get("WEGWIJZER_UITGAVEN") or projectmap() / "var" / "uitgaven")


class HuisHouder:
    """Holds the version that serves; `ververs` takes a new one only when all of it is in order."""

    def __init__(self, map_: Path, uitgaven: Uitgaven | None = None) -> None:
        """`uitgaven`: where versions are kept that other processes take too; without it, only this process knows."""
        self._map = map_
        self._uitgaven = uitgaven
        self._slot = threading.Lock()
        self._huis: Huis | None = None
        self._geweigerd: tuple[str, KennisFout] | None = None
        self._geheugen = Geheugen()

    def haal(self) -> Huis:
        """The serving version, read at first use. Raises KennisFout when there is none that is in order."""
        if self._huis is None:
            with self._slot:
                if self._huis is None:
                    self._huis = self._lees(self._map)
        return self._huis

    def neem_herkenner(self, herkenner: Herkenner) -> None:
        """The trained recogniser serves from now on, fitted to the knowledge that serves if that changed since."""
        huis = self.haal()
        with self._slot:
            self._huis = replace(huis, herkenner=passend(herkenner, huis.kennis))

    def deel(self, uitgaven: Uitgaven) -> None:
        """From now on versions are shared in `uitgaven`; the one that serves is put there if it is not the newest."""
        huis = self.haal()
        with self._slot, uitgaven.bouwslot() as mag:
            self._uitgaven = uitgaven
            nummer = uitgaven.nummer()
            if nummer and versie(uitgaven.kennis_van(nummer)) == huis.kennis.versie:
                self._huis = replace(huis, nummer=nummer)
            elif mag:
                with uitgaven.kopie(self._map) as concept:
                    if versie(concept / KENNIS) != huis.kennis.versie:
                        return  # changed since it was read: `ververs` takes that over
                    nummer = uitgaven.geef_uit(concept, huis.herkenner.bewaar() if huis.herkenner else None)
                self._huis = replace(huis, nummer=nummer)

    def ververs(self) -> bool:
        """Take over changed knowledge; False when nothing changed. Raises KennisFout, and keeps the old version."""
        huis = self.haal()
        with self._slot:
            nummer = self._uitgaven.nummer() if self._uitgaven is not None else 0
            if self._uitgaven is not None and nummer not in (0, huis.nummer):
                self._huis = self._volg(self._uitgaven, nummer, huis)
                return True
            gevonden = versie(self._map)
            if gevonden == huis.kennis.versie:
                return False
            if self._geweigerd is not None and self._geweigerd[0] == gevonden:
                raise self._geweigerd[1]
            try:
                return self._vernieuw(huis)
            except KennisFout as fout:
                self._geweigerd = gevonden, fout
                raise

    def _vernieuw(self, huis: Huis) -> bool:
        if self._uitgaven is None:
            self._huis = _klaar(self._opvolger(self._map, huis), huis)
            return True
        with self._uitgaven.bouwslot() as mag:
            return mag and self._geef_uit(self._uitgaven, huis)

    def _geef_uit(self, uitgaven: Uitgaven, huis: Huis) -> bool:
        with uitgaven.kopie(self._map) as concept:
            nieuw = self._opvolger(concept / KENNIS, huis)
            inhoud = nieuw.herkenner.bewaar() if nieuw.herkenner and nieuw.herkenner is not huis.herkenner else None
            self._huis = _klaar(replace(nieuw, nummer=uitgaven.geef_uit(concept, inhoud, huis.nummer)), huis)
        return True

    def _volg(self, uitgaven: Uitgaven, nummer: int, huis: Huis) -> Huis:
        """The version that another process made."""
        nieuw = self._lees(uitgaven.kennis_van(nummer))
        if _vragen(nieuw.kennis) == _vragen(huis.kennis):
            return _klaar(replace(nieuw, nummer=nummer, herkenner=huis.herkenner), huis)
        inhoud = uitgaven.herkenner_van(nummer)
        herkenner = Herkenner.herstel(inhoud, inbedder()) if inhoud is not None else huis.herkenner
        return _klaar(replace(nieuw, nummer=nummer, herkenner=herkenner), huis)

    def _lees(self, map_: Path) -> Huis:
        return Huis(laad(map_, self._geheugen.keur), plaatsen(map_ / "geografie"))

    def _opvolger(self, map_: Path, huis: Huis) -> Huis:
        """The version of the knowledge under `map_`, with a recogniser that knows its example questions."""
        nieuw = self._lees(map_)
        herkenner = passend(huis.herkenner, nieuw.kennis) if huis.herkenner is not None else None
        return replace(nieuw, herkenner=herkenner, nummer=huis.nummer)


def _klaar(huis: Huis, vorig: Huis) -> Huis:
    """`huis` with its rules and names made now: the first parent after a change does not wait for them."""
    if huis.kennis.noodhulp == vorig.kennis.noodhulp:
        huis.__dict__["noodregels"] = vorig.noodregels
    _ = huis.noodregels, huis.bijnamen, huis.redacteur
    return huis


def _vragen(kennis: Kennis) -> dict[str, tuple[str, ...]]:
    return {o.id: tuple(o.vragen) for o in kennis.onderwerpen.values()}


def passend(herkenner: Herkenner, kennis: Kennis) -> Herkenner:
    """`herkenner` itself when it knows exactly these example questions, else one that learned the changes.

    Its examples of other labels (the dialogue acts of data/nlu.yml) stay.
    """
    paren = [(vraag, o.id) for o in kennis.onderwerpen.values() for vraag in o.vragen]
    gekend = list(herkenner.voorbeelden())
    if Counter(p for p in gekend if p[1] in kennis.onderwerpen) == Counter(paren):
        return herkenner
    paren += [p for p in gekend if p[1] not in kennis.onderwerpen]
    teksten, labels = [t for t, _ in paren], [n for _, n in paren]
    return herkenner.leer_bij(teksten, labels) or Herkenner(inbedder()).leer(teksten, labels)


_houders: dict[Path, HuisHouder] = {}


def houder(map_: Path | None = None) -> HuisHouder:
    """The one holder of this process for `map_` (default: `kennismap()`)."""
    pad = (map_ or kennismap()).resolve()
    return _houders.setdefault(pad, HuisHouder(pad))
