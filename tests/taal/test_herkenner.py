"""The recogniser: learning a change gives what learning all anew gives, and nothing is lost by storing it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from wegwijzer.huis import inbedder
from wegwijzer.taal.herkenner import Herkenner
from wegwijzer.taal.inbedding import Inbedder

KENT = {
    "school": ["hoe praat ik met de mentor", "het gesprek op school ging mis", "wie spreek ik aan op school"],
    "geld": ["wie betaalt de begeleiding", "is er een vergoeding", "wat kost dat", "krijg ik geld terug"],
    "vervoer": ["de taxi komt niet", "wie regelt de bus naar school", "leerlingenvervoer aanvragen"],
}
NIEUW = ["de buren klagen over lawaai", "geluidsoverlast van boven", "de muziek hiernaast staat te hard"]


def _paren(*delen: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    paren = [(t, label) for deel in delen for label, teksten in deel.items() for t in teksten]
    return [t for t, _ in paren], [n for _, n in paren]


@pytest.fixture(scope="module")
def geleerd() -> Herkenner:
    return Herkenner(inbedder()).leer(*_paren(KENT))


def _beste(herkenner: Herkenner, tekst: str) -> str:
    return herkenner.labels[int(np.argmax(herkenner.kansen([tekst])[0]))]


def test_een_nieuw_onderwerp_wordt_erbij_geleerd(geleerd: Herkenner) -> None:
    alles = _paren(KENT, {"lawaai": NIEUW})
    erbij = geleerd.leer_bij(*alles)
    assert erbij is not None
    anew = Herkenner(inbedder()).leer(*alles)
    for tekst in (
        "ik hoor de hele nacht lawaai van de buren",
        "wie betaalt de bus",
        "hoe begin ik het gesprek op school",
    ):
        samen = [erbij.labels.index(n) for n in anew.labels]
        assert erbij.kansen([tekst])[0][samen] == pytest.approx(anew.kansen([tekst])[0], abs=0.1)
        assert _beste(erbij, tekst) == _beste(anew, tekst)
    assert "lawaai" not in geleerd.labels  # the one that serves does not change


def test_een_voorbeeld_dat_verhuist_telt_op_de_nieuwe_plek(geleerd: Herkenner) -> None:
    anders = {**KENT, "geld": [*KENT["geld"], "de taxi komt niet"], "vervoer": KENT["vervoer"][1:]}
    erbij = geleerd.leer_bij(*_paren(anders))
    assert erbij is not None
    assert _beste(geleerd, "de taxi komt niet") == "vervoer"
    assert _beste(erbij, "de taxi komt niet") == "geld"
    assert sorted(erbij.voorbeelden()) == sorted(zip(*_paren(anders), strict=True))


def test_niets_veranderd_is_hetzelfde(geleerd: Herkenner) -> None:
    erbij = geleerd.leer_bij(*_paren(KENT))
    assert erbij is not None
    assert erbij.kansen(["wie betaalt de bus"]) == pytest.approx(geleerd.kansen(["wie betaalt de bus"]))


def test_een_verdwenen_onderwerp_vraagt_een_hele_training(geleerd: Herkenner) -> None:
    assert geleerd.leer_bij(*_paren({n: t for n, t in KENT.items() if n != "geld"})) is None


def test_bewaren_en_herstellen(geleerd: Herkenner) -> None:
    terug = Herkenner.herstel(geleerd.bewaar(), inbedder())
    tekst = ["wie regelt de taxi", "is er geld"]
    assert terug.kansen(tekst) == pytest.approx(geleerd.kansen(tekst), abs=0.01)
    assert list(terug.voorbeelden()) == list(geleerd.voorbeelden())
    with pytest.raises(ValueError, match="beschadigd"):
        Herkenner.herstel(geleerd.bewaar()[:-2000], inbedder())


def test_gewichten_blijven_zoals_ze_bewaard_zijn(geleerd: Herkenner) -> None:
    """Half of the memory, and the very same sums; what was learned since is kept whole."""
    teksten = [t for deel in KENT.values() for t in deel] + [
        "",
        "xyz",
        "wie betaalt de taxi naar school en wat kost dat",
    ]
    terug, heel = (Herkenner.herstel(geleerd.bewaar(), inbedder()) for _ in range(2))
    assert terug._gewichten.dtype == np.float16
    heel._gewichten = heel._gewichten.astype(np.float32)
    assert np.array_equal(terug.kansen(teksten), heel.kansen(teksten))
    for tekst in teksten:
        assert np.array_equal(terug.kansen([tekst]), heel.kansen([tekst]))
    alles = _paren(KENT, {"lawaai": NIEUW})
    verder, heel_verder = terug.leer_bij(*alles), heel.leer_bij(*alles)
    assert verder is not None and heel_verder is not None
    assert np.array_equal(verder.kansen(teksten), heel_verder.kansen(teksten))
    assert terug.bewaar() == heel.bewaar()


def test_zonder_inbeddingen_gaat_het_op_patronen_verder(
    geleerd: Herkenner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("WEGWIJZER_ZONDER_INBEDDING", "1")
    kaal = Inbedder(tmp_path)
    assert not kaal.beschikbaar
    assert "Zonder inbeddingen verder" in caplog.text
    terug = Herkenner.herstel(geleerd.bewaar(), kaal)
    assert _beste(terug, "wie regelt de bus naar school morgen") == "vervoer"
