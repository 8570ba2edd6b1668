"""HTTP headers: what a page may load and who may frame it, what may be cached, and which sites may read an answer."""

from __future__ import annotations

from collections.abc import Iterable

ALTIJD = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
CORS_VOORAF = {
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type",
    "Access-Control-Max-Age": "600",
}
"""What a preflight request is told (seconds)."""


def csp(script: str = "'self'", kaders: Iterable[str] = ()) -> str:
    """A Content-Security-Policy for a page of our own. `kaders`: the sites that may show it in a frame.

    Scripts may not write HTML: Trusted Types, with the one policy that lit-html makes for its constant templates.
    `frame-src blob:` is for printing the plan.
    """
    mag = " ".join(kaders) or "'none'"
    return (
        f"default-src 'none'; script-src {script}; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        "frame-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        f"trusted-types lit-html; frame-ancestors {mag}"
    )


PAGINA = {**ALTIJD, "Content-Security-Policy": csp(), "Cache-Control": "no-cache"}
GEGEVENS = {
    **ALTIJD,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Vary": "Origin",
}
"""For JSON: it holds what a parent said, so nothing keeps it."""
SCRIPT = {
    **ALTIJD,
    "Cache-Control": "public, max-age=3600",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""For the script that sites load: public, and readable so that `integrity` can be checked."""
