"""The room for lists, on a running helpdesk without a model."""

from __future__ import annotations

import json
import re
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from bureau import Antwoord, Browser, Bureau
from namaak_zoeker import NamaakZoeker

from wegwijzer.helpdesk import proefbank
from wegwijzer.helpdesk.lijsten import loper, tegenhanger
from wegwijzer.helpdesk.lijsten.lezen import Invoer
from wegwijzer.helpdesk.lijsten.tegenhanger import Ander, Tegenhanger

PAD = "/helpdesk/lijst"


pytestmark = pytest.mark.usefixtures("zoeker")


@pytest.fixture
def iemand(bureau: Bureau) -> Browser:
    return bureau.bezoek(naam=f"lijst {uuid.uuid4().hex[:8]}")


def stuur(iemand: Browser, tekst: str = "", bestand: tuple[str, bytes] | None = None) -> Antwoord:
    """The form of the page, with a file."""
    grens = uuid.uuid4().hex
    velden = {"csrf": iemand.csrf(), "tekst": tekst}
    delen = [
        f'--{grens}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{w}\r\n'.encode() for n, w in velden.items()
    ]
    naam, inhoud = bestand or ("", b"")
    kop = f'--{grens}\r\nContent-Disposition: form-data; name="bestand"; filename="{naam}"\r\n'
    delen += [
        kop.encode() + b"Content-Type: application/octet-stream\r\n\r\n",
        inhoud,
        b"\r\n",
        f"--{grens}--\r\n".encode(),
    ]
    koppen: dict[str, Any] = {
        "Content-Type": f"multipart/form-data; boundary={grens}",
        "Origin": f"http://127.0.0.1:{iemand.poort}",
    }
    return iemand.vraag("POST", PAD, b"".join(delen), **koppen)


def wacht(iemand: Browser, pad: str, deel: str = "lijst") -> dict[str, Any]:
    """How it ended."""
    einde = time.monotonic() + 300
    while time.monotonic() < einde:
        stand: dict[str, Any] = iemand.get(f"{pad}/stand").json()[deel]
        if not stand["bezig"]:
            return stand
        time.sleep(0.1)
    raise AssertionError("de lijst komt niet klaar")


def test_een_lijst_wordt_beantwoord(iemand: Browser) -> None:
    uit = stuur(
        iemand, bestand=("vragen.csv", b"id;vraag;verwacht\nk1;ik heb een klacht;klacht_indienen\nk2;xyz;pesten")
    )
    assert uit.status == 303
    assert wacht(iemand, uit.waar) == {"klaar": 2, "van": 2, "staat": "klaar", "bezig": False}
    blad = iemand.get(uit.waar).tekst
    for stuk in ("vragen.csv", "k1", "klacht_indienen", "zoals verwacht", "verwacht: pesten", "1 van 2 zoals verwacht"):
        assert stuk in blad, stuk
    assert "k1" not in iemand.get(f"{uit.waar}?welke=fout").tekst
    assert iemand.get(f"{uit.waar}/uit/csv").inhoud.startswith(b"\xef\xbb\xbfid;")
    assert iemand.get(f"{uit.waar}/uit/xlsx").inhoud.startswith(b"PK")
    [regel] = iemand.get(f"{uit.waar}/uit/jsonl?onderwerp=klacht_indienen").tekst.splitlines()
    assert json.loads(regel)["id"] == "k1"
    assert iemand.get(f"{uit.waar}/uit/exe").status == 404
    assert "vragen.csv" in iemand.get(PAD).tekst


