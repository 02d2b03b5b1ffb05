"""A desk over a store of some articles of the sample press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.store import Store, open_store
from dragoman.web import create_app

PRESS = Path(__file__).parents[2] / "examples" / "press"
CHOSEN = ("specimen-wire/2015-11-23-putin-khamenei.txt", "specimen-wire/2015-11-24-bomber.txt",
          "sample-gazette/2015-11-25-su24.txt", "tehran-sampler/2015-11-24-summit.txt",
          "specimen-post/2015-11-24-closer.txt")  # fmt: skip


@pytest.fixture(scope="session")
def press_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with five articles of the sample press."""
    path = tmp_path_factory.mktemp("desk") / "press.sqlite"
    with open_store(str(path), create=True) as store:
        for name in CHOSEN:
            store.add(dragoman.read(PRESS / name))
        yield store


@pytest.fixture(scope="session")
def desk(press_store: Store) -> TestClient:
    """A client of the desk over that store."""
    return TestClient(create_app(press_store), base_url="http://localhost")


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a desk over an empty store."""
    with open_store(str(tmp_path / "empty.sqlite"), create=True) as store:
        yield TestClient(create_app(store), base_url="http://localhost")
