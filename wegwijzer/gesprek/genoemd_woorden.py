"""The words by which a parent names a topic, as patterns on bare text (lower case, no accents, no punctuation)."""

from __future__ import annotations

_MAG = r"(?:mag|mogen|kan|kunnen|wil|moet|moeten)"
_TOT = r"(?: \w+){0,6}?"
_SWV = r"(?:samenwerkingsverband\w*|swv)"

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
    r" (?:iets|wat|beslissen|terecht|zelf|te zeggen)\b|\bwie (?:tekent|beslist|mag tekenen|mag beslissen)\b",
    "bang_voor_gevolgen_klacht": r"\b(?:dupe|wraak|afgerekend|kwalijk nemen|last krijgt)\b",
    "bemiddeling": r"\b(?:bemiddel\w*|mediat\w+|onafhankelijk\w*(?: \w+){0,3}? tussen|iemand tussen)\b",
    "blijft_ingeschreven_bij_plek": r"\bingeschreven\b(?! geweest)|\b(?:behoud van|met) inschrijving\b",
    "broertje_werk_gezin": r"\b(?:mijn|m n|mn) (?:baan|baas)(?: \w+){0,4}? (?:kwijt\w*|verlie\w+|klaar mee|boos)\b"
    r"|\b(?:baan|werk) (?:\w+ ){0,3}?(?:verliezen|kwijtraken|kwijt)\b|\bkan (?:zo |nu )?niet (?:meer )?werken\b"
    r"|\b(?:ik|we|wij) (?:moet|moeten) (?:\w+ ){0,2}?werken\b|\bwaar (?:ik|we|wij) (?:hem|haar|ze) (?:\w+ )?laten\b"
    r"|\b(?:ik|zelf)(?: \w+){0,4}? (?:ziektewet|overspannen thuis)\b",
    "dossier_inzien": r"\b(?:dossier|leerlingvolgsysteem|stukken)\b",
    "dossier_tijdlijn": r"\b(?:bewaren|opschrijven|vastleggen|bijhouden)\b",
    "dreiging_boete_procesverbaal": r"\b(?:boetes?|bekeuring|proces ?verba\w+|kantonrechter|strafbaar)\b",
    "digitaal_onderwijs_thuis": r"\b(?:online|digitaal|digitale) (?:les\w*|school|onderwijs|volgen)\b"
    r"|\b(?:mee ?kijken|meedoen|lessen volgen)(?: \w+){0,2}? (?:via|online|vanuit huis|thuis)\b"
    r"|\bvia (?:de |een )?(?:laptop|teams|scherm|computer)\b|\bthuis (?:online )?les (?:krijgen|volgen)\b",
    "er_komt_niets_van_afspraken": r"\b(?:afgesproken|afspraken|beloftes?|beloofd|toezegging\w*|toegezegd|in het opp)\b"
    r"(?: \w+){0,10}? (?:niks|niets|nooit|niet nagekomen|geen)\b"
    r"|\b(?:geen|niks|niets|nooit)(?: \w+){0,8}? (?:afgesproken|beloofd|in het opp)\b",
    "extra_geld_en_wie_betaalt": r"\bwie (?:betaalt|betalen|vergoedt)(?: \w+){0,4}?"
    r" (?:begelei\w+|hulp|ondersteuning|assistent\w*|arrangement)\b",
    "gpo_geschil": r"\bgeschillen ?commissie\b",
    "hoe_praat_ik_met_school": r"\bwat (?:moet|kan|zal) ik(?: \w+){0,4}? (?:zeggen|vragen)\b"
    r"|\bhoe (?:pak|voer|ga) ik(?: \w+){0,3}? gesprek\b",
    "hoorrecht_kind": r"\b(?:meepraten|inspraak|naar (?:hem|haar) luisteren|luisteren naar (?:hem|haar|mijn \w+))\b"
    r"|\b(?:hij|zij|ze|kind|zoon|dochter) (?:dan |wel |ook )*(?:gehoord|erbij zijn)\b",
    "iemand_meenemen_naar_gesprek": r"\b(?:mag|mogen|kan|kunnen|wil)(?: \w+){0,6}?"
    r" (?:meenemen|meebrengen|meekomen)(?! naar huis)\b|\b(?:mag|kan) (?:ik|mijn|m|mn|er)(?: \w+){0,4}?"
    r" mee(?= als\b| om\b| naar (?:dat |het |een )?gesprek\b| en\b|$)",
    "inspectie_melden": r"\b(?:onderwijs)?inspectie\b",
    "jeugdarts": r"\b(?:jeugd|school) ?arts\w*\b",
    "jeugdhulp_loopt_vast": r"\b(?:wacht\w+|niet op gang)(?: \w+){0,6}?"
    r" (?:ggz|jeugdzorg|jeugdhulp|psycholo\w+|behandeling)\b"
    r"|\b(?:ggz|jeugdzorg|jeugdhulp|psycholo\w+|behandeling)(?: \w+){0,6}? (?:wacht\w+|niet op gang)\b",
    "kinderombudsman": r"\b(?:kinder)?ombudsman\b",
    "klacht_indienen": r"\b(?:klacht(?! \w* ?bij de (?:huis)?arts)|klagen|aanklacht|klachtencommissie)\b",
    "klassecontact_robot": r"\brobot\w*\b|\bklasse ?contact\b|\b(?:beeld)?scherm(?: \w+){0,6}? klas\b",
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
    "oza_zorg_op_school": r"\b(?:medische handeling\w*|medicijn\w* geven|noodmedicatie"
    r"|zorg (?:op school|in de klas))\b",
    "particuliere_school": r"\b(?:particulier\w*|prive ?scho\w+|prive ?onderwijs)\b",
    "pesten": r"\b(?:gepest|pesten|pesters?|pesterijen)\b",
    "privacy": r"\b(?:leest|lezen)(?: \w+){0,3}? mee\b|\b(?:is dit|blijft dit|kan dit) anoniem\b",
    "samenwerkingsverband_vinden": rf"\bwelke?(?: \w+)? (?:{_SWV}|steunpunt)\b",
    "school_meldt_verzuim": r"\b(?:spijbel\w*|gespijbeld|ongeoorloofd\w*)\b"
    r"|\bverzuim(?: \w+){0,4}? (?:gemeld|melden|meldt|doorgegeven|doorgeven)\b",
    "school_zegt_houd_maar_thuis": r"\b(?:school|juf|meester|directeur|directie|mentor|ze|zij)\b(?: \w+){0,8}?"
    r" (?:thuis (?:te )?(?:moet|moest|blijven|blijft|houden|laten)|kom maar terug als"
    r"|pas (?:weer )?(?:terug|komen) als)\b",
    "schoolwerk_thuis": r"\b(?:huiswerk|schoolwerk|lesstof) (?:mee\w*|thuis|geven|krijgen|opsturen)\b"
    r"|\b(?:geen|niks|ook)(?: \w+)? (?:huis|school)?werk (?:mee\w*|thuis)\b",
    "sprintkaart_wat_is_dat": r"\bsprint ?kaart\b",
    "steunpunt_onafhankelijk": r"\bhoort school (?:wat|dat|dit|het)\b|\biemand onafhankelijk\b",
    "termijn_aanmelding": r"\bhoe ?lang (?:mag|mogen)(?: \w+){0,5}? (?:erover|daarover|over|beslissen|wachten)\b",
    "terugkeer_opbouwen": r"\b(?:op ?bouwen|bouw(?:en)? (?:je|we|wij|ik)(?: \w+){0,3}? op|opbouwschema)\b",
    "thuisonderwijs": r"\b(?:thuis ?onderwijs|zelf (?:thuis )?les ?geven|zelf les te geven)\b",
    "tlv_oneens": r"\b(?:tegen (?:onze|mijn) (?:wil|zin)|dwingen|nee zeggen)(?: \w+){0,6}?"
    r" (?:so|sbo|vso|speciaal|cluster)\b"
    r"|\b(?:so|sbo|vso|speciaal onderwijs|cluster \d|tlv)\b(?: \w+){0,6}? (?:dwingen|nee zeggen|niet eens|bezwaar)\b"
    r"|\bbezwaar(?: \w+){0,4}? tlv\b",
    "vervoer": r"\b(?:leerlingen ?vervoer|wie betaalt(?: \w+){0,3}? (?:vervoer|taxi|bus\w*))\b",
    "verwijdering": r"\bvan (?:de )?school (?:sturen|gestuurd|stuurt|verwijder\w*|halen|gooien|gegooid|getrapt)\b"
    r"|\bverwijder(?:d|ing\w*|en)\b|\bniet meer welkom\b|\bschool wil(?: \w+){0,3}? (?:weg|eruit|kwijt)\b",
    "vrijstelling_5a": r"\b(?:vrijstelling|5 ?a|5 onder a)\b",
    "wachtlijst_speciaal": r"\bwacht(?:lijst|tijd)(?: \w+){0,6}? (?:so|vso|sbo|speciaal|cluster)\b"
    r"|\b(?:so|vso|sbo|speciaal (?:basis)?onderwijs|cluster \d)(?: \w+){0,6}? wacht(?:lijst|tijd)\b",
    "wat_is_een_samenwerkingsverband": rf"\bwat (?:is|doet|kan)(?: \w+){{0,3}}? {_SWV}\b",
    "wat_is_een_steunpunt": r"\bwat (?:is|doet|kan)(?: \w+){0,4}? steunpunt\b",
    "wie_betaalt_de_plek": r"\bwie betaalt (?:dat|dit|die|zo n|zon|de|het|een)\b"
    r"(?! (?:leerlingen)?vervoer| taxi| bus)|\bzelf (?:moeten )?betalen\b",
    "wie_moet_dit_oplossen": r"\b(?:verwijz\w+|verwijst|wijst|wijzen|schuift|schuiven)(?: \w+){0,3}? elkaar\b"
    r"|\bwie (?:is|zijn)(?: \w+){0,4}? verantwoordelijk\b|\bwie hakt\b"
    r"|\bwie moet(?: \w+){0,4}? (?:oplossen|regelen|zoeken|zorgen)\b",
    "ziekmelden_of_niet": r"\bziek ?(?:te )?(?:ge)?meld\w*\b|\bziek(?: \w+){0,3}? melden\b",
    "zorgboerderij": r"\bzorgboerderij\w*\b",
    "zorgplicht": r"\bzorgplicht\b"
    r"|\bmoet(?:en)? (?:ze|school|een school|scholen|zij)(?: \w+){0,3}? (?:aannemen|toelaten)\b",
}  # fmt: skip
"""Topic id → what names it."""

OOK_VERTELD = frozenset(
    {
        "adhd_gedrag_in_de_klas", "broertje_werk_gezin", "dreiging_boete_procesverbaal", "er_komt_niets_van_afspraken",
        "jeugdhulp_loopt_vast", "leerplichtambtenaar_komt", "school_zegt_houd_maar_thuis", "school_meldt_verzuim",
        "verwijdering", "wachtlijst_speciaal", "wie_moet_dit_oplossen",
    }
)  # fmt: skip
"""Topics of which a parent tells without asking: what happened, or what weighs."""
