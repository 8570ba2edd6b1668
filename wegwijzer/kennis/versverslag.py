"""`wegwijzer check --vers`: the facts by organisation, what is older than its term first, as text or as JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from wegwijzer.kennis.versheid import TERMIJNEN, Versheid, maanden_later


def als_tekst(alle: Sequence[Versheid], vandaag: date) -> str:
    """First what expired, then the rest; in both the organisation with the most first."""
    return "\n".join(_regels(alle, vandaag))


def _regels(alle: Sequence[Versheid], vandaag: date) -> Iterator[str]:
    oud = [f for f in alle if f.verlopen(vandaag)]
    termijnen = ", ".join(f"{soort} {maanden}" for soort, maanden in TERMIJNEN.items())
    yield f"Kijk opnieuw: {len(oud)} van de {len(alle)} feiten zijn ouder dan hun termijn."
    yield f"De termijn in maanden: {termijnen}. Die telt vanaf 'stand', en bij 'onbekend' vanaf 'gezien'."
    for kop, deel in (("VERLOPEN", oud), ("NOG VERS", [f for f in alle if not f.verlopen(vandaag)])):
        if deel:
            yield f"\n{kop}"
        for houder, eigen in _per_houder(deel):
            yield f"\n{houder} ({len(eigen)})"
            for feit in eigen:
                dagen = f"stand {feit.stand}, gezien {feit.gezien}"
                yield f"  {feit.plek}: {_wat(feit)}; {dagen}; {_wanneer(feit, vandaag)}; {feit.bron}"


def _wat(feit: Versheid) -> str:
    return f"{feit.soort} {feit.wat}".strip()


def _wanneer(feit: Versheid, vandaag: date) -> str:
    if not feit.verlopen(vandaag):
        return f"goed tot en met {feit.vervalt}"
    return f"verlopen na {feit.vervalt}" + (" (kort geleden nog gelezen)" if pas_gelezen(feit, vandaag) else "")


def pas_gelezen(feit: Versheid, vandaag: date) -> bool:
    """Whether the source was read within the term, however old its own date is: look at these last."""
    return maanden_later(date.fromisoformat(feit.gezien), TERMIJNEN[feit.soort]) >= vandaag


def _per_houder(alle: Sequence[Versheid]) -> list[tuple[str, list[Versheid]]]:
    """The facts of each organisation, the oldest first; the organisation with the most first."""
    groepen: dict[str, list[Versheid]] = defaultdict(list)
    for feit in sorted(alle, key=lambda f: (f.vervalt, f.bestand, f.regel)):
        groepen[feit.houder].append(feit)
    return sorted(groepen.items(), key=lambda paar: (-len(paar[1]), paar[0]))


def als_json(alle: Sequence[Versheid], vandaag: date) -> str:
    """The same as data: totals, and per organisation its facts, what expired first."""
    oud = [f for f in alle if f.verlopen(vandaag)]
    groepen = sorted(_per_houder(alle), key=lambda paar: -sum(f.verlopen(vandaag) for f in paar[1]))
    inhoud = {
        "vandaag": vandaag.isoformat(),
        "termijnen_maanden": dict(TERMIJNEN),
        "feiten": len(alle),
        "verlopen": len(oud),
        "organisaties": [
            {
                "naam": houder,
                "verlopen": sum(f.verlopen(vandaag) for f in eigen),
                "feiten": [_data(f, vandaag) for f in eigen],
            }
            for houder, eigen in groepen
        ],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=2)


def _data(feit: Versheid, vandaag: date) -> dict[str, str | int | bool]:
    return {
        "bestand": feit.bestand,
        "regel": feit.regel,
        "veld": feit.veld,
        "soort": feit.soort,
        "wat": feit.wat,
        "bron": feit.bron,
        "stand": feit.stand,
        "gezien": feit.gezien,
        "termijn_maanden": TERMIJNEN[feit.soort],
        "vervalt": feit.vervalt.isoformat(),
        "verlopen": feit.verlopen(vandaag),
        "pas_gelezen": pas_gelezen(feit, vandaag),
    }
