"""Contested: both sides with the roots of their chains, filtered by states, kind, issue and days."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient


def all_cards(desk: TestClient) -> list[dict[str, Any]]:
    """Return all disputes of the six articles."""
    answer = desk.get("/contested.json").json()
    assert answer["ready"] and answer["total"] == len(answer["cards"]) > 0
    return list(answer["cards"])


def test_a_card_has_both_sides_and_their_words(desk: TestClient) -> None:
    """Each side has roots, each root claims, each claim a link to its place in the article."""
    page = desk.get("/contested").text
    for card in all_cards(desk):
        assert len(card["sides"]) > 1
        assert f'id="{card["id"]}"' in page
        for side in card["sides"]:
            assert side["roots"] == len(side["by"]) > 0
            for root in side["by"]:
                for claim in root["claims"]:
                    place = claim["id"].split(":")[-1]
                    assert f'href="/article/{claim["document"]}#{place}"' in page


def test_a_claim_is_what_stands_in_the_article(desk: TestClient, press_store: Any) -> None:
    """The words shown are the document's characters from start to end."""
    for card in all_cards(desk):
        for claim in (c for side in card["sides"] for root in side["by"] for c in root["claims"]):
            text = press_store.load(claim["document"]).text
            assert claim["text"] == text[claim["start"] : claim["end"]]


@pytest.mark.parametrize("query", ["a=Russia&b=TUR", "kind=polarity", "issue=turkey-russia-jet",
                                   "since=2015-11-25", "until=2015-11-20", "a=Fiji", "a=&kind="])  # fmt: skip
def test_filters_leave_what_passes(desk: TestClient, query: str) -> None:
    """What is left is what the same filter leaves of all disputes."""
    asked = dict(part.split("=") for part in query.split("&"))
    states = {"Russia": "RUS", "Fiji": "FJI"}
    wanted = {states.get(asked[name], asked[name]) for name in ("a", "b") if asked.get(name)}

    def passes(card: dict[str, Any]) -> bool:
        days = [c["published"] for side in card["sides"] for root in side["by"] for c in root["claims"]]
        told = any(asked.get("since", "") <= day <= asked.get("until", "9") for day in days)
        return (
            wanted <= set(card["states"])
            and asked.get("kind", "") in ("", card["kind"])
            and ("issue" not in asked or asked["issue"] in card["issues"])
            and told
        )

    left = desk.get(f"/contested.json?{query}").json()["cards"]
    assert [card["id"] for card in left] == [card["id"] for card in all_cards(desk) if passes(card)]


def test_a_name_that_is_no_state_is_refused(desk: TestClient) -> None:
    """The error says so in one line."""
    answer = desk.get("/contested.json?a=Atlantis")
    assert answer.status_code == 400 and "Atlantis" in answer.json()["error"]["message"]


def test_the_table_has_a_line_a_claim(desk: TestClient) -> None:
    """As many lines as claims stand on the cards."""
    lines = list(csv.DictReader(io.StringIO(desk.get("/contested.csv").text)))
    claims = [
        c for card in all_cards(desk) for side in card["sides"] for r in side["by"] for c in r["claims"]
    ]
    assert len(lines) == len(claims)


def test_no_dispute_says_so(empty_desk: TestClient) -> None:
    """An empty store has no contested claims, and says that plainly."""
    assert empty_desk.get("/contested.json").json()["total"] == 0
    assert "No two independent sources" in empty_desk.get("/contested").text


def test_filters_stand_in_the_address(browser: Any, live: str) -> None:
    """Choosing a kind leads to an address with it alone, and a claim leads into the article."""
    view = browser.new_page()
    view.goto(f"{live}/contested")
    view.locator(".dispute").first.wait_for(timeout=60_000)
    view.get_by_text("One kind, one issue").click()
    view.get_by_label("kind").select_option("polarity")
    view.get_by_role("button", name="Show").click()
    view.wait_for_url("**/contested?kind=polarity")
    view.locator(".dispute .where a[href^='/article/']").first.click()
    view.wait_for_url("**/article/*#s*")
    view.close()
