"""The words by which a parent names a topic, as patterns on bare text (lower case, no accents, no punctuation)."""

from __future__ import annotations

_MAG = r"(?:mag|mogen|kan|kunnen|wil|willen|moet|moeten|zoeken)"
_TOT = r"(?: \w+){0,6}?"
_SWV = r"(?:samenwerkingsverband\w*|swv)"
_BETAALT = r"(?:betaal[td]|betalen|bekostigt|vergoed[td]?)"
_IETS = r"(?:iets|wat|ergens|\w*plek\w*|plaats|school|scholen|groep|aanbod|initiatie\w+|voorziening\w*)"
_HULP = r"(?:hulp|ondersteuning|begeleiding)"

WOORDEN = {
    "aanmelden_geweigerd": r"\b(?:mag|mogen|kan|kunnen|moeten|willen)(?: \w+){0,2}?"
    r" (?:school|scholen|ze|zij|directeur)(?: \w+){0,5}? (?:weiger\w*|nee zeggen tegen (?:hem|haar))\b"
    r"|\b(?:weigert|geweigerd|weigeren) (?:haar|hem|ons|hij|zij|ze|mijn \w+)\b",
    "adhd_gedrag_in_de_klas": r"\bniet te (?:handhaven|houden|hanteren)\b",
    "advocaat_nodig": r"\b(?:advoca\w+|advoka\w+|jurist\w*|rechtsbijstand\w*)\b",
    "andere_ouders": r"\b(?:andere ouders|lotgenoten|ouders zoals wij)\b",
    "andere_school_overstap": rf"\b{_MAG}{_TOT} (?:naar )?(?:een )?andere school\b"
    rf"|\b(?:hoe zit het met|beter (?:een|op een)|naar een) andere school\b"
    r"|\b(?:veranderen|wisselen|verander|wissel|overstappen)(?: \w+){0,3}? (?:van )?school\b"
    r"|\bvan school (?:wisselen|veranderen|overstappen)\b|\boverstappen naar\b",
    "andere_verzorger_gezag": r"\bmag (?:ik|mijn ex|de vader|zijn vader|haar vader|de voogd)(?: als \w+)?(?: \w+){0,4}?"
    r" (?:beslissen|bepalen|tekenen|aanvragen)\b|\bals (?:oma|opa|pleeg\w+|stief\w+|tante)(?: \w+){0,5}?"
    r" (?:iets|wat|beslissen|terecht|zelf|te zeggen)\b|\bwie (?:tekent|beslist|mag tekenen|mag beslissen)\b"
    r"|\b(?:ook|gewoon|gedeeld|samen|ouderlijk|nog|geen|wel|allebei|het) gezag\b",
    "angst_voor_veilig_thuis_melding": r"\b(?:met|bij|naar|van|door) veilig thuis\b"
    r"|\bveilig thuis (?:melding|in ?schakel\w*|bel\w*)",
    "bang_voor_gevolgen_klacht": r"\b(?:dupe|wraak|afgerekend|kwalijk nemen|last krijgt)\b"
    r"|\bafreager\w*\b|\b(?:krijg|heb|krijgt|heeft|krijgen|hebben)(?: \w+){0,5}? (?:er|daar|ervan|hiervan|daarvan)"
    r"(?: \w+){0,3}? last\b",
    "bemiddeling": r"\b(?:bemiddel\w*|mediat\w+|onafhankelijk\w*(?: \w+){0,3}? tussen|iemand tussen)\b",
    "blijft_ingeschreven_bij_plek": r"\bingeschreven\b(?! geweest)|\b(?:behoud van|met) inschrijving\b",
    "broertje_werk_gezin": r"\b(?:mijn|m n|mn) (?:baan|baas)(?: \w+){0,4}? (?:kwijt\w*|verlie\w+|klaar mee|boos)\b"
    r"|\b(?:baan|werk) (?:\w+ ){0,3}?(?:verliezen|kwijtraken|kwijt)\b|\bkan (?:zo |nu )?niet (?:meer )?werken\b"
    r"|\b(?:ik|we|wij) (?:moet|moeten) (?:\w+ ){0,2}?werken\b|\bwaar (?:ik|we|wij) (?:hem|haar|ze) (?:\w+ )?laten\b"
    r"|\b(?:ik|zelf)(?: \w+){0,4}? (?:ziektewet|overspannen thuis)\b",
    "consulent_niet_bindend": r"\badvies\b(?: \w+){0,8}? (?:volgen|opvolgen|houden|naleven|niks van|niets van)\b",
    "discriminatie_handicap": r"\bdiscrimin\w+",
    "dossier_inzien": r"\b(?:dossier|leerlingvolgsysteem|stukken)\b",
    "dossier_tijdlijn": r"\b(?:bewaren|opschrijven|vastleggen|bijhouden)\b",
    "dreiging_boete_procesverbaal": r"\b(?:boetes?|bekeuring|proces ?verba\w+|kantonrechter|strafbaar|rechtbank"
    r"|dagvaarding|officier van justitie|verhoor)\b",
    "digitaal_onderwijs_thuis": r"\b(?:online|digitaal|digitale) (?:les\w*|school|onderwijs|volgen)\b"
    r"|\b(?:mee ?kijken|meedoen|lessen volgen)(?: \w+){0,2}? (?:via|online|vanuit huis|thuis)\b"
    r"|\bvia (?:de |een )?(?:laptop|teams|scherm|computer)\b|\bthuis (?:online )?les (?:krijgen|volgen)\b",
    "er_komt_niets_van_afspraken": r"\b(?:afgesproken|afspraken|beloftes?|beloofd|toezegging\w*|toegezegd|in het opp)\b"
    r"(?: \w+){0,10}? (?:niks|niets|nooit|niet nagekomen|geen)\b"
    r"|\b(?:geen|niks|niets|nooit)(?: \w+){0,8}? (?:afgesproken|beloofd|in het opp)\b"
    r"|\bstaat (?:\w+ ){0,4}?in (?:het|haar|zijn|ons|z n|zn) (?:opp|ontwikkelingsperspectief|handelingsplan)\b",
    "extra_geld_en_wie_betaalt": rf"\bwie {_BETAALT}(?: \w+){{0,4}}?"
    r" (?:begelei\w+|hulp|ondersteuning|assistent\w*|arrangement)\b",
    "extra_ondersteuning": rf"\b(?:welke|wat voor|recht op|hoeveel)(?: \w+){{0,3}}? {_HULP}"
    r"(?= (?:\w+ ){0,4}?(?:school|klas|les|scholen|krijgen|krijgt|bieden|geven|verplicht)\b)",
    "gpo_geschil": r"\bgeschillen ?commissie\b",
    "hoe_praat_ik_met_school": r"\bwat (?:moet|kan|zal) ik(?! tegen (?:mijn|m n|mn) )(?: \w+){0,4}? (?:zeggen|vragen)\b"
    r"|\bhoe (?:pak|voer|ga) ik(?: \w+){0,3}? gesprek\b",
    "hoorrecht_kind": r"\b(?:meepraten|inspraak|naar (?:hem|haar) luisteren|luisteren naar (?:hem|haar|mijn \w+))\b"
    r"|\b(?:hij|zij|ze|kind|zoon|dochter) (?:dan |wel |ook )*(?:gehoord|erbij zijn)\b"
    r"|\bmag (?:hij|zij|ze|mijn (?:zoon|dochter|kind))(?: \w+){0,4}?"
    r" (?:bij (?:dat|die|het|de|zo n) gesprek\w*|erbij) (?:zijn|zitten)\b"
    r"|\bmag (?:hij|zij|ze)(?: \w+){0,4}? (?:iets|wat) zeggen\b",
    "iemand_meenemen_naar_gesprek": r"\b(?:mag|mogen|kan|kunnen|wil)(?: \w+){0,6}?"
    r" (?:meenemen|meebrengen|meekomen)(?! naar huis)\b|\b(?:mag|kan) (?:ik|mijn|m|mn|er)(?: \w+){0,4}?"
    r" mee(?= als\b| om\b| naar (?:dat |het |een )?gesprek\b| en\b|$)",
    "inspectie_melden": r"\b(?:onderwijs)?inspectie\b",
    "jeugdarts": r"\b(?:jeugd|school) ?arts\w*\b",
    "jeugdhulp_loopt_vast": r"\b(?:wacht\w+|niet op gang)(?: \w+){0,6}?"
    r" (?:ggz|jeugdzorg|jeugdhulp|psycholo\w+|behandeling)\b"
    r"|\b(?:ggz|jeugdzorg|jeugdhulp|psycholo\w+|behandeling)(?: \w+){0,6}? (?:wacht\w+|niet op gang)\b"
    r"|\b(?:sta|staan|staat) (?:\w+ ){0,3}?op (?:een |de )?wachtlijst\w*",
    "kinderombudsman": r"\b(?:kinder)?ombudsman\b",
    "klacht_bindend": r"\bbindend\b|\bmoet(?:en)? (?:de )?(?:school|ze|zij|bestuur)(?: \w+){0,3}?"
    r" (?:doen wat|opvolgen|volgen|zich(?: \w+){0,2} houden|luisteren)\b",
    "klacht_indienen": r"\b(?:klacht(?! \w* ?bij de (?:huis)?arts)|klagen|aanklacht|klachtencommissie)\b",
    "klassecontact_robot": r"\brobot\w*\b|\bklasse ?contact\b|\b(?:beeld)?scherm(?: \w+){0,6}? klas\b",
    "koersconsulent_gemeld": r"\bkoers ?consulent\w*\b",
    "kwalificatieplicht_16_17": r"\bkwalificatieplicht\b"
    r"|\bmag (?:hij|zij|ze|mijn \w+)(?: \w+){0,4}? (?:stoppen|gaan werken)\b"
    r"|\b(?:stoppen|gestopt|stopt) met (?:school|haar|zijn|de opleiding|het mbo)\b",
    "leerplichtambtenaar_komt": r"\bleerplicht\w*(?: \w+){0,6}?"
    r" (?:brief|oproep|uitgenodigd|uitnodiging|langs|gesprek|post)\b"
    r"|\b(?:brief|oproep|uitnodiging|post|gedonder|problemen|gedoe)(?: \w+){0,4}? leerplicht\w*\b",
    "leerplicht_kan_ook_helpen": r"\bleerplicht\w*(?: \w+){0,4}? help\w+\b",
    "minder_uren_maatwerk": r"\b(?:minder (?:uren|lessen|dagen|vakken|uur)|(?:dagen|uren|uurtjes) minder|halve dagen"
    r"|paar uur per dag|verkort rooster)\b",
    "onderwijsconsulent": r"\b(?:wat|hoe|wie|waar)(?: \w+){0,6}? (?:onderwijs ?)?consulent\w*\b",
    "opp_niet_eens": r"\b(?:opp|ontwikkelingsperspectief)(?: \w+){0,10}? (?:teken\w*|niet(?: \w+){0,2} eens|akkoord)\b"
    r"|\b(?:teken\w*|niet(?: \w+){0,2} eens|akkoord)(?: \w+){0,4}? (?:opp|ontwikkelingsperspectief)\b",
    "opp_wat_is_dat": r"\bwat (?:is|betekent)(?: \w+){0,3}? opp\b",
    "over_de_assistent": r"\b(?:zijn|horen) jullie (?:\w+ )?(?:van|bij)\b|\bwie (?:zijn jullie|ben je|bent u)\b"
    r"|\bben (?:je|jij|u) (?:een )?(?:mens|robot|echt)\b|\bmet wie (?:praat|chat|spreek|app) ik\b",
    "oza_zorg_op_school": r"\b(?:medische handeling\w*|medicijn\w* geven|noodmedicatie"
    r"|zorg (?:op school|in de klas))\b",
    "particuliere_school": r"\b(?:particulier\w*|prive ?scho\w+|prive ?onderwijs)\b",
    "pesten": r"\b(?:gepest|pesten|pesters?|pesterijen)\b",
    "plek_voor_autisme": rf"\b{_IETS}(?: \w+){{0,3}}? voor(?: \w+){{0,4}}? (?:autis\w+|asperger|ass)\b",
    "plek_voor_hoogbegaafd": rf"\b{_IETS}(?: \w+){{0,3}}? voor(?: \w+){{0,3}}? hoog ?begaafd\w*",
    "privacy": r"\b(?:leest|lezen)(?: \w+){0,3}? mee\b|\b(?:is dit|blijft dit|kan dit) anoniem\b",
    "samenwerkingsverband_vinden": rf"\bwelke?(?: \w+)? (?:{_SWV}|steunpunt)\b",
    "school_meldt_verzuim": r"\b(?:spijbel\w*|gespijbeld|ongeoorloofd\w*)\b"
    r"|\bmeld\w*(?: \w+){0,2}? (?:bij|aan) (?:de )?(?:leerplicht\w*|duo)\b"
    r"|\bverzuim(?: \w+){0,4}? (?:gemeld|melden|meldt|doorgegeven|doorgeven)\b",
    "school_zegt_houd_maar_thuis": r"\b(?:school|juf|meester|directeur|directie|mentor|ze|zij)\b(?: \w+){0,8}?"
    r" (?:thuis ?(?:te )?(?:moet|moest|blijven|blijft|houden|laten)|kom maar terug als"
    r"|pas (?:weer )?(?:terug|komen) als)\b"
    r"|\b(?:hij|zij|ze|kind|zoon|dochter) moet(?: \w+){0,5}? thuis ?blijven\b"
    r"|\bnaar huis (?:ge)?stu\w+|\bstuu?r\w* (?:\w+ ){1,5}?naar huis\b"
    r"|\b(?:ik|we|wij) (?:hem|haar|m|ze) (?:\w+ ){0,3}?(?:moet|moeten|moest) (?:op|komen |komen op)?halen\b"
    r"|\b(?:hem|haar|m|ze) (?:\w+ ){0,3}?(?:moet|moeten|moest) (?:komen )?(?:op)?halen\b",
    "schoolgids_of_profiel": rf"\b(?:schoolgids|\w*ondersteuningsprofiel|schoolprofiel|sop)\b"
    rf"|\bwaar (?:kan|kun|staat|vind|lees)(?: \w+){{0,9}}? {_HULP}\b",
    "schoolwerk_thuis": r"\b(?:huiswerk|schoolwerk|lesstof) (?:mee\w*|thuis|geven|krijgen|opsturen)\b"
    r"|\b(?:geen|niks|ook)(?: \w+)? (?:huis|school)?werk (?:mee\w*|thuis)\b",
    "sprintkaart_wat_is_dat": r"\bsprint ?kaart\b",
    "steunpunt_onafhankelijk": r"\bhoort school (?:wat|dat|dit|het)\b|\biemand onafhankelijk\b"
    r"|\bsteunpunt\b.{1,60}? van (?:de )?school\b",
    "termijn_aanmelding": r"\bhoe ?lang (?:mag|mogen)(?: \w+){0,5}? (?:erover|daarover|over|beslissen|wachten)\b",
    "termijn_gemist": r"\b(?:ben|zijn) (?:ik|we|wij)(?: \w+){0,3}? te laat\b|\bte laat voor\b|\bnog (?:in )?bezwaar\b",
    "terugkeer_opbouwen": r"\b(?:op ?bouwen|bouw(?:en)? (?:je|we|wij|ik)(?: \w+){0,3}? op|opbouwschema)\b",
    "thuisonderwijs": r"\b(?:thuis ?onderwijs|zelf (?:thuis )?les ?geven|zelf les te geven)\b"
    r"|\bzelf(?: \w+){0,3}? les(?: \w+)? (?:geef|geven)\b",
    "tlv_oneens": r"\b(?:tegen (?:onze|mijn) (?:wil|zin)|dwingen|nee zeggen)(?: \w+){0,6}?"
    r" (?:so|sbo|vso|speciaal|cluster)\b"
    r"|\b(?:so|sbo|vso|speciaal onderwijs|cluster \d|tlv)\b(?: \w+){0,6}? (?:dwingen|nee zeggen|niet eens|bezwaar)\b"
    r"|\bbezwaar(?: \w+){0,4}? tlv\b"
    r"|\b(?:tlv|toelaatbaarheidsverklaring)\b(?: \w+){0,6}? (?:niet|nooit|geen)(?: \w+){0,3}? (?:akkoord|eens)\b",
    "tlv_speciaal_onderwijs": r"\b(?:wat|hoe|wie)(?: \w+){0,5}? (?:tlv|toelaatbaarheidsverklaring)\b"
    r"|\b(?:tlv|toelaatbaarheidsverklaring)(?: \w+){0,2}? (?:klopt|nodig|aanvragen|krijgen|verplicht)\b"
    r"|\bterug naar (?:het |een )?(?:gewoon|gewone|regulier\w*)\b",
    "vervoer": r"\b(?:leerlingen ?vervoer|wie betaal[td](?: \w+){0,3}? (?:vervoer|taxi|bus\w*))\b",
    "verwijdering": r"\bvan (?:de )?school (?:sturen|gestuurd|stuurt|verwijder\w*|halen|gooien|gegooid|getrapt)\b"
    r"|\bverwijder(?:d|ing\w*|en)\b|\bniet meer welkom\b|\bschool wil(?: \w+){0,3}? (?:weg|eruit|kwijt)\b"
    r"|\b(?:hij|zij|ze|kind|zoon|dochter|jongen|meisje) moet (?:\w+ )?(?:weg|vertrekken|eraf|eruit)\b(?! te )",
    "verzuim_18_plus": r"\b(?:18e|18de|achttiende) (?:verjaardag|nog|houdt?|dan|niet)\b"
    r"|\b(?:18|achttien) (?:plus|geworden|is geworden|jaar of ouder)\b"
    r"|\b(?:bij|boven|vanaf|met|na|tot) (?:18|achttien)(?= (?:jaar|nog|houdt?|dan|niet|en|of)\b|$)",
    "verzuimloket_duo": r"\bverzuim ?loket\b",
    "vrijstelling_5a": r"\b(?:vrijstelling|5 ?a|5 onder a)\b",
    "vrijstelling_aangeraden": r"\b(?:raadt|raden|adviseert|adviseren|aangeraden|geadviseerd)\b(?: \w+){0,6}?"
    r" vrijstelling\b"
    r"|\bvrijstelling\b(?: \w+){0,5}? (?:aangeraden|geadviseerd|aanraadt|teken\w*)\b",
    "wachtlijst_speciaal": r"\bwacht(?:lijst|tijd)(?: \w+){0,6}? (?:so|vso|sbo|speciaal|cluster)\b"
    r"|\b(?:so|vso|sbo|speciaal (?:basis)?onderwijs|cluster \d)(?: \w+){0,6}? wacht(?:lijst|tijd)\b",
    "wachttijd_consulent": r"\b(?:wacht\w*|duurt)(?: \w+){0,6}? (?:onderwijs ?)?consulent\w*\b"
    r"|\bconsulent\w*(?: \w+){0,6}? (?:wacht\w*|uitstel)\b",
    "wat_is_een_samenwerkingsverband": rf"\bwat (?:is|doet|kan)(?: \w+){{0,3}}? {_SWV}\b",
    "wat_is_een_steunpunt": r"\bwat (?:is|doet|kan)(?: \w+){0,4}? steunpunt\b",
    "wie_betaalt_de_plek": r"\b(?:terug ?vragen|terug ?krijgen|vergoed|vergoeding|declareren)\b|"
    rf"\bwie {_BETAALT} (?:dat|dit|die|zo n|zon|zoiets|de|het|een)\b"
    r"(?! (?:leerlingen)?vervoer| taxi| bus)|\bzelf (?:moeten )?betalen\b",
    "wie_doet_wat": r"\b(?:bij|naar|tot) wie (?:moet|moeten|kan|kunnen|mag) (?:ik|wij|we)(?: \w+){0,3}?"
    r" (?:zijn|bellen|terecht|toe|heen|wenden)\b|\bwie doet wat\b",
    "wie_moet_dit_oplossen": r"\b(?:verwijz\w+|verwijst|wijst|wijzen|schuift|schuiven)(?: \w+){0,3}? elkaar\b"
    r"|\bwie (?:is|zijn)(?: \w+){0,4}? verantwoordelijk\b|\bwie hakt\b"
    r"|\bwie moet(?: \w+){0,4}? (?:oplossen|regelen|zoeken|zorgen)\b",
    "ziekmelden_of_niet": r"\bziek ?(?:te )?(?:ge)?meld\w*\b|\bziek(?: \w+){0,3}? melden\b"
    r"|\b(?:telt|geldt|tellen)(?: \w+){0,4}? (?:als )?ziek\b",
    "zorgboerderij": r"\bzorgboerderij\w*\b",
    "zorgplicht": r"\bzorgplicht\b"
    r"|\bmoet(?:en)? (?:ze|school|een school|scholen|zij)(?: \w+){0,4}? (?:aannemen|toelaten)\b"
    r"|\b(?:school|scholen|ze) moet(?:en)? (?:hem|haar|ons kind|mijn \w+)(?: \w+){0,3}?"
    r" (?:nemen|aannemen|accepteren|inschrijven|plaatsen)\b"
    r"|\bmoet(?:en)? (?:ze|school|een school|scholen|zij|die school)(?: dan)? (?:hem|haar|ons kind|mijn \w+)"
    r"(?: \w+){0,3}? (?:nemen|accepteren|inschrijven|plaatsen)\b"
    r"|\b(?:ik|wij|we) (?:dan |zelf |nu |maar ){1,3}(?:een |andere |nieuwe )*school (?:\w+ )?zoek\w*",
}  # fmt: skip
"""Topic id → what names it."""

