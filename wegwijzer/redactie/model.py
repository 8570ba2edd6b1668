"""What redaction gives back, and the marks that it leaves in a text."""

from __future__ import annotations

from dataclasses import dataclass

SOORTEN = ("naam", "adres", "postcode", "telefoon", "mail", "bsn", "geboortedatum", "iban", "leerlingnummer")
"""All kinds of personal data, in the order in which they are reported."""

MERK = r"\[(?:naam|adres|telefoon|mail|bsn|geboortedatum|iban|leerlingnummer)\]"
"""Pattern of a mark such as `[naam]`. A postcode leaves no mark: its four digits stay."""


class RedactieFout(Exception):
    """Redaction cannot work (the name lists are missing). Nothing may be stored without it, so this is not caught."""


@dataclass(frozen=True)
class Geredigeerd:
    """A message without personal data.

    Attributes:
        tekst: The message, e.g. "mijn zoon [naam] zit op [adres] in Rotterdam". Unchanged apart from the marks,
            except that it is in one form of Unicode (NFC, plain digits) without invisible characters.
        soorten: What was removed, a selection from `SOORTEN` in that order.
    """

    tekst: str
    soorten: tuple[str, ...]
