"""Positions by issue and state: so that all issues are counted from an index alone."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the index."""
    op.create_index("positions_by_holder", "positions", ["issue", "state"])
