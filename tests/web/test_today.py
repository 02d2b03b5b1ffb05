"""Today: what is newest, what changed, what is contested of late, which forecasts are due."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.changing import changed_in
from dragoman.gathered import Gathered
from dragoman.records import Span
from dragoman.relations import Act, Report
from dragoman.store import Store

MONDAY = date(2015, 1, 5)


def act(number: int, week: int, kind: str, pair: tuple[str, str]) -> Act:
    """Return a done act of a week, told by an outlet of its own."""
    day = MONDAY + timedelta(weeks=week, days=number % 5)
    report = Report(document=f"d{number}", publication=f"p{number % 4}", family=f"p{number % 4}",
                    copy=f"d{number}", day=day, root=f"r{number}", depth=1, authority=1.0, probability=1.0,
                    span=Span(0, 1))  # fmt: skip
    return Act(f"d{number}:e1", day, kind, None, "done", (pair[0],), (pair[1],), (report,), ())  # type: ignore[arg-type]


def test_the_newest_stand_first(desk: TestClient) -> None:
    """Articles, statements and events come by day, the latest first."""
    answer = desk.get("/today.json").json()
    days = [line["published"] for line in answer["articles"]]
    assert answer["documents"] == 6 and days == sorted(days, reverse=True)
    assert answer["ready"] and answer["statements"] and answer["events"]
    page = desk.get("/").text
    assert f'href="/article/{answer["articles"][0]["document"]}"' in page


def test_what_is_contested_and_due_stands_there(desk: TestClient) -> None:
    """The same disputes and forecasts as on their own pages, with links to them."""
    answer = desk.get("/today.json").json()
    cards = desk.get("/contested.json").json()["cards"]
    assert [one["id"] for one in answer["contested"]] == [one["id"] for one in cards][:4]
    due = desk.get("/forecasts.json", params={"state": "due"}).json()
    assert len(answer["due"]) == min(4, due["total"])
    page = desk.get("/").text
    assert all(f'href="/contested#{one["id"]}"' in page for one in answer["contested"])


def test_an_empty_store_says_how_to_fill_it(empty_desk: TestClient) -> None:
    """The command that adds articles stands on the page."""
    assert "dragoman add FOLDER" in empty_desk.get("/").text


def test_a_pair_that_turned_is_told_and_one_that_stayed_is_not() -> None:
    """Two years of visits that give way to fighting are a change; visits all along are none."""
    acts = []
    for week in range(104):
        kind = "CONSULT" if week < 52 else "ASSAULT"
        acts += [
            act(3 * week, week, kind, ("RUS", "TUR")),
            act(3 * week + 1, week, "CONSULT", ("IRN", "SYR")),
        ]
        acts += [act(3 * week + 2, week, "CONSULT", ("FRA", "DEU"))]
    found = changed_in(Gathered(acts, ()))
    assert [(one.first, one.second, one.verdict) for one in found.changes] == [("RUS", "TUR", "more distant")]
    assert found.looked_at == 3 and found.changes[0].high < 0
    assert found.changes[0].since < found.changes[0].turn < found.changes[0].until


def test_nothing_is_told_of_no_acts() -> None:
    """Without acts between states there is no change, and no error."""
    stray = dataclasses.replace(act(1, 0, "CONSULT", ("RUS", "TUR")), status="negated")
    assert changed_in(Gathered((), ())).changes == changed_in(Gathered((stray,), ())).changes == ()


def test_the_page_fills_itself(browser: Any, live: str) -> None:
    """What is still being compared appears by itself; nothing scrolls sideways on a phone."""
    view = browser.new_page(viewport={"width": 390, "height": 844})
    view.goto(f"{live}/")
    view.locator(".making").wait_for(state="detached", timeout=60_000)
    assert view.locator("h2", has_text="What is contested").is_visible()
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    view.close()


def test_what_somebody_types_is_not_lost(
    browser: Any, press_store: Store, serve: Callable[[Store], AbstractContextManager[str]]
) -> None:
    """Where a name has been typed while all articles are compared, the page doesn't load itself again: it
    offers to."""
    with serve(press_store) as address:
        view = browser.new_page()
        view.goto(f"{address}/")
        if not view.locator(".making").count():
            pytest.skip("this machine had compared all before the page was asked for")
        view.get_by_label("How close are", exact=True).fill("Russia")
        view.locator(".making a").wait_for(timeout=60_000)
        assert view.get_by_label("How close are", exact=True).input_value() == "Russia"
        view.locator(".making a").click()
        view.locator(".making").wait_for(state="detached", timeout=60_000)
        view.close()
