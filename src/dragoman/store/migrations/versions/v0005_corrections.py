"""Corrections: judgements that are on a document."""

from alembic import op
from sqlalchemy import Column, String

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Give judgements a document; those that are there are on actors, and have none."""
    op.add_column("judgements", Column("document", String(64)))
    op.create_index("judgements_by_document", "judgements", ["document"])
