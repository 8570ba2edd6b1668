"""Words after which a name comes."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

TITELS = frozenset(
    "mevrouw mevr mw mvr meneer mijnheer menheer dhr heer juf juffrouw juffie meester meneertje mr mrs dr drs"
    " dokter prof professor ir ing familie fam opa oma oom tante zuster broeder ome".split()
)
"""Titles: almost always followed by a name."""

AANSPREEK = frozenset("mevrouw mevr mw mvr meneer mijnheer dhr heer dr drs dokter familie fam prof".split())
"""Titles that go with a surname."""

FUNCTIES = frozenset(
    "mentor mentrix directeur directrice leraar lerares docent docente leerkracht ib'er ib-er iber teamleider"
    " rector conrector coach begeleider begeleidster consulent onderwijsconsulent leerplichtambtenaar jeugdarts"
    " huisarts psycholoog orthopedagoog psychiater therapeut gezinsvoogd voogd jeugdconsulent zorgcoordinator"
    " conciërge concierge onderwijsassistent decaan afdelingsleider locatieleider schooldirecteur"
    " trajectbegeleider collega klasgenoot klasgenootje klasgenootjes vriendje vriendinnetje buurjongen buurmeisje"
    " jeugdwerker hulpverlener ambtenaar".split()
)
"""What people do: a name may follow."""

FAMILIE = frozenset(
    "zoon zoontje zn dochter dochtertje kind kindje kleinzoon kleindochter kleinkind pleegzoon pleegdochter"
    " pleegkind stiefzoon stiefdochter bonuszoon bonusdochter adoptiezoon adoptiedochter broer broertje zus zusje"
    " zusjes oudste jongste middelste man vrouw ex vriend vriendin partner neef neefje nicht nichtje jongen"
    " jongetje meisje meid mannetje puber tiener leerling tweeling moeder vader mama papa buurman buurvrouw"
    " kinderen zoons zonen dochters jongens meisjes kids kleinkinderen pleegkinderen naam zoonlief dochterlief"
    " kleuter oppas".split()
)
"""Family and children: a name may follow."""

BEZIT = frozenset("mijn mn m'n me onze ons onzen uw jullie".split())
OUDERS = frozenset(
    "moeder vader mama papa mam pap ouder ouders opa oma opoe voogd zus zusje broer broertje pleegmoeder"
    " pleegvader pleegouder stiefmoeder stiefvader verzorger tante oom mentor juf meester leraar klasgenoot"
    " vriendin vriend groetjes groeten rapport dossier situatie verhaal gedrag diagnose opp tlv plek school klas"
    " juffrouw namens naam dochter zoon".split()
)
"""X in "X van Daan"."""

HEET = frozenset("heet heette heten genaamd roepnaam voornaam achternaam naam heeet heett noemen".split())
GROET = frozenset("groetjes groet groeten gr grt grtjs mvg liefs gegroet hoogachtend xx xxx groetjesss groetje".split())
AANHEF = frozenset("beste lieve hallo hoi hey hee dag ha geachte goedemorgen goedemiddag goedenavond dear".split())
VOORZETSELS_NAAM = frozenset(
    "van de der den ter te ten 't 'd la le el al von du da di dos d bin ben ibn v vd vdr in op het".split()
)
"""Parts between first name and surname."""

SCHOOLEINDE = (
    *"school scholen college lyceum gymnasium atheneum scholengroep scholengemeenschap stichting kliniek".split(),
    *"instituut ziekenhuis academie straat laan plein boerderij hoeve campus centrum syndroom -taal".split(),
)
"""Ends of words that make of a name the name of a school, an institution, a street or an illness."""

SCHOOLWOORD = frozenset(
    "school mavo havo vmbo vwo onderwijs huis groep fonds sbo vso so obs cbs rkbs pcbs praktijk zorg taal weg hof"
    " mc umc syndroom".split()
)
"""Words that do the same when written with a capital."""

SCHOOL_ERVOOR = frozenset(
    "basisschool school schooltje college lyceum obs cbs rkbs pcbs kbs ods ikc sbo vso so vo mavo havo vmbo vwo"
    " stichting zorgboerderij praktijk praktijkschool kliniek instelling instituut scholengemeenschap vereniging"
    " ziekte syndroom syndrome stad regio gemeente in uit te nabij sint st prins prinses koning koningin paus"
    " museum".split()
)
"""Words after which a capital is no person's."""

OP_SCHOOL = frozenset(
    "zit zat zaten zitten gaat ging gaan aangemeld ingeschreven plek plaats leerling begonnen gestart school les"
    " geplaatst geweest overstap".split()
)
"""X in "X op Comenius": a school follows."""

DOET = frozenset(
    "zit zat heeft had wil wilde gaat ging kan kon moet moest mag mocht durft durfde huilt huilde slaapt sliep"
    " krijgt kreeg loopt liep komt kwam voelt voelde vindt vond zegt zei is was wordt werd blijft bleef ligt"
    " weigert weigerde raakt speelt gamet eet leert doet vertelde belde mailde schreef gaf".split()
)
"""What a person does: right after a name."""

LIJFELIJK = frozenset("durft durfde huilt huilde slaapt sliep gamet weigert ontploft schreeuwt zit zat".split())
"""Verbs that have a person, never an organisation, as subject ("Szymon durft niet")."""

VAN_NAMEN = frozenset(("van der", "van den", "van de", "v d", "van ter", "van 't", "ter", "ten", "el", "den"))
"""Before a surname without a first name ("Van den Berg belde")."""

DE_NAMEN = frozenset(
    "vries jong jonge boer wit graaf bruin bruijn groot haan koning leeuw vos wolf ruiter haas rooij wilde lange"
    " winter koster ridder".split()
)
"""X in "gesprek met de Vries": the usual surnames with "de", only when written with a capital."""
