"""The page of an actor: the dossier, whom else a name may mean, positions that changed, the network."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.store import Store
from dragoman.store.answers import PositionLine
from dragoman.store.dossier import Office
from dragoman.web.pages.actor import bars_of, stands_of


def position(
    day: int, stance: str, leaning: str | None = None, proposition: str = "talks go on"
) -> PositionLine:
    """Return a position told on a day of 2015."""
    published = date(2015, 1, 1) + timedelta(day)
    return PositionLine(
        f"{day:012d}:p1", f"{day:064d}", 0, 4, "yes.", 0, None, None, published, None, None, 1, None, (),
        "Ana", "talks", proposition, stance, leaning, "plain", None, None, 0.9,
    )  # fmt: skip


def test_a_name_leads_to_a_dossier(desk: TestClient) -> None:
    """A surname means whoever bears it; the id leads to the same dossier."""
    named = desk.get("/actor.json?name=Putin").json()["dossier"]
    assert named["name"] == "Vladimir Putin" and named["statements"] > 0
    assert desk.get(f"/actor/{named['id']}.json").json()["dossier"] == named


def test_who_quotes_somebody_adds_up(desk: TestClient, press_store: Store) -> None:
    """Counts by publication and chain are all of the actor's statements, where there are few."""
    answer = desk.get("/actor.json?name=Putin").json()
    assert sum(one["statements"] for one in answer["quoted"]) == answer["dossier"]["statements"]
    assert all(one["publication"] for one in answer["quoted"])


def test_nobody_asked_for_lists_the_most_named(desk: TestClient) -> None:
    """Without a name there is a list to choose from, those in most articles first."""
    listed = desk.get("/actor.json").json()
    assert listed["dossier"] is None
    counts = [one["documents"] for one in listed["others"]]
    assert counts and counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "path", ["/actor.json?name=Nobody%20Whatsoever", "/actor/wikidata:Q0.json", "/actor/x.json"]
)
def test_whoever_is_not_there_is_told_so(path: str, desk: TestClient) -> None:
    """404 in the one shape."""
    answer = desk.get(path)
    assert answer.status_code == 404 and answer.json()["error"]["message"]


def test_a_changed_position_says_so_and_comes_first() -> None:
    """From for to against is a change; a conditional one counts as the side it leans to."""
    steady = [position(1, "for", proposition="oil"), position(9, "conditional", "for", proposition="oil")]
    turned = [position(3, "against"), position(2, "for")]
    first, second = stands_of((*steady, *turned))
    assert (first.proposition, first.changed, second.changed) == ("talks go on", True, False)
    assert [line.stance for line in first.told] == ["for", "against"]


@given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 4000)), max_size=8))
def test_offices_stay_on_their_line(days: list[tuple[int, int]]) -> None:
    """Whatever the days, every bar begins and ends within the line, and the earliest comes first."""
    begin = date(2010, 1, 1)
    offices = tuple(
        Office(f"office {n}", begin + timedelta(min(pair)), begin + timedelta(max(pair)), 1)
        for n, pair in enumerate(days)
    )
    bars = bars_of(offices)
    assert len(bars) == len(offices)
    assert all(bar.x >= 0 and bar.width >= 1 and bar.x + bar.width <= 100.01 for bar in bars)
    assert [bar.x for bar in bars] == sorted(bar.x for bar in bars)


def test_undated_offices_have_no_line() -> None:
    """They stand in the table alone."""
    assert bars_of((Office("envoy", None, None, 2),)) == ()


def test_the_network_is_drawn_under_the_strict_policy(browser: Any, live: str) -> None:
    """The drawing is there, the lists beside it say the same, the console has no complaint."""
    view = browser.new_page(viewport={"width": 390, "height": 900})
    said: list[str] = []
    view.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    view.goto(f"{live}/actor?name=Putin")
    view.wait_for_selector("#network canvas")
    assert view.locator(".company li").count() > 0
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    view.locator(".theme").click()
    view.wait_for_selector("#network canvas")
    assert said == []
    view.close()