def test_vijfhonderd_vragen_in_een_keer(iemand: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a time that grows with their number, and not faster."""
    monkeypatch.setattr(proefbank, "PAUZE", 0.001)
    duren = []
    for aantal in (25, 500):
        begin = time.monotonic()
        uit = stuur(iemand, "\n".join(f"vraag {n}" for n in range(aantal)))
        assert wacht(iemand, uit.waar)["klaar"] == aantal
        duren.append(time.monotonic() - begin)
    assert duren[1] < 80 * duren[0]
    assert "Blad 1 van 10" in iemand.get(uit.waar).tekst
    assert "vraag 499" in iemand.get(f"{uit.waar}?blad=10").tekst
    assert "vraag 499" in iemand.get(f"{uit.waar}?blad=999").tekst


def test_stoppen_en_wissen(iemand: Browser, zoeker: type[NamaakZoeker]) -> None:
    zoeker.traag = 0.25
    uit = stuur(iemand, "\n".join(f"vraag {n}" for n in range(400)))
    bezig = iemand.get(uit.waar).tekst
    assert "<progress" in bezig
    assert 'http-equiv="refresh"' in bezig
    assert iemand.post(f"{uit.waar}/stop").status == 303
    stand = wacht(iemand, uit.waar)
    assert stand["staat"] == "gestopt"
    assert stand["klaar"] < 400
    gevraagd = len(zoeker.gevraagd)
    assert iemand.post(f"{uit.waar}/weg").status == 303
    assert iemand.get(uit.waar).status == 404
    time.sleep(0.3)
    assert len(zoeker.gevraagd) <= gevraagd + 1


def test_een_vraag_die_ontploft_houdt_de_rest_niet_op(iemand: Browser) -> None:
    uit = stuur(iemand, "eerste\ndit ontploft\nlaatste")
    assert wacht(iemand, uit.waar)["klaar"] == 3
    blad = iemand.get(uit.waar).tekst
    assert blad.count("Deze vraag gaf een fout.") == 1
    assert "Antwoord op: laatste" in blad


def test_gesprekken_van_meer_berichten_en_een_klok(iemand: Browser, zoeker: type[NamaakZoeker]) -> None:
    regels = [{"id": "g", "turns": ["een", "twee"], "now": "2026-03-01T10:00:00+01:00"}]
    uit = stuur(iemand, bestand=("g.jsonl", "\n".join(map(json.dumps, regels)).encode()))
    wacht(iemand, uit.waar)
    assert zoeker.gevraagd == ["een", "twee"]
    assert zoeker.begonnen[0][1].isoformat() == "2026-03-01T10:00:00+01:00"
    assert "een / twee" in iemand.get(uit.waar).tekst


def test_persoonsgegevens_gaan_eruit_voor_er_iets_bewaard_wordt() -> None:
    [rij] = loper.geredigeerd([Invoer("i", ("mail jan.jansen@voorbeeld.example",), "pesten")])
    assert "jansen" not in rij.vragen[0]
    assert rij.verwacht == "pesten"
    assert loper.geredigeerd([Invoer("i", ("x",), "=1+1")])[0].verwacht == ""


@pytest.mark.parametrize(
    ("tekst", "bestand", "melding"),
    [
        ("", None, "geen vraag"),
        ("", ("a.csv", b"a,b\nc,d"), "Welke kolom"),
        ("", ("a.xlsx", b"geen zip"), "niet te lezen"),
        ("vraag\n" + "a" * 2001, None, "2000 tekens"),
    ],
)
def test_wat_niet_kan_is_een_boodschap(
    iemand: Browser, tekst: str, bestand: tuple[str, bytes] | None, melding: str
) -> None:
    uit = stuur(iemand, tekst, bestand)
    assert uit.status == 400
    assert melding in uit.tekst
    assert 'role="alert"' in uit.tekst


def test_een_te_groot_bestand(iemand: Browser) -> None:
    assert stuur(iemand, bestand=("a.txt", b"x" * 5_200_000)).status == 400
    assert stuur(iemand, bestand=("a.txt", b"x" * 6_500_000)).status == 413


def test_een_lijst_is_alleen_van_wie_hem_maakte(iemand: Browser, bureau: Bureau) -> None:
    uit = stuur(iemand, "een geheime vraag")
    ander = bureau.bezoek(naam="iemand anders")
    assert ander.get(uit.waar).status == 404
    assert ander.get(f"{uit.waar}/uit/csv").status == 404
    assert ander.post(f"{uit.waar}/weg").status == 404
    assert "geheime" not in ander.get(PAD).tekst
    assert bureau.browser().get(uit.waar).status == 303


def test_er_staan_er_niet_meer_dan_drie(iemand: Browser) -> None:
    paden = [stuur(iemand, f"lijst {n}").waar for n in range(loper.PER_ACCOUNT + 1)]
    assert iemand.get(paden[0]).status == 404
    assert all(iemand.get(pad).status == 200 for pad in paden[1:])


def test_na_twee_uur_is_hij_weg(iemand: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    uit = stuur(iemand, "mag dat?")
    wacht(iemand, uit.waar)
    monkeypatch.setattr(loper, "BEWAARD", -1.0)
    assert iemand.get(uit.waar).status == 404


STUB = """
import json, sys
for regel in sys.stdin:
    v = json.loads(regel)
    if "sterf" in v["turns"][0]:
        sys.exit(1)
    b = [{"text": t, "topic": "pesten", "topics": ["pesten"], "ranking": [], "slots": {"stap": "school"}, "why": "",
          "replies": [{"text": "Antwoord op: " + t.replace("oud", "nieuw"), "buttons": []}]} for t in v["turns"]]
    print(json.dumps({"id": v["id"], "turns": b}), flush=True)
"""


@pytest.fixture
def andere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[], Ander]]:
    """A version to compare with, which the stub answers for."""
    ander = Ander("kennis, uitgave 3", "kennis-3", tmp_path / "model.tar.gz", tmp_path)
    stub = tmp_path / "stub.py"
    stub.write_text(STUB, encoding="utf-8")
    monkeypatch.setattr(tegenhanger, "keuzes", lambda dient="": [ander])
    begin = Tegenhanger.__init__
    monkeypatch.setattr(Tegenhanger, "__init__", lambda zelf, a: begin(zelf, a, [sys.executable, str(stub)]))
    yield lambda: ander


def test_vergelijken(iemand: Browser, andere: Callable[[], Ander]) -> None:
    uit = stuur(iemand, "zelfde vraag\noud klacht\nklacht")
    wacht(iemand, uit.waar)
    assert "uitgave 3" in iemand.get(uit.waar).tekst
    assert iemand.post(f"{uit.waar}/vergelijk", {"ander": "kennis-4"}).waar == uit.waar
    naar = iemand.post(f"{uit.waar}/vergelijk", {"ander": "kennis-3"})
    assert naar.waar == f"{uit.waar}/vergelijk"
    assert wacht(iemand, uit.waar, "ander")["klaar"] == 3
    blad = iemand.get(naar.waar).tekst
    assert "3 berichten zijn anders" in blad
    assert re.search(r"<del>\s*nieuw\s*</del>\s*<ins>\s*oud", blad)
    assert "<del>pesten</del>" in blad


def test_een_versie_die_niet_wil(iemand: Browser, andere: Callable[[], Ander]) -> None:
    uit = stuur(iemand, "gewoon\nsterf\nnog een")
    wacht(iemand, uit.waar)
    iemand.post(f"{uit.waar}/vergelijk", {"ander": "kennis-3"})
    assert wacht(iemand, uit.waar, "ander")["staat"] == "mislukt"
    assert "past niet meer" in iemand.get(f"{uit.waar}/vergelijk").tekst


def test_een_tegenhanger_stopt(tmp_path: Path) -> None:
    traag = "import sys, time\nfor r in sys.stdin: time.sleep(60)"
    tegen = Tegenhanger(Ander("x", "x", tmp_path / "m"), [sys.executable, "-c", traag])
    klok = threading.Timer(0.5, tegen.stop)
    klok.start()
    with pytest.raises(loper.LijstFout):
        list(tegen.antwoorden([{"id": "1", "turns": ["a"]}]))
