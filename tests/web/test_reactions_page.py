"""What third states said on two states' acts."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from dragoman.ledgers.reacting import reactions_to
from dragoman.ledgers.reaction_lines import reaction_lines
from dragoman.store import Store
from dragoman.web.pages import reactions


def test_it_tells_what_the_command_tells(desk: TestClient, press_store: Store) -> None:
    """The same remarks; each one's words stand at its span, and the page leads to them."""
    found = desk.get("/pair/Turkey/Russia/reactions.json").json()
    told = list(reaction_lines(reactions_to(press_store, ("RUS", "TUR"))))
    assert found["searched"] and [line["id"] for line in found["remarks"]] == [line.id for line in told]
    page = desk.get("/pair/RUS/TUR/reactions").text
    for line in told:
        assert press_store.load(line.document).text[line.start : line.end] == line.text
        assert f"/article/{line.document}#{line.id.split(':')[1]}" in page
    assert 'href="/pair/RUS/TUR/reactions"' in desk.get("/pair/RUS/TUR").text


def test_three_different_states(desk: TestClient) -> None:
    """One of the two is no third state."""
    assert desk.get("/pair/RUS/TUR/reactions.json?by=Russia").status_code == 400


def test_a_large_store_is_left_to_the_command(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says what to ask instead."""
    monkeypatch.setattr(reactions, "LARGEST", 1)
    page = desk.get("/pair/RUS/TUR/reactions")
    assert page.status_code == 200 and "dragoman reactions RUS TUR" in page.text
