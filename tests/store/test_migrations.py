"""The store's versions: made, brought up to date, refused."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from bench.generated import World
from sqlalchemy import select, text

import dragoman.store.migrations as migrations
from dragoman.errors import NewerStore, NoStore, StoreError
from dragoman.store import Store, open_store
from dragoman.store.layer_tables import LAYERS, waiting_documents
from dragoman.store.tables import metadata


def test_the_steps_make_the_tables(store: Store) -> None:
    """All migrations together make exactly the tables that the code works with."""
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = [change for change in compare_metadata(context, metadata) if "_words" not in str(change)]
    assert found == []


def test_every_version_is_named() -> None:
    """REVISIONS lists the files of the folder, the oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    script = ScriptDirectory.from_config(config)
    assert tuple(reversed([step.revision for step in script.walk_revisions()])) == migrations.REVISIONS


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    """The message says that an update opens it."""
    path = str(tmp_path / "s.sqlite")
    open_store(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerStore, match="update dragoman"):
        open_store(path)


def test_an_older_store_is_brought_up_to_date_after_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it held is still there, and the second time there is nothing to say."""
    path, told = str(tmp_path / "s.sqlite"), []
    reading = World(people=10, words=50).reading(1)
    with open_store(path, create=True) as store:
        store.add(reading)
    with sqlite3.connect(path) as connection:  # a step before the first one, which has nothing to do
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()

    def step(connection: object, to: str = "head") -> None:
        there = text(f"UPDATE alembic_version SET version_num = '{migrations.HEAD}'")
        connection.execute(there)  # type: ignore[attr-defined]

    monkeypatch.setattr("dragoman.store.opening.REVISIONS", ("0000", *migrations.REVISIONS))
    monkeypatch.setattr("dragoman.store.opening.upgrade", step)
    for _ in range(2):
        with open_store(path, say=told.append) as store:
            assert store.load(reading.id) == reading
    assert len(told) == 1 and f"from version 0000 to {migrations.HEAD}" in told[0]


def test_what_an_older_store_holds_waits_for_the_layers(make: Callable[[], Store]) -> None:
    """A store of the first version is brought up to date, and its documents wait to be placed."""
    store = make()
    reading = World(people=10, words=50).reading(1)
    store.add(reading)
    with store.writing() as connection:
        for table in (*LAYERS, waiting_documents):
            table.drop(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        migrations.upgrade(connection, "0002")
    with store.reading() as connection:
        assert len(connection.execute(select(waiting_documents)).all()) == 1
    assert store.load(reading.id) == reading


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    """Nothing there, another program's tables, no database at all, no folder: one line each."""
    with pytest.raises(NoStore, match="dragoman add"):
        open_store(str(tmp_path / "none.sqlite"))
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()
    for create in (False, True):
        with pytest.raises(StoreError, match="no store"):
            open_store(str(other), create=create)
    (tmp_path / "letter.txt").write_text("This is a letter and no database at all. " * 40)
    with pytest.raises(StoreError, match="no store"):
        open_store(str(tmp_path / "letter.txt"), create=True)
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path / "no" / "such.sqlite"), create=True)
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path), create=True)
    whole = tmp_path / "whole.sqlite"
    open_store(str(whole), create=True).close()
    (tmp_path / "cut.sqlite").write_bytes(whole.read_bytes()[:20_000])
    with pytest.raises(StoreError, match="damaged"):
        open_store(str(tmp_path / "cut.sqlite"))
    with pytest.raises(StoreError, match="mysql"):
        open_store("mysql://desk@example.org/press", create=True)


def test_two_that_open_a_new_store_at_once_make_one(tmp_path: Path) -> None:
    """The second waits for the first and finds the tables made."""
    path, failed = str(tmp_path / "s.sqlite"), []

    def open_it() -> None:
        try:
            open_store(path, create=True).close()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with open_store(path) as store:
        assert store.count() == 0
