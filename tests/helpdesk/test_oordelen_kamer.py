"""Marks: who may what, that no words of a parent get in, until an editor closed it and it became a test case."""

from __future__ import annotations

import html
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import yaml
from bureau import Browser, Bureau
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from wegwijzer.cli import main
from wegwijzer.evaluatie.vragen import testvragen
from wegwijzer.helpdesk import testgeval
from wegwijzer.helpdesk.deur import Rol
from wegwijzer.helpdesk.overschrijven import Lijkt, lijkt
from wegwijzer.huis import houder
from wegwijzer.opslag import oordelen
from wegwijzer.opslag.gesprekken import open_opslag
from wegwijzer.opslag.oordelen import Oordeel
from wegwijzer.opslag.tabellen import MELDINGEN, OORDELEN, OPEN_VRAGEN
from wegwijzer.opslag.wissen import wis

VAN_OUDER = "onze jongste wil sinds de herfst echt niet meer met de bus mee naar het schooltje in het bos"
EIGEN = "Wie regelt een ander busje voor een kind dat niet meer meewil?"
STOUT = "\"><script>alert(1)</script><b>x' {{7*7}}"


@pytest.fixture
def desk(bureau: Bureau) -> Iterator[Bureau]:
    """The same server with empty tables."""
    with bureau.opslag.engine.begin() as verbinding:
        for tabel in (OORDELEN, MELDINGEN, OPEN_VRAGEN):
            verbinding.execute(sa.delete(tabel))
    yield bureau


def geef(browser: Browser, **velden: str) -> str:
    """Send the form; where it was saved."""
    alles = {"oordeel": "fout", "vraag": EIGEN, "onderwerp": "pesten", "bestand": "knowledge/onderwerpen/pesten.yml"}
    antwoord = browser.post("/helpdesk/oordelen", {**alles, **velden})
    assert antwoord.status == 303, klacht(antwoord.tekst)
    return antwoord.waar


def klacht(pagina: str) -> str:
    return html.unescape(" ".join(re.findall(r'class="klacht"[^>]*>([^<]*)', pagina)))


def meld(desk: Bureau, tekst: str, gezegd: str = VAN_OUDER, gesprek: str = "web-1") -> int:
    """A parent's remark on an answer, with the conversation; its number."""
    tracker = DialogueStateTracker.from_events(gesprek, [])
    for event in (ActionExecuted("action_listen"), UserUttered(gezegd, {"name": "x"}), BotUttered("Ja.", {"a": 1})):
        tracker.update(event)
    with desk.opslag.session_scope() as sessie:
        event_rij = desk.opslag.SQLEvent
        for e in tracker.events:
            sessie.add(event_rij(sender_id=gesprek, type_name=e.type_name, timestamp=1.0, data=json.dumps(e.as_dict())))
        rij = {"gesprek": gesprek, "bericht": 2, "tekst": tekst, "topic": "pesten", "kennis": "v0", "uitgave": 0}
        nummer = sessie.execute(sa.insert(MELDINGEN).values(**rij, gemaakt=time.time())).inserted_primary_key[0]
        sessie.commit()
    return int(nummer)


def test_van_oordeel_tot_klaar(desk: Bureau) -> None:
    """The helpdesk marks, an editor takes it and closes it with the version that serves."""
    helpdesk, redacteur = desk.bezoek(Rol.HELPDESK, "Hanna"), desk.bezoek(Rol.REDACTEUR, "Rik")
    waar = geef(helpdesk, bevat="de juiste naam", opmerking="klopt al een tijd niet")
    pagina = redacteur.get(waar).tekst
    assert EIGEN in html.unescape(pagina) and "Hanna" in pagina
    assert '<a href="/helpdesk/kennis/onderwerp/pesten">' in pagina
    assert redacteur.post(f"{waar}/status", {"doe": "neem", "redacteur": "Rik"}).status == 303
    assert "in behandeling" in helpdesk.get(waar).tekst and "Bij Rik" in helpdesk.get("/helpdesk/oordelen").tekst
    assert redacteur.post(f"{waar}/status", {"doe": "sluit"}).status == 303
    een = oordelen.haal(desk.opslag, int(waar.rsplit("/", 1)[1]))
    assert een is not None
    assert (een.status, een.klaar_door, een.klaar_kennis) == ("klaar", "Rik", houder().haal().kennis.versie)
    assert waar not in helpdesk.get("/helpdesk/oordelen").tekst
    assert waar in helpdesk.get("/helpdesk/oordelen?welke=klaar").tekst
    assert redacteur.post(f"{waar}/status", {"doe": "sluit"}).status == 303
    assert "Een ander was u voor" in redacteur.get(waar).tekst
    assert redacteur.post(f"{waar}/status", {"doe": "heropen"}).status == 303
    assert waar in helpdesk.get("/helpdesk/oordelen?welke=open").tekst


