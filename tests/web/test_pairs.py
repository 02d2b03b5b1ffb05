"""Pairs: the door to the page of two states, and the list of the pairs that have acted."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient


def test_those_with_most_acts_come_first(made_desk: TestClient) -> None:
    """Every pair that has acted stands there once with its band around closeness, those with most acts first,
    fifty to a page; CSV has the same lines."""
    first = made_desk.get("/pair.json").json()
    rows = list(first["pairs"])
    for page in range(2, first["total"] // 50 + 2):
        rows += made_desk.get("/pair.json", params={"page": page}).json()["pairs"]
    assert len(rows) == len({(row["first"], row["second"]) for row in rows}) == first["total"] > 20
    assert [row["acts"] for row in rows] == sorted((row["acts"] for row in rows), reverse=True)
    assert all(row["low"] < row["closeness"] < row["high"] for row in rows)
    table = list(csv.DictReader(io.StringIO(made_desk.get("/pair.csv").text)))
    assert [(row["first"], row["second"]) for row in table] == [(r["first"], r["second"]) for r in rows[:50]]


@pytest.mark.parametrize("ending", ["", ".json", ".csv"])
def test_two_names_lead_to_their_page(ending: str, desk: TestClient) -> None:
    """Two states, by name or code, lead to the address of the pair, and each twin to its twin."""
    asked = {"first": "Russia", "second": "tur"}
    answer = desk.get(f"/pair{ending}", params=asked, follow_redirects=False)
    assert answer.status_code == 307 and answer.headers["location"] == f"/pair/RUS/TUR{ending}"


def test_one_name_narrows_the_list(desk: TestClient) -> None:
    """One state leaves the pairs that it is part of; what is no state is told so in one line."""
    found = desk.get("/pair.json", params={"first": "Turkey"}).json()
    assert found["pairs"] and all("TUR" in (row["first"], row["second"]) for row in found["pairs"])
    refused = desk.get("/pair.json", params={"first": "Atlantis"})
    assert refused.status_code == 400 and "'Atlantis' is no state" in refused.json()["error"]["message"]


def test_an_empty_store_says_what_to_do(empty_desk: TestClient) -> None:
    """Without articles the page names the command that adds some."""
    page = empty_desk.get("/pair", headers={"accept": "text/html"})
    assert page.status_code == 200 and "dragoman add FOLDER" in page.text


def test_the_question_on_the_first_page_is_answered(browser: Any, live: str) -> None:
    """Two states named on the first page lead to their page, which begins with the answer in words."""
    view = browser.new_page()
    view.goto(f"{live}/")
    view.get_by_label("How close are", exact=True).fill("Russia")
    view.get_by_label("and", exact=True).fill("Turkey")
    view.locator("form.asking button").click()
    view.wait_for_url("**/pair/RUS/TUR*")
    answer = view.locator(".lead .first").inner_text()
    assert answer.startswith(("Closer than", "More distant than", "The evidence does not tell"))
    view.close()
