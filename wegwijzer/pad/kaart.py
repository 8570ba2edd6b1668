"""Contact cards: who to reach, how, when, and where we read it. The same facts as text and as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wegwijzer.kennis.model import Contact, Kennis, Organisatie, Samenwerkingsverband
from wegwijzer.pad.openstelling import is_open

CONTROLEER = "controleer dit op de site"
STEUNPUNT_KAART = "steunpunt_kaart"
"""Key in teksten.yml: the national way to find a steunpunt, where a region's own contact is unknown."""


LINKS, EINDE = "\u2066", "\u2069"
"""Unicode marks around what is read from left to right within a text from right to left."""
KORTE_SOORTEN = ("telefoon", "site", "mail", "formulier", "chat")
"""What can be called, opened or written to at once."""


@dataclass(frozen=True)
class Kaart:
    """One contact. `contact` is ordered: telephone, site, form, mail, chat, post."""

    wie: str
    wat: str
    contact: tuple[Contact, ...]
    extra: tuple[str, ...] = ()

    def tekst(self, hoogstens: int = 2) -> str:
        """The first `hoogstens` ways to reach them as one Dutch sentence; empty where nothing is sourced."""
        delen = [_deel(c) for c in self._kort(hoogstens)]
        return " of ".join(delen)

    def kaal(self) -> str:
        """The first way to reach them and nothing else: number or address."""
        eerste = self._kort(1)
        return eerste[0].waarde if eerste else ""

    def _kort(self, hoogstens: int) -> list[Contact]:
        gekozen: list[Contact] = []
        for contact in self.contact:
            nieuw = contact.waarde not in {c.waarde for c in gekozen}
            soort_nieuw = contact.soort == "telefoon" or contact.soort not in {c.soort for c in gekozen}
            if contact.soort in KORTE_SOORTEN and nieuw and soort_nieuw:
                gekozen.append(contact)
        return gekozen[:hoogstens]

    def data(self, nu: datetime) -> dict[str, Any]:
        """For the widget. `open` is None where no hours are known, or a holiday makes them unsure."""
        return {
            "wie": self.wie,
            "wat": self.wat,
            "contact": [_gegevens(c, nu) for c in self.contact],
            "extra": list(self.extra),
        }


VOLGORDE = ("telefoon", "site", "formulier", "mail", "chat", "app", "post")


def geordend(contacten: Iterable[Contact]) -> tuple[Contact, ...]:
    """Telephone first, then the other ways; surer before less sure."""
    zekerheid = ("hoog", "midden", "laag")
    return tuple(sorted(contacten, key=lambda c: (VOLGORDE.index(c.soort), zekerheid.index(c.zekerheid))))


def van_organisatie(organisatie: Organisatie) -> Kaart:
    """The card of a national or local organisation."""
    return Kaart(organisatie.naam, organisatie.wat, geordend(organisatie.contact))


def van_samenwerkingsverband(swv: Samenwerkingsverband) -> Kaart:
    """The steunpunt's contact first (it is there for parents), then that of the samenwerkingsverband itself."""
    steunpunt = swv.steunpunt.contact if swv.steunpunt else ()
    eigen = tuple(c for c in swv.contact if c.waarde not in {s.waarde for s in steunpunt})
    wie = swv.naam_of_code()
    if swv.steunpunt and swv.steunpunt.naam.lower() not in wie.lower():
        wie = f"{swv.steunpunt.naam} – {wie}" if swv.naam and swv.naam not in swv.steunpunt.naam else swv.steunpunt.naam
    return Kaart(
        wie,
        f"Voor scholen in {swv.gebied}.",
        (*geordend(steunpunt), *geordend(eigen)),
        tuple(f.tekst for f in swv.bijzonder),
    )


def vul_nummers(tekst: str, kennis: Kennis, of: str = "of", rechts: bool = False) -> str:
    """Replace each `{tel:<organisation>}` by that organisation's sourced number(s), written once in its own file.

    `of` is the word between two numbers. With `rechts` (a text from right to left) each number is marked to be read
    from left to right, without which a screen shows its groups in reverse.
    """

    def nummer(match: re.Match[str]) -> str:
        organisatie = kennis.organisaties.get(match[1])
        nummers = [links_naar_rechts(n) if rechts else n for n in (organisatie.telefoons() if organisatie else ())]
        return f" {of} ".join(nummers[:2]) or (organisatie.naam if organisatie else "")

    return re.sub(r"\{tel:([a-z0-9_]+)\}", nummer, tekst)


def links_naar_rechts(waarde: str) -> str:
    """A number or address that keeps its order in a text from right to left."""
    return f"{LINKS}{waarde}{EINDE}"


@dataclass(frozen=True)
class KortContact:
    """Who, and the one best way to reach them; `zeker` is False where it must be checked on the site."""

    wie: str
    waarde: str
    zeker: bool = True


def eerste_contact(custom: Mapping[str, Any]) -> KortContact | None:
    """The first contact of an answer's cards that can be called, opened or written to; None where there is none."""
    kaarten = custom.get("kaarten") or ([custom["kaart"]] if custom.get("kaart") else [])
    for k in kaarten:
        for contact in k["contact"]:
            if contact["soort"] in KORTE_SOORTEN:
                return KortContact(str(k["wie"]).split(" (")[0], str(contact["waarde"]), not contact["controleer"])
    return None


def _deel(contact: Contact) -> str:
    twijfel = f" ({contact.label})" if contact.label else ""
    twijfel += f" ({CONTROLEER})" if contact.zekerheid == "laag" else ""
    if contact.soort == "telefoon":
        tijden = f" ({leesbaar(contact.tijden)})" if contact.tijden else ""
        return f"bel {contact.waarde}{tijden}{twijfel}"
    if contact.soort == "mail":
        return f"mail naar {contact.waarde}{twijfel}"
    if contact.soort == "chat":
        return f"chat op {contact.waarde}{twijfel}"
    return f"kijk op {contact.waarde}{twijfel}"


def leesbaar(tijden: str) -> str:
    """`ma-vr 09:00-12:30` as people read it: `ma t/m vr 9.00–12.30 uur`."""
    if tijden.strip() == "24/7":
        return "dag en nacht"
    tekst = re.sub(r"\b([a-z]{2})-([a-z]{2})\b", r"\1 t/m \2", tijden)
    tekst = re.sub(r"0?(\d{1,2}):(\d\d)-0?(\d{1,2}):(\d\d)", r"\1.\2–\3.\4", tekst)
    return tekst.replace(", ", " en ") + " uur"


def _gegevens(contact: Contact, nu: datetime) -> dict[str, Any]:
    return {
        "soort": contact.soort,
        "waarde": contact.waarde,
        "label": contact.label,
        "tijden": contact.tijden,
        "tijden_noot": contact.tijden_noot,
        "open": is_open(contact.tijden, nu) if contact.tijden else None,
        "bron": contact.bron,
        "gezien": contact.gezien,
        "stand": contact.stand,
        "controleer": contact.zekerheid == "laag",
    }
