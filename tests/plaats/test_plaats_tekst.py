"""Places in sentences: spellings, misspellings, ordinary words, postcodes, and who lives where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tijd import lezen, verhouding

from wegwijzer.plaats import Plaatsen, vermeldingen
from wegwijzer.plaats.tokens import MAX_TEKST

TIKFOUTEN = {
    "rotterdm": "Rotterdam", "roterdam": "Rotterdam", "rotterdamm": "Rotterdam", "rottterdam": "Rotterdam",
    "Apeldorn": "Apeldoorn", "apeldoornn": "Apeldoorn", "apledoorn": "Apeldoorn",
    "amersfort": "Amersfoort", "amersvoort": "Amersfoort", "leeuwaarden": "Leeuwarden", "leewarden": "Leeuwarden",
    "Ultrecht": "Utrecht", "utrect": "Utrecht", "utregt": "Utrecht", "utrecth": "Utrecht",
    "den hag": "'s-Gravenhage", "den haagg": "'s-Gravenhage", "denhaag": "'s-Gravenhage",
    "zoetermeeer": "Zoetermeer", "soetermeer": "Zoetermeer", "zoetemeer": "Zoetermeer",
    "s'hertogenbosch": "'s-Hertogenbosch", "denbosch": "'s-Hertogenbosch", "den bos": "'s-Hertogenbosch",
    "almeere": "Almere", "allmere": "Almere", "nijmege": "Nijmegen", "nymegen": "Nijmegen", "neimegen": "Nijmegen",
    "einhoven": "Eindhoven", "eindhove": "Eindhoven", "einthoven": "Eindhoven",
    "gronigen": "Groningen", "groninge": "Groningen", "tillburg": "Tilburg", "tilbrug": "Tilburg",
    "mastricht": "Maastricht", "maastrigt": "Maastricht", "enchede": "Enschede", "enschedee": "Enschede",
    "harlem": "Haarlem", "amstrdam": "Amsterdam", "amsterdan": "Amsterdam", "amsteram": "Amsterdam",
    "dordrect": "Dordrecht", "dortrecht": "Dordrecht", "zwole": "Zwolle", "zwollle": "Zwolle",
    "arnem": "Arnhem", "arnhm": "Arnhem", "deventr": "Deventer", "helmont": "Helmond", "purmerent": "Purmerend",
    "vlaardinge": "Vlaardingen", "schidam": "Schiedam", "spijkenise": "Spijkenisse", "spykenisse": "Spijkenisse",
    "roosendaal": "Roosendaal", "rosendaal": "Roosendaal", "alkmar": "Alkmaar", "hilversm": "Hilversum",
    "veenendal": "Veenendaal", "barendregt": "Barendrecht", "gorinchen": "Gorinchem", "doetichem": "Doetinchem",
    "capelle aan de ijsel": "Capelle aan den IJssel", "krimpen aan den ijsel": "Krimpen aan den IJssel",
    "hendrik ido ambach": "Hendrik-Ido-Ambacht", "bergen op zom": "Bergen op Zoom", "lelistad": "Lelystad",
    "hoogeven": "Hoogeveen", "nieuwegijn": "Nieuwegein", "vlissinge": "Vlissingen", "katwyk": "Katwijk",
}  # fmt: skip


def namen(tekst: str, plaatsen: Plaatsen, *, verwacht: bool = False) -> list[str]:
    return [
        (v.kandidaten[0].plaats or v.kandidaten[0].gemeente or "")
        for v in vermeldingen(tekst, plaatsen, verwacht=verwacht)
    ]


@pytest.mark.parametrize(("fout", "goed"), TIKFOUTEN.items())
def test_tikfouten(fout: str, goed: str, plaatsen: Plaatsen) -> None:
    assert namen(fout, plaatsen, verwacht=True) == [goed]
    assert namen(f"mijn zoon zit in {fout} op school", plaatsen) == [goed]
    assert namen(f"Wij wonen in {fout}.", plaatsen) == [goed]


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [
        ("zwolle", "Zwolle"),
        ("middelbare school apeldoorn", "Apeldoorn"),
        ("capelle aan den ijssel", "Capelle aan den IJssel"),
        ("capelle ad ijssel", "Capelle aan den IJssel"),
        ("Capelle a/d IJssel", "Capelle aan den IJssel"),
        ("krimpen a/d ijssel", "Krimpen aan den IJssel"),
        ("alphen a.d. rijn", "Alphen aan den Rijn"),
        ("berkel en rodenrijs", "Berkel en Rodenrijs"),
        ("berkel & rodenrijs", "Berkel en Rodenrijs"),
        ("'s-gravenzande", "'s-Gravenzande"),
        ("s gravenzande", "'s-Gravenzande"),
        ("gravenzande", "'s-Gravenzande"),
        ("den haag", "'s-Gravenhage"),
        ("DEN HAAG", "'s-Gravenhage"),
        ("'s-gravenhage", "'s-Gravenhage"),
        ("s hertogenbosch", "'s-Hertogenbosch"),
        ("Den Bosch", "'s-Hertogenbosch"),
        ("hoek van holland", "Hoek van Holland"),
        ("1e exloermond", "1e Exloërmond"),
        ("1e Exloërmond", "1e Exloërmond"),
        ("wijk bij duurstede", "Wijk bij Duurstede"),
        ("wijk b duurstede", "Wijk bij Duurstede"),
        ("sint annaparochie", "St.-Annaparochie"),
        ("st annaparochie", "St.-Annaparochie"),
        ("het harde", "'t Harde"),
        ("t harde", "'t Harde"),
        ("de ronde venen", "De Ronde Venen"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("Su\u0301dwest-Frysla\u0302n", "Súdwest-Fryslân"),
        ("hoogvliet", "Hoogvliet Rotterdam"),
        ("ymuiden", "IJmuiden"),
        ("ijburg", "Amsterdam"),
        ("kralingen", "Rotterdam"),
        ("leidsche rijn", "Utrecht"),
        ("de Bijlmer", "Amsterdam"),
        ("zederik", "Vijfheerenlanden"),
        ("amsterdam noord", "Amsterdam"),
        ("a'dam", "Amsterdam"),
        ("R’dam", "Rotterdam"),
        ("ommoord", "Rotterdam"),
    ],
)
def test_schrijfwijzen(tekst: str, goed: str, plaatsen: Plaatsen) -> None:
    assert namen(tekst, plaatsen, verwacht=True) == [goed]
    assert namen(f"hij zit op school in {tekst} en het gaat niet", plaatsen) == [goed]


@pytest.mark.parametrize(
    "woord",
    [
        "best",
        "goes",
        "ede",
        "laren",
        "zeist",
        "houten",
        "huizen",
        "putten",
        "echt",
        "leek",
        "grave",
        "weert",
        "heerde",
        "epe",
        "urk",
        "oss",
        "axel",
    ],
)
def test_gewone_woorden_na_de_vraag(woord: str, plaatsen: Plaatsen) -> None:
    for tekst in (woord, woord.capitalize(), f"in {woord}", f"{woord}."):
        assert [n.casefold() for n in namen(tekst, plaatsen, verwacht=True)] == [woord], tekst


@pytest.mark.parametrize(
    "woord",
    [
        "Goes",
        "Best",
        "Ede",
        "Laren",
        "Zeist",
        "Houten",
        "Huizen",
        "Weert",
        "Beek",
        "Echt",
        "Leek",
        "Putten",
        "Bergen",
        "Buren",
        "Horst",
    ],
)
def test_gewone_woorden_in_een_zin(woord: str, plaatsen: Plaatsen) -> None:
    for tekst in (
        f"Mijn dochter zit op een school in {woord}.",
        f"mijn zoon gaat naar school in {woord.lower()} maar zit thuis",
        f"Wij komen uit {woord} en zoeken hulp",
        f"we wonen in {woord.lower()}",
    ):
        assert [n.casefold().split(" (")[0].split(" l")[0] for n in namen(tekst, plaatsen)] == [woord.casefold()], tekst


@pytest.mark.parametrize(
    ("tekst", "pc4"),
    [
        ("3011", "3011"), ("3011 ab", "3011"), ("3011AB", "3011"), ("3011  AB", "3011"), ("postcode 3011", "3011"),
        ("de school staat in 3011", "3011"), ("3011 ab rotterdam", "3011"), ("wij wonen op 7951 EZ", "7951"),
        ("mijn postcode is 2024", "2024"), ("2011 AB is de school", "2011"), ("(3011)", "3011"), ("3011.", "3011"),
        ("3011 in rotterdam", "3011"), ("rotterdam 3011", "3011"), ("school in 2511 te den haag", "2511"),
    ],
)  # fmt: skip
def test_postcode(tekst: str, pc4: str, plaatsen: Plaatsen) -> None:
    gevonden = vermeldingen(tekst, plaatsen)
    assert pc4 in [k.pc4 for v in gevonden for k in v.kandidaten]


@pytest.mark.parametrize(
    "tekst",
    [
        "hij zit sinds 2024 thuis", "in 2025 is hij geschorst", "het schooljaar 2025-2026", "sinds maart 2023 geen les",
        "wij kregen een boete van 1500 euro", "het kost € 2500 per jaar", "bel mij op 06 1234 5678", "010-4174 222",
        "tel. 0612345678", "om 1430 uur een gesprek", "mijn kind is van 2012", "artikel 3011 staat niks over",
        "er zijn 4500 leerlingen", "1 op 1000 kinderen", "BRIN 1234", "schooljaar 2024", "12-03-2024",
        "van 2019 tot 2022", "€3011", "3011%", "id 30112", "geboren in 2015",
    ],
)  # fmt: skip
def test_geen_postcode(tekst: str, plaatsen: Plaatsen) -> None:
    assert vermeldingen(tekst, plaatsen) == []


def test_postcode_die_niet_bestaat(plaatsen: Plaatsen) -> None:
    (vondst,) = vermeldingen("1000 AB", plaatsen, verwacht=True)
    assert (vondst.soort, vondst.kandidaten) == ("pc4", ())


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("we wonen in Capelle maar de school staat in Rotterdam", [False, True]),
        ("mijn zoon gaat in Delft naar school en we wonen in Den Haag", [True, False]),
        ("school in Den Haag", [True]),
        ("hij zit op school in Leiden", [True]),
        ("middelbare in Gouda", [True]),
        ("wij komen uit Almelo", [False]),
        ("we wonen in Delft", [False]),
        ("In Zwolle wonen we, zijn school is in Kampen", [False, True]),
        ("we wonen in Leiden en hij zit daar ook op school", [True]),
        ("is er iets in Arnhem", [None]),
        ("Rotterdam", [None]),
        ("zijn vorige school in Breda", [None]),
        ("We wonen in Utrecht. De school van mijn dochter staat in Nieuwegein.", [False, True]),
        ("dochter zit in rozenburg op school, wij wonen in hoogvliet", [True, False]),
        ("we zijn verhuisd naar vlaardingen maar hij zit nog op school in rotterdam", [False, True]),
    ],
)
def test_school_of_huis(tekst: str, verwacht: list[bool | None], plaatsen: Plaatsen) -> None:
    assert [v.school for v in vermeldingen(tekst, plaatsen)] == verwacht


@settings(max_examples=300, deadline=None)
@given(
    tekst=st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                [
                    "in",
                    "Rotterdam",
                    "rotterdm",
                    "3011",
                    "AB",
                    "'s-",
                    "den",
                    "haag",
                    "bij",
                    "gemeente",
                    "Hengelo",
                    "(O)",
                    "Beek",
                    ",",
                    ".",
                    "2024",
                    "Zeeland",
                    "NB",
                    "een",
                    "ĳ",
                    "İ",
                    "ß",
                    "́",
                    "-",
                ]
            ),
        ),
        max_size=25,
    ).map(" ".join),
    verwacht=st.booleans(),
)
def test_elke_tekst_gaat_goed(tekst: str, verwacht: bool, plaatsen: Plaatsen) -> None:
    einde = 0
    for v in vermeldingen(tekst, plaatsen, verwacht=verwacht):
        assert einde <= v.start < v.end <= len(tekst)
        assert v.tekst == tekst[v.start : v.end]
        assert 0 < v.score <= 1
        assert v.kandidaten or v.soort == "pc4"
        einde = v.end


def test_leeg_is_leeg(plaatsen: Plaatsen) -> None:
    assert vermeldingen("", plaatsen) == vermeldingen("\n \t", plaatsen, verwacht=True) == []


@pytest.mark.parametrize("deel", ["a", "in ", "1e ", "rotterdm "])
@pytest.mark.parametrize("verwacht", [False, True])
def test_heel_lang_kost_niet_meer_dan_lang(deel: str, verwacht: bool, plaatsen: Plaatsen) -> None:
    """What stands after `MAX_TEKST` characters is not read, so a million cost no more than that number."""
    lang, reusachtig = ((deel * n)[:n] for n in (MAX_TEKST, 1_000_000))
    assert (
        verhouding(
            lambda: vermeldingen(reusachtig, plaatsen, verwacht=verwacht),
            lambda: vermeldingen(lang, plaatsen, verwacht=verwacht),
        )
        < 3
    )


@pytest.mark.parametrize("lengte", [100, 2000])
def test_snelheid(lengte: int, plaatsen: Plaatsen) -> None:
    """At most some tens of times the plain reading of the same words: about eleven when this was made."""
    zin = "Mijn dochter van negen zit al zes weken thuis van de basisschool in amersfort en niemand belt ons terug. "
    tekst = (zin * 20)[:lengte]
    assert verhouding(lambda: [vermeldingen(tekst, plaatsen) for _ in range(10)], lezen(tekst, keer=10)) < 40
