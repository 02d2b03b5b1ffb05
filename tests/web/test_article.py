"""The page of an article: every mark leads to its card and back, and layers stand in the address."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.records import Reading
from dragoman.show.layered import LAYERS, layered
from dragoman.store import Filters, Store
from sample_reading import TEXT, sample_reading


@pytest.fixture(scope="module")
def document(press_store: Store) -> str:
    """The id of the article with a chain, told by others too."""
    line = press_store.search_articles("Khamenei summit gas").lines[0]
    return line.document


@pytest.fixture(scope="module")
def reading(press_store: Store, document: str) -> Reading:
    """What the store has of it."""
    return press_store.load(document)


def test_pieces_make_the_text() -> None:
    """Joined, the pieces of a paragraph are its text, each begins where it says; each finding is marked."""
    reading = sample_reading()
    for paragraph, pieces in zip(reading.article.paragraphs, layered(reading), strict=True):
        assert "".join(piece.text for piece in pieces) == paragraph.span.of(TEXT)
        assert all(TEXT.startswith(piece.text, piece.start) for piece in pieces)
    marked = {card for pieces in layered(reading) for piece in pieces for card in piece.cards}
    assert marked >= {s.id for s in reading.statements} | {a.id for a in reading.actors if a.mentions}


def test_where_findings_overlap_the_inner_one_comes_first() -> None:
    """A nested statement's words lead to it, and know the one around it."""
    (inside,) = [p for ps in layered(sample_reading()) for p in ps if p.text == "“a new round” of talks"]
    assert inside.cards[:2] == ("s2", "s1") and "nested" in inside.classes.split()


def test_every_finding_has_a_card_with_its_evidence(
    desk: TestClient, document: str, reading: Reading
) -> None:
    """The JSON twin has a card for each finding; its characters are the finding's."""
    answer = desk.get(f"/article/{document}.json").json()
    cards = {card["id"]: card for card in answer["cards"]}
    for statement in reading.statements:
        card = cards[statement.id]
        assert (card["start"], card["end"]) == (statement.content[0].start, statement.content[-1].end)
        assert card["via_actors"] == [link.actor for link in statement.via]
    kinds = ("statements", "events", "agreements", "positions", "memberships", "forecasts")
    assert len(cards) == sum(len(getattr(reading, kind)) for kind in kinds)
    assert answer["text"] == reading.text


def test_the_csv_twin_has_a_line_for_each_card(desk: TestClient, document: str) -> None:
    """As many lines as cards, under a head line."""
    lines = list(csv.DictReader(io.StringIO(desk.get(f"/article/{document}.csv").text)))
    assert len(lines) == len(desk.get(f"/article/{document}.json").json()["cards"])


def test_first_digits_are_enough_and_others_are_refused(desk: TestClient, document: str) -> None:
    """Six digits lead to the article; an unknown id is a 404 of the one shape."""
    assert desk.get(f"/article/{document[:6]}.json").json()["document"] == document
    missing = desk.get("/article/ffffff000000.json")
    assert missing.status_code == 404 and "no document" in missing.json()["error"]["message"]


def test_an_event_leads_to_others_who_tell_of_it(desk: TestClient, press_store: Store) -> None:
    """Two articles tell of the downing: each page names the other, and copies and story are listed."""
    told = [
        desk.get(f"/article/{line.document}.json").json()
        for line in press_store.search_articles("bomber").lines
    ]
    elsewhere = [one for answer in told for one in answer["elsewhere"]]
    assert elsewhere and all(one["id"].startswith(one["document"][:12]) for one in elsewhere)
    assert any(answer["story"] and answer["story"]["prints"] > 1 for answer in told)


def test_the_layers_of_the_address_are_shown(desk: TestClient, document: str) -> None:
    """The boxes of the named layers are checked, and no others."""
    page = desk.get(f"/article/{document}?layers=events,names").text
    assert page.count(" checked") == 2 and 'data-hidden="statements agreements' in page
    assert page.count('type="checkbox"') == len(LAYERS)


def test_lines_elsewhere_lead_to_cards(desk: TestClient, press_store: Store) -> None:
    """The address of a statement in a list is an article's, with the card that it has there."""
    line = press_store.statements(Filters()).lines[0]
    local = line.id.split(":")[1]
    assert f'id="{local}"' in desk.get(f"/article/{line.document}").text


def opened(browser: Any, address: str, width: int = 1280) -> tuple[Any, list[str]]:
    """Open a page; return it with what its console said."""
    view = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    view.on("console", lambda message: said.append(message.text))
    view.on("pageerror", lambda error: said.append(str(error)))
    view.goto(address)
    return view, said


@pytest.mark.parametrize("width", [390, 1280])
def test_marks_lead_to_cards_and_back(browser: Any, live: str, document: str, width: int) -> None:
    """A click on a quotation focuses its card, which stands in the address; "in the text" leads back."""
    view, said = opened(browser, f"{live}/article/{document}", width)
    mark = view.locator("a.content").first
    mark.click()
    card = view.evaluate("document.activeElement.id")
    assert card in (mark.get_attribute("data-cards") or "").split()
    assert view.url.endswith(f"#{card}")
    assert view.locator(".lit").count() > 0
    view.locator(f"#{card} a.back").click()
    assert view.evaluate("document.activeElement.matches('.text a')")
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert said == []
    view.close()


def test_keys_walk_and_switch(browser: Any, live: str, document: str) -> None:
    """j and k go through the cards that are shown; 1 takes statements out, and the address says so."""
    view, said = opened(browser, f"{live}/article/{document}")
    order = view.eval_on_selector_all(".card", "cards => cards.map(card => card.id)")
    for _ in range(3):
        view.keyboard.press("j")
    assert view.evaluate("document.activeElement.id") == order[2]
    view.keyboard.press("k")
    assert view.evaluate("document.activeElement.id") == order[1]
    view.keyboard.press("1")
    assert "layers=events" in view.url and view.locator(".card.statements:visible").count() == 0
    view.keyboard.press("j")
    assert view.evaluate("document.activeElement.dataset.layer") != "statements"
    assert said == []
    view.close()


def test_a_fragment_opens_its_card(browser: Any, live: str, document: str) -> None:
    """An address with #s2 shows that card, even where its layer is out."""
    view, said = opened(browser, f"{live}/article/{document}?layers=events#s2")
    assert view.evaluate("document.activeElement.id") == "s2"
    assert view.locator("#s2").is_visible() and said == []
    view.close()