def test_wie_wat_mag(desk: Bureau) -> None:
    helpdesk = desk.bezoek(Rol.HELPDESK, "Hanna")
    waar = geef(helpdesk)
    for pad, velden in ((f"{waar}/status", {"doe": "sluit"}), (f"{waar}/test", {})):
        assert helpdesk.post(pad, velden).status == 403
    assert desk.browser().get("/helpdesk/oordelen").status == 303
    assert helpdesk.post("/helpdesk/oordelen", {"oordeel": "fout", "csrf": "nee"}).status == 403
    assert helpdesk.get("/helpdesk/oordelen/99999").status == 404
    redacteur = desk.bezoek(Rol.REDACTEUR, "Rik")
    assert redacteur.post(f"{waar}/status", {"doe": "neem", "redacteur": "Hanna"}).status == 400


def test_een_goed_antwoord_vraagt_niets_meer(desk: Bureau) -> None:
    nummer = meld(desk, "klopt dit wel")
    waar = geef(desk.bezoek(), oordeel="goed", vraag="", melding=str(nummer))
    een = oordelen.haal(desk.opslag, int(waar.rsplit("/", 1)[1]))
    assert een is not None and een.status == "klaar"
    assert oordelen.opmerkingen(desk.opslag) == []


def test_de_woorden_van_een_ouder_komen_er_niet_in(desk: Bureau) -> None:
    """Not shown in the form, refused where copied, a warning where it resembles, and gone with the conversation."""
    browser, nummer = desk.bezoek(), meld(desk, "dat nummer klopt niet")
    formulier = browser.get(f"/helpdesk/oordelen/opmerking/{nummer}")
    assert formulier.status == 200 and "dat nummer klopt niet" in formulier.tekst
    assert "herfst" not in formulier.tekst
    assert re.search(r'<textarea id="vraag"[^>]*></textarea>', formulier.tekst)
    velden = {"oordeel": "fout", "onderwerp": "pesten", "melding": str(nummer)}
    over = browser.post("/helpdesk/oordelen", {**velden, "vraag": f"Help: {VAN_OUDER}!"})
    assert over.status == 422 and "woorden van een ander" in klacht(over.tekst)
    assert browser.post("/helpdesk/oordelen", {**velden, "vraag": VAN_OUDER, "zelf": "ja"}).status == 422
    lijkend = "wil niet meer met de bus mee naar de school"
    warm = browser.post("/helpdesk/oordelen", {**velden, "vraag": lijkend})
    assert warm.status == 422 and "lijkt op wat een ouder schreef" in klacht(warm.tekst)
    assert browser.post("/helpdesk/oordelen", {**velden, "vraag": lijkend, "zelf": "ja"}).status == 303
    assert oordelen.opmerkingen(desk.opslag) == []
    wis(desk.opslag, "web-1")
    alles = "\n".join(str(vars(o)) for o in oordelen.lijst(desk.opslag, oordelen.STATUSSEN))
    assert lijkend in alles and "nummer klopt niet" not in alles and "herfst" not in alles
    assert browser.get(f"/helpdesk/oordelen/opmerking/{nummer}").status == 404


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"vraag": "Mijn zoon Bram van der Heijden wil niet naar school"}, "persoonsgegevens"),
        ({"vraag": ""}, "Schrijf de vraag opnieuw"),
        ({"oordeel": "misschien"}, "Kies goed, fout of onvolledig"),
        ({"verwacht": "bestaat_niet"}, "Dit onderwerp bestaat niet"),
        ({"opmerking": "het bsn is 111222333"}, "bsn"),
    ],
)
def test_wat_niet_mag_blijft_staan_om_te_herstellen(velden: dict[str, str], zin: str, desk: Bureau) -> None:
    alles = {"oordeel": "fout", "vraag": EIGEN, "onderwerp": "pesten", "opmerking": "een toelichting", **velden}
    antwoord = desk.bezoek().post("/helpdesk/oordelen", alles)
    assert antwoord.status == 422 and zin in klacht(antwoord.tekst)
    assert html.escape(alles["opmerking"]) in antwoord.tekst
    assert oordelen.lijst(desk.opslag, oordelen.STATUSSEN) == []


