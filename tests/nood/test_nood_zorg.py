"""Some sentences ask for a caring question: not an alarm, not silence."""

from __future__ import annotations

import pytest

from wegwijzer.nood import NoodRegels, beoordeel


@pytest.mark.parametrize(
    ("zin", "soort"),
    [
        ("ik trek het niet meer", "ouder_op"),
        ("ik ben op", "ouder_op"),
        ("wij zitten er helemaal doorheen met onze zoon", "ouder_op"),
        ("hij is dood ongelukkig op school", "zorgvraag"),
        ("mijn dochter gaat dood van de stress", "zorgvraag"),
        ("hij vermoordt me als hij dit hoort", "zorgvraag"),
        ("mijn zoon is niet suïcidaal volgens de ggz", "zorgvraag"),
        ("vorig jaar dacht mijn dochter aan de dood, nu gaat het goed", "zorgvraag"),
        ("is er een risico op suïcide bij thuiszitters", "zorgvraag"),
        ("ik trek het niet meer, mijn ouders snappen niets", "zorgvraag_jongere"),
    ],
)
def test_zorg(zin: str, soort: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(zin, regels)
    assert oordeel is not None
    assert (oordeel.niveau, oordeel.soort) == ("zorg", soort)


@pytest.mark.parametrize(
    "zin",
    [
        "ik schaam me dood",
        "ze is doodmoe na school",
        "hij schiet zombies dood op de playstation",
        "onze goudvis is dood",
        "sinds haar vader overleden is gaat ze niet meer naar school",
        "het slaat nergens op wat school zegt",
        "school dreigt met een melding bij veilig thuis",
        "een leraar heeft hem vastgepakt",
        "hij slaat zijn broertje als school ter sprake komt",
        "hij wordt gepest op school",
        "we weten niet waar hij terecht kan",
        "hij wil niet meer naar school",
        "",
        "   ",
        "3011",
    ],
)
def test_niets(zin: str, regels: NoodRegels) -> None:
    assert beoordeel(zin, regels) is None


@pytest.mark.parametrize(
    "zin",
    [
        "ik schaam me dood maar hij wil niet meer leven",
        "hij is doodmoe en zegt dat hij zelfmoord wil plegen",
        "hij speelt fortnite en daarna zei hij dat hij dood wil",
        "ik weet niet of ze zelfmoordgedachten heeft",
        "ik ben bang dat ze dood wil",
        "sinds opa overleden is wil hij zelf ook dood",
        "hij is niet suïcidaal zegt school, maar hij snijdt zichzelf wel",
        "mijn man slaat de handen ineen met school maar thuis slaat hij de kinderen",
    ],
)
def test_onschuldige_woorden_verbergen_geen_gevaar(zin: str, regels: NoodRegels) -> None:
    oordeel = beoordeel(zin, regels)
    assert oordeel is not None and oordeel.niveau == "nood"
