"""The log of the operator: warnings and errors, never what a parent wrote."""

from __future__ import annotations

import logging

import structlog


def zet_stil(niveau: int = logging.WARNING) -> None:
    """Log from `niveau` on, to standard error, for Python's and Rasa's (structlog) loggers alike."""
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)
    logging.basicConfig(level=niveau, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger().setLevel(niveau)
    for naam in ("rasa", "apscheduler", "matplotlib", "tensorflow", "sqlalchemy"):
        logging.getLogger(naam).setLevel(max(niveau, logging.WARNING))
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(max(niveau, logging.WARNING)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