def test_een_nummer_van_een_organisatie_mag_wel_en_een_bestand_dat_er_niet_is_niet(desk: Bureau) -> None:
    waar = geef(desk.bezoek(), bevat="010-123 45 67", bevat_niet="010-123 45 68", bestand="onderwerpen/nood.yml")
    assert "nood.yml" not in desk.bezoek().get(waar).tekst


@pytest.mark.parametrize(
    "naam", ["vraag", "bevat", "bevat_niet", "opmerking", "verwacht", "onderwerp", "bestand", "bron"]
)
def test_niets_wordt_html(naam: str, desk: Bureau) -> None:
    """Every field, on the form that comes back, in the list and on the page of the mark; and a parent's remark."""
    browser = desk.bezoek(Rol.REDACTEUR)
    velden = {"oordeel": "fout", "vraag": EIGEN, "onderwerp": "pesten", naam: STOUT}
    antwoord = browser.post("/helpdesk/oordelen", velden)
    paginas = [antwoord, browser.post("/helpdesk/oordelen", {**velden, "doe": "begin"})]
    if antwoord.status == 303:
        paginas += [browser.get(antwoord.waar), browser.get("/helpdesk/oordelen")]
    nummer = meld(desk, STOUT, STOUT)
    paginas += [browser.get(f"/helpdesk/oordelen/opmerking/{nummer}"), browser.get("/helpdesk/oordelen")]
    for pagina in paginas:
        assert "<script>" not in pagina.tekst and "<b>x" not in pagina.tekst and "49" not in klacht(pagina.tekst)
    assert "&lt;script&gt;" in paginas[-1].tekst


