"""The log of the operator: warnings and errors, never what a parent wrote. As text, or one JSON object a line."""

from __future__ import annotations

import json
import logging
import os
from datetime import datetime, timezone

import structlog

from wegwijzer.storing import plek_van

INSTELLING = "WEGWIJZER_LOG"
"""`json` for one JSON object a line; anything else is plain text."""
VORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class JsonRegel(logging.Formatter):
    """One record as `{"tijd", "niveau", "plek", "melding", "fout"?}`. Of an error only its kind and place: its message
    may hold a parent's words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        regel = {
            "tijd": datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "plek": record.name,
            "melding": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            regel["fout"] = plek_van(record.exc_info[1])
        return json.dumps(regel, ensure_ascii=False)


def zet_stil(niveau: int = logging.WARNING) -> None:
    """Log from `niveau` on, to standard error, for Python's and Rasa's (structlog) loggers alike."""
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    logging.basicConfig(level=niveau, format=VORM)
    logging.getLogger().setLevel(niveau)
    if os.environ.get(INSTELLING, "").lower() == "json":
        for afhandelaar in logging.getLogger().handlers:
            afhandelaar.setFormatter(JsonRegel())
    for naam in ("rasa", "apscheduler", "matplotlib", "tensorflow", "sqlalchemy"):
        logging.getLogger(naam).setLevel(max(niveau, logging.WARNING))
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(max(niveau, logging.WARNING)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
