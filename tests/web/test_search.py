"""Search: words, facets that add themselves to the address, copies that count as one."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient


def test_facets_lead_to_what_they_count(desk: TestClient) -> None:
    """Each counted publication and form, asked for, finds as many statements; its link stands in the page."""
    found = desk.get("/search.json", params={"q": "Iran"}).json()
    assert found["total"] == found["counted"] >= 3
    counts = [one for one in found["facets"] if one["by"] in ("publication", "form", "issue", "source")]
    assert counts
    page = desk.get("/search", params={"q": "Iran"}).text
    for one in counts:
        name = "by" if one["by"] == "source" else one["by"]
        left = desk.get("/search.json", params={"q": "Iran", name: one["value"]}).json()
        assert left["total"] >= one["count"] > 0
        assert f"{name}={one['value'].replace(' ', '+')}" in page


def test_a_year_is_its_days(desk: TestClient) -> None:
    """The facet of years stands in the address as the first and the last day."""
    page = desk.get("/search", params={"q": "bomber"}).text
    assert "since=2015-01-01&amp;until=2015-12-31" in page


def test_what_is_chosen_can_be_taken_out(desk: TestClient) -> None:
    """Each filter in the address has a link to the address without it, which keeps the words."""
    page = desk.get("/search", params={"q": "bomber", "form": "direct", "publication": "Specimen Wire"}).text
    assert 'href="/search?q=bomber&amp;form=direct"' in page
    assert 'href="/search?q=bomber&amp;publication=Specimen+Wire"' in page


def test_copies_say_it_once(desk: TestClient) -> None:
    """What two prints of one text say is one line that names the other; each is shown where asked for."""
    once = desk.get("/search.json", params={"q": "airspace"}).json()["statements"]
    each = desk.get("/search.json", params={"q": "airspace", "copies": "each"}).json()["statements"]
    merged = [line for line in once if line["alike"]]
    assert merged and len(each) == len(once) + sum(len(line["alike"]) for line in merged)
    page = desk.get("/search", params={"q": "airspace"}).text
    assert "copies=each" in page and f"/article/{merged[0]['alike'][0].replace(':', '#')}" in page


@pytest.mark.parametrize("query", ["q=Iran&by=&via=&since=&until=&type=&status=&form=", "type=&since="])
def test_empty_fields_ask_for_nothing(desk: TestClient, query: str) -> None:
    """What a form sends for fields that nobody filled in is no filter, and no error."""
    assert desk.get(f"/search?{query}").status_code == 200


@pytest.mark.parametrize("query", ["type=NONSENSE", "since=yesterday", "form=sung", "page=0", "copies=some"])
def test_nonsense_is_refused(desk: TestClient, query: str) -> None:
    """A value that no filter has is an error that names the filter."""
    answer = desk.get(f"/search.json?{query}")
    assert answer.status_code == 422 and answer.json()["error"]["message"].startswith(query.split("=")[0])


def test_articles_have_a_table_too(desk: TestClient) -> None:
    """The CSV twin has the columns of what was searched."""
    statements = csv.DictReader(io.StringIO(desk.get("/search.csv?q=Iran").text))
    articles = csv.DictReader(io.StringIO(desk.get("/search.csv?q=Iran&over=articles").text))
    assert "polarity" in (statements.fieldnames or ()) and "polarity" not in (articles.fieldnames or ())
    assert list(statements) and list(articles)


def test_nothing_found_says_what_to_do(desk: TestClient) -> None:
    """The page offers a beginning and whole articles."""
    page = desk.get("/search?q=zeppelin").text
    assert "0 statements" in page and "over=articles" in page


def test_searching_by_keyboard_and_narrowing(browser: Any, live: str) -> None:
    """ "/" goes to the words, Enter searches, a facet narrows; empty fields stay out of the address."""
    view = browser.new_page()
    view.goto(f"{live}/search")
    view.keyboard.press("/")
    assert view.evaluate("document.activeElement.id") == "ask"
    view.keyboard.type("bomber")
    view.keyboard.press("Enter")
    view.wait_for_url("**/search?q=bomber")
    before = view.locator(".results article").count()
    view.locator('.facets [data-by="publication"] a').first.click()
    view.wait_for_url("**publication=*")
    assert 0 < view.locator(".results article").count() <= before
    view.locator("form.filters button").click()
    view.wait_for_load_state()
    assert "by=" not in view.url and "q=bomber" in view.url and "publication=" in view.url
    view.close()
