"""The second net adds alarms where rules are silent; it never takes one away."""

from __future__ import annotations

from wegwijzer.nood import NoodRegels, Oordeel, beoordeel, vul_aan
from wegwijzer.nood.aanvulling import DREMPEL, DREMPEL_ZIN, DREMPEL_ZORG, ZORGVRAAG

STIL = "hij kijkt dwars door me heen en zegt niets over morgen"


def aangevuld(oordeel: Oordeel | None, tekst: str, kansen: dict[str, float], regels: NoodRegels) -> Oordeel | None:
    return vul_aan(oordeel, tekst, [(tekst, kansen)], regels)


def test_kans_boven_de_drempel_geeft_alarm_waar_regels_zwijgen(regels: NoodRegels) -> None:
    assert beoordeel(STIL, regels) is None
    oordeel = aangevuld(None, STIL, {"suicide": DREMPEL, "vermist": 0.01, "anders": 0.89}, regels)
    assert oordeel is not None and (oordeel.niveau, oordeel.soort) == ("nood", "suicide")


def test_kans_van_een_jongere_telt_mee(regels: NoodRegels) -> None:
    """The kinds of a pupil are no kinds of their own in `noodhulp.yml`, yet they are danger all the same."""
    tekst = "mijn mentor kijkt dwars door me heen"
    oordeel = aangevuld(None, tekst, {"suicide_jongere": 0.9, "vermist": 0.05}, regels)
    assert oordeel is not None and (oordeel.niveau, oordeel.soort) == ("nood", "suicide_jongere")


def test_kans_in_het_midden_geeft_een_zorgzame_vraag(regels: NoodRegels) -> None:
    oordeel = aangevuld(None, STIL, {"suicide": DREMPEL_ZORG}, regels)
    assert oordeel is not None and (oordeel.niveau, oordeel.soort) == ("zorg", "zorgvraag")
    assert aangevuld(None, STIL, {"suicide": DREMPEL_ZORG / 2, "anders": 1.0}, regels) is None
    assert vul_aan(None, STIL, [], regels) is None


def test_een_zin_alleen_moet_zekerder_zijn_dan_een_heel_bericht(regels: NoodRegels) -> None:
    delen = [(STIL, {"suicide": 0.0}), ("hij zegt niets over morgen", {"suicide": DREMPEL})]
    assert vul_aan(None, STIL, delen, regels) is None
    delen[1] = (delen[1][0], {"suicide": DREMPEL_ZIN})
    oordeel = vul_aan(None, STIL, delen, regels)
    assert oordeel is not None and oordeel.niveau == "nood"


def test_oordeel_van_de_regels_wordt_nooit_lager(regels: NoodRegels) -> None:
    for zin in ("ik wil dood", "ik ben op"):
        oordeel = beoordeel(zin, regels)
        assert oordeel is not None
        assert aangevuld(oordeel, zin, {"vermist": 0.0, "anders": 1.0}, regels) == oordeel
    nood = beoordeel("ik wil dood", regels)
    assert aangevuld(nood, "ik wil dood", {"vermist": 1.0}, regels) == nood


def test_zorg_wordt_nood_waar_het_model_zeker_is(regels: NoodRegels) -> None:
    zorg = beoordeel("ik ben op", regels)
    assert zorg is not None and zorg.niveau == "zorg"
    assert aangevuld(zorg, "ik ben op", {"suicide": DREMPEL}, regels) == zorg
    oordeel = aangevuld(zorg, "ik ben op", {"suicide": 0.9}, regels)
    assert oordeel is not None and oordeel.niveau == "nood"


def test_onschuldig_blijft_onschuldig(regels: NoodRegels) -> None:
    assert aangevuld(None, "ik schaam me dood", {"suicide": 1.0}, regels) is None


def test_onschuldige_woorden_elders_verbergen_geen_zin(regels: NoodRegels) -> None:
    tekst = f"Ik schaam me dood. {STIL}"
    oordeel = vul_aan(None, tekst, [(tekst, {"suicide": 1.0}), (STIL, {"suicide": 1.0})], regels)
    assert oordeel is not None and oordeel.niveau == "nood"


def test_geweld_op_school_krijgt_niet_het_antwoord_voor_thuis(regels: NoodRegels) -> None:
    tekst = "andere kinderen hebben hem in de gang van school te grazen genomen"
    assert beoordeel(tekst, regels) is None
    oordeel = aangevuld(None, tekst, {"mishandeling": 0.9}, regels)
    assert oordeel is not None and oordeel.soort == "geweld_school"


def test_reden_voor_zorg_geeft_een_vraag_en_nooit_alarm(regels: NoodRegels) -> None:
    """The learned reason for care asks, however sure the model is of it; it adds nothing to the chance of danger."""
    oordeel = aangevuld(None, STIL, {ZORGVRAAG: 1.0, "suicide": 0.0}, regels)
    assert oordeel is not None and (oordeel.niveau, oordeel.soort) == ("zorg", "zorgvraag")
    assert aangevuld(None, STIL, {ZORGVRAAG: DREMPEL_ZORG / 2, "suicide": 0.0}, regels) is None
    bijna = aangevuld(None, STIL, {ZORGVRAAG: 0.9, "suicide": DREMPEL / 2}, regels)
    assert bijna is not None and bijna.niveau == "zorg"
