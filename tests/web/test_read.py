"""One article, sent to be read: its reading in the project's JSON, within limits, stored nowhere."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from dragoman.errors import ForeignLanguage
from dragoman.schema import schema_text
from dragoman.store import Store
from dragoman.web import create_app
from dragoman.web.reading_apart import Apart, ReadLimits

SAID = "The ferries will run again, the minister told the Specimen Wire on Friday."


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """A process that reads, kept for these tests."""
    made = Apart(ReadLimits(characters=2_000, seconds=120, waiting=2))
    yield made
    made.close()


@pytest.fixture(scope="module")
def reader(press_store: Store, apart: Apart) -> TestClient:
    """A client of a desk that reads with it."""
    app = create_app(press_store)
    app.state.apart = apart
    return TestClient(app, base_url="http://localhost")


def test_a_text_is_read_and_not_stored(reader: TestClient, press_store: Store) -> None:
    """The answer is valid by the project's schema, has what was given, and the store is as before."""
    before = press_store.count()
    answer = reader.post("/read", json={"text": SAID, "title": "Ferries", "published": "2015-11-24"})
    assert answer.status_code == 200
    found = answer.json()
    jsonschema.validate(found, json.loads(schema_text()))
    assert (found["document"]["title"], found["document"]["published"]) == ("Ferries", "2015-11-24")
    assert [s["form"] for s in found["statements"]] == ["indirect"]
    assert press_store.count() == before


def test_a_browser_gets_the_page_of_an_article(reader: TestClient) -> None:
    """The same with Accept: text/html is a page with cards, without corrections."""
    page = reader.post("/read", json={"text": SAID}, headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert 'class="card statements' in page.text and "data-stored" not in page.text
    assert 'class="correction"' not in page.text


@pytest.mark.parametrize(
    ("sent", "status", "word"),
    [
        ({"text": SAID, "url": "https://example.org/a"}, 400, "no network"),
        ({"text": "a " * 2_000}, 413, "more than 2,000 characters"),
        ({"text": ""}, 422, "text"),
        ({}, 422, "text"),
        ({"text": SAID, "published": "someday"}, 422, "published"),
        (
            {"text": "Les ferries circuleront de nouveau, a dit le ministre vendredi à la presse."},
            400,
            "French",
        ),
    ],
)
def test_what_is_not_read_is_told_in_one_line(
    sent: dict[str, Any], status: int, word: str, reader: TestClient
) -> None:
    """Each in the one shape, with the status that says whose fault it is."""
    answer = reader.post("/read", json=sent)
    assert answer.status_code == status and word in answer.json()["error"]["message"]


def test_what_takes_too_long_is_ended_and_the_next_is_read(apart: Apart) -> None:
    """503 says how long it may take; the process is ended, and another reads what comes next."""
    hasty = Apart(ReadLimits(seconds=0.05))
    with pytest.raises(HTTPException) as refused:
        hasty.read(SAID, {})
    assert refused.value.status_code == 503 and "seconds" in refused.value.detail
    assert hasty._child is None
    assert apart.read(SAID, {}).statements


def test_a_full_queue_is_told_at_once(apart: Apart) -> None:
    """With as many waiting as may, the next is refused; each of the others has its reading."""
    found: list[object] = []
    readers = [threading.Thread(target=lambda: found.append(apart.read(SAID, {}))) for _ in range(2)]
    with apart._turn:
        for one in readers:
            one.start()
        while apart._waiting < 2:
            threading.Event().wait(0.01)
        with pytest.raises(HTTPException, match="too many") as refused:
            apart.read(SAID, {})
        assert refused.value.status_code == 503
    for one in readers:
        one.join(60)
    assert len(found) == 2


def test_a_text_that_is_refused_leaves_the_process_alive(apart: Apart) -> None:
    """What is wrong with a text is raised as it is, and the same process reads the next."""
    apart.read(SAID, {})
    child = apart._child
    with pytest.raises(ForeignLanguage):
        apart.read("Les ferries circuleront de nouveau, a dit le ministre vendredi à la presse.", {})
    assert apart.read(SAID, {}).statements and apart._child is child


def test_the_description_says_what_is_sent_and_answered(reader: TestClient) -> None:
    """OpenAPI has the endpoint with its limits' statuses."""
    told = reader.get("/openapi.json").json()["paths"]["/read"]["post"]
    assert {"200", "400", "413", "422", "503"} <= told["responses"].keys()
