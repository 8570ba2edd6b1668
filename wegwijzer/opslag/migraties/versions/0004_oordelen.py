"""Marks of the helpdesk, questions that were not well answered, and counters."""

import sqlalchemy as sa

from wegwijzer.opslag.migraties.tabel import maak

uitleg = "Oordelen van de helpdesk, open vragen en tellingen."
revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """See `OORDELEN`, `OPEN_VRAGEN` and `TELLINGEN` in tabellen.py."""
    maak(
        "helpdesk_oordelen",
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
    maak(
        "open_vragen",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("gesprek", sa.String(255), nullable=False, index=True),
        sa.Column("tekst", sa.Text, nullable=False),
        sa.Column("reden", sa.String(20), nullable=False),
        sa.Column("dichtbij", sa.String(100), nullable=False),
        sa.Column("gemaakt", sa.Float(53), nullable=False, index=True),
        sa.Column("afgedaan", sa.String(120), nullable=False),
    )
    maak(
        "tellingen",
        sa.Column("week", sa.String(8), primary_key=True),
        sa.Column("soort", sa.String(20), primary_key=True),
        sa.Column("wat", sa.String(100), primary_key=True),
        sa.Column("aantal", sa.BigInteger, nullable=False),
    )
