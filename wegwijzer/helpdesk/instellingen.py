"""What an operator can set on the helpdesk, by environment variable or in credentials.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from wegwijzer.kanaal.instellingen import Instellingen


@dataclass(frozen=True)
class HelpdeskInstellingen(Instellingen):
    """Of the website's settings the helpdesk uses `proxy_kop` and `publiek_adres`."""

    helpdesk_stil_minuten: int = 30
    """Who does nothing for so long must log in again."""
    helpdesk_uren: int = 10
    """And so long after logging in, whatever was done."""
    adres_inloggen_per_minuut: int = 20
    """Tries to log in, for one address."""

    @classmethod
    def lees(
        cls, gegeven: Mapping[str, Any] | None = None, omgeving: Mapping[str, str] | None = None
    ) -> HelpdeskInstellingen:
        """From credentials.yml (`gegeven`) and the environment, which goes first. Raises InstellingFout."""
        return cast(HelpdeskInstellingen, super().lees(gegeven, omgeving))
