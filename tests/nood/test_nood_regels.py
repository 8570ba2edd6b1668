"""The language in which editors write the rules, and what they hear when a rule cannot be read."""

from __future__ import annotations

from typing import Any

import pytest

from wegwijzer.nood import NoodRegelFout, beoordeel, lees_regels


def noodhulp(**herkenning: Any) -> dict[str, Any]:
    return {"antwoorden": {"suicide": {}, "vermist": {}, "zorgvraag": {}}, "herkenning": herkenning}


def ziet(zin: str, *regels: str, **meer: Any) -> bool:
    oordeel = beoordeel(zin, lees_regels(noodhulp(nood={"suicide": list(regels)}, **meer)))
    return oordeel is not None and oordeel.niveau == "nood"


def test_woord_begin_en_keuze() -> None:
    assert ziet("een rood huis", "rood|groen huis")
    assert not ziet("een rode huis", "rood|groen huis")
    assert ziet("de roodharige", "rood*")


def test_gat_telt_woorden_en_stopt_bij_de_zin() -> None:
    assert ziet("rood een twee huis", "rood ..2 huis")
    assert not ziet("rood een twee drie huis", "rood ..2 huis")
    assert not ziet("rood. Een huis", "rood ..2 huis")


def test_wijd_gat_gaat_over_zinnen_heen() -> None:
    assert ziet("rood. Een huis", "rood ...3 huis")


def test_vulwoorden_tellen_niet_mee() -> None:
    assert not ziet("rood echt gewoon huis", "rood huis")
    assert ziet("rood echt gewoon huis", "rood huis", vulwoorden=["echt", "gewoon"])


def test_misschien_einde_groep_en_volgorde() -> None:
    assert ziet("rood huis", "rood mooi? huis") and ziet("rood mooi huis", "rood mooi? huis")
    assert ziet("het is rood.", "rood EINDE") and not ziet("rood licht", "rood EINDE")
    assert ziet("scharlaken huis", "KLEUR huis", woordgroepen={"KLEUR": ["rood", "scharlaken"]})
    assert ziet("huis dat rood is", "rood & huis") and ziet("rood is het huis", "rood & huis")


def test_klinkt_als_en_binnen_een_lang_woord() -> None:
    assert ziet("zelvmoort", "~zelfmoord")
    assert not ziet("verwoorden", "~vermoorden", niet_verwarren=["verwoorden"])
    assert ziet("ikwilrood", "~~wilrood")


def test_onschuldig_streept_weg_en_altijd_wint() -> None:
    assert not ziet("rood huis", "rood", onschuldig=["rood huis"])
    assert ziet("rood huis en rood", "rood", onschuldig=["rood huis"])
    assert ziet("rood huis", "groen", onschuldig=["rood huis"], altijd={"suicide": ["rood"]}, voorrang=["suicide"])


def test_verzacht_geeft_zorg() -> None:
    oordeel = beoordeel("geen rood", lees_regels(noodhulp(nood={"suicide": ["rood"]}, verzacht=["geen rood"])))
    assert oordeel is not None and (oordeel.niveau, oordeel.soort) == ("zorg", "zorgvraag")


def test_eerste_soort_heeft_voorrang() -> None:
    regels = lees_regels(noodhulp(nood={"vermist": ["weg"], "suicide": ["rood"]}))
    oordeel = beoordeel("rood en weg", regels)
    assert oordeel is not None and oordeel.soort == "vermist"


@pytest.mark.parametrize(
    ("herkenning", "woord"),
    [
        ({"nood": {"suicide": ["BESTAATNIET huis"]}}, "BESTAATNIET"),
        ({"nood": {"suicide": ["rood .."]}}, "rood"),
        ({"nood": {"suicide": ["mooi? huis"]}}, "huis"),
        ({"nood": {"suicide": ["a & b & c & d"]}}, "&"),
        ({"nood": {"onbekend": ["rood"]}}, "onbekend"),
        ({"vulwoorden": ["*"]}, "vulwoorden"),
    ],
)
def test_fout_in_een_regel_wordt_gemeld(herkenning: dict[str, Any], woord: str) -> None:
    with pytest.raises(NoodRegelFout, match="noodhulp") as fout:
        lees_regels(noodhulp(**herkenning))
    assert woord in str(fout.value)


def test_zonder_regels_wordt_niet_gezwegen() -> None:
    with pytest.raises(NoodRegelFout):
        lees_regels({"antwoorden": {}})


def test_hoe_het_afliep_maakt_van_alarm_een_vraag() -> None:
    """Danger told as over or made up asks for care; what is found again is silent; `weer` and `altijd` undo that."""
    afloop = {"voorbij": ["is opgelost"], "gevonden": ["bleek thuis"], "weer": ["opnieuw"]}
    hulp = noodhulp(nood={"suicide": ["rood"], "vermist": ["kwijt"]}, altijd={"suicide": ["paars"]}, afloop=afloop)
    regels = lees_regels(hulp)

    def niveau(zin: str) -> str | None:
        oordeel = beoordeel(zin, regels)
        return oordeel.niveau if oordeel else None

    assert niveau("het was rood en dat is opgelost") == "zorg"
    assert niveau("het was rood. Dat is opgelost") == "zorg"
    assert niveau("het was rood. Iets anders. Dat is opgelost") == "nood"
    assert niveau("het was rood en is opgelost maar nu opnieuw") == "nood"
    assert niveau("het was paars en is opgelost") == "nood"
    assert niveau("hij was kwijt maar bleek thuis") is None
    assert niveau("het was rood maar bleek thuis") == "nood"
    assert niveau("het is niet rood maar is niet opgelost") == "nood"
