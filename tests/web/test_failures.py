"""What failed says so in plain words, and where to go on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.store import Store
from dragoman.web import gathering

PAGE = {"accept": "text/html"}


@pytest.mark.parametrize(
    ("path", "status", "way"),
    [
        ("/actor?name=Nobody%20Whatsoever", 404, 'href="/actor"'),
        ("/actor?name=Nobody%20Whatsoever", 404, 'href="/search?q=Nobody+Whatsoever"'),
        ("/pair/Russia/Atlantis", 400, 'href="/pair"'),
        ("/article/abcdef123456", 404, 'href="/search?over=articles"'),
        ("/search?since=yesterday", 422, 'href="/search"'),
    ],
)
def test_a_page_that_failed_leads_on(path: str, status: int, way: str, desk: TestClient) -> None:
    """The page of an error leads to the list or the search where what was meant may be found."""
    page = desk.get(path, headers=PAGE)
    assert page.status_code == status and way in page.text.split("<main", 1)[1]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/search.json?since=yesterday", "since: 'yesterday' is no day; write it as 2015-11-24"),
        ("/search.json?page=0", "page: must be greater than or equal to 1"),
        ("/article/abc.json", "document: must have at least 6 characters"),
    ],
)
def test_a_wrong_filter_is_told_in_plain_words(path: str, told: str, desk: TestClient) -> None:
    """The filter is named, and what it must be, in one line without the words of a library."""
    answer = desk.get(path)
    assert answer.status_code == 422 and answer.json()["error"]["message"] == told
    assert "Input" not in answer.text


def test_what_happened_is_told_as_done(desk: TestClient) -> None:
    """What the first page calls happened is told as done: no plan, no demand, no denial."""
    told = desk.get("/today.json").json()["events"]
    assert told and {event["status"] for event in told} == {"done"}


def test_a_dossier_does_not_repeat_its_name(desk: TestClient) -> None:
    """In an actor's own dossier each statement begins with its day, not with the actor's name again."""
    page = desk.get("/actor?name=Putin", headers=PAGE).text
    said = page.split('id="h-said"', 1)[1].split("</section>", 1)[0]
    assert said.count('<article class="line statement">') > 0
    assert 'class="source"' not in said


def test_a_page_that_is_not_ready_comes_by_itself(
    browser: Any,
    press_store: Store,
    serve: Callable[[Store], AbstractContextManager[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where acts are still being gathered the page says so and asks again, until what was asked for is
    there."""
    monkeypatch.setattr(gathering, "WAIT", 0.0)
    with serve(press_store) as address:
        view = browser.new_page()
        answer = view.goto(f"{address}/pair?first=Russia&second=Turkey")
        assert answer.status == 503 and "asks again by itself" in view.locator("main").inner_text()
        view.wait_for_url("**/pair/RUS/TUR", timeout=120_000)
        view.close()
