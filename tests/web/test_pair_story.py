"""The story of two states on their page: acts by day, on whose word, narrowed and turned by the address."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.between import between
from dragoman.store import Store
from dragoman.web.pages.pair_story import SIZE

PRESS, MADE = "/pair/RUS/TUR", "/pair/QAT/USA"


def story(client: TestClient, address: str, **asked: object) -> dict[str, Any]:
    """Return the story in the JSON twin of a pair's page."""
    found: dict[str, Any] = client.get(f"{address}.json", params={k: str(v) for k, v in asked.items()}).json()
    told: dict[str, Any] = found["story"]
    return told


def every(client: TestClient, **asked: object) -> list[dict[str, Any]]:
    """Return the acts of all pages of the made-up pair's story."""
    first = story(client, MADE, **asked)
    pages = -(-first["total"] // SIZE)
    rest = [act for n in range(2, pages + 1) for act in story(client, MADE, **asked, page=n)["acts"]]
    return [*first["acts"], *rest]


def test_it_holds_all_acts_and_each_opens_to_its_characters(desk: TestClient, press_store: Store) -> None:
    """The acts are those that `between` finds; every telling's words stand at its span, and its id is that
    of an event there."""
    acts = story(desk, PRESS)["acts"]
    assert {act["id"] for act in acts} == {act.id for act in between(press_store, "RUS", "TUR").acts}
    for telling in (one for act in acts for one in act["told"]):
        reading = press_store.load(telling["document"])
        assert reading.text[telling["start"] : telling["end"]] == telling["text"]
        assert telling["id"].split(":")[1] in {event.id for event in reading.events}


def test_it_says_on_whose_word(desk: TestClient, press_store: Store) -> None:
    """The speaker of a telling, and those through whom the word came, are those of the statement in which
    the act stands."""
    told = [one for act in story(desk, PRESS)["acts"] for one in act["told"]]
    assert any(one["speaker"] for one in told)
    for one in told:
        reading = press_store.load(one["document"])
        names = {actor.id: actor.name for actor in reading.actors}
        event = next(event for event in reading.events if event.id == one["id"].split(":")[1])
        said = next((s for s in reading.statements if s.id == event.statement), None)
        source = said.source.actor if said and said.source else None
        assert one["speaker"] == (names[source] if source else None)
        assert one["via"] == ([names[link.actor] for link in said.via] if said else [])


def test_prints_of_one_text_count_once(desk: TestClient) -> None:
    """Of articles of which two are copies, fewer texts than articles tell, and no more roots than texts."""
    acts = story(desk, PRESS)["acts"]
    copied = [act for act in acts if act["origins"] < act["tellings"]]
    assert copied and all(1 <= act["roots"] <= act["origins"] <= act["tellings"] for act in acts)
    page = desk.get(PRESS).text
    assert f"{copied[0]['tellings']} articles, {copied[0]['origins']} text" in page


def test_pages_hold_a_bounded_part_and_add_up(made_desk: TestClient) -> None:
    """No page has more than its size; all pages together have each act once, the newest first or last."""
    newest, oldest = every(made_desk), every(made_desk, order="oldest")
    assert len(newest) > SIZE and len(story(made_desk, MADE)["acts"]) == SIZE
    assert newest == oldest[::-1] and len({act["id"] for act in newest}) == len(newest)
    days = [date.fromisoformat(act["day"]) for act in newest]
    assert days == sorted(days, reverse=True)
    beyond = story(made_desk, MADE, page=10_000)
    assert beyond["acts"] == [] and beyond["total"] == len(newest)
    assert "the first page" in made_desk.get(MADE, params={"page": 10_000}).text


def test_filters_part_the_acts(made_desk: TestClient) -> None:
    """Kinds part the acts; a side's are those in which it acts; a year's and an issue's are only those."""
    acts = every(made_desk)
    kinds = {kind: every(made_desk, kind=kind) for kind in ("cooperative", "hostile", "open")}
    assert all(act["happened"] and act["weight"] > 0 for act in kinds["cooperative"])
    assert all(act["happened"] and act["weight"] < 0 for act in kinds["hostile"])
    assert kinds["open"] and not any(act["happened"] for act in kinds["open"])
    own = every(made_desk, side="Qatar")
    assert {act["id"] for act in own} == {act["id"] for act in acts if "QAT" in act["actors"]}
    assert len(own) < len(acts)
    year = date.fromisoformat(acts[0]["day"]).year
    of_year = every(made_desk, year=year)
    assert {act["id"] for act in of_year} == {act["id"] for act in acts if act["day"].startswith(str(year))}
    issue = next(act["issues"][0] for act in acts if act["issues"])
    assert all(issue in act["issues"] for act in every(made_desk, issue=issue))


def test_years_count_what_is_asked_for(made_desk: TestClient) -> None:
    """The figures of the years add up to the acts of the side asked for, whatever year is shown."""
    shown = story(made_desk, MADE, side="USA", year=2012)
    counted = [one[kind] for one in shown["years"] for kind in ("cooperative", "hostile", "neutral", "open")]
    assert sum(counted) == len(every(made_desk, side="USA"))


def test_the_csv_twin_has_the_acts_where_they_are_asked_for(desk: TestClient) -> None:
    """`table=acts` has a line an act with its words and place; without it the twin has the weeks."""
    rows = list(csv.DictReader(io.StringIO(desk.get(f"{PRESS}.csv?table=acts").text)))
    acts = story(desk, PRESS)["acts"]
    assert [row["id"] for row in rows] == [act["id"] for act in acts]
    assert rows[0]["text"] == acts[0]["told"][0]["text"] and rows[0]["words"]
    assert "closeness" in desk.get(f"{PRESS}.csv").text.splitlines()[0]
    assert f'href="{PRESS}.csv?table=acts"' in desk.get(PRESS).text


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [("side=Iran", 400, "neither of the two"), ("side=Atlantis", 400, "no state"),
     ("kind=kind", 422, "kind"), ("page=0", 422, "page"), ("year=nineteen", 422, "year")],
)  # fmt: skip
def test_what_cannot_be_asked_of_a_story(asked: str, status: int, told: str, desk: TestClient) -> None:
    """A third state's side, no state, no kind, no page: one line that says what is wrong."""
    answer = desk.get(f"{PRESS}.json?{asked}")
    assert answer.status_code == status and told in answer.json()["error"]["message"]


