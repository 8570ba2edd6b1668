"""Our own knowledge of words: what is never a person, what only is one, and what can be both."""

# ruff: noqa: SIM905 (long word lists read and merge better as text)
from __future__ import annotations

INSTELLINGEN = frozenset(
    "visio kentalis auris karakter levvel yulius triade enver horizon accare lentis molendrift youz ihub pluryn"
    " entrea lindenhout parlan kenter altra spirit bascule fornhese herlaarhof mutsaersstichting curium jutters"
    " lucertis bavo parnassia jarabee ambiq dimence mediant trias vitree xonar rubicon koraal gastenhof"
    " oosterpoort cardea middin ipse philadelphia cordaan amerpoort reinaerde sherpa intermetzo timon elker yorneo"
    " reik opdidakt impegno psyq emerhese mozaik tactus mondriaan virenze zuyderland radboud erasmus bartimeus"
    " sensis viataal pento effatha dedicon kennemerhart koers balans sprintkaart josee orion unita ozc opdc"
    " gedragswerk ziezon klassecontact school2care berseba wegwijzer magister somtoday parro isy cito kanvas kiva"
    " sova rots water klimop steiner montessori dalton jenaplan freinet vrijeschool agora leonardo wolfert"
    " melanchthon thorbecke comenius calvijn farel wartburg lentiz zadkine albeda einstein galilei libanon marnix"
    " google whatsapp facebook instagram tiktok youtube minecraft fortnite roblox zoom teams chatgpt netflix"
    " discord nederland belgie holland europa turkije marokko syrie polen oekraine suriname curacao aruba"
    " duitsland engeland drenthe flevoland friesland fryslan gelderland groningen limburg brabant overijssel"
    " utrecht zeeland".split()
)
"""Care institutions, schools' names, concepts, programs and lands that could be taken for people."""

ZIEKTEN = frozenset(
    "pfeiffer down asperger tourette gilles rett crohn turner lyme perthes klinefelter lennox gastaut dravet"
    " williams marfan kabuki noonan sotos".split()
)
"""Named after a person, but an illness."""

TIJD = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag"
    " woensdag donderdag vrijdag zaterdag zondag kerst pasen pinksteren sinterklaas ramadan suikerfeest herfst".split()
)

NOOIT_NAAM = TIJD | frozenset(
    "vanochtend vanavond vanmiddag vannacht daarmee daarbij hiermee hierbij waarmee zelfde sindsdien stelt inga bene"
    " frans duits engels roma paramaribo turnhout metz saba goeree selam alexander delfshaven twents"
    " aan al alle anders bent dan da de der dien do door duurt dik elke er erin has he hedde hoi hok hou in is"
    " jouw ken kent klaar koop le lieve long mar mat mee men mien min my nader nam onder per po son tien to toon"
    " tos van wil wilt you zus zusje broer broertje can co corona adem ai armen bien bouwen kick man skip sla sie"
    " school thuis zoon dochter kind kinderen leerling klas groep juf meester moeder vader oma opa mama papa"
    " mevrouw meneer jongens mens mensen regeling taal wijs streng stil niks nix engels duits eisen geven noord"
    " zuid oost west midden stap klap pas op te ten ter des den het een en of maar want dus als toen nu ook nog"
    " wel niet geen ja nee ik jij je u hij zij ze wij we jullie hun haar hem zijn mijn ons onze uw wie wat waar"
    " wanneer waarom hoe welke welk dit dat deze die hier daar daarna sinds vanaf tot bij met zonder voor na naar"
    " uit over tegen tussen binnen buiten zit zat is was ben heeft had kan mag moet gaat ging komt kwam wordt werd"
    " doet deed loopt vanwege omdat zodat terwijl misschien altijd nooit soms vaak erg heel veel weinig graag help"
    " hulp vraag dank bedankt alvast groet groeten groetjes beste hallo hey dag mvg sorry so sbo vso vo pro mbo"
    " vmbo havo vwo ib swv tlv opp ass adhd add pdd nos gpo lpa ggd ggz oza opdc oco sot rvdk avg wpo wvo wec ivo"
    " pgb ond leerplicht inspectie steunpunt samenwerkingsverband gemeente wijkteam jeugdteam ouders ouder mentor"
    " directeur rector docent leraar onderwijs basisschool college lyceum gymnasium mavo atheneum praktijkschool"
    " vrijstelling schorsing autisme angst pest pesten ding hele vroeger later straks binnenkort vandaag morgen"
    " gisteren vorige volgende eerste tweede derde laatste ander andere eigen zelf".split()
)
"""Words that stay also where a list has them as a name."""

