"""Accounts: by whom they are made and changed, on the page and by command; which passwords may be chosen."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from bureau import WACHTWOORD, Bureau

from wegwijzer.cli import main
from wegwijzer.helpdesk import opdracht, wachtwoord
from wegwijzer.helpdesk.wachtwoord import WachtwoordFout, bedenk, keur, klopt, maak_hash
from wegwijzer.opslag import accounts, gesprekken
from wegwijzer.opslag.accounts import AccountFout, nette_naam
from wegwijzer.opslag.rollen import Rol

NIEUW = re.compile(r"is nu: <code>([^<]+)</code>")


def test_een_beheerder_maakt_een_account_en_ziet_het_wachtwoord_een_keer(bureau: Bureau) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    blad = beheer.post("/helpdesk/accounts", {"naam": "  Noor   Bakker ", "rol": "redacteur"})
    gevonden = NIEUW.search(blad.tekst)
    assert blad.status == 200
    assert gevonden is not None
    assert gevonden[1] not in beheer.get("/helpdesk/accounts").tekst
    nieuw = bureau.browser()
    assert nieuw.log_in("noor bakker", gevonden[1]).status == 303
    assert "Noor Bakker" in nieuw.get("/helpdesk").tekst
    dubbel = beheer.post("/helpdesk/accounts", {"naam": "NOOR BAKKER", "rol": "helpdesk"})
    assert (dubbel.status, "al een account" in dubbel.tekst) == (422, True)


def test_rol_uit_aan_en_nieuw_wachtwoord(bureau: Bureau) -> None:
    beheer, nummer = bureau.bezoek(Rol.BEHEERDER), bureau.account("Tom")
    pad = f"/helpdesk/accounts/{nummer}"
    assert beheer.post(f"{pad}/rol", {"rol": "redacteur"}).status == 303
    assert "Tom is nu redacteur." in beheer.get("/helpdesk/accounts").tekst
    assert beheer.post(f"{pad}/uit").status == 303
    assert bureau.browser().log_in("Tom").status == 401
    assert beheer.post(f"{pad}/aan").status == 303
    gevonden = NIEUW.search(beheer.post(f"{pad}/wachtwoord").tekst)
    assert gevonden is not None
    assert bureau.browser().log_in("Tom").status == 401
    assert bureau.browser().log_in("Tom", gevonden[1]).status == 303
    logboek = beheer.get("/helpdesk/logboek").tekst
    for wat in (
        "rol gewijzigd in redacteur",
        "account uitgezet",
        "account aangezet",
        "wachtwoord vernieuwd",
        "ingelogd",
    ):
        assert wat in logboek
    assert gevonden[1] not in logboek


def test_er_blijft_altijd_een_beheerder_over(bureau: Bureau) -> None:
    beheer = bureau.bezoek(Rol.BEHEERDER)
    for account in accounts.lijst(bureau.opslag):
        if account.rol is Rol.BEHEERDER and account.naam != "test beheerder":
            accounts.zet_rol(bureau.opslag, account.id, Rol.HELPDESK)
    pad = f"/helpdesk/accounts/{bureau.account('test beheerder')}"
    for antwoord in (beheer.post(f"{pad}/uit"), beheer.post(f"{pad}/rol", {"rol": "helpdesk"})):
        assert (antwoord.status, "beheerder overblijven" in antwoord.tekst) == (422, True)
    assert beheer.get("/helpdesk/accounts").status == 200


@pytest.mark.parametrize(
    ("oud", "nieuw", "weer", "zin"),
    [
        ("fout", "dakpan zeven koffie mist", "dakpan zeven koffie mist", "oude wachtwoord klopt niet"),
        (WACHTWOORD, "dakpan zeven koffie mist", "iets anders dan dat", "niet gelijk"),
        (WACHTWOORD, "te klein", "te klein", "minstens 12"),
        (WACHTWOORD, "Welkom2026!!", "Welkom2026!!", "te makkelijk"),
    ],
)
def test_een_eigen_wachtwoord_dat_niet_mag(bureau: Bureau, oud: str, nieuw: str, weer: str, zin: str) -> None:
    iemand = bureau.bezoek(naam="Iris")
    antwoord = iemand.post("/helpdesk/account", {"oud": oud, "nieuw": nieuw, "weer": weer})
    assert antwoord.status == 422
    assert zin in antwoord.tekst
    assert 'aria-invalid="true"' in antwoord.tekst
    assert nieuw not in antwoord.tekst
    assert iemand.get("/helpdesk").status == 200


@pytest.mark.parametrize(
    "gegeven",
    [
        "te kort!", "wachtwoord12", "Wachtwoord2026!", "P@ssw0rd12345", "welkomwelkom", "WelkomWelkom01",
        "qwertyuiop12",
        "123456789012", "aaaaaaaaaaaaaaa", "abcdefghijkl", "Herfst2026!!", "Helpdesk2026", "jansen-jansen",
        "ababababababab", "098765432109", "Geheim!Geheim1", "x" * 300,
    ],
)  # fmt: skip
def test_wat_niet_mag(gegeven: str) -> None:
    with pytest.raises(WachtwoordFout):
        keur(gegeven, "Jansen")


@pytest.mark.parametrize(
    "gegeven",
    ["kastanje fiets wolk lamp", "vier losse woorden hier", "hU7&kdo2!pQzx",
     "de school ligt in de duinen", "ñandú çölü över"],
)  # fmt: skip
def test_wat_wel_mag(gegeven: str) -> None:
    keur(gegeven, "Jansen")


def test_een_bedacht_wachtwoord_mag_en_is_steeds_anders() -> None:
    alle = {bedenk() for _ in range(200)}
    assert len(alle) == 200
    for een in alle:
        keur(een, "Jansen")


def test_de_hash_is_argon2id_en_wordt_vernieuwd(monkeypatch: pytest.MonkeyPatch) -> None:
    zwak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(WACHTWOORD)
    goed, nieuwe = klopt(zwak, WACHTWOORD)
    assert goed
    assert nieuwe is not None
    assert nieuwe.startswith("$argon2id$")
    assert klopt(nieuwe, WACHTWOORD) == (True, None)
    assert klopt(zwak, "anders") == (False, None)
    assert klopt("geen hash", WACHTWOORD) == (False, None)
    assert maak_hash(WACHTWOORD) != maak_hash(WACHTWOORD)


def test_inloggen_vernieuwt_een_oude_hash(bureau: Bureau) -> None:
    nummer = bureau.account("Oud")
    zwak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(WACHTWOORD)
    accounts.zet_wachtwoord(bureau.opslag, nummer, zwak)
    assert bureau.browser().log_in("Oud").status == 303
    account = accounts.haal(bureau.opslag, nummer)
    assert account is not None
    assert account.wachtwoord != zwak
    assert account.laatst is not None
    assert bureau.browser().log_in("Oud").status == 303


def test_dezelfde_letters_anders_getypt_zijn_hetzelfde_wachtwoord() -> None:
    assert klopt(maak_hash("caf\u00e9 fiets wolk lamp"), "cafe\u0301 fiets wolk lamp")[0]


@pytest.mark.parametrize("naam", ["", "a", "x" * 61, "<b>", "a\nb\x00", "-a", "a/b", "a;b", " "])
def test_namen_die_niet_mogen(naam: str) -> None:
    with pytest.raises(AccountFout):
        nette_naam(naam)


class Toetsen(io.StringIO):
    """Standard input that is a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opdracht_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> object:
    """Runs `wegwijzer …` on a database of this test: (exit code, output, errors)."""
    monkeypatch.setenv("WEGWIJZER_DB", str(tmp_path / "gesprekken.db"))

    def roep(*delen: str, getypt: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(getypt))
        code = main(delen)
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return roep


