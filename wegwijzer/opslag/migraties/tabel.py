"""Makes tables in a migration, also in a database that has some of them from before there were migrations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def maak(naam: str, *delen: sa.schema.SchemaItem) -> None:
    """A table with these columns, and an index `ix_<table>_<column>` where one asks for it; what is there stays."""
    kolommen = [deel for deel in delen if isinstance(deel, sa.Column)]
    met_index = [str(kolom.name) for kolom in kolommen if kolom.index]
    for kolom in kolommen:
        kolom.index = None
    bind = op.get_bind()
    if not sa.inspect(bind).has_table(naam):
        op.create_table(naam, *delen)
    bekend = {index["name"] for index in sa.inspect(bind).get_indexes(naam)}
    for kolom_naam in met_index:
        if (index := f"ix_{naam}_{kolom_naam}") not in bekend:
            op.create_index(index, naam, [kolom_naam])
