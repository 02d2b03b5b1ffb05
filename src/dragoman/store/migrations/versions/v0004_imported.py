"""Acts brought in from event tables made elsewhere."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)

revision = "0004"
down_revision = "0003"

Number = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the two tables, empty."""
    op.create_table(
        "imported_files", Column("number", Number, autoincrement=True, nullable=False),
        Column("digest", String(64), nullable=False), Column("name", Text, nullable=False),
        Column("form", Text, nullable=False), Column("acts", Integer, nullable=False),
        PrimaryKeyConstraint("number"), UniqueConstraint("digest"),
    )  # fmt: skip
    op.create_table(
        "imported_acts", Column("id", Number, autoincrement=True, nullable=False),
        Column("file", Number, nullable=False), Column("row", Integer, nullable=False),
        Column("day", Date, nullable=False), Column("type", Text, nullable=False), Column("mode", Text),
        Column("actor", Text, nullable=False), Column("recipient", Text, nullable=False),
        Column("count", Float, nullable=False), Column("score", Float),
        Column("outlet", Text, nullable=False),
        PrimaryKeyConstraint("id"), ForeignKeyConstraint(["file"], ["imported_files.number"]),
    )  # fmt: skip
    op.create_index("imported_acts_by_states", "imported_acts", ["actor", "recipient", "day"])
    op.create_index("imported_acts_by_file", "imported_acts", ["file"])
