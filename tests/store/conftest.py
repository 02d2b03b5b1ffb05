"""Stores to test with: a file of SQLite's, and a PostgreSQL server of the tests' own if one is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from glob import glob
from pathlib import Path

import pytest
from bench.generated import World
from sqlalchemy import create_engine, text

from dragoman.store import Store, open_store

SERVER = "DRAGOMAN_TEST_POSTGRES"
"""The environment variable that names a PostgreSQL database to test in; it is emptied."""


@pytest.fixture(scope="session")
def world() -> World:
    """A small made-up world, whose readings any test may ask for by number."""
    return World(people=60, words=400)


def _program(name: str) -> str | None:
    places = sorted(glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)
    return shutil.which(name) or next(iter(places), None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an empty PostgreSQL database, started for this run; skips where there is none."""
    given = os.environ.get(SERVER)
    if given:
        yield given
        return
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'dragoman[postgres]'")
    initdb, control = _program("initdb"), _program("pg_ctl")
    if not initdb or not control:
        pytest.skip(f"PostgreSQL is not installed (apt-get install postgresql), and {SERVER} names none")
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        quiet = {"check": True, "user": user, "stdout": subprocess.DEVNULL, "cwd": folder}
        subprocess.run(
            [initdb, "-D", str(data), "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--no-sync"], **quiet
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        log = str(folder / "log")
        subprocess.run([control, "-D", str(data), "-o", options, "-l", log, "-w", "start"], **quiet)
        try:
            yield f"postgresql://dragoman@/postgres?host={folder}"
        finally:
            subprocess.run([control, "-D", str(data), "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Make empty stores, in each of the two databases; they are closed at the end."""
    made: list[Store] = []

    def one() -> Store:
        if request.param == "sqlite":
            made.append(open_store(str(tmp_path / f"{len(made)}.sqlite"), create=True))
        else:
            made.append(_emptied(request.getfixturevalue("server")))
        return made[-1]

    yield one
    for store in made:
        store.close()


def _emptied(address: str) -> Store:
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))  # one left open would be waited for
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return open_store(address, create=True)


@pytest.fixture
def store(make: Callable[[], Store]) -> Store:
    """An empty store, in each of the two databases."""
    return make()
