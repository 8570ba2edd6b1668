"""The tables of the website channel, beside Rasa's `events` in the same database (SQLite or PostgreSQL)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

METADATA = sa.MetaData()

SESSIES = sa.Table(
    "website_sessies",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("gesprek", sa.String(64), nullable=False, unique=True),
    sa.Column("gemaakt", sa.Float(53), nullable=False),
    sa.Column("gezien", sa.Float(53), nullable=False, index=True),
    sa.Column("basis", sa.Integer, nullable=False, default=0),
    sa.Column("bezig_tot", sa.Float(53), nullable=False, default=0.0),
)
"""One row a session. `id`: SHA-256 of the token (hex), so that who reads the database cannot take over a conversation;
`gesprek`: Rasa's sender id; times in seconds since 1970; `basis`: how many messages of it were wiped, so that numbers
never come back; `bezig_tot`: until when one turn has the conversation to itself."""

SLEUTELS = sa.Table(
    "website_sleutels",
    METADATA,
    sa.Column("gesprek", sa.String(64), primary_key=True),
    sa.Column("sleutel", sa.String(64), primary_key=True),
    sa.Column("gemaakt", sa.Float(53), nullable=False),
    sa.Column("klaar", sa.Boolean, nullable=False, default=False),
)
"""One row a message that a client sent. `klaar`: its turn is in the tracker store."""

TERUGKEER = sa.Table(
    "website_terugkeer",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("gesprek", sa.String(64), nullable=False, unique=True),
    sa.Column("gemaakt", sa.Float(53), nullable=False),
)
"""The return link of a conversation, at most one. `id`: SHA-256 of its secret (hex)."""

TOEGANGEN = sa.Table(
    "website_toegangen",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("gesprek", sa.String(64), nullable=False, index=True),
    sa.Column("masker", sa.String(64), nullable=False),
    sa.Column("gemaakt", sa.Float(53), nullable=False),
)
"""One row a device that made or used a return link. `id`: SHA-256 of its token; `masker`: opslag/terugkeer.py."""

MELDINGEN = sa.Table(
    "meldingen",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("gesprek", sa.String(64), nullable=False, index=True),
    sa.Column("bericht", sa.BigInteger, nullable=False),
    sa.Column("tekst", sa.Text, nullable=False),
    sa.Column("topic", sa.String(100), nullable=False),
    sa.Column("kennis", sa.String(100), nullable=False),
    sa.Column("uitgave", sa.Integer, nullable=False),
    sa.Column("gemaakt", sa.Float(53), nullable=False, index=True),
)
"""Remarks of parents on an answer ("klopt dit niet?"), redacted, for the helpdesk. `bericht`: id of the message as the
client knows it; `topic`, `kennis` and `uitgave`: what answered and from which version of the knowledge."""


def zorg_voor(engine: Any) -> None:
    """Make the tables that are not there yet. Another worker may be doing the same at this moment."""
    try:
        METADATA.create_all(engine)
    except (sa.exc.OperationalError, sa.exc.ProgrammingError, sa.exc.IntegrityError):
        METADATA.create_all(engine)
