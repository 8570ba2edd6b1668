"""Puts what a benchmark measured into its own part of a page in docs/."""

from __future__ import annotations

from pathlib import Path


def schrijf_deel(pagina: Path, naam: str, inhoud: str) -> None:
    """Replace the part between `<!-- naam -->` and `<!-- /naam -->`. Raises ValueError where there is none."""
    begin, einde = f"<!-- {naam} -->", f"<!-- /{naam} -->"
    tekst = pagina.read_text(encoding="utf-8")
    if begin not in tekst or einde not in tekst:
        raise ValueError(f"{pagina.name} heeft geen deel {begin} … {einde}")
    voor, rest = tekst.split(begin, 1)
    pagina.write_text(f"{voor}{begin}\n{inhoud}\n{einde}{rest.split(einde, 1)[1]}", encoding="utf-8")
