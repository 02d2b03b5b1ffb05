"""A path or an address → an open store, made or brought up to date where need be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from dragoman.errors import NewerStore, NoStore, StoreError
from dragoman.store.migrations import HEAD, REVISIONS, upgrade

Say = Callable[[str], None]
WRITES = {"dragoman_writes": True}
"""The execution option of a connection that writes: its transactions take SQLite's lock at once."""

_BUSY_SECONDS = 60

_SERVER_SETTINGS = {
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
    "cpu_operator_cost": "0.05",
}
"""What PostgreSQL's planner is told of our questions: they end after some lines, so that nothing is gained by
compiling or sharing them out; indexes lie in memory; and to compare a row's words with a search takes twenty
times what its default says (measured), which without this it does row by row for words that few rows have."""

_COMPLAINTS = {
    "database is locked": f"another process has been writing to it for {_BUSY_SECONDS} s; try again later",
    "database or disk is full": "the disk is full; what is in the store is whole: make room and go on",
    "disk I/O error": "the disk doesn't take it (full, over a quota, failing); what is in the store is whole",
    "readonly database": "it may only be read; make it writable for this user, or name another with --store",
    "unable to open database file": "its file and its folder must be writable for this user (SQLite keeps "
    "files beside it); copy the store to where they are",
}
"""What SQLite's complaints mean to whoever uses a store."""


def engine_of(address: str, *, create: bool = False, say: Say = lambda _: None) -> Engine:
    """Return the engine of the store at a path, or at a ``postgresql://`` address.

    ``create`` makes one where there is none. An older store is migrated, after ``say`` has been told so.
    NoStore, NewerStore or StoreError where it can't be opened.
    """
    is_file = "://" not in address
    if is_file and not create and not Path(address).exists():
        raise NoStore(f"there is no store at {address}: dragoman add SOURCE --store {address} makes one")
    engine = _sqlite(address) if is_file else _server(address)
    try:
        _bring_up_to_date(engine, address, create, say)
    except OperationalError as error:
        raise StoreError(f"the store {shown(address)} cannot be opened: {reason(error)}") from None
    except DBAPIError as error:
        if "malformed" in reason(error):
            raise StoreError(f"the store {shown(address)} is damaged: put a copy of it back") from None
        raise StoreError(f"{shown(address)} is no store of Dragoman's: {reason(error)}") from None
    return engine


def shown(address: str) -> str:
    """Return an address without its password."""
    scheme, mark, rest = address.partition("://")
    user, at, place = rest.rpartition("@")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{place}" if mark else address


def reason(error: DBAPIError) -> str:
    """Return a database's complaint on one line, and where the complaint is known, what can be done."""
    told = " ".join(str(error.orig).split())
    return next((known for complaint, known in _COMPLAINTS.items() if complaint in told), told)


def _sqlite(path: str) -> Engine:
    if not Path(path).parent.is_dir():
        raise StoreError(f"there is no folder {Path(path).parent} to make the store in")
    if Path(path).is_dir():
        raise StoreError(f"{path} is a folder: name the store's file in it")
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-64000", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("dragoman_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server(address: str) -> Engine:
    scheme, _, rest = address.partition("://")
    if scheme not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise StoreError(f"a store is a file or a postgresql:// address, not {scheme}://")
    try:
        options = " ".join(f"-c {name}={value}" for name, value in _SERVER_SETTINGS.items())
        return create_engine(
            f"postgresql+psycopg://{rest}", pool_pre_ping=True, connect_args={"options": options}
        )
    except (ImportError, NoSuchModuleError):
        raise StoreError("PostgreSQL's driver is not installed: pip install 'dragoman[postgres]'") from None
    except ArgumentError as error:
        raise StoreError(f"{shown(address)} is no address: {error}") from None


def _bring_up_to_date(engine: Engine, address: str, create: bool, say: Say) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, address, create)
    if revision == HEAD:
        return
    if revision is not None:
        say(f"migrating the store {shown(address)} from version {revision} to {HEAD}; this is done once")
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        # Another process may have done it while this one waited for the lock.
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(20151123)"))
        if _revision(connection, address, create) != HEAD:
            upgrade(connection)


def _revision(connection: Connection, address: str, create: bool) -> str | None:
    """Return the version of the store's tables, None where there are no tables at all."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" not in tables:
        if "documents" in tables or (tables and connection.dialect.name == "sqlite"):
            raise StoreError(f"{shown(address)} is no store of Dragoman's: its tables are others")
        if not create:
            raise NoStore(f"{shown(address)} is empty: dragoman add SOURCE --store … makes it a store")
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is not None and revision not in REVISIONS:
        raise NewerStore(
            f"the store {shown(address)} (version {revision}) is newer than this Dragoman (version {HEAD}): "
            "update dragoman to open it"
        )
    return revision
