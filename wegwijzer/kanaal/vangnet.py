"""What goes wrong outside the routes of a channel: plain words for the client, a place in the code for the log."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from sanic.exceptions import SanicException
from sanic.handlers import ErrorHandler
from sanic.response import HTTPResponse, text

from wegwijzer.kanaal.koppen import ALTIJD
from wegwijzer.storing import plek_van

logger = logging.getLogger(__name__)


class Vangnet(ErrorHandler):
    """Sanic's own looks at the Accept header, fails where that is odd, and logs the words of the error."""

    def default(self, request: Any, exception: Exception) -> HTTPResponse:
        """The status that the error names, else 500; its words only where we wrote them ourselves."""
        status = exception.status_code if isinstance(exception, SanicException) else 500
        if status >= 500 and status != 503:  # 503: Sanic's word for a client that went away
            logger.error("Een verzoek mislukte: %s", plek_van(exception))
        koppen = {**ALTIJD, **(getattr(exception, "headers", None) or {})}
        return text(f"{status} {HTTPStatus(status).phrase}\n", status=status, headers=koppen)

    @staticmethod
    def log(request: Any, exception: Exception) -> None:
        """Nothing: `default` says what is to be said, without words of a parent."""
