"""What a message takes back or only mentions beside the child, read over: `geen 3 weken maar 3 maanden`."""

from __future__ import annotations

import re

_LEES_OVER = re.compile(
    r"\b(?:niet|geen) \w+(?: \w+)? maar\b"
    r"|\book nog een\b"
    r"|\bniet (?:meer )?(?=naar (?:de |het |een )?(?:basis|middelbare|brugklas|vmbo|mavo|havo|vwo|praktijk|vso|sbo))"
    r"|(?<=\w)[ ,]+(?:niet|geen|ipv|i\.p\.v\.|in plaats van|en niet|en geen) "
    r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|"
    r"havo|vwo|vmbo|mavo|mbo|vso|so|sbo|vo|po|pro|groep \d|brugklas)"
    r"(?: (?:jaar|weken|maanden|dagen|week|maand))?"
    r"(?= ?[.!]?$)",
    re.IGNORECASE,
)
"""In turn: a correction, another child, a school that a child will not go to but that is still hers, and a correction
the other way round (`6 weken thuis, geen 8`)."""


def zonder_teruggenomen(tekst: str) -> str:
    """`tekst` with spaces for what it takes back; as long as before, so that every character stays in its place."""
    return _LEES_OVER.sub(lambda m: " " * len(m[0]), tekst)
