"""The privacy page at `/privacy`: knowledge/privacy.md with who is responsible, as plain HTML without script."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from wegwijzer.bewaartijd import bewaartermijn
from wegwijzer.huis import kennismap

BESTAND = "privacy.md"
KOP = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{titel}</title>
<link rel="stylesheet" href="web/privacy.css">
</head>
<body>
<main>
"""


def pagina(verantwoordelijke: str, onbekend: str, map_: Path | None = None) -> str:
    """The whole page. `verantwoordelijke`: name and contact, parted by `|`; `onbekend` is said where it is empty.

    Raises OSError where the knowledge has no such file.
    """
    tekst = ((map_ or kennismap()) / BESTAND).read_text(encoding="utf-8")
    wie = "\n".join(f"- {deel.strip()}" for deel in verantwoordelijke.split("|") if deel.strip()) or onbekend
    tekst = tekst.replace("{verantwoordelijke}", wie).replace("{bewaartermijn}", str(bewaartermijn()))
    titel = next((regel[2:] for regel in tekst.splitlines() if regel.startswith("# ")), "Privacy")
    return KOP.replace("{titel}", html.escape(titel)) + "\n".join(_blokken(tekst)) + "\n</main>\n</body>\n</html>\n"


def _blokken(tekst: str) -> Iterator[str]:
    """Headings, lists and paragraphs: what the page needs of Markdown."""
    for blok in re.split(r"\n{2,}", tekst.strip()):
        regels = blok.splitlines()
        if regels[0].startswith("#"):
            niveau = len(regels[0]) - len(regels[0].lstrip("#"))
            yield f"<h{niveau}>{_zin(regels[0].lstrip('#').strip())}</h{niveau}>"
        elif all(regel.startswith("- ") for regel in regels):
            yield "<ul>" + "".join(f"<li>{_zin(regel[2:])}</li>" for regel in regels) + "</ul>"
        else:
            yield f"<p>{_zin(' '.join(regels))}</p>"


def _zin(tekst: str) -> str:
    """Escaped; `**bold**` and links to https or to a page of our own become HTML."""
    veilig = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", html.escape(tekst))
    return re.sub(r"\[([^\[\]]+)\]\((https://[^()\s]+|[a-z]+)\)", r'<a href="\2">\1</a>', veilig)
