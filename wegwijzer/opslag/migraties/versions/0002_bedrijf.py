"""Which conversations were wiped, and what the operator's commands and the workers must know of each other."""

import sqlalchemy as sa

from wegwijzer.opslag.migraties.tabel import maak

uitleg = "Welke gesprekken gewist zijn, en wat werkers van elkaar moeten weten."
revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """See `GEWIST` and `STAND` in tabellen.py."""
    maak(
        "gewiste_gesprekken",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("gewist", sa.Float(53), nullable=False, index=True),
    )
    maak(
        "bedrijfsstand",
        sa.Column("naam", sa.String(40), primary_key=True),
        sa.Column("waarde", sa.Float(53), nullable=False),
    )