def test_een_testgeval_leest_de_evaluatie(desk: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One click appends to the file of the topic; the evaluation reads it; and not twice."""
    tests = tmp_path / "tests"
    (tests / "vragen").mkdir(parents=True)
    (tests / "vragen" / "vervoer.yml").write_text(
        'id: vervoer\nvragen:\n  - tekst: "De bus komt niet."\n    soort: []\n'
    )
    monkeypatch.setattr(testgeval, "tests_map", lambda: tests)
    redacteur = desk.bezoek(Rol.REDACTEUR)
    waar = geef(redacteur, vraag='Wie regelt "het busje": de gemeente of school?  # ook zo', verwacht="vervoer")
    assert redacteur.post(f"{waar}/test").status == 303
    gelezen = testvragen(tests / "vragen")
    assert [(v.tekst, v.goed) for v in gelezen] == [
        ("De bus komt niet.", ("vervoer",)),
        ('Wie regelt "het busje": de gemeente of school? # ook zo', ("vervoer",)),
    ]
    assert "tests/vragen/vervoer.yml" in redacteur.get(waar).tekst
    redacteur.post(f"{waar}/test")
    assert "staat al in" in redacteur.get(waar).tekst
    assert len(testvragen(tests / "vragen")) == 2


def test_waar_niet_geschreven_kan_worden_is_het_een_download(
    desk: Bureau, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(testgeval, "tests_map", lambda: tmp_path / "er-niet")
    redacteur = desk.bezoek(Rol.REDACTEUR)
    waar = geef(redacteur, vraag="Eerste bericht over het busje\n---\nEn wie betaalt dat dan?", bevat="010-123 45 67")
    antwoord = redacteur.post(f"{waar}/test")
    assert antwoord.status == 200 and "attachment" in antwoord.koppen["content-disposition"]
    gesprek = yaml.safe_load(antwoord.tekst)
    assert [b["ouder"] for b in gesprek["beurten"]] == ["Eerste bericht over het busje", "En wie betaalt dat dan?"]
    assert gesprek["beurten"][1]["bevat"] == ["010-123 45 67"] and gesprek["beurten"][1]["topic"] == ["pesten"]
    assert set(gesprek) == {"naam", "nu", "beurten"}
    assert desk.bezoek(Rol.HELPDESK, "Hanna").get(f"{waar}/test.yml").inhoud == antwoord.inhoud


def test_wat_geen_testgeval_wordt(tmp_path: Path) -> None:
    kennis = houder().haal().kennis
    voorbeeld = kennis.onderwerpen["pesten"].vragen[0]

    def maak(**velden: str) -> testgeval.Testgeval:
        return testgeval.maak(
            Oordeel(**{"oordeel": "fout", "verwacht": "pesten", **velden}), kennis, tmp_path, [VAN_OUDER]
        )

    for velden, zin in (
        ({}, "geen vraag"),
        ({"vraag": EIGEN, "verwacht": ""}, "wat het antwoord moest zijn"),
        ({"vraag": voorbeeld.upper()}, "voorbeelden"),
        ({"vraag": VAN_OUDER}, "overgenomen"),
    ):
        with pytest.raises(testgeval.TestgevalFout, match=zin):
            maak(**velden)
    geval = maak(vraag=EIGEN)
    assert testgeval.schrijf(geval, tmp_path) and testvragen(tmp_path / "vragen")[0].goed == ("pesten",)


@pytest.mark.parametrize(
    ("nieuw", "oud", "hoe"),
    [
        ("wat is een tlv", "wat is een tlv", Lijkt.NIET),
        ("Hij wil echt niet meer met de bus", "hij wil echt niet meer met de bus", Lijkt.OVERGENOMEN),
        ("zomaar iets anders over fietsen en water", "hij wil echt niet meer met de bus", Lijkt.NIET),
        ("hij wil echt niet met de tram naar buiten", "hij wil echt niet met de trein gaan", Lijkt.WEL),
    ],
)
def test_lijkt(nieuw: str, oud: str, hoe: Lijkt) -> None:
    assert lijkt(nieuw, [oud]) == hoe


def test_exporteren_met_een_opdracht(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All that can become a test case; what cannot is said, and nothing is done twice."""
    monkeypatch.setenv("WEGWIJZER_DB", str(tmp_path / "gesprekken.db"))
    tests = tmp_path / "tests"
    (tests / "vragen").mkdir(parents=True)
    (tests / "gesprekken").mkdir()
    opslag = open_opslag()
    for velden in ({"vraag": EIGEN, "verwacht": "vervoer"}, {"vraag": EIGEN, "bevat": "de naam"}, {"vraag": "Waarom?"}):
        oordelen.voeg_toe(opslag, Oordeel(**{"oordeel": "fout", "onderwerp": "pesten", **velden}), time.time())
    assert main(["oordelen", "exporteer", "--map", str(tests)]) == 0
    gezegd = capsys.readouterr()
    assert "Oordeel 1: tests/vragen/vervoer.yml" in gezegd.out
    assert "Oordeel 2: tests/gesprekken/helpdesk/oordeel_2.yml" in gezegd.out
    assert "Oordeel 3: Er staat niet bij" in gezegd.err
    assert [v.tekst for v in testvragen(tests / "vragen")] == [EIGEN]
    assert main(["oordelen", "exporteer", "--map", str(tests)]) == 0
    assert main(["oordelen", "exporteer", "3", "--map", str(tests)]) == 1
    assert "Oordeel 1" not in capsys.readouterr().out
    assert main(["oordelen", "lijst"]) == 0
    assert EIGEN[:20] in capsys.readouterr().out
