"""Stores that can't be written or opened: one line that says why, and what is there stays whole."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from bench.generated import World

import dragoman.store.opening as opening
from dragoman.errors import NewerStore, NoStore, StoreError
from dragoman.store import open_store

WORLD = World(people=20, words=80)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A store of two articles, closed."""
    path = tmp_path / "press.sqlite"
    with open_store(str(path), create=True) as store:
        for number in (1, 2):
            store.add(WORLD.reading(number, 3))
    return path


def refusal(path: Path, create: bool = True) -> str:
    """Return the one line by which a store is refused."""
    with pytest.raises(StoreError) as caught:
        open_store(str(path), create=create)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    """A text, another program's database, a folder, a path without a folder, and nothing at all."""
    (tmp_path / "text").write_text("The talks went on.\n" * 200)
    with sqlite3.connect(tmp_path / "other") as connection:
        connection.execute("CREATE TABLE birds (name)")
    connection.close()
    assert "is no store of Dragoman's" in refusal(tmp_path / "text")
    assert "its tables are others" in refusal(tmp_path / "other")
    assert "is a folder" in refusal(tmp_path)
    assert "there is no folder" in refusal(tmp_path / "nowhere" / "press.sqlite")
    with pytest.raises(NoStore, match="dragoman add SOURCE"):
        open_store(str(tmp_path / "none.sqlite"))


def test_a_newer_and_a_damaged_store_are_told(archive: Path) -> None:
    """What a later version made isn't touched; what was cut off is called damaged."""
    whole = archive.read_bytes()
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerStore, match="update dragoman"):
        open_store(str(archive), create=True)
    archive.write_bytes(whole[:20_000])
    assert "damaged" in refusal(archive)


def test_a_locked_store_is_waited_for_and_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process writes, questions are answered; writing gives up after a while, with a word."""
    monkeypatch.setattr(opening, "_BUSY_SECONDS", 0.2)
    other = sqlite3.connect(archive, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(str(archive)) as store:
        assert store.count() == 2
        with pytest.raises(StoreError, match="another process has been writing"):
            store.add(WORLD.reading(3, 3))
        other.execute("ROLLBACK")
        assert store.add(WORLD.reading(3, 3)) == "new"
    other.close()


_FILLING = """
import sys
from bench.generated import World
from dragoman.errors import StoreError
from dragoman.store import open_store
world = World(people=20, words=80)
with open_store(sys.argv[1]) as store:
    try:
        for number in range(3, 2_000):
            store.add(world.reading(number, 3))
    except StoreError as error:
        print(error)
        raise SystemExit(1)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files can't be limited there")
def test_a_full_disk_leaves_whole_articles(archive: Path) -> None:
    """Where no more can be written one line says so; the store opens, and with room adding goes on."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-c", _FILLING, str(archive)],
        preexec_fn=limited, capture_output=True, text=True, env=environment,
    )  # fmt: skip
    assert done.returncode == 1 and done.stdout.count("\n") == 1, done.stderr
    assert "full" in done.stdout and "what is in the store is whole" in done.stdout
    with open_store(str(archive)) as store:
        held = store.count()
        assert held > 2
        for number in range(1, held + 1):
            assert store.load(WORLD.reading(number, 3).id).statements
        assert store.add(WORLD.reading(held + 1, 3)) == "new"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_not_be_written_is_told(archive: Path) -> None:
    """A folder without leave to write is named as the trouble."""
    archive.parent.chmod(0o500)
    try:
        with (
            pytest.raises(StoreError, match=r"must be writable|may only be read"),
            open_store(str(archive)) as s,
        ):
            s.add(WORLD.reading(3, 3))
    finally:
        archive.parent.chmod(0o700)
