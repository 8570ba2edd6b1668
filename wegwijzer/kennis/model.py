"""The knowledge as typed, immutable objects. Field names are those of the YAML, which editors know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wegwijzer.kennis.brief_model import Brief
from wegwijzer.kennis.termijn_model import Termijnkennis

STAPPEN = ("school", "samenwerkingsverband", "onderwijsconsulent", "advieslijn", "klacht", "inspectie")
"""The steps of the road, in order."""

TALEN = ("en", "tr", "pl", "uk", "fr", "ar")
"""The languages besides Dutch that the assistant knows a little: one file each in knowledge/talen."""

PO_SOORTEN = frozenset({"po", "sbo", "so"})
VO_SOORTEN = frozenset({"vo", "pro", "vso"})


@dataclass(frozen=True)
class Herkomst:
    """Where a fact comes from: public address, the day it was read, the source's own date, how sure."""

    bron: str
    gezien: str
    stand: str
    zekerheid: str
    wat: str | None = None


@dataclass(frozen=True)
class Feit(Herkomst):
    """One sourced sentence."""

    tekst: str = ""


@dataclass(frozen=True)
class Contact(Herkomst):
    """One way to reach somebody. `soort`: telefoon, mail, site, formulier, chat, app or post."""

    soort: str = ""
    waarde: str = ""
    label: str | None = None
    tijden: str | None = None
    tijden_noot: str | None = None
    kosten: str | None = None


@dataclass(frozen=True)
class Organisatie:
    """An organisation, aid or scheme that a parent can turn to."""

    id: str
    naam: str
    kort: str
    soort: str
    stap: str | None
    gebied: str
    wat: str
    bijnamen: tuple[str, ...] = ()
    wanneer: tuple[str, ...] = ()
    niet_voor: tuple[str, ...] = ()
    eerst: tuple[str, ...] = ()
    klaarleggen: tuple[str, ...] = ()
    kosten: str | None = None
    contact: tuple[Contact, ...] = ()
    feiten: tuple[Feit, ...] = ()
    bronnen: tuple[Herkomst, ...] = ()

    def telefoons(self) -> tuple[str, ...]:
        """Its sourced telephone numbers, the best first."""
        return tuple(c.waarde for c in self.contact if c.soort == "telefoon")


@dataclass(frozen=True)
class Steunpunt:
    """The ouder- en jeugdsteunpunt of a samenwerkingsverband."""

    naam: str
    contact: tuple[Contact, ...] = ()


@dataclass(frozen=True)
class Samenwerkingsverband:
    """One samenwerkingsverband; `gemeenten_deels` maps a split gemeente to its PC4s here."""

    code: str
    sector: str
    soort: str
    naam: str | None
    gebied: str
    gemeenten: tuple[str, ...]
    gemeenten_deels: Mapping[str, tuple[str, ...]]
    contact: tuple[Contact, ...]
    steunpunt: Steunpunt | None
    bronnen: tuple[Herkomst, ...]
    naam_voluit: str | None = None
    plaats: str | None = None
    bijzonder: tuple[Feit, ...] = ()

    def naam_of_code(self) -> str:
        """The name, or an honest description where none is sourced."""
        return self.naam or f"samenwerkingsverband {self.code[:2]} {self.code[2:]}"


@dataclass(frozen=True)
class Variant:
    """Another answer for another situation: every condition in `als` must hold."""

    als: Mapping[str, Any]
    antwoord: str
    doe_nu: str | None = None
    contact: tuple[str, ...] | None = None
    eenvoudig: str | None = None


@dataclass(frozen=True)
class Jongere:
    """A topic's words for the pupil who writes: `je`, and what somebody of that age can do alone."""

    antwoord: str
    doe_nu: str | None = None
    eenvoudig: str | None = None
    contact: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Deelvraag(Herkomst):
    """A question within a topic with an answer of its own, known by its words: what sbo is, beside so."""

    woorden: tuple[str, ...] = ()
    antwoord: str = ""
    doe_nu: str | None = None


@dataclass(frozen=True)
class Buur:
    """A matter beside ours: the words that betray it, and one sentence on where to go."""

    woorden: tuple[str, ...]
    antwoord: str
    bron: str
    gezien: str
    stand: str
    zekerheid: str


