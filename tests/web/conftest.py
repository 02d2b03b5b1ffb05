"""A desk over a store of some articles of the sample press."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
import uvicorn
from bench.generated import World
from starlette.testclient import TestClient

import dragoman
from dragoman.curating import Curator
from dragoman.issue import issues
from dragoman.layering import Layers
from dragoman.ledgers.kept import Kept
from dragoman.store import Store, open_store
from dragoman.web import create_app
from dragoman.web.pages import VIEWS

PRESS = Path(__file__).parents[2] / "examples" / "press"
CHOSEN = ("ankara-specimen/2015-11-24-bomber.txt",
          "specimen-wire/2015-11-23-putin-khamenei.txt", "specimen-wire/2015-11-24-bomber.txt",
          "sample-gazette/2015-11-25-su24.txt", "tehran-sampler/2015-11-24-summit.txt",
          "specimen-post/2015-11-24-closer.txt")  # fmt: skip


@pytest.fixture(scope="session")
def press_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with six articles of the sample press, two of them copies of one text."""
    path = tmp_path_factory.mktemp("desk") / "press.sqlite"
    with open_store(str(path), create=True) as store:
        for name in CHOSEN:
            store.add(dragoman.read(PRESS / name))
        Layers(store).bring_in()
        Kept(store).bring_in()
        Curator(store).settle()
        yield store


def asked_once(client: TestClient) -> TestClient:
    """Return a client whose desk has made all that it keeps, however busy the machine is."""
    for _ in range(60):
        if client.get("/today.json").status_code == 200:
            return client
    raise AssertionError("the desk is not done with what it keeps")


@pytest.fixture(scope="session")
def desk(press_store: Store) -> TestClient:
    """A client of the desk over that store."""
    return asked_once(TestClient(create_app(press_store), base_url="http://localhost"))


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with made-up readings: ten years of acts between twenty states, and no language."""
    path = tmp_path_factory.mktemp("made") / "made.sqlite"
    with open_store(str(path), create=True) as store:
        for reading in World(people=200, words=2_000).readings(30):
            store.add(reading)
        Layers(store).bring_in()
        Kept(store).bring_in()
        yield store


@pytest.fixture(scope="session")
def made_desk(made_store: Store) -> TestClient:
    """A client of the desk over the made-up readings."""
    return TestClient(create_app(made_store), base_url="http://localhost")


@pytest.fixture(scope="session")
def made_live(made_store: Store) -> Iterator[str]:
    """The address of a desk over the made-up readings, for a browser."""
    with served(made_store) as address:
        yield address


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a desk over an empty store."""
    with open_store(str(tmp_path / "empty.sqlite"), create=True) as store:
        yield TestClient(create_app(store), base_url="http://localhost")


@contextmanager
def served(store: Store) -> Iterator[str]:
    """Serve a desk over a store on a free port of this machine; yields its address, without a last slash."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(store), log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    running.start()
    while not server.started and running.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    running.join(10)


@pytest.fixture(scope="session")
def serve() -> Callable[[Store], AbstractContextManager[str]]:
    """What serves a desk over a store of a test's own."""
    return served


@pytest.fixture(scope="session")
def live(press_store: Store) -> Iterator[str]:
    """The address of a desk over the six articles, for a browser."""
    with served(press_store) as address:
        yield address


ADDRESSES = tuple(view.path for view in VIEWS)
"""The views whose addresses ``places`` gives."""


@pytest.fixture(scope="session")
def places(press_store: Store) -> dict[str, str]:
    """An address of each view that shows something of the six articles."""
    held = press_store.search_articles("bomber").lines[0].document
    who = press_store.actors("Putin")[0].id
    given = {
        "/search": "/search?q=bomber&issue=turkey-russia-jet",
        "/article/{document}": f"/article/{held}",
        "/actor": "/actor?name=Putin",
        "/actor/{identifier}": f"/actor/{who}",
        "/pair/{first}/{second}": "/pair/RUS/TUR",
        "/pair/{first}/{second}/reactions": "/pair/RUS/TUR/reactions",
        "/issue/{name:path}": f"/issue/{quote(issues(press_store)[0].issue)}",
        "/map": "/map?of=RUS",
    }
    found = {path: given.get(path, path) for path in ADDRESSES}
    assert not [path for path in found.values() if "{" in path], "a view has no address here"
    return found
