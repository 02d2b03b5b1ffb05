"""The store's versions: one file in ``versions`` for each, which makes it of the one before."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""All versions, the oldest first."""

HEAD = REVISIONS[-1]
"""The version that this Dragoman works with."""


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the store behind a connection to a version, inside the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
