"""Small word lists that the recognition uses."""

from __future__ import annotations


def _rij(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


STERK = _rij("in uit te regio gemeente gem omgeving nabij vanuit stad dorp plaats woonplaats vlakbij rondom")
"""Words after which nearly always a place follows."""

ZWAK = _rij("bij naar op rond richting tussen vanaf buiten")
"""Words after which often a place follows, but other things too."""

WONEN = _rij(
    "woon woont wonen wonend wonende woonachtig woonde woonden verhuisd verhuist verhuizen verhuisden kom komt komen"
    " thuis plaats woonplaats"
)
SCHOOL = _rij(
    "school schooltje scholen basisschool middelbare college lyceum gymnasium praktijkschool scholengemeenschap"
    " mavo havo vwo vmbo mbo sbo so vso pro ib brugklas kleuterschool onderwijs swv samenwerkingsverband steunpunt"
    " les locatie vestiging leerplicht leerplichtambtenaar wijkteam jeugdteam zorgaanbieder dagbesteding"
)
NADRUK = WONEN | SCHOOL | _rij("gemeente regio stad dorp gem")
PERSOON = _rij(
    "meneer mevrouw dhr mevr mw mr dr dokter juf juffrouw meester heer familie fam oma opa tante oom zuster"
    " mentor leraar directeur directrice coach psycholoog"
)
VOOR_NAAM = _rij("van de der den het ter ten een mijn onze ons zijn haar hun jullie uw die dat deze dit")
SCHOOLNAAM = _rij("obs cbs kbs pcbs rkbs basisschool school het college stichting")
VERDER = _rij(
    "en maar waar op met die want al zit zat gaat ging is staat stond naar of omdat nu sinds dus er wil kan heeft"
    " hebben hij zij ze wij we ik mijn onze daar thuis ook niet toen wordt moet krijg krijgt zegt woont wonen waren"
    " als dat terwijl maar vanaf mag woon we u zou gaan sta moeten"
)
ONWAARSCHIJNLIJK = _rij("een heel")
VUL = _rij(
    "in uit te bij de het is dat ja nee ik wij we woon wonen school staat op naar plaats stad dorp gemeente regio"
    " omgeving ons onze mijn zijn haar hij zij ze zit gaat gewoon nou eh uh uhm euh ehm hallo oke denk vlakbij van en"
    " der buurt hier postcode komen kom basisschool hoi dank u dank je bedankt"
)
NIET_LIJKEND = _rij("nieuw oude nieuwe groot kleine hoge lage noord zuid oost west")
TUSSEN = _rij("aan op ad a bij b en van")
WOORDJES = _rij(
    "in op en is te we ik de al na of ze om er je nu zo dr zn ff bv km uh ja he me mn up at an to by da wc tv pc ie"
)
