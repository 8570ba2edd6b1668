"""Editing knowledge by form: what is saved, and that nothing of anybody gets lost. No model needed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bureau import Bureau
from redactie import Formulier, Redactie, bewaard, klachten, lees, samenvatting
from redactie_kamer import gestart as gestart
from redactie_kamer import redactie as redactie

from wegwijzer import huis, klok
from wegwijzer.helpdesk.deur import Rol


def test_een_telefoonnummer_veranderen(redactie: Redactie) -> None:
    """One line of one file, committed under the editor's name, and served on the one reload path."""
    formulier = redactie.open("organisatie/advieslijn").met(
        contact__0__waarde="010-123 45 67", reden="stond zo op de site"
    )
    houder = huis.houder(redactie.map)
    houder.haal()
    bewaard(redactie, formulier)
    verschil = redactie.git("show", "--format=%an <%ae>|%s", "--unified=0", "HEAD")
    assert verschil.startswith("Els de Vries <els-de-vries@wegwijzer.invalid>|")
    assert "organisatie advieslijn gewijzigd (stond zo op de site)" in verschil
    assert re.findall(r"^[-+] .*", verschil, re.MULTILINE) == [
        "-    waarde: 010-000 00 00",
        "+    waarde: 010-123 45 67",
    ]
    assert redactie.browser.get("/helpdesk/kennis/live").json()["live"] is False
    assert houder.ververs()
    assert houder.haal().kennis.organisaties["advieslijn"].telefoons() == ("010-123 45 67",)
    assert redactie.browser.get("/helpdesk/kennis/live").json()["live"] is True


def test_alleen_dat_bestand_wordt_vastgelegd(redactie: Redactie) -> None:
    """What a colleague has staged or changed elsewhere stays theirs."""
    ander = redactie.map / "organisaties" / "wijkteam.yml"
    ander.write_text(ander.read_text(encoding="utf-8").replace("helpt thuis", "helpt gezinnen"), encoding="utf-8")
    redactie.git("add", ".")
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(wat="Deze lijn geeft goede raad."))
    assert redactie.git("show", "--format=", "--name-only", "HEAD").split() == ["knowledge/organisaties/advieslijn.yml"]
    assert "organisaties/wijkteam.yml" in redactie.git("diff", "--cached", "--name-only")


def test_niets_veranderd_is_nietsbewaard(redactie: Redactie) -> None:
    for stuk in (
        "onderwerp/pesten",
        "onderwerp/plek",
        "organisatie/wijkteam",
        "samenwerkingsverband/PO2305",
        "initiatief/tuin",
    ):
        antwoord = redactie.stuur(redactie.open(stuk))
        assert antwoord.status == 200 and "niets veranderd" in antwoord.tekst, stuk
    assert redactie.gewijzigd() == []


def test_vandaag_nagekeken(redactie: Redactie) -> None:
    """One box for one source, one box for all of them."""
    vandaag = klok.vandaag().isoformat()
    pad = redactie.map / "organisaties" / "advieslijn.yml"
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(contact__0__vandaag="ja"))
    assert pad.read_text(encoding="utf-8").count(vandaag) == 1
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(alles_vandaag="ja"))
    assert pad.read_text(encoding="utf-8").count(vandaag) == 4


def test_twee_tegelijk_verliezen_niets(redactie: Redactie) -> None:
    een = redactie.open("organisatie/advieslijn").met(wat="Van de een.", kort="de lijn")
    ander = redactie.open("organisatie/advieslijn").met(wat="Van de ander.", contact__0__waarde="010-123 45 67")
    bewaard(redactie, een)
    antwoord = redactie.stuur(ander)
    assert antwoord.status == 409
    assert "Van de een." in (redactie.map / "organisaties" / "advieslijn.yml").read_text(encoding="utf-8")
    opnieuw = Formulier(ander.pad, lees(antwoord.tekst))
    assert opnieuw.waarde("wat") == "Van de ander." and opnieuw.waarde("contact.0.waarde") == "010-123 45 67"
    assert opnieuw.waarde("kort") == "de lijn", "what only the other changed is taken over"
    assert re.search(r'id="v-wat-ander">In het bestand staat nu: Van de een\.', antwoord.tekst)
    bewaard(redactie, opnieuw)
    tekst = (redactie.map / "organisaties" / "advieslijn.yml").read_text(encoding="utf-8")
    assert "Van de ander." in tekst and "010-123 45 67" in tekst and "kort: de lijn" in tekst


def test_een_ander_die_met_het_bestand_zelf_werkt(redactie: Redactie) -> None:
    """Not committed, and after a restart: the version that the form began with is not known any more."""
    formulier = redactie.open("organisatie/advieslijn").met(wat="Van mij.", versie="0" * 40)
    antwoord = redactie.stuur(formulier)
    assert antwoord.status == 409 and "In het bestand staat nu: Deze lijn geeft advies." in antwoord.tekst
    assert redactie.gewijzigd() == []


