"""Which texts of teksten.yml the code says, and what it can fill in between `{ }`. A test holds this to the code."""

from __future__ import annotations

TEL = "tel"
"""Stands for `{tel:organisatie}`: filled with that organisation's number."""

GATEN: dict[str, tuple[str, ...]] = {
    "welkom": (), "welkom_vraag": (), "knop_zit_thuis": (), "knop_loopt_vast": (), "knop_regels": (),
    "vraag_onderwijssoort": ("plaats",), "vraag_onderwijssoort_uitleg": ("plaats",),
    "vraag_plaats": ("plaats",), "vraag_plaats_uitleg": ("plaats",), "vraag_plaats_thuis": ("plaats",),
    "vraag_plaats_speciaal": (), "vraag_pc4": ("plaats",), "vraag_pc4_uitleg": ("plaats",),
    "vraag_welke": ("plaats",), "vraag_welke_uitleg": ("plaats",),
    "vraag_school_zelfde_plaats": ("plaats",), "vraag_school_zelfde_plaats_uitleg": ("plaats",),
    "vraag_stap": ("plaats",), "vraag_stap_uitleg": ("plaats",),
    "vraag_plaats_plek": ("plaats",), "vraag_plaats_plek_uitleg": ("plaats",),
    "plekken_kop": (), "plekken_school": (), "plekken_geen": (),
    "geen_vraag_open": (TEL,), "overgeslagen": (), "plaats_onbekend": (),
    "knop_po": (), "knop_vo": (), "knop_so": (), "knop_vso": (), "knop_pro": (), "knop_mbo": (),
    "knop_geen_school": (), "knop_overslaan": (), "knop_ja": (), "knop_ergens_anders": (),
    "stap_kop": ("naam",), "stap_kop_speciaal": (), "stap_contact": ("wie", "contact"), "stap_swv": ("naam",),
    "stap_swv_geen_naam": ("gebied", "code"), "stap_swv_geen_contact": ("kaart",),
    "stap_swv_onbekende_plaats": ("kaart",), "steunpunt_kaart": (), "laag": (), "klaarleggen": ("wat",),
    "tussendoor": (TEL,), "regio_vraag": ("vraag",), "stap_blijft": ("naam",),
    "geen_swv_mbo": (), "geen_swv_cluster1": (), "geen_swv_cluster2": (), "alle_stappen_gedaan": (TEL,),
    "knop_hielp_niet": (), "knop_loopt_nog": (), "knop_nog_niet": (), "knop_hielp": (),
    "knop_volgende_stap": (), "knop_mens": (),
    "hielp_niet": (), "hielp": (TEL,), "loopt_nog": ("kort", "datum", "volgende"),
    "loopt_nog_laatste": ("kort", "datum", "volgende"),
    "nog_niet": (TEL,), "zorg_kort": (TEL,), "en_verder": (), "terug_naar_vraag": ("vraag",),
    "onthouden": ("wat",), "onthouden_niets": (), "bedankt_gegevens": ("wat",), "geredigeerd": (),
    "onduidelijk_1": (), "onduidelijk_2": (TEL,), "twijfel": (), "leeg": (), "storing": (TEL,),
    "buiten_bereik_weer": (TEL,), "buiten_bereik_buur": ("waar",),
    "gewist": (), "teruggezet": (), "opnieuw": (), "stop": (TEL,), "na_nood": (),
    "vraag_gebeurtenis_uitleg": ("plaats",), "termijn_vanaf": ("naam", "dag"), "termijn_nog": ("dagen",),
    "termijn_spoed": ("dagen",), "termijn_vandaag": (), "termijn_toekomst": ("dag",), "termijn_bestaat_niet": ("dag",),
    "termijn_precies": ("dag",), "termijn_onbekend": (),
    "bronnen_kop": ("artikelen",), "eenvoudige_vraag": ("vraag",), "andere_taal": (),
    "knop_plan": (), "knop_brief": ("titel",), "knop_brieven": (), "knop_voorbereiden": (),
    "plan_kop": ("datum",), "plan_noot": ("datum",), "plan_print": (), "plan_leeg": (),
    "plan_swv_onbekend": ("kaart",),
    "plan_waar": (), "plan_gedaan": (), "plan_eerst": (), "plan_daarna": (), "plan_klaarleggen": (), "plan_punten": (),
    "plan_termijnen": (), "plan_afspraken": (), "plan_advies": (), "plan_bronnen": (),
    "brief_kop": ("titel", "aan"), "brief_jongere": (), "brief_keuze": (), "document_keuze": (),
    "voorbereiding_begin": (), "voorbereiding_dank": (),
    "vraag_gesprek_goed": (), "vraag_gesprek_goed_uitleg": (), "vraag_gesprek_mis": (),
    "vraag_gesprek_mis_uitleg": (), "vraag_gesprek_anders": (), "vraag_gesprek_anders_uitleg": (),
    "punten_kop": (), "punten_goed": (), "punten_mis": (), "punten_anders": (), "punten_geen": (),
    "punten_vraag_kop": (), "punten_vragen": (), "punten_slot": (),
}  # fmt: skip
"""Text → the words that may stand between `{ }` in it."""

MOET: dict[str, tuple[str, ...]] = {
    "stap_kop": ("naam",), "stap_contact": ("contact",), "stap_swv": ("naam",), "stap_swv_geen_naam": ("code",),
    "stap_swv_geen_contact": ("kaart",), "stap_swv_onbekende_plaats": ("kaart",), "klaarleggen": ("wat",),
    "tussendoor": (TEL,), "regio_vraag": ("vraag",), "alle_stappen_gedaan": (TEL,), "zorg_kort": (TEL,),
    "terug_naar_vraag": ("vraag",), "onthouden": ("wat",), "bedankt_gegevens": ("wat",), "onduidelijk_2": (TEL,),
    "storing": (TEL,), "bronnen_kop": ("artikelen",), "eenvoudige_vraag": ("vraag",),
    "knop_brief": ("titel",), "plan_noot": ("datum",), "plan_swv_onbekend": ("kaart",),
}  # fmt: skip
"""Text → what it cannot do without: the parent would miss a name, a number or the question itself."""
