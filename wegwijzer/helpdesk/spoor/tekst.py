"""A trace as text, for `wegwijzer ask --waarom`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from wegwijzer.helpdesk.spoor.model import Spoor

if TYPE_CHECKING:
    from wegwijzer.gesprekspartner import Gesprekspartner

WAAR = {"antwoord": "in het antwoord", "kaart": "op een kaart", "knop": "op een knop", "herkend": "herkend aan"}
TIJDEN = {
    "gevaar": "gevaar", "schonen": "schonen", "redactie": "redactie", "inbedding": "inbedding", "nlu": "begrijpen",
    "actie": "antwoorden", "rest": "Rasa zelf", "totaal": "totaal",
}  # fmt: skip
"""Parts of a turn in Dutch, in the order of the message's way."""


WARM = "Mijn dochter van 8 zit thuis in Zwolle. Wat nu?"
"""Said first and thrown away, so that the times are those of a running server."""


def toon(partner: Gesprekspartner, teksten: Iterable[str], als_json: bool, uit: IO[str]) -> None:
    """One conversation with `partner`'s model, each turn written to `uit` with its trace (or as one line of JSON)."""
    from wegwijzer.helpdesk.spoor.zoeker import Spoorzoeker

    zoeker = Spoorzoeker(partner.verwerker)
    zoeker.spoor(zoeker.begin(), WARM)
    gesprek = zoeker.begin()
    for tekst in teksten:
        spoor = zoeker.spoor(gesprek, tekst)
        print(json.dumps(spoor.als_dict(), ensure_ascii=False) if als_json else als_tekst(spoor), file=uit, flush=True)


def als_tekst(spoor: Spoor) -> str:
    """One turn, readable in a terminal."""
    return "\n".join(_regels(spoor)) + "\n"


def waarde_tekst(waarde: Any) -> str:
    """A slot's value as people read it."""
    if waarde is None or waarde in ([], {}):
        return "–"
    if isinstance(waarde, list):
        return ", ".join(str(w) for w in waarde)
    return json.dumps(waarde, ensure_ascii=False) if isinstance(waarde, dict) else str(waarde)


def gevaar_tekst(spoor: Spoor) -> str:
    """The verdict on danger in one line."""
    gevaar = spoor.gevaar
    if not gevaar.niveau:
        return "geen"
    door = {"regel": f"regel '{gevaar.regel}'", "net": "het geleerde net"}[gevaar.door]
    waar = f" ({gevaar.bij.plek})" if gevaar.bij else ""
    return f"{gevaar.niveau}, {gevaar.soort}, door {door}{waar}"


def _regels(spoor: Spoor) -> Iterator[str]:
    beurt = spoor.beurt
    yield f"> {beurt['text']}"
    if spoor.verwijderd:
        yield f"verwijderd: {', '.join(spoor.verwijderd)}"
    yield f"onderwerp:  {beurt['topic']}"
    yield f"kansen:     {_kansen(spoor.kansen)}"
    if spoor.gehoord or len(beurt["topics"]) > 1:
        yield f"gehoord:    {_kansen(spoor.gehoord) or ', '.join(beurt['topics'])}"
    yield f"waarom:     {spoor.waarom}"
    yield f"stap:       {spoor.stap or 'geen'}"
    yield f"gevaar:     {gevaar_tekst(spoor)}"
    if spoor.gevaar.kansen:
        yield f"  net:      {_kansen(spoor.gevaar.kansen)}"
    for vondst in beurt["entities"]:
        yield f"gezegd:     {vondst['entity']} = {waarde_tekst(vondst['value'])} ({vondst['start']}–{vondst['end']})"
    for slot in spoor.slots:
        if slot.veranderd:
            yield f"onthouden:  {slot.naam}: {waarde_tekst(slot.voor)} → {waarde_tekst(slot.na)}"
    for plek in spoor.vindplaatsen:
        yield f"bestand:    {plek.plek}  {plek.veld}, {WAAR[plek.waar]}"
    for bron in spoor.bronnen:
        yield (
            f"bron:       {bron.bron} (gezien {bron.gezien}, stand {bron.stand}, zekerheid {bron.zekerheid}; "
            f"knowledge/{bron.bestand}:{bron.regel})"
        )
    yield "tijd:       " + ", ".join(f"{TIJDEN[n]} {ms:.1f} ms" for n, ms in spoor.tijden.items() if n in TIJDEN)
    for antwoord in beurt["replies"]:
        yield "antwoord:"
        yield from (f"  | {regel}" for regel in antwoord["text"].splitlines())
        if antwoord["buttons"]:
            yield "  " + "  ".join(f"[{k['title']}]" for k in antwoord["buttons"])


def _kansen(kansen: tuple[tuple[str, float], ...]) -> str:
    return ", ".join(f"{naam} {kans:.2f}" for naam, kans in kansen)
