"""Workers behind nginx, as processes; and a client that asks again with the same key, as the widget does."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest
from draaien import vrije_poort

from wegwijzer.huis import projectmap

T = TypeVar("T")
NGINX = projectmap() / "deploy" / "nginx"
TRAAG = "10s"
"""How long deploy/nginx waits for a slow client; a test may set it shorter (`Stapel.traag`)."""
OPSTARTTIJD = 600.0
PG_BIN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def programma(naam: str) -> str:
    """Where it is; the test is skipped where it is not, but for CI: there it must be real."""
    map_ = os.pathsep.join([os.environ.get("PATH", ""), *map(str, PG_BIN), "/usr/sbin"])
    gevonden = shutil.which(naam, path=map_)
    if gevonden is None and os.environ.get("CI"):
        pytest.fail(f"{naam} hoort in CI geïnstalleerd te zijn (.ci/run)")
    if gevonden is None:
        pytest.skip(f"{naam} is hier niet geïnstalleerd (.ci/run doet dat)")
    return gevonden


def start_proces(opdracht: Sequence[str], logboek: Path, omgeving: Mapping[str, str] | None = None) -> Any:
    with logboek.open("ab") as uit:
        return subprocess.Popen(list(opdracht), stdout=uit, stderr=uit, env=dict(omgeving) if omgeving else None)


def stop(proces: Any, met: int = signal.SIGTERM) -> None:
    if proces.poll() is None:
        proces.send_signal(met)
        try:
            proces.wait(60)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()


def wacht_op(klaar: Callable[[], bool], seconden: float, logboek: Path | None = None) -> None:
    einde = time.monotonic() + seconden
    while not klaar():
        if time.monotonic() > einde:
            pytest.fail(f"niet op tijd: {logboek.read_text(errors='replace')[-3000:] if logboek else klaar}")
        time.sleep(0.05)


def binnen(seconden: float, doe: Callable[[], T], keer: int = 3) -> T:
    """What `doe` returns, done again where it took longer: a busy machine may hold up one try, and not all of them."""
    for _ in range(keer):
        begin = time.monotonic()
        uit = doe()
        if time.monotonic() - begin < seconden:
            return uit
    pytest.fail(f"{keer} keer langer dan {seconden:.0f} s")


def spiegelmap(doel: Path) -> Path:
    """The project folder with a `var/` of its own: everything else are links to this checkout."""
    doel.mkdir()
    (doel / "var").mkdir()
    for pad in projectmap().iterdir():
        if pad.name not in ("var", ".git"):
            (doel / pad.name).symlink_to(pad)
    return doel


class Stapel:
    """`poort`: of the proxy; `poorten`: of the workers."""

    def __init__(self, map_: Path, nginx: str, omgeving: Mapping[str, str], werker: Sequence[str], n: int = 2) -> None:
        self.map, self._nginx, self.omgeving, self._werker = map_, nginx, dict(omgeving), list(werker)
        self.poort, self.poorten = vrije_poort(), [vrije_poort() for _ in range(n)]
        self.werkers: list[Any] = [None] * n
        self.proxy: Any = None
        self.traag = TRAAG

    def logboek(self, nummer: int) -> Path:
        return self.map / f"werker{nummer}.log"

    def start(self) -> None:
        for nummer in range(len(self.poorten)):
            self.start_werker(nummer)
        self.start_proxy()
        for nummer in range(len(self.poorten)):
            self.wacht_op_werker(nummer)
        wacht_op(lambda: self.vraag("GET", "/widget/v1/toegang")[0] == 200, 120, self.map / "nginx.log")

    def start_proxy(self) -> None:
        self._schrijf_nginx()
        opdracht = [self._nginx, "-p", str(self.map), "-c", str(self.map / "nginx.conf"), "-g", "daemon off;"]
        self.proxy = start_proces(opdracht, self.map / "nginx.log")

    def stop(self) -> None:
        for proces in (self.proxy, *self.werkers):
            if proces is not None:
                stop(proces)

    def start_werker(self, nummer: int) -> None:
        opdracht = [*self._werker, str(self.poorten[nummer])]
        self.werkers[nummer] = start_proces(opdracht, self.logboek(nummer), self.omgeving)

    def wacht_op_werker(self, nummer: int) -> None:
        wacht_op(lambda: self._leeft(self.poorten[nummer]), OPSTARTTIJD, self.logboek(nummer))

    def dient(self, nummer: int) -> bool:
        """Whether this worker answers now."""
        return self._leeft(self.poorten[nummer])

    def zorg_voor_werker(self, nummer: int) -> None:
        """Started, unless it runs."""
        if self.werkers[nummer] is None or self.werkers[nummer].poll() is not None:
            self.start_werker(nummer)
        self.wacht_op_werker(nummer)

    def dood(self, nummer: int) -> None:
        """Without a chance to finish anything."""
        self.werkers[nummer].kill()
        self.werkers[nummer].wait()

    def vraag(
        self,
        methode: str,
        pad: str,
        inhoud: Any = None,
        token: str | None = None,
        poort: int | None = None,
        **koppen: str,
    ) -> tuple[int, Any, dict[str, str]]:
        """Status (0: no answer), body (as JSON where it is), headers; by way of the proxy unless `poort` is given."""
        alle = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        if token:
            alle["Authorization"] = f"Bearer {token}"
        ruw = None
        if inhoud is not None:
            ruw = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
            alle.setdefault("Content-Type", "application/json")
        lijn = http.client.HTTPConnection("127.0.0.1", poort or self.poort, timeout=120)
        try:
            lijn.request(methode, pad, ruw, alle)
            terug = lijn.getresponse()
            gelezen = terug.read()
            gekregen = {n.lower(): w for n, w in terug.getheaders()}
        except (OSError, http.client.HTTPException):
            return 0, None, {}
        finally:
            lijn.close()
        with contextlib.suppress(ValueError):
            return terug.status, json.loads(gelezen), gekregen
        return terug.status, gelezen.decode("utf-8", "replace"), gekregen

    def token(self, poort: int | None = None) -> str:
        status, inhoud, _ = self.vraag("POST", "/session", {}, poort=poort)
        assert status == 201, inhoud
        return str(inhoud["token"])

    def zeg(
        self, token: str, tekst: str, geduld: float = 120.0, poort: int | None = None, sleutel: str = ""
    ) -> tuple[int, Any]:
        """A message as the widget sends it: asked again with the same key while the answer is "later"."""
        sleutel, einde = sleutel or uuid.uuid4().hex, time.monotonic() + geduld
        while True:
            status, inhoud, _ = self.vraag("POST", "/message", {"key": sleutel, "text": tekst}, token, poort)
            if status in (200, 400, 401) or time.monotonic() > einde:
                return status, inhoud
            time.sleep(0.2)

    def berichten(self, token: str, poort: int | None = None) -> list[tuple[str, str]]:
        status, inhoud, _ = self.vraag("GET", "/history?after=0", token=token, poort=poort)
        assert status == 200, inhoud
        return [(b["from"], b["text"]) for b in inhoud["messages"]]

    def _leeft(self, poort: int) -> bool:
        return self.vraag("GET", "/health", poort=poort)[0] == 200

    def _schrijf_nginx(self) -> None:
        """The rules of deploy/ as they are; only ports, folders, certificates and `traag` are of this test."""
        regels = (NGINX / "regels.conf").read_text(encoding="utf-8")
        regels = regels.replace("/etc/nginx/wegwijzer", str(self.map)).replace("/var/lib/wegwijzer", str(self.map))
        for deel in ("header", "body"):
            wacht = f"client_{deel}_timeout {TRAAG};"
            assert wacht in regels
            regels = regels.replace(wacht, wacht.replace(TRAAG, self.traag))
        (self.map / "regels.conf").write_text(regels, encoding="utf-8")
        shutil.copy(NGINX / "kantoor.conf", self.map / "kantoor.conf")
        (self.map / "weg.html").write_text("<!doctype html><title>weg</title>Wegwijzer is weg", encoding="utf-8")
        werkers = (NGINX / "werkers.conf").read_text(encoding="utf-8")
        for oud, nieuw in zip(("8001", "8002"), self.poorten, strict=True):
            werkers = werkers.replace(f"127.0.0.1:{oud}", f"127.0.0.1:{nieuw}")
        zones = [
            r for r in (NGINX / "wegwijzer.conf").read_text().splitlines() if r.startswith(("limit_", "log_format"))
        ]
        ruim = "\n".join(zones).replace("rate=5r/s", "rate=1000r/s")
        tijdelijk = "".join(
            f"{soort}_temp_path {self.map}/tmp_{soort};\n"
            for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (self.map / "nginx.conf").write_text(
            f"worker_processes 1;\npid {self.map}/nginx.pid;\nerror_log {self.map}/nginx-fout.log warn;\n"
            f"events {{ worker_connections 512; }}\nhttp {{\n{tijdelijk}{werkers}\n{ruim}\n"
            f"server {{ listen 127.0.0.1:{self.poort}; access_log {self.map}/toegang.log wegwijzer;\n"
            f"include {self.map}/regels.conf; }}\n}}\n",
            encoding="utf-8",
        )
