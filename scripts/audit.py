"""Known faults in the packages of requirements.lock, by pip-audit; what docs/dependencies.md has judged is no news.

    python scripts/audit.py [--uv PATH]

Exit code 0: nothing new; 1: an advisory that docs/dependencies.md does not name; 2: it could not be looked up.
pip-audit itself calls it "no known vulnerabilities" when not one package could be looked up, so here that is counted.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent
SLOT, OORDEEL = PROJECT / "requirements.lock", PROJECT / "docs" / "dependencies.md"
PIP_AUDIT = "pip-audit==2.10.1"
BRONNEN = ("pypi", "osv")
GENOEG = 0.95
"""This part of the packages must have been looked up."""
ID = re.compile(r"CVE-\d{4}-\d+|GHSA(?:-[0-9a-z]{4}){3}|PYSEC-\d{4}-\d+")


def haal(uv: str, bron: str) -> list[dict[str, Any]]:
    """What pip-audit says of each package by this source; empty where it could not run."""
    with tempfile.TemporaryDirectory() as map_:
        uit = Path(map_) / "audit.json"
        opdracht = [uv, "tool", "run", PIP_AUDIT, "-r", str(SLOT), "--no-deps", "--disable-pip", "-s", bron]
        try:
            subprocess.run(
                [*opdracht, "-f", "json", "-o", str(uit), "--progress-spinner", "off", "--timeout", "20"],
                capture_output=True,
                timeout=900,
                check=False,
            )
            gelezen: list[dict[str, Any]] = json.loads(uit.read_text(encoding="utf-8"))["dependencies"]
        except (OSError, subprocess.TimeoutExpired, ValueError, KeyError):
            return []
    return gelezen


def bekeken(gevonden: list[dict[str, Any]]) -> float:
    """The part of the packages that was looked up."""
    return sum("skip_reason" not in d for d in gevonden) / len(gevonden) if gevonden else 0.0


def nieuw(gevonden: list[dict[str, Any]], oordeel: str) -> list[str]:
    """One line for each advisory of which no name stands in `oordeel`."""
    genoemd = set(ID.findall(oordeel))
    return [
        f"{d['name']} {d['version']}: {fout['id']} ({', '.join(fout.get('fix_versions') or ['geen nieuwe versie'])})"
        for d in gevonden
        for fout in d.get("vulns", ())
        if not genoemd & {fout["id"], *fout.get("aliases", ())}
    ]


def main(argumenten: list[str]) -> int:
    """Look up, compare, tell."""
    uv = argumenten[1] if argumenten[:1] == ["--uv"] else shutil.which("uv") or ""
    for bron in BRONNEN:
        gevonden = haal(uv, bron) if uv else []
        if bekeken(gevonden) >= GENOEG:
            break
    else:
        print("Niet op te zoeken: geen bron gaf van genoeg pakketten bekende fouten. Dit zegt dus niets.")
        return 2
    regels = nieuw(gevonden, OORDEEL.read_text(encoding="utf-8"))
    print("\n".join(regels) or f"{len(gevonden)} pakketten bekeken; niets wat niet al beoordeeld is.")
    return 1 if regels else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
