"""Copies, stories and events told by many; all documents that are there wait to be brought into them."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Text,
)

revision = "0002"
down_revision = "0001"

Number = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of the layers."""
    for make in (_texts, _copies, _stories, _tellings, _waiting):
        make()
    op.execute("INSERT INTO waiting_documents (document) SELECT number FROM documents")


def _number(name: str, nullable: bool = False) -> Column[int]:
    return Column(name, Number, autoincrement=False, nullable=nullable)


def _texts() -> None:
    op.create_table(
        "fingerprints", _number("document"), _number("rank"), Column("digest", String(64), nullable=False),
        Column("words", Integer, nullable=False), Column("credit", Text),
        Column("corrects", Integer, nullable=False), Column("shingles", LargeBinary, nullable=False),
        Column("figures", LargeBinary, nullable=False), Column("marks", LargeBinary, nullable=False),
        PrimaryKeyConstraint("document"),
    )  # fmt: skip
    op.create_index("fingerprints_by_digest", "fingerprints", ["digest", "rank"])
    op.create_table(
        "copy_marks", _number("mark"), _number("rank"), _number("document"),
        PrimaryKeyConstraint("mark", "rank", "document"), sqlite_with_rowid=False,
    )  # fmt: skip


def _copies() -> None:
    op.create_table(
        "overlaps", _number("one"), _number("two"), Column("kind", Text, nullable=False),
        Column("of_one", Float, nullable=False), Column("of_two", Float, nullable=False),
        Column("run", Integer, nullable=False), PrimaryKeyConstraint("one", "two"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("overlaps_by_two", "overlaps", ["two"])
    op.create_table(
        "copies", _number("document"), _number("family"), _number("origin"),
        Column("kind", Text, nullable=False), Column("score", Float, nullable=False), Column("why", Text),
        Column("credit", Text), PrimaryKeyConstraint("document"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("copies_by_family", "copies", ["family"])


def _stories() -> None:
    op.create_table(
        "stories", _number("document"), Column("day", Date, nullable=False), _number("story", True),
        Column("reason", Text), Column("outline", Text, nullable=False), PrimaryKeyConstraint("document"),
    )  # fmt: skip
    op.create_index("stories_by_day", "stories", ["day"])
    op.create_index("stories_by_story", "stories", ["story", "day"])


def _tellings() -> None:
    op.create_table(
        "tellings", _number("event"), _number("document"), _number("rank"),
        Column("day", Date, nullable=False), Column("first", Date), Column("last", Date),
        _number("shared", True), _number("follows", True), Column("score", Float), Column("reason", Text),
        Column("outline", Text, nullable=False), PrimaryKeyConstraint("event"),
    )  # fmt: skip
    op.create_index("tellings_by_shared", "tellings", ["shared", "day", "rank", "event"])
    op.create_index("tellings_by_document", "tellings", ["document"])
    op.create_index("tellings_by_follows", "tellings", ["follows"])
    op.create_table(
        "telling_blocks", _number("block"), Column("first", Date, nullable=False), _number("event"),
        PrimaryKeyConstraint("block", "first", "event"), sqlite_with_rowid=False,
    )  # fmt: skip


def _waiting() -> None:
    op.create_table(
        "waiting_documents", _number("document"), PrimaryKeyConstraint("document"), sqlite_with_rowid=False
    )
    op.create_table(
        "waiting_days", Column("day", Date, nullable=False), PrimaryKeyConstraint("day"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "waiting_tellings", Column("day", Date, nullable=False), _number("rank"), _number("event"),
        PrimaryKeyConstraint("day", "rank", "event"), sqlite_with_rowid=False,
    )  # fmt: skip
