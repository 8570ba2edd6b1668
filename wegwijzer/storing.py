"""Errors as log lines without personal data."""

from __future__ import annotations

import traceback


def plek_van(fout: BaseException) -> str:
    """The kind of error and where it was raised; never its message, which may hold a parent's words."""
    stapel = traceback.extract_tb(fout.__traceback__)
    plek = f"{stapel[-1].filename.rsplit('/', 2)[-1]}:{stapel[-1].lineno}" if stapel else "onbekende plek"
    return f"{type(fout).__name__} in {plek}"
