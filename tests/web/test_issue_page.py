"""Issues and one issue: counts, the matrix, every cell's words, who is unknown."""

from __future__ import annotations

import csv
import io
from typing import Any

from starlette.testclient import TestClient

from dragoman.issue import issues
from dragoman.store import Store


def test_all_issues_with_their_counts(desk: TestClient, press_store: Store) -> None:
    """The list is that of the store, each line leads to its page, words narrow it."""
    found = desk.get("/issues.json").json()
    known = issues(press_store)
    assert [one["issue"] for one in found["issues"]] == [one.issue for one in known]
    assert found["total"] == len(known) > 0
    for one in known:
        assert desk.get(f"/issue/{one.issue}").status_code == 200
    word = known[0].issue.split()[0]
    narrowed = desk.get("/issues.json", params={"q": word}).json()["issues"]
    assert narrowed and all(word.casefold() in one["issue"].casefold() for one in narrowed)
    assert desk.get("/issues.json", params={"q": "no such words"}).json()["total"] == 0


def test_every_cell_has_words_that_open_the_article(desk: TestClient, press_store: Store) -> None:
    """Who stands somewhere is in the matrix, and the words stand at their span; the rest is unknown."""
    for known in issues(press_store):
        found = desk.get(f"/issue/{known.issue}.json").json()
        page = desk.get(f"/issue/{known.issue}").text
        for number, asked in enumerate(found["questions"], 1):
            holders = [one["side"]["holder"] for one in asked["held"]]
            assert holders and not set(holders) & set(asked["silent"])
            assert set(holders) | set(asked["silent"]) == set(found["states"])
            assert not set(found["others"]) & set(found["states"])
            for one in asked["held"]:
                assert f'id="q{number}-{one["side"]["holder"]}"' in page
                assert f'href="#q{number}-{one["side"]["holder"]}"' in page
                for quote in one["side"]["quotes"]:
                    text = press_store.load(quote["document"]).text
                    assert text[quote["start"] : quote["end"]] == quote["text"]
                    assert f"/article/{quote['document']}#{quote['id'].split(':')[1]}" in page


def test_words_of_a_label_lead_to_its_page(desk: TestClient, press_store: Store) -> None:
    """Part of one label is sent on to the label; words of none are refused with the largest named."""
    label = issues(press_store)[0].issue
    answer = desk.get(f"/issue/{label.upper()}?until=2016-01-01", follow_redirects=False)
    assert answer.status_code == 307 and answer.headers["location"].endswith("?until=2016-01-01")
    refused = desk.get("/issue/weather on the moon.json")
    assert refused.status_code == 400 and "the largest are" in refused.json()["error"]["message"]


def test_csv_has_a_line_a_standing(made_desk: TestClient) -> None:
    """One line for each holder and proposition, with the latest telling."""
    rows = list(csv.DictReader(io.StringIO(made_desk.get("/issue/syria.csv").text)))
    found = made_desk.get("/issue/syria.json").json()
    assert [row["holder"] for row in rows] == [
        one["side"]["holder"] for asked in found["questions"] for one in asked["held"]
    ]


def test_seen_from_before_nothing_is_known(made_desk: TestClient) -> None:
    """A day before the first telling has a page that says so."""
    page = made_desk.get("/issue/syria?until=1990-01-01")
    assert page.status_code == 200 and "Nobody stands anywhere" in page.text


def test_an_empty_store_says_how_to_fill_it(empty_desk: TestClient) -> None:
    """The list of issues of an empty store tells of adding."""
    assert "dragoman add" in empty_desk.get("/issues").text


def test_a_cell_leads_to_its_words(browser: Any, made_live: str) -> None:
    """A click on a cell brings the holder's words into view; phone width needs no sideways scrolling."""
    view = browser.new_page(viewport={"width": 390, "height": 700})
    complaints: list[str] = []
    view.on("console", lambda message: complaints.append(message.text))
    view.goto(f"{made_live}/issue/syria")
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
    assert view.locator(".timeline .stance").count() > 1
    view.locator(".matrix a.stance").first.click()
    target = view.evaluate("location.hash.slice(1)")
    assert target.startswith("q1-") and view.locator(f"#{target}").is_visible()
    assert complaints == []
    view.close()
