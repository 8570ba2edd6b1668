"""What is refused by the forms about knowledge, however it is sent; parents keep the last good version. No model."""

from __future__ import annotations

import html

import pytest
from kennis.breuken import alle as alle_breuken
from redactie import Formulier, Redactie, bewaard, klachten, lees, samenvatting
from redactie_kamer import gestart as gestart
from redactie_kamer import redactie as redactie
from slechte_invulling import SLECHT

from wegwijzer import huis
from wegwijzer.bewerken.werkmap import Werkmap
from wegwijzer.kennis.meldingen import KennisFout


@pytest.mark.parametrize(("naam", "stuk", "anders", "veld", "wat"), SLECHT, ids=[s[0] for s in SLECHT])
def test_slechte_invulling(
    naam: str, stuk: str, anders: dict[str, str | list[str]], veld: str, wat: str, redactie: Redactie
) -> None:
    """422, told beside the field with file and remedy; what was typed is kept, and the last good version serves."""
    houder = huis.houder(redactie.map)
    houder.ververs()
    voor = houder.haal()
    for doe in ("bewaar", "bekijk"):
        formulier = redactie.open(stuk).met(**anders)
        antwoord = redactie.stuur(formulier, doe)
        assert antwoord.status == 422, naam
        gezegd = klachten(antwoord.tekst, veld)
        assert gezegd and wat in gezegd, f"bij {veld}: {gezegd!r}; {samenvatting(antwoord.tekst)}"
        assert ".yml" in samenvatting(antwoord.tekst)
        if naam != "bron weg" and not any(teken in str(anders) for teken in ("\ufffd", "\\u202e", "\\x07")):
            assert sorted(_kaal(lees(antwoord.tekst))) == sorted(_kaal(formulier.paren)), "what was typed is kept"
    assert redactie.gewijzigd() == []
    assert houder.ververs() is False and houder.haal() is voor


def _kaal(paren: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without what the page itself fills in, and what a browser sends empty."""
    return [(n, w) for n, w in paren if w and n not in ("csrf", "versie", "doe")]


@pytest.mark.parametrize(
    "id_", ["../pad", "..", "a/b", "A", "nieuw", "x" * 80, "", "é", "pesten\n", "con.yml", ".git", "%2e%2e"]
)
def test_een_id_is_geen_pad(id_: str, redactie: Redactie) -> None:
    leeg = redactie.browser.get("/helpdesk/kennis/organisatie/nieuw").tekst
    formulier = Formulier("/helpdesk/kennis/organisatie/nieuw", lees(leeg)).met(
        id=id_, naam="X", csrf=redactie.browser.csrf()
    )
    antwoord = redactie.stuur(formulier)
    assert antwoord.status == 422
    assert redactie.gewijzigd() == []
    assert not list(redactie.map.parent.glob("pad*"))


@pytest.mark.parametrize(
    "pad", ["..%2Fpad", "%2e%2e", "pad.yml", "advieslijn.yml", "%00", "advieslijn%0a", "..%5cpad", "a" * 3000]
)
def test_een_adres_is_geen_pad(pad: str, redactie: Redactie) -> None:
    assert redactie.browser.get(f"/helpdesk/kennis/organisatie/{pad}").status in (400, 404)
    assert redactie.browser.get(f"/helpdesk/kennis/organisatie/{pad}/geschiedenis").status in (400, 404)


XSS = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}"


@pytest.mark.parametrize(
    "stuk", ["onderwerp/pesten", "organisatie/advieslijn", "samenwerkingsverband/PO2305", "initiatief/tuin"]
)
def test_geen_veld_wordt_opmaak(stuk: str, redactie: Redactie) -> None:
    """Hostile text in every input at once, and in each by itself where it can be saved and shown in all pages."""
    formulier = redactie.open(stuk)
    vast = {"csrf", "versie", "einde"}
    namen = {naam for naam, _ in formulier.paren if naam not in vast and not naam.endswith(".rij")}
    antwoord = redactie.stuur(formulier.met(**{naam: XSS for naam in namen}))
    assert antwoord.status in (409, 422)
    assert "<script>alert" not in antwoord.tekst and "<img src=x" not in antwoord.tekst and ">49" not in antwoord.tekst
    assert html.escape(XSS, quote=False)[:30] in antwoord.tekst.replace("&#34;", '"')
    bewaard = 0
    for naam in sorted(namen):
        antwoord = redactie.stuur(redactie.open(stuk).met(**{naam: XSS}), "bekijk")
        assert "<script>alert" not in antwoord.tekst and "<img src=x" not in antwoord.tekst, naam
        bewaard += antwoord.status == 200
    assert bewaard >= 1


def test_xss_in_lijst_en_geschiedenis(redactie: Redactie) -> None:
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(naam=XSS, wat=XSS, reden=XSS))
    for pad in (
        "",
        "/organisatie?zoek=" + "%3Cscript%3Ealert",
        "/organisatie",
        "/organisatie/advieslijn/geschiedenis",
        "/onderwerp/pesten",
    ):
        pagina = redactie.browser.get(f"/helpdesk/kennis{pad}").tekst
        assert "<script>alert" not in pagina and "<img src=x" not in pagina, pad


def test_te_groot_en_half(redactie: Redactie) -> None:
    formulier = redactie.open("onderwerp/pesten")
    assert redactie.stuur(formulier.met(vragen="vraag\r\n" * 90_000)).status == 413
    assert redactie.stuur(formulier.met(proefvragen="vraag\r\n" * 25_000)).status == 200, "a large topic fits"
    half = Formulier(formulier.pad, [(n, w) for n, w in formulier.paren if n != "einde"])
    antwoord = redactie.stuur(half)
    assert antwoord.status == 422 and "niet heel aan" in antwoord.tekst
    assert redactie.gewijzigd() == []


def test_een_volle_schijf(redactie: Redactie, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed is still there, and the file is whole."""

    def vol(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Werkmap, "schrijf", vol)
    antwoord = redactie.stuur(redactie.open("organisatie/advieslijn").met(wat="Dit typte ik net."))
    assert antwoord.status == 503 and "schijf" in antwoord.tekst and "Dit typte ik net." in antwoord.tekst
    assert redactie.gewijzigd() == []


BESTANDSFOUTEN = [
    b for b in alle_breuken() if b.bestand.split("/")[0] in ("onderwerpen", "organisaties", "initiatieven")
]


def test_dertig_fouten_in_bestanden_terwijl_de_server_draait(redactie: Redactie) -> None:
    """Parents keep the last good version; the pages say what is wrong; a form saves nothing on top of it."""
    houder = huis.houder(redactie.map)
    houder.ververs()
    goed = houder.haal()
    assert len(BESTANDSFOUTEN) >= 30
    for breuk in BESTANDSFOUTEN[:30]:
        breuk.pas_toe(redactie.map)
        with pytest.raises(KennisFout):
            houder.ververs()
        assert houder.haal() is goed, breuk.naam
        begin = redactie.browser.get("/helpdesk/kennis")
        assert begin.status == 200 and breuk.bestand in begin.tekst, breuk.naam
        stand = redactie.browser.get("/helpdesk/kennis/live").json()
        assert stand["live"] is False and breuk.bestand in stand["meldingen"][0], breuk.naam
        antwoord = redactie.stuur(redactie.open("samenwerkingsverband/PO2305").met(gebied="Elders"))
        assert antwoord.status == 422 and breuk.bestand in samenvatting(antwoord.tekst), breuk.naam
        redactie.herstel()
    assert houder.ververs() is False