@dataclass(frozen=True)
class Onderwerp:
    """One topic: example questions, answer, what to do now, law and sources."""

    id: str
    titel: str
    stap: str | None
    urgentie: int
    voor: tuple[str, ...]
    vragen: tuple[str, ...]
    antwoord: str
    contact: tuple[str, ...]
    verder: tuple[str, ...]
    bronnen: tuple[Herkomst, ...]
    doe_nu: str | None = None
    instap: bool = False
    toon_stap: bool = False
    bereikbaar: bool = False
    plekken: Mapping[str, Any] | None = None
    varianten: tuple[Variant, ...] = ()
    wet: tuple[str, ...] = ()
    onbevestigd: str | None = None
    eenvoudig: str | None = None
    buren: tuple[Buur, ...] = ()
    jongere: Jongere | None = None
    deelvragen: tuple[Deelvraag, ...] = ()


@dataclass(frozen=True)
class Stap:
    """One step of the road."""

    id: str
    nummer: int
    naam: str
    kort: str
    doel: str
    doe: tuple[str, ...]
    bereid_voor: tuple[str, ...]
    verder_als: tuple[str, ...]
    vraag_na: str
    organisaties: tuple[str, ...]
    bronnen: tuple[Herkomst, ...]
    terugkijken_dagen: int = 14
    tijd: str | None = None
    eenvoudig: str | None = None
    jongere: Mapping[str, Any] | None = None
    """Field → the same for the pupil who writes."""


@dataclass(frozen=True)
class Initiatief(Herkomst):
    """A place to learn or grow for a child that sits at home."""

    id: str = ""
    naam: str = ""
    bereik: str = ""
    provincie: str | None = None
    plaats: str | None = None
    gemeente: str | None = None
    soort: str = ""
    doelgroep: tuple[str, ...] = ()
    leeftijd: Mapping[str, Any] | None = None
    site: str | None = None
    wie_betaalt: str | None = None
    gesloten: str | None = None


@dataclass(frozen=True)
class Afspraak(Feit):
    """A regional agreement that parents may count on, e.g. a protocol."""

    id: str = ""
    naam: str = ""
    sector: tuple[str, ...] = ()
    vanaf_weken: int | None = None
    vraag_aan_school: str | None = None
    organisaties: tuple[str, ...] = ()
    swv: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()


@dataclass(frozen=True)
class Regio:
    """What holds in one region only."""

    id: str
    naam: str
    swv: tuple[str, ...]
    gemeenten: tuple[str, ...]
    afspraken: tuple[Afspraak, ...]


@dataclass(frozen=True)
class Wetsartikel(Herkomst):
    """One law article in our own words."""

    wet: str = ""
    afkorting: str = ""
    artikel: str = ""
    onderwerp: str = ""
    zegt: str = ""

    def aanhaling(self) -> str:
        """How the article is cited to a parent, e.g. `WVO 2020, artikel 8.9`."""
        return f"{self.afkorting}, artikel {self.artikel}"


@dataclass(frozen=True)
class Taal:
    """What the assistant can say in another language; `richting` is `ltr` or `rtl`, `of` the word for "or".

    `nood` and `zorg` go by the kinds of danger of noodhulp.yml, `knoppen` by the `knop_` texts of teksten.yml.
    """

    code: str
    naam: str
    eigen_naam: str
    richting: str
    nagekeken: bool
    noot: str
    of: str
    intro: str
    stap_kop: str
    stappen: Mapping[str, str]
    speciaal: str
    niet_zeker: str
    alle_stappen: str
    mens: str
    verder: str
    buiten_bereik: str
    geredigeerd: str
    vragen: Mapping[str, str]
    knoppen: Mapping[str, str]
    nood: Mapping[str, str]
    zorg: Mapping[str, str]


@dataclass(frozen=True)
class Kennis:
    """One whole, checked version of the knowledge."""

    versie: str
    onderwerpen: Mapping[str, Onderwerp]
    organisaties: Mapping[str, Organisatie]
    samenwerkingsverbanden: Mapping[str, Samenwerkingsverband]
    initiatieven: tuple[Initiatief, ...]
    regios: tuple[Regio, ...]
    wetten: Mapping[str, Wetsartikel]
    stappen: Mapping[str, Stap]
    altijd: tuple[str, ...]
    zijpaden: tuple[Mapping[str, Any], ...]
    noodhulp: Mapping[str, Any]
    teksten: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    talen: Mapping[str, Taal] = field(default_factory=dict)
    brieven: Mapping[str, Brief] = field(default_factory=dict)
    termijnen: Termijnkennis = field(default_factory=Termijnkennis)
    altijd_tekst: str = ""

    def tekst(self, sleutel: str, **waarden: object) -> str:
        """The text under `sleutel` in teksten.yml, its `{gaps}` filled. Raises KeyError when missing."""
        return self.teksten[sleutel][0].format(**waarden).strip()
