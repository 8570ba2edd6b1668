"""What is wrong with a list, in words for who made it."""

from __future__ import annotations


class LijstFout(ValueError):
    """A list cannot be read; the message is Dutch."""
