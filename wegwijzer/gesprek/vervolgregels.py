"""What is answered to a question that leans on the last answer: the lines, from what knowledge/ says of it."""

from __future__ import annotations

import re
from dataclasses import replace

from wegwijzer.gesprek import stappen
from wegwijzer.gesprek.model import Bericht, Toestand
from wegwijzer.gesprek.onderwerp import kies_variant
from wegwijzer.gesprek.vervolgvraag import GELD, MEE, PLEK, TIJD, VAN_STAP, ZEG, ZELF, zin_over
from wegwijzer.gesprek.zaak import BUITEN_STAP, GESCHIL, VIA_GESCHIL, ZONDER_DUUR
from wegwijzer.huis import Huis
from wegwijzer.kennis.jongere import spreekt_ouders_aan
from wegwijzer.kennis.model import Onderwerp
from wegwijzer.pad import kaart
from wegwijzer.pad.stapinhoud import passend
from wegwijzer.pad.weetjes import opsomming
from wegwijzer.taal.schoon import kaal

SCHRIFTELIJK = ("mail", "formulier", "chat")
"""Ways to reach somebody in writing."""
ALGEMEEN = ("vertel", "data", "iemand", "wie wat doet")
"""What is said of every talk; not once more where the topic says it."""
VAN_DOEN = frozenset({"hoe", "zelf"})
"""Questions of what the parent can do: answered by what the topic or the step says to do."""
_WIE = re.compile(r"\b(?:wie|waar)\b")
UITLEG = {
    "school": ("hoe_praat_ik_met_school",),
    "samenwerkingsverband": ("wat_is_een_steunpunt", "wat_is_een_samenwerkingsverband"),
    "onderwijsconsulent": ("onderwijsconsulent", "wachttijd_consulent"),
    "advieslijn": ("ouders_en_onderwijs_bellen", "balans_bellen"),
    "klacht": ("klacht_indienen", "gpo_geschil"),
    "inspectie": ("inspectie_melden",),
}
"""Step → the topics that explain it: there stands what it costs and how long it takes."""


def regels_van(
    soort: str,
    stap: str | None,
    onderwerp: Onderwerp | None,
    kaarten: list[kaart.Kaart],
    bericht: Bericht,
    toestand: Toestand,
    huis: Huis,
) -> tuple[list[str], str]:
    """The lines of the answer and the topic that they are of."""
    kennis = huis.kennis
    topic = onderwerp.id if onderwerp is not None else "pad"
    if soort == "mail" and topic not in BUITEN_STAP:
        return _mail(kaarten, huis), topic
    if soort in ("mail", "papier"):
        return [kennis.tekst("vervolg_papier"), *_contacten(kaarten, huis, 1)], topic
    if soort == "waar" and onderwerp is not None and (plek := zin_over(onderwerp, PLEK, toestand)):
        return [plek, *_contacten(kaarten, huis, 1)], topic
    if soort in ("kosten", "duur"):
        patroon = GELD if soort == "kosten" else TIJD
        tijd = kennis.stappen[stap].tijd if stap and soort == "duur" else None
        via = onderwerp is not None and onderwerp.id in VIA_GESCHIL and toestand.situatie.onderwijssoort != "mbo"
        namen = (onderwerp.id,) if onderwerp is not None else UITLEG.get(stap or "", ())
        namen = (GESCHIL,) if via else namen
        bronnen = [kennis.onderwerpen[n] for n in namen if n in kennis.onderwerpen]
        uit = next(((o.id, z) for o in bronnen if (z := zin_over(o, patroon, toestand))), ("", None))
        eigen_termijn = soort == "duur" and topic in ZONDER_DUUR and not via
        zin = None if eigen_termijn else tijd or uit[1]
        if zin is None:
            return [kennis.tekst("vervolg_onbekend"), *_contacten(kaarten, huis, 1)], topic
        wat = kennis.stappen[stap].kort if stap else None
        if uit[0] == GESCHIL and not tijd and topic != GESCHIL:
            wat = kennis.tekst("vervolg_gpo")
        return [kennis.tekst("vervolg_over", wat=wat, zin=zin) if wat else zin, *_contacten(kaarten, huis, 1)], topic
    if soort == "anders":
        advies = [kaart.van_organisatie(kennis.organisaties[o]) for o in kennis.altijd if o in kennis.organisaties]
        return [kennis.altijd_tekst, *_contacten(advies, huis, 2)], "praat_met_mens"
    if soort in VAN_STAP and onderwerp is not None:
        eigen = _van_onderwerp(soort, onderwerp, toestand)
        return [*eigen, _erbij(kennis.tekst(f"vervolg_{soort}"), " ".join(eigen))], topic
    if soort in ("intussen", "weer"):
        return [kennis.tekst(f"vervolg_{soort}")], topic
    if soort in VAN_DOEN:
        return [*_doen(soort, stap, onderwerp, toestand, huis), *_contacten(kaarten, huis, 1)], topic
    if soort == "klaar":
        over = None if onderwerp is None or onderwerp.id in ZONDER_DUUR else onderwerp
        zin = zin_over(over, TIJD, toestand) if over is not None else None
        return [zin or kennis.tekst("vervolg_onbekend"), *_contacten(kaarten, huis, 1)], topic
    if soort == "print":
        return [kennis.tekst("vervolg_print")], "brief_of_plan"
    if soort == "klaarleggen" and stap:
        return [kennis.tekst("klaarleggen", wat=_klein(kennis.stappen[stap].bereid_voor[:3]))], topic
    if soort == "zeggen" and stap:
        doe = passend(kennis.stappen[stap].doe, toestand.situatie)[1:]
        return [*doe, kennis.tekst("klaarleggen", wat=_klein(kennis.stappen[stap].bereid_voor[:2]))], topic
    if soort == "open":
        return _open(kaarten, bericht, huis), topic
    if stap == "school" and _WIE.search(kaal(bericht.tekst)):
        return [*passend(kennis.stappen[stap].doe, toestand.situatie)[:1], *_contacten(kaarten[-1:], huis, 1)], topic
    if onderwerp is not None and _WIE.search(kaal(bericht.tekst)):
        return [*_eigen_doe_nu(onderwerp, toestand), *_contacten(kaarten, huis, 2)], topic
    return _contacten(kaarten, huis, 2) or [stappen.tekst_met_nummers("vervolg_geen_nummer", huis)], topic