def test_een_bestand_dat_kapot_is_gemaakt(redactie: Redactie) -> None:
    """The form says what is wrong in the file, and what was typed is still to be read."""
    formulier = redactie.open("organisatie/advieslijn").met(wat="Dit typte ik net.")
    pad = redactie.map / "organisaties" / "advieslijn.yml"
    pad.write_text(pad.read_text(encoding="utf-8").replace("naam: De", "\tnaam: De"), encoding="utf-8")
    antwoord = redactie.stuur(formulier)
    assert antwoord.status == 409 and "tab" in antwoord.tekst and "Dit typte ik net." in antwoord.tekst
    assert redactie.browser.get("/helpdesk/kennis/organisatie").status == 200
    ander = redactie.stuur(redactie.open("organisatie/wijkteam").met(wat="Iets anders."))
    assert ander.status == 422 and "organisaties/advieslijn.yml" in samenvatting(ander.tekst)
    assert "Dit was al zo" in samenvatting(ander.tekst)


def test_een_nieuw_onderwerp(redactie: Redactie) -> None:
    """With questions that another page brought along; the answer can be read before it is there."""
    leeg = redactie.browser.get("/helpdesk/kennis/onderwerp/nieuw?vraag=mag+hij+later+beginnen&vraag=hij+slaapt+slecht")
    formulier = Formulier("/helpdesk/kennis/onderwerp/nieuw", lees(leeg.tekst))
    assert formulier.waarde("vragen") == "mag hij later beginnen\r\nhij slaapt slecht"
    formulier = formulier.met(
        id="later_beginnen",
        titel="Mag mijn kind later beginnen?",
        stap="school",
        urgentie="5",
        voor=["po", "vo"],
        vragen="\r\n".join(
            [formulier.waarde("vragen"), "pas om tien uur naar school", "ze wil niet uit bed", "school later"]
        ),
        antwoord="Vraag de school om een rooster dat past.",
        contact=["swv", "advieslijn", "", ""],
        verder=["pesten", "", ""],
        bronnen__rij="n1",
        bronnen__n1__bron="https://www.voorbeeld.nl/rooster",
        bronnen__n1__gezien="2026-02-01",
        bronnen__n1__stand="onbekend",
        bronnen__n1__zekerheid="midden",
    )
    bekeken = redactie.stuur(formulier, "bekijk")
    assert bekeken.status == 200, samenvatting(bekeken.tekst)
    assert "Vraag de school om een rooster dat past." in bekeken.tekst.split("<form")[2]
    assert redactie.gewijzigd() == []
    bewaard(redactie, formulier)
    assert redactie.gewijzigd() == ["onderwerpen/later_beginnen.yml"]
    assert "onderwerp later_beginnen toegevoegd" in redactie.git("log", "-1", "--format=%s")
    opnieuw = redactie.stuur(formulier)
    assert opnieuw.status == 422 and "bestaat al" in klachten(opnieuw.tekst, "id")


def test_een_nieuw_initiatief_en_een_gesloten(redactie: Redactie) -> None:
    leeg = redactie.browser.get("/helpdesk/kennis/initiatief/nieuw")
    formulier = Formulier("/helpdesk/kennis/initiatief/nieuw", lees(leeg.tekst)).met(
        id="atelier_zwolle",
        naam="Het Atelier",
        bereik="regionaal",
        plaats="Zwolle",
        gemeente="Zwolle",
        soort="dagbesteding",
        doelgroep="autisme\r\nangst",
        wat="Een plek om te maken.",
        bron="https://www.voorbeeld.nl/atelier",
        gezien="2026-02-01",
        stand="onbekend",
        zekerheid="laag",
        provincie_bestand="overijssel",
    )
    bewaard(redactie, formulier)
    assert redactie.gewijzigd() == ["initiatieven/overijssel.yml"]
    bewaard(redactie, redactie.open("initiatief/tuin").met(gesloten="2026-03"))
    tekst = (redactie.map / "initiatieven" / "overijssel.yml").read_text(encoding="utf-8")
    assert tekst.count("- id:") == 2 and "gesloten: 2026-03" in tekst


def test_terugnemen(redactie: Redactie) -> None:
    """A later change of other lines stays; the same lines changed again are refused."""
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(contact__0__waarde="010-123 45 67"))
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(kort="de lijn"))
    pad = "/helpdesk/kennis/organisatie/advieslijn/geschiedenis"
    pagina = redactie.browser.get(pad).tekst
    commits = re.findall(r'name="commit" value="(\w{40})"', pagina)
    assert "Els de Vries" in pagina and len(commits) >= 2
    antwoord = redactie.browser.post(pad, {"commit": commits[1]})
    assert antwoord.status == 303
    tekst = (redactie.map / "organisaties" / "advieslijn.yml").read_text(encoding="utf-8")
    assert "010-000 00 00" in tekst and "kort: de lijn" in tekst
    assert "teruggenomen bij advieslijn" in redactie.git("log", "-1", "--format=%s")
    bewaard(redactie, redactie.open("organisatie/advieslijn").met(kort="de raad"))
    weer = redactie.browser.post(pad, {"commit": commits[0]})
    assert weer.status == 422 and "dezelfde regels" in weer.tekst
    for vreemd in ("HEAD", "--help", "a" * 40, ""):
        assert redactie.browser.post(pad, {"commit": vreemd}).status == 422


