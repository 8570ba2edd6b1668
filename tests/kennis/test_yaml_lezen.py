"""What an editor types is what is read: no silent turns of YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from wegwijzer.kennis.yaml_bestand import lees


def inhoud(map_: Path, tekst: str) -> object:
    """The content of one file; fails on a message."""
    pad = map_ / "x.yml"
    pad.write_text(tekst, encoding="utf-8")
    bestand, meldingen = lees(pad, "x.yml")
    assert bestand is not None and not meldingen
    return bestand.inhoud


@pytest.mark.parametrize(
    "getypt",
    [
        "no",
        "yes",
        "on",
        "off",
        "ja",
        "nee",
        "Nee",
        "09:30",
        "8.10",
        "0900",
        "2026-11-22",
        "2026-02-30",
        "1_000",
        "0x1f",
        ".5",
    ],
)
def test_blijft_tekst(getypt: str, tmp_path: Path) -> None:
    """Dutch answers, hours, law articles, telephone numbers and dates stay what they are, as value and as key."""
    assert inhoud(tmp_path, f"a: {getypt}\n") == {"a": getypt}
    assert inhoud(tmp_path, f"{getypt}: a\n") == {getypt: "a"}


def test_wel_een_waarde(tmp_path: Path) -> None:
    """Whole numbers, true, false and empty."""
    assert inhoud(tmp_path, "a: 12\nb: true\nc: false\nd: null\ne:\nf: ~\n") == {
        "a": 12, "b": True, "c": False, "d": None, "e": None, "f": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "tekst", ["? [a]\n: b\n", "<<: {a: b}\n", "a: &x [*x]\n", "a: !!python/name:os.system x\n", "\x00", "a: \x07"]
)
def test_vreemde_yaml_geeft_hoogstens_meldingen(tekst: str, tmp_path: Path) -> None:
    """Odd but possible YAML never raises."""
    pad = tmp_path / "x.yml"
    pad.write_text(tekst, encoding="utf-8")
    bestand, meldingen = lees(pad, "x.yml")
    assert bestand is None or not meldingen
    assert all(m.regel >= 1 and m.herstel for m in meldingen)


BOM = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
"""Some hundred words that stand for 9 ** 12."""


@pytest.mark.parametrize(
    "tekst", [BOM, "a: " + "[" * 20_000, "a: " + "[" * 20_000 + "]" * 20_000, "{a: " * 20_000, "- " * 20_000 + "x\n"]
)
def test_een_bom_gaat_niet_af(tekst: str, tmp_path: Path) -> None:
    """Refused with a line and what to do, before anything of it is unfolded."""
    pad = tmp_path / "x.yml"
    pad.write_text(tekst, encoding="utf-8")
    bestand, meldingen = lees(pad, "x.yml")
    assert bestand is None and meldingen
    assert all(m.regel >= 1 and m.herstel for m in meldingen)
