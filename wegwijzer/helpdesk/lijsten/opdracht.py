"""`wegwijzer ask --batch FILE --tegen VERSION`: what another version answers differently, in the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import IO

from wegwijzer.batch import antwoorden
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.helpdesk.lijsten.fout import LijstFout
from wegwijzer.helpdesk.lijsten.lezen import lees
from wegwijzer.helpdesk.lijsten.lijst import Rij
from wegwijzer.helpdesk.lijsten.loper import geredigeerd, regels_van, vul
from wegwijzer.helpdesk.lijsten.tegenhanger import Ander, Tegenhanger, keuzes
from wegwijzer.helpdesk.lijsten.vergelijk import BIJ, WEG, Verschil, verschillen

MERK = {WEG: ("[-", "-]"), BIJ: ("{+", "+}")}
"""How words that went and came are written, as `git diff --word-diff` does."""


def kies(naam: str) -> Ander:
    """The version with this number, or the model with this file name. Raises LijstFout, in Dutch, for any other."""
    alle = keuzes()
    gekozen = next((a for a in alle if a.sleutel in (f"kennis-{naam}", f"model-{naam}")), None)
    if gekozen is None:
        er_zijn = ", ".join(a.sleutel.partition("-")[2] for a in alle) or "geen"
        raise LijstFout(f"Versie {naam} is er niet. Er zijn: {er_zijn}.")
    return gekozen


def toon(inhoud: bytes, ander: Ander, partner: Gesprekspartner, uit: IO[str], meld: Callable[[str], None]) -> int:
    """Write what differs to `uit`; returns how many messages do. Raises LijstFout for a list that cannot be read."""
    nu = geredigeerd(lees(inhoud))
    anders = [Rij(r.id, r.vragen, r.verwacht, r.nu) for r in nu]
    meld(f"{len(nu)} gesprekken, eerst met wat er nu is…")
    vul(nu, antwoorden(map(json.dumps, regels_van(nu)), partner))
    meld(f"en nu met {ander.naam}…")
    vul(anders, Tegenhanger(ander).antwoorden(regels_van(anders)))
    gevonden = verschillen(nu, anders)
    for verschil in gevonden:
        print(_tekst(verschil), file=uit)
    meld(f"{len(gevonden)} berichten anders dan bij {ander.naam}.")
    return len(gevonden)


def _tekst(verschil: Verschil) -> str:
    regels = [f"{verschil.id}: {verschil.vraag}"]
    for naam, (oud, nieuw) in (("onderwerp", verschil.onderwerp), ("stap", verschil.stap)):
        if naam in verschil.wat:
            regels.append(f"  {naam}: {oud or 'geen'} → {nieuw or 'geen'}")
    if {"tekst", "fout"} & set(verschil.wat):
        tekst = "".join(f"{MERK[s][0]}{t}{MERK[s][1]}" if s in MERK else t for s, t in verschil.stukken)
        regels += [f"  {regel}" for regel in tekst.splitlines()]
    return "\n".join(regels) + "\n"
