"""Answers of the fake channel: each shows one thing that the widget draws. All contacts are invented."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from wegwijzer.klok import vandaag

KAART: dict[str, Any] = {
    "wie": "Steunpunt Voorbeeldstad",
    "wat": "Voor scholen in Voorbeeldstad. U krijgt hulp en advies, zonder kosten.",
    "contact": [
        {
            "soort": "telefoon", "waarde": "010-000 00 00", "label": None, "tijden": "ma-vr 09:00-12:30, 13:30-16:30",
            "tijden_noot": None, "open": True, "bron": "https://www.steunpunt.example/contact",
            "gezien": "2026-11-20", "stand": "onbekend", "controleer": False,
        },
        {
            "soort": "site", "waarde": "https://www.steunpunt.example/ouders", "label": None, "tijden": None,
            "tijden_noot": None, "open": None, "bron": "https://www.steunpunt.example/contact",
            "gezien": "2026-11-20", "stand": "onbekend", "controleer": True,
        },
        {
            "soort": "mail", "waarde": "hulp@steunpunt.example", "label": "voor ouders", "tijden": None,
            "tijden_noot": None, "open": None, "bron": "https://www.steunpunt.example/contact",
            "gezien": "2026-11-20", "stand": "onbekend", "controleer": False,
        },
    ],
    "extra": ["Bel eerst, dan weet u wie er is."],
}  # fmt: skip
TWEEDE = {
    "wie": "Advieslijn Voorbeeld",
    "wat": "Voor alle ouders.",
    "contact": [{**KAART["contact"][0], "waarde": "0800-0000", "tijden": "24/7", "open": False}],
    "extra": [],
}
BRONNEN = ["https://www.voorbeeld.example/wet/artikel-een", "https://www.voorbeeld.example/onderwerpen/zorgplicht"]
BRIEF = {"titel": "Vraag om een gesprek", "tekst": "Beste mentor,\n\nGraag een gesprek."}
LANG = "\n".join(
    f"Dit is regel {n} van een lang antwoord. Zo kan een uitleg soms over het scherm heen gaan." for n in range(1, 25)
)
INJECTIE = (
    '<img src=x onerror="window.gehackt=1"> <script>window.gehackt=2</script> javascript:window.gehackt=3 '
    'data:text/html,<script>1</script> ${window.gehackt=4} {{gehackt}} https://x.example/"onmouseover="gehackt=5 '
    "<a href='javascript:gehackt=6'>klik</a>"
)


PLAN = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Uw stappenplan</title>
<style>body { font-family: serif; } h1 { color: rgb(1, 2, 3); }</style>
</head>
<body>
<main>
<h1>Uw stappenplan</h1><p>Gemaakt op 22 november 2026.</p>
<ol><li>Praat met de school.</li><li>Bel het steunpunt: <a href="tel:0100000000">010-000 00 00</a>.</li></ol>
<p>Bezwaar maken: uiterlijk 4 januari 2027. U schreef: &lt;img src=x onerror=&quot;window.top.gehackt = 22&quot;&gt;</p>
</main>
</body>
</html>"""
ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def knop(titel: str) -> dict[str, str]:
    """A choice with an opaque id."""
    return {"id": f"k-{abs(hash(titel))}", "title": titel}


def antwoord(tekst: str, keuze: str | None) -> list[dict[str, Any]]:
    """What the assistant says to a message: by a word in it."""
    woord = tekst.lower().split()[0] if tekst.split() else ""
    over = (vandaag() + timedelta(days=12)).isoformat()
    voorbij = (vandaag() - timedelta(days=3)).isoformat()
    bekend: dict[str, list[dict[str, Any]]] = {
        "knoppen": [
            {"text": "Op welke soort school zit uw kind?", "buttons": [knop("Basisschool"), knop("Middelbare school")]}
        ],
        "kaart": [
            {
                "text": "Bel het steunpunt: 010-000 00 00, of kijk op https://www.steunpunt.example/ouders.",
                "custom": {"kaart": KAART, "kaarten": [KAART, TWEEDE], "bronnen": BRONNEN},
                "buttons": [knop("Wat is mijn volgende stap?"), knop("Ik wil iemand spreken")],
            }
        ],
        "stap": [
            {
                "text": "Uw volgende stap is het samenwerkingsverband. Vraag of iemand mee aan tafel komt.",
                "custom": {"stap": 2, "bronnen": BRONNEN, "wet": ["artikel 1 van een voorbeeldwet"]},
                "buttons": [knop("Gedaan, hielp niet"), knop("Dat loopt nog"), knop("Nog niet gedaan")],
            }
        ],
        "termijn": [
            {
                "text": "U kunt nog bezwaar maken.",
                "custom": {
                    "termijn": {"wat": "Bezwaar maken", "datum": over, "soort": "ouder"},
                    "termijnen": [
                        {"wat": "Bezwaar maken", "datum": over, "soort": "ouder"},
                        {"wat": "Reactie van de school", "datum": voorbij, "soort": "school"},
                    ],
                },
            }
        ],
        "plan": [
            {
                "text": "Uw plan is klaar.",
                "custom": {"plan": {"kop": "Uw plan, 22 november 2026", "agenda": ICS}},
            }
        ],
        "brief": [{"text": "Een brief die u kunt aanpassen.", "custom": {"brief": BRIEF}}],
        "lang": [{"text": LANG, "buttons": [knop("Duidelijk"), knop("Leg uit")], "custom": {"bronnen": BRONNEN}}],
        "arabisch": [{"text": "مرحبا. اتصل على \u2066010-000 00 00\u2069.", "custom": {"lang": "ar", "dir": "rtl"}}],
        "injectie": [
            {
                "text": INJECTIE,
                "buttons": [knop('<b onclick="gehackt=7">Knop</b>')],
                "custom": {
                    "kaart": {
                        "wie": "<img src=x onerror=gehackt=8>",
                        "contact": [
                            {"soort": "site", "waarde": "javascript:window.gehackt=9", "bron": "javascript:gehackt=10"},
                            {"soort": "telefoon", "waarde": "javascript:window.gehackt=11"},
                        ],
                    },
                    "bronnen": ["javascript:window.gehackt=12", "vbscript:x", "<svg onload=gehackt=13>"],
                    "plan": {"kop": "<iframe src=javascript:gehackt=14>"},
                    "onbekend": {"html": "<script>"},
                },
            }
        ],
        "twee": [{"text": "Eerst dit."}, {"text": "En dan dit.", "buttons": [knop("Verder")]}],
        "acht": [{"text": "Kies er een.", "buttons": [knop(f"Keuze nummer {n}") for n in range(1, 9)]}],
    }  # fmt: skip
    return bekend.get(woord, [{"text": f"Ik hoorde: {tekst}" + (f" (knop {keuze})" if keuze else "")}])
