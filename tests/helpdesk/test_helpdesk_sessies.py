"""Who is logged in: never by a cookie of somebody else's making, never for too long, and no longer than the account."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import sqlalchemy as sa
from bureau import WACHTWOORD, Bureau

from wegwijzer.opslag import accounts
from wegwijzer.opslag.rollen import Rol
from wegwijzer.opslag.sessies import hash_van
from wegwijzer.opslag.tabellen import AANMELDINGEN

KOEKJE = "wegwijzer-helpdesk"


def verzet(bureau: Bureau, **seconden: float) -> None:
    """Every log-in so many seconds back: `gemaakt`, `gezien`."""
    with bureau.opslag.session_scope() as sessie:
        waarden = {naam: AANMELDINGEN.c[naam] - hoeveel for naam, hoeveel in seconden.items()}
        sessie.execute(sa.update(AANMELDINGEN).values(**waarden))
        sessie.commit()


def test_een_opgedrongen_koekje_wordt_bij_inloggen_vervangen(bureau: Bureau) -> None:
    bureau.account("Fix")
    iemand = bureau.browser()
    iemand.koekjes[KOEKJE] = "a" * 43
    assert iemand.log_in("Fix").status == 303
    nieuw = iemand.koekjes[KOEKJE]
    assert nieuw != "a" * 43
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", nieuw)
    aanvaller = bureau.browser()
    aanvaller.koekjes[KOEKJE] = "a" * 43
    assert aanvaller.get("/helpdesk").status == 303


def test_ook_de_sessie_van_de_aanvaller_zelf_wordt_niet_overgenomen(bureau: Bureau) -> None:
    """He logs in, gives his cookie to the victim, who logs in on top of it: his cookie is worth nothing then."""
    bureau.account("Fix")
    aanvaller, slachtoffer = bureau.bezoek(naam="aanvaller"), bureau.browser()
    csrf = slachtoffer.csrf("/helpdesk/inloggen")
    slachtoffer.koekjes[KOEKJE] = aanvaller.koekjes[KOEKJE]
    velden = {"naam": "Fix", "wachtwoord": WACHTWOORD, "csrf": csrf}
    assert slachtoffer.post("/helpdesk/inloggen", velden).status == 303
    assert slachtoffer.koekjes[KOEKJE] != aanvaller.koekjes[KOEKJE]
    assert "Fix" in slachtoffer.get("/helpdesk").tekst
    assert aanvaller.get("/helpdesk").status == 303


def test_wie_niets_doet_moet_opnieuw_inloggen(bureau: Bureau) -> None:
    iemand = bureau.bezoek()
    verzet(bureau, gezien=29 * 60)
    assert iemand.get("/helpdesk").status == 200
    verzet(bureau, gezien=29 * 60)
    assert iemand.get("/helpdesk").status == 200
    verzet(bureau, gezien=31 * 60)
    assert iemand.get("/helpdesk").status == 303
    verzet(bureau, gezien=-31 * 60)
    assert iemand.get("/helpdesk").status == 303


def test_na_een_werkdag_moet_iedereen_opnieuw_inloggen(bureau: Bureau) -> None:
    iemand = bureau.bezoek()
    verzet(bureau, gemaakt=9.9 * 3600)
    assert iemand.get("/helpdesk").status == 200
    verzet(bureau, gemaakt=0.2 * 3600)
    assert iemand.get("/helpdesk").status == 303


def test_de_termijnen_zijn_in_te_stellen(vers_bureau: Callable[..., Bureau]) -> None:
    bureau = vers_bureau(helpdesk_stil_minuten=5, helpdesk_uren=1)
    kort, lang = bureau.bezoek(), bureau.bezoek()
    verzet(bureau, gezien=6 * 60)
    assert kort.get("/helpdesk").status == 303
    verzet(bureau, gezien=-6 * 60, gemaakt=3700)
    assert lang.get("/helpdesk").status == 303


def test_een_uitgezet_account_is_meteen_buiten(bureau: Bureau) -> None:
    nummer = bureau.account("Weg")
    iemand = bureau.bezoek(naam="Weg")
    bureau.bezoek(Rol.BEHEERDER)
    assert iemand.get("/helpdesk").status == 200
    accounts.zet_uit(bureau.opslag, nummer, True)
    assert iemand.get("/helpdesk").status == 303
    assert bureau.browser().log_in("Weg").status == 401
    with bureau.opslag.session_scope() as sessie:
        # Should a log-in ever be left over, the account still decides.
        rij = {"id": hash_van(iemand.koekjes[KOEKJE]), "account": nummer, "gemaakt": time.time(), "gezien": time.time()}
        sessie.execute(sa.insert(AANMELDINGEN).values(**rij))
        sessie.commit()
    assert iemand.get("/helpdesk").status == 303
    accounts.zet_uit(bureau.opslag, nummer, False)
    assert iemand.get("/helpdesk").status == 200
    accounts.zet_uit(bureau.opslag, nummer, True)
    accounts.zet_uit(bureau.opslag, nummer, False)
    assert iemand.get("/helpdesk").status == 303
    assert bureau.browser().log_in("Weg").status == 303


def test_een_andere_rol_geldt_bij_het_volgende_verzoek(bureau: Bureau) -> None:
    bureau.bezoek(Rol.BEHEERDER)
    nummer = bureau.account("Zakt", Rol.BEHEERDER)
    iemand = bureau.bezoek(naam="Zakt")
    assert iemand.get("/helpdesk/accounts").status == 200
    accounts.zet_rol(bureau.opslag, nummer, Rol.HELPDESK)
    assert iemand.get("/helpdesk/accounts").status == 403


def test_een_nieuw_wachtwoord_logt_overal_uit(bureau: Bureau) -> None:
    bureau.account("Nel")
    thuis, werk = bureau.bezoek(naam="Nel"), bureau.bezoek(naam="Nel")
    oud = thuis.koekjes[KOEKJE]
    nieuw = "dakpan zeven koffie mist"
    gedaan = thuis.post("/helpdesk/account", {"oud": WACHTWOORD, "nieuw": nieuw, "weer": nieuw})
    assert (gedaan.status, gedaan.waar) == (303, "/helpdesk/account")
    assert thuis.koekjes[KOEKJE] != oud
    blad = thuis.get("/helpdesk/account")
    assert "Uw wachtwoord is gewijzigd" in blad.tekst
    assert "Uw wachtwoord is gewijzigd" not in thuis.get("/helpdesk/account").tekst
    assert werk.get("/helpdesk").status == 303
    assert bureau.browser().log_in("Nel").status == 401
    assert bureau.browser().log_in("Nel", nieuw).status == 303


def test_uitloggen_sluit_alleen_hier(bureau: Bureau) -> None:
    een, twee = bureau.bezoek(), bureau.bezoek()
    assert een.post("/helpdesk/uitloggen").status == 303
    assert een.get("/helpdesk").status == 303
    assert twee.get("/helpdesk").status == 200


def test_het_koekje_is_dicht(bureau: Bureau) -> None:
    bureau.account("Dicht")
    zet = bureau.browser().log_in("Dicht").zet
    koekje = next(k for k in zet if k.startswith(f"{KOEKJE}="))
    assert {"HttpOnly", "SameSite=Lax", "Path=/helpdesk"} <= {d.strip() for d in koekje.split(";")}
    assert "Secure" not in koekje
    assert "Domain" not in koekje


def test_achter_https_hoort_het_koekje_bij_deze_ene_site(vers_bureau: Callable[..., Bureau]) -> None:
    bureau = vers_bureau(publiek_adres="https://bot.example")
    bureau.account("Veilig")
    iemand = bureau.browser()
    csrf = iemand.csrf("/helpdesk/inloggen")
    velden = {"naam": "Veilig", "wachtwoord": WACHTWOORD, "csrf": csrf}
    zet = iemand.post("/helpdesk/inloggen", velden, Origin="https://bot.example").zet
    koekje = next(k for k in zet if KOEKJE in k)
    assert koekje.startswith(f"__Host-{KOEKJE}=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"} <= {d.strip() for d in koekje.split(";")}
    assert iemand.get("/helpdesk").status == 200
    # The name without the prefix could have been set by a neighbouring site; it counts for nothing here.
    iemand.koekjes = {KOEKJE: iemand.koekjes[f"__Host-{KOEKJE}"]}
    assert iemand.get("/helpdesk").status == 303


def test_achter_een_proxy_die_niemand_noemde_kan_men_ook_inloggen(bureau: Bureau) -> None:
    """TLS ends before us and no setting says so: only the form's Origin tells. The cookie is Secure all the same."""
    bureau.account("Proxy")
    iemand = bureau.browser()
    iemand.koppen = {"Host": "bot.example"}
    csrf = iemand.csrf("/helpdesk/inloggen")
    velden = {"naam": "Proxy", "wachtwoord": WACHTWOORD, "csrf": csrf}
    binnen = iemand.post("/helpdesk/inloggen", velden, Origin="https://bot.example")
    assert binnen.status == 303
    koekje = next(k for k in binnen.zet if k.startswith(f"{KOEKJE}="))
    assert koekje.endswith("; Secure")
    assert iemand.get("/helpdesk").status == 200
    assert iemand.post("/helpdesk/uitloggen", Origin="https://bot.example").status == 303