def test_de_opdracht_maakt_lijst_en_wijzigt(opdracht_: object) -> None:
    roep = opdracht_
    assert callable(roep)
    assert "Er zijn nog geen accounts" in roep("account", "lijst")[1]
    assert roep("account", "maak", "Ada", "--rol", "beheerder", getypt=f"{WACHTWOORD}\n")[0] == 0
    assert roep("account", "maak", "ada", getypt=f"{WACHTWOORD}\n")[0] == 1
    assert roep("account", "maak", "Bo", getypt="kort\n")[0] == 2
    code, uit, _ = roep("account", "maak", "Bo", "--rol", "redacteur", "--bedenk")
    assert code == 0
    gevonden = re.search(r"alleen nu ziet: (\S+)", uit)
    assert gevonden is not None
    opslag = gesprekken.open_opslag()
    bo = accounts.vind(opslag, "Bo")
    assert bo is not None
    assert bo.rol is Rol.REDACTEUR
    assert klopt(bo.wachtwoord, gevonden[1])[0]
    assert roep("account", "rol", "bo", "helpdesk")[0] == 0
    assert roep("account", "uit", "bo")[0] == 0
    assert re.search(r"Bo +helpdesk +uit", roep("account", "lijst")[1])
    assert roep("account", "aan", "bo")[0] == 0
    assert roep("account", "wachtwoord", "bo", getypt="dakpan zeven koffie mist\n")[0] == 0
    assert klopt(accounts.vind(opslag, "Bo").wachtwoord, "dakpan zeven koffie mist")[0]  # type: ignore[union-attr]
    assert roep("account", "uit", "Ada")[0] == 1
    assert roep("account", "uit", "niemand")[0] == 1


def test_aan_het_toetsenbord_wordt_twee_keer_gevraagd(monkeypatch: pytest.MonkeyPatch) -> None:
    gevraagd = iter(["kastanje fiets wolk lamp", "kastanje fiets wolk lamb", *["kastanje fiets wolk lamp"] * 2])
    monkeypatch.setattr("sys.stdin", Toetsen())
    monkeypatch.setattr("getpass.getpass", lambda _: next(gevraagd))
    with pytest.raises(WachtwoordFout, match="niet gelijk"):
        opdracht._vraag_wachtwoord("Ada", False)
    assert opdracht._vraag_wachtwoord("Ada", False) == "kastanje fiets wolk lamp"


def test_migrate_toont_en_doet(opdracht_: object) -> None:
    roep = opdracht_
    assert callable(roep)
    code, uit, _ = roep("migrate", "--toon")
    assert (code, "0001" in uit, "0003" in uit) == (1, True, True)
    assert "bijgewerkt" in roep("migrate")[1]
    assert roep("migrate", "--toon")[0] == 0
    assert "niets te doen" in roep("migrate")[1]


def test_een_kapotte_database_is_een_zin_en_geen_stapel(opdracht_: object, tmp_path: Path) -> None:
    roep = opdracht_
    assert callable(roep)
    (tmp_path / "gesprekken.db").write_bytes(b"dit is geen database" * 500)
    for delen in (("account", "lijst"), ("migrate",), ("migrate", "--toon")):
        code, uit, fout = roep(*delen)
        assert code == 1
        assert "Traceback" not in uit + fout


def test_de_lijst_van_gewone_woorden_heeft_geen_dubbele() -> None:
    assert len(set(wachtwoord.GEWOON)) == len(wachtwoord.GEWOON)