def test_a_form_left_empty_asks_for_all(desk: TestClient) -> None:
    """Filters that a form sends empty ask for nothing."""
    assert story(desk, PRESS, side="", kind="", year="", order="") == story(desk, PRESS)


def test_a_reader_narrows_it_and_opens_an_act(browser: Any, live: str) -> None:
    """The choice of a side and a kind goes into the address; an act's outlet leads to its card in the
    article."""
    view = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    view.goto(f"{live}{PRESS}")
    before = view.locator("#story .act").count()
    view.get_by_label("acts of").select_option("Turkey")
    view.get_by_label("kind").select_option("hostile")
    view.locator("#story form button").click()
    view.wait_for_url("**kind=hostile**")
    assert "side=TUR" in view.url and "order=" not in view.url
    acts = view.locator("#story .act")
    assert 0 < acts.count() < before
    assert all("→" in text or "Turkey" in text for text in acts.all_inner_texts())
    assert all(text.startswith("−") for text in view.locator("#story .worth").all_inner_texts())
    link = acts.first.locator(".tellers a").first
    finding = link.get_attribute("href").split("#")[1]
    link.click()
    view.wait_for_url(f"**#{finding}")
    assert view.locator(f"[id='{finding}']").count() == 1
    view.close()


def test_a_click_on_the_curve_shows_the_week_in_the_same_form(browser: Any, made_live: str) -> None:
    """What a week is made of, and the story, are told alike: who did what, its words, who tells of it."""
    view = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    view.goto(f"{made_live}{MADE}")
    view.wait_for_selector(".chart svg")
    view.locator(".chart").focus()
    view.keyboard.press("Enter")
    view.wait_for_selector("#week .act")
    for part in ("#week", "#story"):
        act = view.locator(f"{part} .act").first
        assert act.locator(".who time").count() == act.locator(".who .kind").count() == 1
        assert "told by" in act.locator(".tellers").inner_text()
        assert "/article/" in act.locator(".tellers a").first.get_attribute("href")
    view.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_of_it_are_turned_and_fit(width: int, browser: Any, made_live: str) -> None:
    """The next page leads back to the story, other filters kept, and nothing scrolls sideways."""
    view = browser.new_page(viewport={"width": width, "height": 800})
    view.goto(f"{made_live}{MADE}?order=oldest")
    first = view.locator("#story .act time").first.inner_text()
    view.locator("#story a[rel=next]").click()
    view.wait_for_url("**#story")
    assert "page=2" in view.url and "order=oldest" in view.url
    assert view.locator("#story .act time").first.inner_text() >= first
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.close()
