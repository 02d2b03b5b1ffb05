"""Actors across articles: which names are one's, and why; all names wait to be brought in."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, Float, Integer, PrimaryKeyConstraint, String, Text, text

from dragoman.names import block_of

revision = "0003"
down_revision = "0002"

Number = BigInteger().with_variant(Integer(), "sqlite")
_BATCH = 5_000


def upgrade() -> None:
    """Make the tables, and put every spelling into its block."""
    op.drop_table("curated_actors")  # nothing has filled it before this version
    _actors()
    _names()
    _lookups()
    op.add_column("spellings", Column("block", Text))
    op.create_index("spellings_by_block", "spellings", ["block"])
    _fill()


def _actors() -> None:
    op.create_table(
        "curated_actors", Column("id", String(200), nullable=False), Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False), Column("state", String(3)), Column("ref", Text),
        Column("documents", Integer, nullable=False), Column("first_day", Date), Column("last_day", Date),
        PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("curated_actors_by_documents", "curated_actors", ["documents", "id"])


def _names() -> None:
    op.create_table(
        "curated_names", Column("unit", Number, autoincrement=False, nullable=False),
        Column("actor", String(200), nullable=False), Column("naming", Number, nullable=False),
        Column("machine", Number), Column("block", Text), Column("name", Text, nullable=False),
        Column("state", String(3)), Column("documents", Integer, nullable=False), Column("first_day", Date),
        Column("last_day", Date), Column("score", Float, nullable=False), Column("why", Text, nullable=False),
        PrimaryKeyConstraint("unit"),
    )  # fmt: skip
    for column in ("actor", "naming", "block"):
        op.create_index(f"curated_names_by_{column}", "curated_names", [column])


def _lookups() -> None:
    op.create_table(
        "naming_actors", Column("naming", Number, autoincrement=False, nullable=False),
        Column("actor", String(200), nullable=False), PrimaryKeyConstraint("naming"),
    )  # fmt: skip
    op.create_index("naming_actors_by_actor", "naming_actors", ["actor"])
    op.create_table(
        "single_actors", Column("machine", Number, autoincrement=False, nullable=False),
        Column("naming", Number, nullable=False), Column("actor", String(200), nullable=False),
        PrimaryKeyConstraint("machine"),
    )  # fmt: skip
    for column in ("actor", "naming"):
        op.create_index(f"single_actors_by_{column}", "single_actors", [column])
    op.create_table(
        "suggestions", Column("one", Number, autoincrement=False, nullable=False),
        Column("other", Number, autoincrement=False, nullable=False), Column("score", Float, nullable=False),
        Column("why", Text, nullable=False), PrimaryKeyConstraint("one", "other"),
    )  # fmt: skip
    for column in ("score", "other"):
        op.create_index(f"suggestions_by_{column}", "suggestions", [column])
    op.create_table(
        "waiting_names", Column("block", Text, nullable=False),
        Column("naming", Number, autoincrement=False, nullable=False),
        PrimaryKeyConstraint("block", "naming"), sqlite_with_rowid=False,
    )  # fmt: skip


def _fill() -> None:
    connection, last = op.get_bind(), -1
    page = text("SELECT id, spelling, kind FROM spellings WHERE id > :last ORDER BY id LIMIT :most")
    put = text("UPDATE spellings SET block = :block WHERE id = :id")
    while rows := connection.execute(page, {"last": last, "most": _BATCH}).all():
        connection.execute(put, [{"id": row.id, "block": block_of(row.kind, row.spelling)} for row in rows])
        last = rows[-1].id
    op.execute(
        "INSERT INTO waiting_names (block, naming) "
        "SELECT DISTINCT block, naming FROM spellings WHERE block IS NOT NULL"
    )
