"""The map: one state's ties on the world and in a table, the network, clusters and strained triangles."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.atlas import atlas
from dragoman.knowledge.base import Knowledge
from dragoman.store import Store

STATIC = Path(__file__).parents[2] / "src" / "dragoman" / "web" / "static"


def test_it_tells_what_the_command_tells(made_desk: TestClient, made_store: Store) -> None:
    """The same ties, clusters and week as `dragoman map --of`, with a 90 % band around closeness."""
    found = made_desk.get("/map.json?of=Qatar").json()
    told = atlas(made_store, of="QAT")
    assert found["of"] == "QAT" and found["week"] == told.week.isoformat()
    ties = {tie.second if tie.first == "QAT" else tie.first: tie for tie in told.ties}
    assert {row["code"] for row in found["rows"]} == ties.keys()
    for row in found["rows"]:
        tie = ties[row["code"]]
        assert row["closeness"] == pytest.approx(tie.closeness, abs=1e-4) and row["sign"] == tie.sign
        assert row["high"] - row["low"] == pytest.approx(2 * 1.645 * tie.deviation, abs=1e-3)
    assert found["pairs"] == len(atlas(made_store).ties)
    assert len(list(csv.DictReader(io.StringIO(made_desk.get("/map.csv?of=QAT").text)))) == len(ties)


def test_without_a_state_it_is_the_one_that_acts_most(made_desk: TestClient) -> None:
    """Nobody has more acts than the state that is shown where none is asked for."""
    found = made_desk.get("/map.json").json()
    most = sum(row["acts"] for row in found["rows"])
    for node in found["nodes"]:
        rows = made_desk.get(f"/map.json?of={node['code']}").json()["rows"]
        assert sum(row["acts"] for row in rows) <= most


@pytest.mark.parametrize("sort", ["closeness", "engagement", "enmity", "acts", "name"])
def test_the_table_is_sorted_in_the_address(sort: str, made_desk: TestClient) -> None:
    """Figures fall, names rise; the page says which column it is sorted by."""
    rows = made_desk.get(f"/map.json?of=QAT&sort={sort}").json()["rows"]
    values = [row[sort] for row in rows]
    assert len(values) > 2 and values == sorted(values, reverse=sort != "name")
    page = made_desk.get(f"/map?of=QAT&sort={sort}").text
    assert page.count("aria-sort=") == 1


def test_the_surest_ties_come_first(made_desk: TestClient, made_store: Store) -> None:
    """What the slider hides last is what is most deviations from 0."""
    edges = made_desk.get("/map.json").json()["edges"]
    ties = {(tie.first, tie.second): tie for tie in atlas(made_store).ties}
    sure = [
        abs(ties[e["first"], e["second"]].closeness) / ties[e["first"], e["second"]].deviation for e in edges
    ]
    assert len(sure) > 2 and sure == sorted(sure, reverse=True)


def test_every_area_of_the_map_is_a_state_that_is_known() -> None:
    """Each number of the world map has a code, and each code is a state's; none stands twice."""
    lines = (STATIC / "iso-numeric.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    codes = {area: code for code, area in rows}
    assert len(codes) == len(rows)
    knowledge = Knowledge.load()
    assert all(knowledge.state_entity(code) for code in codes.values())
    world = json.loads((STATIC / "vendor" / "countries-110m.json").read_text(encoding="utf-8"))
    areas = world["objects"]["countries"]["geometries"]
    without = {a["properties"]["name"] for a in areas if a.get("id", a["properties"]["name"]) not in codes}
    assert without == {"N. Cyprus", "Somaliland"}
    for area, code in (("643", "RUS"), ("364", "IRN"), ("276", "DEU"), ("Kosovo", "XKX")):
        assert codes[area] == code


def test_what_is_empty_or_unknown_says_so(empty_desk: TestClient, made_desk: TestClient) -> None:
    """An empty store, a state without acts, a day before the first act, a word that is no state."""
    assert "dragoman add" in empty_desk.get("/map").text
    assert "No act of Iceland" in made_desk.get("/map?of=Iceland").text
    assert made_desk.get("/map.json?on=1950-01-01").status_code == 400
    assert made_desk.get("/map.json?of=Atlantis").status_code == 400


def test_the_world_leads_to_pairs_and_the_slider_into_the_address(browser: Any, made_live: str) -> None:
    """States with ties are links to their pairs; the slider shows fewer ties and is kept in the address."""
    view = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    complaints: list[str] = []
    view.on("console", lambda message: complaints.append(message.text))
    view.on("pageerror", lambda error: complaints.append(str(error)))
    view.goto(f"{made_live}/map?of=QAT")
    view.wait_for_selector("#world svg a")
    links = "[...document.querySelectorAll('#world svg a')].map(a => a.href.baseVal)"
    addresses = view.evaluate(links)
    rows = view.locator(".ties tbody a").count()
    assert 0 < len(addresses) <= rows and all(one.startswith("/pair/QAT/") for one in addresses)
    view.wait_for_selector("#network canvas")
    slider = view.locator("#count")
    slider.focus()
    view.keyboard.press("Home")
    assert view.locator("output").text_content().startswith("1 of") and "ties=1" in view.url
    view.reload()
    view.wait_for_selector("#network canvas")
    assert view.locator("output").text_content().startswith("1 of")
    view.locator(".ties tbody a").first.click()
    assert "/pair/" in view.url
    assert complaints == []
    view.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits(width: int, browser: Any, made_live: str) -> None:
    """No sideways scrolling of the page at phone or desk width."""
    view = browser.new_page(viewport={"width": width, "height": 800})
    view.goto(f"{made_live}/map")
    view.wait_for_selector("#world svg")
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.close()
