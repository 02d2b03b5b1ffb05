"""Revisions: how often the store was written, so that whoever keeps answers knows that they are old."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table; it gets its one row when the store is written next."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "revisions", sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("number", number, nullable=False), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