OOK_VERTELD = frozenset(
    {
        "adhd_gedrag_in_de_klas", "broertje_werk_gezin", "dreiging_boete_procesverbaal", "er_komt_niets_van_afspraken",
        "jeugdhulp_loopt_vast", "leerplichtambtenaar_komt", "school_zegt_houd_maar_thuis", "school_meldt_verzuim",
        "tlv_oneens", "verwijdering", "vrijstelling_aangeraden", "wachtlijst_speciaal", "wachttijd_consulent",
        "wie_moet_dit_oplossen",
    }
)  # fmt: skip
"""Topics of which a parent tells without asking: what happened, or what weighs."""
KOMT_NOG = frozenset({"leerplichtambtenaar_komt"})
"""Of these only what is still to come: a talk that a parent has had needs no explanation."""
NODIG = {
    "andere_verzorger_gezag": r"\b(?:gezag|ex|gescheiden|scheiding|voogd\w*|pleeg\w+|stief\w+|oma|opa|tante|oom|neef\w*"
    r"|nicht\w*|klein(?:zoon|dochter|kind\w*)|grootouders?|vader|jeugdbescherm\w*)\b",
    "bang_voor_gevolgen_klacht": r"\b(?:klacht|klag\w+|klagen|inspectie|bezwaar|aangifte)\b",
    "consulent_niet_bindend": r"\bconsulent\w*",
    "dreiging_boete_procesverbaal": r"\b(?:leerplicht\w*|\w*verzuim\w*|\w*spijbel\w*|boetes?|bekeuring|proces ?verba\w+"
    r"|kantonrechter|strafbaar)\b",
    "jeugdhulp_loopt_vast": r"\b(?:ggz|jeugd(?:zorg|hulp)|psycholo\w+|psychiat\w+|therap\w+|behandel\w+|hulpverlen\w+"
    r"|wijkteam|jeugdteam|specialistisch\w*)\b",
    "klacht_bindend": r"\b(?:\w*commissie|klacht\w*|uitspraak)\b",
}
"""Topics whose words mean that topic only in a message that holds one of these as well."""
VAN_JONGERE = {
    "hoorrecht_kind": r"\bmag ik(?: \w+){0,4}? (?:bij (?:dat|die|het|de|zo n) gesprek\w*|erbij|iets|wat|mee)"
    r" (?:zijn|zitten|zeggen|beslissen|praten)\b|\bmag ik (?:zelf )?mee(?:praten|beslissen)\b",
}
"""The same as WOORDEN, where a pupil writes."""
