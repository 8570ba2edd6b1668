"""Conversations, sessions of the website, return links and remarks.

As they were before there were migrations; a database from that time keeps what it has.
"""

import sqlalchemy as sa

from wegwijzer.opslag.migraties.tabel import maak

uitleg = "Gesprekken, sessies van de website, terugkeerlinks en opmerkingen."
revision = "0001"
down_revision = None


def upgrade() -> None:
    """Rasa's own table of events stands here too, so that nobody else makes it at the same moment."""
    maak(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sender_id", sa.String(255), nullable=False, index=True),
        sa.Column("type_name", sa.String(255), nullable=False),
        sa.Column("timestamp", sa.Float),
        sa.Column("intent_name", sa.String(255)),
        sa.Column("action_name", sa.String(255)),
        sa.Column("data", sa.Text),
    )
    maak(
        "website_sessies",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("gesprek", sa.String(64), nullable=False, unique=True),
        sa.Column("gemaakt", sa.Float(53), nullable=False),
        sa.Column("gezien", sa.Float(53), nullable=False, index=True),
        sa.Column("basis", sa.Integer, nullable=False),
        sa.Column("bezig_tot", sa.Float(53), nullable=False),
    )
    maak(
        "website_sleutels",
        sa.Column("gesprek", sa.String(64), primary_key=True),
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("gemaakt", sa.Float(53), nullable=False),
        sa.Column("klaar", sa.Boolean, nullable=False),
    )
    maak(
        "website_terugkeer",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("gesprek", sa.String(64), nullable=False, unique=True),
        sa.Column("gemaakt", sa.Float(53), nullable=False),
    )
    maak(
        "website_toegangen",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("gesprek", sa.String(64), nullable=False, index=True),
        sa.Column("masker", sa.String(64), nullable=False),
        sa.Column("gemaakt", sa.Float(53), nullable=False),
    )
    maak(
        "meldingen",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("gesprek", sa.String(64), nullable=False, index=True),
        sa.Column("bericht", sa.BigInteger, nullable=False),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("topic", sa.String(100), nullable=False),
        sa.Column("kennis", sa.String(100), nullable=False),
        sa.Column("uitgave", sa.Integer, nullable=False),
        sa.Column("gemaakt", sa.Float(53), nullable=False, index=True),
    )
