"""Forecasts: the ledger with its filters, rulings entered and undone, scores only where there are enough."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import asked_once, served

from dragoman.store import Store, open_store
from dragoman.web import create_app


@pytest.fixture
def own_store(press_store: Store, tmp_path: Path) -> Iterator[Store]:
    """A copy of the store that a test may rule in."""
    with press_store.reading() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(str(press_store.engine.url.database), tmp_path / "own.sqlite")
    with open_store(str(tmp_path / "own.sqlite")) as store:
        yield store


@pytest.fixture
def own_desk(own_store: Store) -> TestClient:
    """A client of a desk over the copy."""
    return asked_once(TestClient(create_app(own_store), base_url="http://localhost"))


def entries(desk: TestClient, **asked: str) -> list[dict[str, Any]]:
    """Return the ledger's entries."""
    answer = desk.get("/forecasts.json", params=asked)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["entries"])


def test_what_is_due_comes_first(desk: TestClient) -> None:
    """Forecasts that wait for a ruling stand before the open ones, and the counts are of all."""
    answer = desk.get("/forecasts.json").json()
    states = [entry["line"]["state"] for entry in answer["entries"]]
    assert answer["total"] == len(states) > 0
    assert states == sorted(states, key=lambda state: state != "due")
    assert dict(answer["states"])["due"] == states.count("due")


def test_filters_leave_a_claimants_forecasts(desk: TestClient) -> None:
    """By, state: what is left has them; nobody of that name is an error."""
    named = [entry["line"] for entry in entries(desk) if entry["line"]["claimant_kind"] == "named"]
    name = named[0]["claimant"]
    assert {entry["line"]["claimant"] for entry in entries(desk, by=name)} == {name}
    assert all(entry["line"]["state"] == "open" for entry in entries(desk, state="open"))
    assert desk.get("/forecasts.json?by=Nobody%20At%20All").status_code == 404


def test_a_ruling_is_kept_and_undone(own_desk: TestClient) -> None:
    """A ruling turns the state at once, stands with its reason and its author, and can be undone once."""
    forecast = entries(own_desk)[0]["line"]["forecast"]
    before = entries(own_desk)[0]["line"]["state"]
    made = own_desk.post(
        "/forecasts/rulings",
        json={"forecast": forecast, "ruling": "false", "because": "never drawn", "by": "an analyst"},
    )
    assert made.status_code == 201 and made.json()["stands"]
    after = next(one for one in entries(own_desk) if one["line"]["forecast"] == forecast)
    assert after["line"]["state"] == "false" and after["ruling"]["because"] == "never drawn"
    assert "an analyst" in own_desk.get("/forecasts?state=false").text
    path = f"/forecasts/rulings/{made.json()['number']}/undo"
    assert own_desk.post(path, json={"because": "wrong one"}).status_code == 200
    assert own_desk.post(path, json={}).status_code == 404
    again = next(one for one in entries(own_desk) if one["line"]["forecast"] == forecast)
    assert again["line"]["state"] == before and again["ruling"] is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"forecast": "forecast:000000000000", "ruling": "true"}, 404),
        ({"forecast": "forecast:000000000000", "ruling": "perhaps"}, 422),
        ({"ruling": "true"}, 422),
    ],
)
def test_rulings_on_nothing_are_refused(desk: TestClient, body: dict[str, str], status: int) -> None:
    """No such forecast, no such ruling, no forecast named: an error in the one shape, and nothing is kept."""
    answer = desk.post("/forecasts/rulings", json=body)
    assert answer.status_code == status and answer.json()["error"]["status"] == status


def test_nobody_is_scored_on_few(desk: TestClient) -> None:
    """Where nobody has twenty resolved forecasts, the page says why there is no score."""
    assert desk.get("/forecasts.json").json()["scored"] == []
    assert "more about luck" in desk.get("/forecasts").text


def test_ruling_by_keyboard(browser: Any, own_store: Store) -> None:
    """A forecast is opened, given a reason and ruled on with the keyboard alone; so is the undoing."""
    with served(own_store) as address:
        view = browser.new_page()
        view.goto(f"{address}/forecasts")
        first = view.locator("article.forecast").first
        first.wait_for(timeout=60_000)
        name = first.get_attribute("id")
        first.locator("details.rule summary").focus()
        view.keyboard.press("Enter")
        view.keyboard.press("Tab")
        view.keyboard.type("it rained")
        view.keyboard.press("Enter")
        assert first.locator(".ruled").count() == 0, "a reason alone rules nothing"
        view.keyboard.press("Tab")
        view.keyboard.press("Enter")
        mine = view.locator(f"[id='{name}']")
        mine.locator(".ruled").wait_for(timeout=30_000)
        assert "it rained" in mine.inner_text() and view.url.endswith(f"#{name}")
        mine.locator("[data-undo]").focus()
        view.keyboard.press("Enter")
        mine.locator(".ruled").wait_for(state="detached", timeout=30_000)
        view.close()
