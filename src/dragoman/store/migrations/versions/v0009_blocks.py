"""In PostgreSQL, the blocks of documents beside the words of texts: so that the latest texts with a word are
found without a look at all of them. What SQLite has stays as it is."""

from alembic import op

revision = "0009"
down_revision = "0008"

_SIZES = (7, 9, 11, 13, 15, 17)
_SHIFTS = {"document": 0, "statement": 20}


def upgrade() -> None:
    """Add the names of the blocks, as ``dragoman.store.blocks`` has them."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for kind, shift in _SHIFTS.items():
        names = ", ".join(f"'@{size}:' || (rowid >> {shift + size})" for size in _SIZES)
        op.execute(f"UPDATE {kind}_words SET words = words || array_to_tsvector(ARRAY[{names}])")