def test_zonder_git_wordt_alleenbewaard(redactie: Redactie) -> None:
    boom, weg = redactie.map.parent / ".git", redactie.map.parent / "git-weg"
    boom.rename(weg)
    try:
        pagina = redactie.browser.get("/helpdesk/kennis").tekst
        if "staat niet in git" not in pagina:
            pytest.skip("de map voor tijdelijke bestanden staat zelf in een werkboom")
        antwoord = redactie.stuur(redactie.open("organisatie/advieslijn").met(kort="de lijn"))
        assert antwoord.status == 303
        assert "staat niet in git" in redactie.browser.get(antwoord.waar.replace("http://", "")).tekst
        assert redactie.gewijzigd() == ["organisaties/advieslijn.yml"]
    finally:
        weg.rename(boom)


def test_een_andere_machine_bewerkt(redactie: Redactie, monkeypatch: pytest.MonkeyPatch) -> None:
    formulier = redactie.open("organisatie/advieslijn").met(kort="de lijn")
    monkeypatch.setenv("WEGWIJZER_REDACTIE", "https://redactie.voorbeeld.nl")
    assert "redactie.voorbeeld.nl" in redactie.browser.get("/helpdesk/kennis/organisatie/advieslijn").tekst
    antwoord = redactie.stuur(formulier)
    assert antwoord.status == 403 and "redactie.voorbeeld.nl" in antwoord.tekst
    assert redactie.browser.get("/helpdesk/kennis/onderwerp/nieuw").status == 403
    assert redactie.gewijzigd() == []


def test_de_helpdesk_leest_alleen(redactie: Redactie, gestart: tuple[Bureau, Path]) -> None:
    lezer = gestart[0].bezoek(Rol.HELPDESK)
    for pad in ("", "/organisatie", "/organisatie/advieslijn", "/organisatie/advieslijn/geschiedenis"):
        assert lezer.get(f"/helpdesk/kennis{pad}").status == 200, pad
    assert "disabled" in lezer.get("/helpdesk/kennis/organisatie/advieslijn").tekst
    formulier = redactie.open("organisatie/advieslijn").met(kort="de lijn", csrf=lezer.csrf())
    assert redactie.stuur(formulier, wie=lezer).status == 403
    assert lezer.get("/helpdesk/kennis/onderwerp/nieuw").status == 403
    zonder = redactie.stuur(redactie.open("organisatie/advieslijn").met(kort="de lijn", csrf="x"))
    assert zonder.status == 403
    assert redactie.gewijzigd() == []


def test_zoeken_en_oud(redactie: Redactie) -> None:
    def gevonden(vraag: str) -> list[str]:
        pagina = redactie.browser.get(f"/helpdesk/kennis/{vraag}").tekst
        return re.findall(r'<li>\s*<a href="/helpdesk/kennis/\w+/(\w+)"', pagina)

    assert gevonden("organisatie?zoek=0100000000") == ["advieslijn"]
    assert gevonden("organisatie?zoek=010-000+00+00") == ["advieslijn"]
    assert gevonden("organisatie?zoek=wijkteam+thuis") == ["wijkteam"]
    assert gevonden("samenwerkingsverband?provincie=Overijssel") == ["PO2305"]
    assert gevonden("samenwerkingsverband?provincie=Zeeland") == []
    assert "advieslijn" in gevonden("organisatie?vers=verlopen")
    assert gevonden("organisatie?blad=x&zoek=%00%22'") == []


def test_rijen_zonder_script(redactie: Redactie) -> None:
    """Add a row, type in it, move it up, take another away: each a round trip that keeps what was typed."""
    formulier = redactie.open("organisatie/advieslijn").met(wat="Half af")
    formulier.paren = lees(redactie.stuur(formulier, "rij+:contact").tekst)
    assert [w for n, w in formulier.paren if n == "contact.rij"] == ["0", "1", "2", "n1"]
    formulier = formulier.met(contact__n1__waarde="https://www.voorbeeld.nl/chat")
    formulier.paren = lees(redactie.stuur(formulier, "rij^:contact:n1").tekst)
    formulier.paren = lees(redactie.stuur(formulier, "rij-:contact:0").tekst)
    assert [w for n, w in formulier.paren if n == "contact.rij"] == ["1", "n1", "2"]
    assert formulier.waarde("contact.n1.waarde") == "https://www.voorbeeld.nl/chat"
    assert formulier.waarde("wat") == "Half af"
    assert redactie.gewijzigd() == []
