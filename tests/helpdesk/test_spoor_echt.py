"""The trace with the trained assistant, and that a trial leaves no mark on conversations of parents."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema
import pytest
from prometheus_client import CollectorRegistry

from wegwijzer.bedrijf.metingen import REGISTER
from wegwijzer.gesprekspartner import Gesprekspartner
from wegwijzer.helpdesk.spoor.beeld import beeld
from wegwijzer.helpdesk.spoor.model import Spoor
from wegwijzer.helpdesk.spoor.tekst import als_tekst
from wegwijzer.helpdesk.spoor.zoeker import Spoorzoeker
from wegwijzer.huis import kennismap

CONTRACT = Path(__file__).parents[1] / "contract" / "ask-output.schema.json"
NU = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
ROTTERDAM = "Mijn zoon van 14 zit al vijf weken thuis, hij zit op een middelbare school in Rotterdam"


@pytest.fixture(scope="module")
def zoeker(partner: Gesprekspartner) -> Spoorzoeker:
    return Spoorzoeker(partner.verwerker)


def speel(zoeker: Spoorzoeker, *teksten: str, **slots: object) -> list[Spoor]:
    gesprek = zoeker.met_slots(slots, NU)
    try:
        return [zoeker.spoor(gesprek, tekst) for tekst in teksten]
    finally:
        zoeker.vergeet(gesprek)


def _teller(register: CollectorRegistry, naam: str) -> float:
    return sum(m.value for f in register.collect() for m in f.samples if m.name == naam)


def test_het_spoor_vertelt_alles(zoeker: Spoorzoeker) -> None:
    eerste, tweede = speel(zoeker, ROTTERDAM, "ik heb al twee keer met school gepraat, dat hielp niet")
    schema = json.loads(CONTRACT.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate({"id": "x", "turns": [dict(eerste.beurt), dict(tweede.beurt)]})
    assert len(eerste.kansen) == 4
    assert [k for _, k in eerste.kansen] == sorted((k for _, k in eerste.kansen), reverse=True)
    veranderd = {s.naam: s.na for s in eerste.slots if s.veranderd}
    assert veranderd["swv"] == "VO2810"
    assert {s.naam: (s.voor, s.na) for s in tweede.slots if s.veranderd}["stap"] == ("school", "samenwerkingsverband")
    assert tweede.waarom
    bestanden = {v.bestand for v in tweede.vindplaatsen}
    assert {"samenwerkingsverbanden/VO2810.yml", "teksten.yml"} <= bestanden
    assert all(b.gezien and b.zekerheid for b in tweede.bronnen)
    assert tweede.bronnen
    assert tweede.tijden["totaal"] >= tweede.tijden["nlu"] > 0
    assert set(tweede.tijden) == {"gevaar", "schonen", "redactie", "inbedding", "nlu", "actie", "rest", "totaal"}


def test_elke_vindplaats_staat_op_zijn_regel(zoeker: Spoorzoeker) -> None:
    """Each field that is pointed at begins on the line that is named."""
    [spoor] = speel(zoeker, "mag school mijn kind schorsen?")
    assert f"onderwerpen/{spoor.beurt['topic']}.yml" in {v.bestand for v in spoor.vindplaatsen if v.waar == "antwoord"}
    for plek in spoor.vindplaatsen:
        regels = (kennismap() / plek.bestand).read_text(encoding="utf-8").splitlines()
        naam = next(deel for deel in reversed(plek.veld.split(".")) if not deel.isdecimal())
        op_de_regel = regels[plek.regel - 1]
        assert naam in op_de_regel or op_de_regel.lstrip().startswith("- "), plek


def test_gevaar_wijst_de_regel_aan(zoeker: Spoorzoeker) -> None:
    [spoor] = speel(zoeker, "mijn dochter wil niet meer leven")
    assert (spoor.gevaar.niveau, spoor.gevaar.soort, spoor.gevaar.door) == ("nood", "suicide", "regel")
    assert spoor.gevaar.bij is not None
    regel = (kennismap() / "noodhulp.yml").read_text(encoding="utf-8").splitlines()[spoor.gevaar.bij.regel - 1]
    assert spoor.gevaar.regel in regel
    assert speel(zoeker, "wat is een opp")[0].gevaar.niveau == ""


def test_de_situatie_met_de_hand(zoeker: Spoorzoeker) -> None:
    vraag = "wat is mijn volgende stap?"
    gedaan = {"onderwijssoort": "vo", "plaats": "Rotterdam", "gemeente": "Rotterdam", "stappen_gedaan": ["school"]}
    [zonder], [met] = speel(zoeker, vraag), speel(zoeker, vraag, **gedaan)
    assert zonder.stap == "school"
    assert met.beurt["slots"]["stappen_gedaan"] == ["school"]
    assert met.beurt["slots"]["swv"] == "VO2810"
    assert met.stap != "school"


def test_een_leerling_krijgt_zijn_eigen_regels(zoeker: Spoorzoeker) -> None:
    [spoor] = speel(zoeker, "ik ben 15 en ik zit thuis in Zwolle, wat nu?")
    velden = {(v.bestand, v.veld) for v in spoor.vindplaatsen}
    assert any("jongere" in veld for _, veld in velden), velden


def test_persoonsgegevens_zijn_weg(zoeker: Spoorzoeker) -> None:
    [spoor] = speel(zoeker, "Bel mij op jan.jansen@voorbeeld.example, mijn kind zit thuis")
    assert "jansen" not in json.dumps(spoor.als_dict(), ensure_ascii=False)
    assert spoor.verwijderd
    assert "jansen" not in als_tekst(spoor)
    assert "jansen" not in str(beeld(spoor))


def test_een_proef_laat_niets_achter(zoeker: Spoorzoeker, partner: Gesprekspartner) -> None:
    echt = partner.begin()
    partner.zeg(echt, ROTTERDAM)
    bewaard = partner._agent.tracker_store._tracker_store.store
    voor = dict(bewaard)
    assert voor
    teller = _teller(REGISTER, "wegwijzer_beurten_total")
    speel(zoeker, "mag school mijn kind schorsen?", "dat loopt nog")
    assert bewaard == voor
    assert _teller(REGISTER, "wegwijzer_beurten_total") == teller
    assert zoeker.verwerker.tracker_store.store == {}
    assert partner.zeg(echt, "ik heb met school gepraat")["slots"]["swv"] == "VO2810"
    partner.vergeet(echt)


def test_zelfde_antwoord_als_een_ouder_krijgt(zoeker: Spoorzoeker, partner: Gesprekspartner) -> None:
    teksten = [ROTTERDAM, "gedaan, hielp niet", "wie kan ik bellen?"]
    gesprek = partner.begin(NU)
    ouder = [partner.zeg(gesprek, tekst) for tekst in teksten]
    partner.vergeet(gesprek)
    proef = [dict(s.beurt) for s in speel(zoeker, *teksten)]
    for een, ander in zip(ouder, proef, strict=True):
        assert [a["text"] for a in een["replies"]] == [a["text"] for a in ander["replies"]]
        assert (een["topic"], een["slots"]) == (ander["topic"], ander["slots"])


def test_leesbaar_in_de_terminal(zoeker: Spoorzoeker) -> None:
    [spoor] = speel(zoeker, "mag school mijn kind schorsen?")
    tekst = als_tekst(spoor)
    for stuk in (
        "onderwerp:  schorsing",
        "waarom:",
        "bestand:    knowledge/onderwerpen/schorsing.yml:",
        "bron:",
        "tijd:",
    ):
        assert stuk in tekst
