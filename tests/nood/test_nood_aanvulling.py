"""The second net adds alarms where rules are silent; it never takes one away."""

from __future__ import annotations

from wegwijzer.nood import NoodRegels, beoordeel, vul_aan

STIL = "hij kijkt dwars door me heen en zegt niets over morgen"


def test_zekere_kans_geeft_alarm_waar_regels_zwijgen(regels: NoodRegels) -> None:
    assert beoordeel(STIL, regels) is None
    oordeel = vul_aan(None, STIL, {"suicide": 0.7, "vermist": 0.25, "anders": 0.05}, regels)
    assert oordeel is not None and (oordeel.niveau, oordeel.soort) == ("nood", "suicide")


def test_onzekere_kans_geeft_niets(regels: NoodRegels) -> None:
    assert vul_aan(None, STIL, {"suicide": 0.6, "anders": 0.4}, regels) is None
    assert vul_aan(None, STIL, {"anders": 1.0}, regels) is None


def test_oordeel_van_de_regels_blijft(regels: NoodRegels) -> None:
    for zin in ("ik wil dood", "ik ben op"):
        oordeel = beoordeel(zin, regels)
        assert oordeel is not None
        assert vul_aan(oordeel, zin, {"vermist": 1.0}, regels) == oordeel


def test_onschuldig_blijft_onschuldig(regels: NoodRegels) -> None:
    assert vul_aan(None, "ik schaam me dood", {"suicide": 1.0}, regels) is None
