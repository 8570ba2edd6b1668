"""Our own tables, beside Rasa's `events` in the same database (SQLite or PostgreSQL).

A change here needs a step in migraties/versions/; a test holds the two together.
"""

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


GEWIST = sa.Table(
    "gewiste_gesprekken",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("gewist", sa.Float(53), nullable=False, index=True),
)
"""Conversations that a parent wiped, so that they stay wiped when an older back-up is put back. `id`: SHA-256 of the
sender id (hex); `gewist`: when (seconds since 1970). Kept as long as a back-up may be."""

STAND = sa.Table(
    "bedrijfsstand",
    METADATA,
    sa.Column("naam", sa.String(40), primary_key=True),
    sa.Column("waarde", sa.Float(53), nullable=False),
)
"""What the operator's commands and every worker must know of each other, such as when was last purged (`opgeruimd`)."""

ACCOUNTS = sa.Table(
    "helpdesk_accounts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sleutel", sa.String(60), nullable=False, unique=True),
    sa.Column("naam", sa.String(60), nullable=False),
    sa.Column("rol", sa.String(20), nullable=False),
    sa.Column("wachtwoord", sa.String(255), nullable=False),
    sa.Column("gemaakt", sa.Float(53), nullable=False),
    sa.Column("laatst", sa.Float(53)),
    sa.Column("uit", sa.Boolean, nullable=False, default=False),
)
"""Who may log in at the helpdesk. `sleutel`: the name in small letters, so that a name is there once; `wachtwoord`:
argon2id with its parameters; `laatst`: last log-in; `uit`: switched off."""

AANMELDINGEN = sa.Table(
    "helpdesk_aanmeldingen",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("account", sa.Integer, nullable=False, index=True),
    sa.Column("gemaakt", sa.Float(53), nullable=False),
    sa.Column("gezien", sa.Float(53), nullable=False, index=True),
)
"""Who is logged in at the helpdesk. `id`: SHA-256 of the secret in the cookie (hex); `gezien`: last request, to the
minute."""

POGINGEN = sa.Table(
    "helpdesk_pogingen",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("aantal", sa.Integer, nullable=False),
    sa.Column("dicht_tot", sa.Float(53), nullable=False),
    sa.Column("laatst", sa.Float(53), nullable=False, index=True),
)
"""Tries to log in since it last went well. `id`: SHA-256 of the name that was typed, whether there is such
an account or not."""

HANDELINGEN = sa.Table(
    "helpdesk_logboek",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("wanneer", sa.Float(53), nullable=False, index=True),
    sa.Column("wie", sa.String(60), nullable=False),
    sa.Column("wat", sa.String(60), nullable=False),
    sa.Column("over", sa.String(200), nullable=False),
)
"""What was done at the helpdesk, by whom: account names and names of things, never anything of a parent."""


OORDELEN = sa.Table(
    "helpdesk_oordelen",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("gemaakt", sa.Float(53), nullable=False, index=True),
    sa.Column("wie", sa.String(60), nullable=False),
    sa.Column("oordeel", sa.String(20), nullable=False),
    sa.Column("vraag", sa.Text, nullable=False),
    sa.Column("onderwerp", sa.String(100), nullable=False),
    sa.Column("verwacht", sa.String(100), nullable=False),
    sa.Column("bevat", sa.Text, nullable=False),
    sa.Column("bevat_niet", sa.Text, nullable=False),
    sa.Column("opmerking", sa.Text, nullable=False),
    sa.Column("bestanden", sa.Text, nullable=False),
    sa.Column("kennis", sa.String(100), nullable=False),
    sa.Column("uitgave", sa.Integer, nullable=False),
    sa.Column("melding", sa.Integer, index=True),
    sa.Column("status", sa.String(20), nullable=False, index=True),
    sa.Column("redacteur", sa.String(60), nullable=False),
    sa.Column("klaar", sa.Float(53)),
    sa.Column("klaar_door", sa.String(60), nullable=False),
    sa.Column("klaar_kennis", sa.String(100), nullable=False),
    sa.Column("klaar_uitgave", sa.Integer, nullable=False),
    sa.Column("test", sa.String(200), nullable=False),
)
"""What the helpdesk thinks of an answer. `vraag`: written anew by who marks, never a parent's own words; `bevat` and
`bevat_niet`: pieces that the answer should hold or not, one a line; `melding`: the parent's remark that it is about,
which may be gone by now; `kennis` and `uitgave` when it was marked, `klaar_…` in which it was mended; `test`: the test
file that came of it."""

OPEN_VRAGEN = sa.Table(
    "open_vragen",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("gesprek", sa.String(255), nullable=False, index=True),
    sa.Column("tekst", sa.Text, nullable=False),
    sa.Column("reden", sa.String(20), nullable=False),
    sa.Column("dichtbij", sa.String(100), nullable=False),
    sa.Column("gemaakt", sa.Float(53), nullable=False, index=True),
    sa.Column("afgedaan", sa.String(120), nullable=False),
)
"""Questions of parents that were not well answered, redacted; they go with their conversation. `reden`: see
open_vragen.py; `dichtbij`: the label that came nearest; `afgedaan`: what the helpdesk decided, empty while open."""

TELLINGEN = sa.Table(
    "tellingen",
    METADATA,
    sa.Column("week", sa.String(8), primary_key=True),
    sa.Column("soort", sa.String(20), primary_key=True),
    sa.Column("wat", sa.String(100), primary_key=True),
    sa.Column("aantal", sa.BigInteger, nullable=False),
)
"""Counters by ISO week ("2026-W47") for the figures: of nobody. `soort` and `wat`: see cijfers.py."""


def zorg_voor(engine: Any) -> None:
    """Bring the tables up to date (migraties/), unless they are. Other workers may be doing the same at this moment.

    Raises sqlalchemy.exc.SQLAlchemyError where the database cannot be read or written.
    """
    from wegwijzer.opslag.migraties import bijwerken

    bijwerken(engine)
