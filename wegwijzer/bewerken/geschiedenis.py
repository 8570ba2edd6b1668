"""What git knows of a knowledge file: who changed it when, one commit for each save, and taking one change back."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

GEDULD = 20.0
"""How long one git command may take (seconds)."""
POGINGEN = 4
"""So often is tried again when another git command holds the index."""
HOEVEEL = 20
_COMMIT = re.compile(r"[0-9a-f]{40}")
_STUUR = re.compile(r"[\x00-\x1f\x7f]")
_NAAM = re.compile(r"[^\w .,'-]")
GEEN_GIT = "Op deze machine staat het programma git niet."
GEEN_WERKBOOM = "De map met kennis staat niet in git."


class GitFout(Exception):
    """Git did not do it; the message says in Dutch what that means for the editor."""


@dataclass(frozen=True)
class Wijziging:
    """One commit of a file. `commit`: its whole name; `wanneer`: with its own time zone."""

    commit: str
    wie: str
    wanneer: datetime
    wat: str


class Geschiedenis:
    """The history of the files under one folder. Its calls wait for git: keep them off an event loop."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def waarom_niet(self) -> str:
        """Why nothing can be committed here; empty where it can."""
        try:
            self._git("rev-parse", "--show-toplevel")
            genegeerd = self._git("check-ignore", "-q", ".", mag=(0, 1)).returncode == 0
        except FileNotFoundError:
            return GEEN_GIT
        except GitFout:
            return GEEN_WERKBOOM
        return GEEN_WERKBOOM if genegeerd else ""

    def leg_vast(self, bestand: str, bericht: str, wie: str) -> str:
        """Commit this one file, written by `wie`; returns the commit, `""` where nothing differed. Raises GitFout."""
        naam = " ".join(_NAAM.sub(" ", wie).split())[:60] or "redactie"
        bericht = " ".join(_STUUR.sub(" ", bericht).split())
        adres = re.sub(r"[^a-z0-9]+", "-", naam.lower()).strip("-") or "redactie"
        omgeving = {"GIT_COMMITTER_NAME": naam, "GIT_COMMITTER_EMAIL": f"{adres}@wegwijzer.invalid"}
        omgeving |= {"GIT_AUTHOR_NAME": naam, "GIT_AUTHOR_EMAIL": f"{adres}@wegwijzer.invalid"}
        self._volhardend("add", "--", bestand)
        if self._git("diff", "--quiet", "HEAD", "--", bestand, mag=(0, 1, 128)).returncode == 0:
            return ""
        self._volhardend(
            "-c", "commit.gpgsign=false", "commit", "--quiet", "--no-verify", "--only", "-m", bericht, "--", bestand,
            omgeving=omgeving,
        )  # fmt: skip
        return self._git("rev-parse", "HEAD").stdout.strip()

    def lijst(self, bestand: str, hoeveel: int = HOEVEEL) -> list[Wijziging]:
        """The last changes of the file, the newest first; empty where there is no history."""
        vorm = "%H%x1f%an%x1f%aI%x1f%s"
        try:
            regels = self._git("log", f"-{hoeveel}", f"--format={vorm}", "--", bestand).stdout.splitlines()
        except (GitFout, FileNotFoundError):
            return []
        delen = [regel.split("\x1f") for regel in regels]
        return [Wijziging(c, wie, datetime.fromisoformat(dag), wat) for c, wie, dag, wat in delen]

    def verschil(self, bestand: str, commit: str) -> str:
        """The lines that this commit changed in the file, as git shows them. Raises GitFout."""
        uit = self._git("show", "--format=", "--unified=2", "--no-color", self._goed(commit), "--", bestand).stdout
        return uit[uit.find("@@") :] if "@@" in uit else ""

    def inhoud(self, blob: str) -> str | None:
        """The text of that name (a blob id), if git has it."""
        try:
            return self._git("cat-file", "blob", self._goed(blob)).stdout
        except (GitFout, FileNotFoundError):
            return None

    def zonder(self, bestand: str, commit: str, nu: str) -> str:
        """`nu` without what `commit` changed. Raises GitFout where later changes touched the same lines."""
        na = self._git("show", f"{self._goed(commit)}:./{bestand}").stdout
        try:
            voor = self._git("show", f"{commit}^:./{bestand}").stdout
        except GitFout:
            raise GitFout("Met deze wijziging is het bestand gemaakt. Dat is hier niet terug te nemen.") from None
        with tempfile.TemporaryDirectory(prefix="wegwijzer-") as map_:
            paden = [Path(map_) / naam for naam in ("nu", "na", "voor")]
            for pad, tekst in zip(paden, (nu, na, voor), strict=True):
                pad.write_text(tekst, encoding="utf-8", newline="")
            klaar = self._git("merge-file", "-p", *map(str, paden), mag=(*range(128),))
        if klaar.returncode:
            raise GitFout("Later is op dezelfde regels nog iets veranderd. Verander het zelf in het formulier.")
        return klaar.stdout

    @staticmethod
    def _goed(commit: str) -> str:
        if not _COMMIT.fullmatch(commit):
            raise GitFout("Deze wijziging bestaat niet.")
        return commit

    def _volhardend(self, *delen: str, omgeving: dict[str, str] | None = None) -> None:
        for poging in range(POGINGEN):
            try:
                self._git(*delen, omgeving=omgeving)
                return
            except GitFout:
                if poging == POGINGEN - 1:
                    raise
                time.sleep(0.1 * 2**poging)

    def _git(
        self, *delen: str, mag: tuple[int, ...] = (0,), omgeving: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        eigen = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}
        schoon = {s: w for s, w in os.environ.items() if not s.startswith("GIT_")}
        try:
            klaar = subprocess.run(
                ["git", *delen], cwd=self._map, capture_output=True, timeout=GEDULD, stdin=subprocess.DEVNULL,
                env={**schoon, **eigen, **(omgeving or {})}, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise GitFout("Git antwoordt niet.") from None
        if klaar.returncode not in mag:
            raise GitFout(f"Git kon dit niet doen ({delen[0] if delen[0] != '-c' else delen[2]}).")
        tekst = klaar.stdout.decode("utf-8", "replace")
        return subprocess.CompletedProcess(klaar.args, klaar.returncode, tekst, "")
