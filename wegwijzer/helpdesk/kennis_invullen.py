"""One form that was sent: read, merged with what another saved meanwhile, checked, and saved or shown again."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from wegwijzer import klok
from wegwijzer.bewerken import opslaan, schrijfwijze
from wegwijzer.bewerken.invoer import RIJ, Lezing, Waarden, waarden
from wegwijzer.bewerken.knip import NietTeSchrijven
from wegwijzer.bewerken.samenvoegen import GEEN, Botsing, voeg_samen
from wegwijzer.bewerken.stukken import ID, NIEUW, Soort, Stuk, lees
from wegwijzer.bewerken.vorm import Veld
from wegwijzer.helpdesk.deur import Weigering
from wegwijzer.helpdesk.kennis_werk import Werkplaats
from wegwijzer.kennis.laad import bestanden
from wegwijzer.kennis.meldingen import KennisFout, Melding
from wegwijzer.kennis.model import Kennis
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)
Form = Mapping[str, list[str]]
EINDE, PROVINCIE, VRAGEN = "einde", "provincie_bestand", "proefvragen"
"""The last input of the form (without it something was cut off); the file of a new initiative; questions to try."""


@dataclass
class Stand:
    """What the page must show. `kennis`: the knowledge with this change, where it is in order and was asked for."""

    stuk: Stuk
    waarden: Waarden
    status: int = 200
    meldingen: list[Melding] = field(default_factory=list)
    namen: dict[str, str] = field(default_factory=dict)
    eerder: list[Melding] = field(default_factory=list)
    botsingen: list[Botsing] = field(default_factory=list)
    zin: str = ""
    kennis: Kennis | None = None
    bewaard: opslaan.Uitkomst | None = None


def formulier(soort: Soort, nieuw: bool) -> Veld:
    """The fields; what names the file cannot be changed later."""
    veld = soort.veld
    return veld if nieuw else replace(veld, velden=tuple(v for v in veld.velden if v.naam != soort.sleutel))


def open_stuk(werk: Werkplaats, soort: Soort, id_: str) -> Stuk:
    """The piece as it stands on disk. Raises Weigering where there is none, KennisFout where it cannot be read."""
    gelezen, meldingen = werk.werkmap.gelezen()
    gevonden = werk.bestand_van(soort, id_, gelezen)
    if gevonden is None:
        raise Weigering("niet_gevonden")
    try:
        stuk = lees(soort, id_, gevonden[0], werk.map, gevonden[1])
        _ = stuk.heel
    except (OSError, UnicodeDecodeError):
        raise KennisFout([m for m in meldingen if m.bestand == gevonden[0]]) from None
    werk.onthoud(stuk.tekst)
    return stuk


def nieuw_stuk(werk: Werkplaats, soort: Soort, form: Form) -> tuple[Stuk, list[Melding]]:
    """An empty piece for what was typed as its id, and what is wrong with that."""
    id_ = (form.get("id") or [""])[0].strip()
    if soort.deel:
        gekozen = (form.get(PROVINCIE) or [""])[0]
        keuzes = provincies(werk, soort)
        bestand = next((b for b, naam in keuzes if naam == gekozen), keuzes[0][0])
        stuk = lees(soort, id_, bestand, werk.map)
        werk.onthoud(stuk.tekst)
    else:
        stuk = Stuk(soort, id_, f"{soort.map}/{id_ if ID.fullmatch(id_) else NIEUW}.yml", "")
    if not ID.fullmatch(id_) or id_ == NIEUW:
        herstel = "Schrijf hoogstens 60 kleine letters, cijfers en _, zonder spaties."
        return stuk, [Melding(stuk.bestand, 1, f"{stuk.voorvoegsel}id", f"'{id_[:40]}' kan hier niet.", herstel)]
    if werk.bestand_van(soort, id_, werk.werkmap.gelezen()[0]) or stuk.bestand.lower() in _namen(werk, soort):
        wat = f"'{id_}' bestaat al."
        return stuk, [Melding(stuk.bestand, 1, f"{stuk.voorvoegsel}id", wat, "Kies een andere naam.")]
    return stuk, []


def provincies(werk: Werkplaats, soort: Soort) -> list[tuple[str, str]]:
    """The files that a new initiative can go into: file, name."""
    namen = sorted(n for n in bestanden(werk.map) if n.startswith(f"{soort.map}/"))
    return [(n, Path(n).stem) for n in namen]


def verwerk(werk: Werkplaats, soort: Soort, id_: str, nieuw: bool, form: Form, wie: str) -> Stand:
    """Do what the form asks. Raises Weigering and KennisFout as `open_stuk`, OSError where the disk fails."""
    form = _vandaag(form)
    doe = (form.get("doe") or ["bekijk"])[0]
    veld = formulier(soort, nieuw)
    stuk, meldingen = nieuw_stuk(werk, soort, form) if nieuw else (open_stuk(werk, soort, id_), [])
    if form.get(EINDE) != ["ja"]:
        fout = Melding(stuk.bestand, 1, "", "Het formulier kwam niet heel aan.", "Vul het opnieuw in.")
        return Stand(stuk, waarden(veld, stuk.inhoud), 422, [fout])
    if doe.startswith("rij"):
        return Stand(stuk, rijen(form, doe))
    basis = stuk if nieuw else _basis(werk, stuk, (form.get("versie") or [""])[0])
    lezing = Lezing(stuk.bestand, form)
    try:
        eigen = lezing.lees(veld, (basis or stuk).inhoud)
    except KennisFout:  # the file was broken when this form was opened
        eigen = lezing.lees(veld, stuk.inhoud)
    fouten = _met_voorvoegsel(stuk, [*meldingen, *lezing.fouten])
    stand = Stand(stuk, {k: list(v) for k, v in form.items()}, 422, fouten, lezing.namen)
    if fouten:
        return stand
    if not nieuw and (basis is None or basis.versie != stuk.versie):
        eigen, stand.botsingen = voeg_samen(basis.inhoud if basis else GEEN, stuk.inhoud, eigen)
        if stand.botsingen:
            stand.status, stand.waarden = 409, waarden(veld, eigen)
            return stand
    try:
        tekst = stuk.met(eigen)
    except NietTeSchrijven as fout:
        wat = f"Deze wijziging is niet op te schrijven ({fout})."
        stand.meldingen = [Melding(stuk.bestand, 1, "", wat, "Verander minder tegelijk, of pas het bestand zelf aan.")]
        return stand
    return _bewaar(werk, stand, tekst, form, wie, nieuw) if doe == "bewaar" else _bekijk(werk, stand, tekst)


def _bekijk(werk: Werkplaats, stand: Stand, tekst: str) -> Stand:
    try:
        stand.kennis = werk.werkmap.kennis(stand.stuk.bestand, tekst)
        stand.status = 200
    except KennisFout as fout:
        stand.meldingen = fout.meldingen
        stand.eerder = werk.werkmap.gelezen()[1]
    return stand


def _bewaar(werk: Werkplaats, stand: Stand, tekst: str, form: Form, wie: str, nieuw: bool) -> Stand:
    stuk = stand.stuk
    reden = " ".join((form.get("reden") or [""])[0].split())[:120]
    bericht = f"Kennis: {stuk.soort.naam} {stuk.id} {'toegevoegd' if nieuw else 'gewijzigd'}" + (
        f" ({reden})" if reden else ""
    )
    versie = stuk.versie if stuk.tekst else ""
    try:
        uitkomst = opslaan.bewaar(werk.werkmap, werk.geschiedenis, stuk.bestand, tekst, versie, wie, bericht)
    except OSError as fout:
        logger.error("De kennis kon niet worden opgeslagen: %s", plek_van(fout))
        stand.status = 503
        stand.zin = "De schijf is nu niet te beschrijven. Wat u typte, staat er nog. Waarschuw de beheerder."
        return stand
    stand.status = {"bewaard": 303, "gelijk": 200, "botsing": 409, "bezet": 503}.get(uitkomst.soort, 422)
    if uitkomst.soort == "bewaard":
        stand.bewaard = uitkomst
        werk.onthoud(tekst)
    elif uitkomst.soort == "geweigerd":
        stand.meldingen, stand.eerder = uitkomst.meldingen, werk.werkmap.gelezen()[1]
    else:
        stand.zin = {
            "gelijk": "Er is niets veranderd, dus er is niets bewaard.",
            "botsing": "Een ander heeft dit net bewaard. Wat u typte, staat er nog. Bewaar nog een keer.",
            "bezet": "Een ander slaat nu op. Wat u typte, staat er nog. Bewaar over een paar seconden opnieuw.",
        }[uitkomst.soort]
    return stand


def _basis(werk: Werkplaats, stuk: Stuk, versie: str) -> Stuk | None:
    """The piece as it was when the form was opened; None where nobody knows that any more."""
    if versie == stuk.versie:
        return stuk
    tekst = werk.eerdere(versie)
    if tekst is None:
        return None
    basis = replace(stuk, tekst=tekst)
    try:
        if not stuk.soort.deel:
            _ = basis.heel
            return basis
        delen = basis.heel[stuk.soort.deel]
        plek = next((n for n, deel in enumerate(delen) if deel.get("id") == stuk.id), None)
    except (KennisFout, KeyError, AttributeError):
        return None
    return None if plek is None else replace(basis, plek=plek)


def rijen(form: Form, doe: str) -> Waarden:
    """The values after a row was added (`rij+:contact`), taken away (`rij-:contact:1`) or moved up (`rij^:…`)."""
    uit = {naam: list(waarde) for naam, waarde in form.items()}
    wat, _, rest = doe.partition(":")
    lijst, _, sleutel = rest.partition(":")
    sleutels = uit.setdefault(lijst + RIJ, [])
    if wat == "rij+":
        nieuwe = [int(s[1:]) for s in sleutels if re.fullmatch(r"n[0-9]{1,4}", s)]
        sleutels.append(f"n{max([0, *nieuwe]) + 1}")
    elif sleutel in sleutels:
        plek = sleutels.index(sleutel)
        sleutels.remove(sleutel)
        if wat == "rij^":
            sleutels.insert(max(0, plek - 1), sleutel)
    return uit


def anders(botsingen: list[Botsing]) -> dict[str, str]:
    """Name of the input → what stands in the file by now, where both changed it."""
    uit = {}
    for botsing in botsingen:
        naam = ".".join(str(int(d) - 1) if d.isdecimal() else d for d in botsing.veld.split("."))
        begin = "Van een ander overgenomen; eerst stond hier" if botsing.overgenomen else "In het bestand staat nu"
        waarde = botsing.eigen if botsing.overgenomen else botsing.nu
        uit[naam] = f"{begin}: {schrijfwijze.veld(waarde, 0).strip() if waarde not in (None, '') else '(niets)'}"
    return uit


def _vandaag(form: Form) -> dict[str, list[str]]:
    """ "Ik heb dit vandaag nagekeken" fills in the day of reading."""
    uit = {naam: list(waarde) for naam, waarde in form.items()}
    dag = [klok.vandaag().isoformat()]
    for naam in list(uit):
        if naam.endswith("vandaag") and naam != "alles_vandaag" and uit[naam] == ["ja"]:
            uit[naam.removesuffix("vandaag") + "gezien"] = dag
    if uit.get("alles_vandaag") == ["ja"]:
        uit |= {naam: dag for naam in uit if naam == "gezien" or naam.endswith(".gezien")}
    return uit


def _met_voorvoegsel(stuk: Stuk, fouten: list[Melding]) -> list[Melding]:
    voor = stuk.voorvoegsel
    return [m if m.veld.startswith(voor) else replace(m, veld=f"{voor}{m.veld}") for m in fouten]


def _namen(werk: Werkplaats, soort: Soort) -> set[str]:
    return {n.lower() for n in bestanden(werk.map) if n.startswith(f"{soort.map}/") and not soort.deel}
