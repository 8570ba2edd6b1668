"""HTTP headers of the helpdesk: nothing from elsewhere, nothing inline, in no frame, kept nowhere."""

from __future__ import annotations

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; frame-ancestors 'none'"
)
KOPPEN = {
    "X-Content-Type-Options": "nosniff",
    # Not `no-referrer`: browsers then send `Origin: null` with a form, and where it came from could not be checked.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": CSP,
    "Cache-Control": "no-store",
    "Vary": "Cookie",
}
BESTAND = {**KOPPEN, "Cache-Control": "no-cache"}
"""For styles and scripts: without anything of anybody, so a browser may keep them and ask whether they changed."""
TEKENING = {**KOPPEN, "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
"""For a drawing that is shown as an image: an SVG holds its own colours, and runs nothing."""