ALLEEN_NAAM = frozenset(
    "ali eva zoe mia pia leo ivo jos ron ria ans gea amy ian luc ada ina aafje aagje aaltje abel albert annie"
    " antje arend arie astrid bas basje bart benjamin bert bob boudewijn bram bren carmen charles christin daan"
    " daantje dirk dolf donna douwe douwtje driek dylan elco ellen els elsje elvin emir erika eva evertje fien"
    " felien fokke foppe frank frans geert geertje gerit gerold gerrit griet grietje hannes hans hendrik henk"
    " henry hein heintje ida ieme inga isabel izabel jaap jaapje jack jan janet janneke jantje jantine jasmijn"
    " jayden jeannet jeannette jeroen jet jesse jip joel johan johannes joke jonas joop joost jurgen karel karin"
    " karsten kees klaas koen kris kristen kwinten leentje leopold lies liesje lizzy loek lotje lotte louis"
    " lubbert luuk maarten maartje maikel mandy margriet marieke marien marit marjan mark marc maren mathijs mats"
    " maud mehmet meike menno merijn mieke miep mohammed mohamed nick niels noa noor noortje noud oscar pelle"
    " peter petertje piet pietje pieter pim pleun quint quinten rachel remco rene richel rianne rick rik rinske"
    " rob robbert robert robin roel romy rosalie rowan ruben rutger ruud sanne sannie sanny sara sarah saskia"
    " sebastiaan sem siem simon sjerp sjoerd sofie steven sydney szymon tamara teun thijs thomas tim timo tjerk"
    " tom tommy torsten treesje truus tristan vicky vince vincent wessel willem willemijn wim wouter xander"
    " yannick yara ymke youssef zeynep".split()
)
"""First names, also where a word list knows them as a word."""

EXTRA_NAMEN = frozenset(
    "szymon jakub kacper zuzanna oliwia oleksandr oleksii anastasiia dmytro yuliia sofiia omer yigit umut elif"
    " zeynep yusuf ayse emine hatice mehmet huseyin mustafa osman ebru selin nisa hira hamza imran zakaria"
    " zakariya soufiane soufian anouar ilyas ilias bilal yassine yassin ayoub souhaila naoual khadija rachida"
    " jamila abdel abdul abdullah ahmad mahmoud samira amira nour nora aicha semhar yonas filmon merhawi selam"
    " hanna bereket milan luuk levi lev mila juna evi lynn liv lieke jurre sepp guus finn jens lars sven tygo ties"
    " mik mason jax jace djenna djayden shanaya chayenne kyan kiano dewi ratna rahul priya arjun wei ming ngozi"
    " kofi kwame amadou fatou mamadou aminata ibrahima beau bowie lou puk".split()
)
"""First names that the lists lack."""

DUBBEL = frozenset(
    "roos roosje bloem storm sterre ster bo mees beer merel lente zomer winter linde lelie iris wolf mus raaf"
    " vlinder hinde lila violet pluk puck puk rein luna parel liefke noor jade senna fleur mik max sky joy hope"
    " faith lief fee vos tijn boaz leeuwtje jasmijn madelief rune ties mare evi maan wolfje zonne sol ella saar"
    " fay amber dahlia erica aura robijn marijn bente stern valk jip jop aster berend bink koen".split()
)
"""First names that are words too: taken for a name in small letters only straight after "mijn zoon" and the like."""
