"""Every topic's answer, in every variant: it fits on a screen, names its sources and leaves nothing unfilled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from wegwijzer.gesprek import onderwerp
from wegwijzer.huis import Huis
from wegwijzer.kennis.model import Onderwerp, Variant
from wegwijzer.pad.situatie import Situatie

IDS = sorted(p.stem for p in (Path(__file__).parents[2] / "knowledge" / "onderwerpen").glob("*.yml"))
MAX_WOORDEN = 90
ZONDER_BRON = 7
"""From this urgency on a topic is about the assistant, or small talk."""


def situatie_voor(variant: Variant) -> Situatie:
    """A child for whom every condition of `variant` holds."""
    als = variant.als
    return Situatie(
        onderwijssoort=als["onderwijssoort"][0] if "onderwijssoort" in als else None,
        richting=als["richting"][0] if "richting" in als else None,
        swv=als["swv"][0] if "swv" in als else None,
        leeftijd=als.get("leeftijd_vanaf", als.get("leeftijd_tot")),
        weken_thuis=als.get("weken_thuis_vanaf"),
    )


def gevallen(gekozen: Onderwerp) -> Iterator[Situatie]:
    """The plain situation and one for each variant."""
    yield Situatie()
    yield from (situatie_voor(v) for v in gekozen.varianten)


@pytest.mark.parametrize("id_", IDS)
def test_antwoord(id_: str, huis: Huis, nu: datetime) -> None:
    """At most 90 words; sources unless it is about the assistant itself; the next topics exist."""
    gekozen = huis.kennis.onderwerpen[id_]
    for situatie in gevallen(gekozen):
        uit = onderwerp.antwoord(gekozen, situatie, huis, nu)
        assert 0 < len(uit.tekst.split()) <= MAX_WOORDEN
        assert "{" not in uit.tekst and "}" not in uit.tekst
        if gekozen.urgentie < ZONDER_BRON:
            assert uit.custom["bronnen"], f"{id_}: geen bron bij {situatie}"


@pytest.mark.parametrize("id_", IDS)
def test_elke_variant_kan_gekozen_worden(id_: str, huis: Huis) -> None:
    """No variant hides behind an earlier one."""
    gekozen = huis.kennis.onderwerpen[id_]
    for variant in gekozen.varianten:
        assert onderwerp.past(variant, situatie_voor(variant))
        assert onderwerp.kies_variant(gekozen, situatie_voor(variant)) is variant


@pytest.mark.parametrize("soort", ["mbo", "po", "vo"])
def test_zonder_samenwerkingsverband_geen_kaart_van_een_samenwerkingsverband(
    soort: str, huis: Huis, nu: datetime
) -> None:
    """mbo and cluster 1 and 2 are told where to go instead, whatever the topic."""
    richting = None if soort == "mbo" else "cluster1" if soort == "po" else "cluster2"
    situatie = Situatie(onderwijssoort=soort, richting=richting, swv="PO2305")
    namen = {huis.kennis.organisaties[o].naam for o in ("samenwerkingsverband", "ouder_en_jeugdsteunpunt")}
    namen |= {n for s in huis.kennis.samenwerkingsverbanden.values() for n in (s.naam,) if n}
    for gekozen in huis.kennis.onderwerpen.values():
        if "swv" not in gekozen.contact:
            continue
        custom = onderwerp.antwoord(gekozen, situatie, huis, nu).custom
        kaarten = custom.get("kaarten") or [custom.get("kaart")]
        assert not namen & {k["wie"] for k in kaarten if k}, gekozen.id
