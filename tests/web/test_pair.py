"""The page of two states: addresses, figures that open to their words, zoom by mouse and keys."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.store import Store

WEEK = "2015-11-23"
PAIR = "QAT/USA"
"""Two of the made-up readings' states."""


def test_names_and_other_orders_lead_to_one_address(desk: TestClient) -> None:
    """A page under names or in another order is at the address under codes, filters kept."""
    answer = desk.get("/pair/Russia/Iran?half_life=12", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/pair/IRN/RUS?half_life=12")
    assert desk.get("/pair/RUS/IRN", follow_redirects=False).headers["location"] == "/pair/IRN/RUS"
    page = desk.get("/pair/IRN/RUS")
    assert page.status_code == 200 and "<h1>Iran and Russia</h1>" in page.text


def test_twins_need_no_redirect_and_agree(desk: TestClient) -> None:
    """JSON has everything, CSV a line a week; both take names as they are."""
    found = desk.get("/pair/Russia/Iran.json").json()
    weeks = list(csv.DictReader(io.StringIO(desk.get("/pair/Russia/Iran.csv").text)))
    assert found["pair"] == ["IRN", "RUS"] and len(weeks) == len(found["weeks"]) > 0
    for week, row in zip(found["weeks"], weeks, strict=True):
        assert week["low"] <= week["closeness"] + 1e-6 or week["low"] <= week["high"]
        assert float(row["closeness"]) == week["closeness"] == week["plover"]


def test_the_parts_of_a_week_add_up_and_open_to_their_words(desk: TestClient, press_store: Store) -> None:
    """A week's acts, the rest and what is expected are its closeness; a telling's words stand at its span."""
    at = desk.get(f"/pair/IRN/RUS.json?week={WEEK}").json()["at"]
    assert at["week"] == WEEK and at["fresh"]
    parts = sum(act["part"] for act in at["fresh"] + at["earlier"])
    assert parts + at["rest"] + at["expected"] == pytest.approx(at["closeness"], abs=1e-4)
    told = [telling for act in at["fresh"] for telling in act["told"]]
    assert told
    for telling in told:
        text = press_store.load(telling["document"]).text
        assert text[telling["start"] : telling["end"]] == telling["text"]
        assert telling["id"].startswith(telling["document"][:12] + ":e")
    page = desk.get(f"/pair/IRN/RUS?week={WEEK}").text
    assert f'href="/article/{told[0]["document"]}#{told[0]["id"].split(":")[1]}"' in page


def test_filters_change_what_is_measured(made_desk: TestClient) -> None:
    """A longer half-life, another scale and an earlier day give other figures; each says what it is."""
    plain = made_desk.get(f"/pair/{PAIR}.json").json()
    slow = made_desk.get(f"/pair/{PAIR}.json?half_life=52").json()
    other = made_desk.get(f"/pair/{PAIR}.json?scale=ordinal").json()
    early = made_desk.get(f"/pair/{PAIR}.json?until=2010-01-01").json()
    assert (plain["half_life"], slow["half_life"]) == (8.0, 52.0)
    assert [w["closeness"] for w in other["weeks"]] == [w["ordinal"] for w in plain["weeks"]]
    assert early["acts"] < plain["acts"]
    assert made_desk.get(f"/pair/{PAIR}.json?half_life=&since=&issue=").json()["weeks"] == plain["weeks"]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/pair/Atlantis/Iran.json", 400, "no state"),
        ("/pair/Iran/IRN.json", 400, "same state"),
        ("/pair/IRN/RUS.json?half_life=0", 422, "half_life"),
        ("/pair/IRN/RUS.json?week=1990-01-01", 400, "outside the acts"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_line(path: str, status: int, told: str, desk: TestClient) -> None:
    """No state, one state twice, no half-life, a week without acts."""
    answer = desk.get(path)
    assert answer.status_code == status and told in answer.json()["error"]["message"]


def test_two_states_without_acts_have_a_page(desk: TestClient, empty_desk: TestClient) -> None:
    """It says that nothing is known and where to go on; over an empty store, how to fill it."""
    assert 'href="/map"' in desk.get("/pair/ISL/PER").text
    assert "dragoman add" in empty_desk.get("/pair/ISL/PER").text
    assert empty_desk.get("/pair/ISL/PER.json").json()["weeks"] == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("asked", ["since", "until", "week"])
def test_no_day_is_too_far_away(asked: str, day: str, made_desk: TestClient) -> None:
    """The first and the last day that there are lead to a page or to a line that says why not."""
    assert made_desk.get(f"/pair/{PAIR}.json?{asked}={day}").status_code in (200, 400)
    assert made_desk.get(f"/map.json?on={day}").status_code in (200, 400)


def opened(browser: Any, address: str) -> tuple[Any, list[str]]:
    """Open a page; return it with what the console said."""
    view = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    complaints: list[str] = []
    view.on("console", lambda message: complaints.append(message.text))
    view.on("pageerror", lambda error: complaints.append(str(error)))
    view.goto(address)
    view.wait_for_selector(".chart svg")
    return view, complaints


def test_keys_choose_a_week_take_it_apart_and_zoom(browser: Any, made_live: str) -> None:
    """Home and Enter take the first week apart, + zooms into the address, 0 shows all; nothing is refused."""
    view, complaints = opened(browser, f"{made_live}/pair/{PAIR}")
    chart = view.locator(".chart")
    chart.focus()
    before = chart.get_attribute("aria-valuetext")
    view.keyboard.press("Home")
    assert chart.get_attribute("aria-valuenow") == "0" and chart.get_attribute("aria-valuetext") != before
    first = chart.get_attribute("aria-valuetext").split()[2].rstrip(":")
    view.keyboard.press("Enter")
    view.wait_for_selector("#week h2:has-text('The week of')")
    assert first in view.locator("#week h2").text_content() and f"week={first}" in view.url
    chart.focus()
    view.keyboard.press("+")
    last = int(chart.get_attribute("aria-valuemax"))
    assert last > 100 and "from=" in view.url and "to=" in view.url
    view.keyboard.press("0")
    assert "from=" not in view.url
    assert complaints == []
    view.close()


def test_a_click_takes_a_week_apart_and_a_drag_zooms(browser: Any, made_live: str) -> None:
    """A click on the curve opens the week under it; its acts lead into articles. A drag narrows the range."""
    view, complaints = opened(browser, f"{made_live}/pair/{PAIR}")
    box = view.locator(".chart").bounding_box()
    view.mouse.click(box["x"] + box["width"] - 14, box["y"] + 100)
    view.wait_for_selector("#week .act")
    assert "/article/" in view.locator("#week .act .tellers a").first.get_attribute("href")
    view.mouse.move(box["x"] + 60, box["y"] + 60)
    view.mouse.down()
    view.mouse.move(box["x"] + 400, box["y"] + 60, steps=4)
    view.mouse.up()
    zoomed = view.url
    assert "from=" in zoomed
    view.reload()
    view.wait_for_selector(".chart svg")
    assert view.url == zoomed
    assert complaints == []
    view.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits(width: int, browser: Any, made_live: str) -> None:
    """No sideways scrolling of the page at phone or desk width."""
    view = browser.new_page(viewport={"width": width, "height": 800})
    view.goto(f"{made_live}/pair/{PAIR}?week={WEEK}")
    view.wait_for_selector(".chart svg")
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.close()