def doe_nu_van(onderwerp: Onderwerp, toestand: Toestand) -> str | None:
    """What the topic says to do now, in the variant that fits."""
    variant = kies_variant(onderwerp, toestand.situatie)
    return (variant.doe_nu if variant else None) or onderwerp.doe_nu


def _eigen_doe_nu(onderwerp: Onderwerp, toestand: Toestand) -> list[str]:
    """The same as a line; none for a pupil where it speaks to parents."""
    doe_nu = doe_nu_van(onderwerp, toestand)
    return [doe_nu] if doe_nu and not (toestand.situatie.kind == "ik" and spreekt_ouders_aan(doe_nu)) else []


def _doen(soort: str, stap: str | None, onderwerp: Onderwerp | None, toestand: Toestand, huis: Huis) -> list[str]:
    kennis = huis.kennis
    namen = (onderwerp.id,) if onderwerp is not None else UITLEG.get(stap or "", ())
    bronnen = [kennis.onderwerpen[n] for n in namen if n in kennis.onderwerpen]
    if soort == "zelf" and (zin := next((z for o in bronnen if (z := zin_over(o, ZELF, toestand))), None)):
        return [zin]
    if onderwerp is not None:
        return _eigen_doe_nu(onderwerp, toestand)
    return list(passend(kennis.stappen[stap].doe, toestand.situatie)[:2]) if stap else []


def _van_onderwerp(soort: str, onderwerp: Onderwerp, toestand: Toestand) -> list[str]:
    """What the topic itself tells to say or to bring; nothing for a pupil where it speaks to parents."""
    patroon = ZEG if soort == "zeggen" else MEE
    variant = kies_variant(onderwerp, toestand.situatie)
    doe_nu = (variant.doe_nu if variant else None) or onderwerp.doe_nu
    zinnen = [
        z for z in (zin_over(onderwerp, patroon, toestand), doe_nu if patroon.search(doe_nu or "") else None) if z
    ]
    tekst = " ".join(zinnen)
    return [tekst] if tekst and not (toestand.situatie.kind == "ik" and spreekt_ouders_aan(tekst)) else []


def _erbij(tekst: str, eigen: str) -> str:
    """What holds for every talk, without what the topic says already."""
    zinnen = tekst.split(". ")
    over = [z for z in zinnen if not any(w in z.lower() and w in eigen.lower() for w in ALGEMEEN)]
    return f"{'. '.join(over or zinnen).rstrip('.')}."


def _mail(kaarten: list[kaart.Kaart], huis: Huis) -> list[str]:
    """How to write to them; whom one can write to instead where that is not known."""
    kaarten = [k for k in kaarten if k.tekst(1)]
    schriftelijk = [replace(k, contact=tuple(c for c in k.contact if c.soort in SCHRIFTELIJK)) for k in kaarten]
    regels = _contacten(schriftelijk, huis, 1)
    if schriftelijk and not schriftelijk[0].tekst(1):
        geen = huis.kennis.tekst("vervolg_geen_mail", wie=schriftelijk[0].wie.split(" (")[0])
        return [geen, *_contacten(kaarten, huis, 1), *regels]
    return regels or [stappen.tekst_met_nummers("vervolg_geen_nummer", huis)]


def _open(kaarten: list[kaart.Kaart], bericht: Bericht, huis: Huis) -> list[str]:
    """Whether they can be called now, where the hours are known with a source."""
    for k in kaarten:
        for contact in k.data(bericht.nu)["contact"]:
            if contact["soort"] == "telefoon" and contact["tijden"]:
                sleutel = {True: "vervolg_open", False: "vervolg_dicht", None: "vervolg_tijden"}[contact["open"]]
                wie = k.wie.split(" (")[0]
                return [
                    huis.kennis.tekst(sleutel, wie=wie, tijden=kaart.leesbaar(contact["tijden"])),
                    *_contacten([k], huis, 1),
                ]
    return [huis.kennis.tekst("vervolg_tijden_onbekend"), *_contacten(kaarten, huis, 1)]


def _contacten(kaarten: list[kaart.Kaart], huis: Huis, hoogstens: int) -> list[str]:
    regels = [
        huis.kennis.tekst("stap_contact", wie=k.wie.split(" (")[0], contact=tekst)
        for k in kaarten
        if (tekst := k.tekst(2))
    ]
    return regels[:hoogstens]


def _klein(delen: tuple[str, ...]) -> str:
    return opsomming([d.rstrip(".")[:1].lower() + d.rstrip(".")[1:] for d in delen])