def test_de_eigen_proxy_zegt_dat_het_https_is(vers_bureau: Callable[..., Bureau]) -> None:
    bureau = vers_bureau(proxy_kop="x-forwarded-for")
    iemand = bureau.browser()
    bureau.account("Proxy")
    iemand.koppen = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}
    assert iemand.get("/helpdesk/inloggen").zet[0].startswith("__Host-wegwijzer-inloggen=")


def test_wie_bij_de_ene_werker_inlogt_is_bij_de_andere_binnen(bureau: Bureau) -> None:
    ander = Bureau(bureau.database).start()
    try:
        bureau.account("Overal")
        iemand = bureau.browser()
        assert iemand.log_in("Overal").status == 303
        iemand.poort = ander.poort
        assert iemand.get("/helpdesk").status == 200
        assert iemand.post("/helpdesk/uitloggen").status == 303
        iemand.poort = bureau.poort
        assert iemand.get("/helpdesk").status == 303
    finally:
        ander.stop()


def test_oude_aanmeldingen_worden_opgeruimd(bureau: Bureau) -> None:
    bureau.bezoek()
    verzet(bureau, gemaakt=11 * 3600)
    bureau.account("Vers")
    assert bureau.browser().log_in("Vers").status == 303
    with bureau.opslag.session_scope() as sessie:
        oudste = sessie.execute(sa.select(sa.func.min(AANMELDINGEN.c.gemaakt))).scalar()
    assert time.time() - oudste < 10 * 3600
