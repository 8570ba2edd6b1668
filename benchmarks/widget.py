"""Size and load of the widget beside deep-chat from npm, on the same page, browser and line, in one run.

    python -m benchmarks.widget [--keren 5] [--deep-chat MAP]

`MAP` holds an unpacked `deep-chat` (npm pack deep-chat@2.4.2); without it npm is asked for it, and without npm only the
widget is measured. The line is throttled as a mid-range phone on slow 4G: CPU 4x slower, 1.6 Mbit/s, 150 ms. Prints a
table: KB gzip, ms until the launcher or the component stands there, ms of blocking (what long tasks have over 50 ms),
LCP and layout shift of the page, and what the same page has without any widget.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

WEB = Path(__file__).parents[1] / "wegwijzer" / "kanaal" / "web"
CHROMIUM = "/usr/bin/chromium"
VLAGGEN = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
DEEP_CHAT = "2.4.2"
LIJN = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
ALINEA = "<p>" + "Een gewone alinea op de site van een school, met nieuws voor ouders. " * 6 + "</p>"
MEET = """
window.__m = { blok: 0, cls: 0, lcp: 0 };
const kijk = (type, doe) =>
  new PerformanceObserver((lijst) => lijst.getEntries().forEach(doe)).observe({ type, buffered: true });
kijk('longtask', (e) => { __m.blok += Math.max(0, e.duration - 50); });
kijk('layout-shift', (e) => { __m.cls += e.value; });
kijk('largest-contentful-paint', (e) => { __m.lcp = e.startTime; });
"""
KLAAR = """() => {
  const ons = document.querySelector('wegwijzer-chat'), ander = document.querySelector('deep-chat');
  if (!ons && !ander) return document.readyState === 'complete';
  const e = (ons ?? ander).shadowRoot?.querySelector(ons ? '.start' : '#text-input');
  return e && e.getBoundingClientRect().width > 0;
}"""


@dataclass(frozen=True)
class Proef:
    """One page. `script`: what it loads; `element`: markup that the script fills."""

    naam: str
    script: bytes | None
    element: str = ""
    soort: str = "defer"


@dataclass(frozen=True)
class Meting:
    """Times in ms, `verschuiving` is the layout shift score."""

    klaar: float
    blok: float
    lcp: float
    verschuiving: float


@contextmanager
def dien(proef: Proef) -> Iterator[str]:
    """A page like a school's, with the script on it; gzip as any server would."""
    kop = f'<script src="/s.js" {proef.soort}></script>' if proef.script else ""
    pagina = (
        f"<!doctype html><html lang=nl><title>School</title><meta name=viewport content='width=device-width'>{kop}"
        f"<h1>Een school in de buurt</h1>{ALINEA * 8}{proef.element}</html>"
    ).encode()
    inhoud = {"/": (pagina, "text/html; charset=utf-8"), "/s.js": (proef.script or b"", "text/javascript")}

    class Deur(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

        def do_GET(self) -> None:
            wat, soort = inhoud.get(self.path, (b"", "text/plain"))
            klein = gzip.compress(wat, 9)
            self.send_response(200 if self.path in inhoud else 404)
            self.send_header("Content-Type", soort)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(klein)))
            self.end_headers()
            self.wfile.write(klein)

    dienst = ThreadingHTTPServer(("127.0.0.1", 0), Deur)
    Thread(target=dienst.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{dienst.server_address[1]}/"
    finally:
        dienst.shutdown()
        dienst.server_close()


def meet(browser: Any, adres: str) -> Meting:
    """Load the page once, as a visitor who was never there."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        pagina = context.new_page()
        lijn = context.new_cdp_session(pagina)
        lijn.send("Network.enable")
        lijn.send("Network.emulateNetworkConditions", LIJN)
        lijn.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        pagina.add_init_script(MEET)
        pagina.goto(adres, wait_until="commit")
        pagina.wait_for_function(KLAAR, polling="raf", timeout=30_000)
        klaar = pagina.evaluate("() => performance.now()")
        pagina.wait_for_timeout(1500)
        m = pagina.evaluate("() => window.__m")
        return Meting(klaar, m["blok"], m["lcp"], m["cls"])
    finally:
        context.close()


def haal_deep_chat(map_: Path | None) -> bytes | None:
    """Its bundle, from a folder or from npm; None where neither works."""
    if map_ is not None:
        return (map_ / "dist" / "deepChat.bundle.js").read_bytes()
    with tempfile.TemporaryDirectory() as tijdelijk:
        opdracht = ["npm", "pack", f"deep-chat@{DEEP_CHAT}", "--silent", "--pack-destination", tijdelijk]
        try:
            subprocess.run(opdracht, check=True, capture_output=True, timeout=120)
            with tarfile.open(next(Path(tijdelijk).glob("*.tgz"))) as pak:
                bestand = pak.extractfile("package/dist/deepChat.bundle.js")
                return bestand.read() if bestand else None
        except (OSError, subprocess.SubprocessError, StopIteration, KeyError):
            return None


def main() -> None:
    """Measure and print."""
    from playwright.sync_api import sync_playwright

    vragen = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    vragen.add_argument("--keren", type=int, default=5)
    vragen.add_argument("--deep-chat", type=Path)
    keuze = vragen.parse_args()
    proeven = [Proef("zonder widget", None), Proef("Wegwijzer", (WEB / "wegwijzer.js").read_bytes())]
    ander = haal_deep_chat(keuze.deep_chat)
    if ander is not None:
        proeven.append(Proef(f"deep-chat {DEEP_CHAT}", ander, "<deep-chat></deep-chat>", 'type="module"'))
    print("| | KB gzip | bruikbaar (ms) | blokkeert (ms) | LCP (ms) | verschuiving |")
    print("|---|---|---|---|---|---|")
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        for proef in proeven:
            with dien(proef) as adres:
                m = [meet(browser, adres) for _ in range(keuze.keren)]
            groot = f"{len(gzip.compress(proef.script, 9)) / 1024:.1f}" if proef.script else "0"
            midden = [statistics.median(getattr(x, veld) for x in m) for veld in ("klaar", "blok", "lcp")]
            schuif = max(x.verschuiving for x in m)
            print(f"| {proef.naam} | {groot} | {' | '.join(f'{x:.0f}' for x in midden)} | {schuif:.3f} |")
        browser.close()
    print(f"\nMediaan van {keuze.keren}; CPU 4x trager, 1,6 Mbit/s, 150 ms. Verschuiving: de grootste.")


if __name__ == "__main__":
    main()
