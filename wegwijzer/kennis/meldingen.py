"""What is wrong in a knowledge file, told so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Melding:
    """One fault: where it is, what is wrong and what to write instead (Dutch)."""

    bestand: str
    regel: int
    veld: str
    wat: str
    herstel: str

    def __str__(self) -> str:
        """`file:line: field: what is wrong. Herstel: remedy` (the form that CI problem matchers read)."""
        veld = f"{self.veld}: " if self.veld else ""
        return f"{self.bestand}:{self.regel}: {veld}{self.wat} Herstel: {self.herstel}"


class KennisFout(Exception):
    """The knowledge is not in order; `meldingen` says why.

    Raised instead of loading half of the knowledge, so that the last good version can keep serving.
    """

    def __init__(self, meldingen: list[Melding]) -> None:
        self.meldingen = sorted(meldingen)
        super().__init__("\n".join(str(m) for m in self.meldingen))


def lijkt_op(woord: str, keuzes: Iterable[str]) -> str:
    """`Bedoelt u 'x'? ` where `woord` looks like one of `keuzes`, else nothing: the start of a remedy."""
    gevonden = get_close_matches(woord, sorted(keuzes), n=1, cutoff=0.6)
    return f"Bedoelt u '{gevonden[0]}'? " if gevonden else ""
