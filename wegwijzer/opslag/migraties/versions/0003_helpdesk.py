"""Accounts of the helpdesk, who is logged in, tries to log in, and what was done."""

import sqlalchemy as sa

from wegwijzer.opslag.migraties.tabel import maak

uitleg = "Accounts van de helpdesk, wie is ingelogd, pogingen en het logboek."
revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """See `ACCOUNTS`, `AANMELDINGEN`, `POGINGEN` and `HANDELINGEN` in tabellen.py."""
    maak(
        "helpdesk_accounts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sleutel", sa.String(60), nullable=False, unique=True),
        sa.Column("naam", sa.String(60), nullable=False),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("wachtwoord", sa.String(255), nullable=False),
        sa.Column("gemaakt", sa.Float(53), nullable=False),
        sa.Column("laatst", sa.Float(53)),
        sa.Column("uit", sa.Boolean, nullable=False),
    )
    maak(
        "helpdesk_aanmeldingen",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("account", sa.Integer, nullable=False, index=True),
        sa.Column("gemaakt", sa.Float(53), nullable=False),
        sa.Column("gezien", sa.Float(53), nullable=False, index=True),
    )
    maak(
        "helpdesk_pogingen",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("aantal", sa.Integer, nullable=False),
        sa.Column("dicht_tot", sa.Float(53), nullable=False),
        sa.Column("laatst", sa.Float(53), nullable=False, index=True),
    )
    maak(
        "helpdesk_logboek",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("wanneer", sa.Float(53), nullable=False, index=True),
        sa.Column("wie", sa.String(60), nullable=False),
        sa.Column("wat", sa.String(60), nullable=False),
        sa.Column("over", sa.String(200), nullable=False),
    )
