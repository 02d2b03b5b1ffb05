"""A person corrects a reading on the desk: by request, keyboard and mouse; it is kept and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from dragoman.cli import cli
from dragoman.records import Event
from dragoman.store import EventFilters, Filters, Store, open_store
from dragoman.web import create_app
from sample_reading import TEXT, sample_reading, span

Serve = Callable[[Store], AbstractContextManager[str]]
DOCUMENT = sample_reading().id[:12]


@pytest.fixture
def path(tmp_path: Path) -> str:
    """The file of the store."""
    return str(tmp_path / "s.sqlite")


@pytest.fixture
def store(path: str) -> Iterator[Store]:
    """A store with the sample reading."""
    with open_store(path, create=True) as store:
        store.add(sample_reading())
        yield store


@pytest.fixture
def client(store: Store) -> TestClient:
    """A client of the desk over it."""
    return TestClient(create_app(store), base_url="http://localhost")


def test_a_correction_is_made_kept_and_undone(client: TestClient, store: Store) -> None:
    """POST enters it (201) with who and why, answers rest on it, a new reading too; DELETE undoes it."""
    wish = {"finding": f"{DOCUMENT}:s3", "verb": "source", "actors": [{"actor": "a1"}], "by": "ana",
            "because": "she says so below"}  # fmt: skip
    made = client.post("/corrections", json=wish)
    assert made.status_code == 201
    line = made.json()
    assert (line["by"], line["now"], line["because"]) == ("ana", "Mira Sampleova", "she says so below")
    store.add(sample_reading(), replace=True)
    found = client.get("/search.json", params={"by": "Mira Sampleova"}).json()
    assert {one["id"].split(":")[1] for one in found["statements"]} == {"s1", "s3"}
    gone = client.request("DELETE", f"/corrections/{line['number']}", json={"by": "ben"})
    assert gone.status_code == 200 and not gone.json()["stands"]
    found = client.get("/search.json", params={"by": "Mira Sampleova"}).json()
    assert {one["id"].split(":")[1] for one in found["statements"]} == {"s1"}


def test_a_rejected_finding_leaves_search_and_page(client: TestClient) -> None:
    """It has no card and no line any more; the page lists the correction."""
    client.post("/corrections", json={"finding": f"{DOCUMENT}:s4", "verb": "reject"})
    assert client.get("/search.json?q=date").json()["total"] == 0
    answer = client.get(f"/article/{DOCUMENT}.json").json()
    assert "s4" not in {card["id"] for card in answer["cards"]}
    assert [one["verb"] for one in answer["corrections"]] == ["reject"]
    assert "rejected" in client.get(f"/article/{DOCUMENT}").text


@pytest.mark.parametrize(
    ("wish", "status", "word"),
    [
        ({"finding": "000000000000:s1", "verb": "reject"}, 404, "no document"),
        ({"finding": f"{DOCUMENT}:s1", "verb": "span", "spans": [[0, 10**9]]}, 400, "no characters"),
        ({"finding": f"{DOCUMENT}:s1", "verb": "abolish"}, 422, "verb"),
        ({"finding": f"{DOCUMENT}:s1", "verb": "reject", "seen": [0, 2]}, 400, "load the page again"),
        ({"finding": "nonsense", "verb": "reject"}, 404, "no id"),
    ],
)
def test_what_is_wrong_is_told_in_the_one_shape(
    wish: dict[str, object], status: int, word: str, client: TestClient
) -> None:
    """One line, its status, the path; nothing is entered."""
    answer = client.post("/corrections", json=wish)
    assert answer.status_code == status and word in answer.json()["error"]["message"]
    assert client.get("/corrections.json").json()["total"] == 0


def test_names_and_reasons_are_kept_on_one_line(client: TestClient) -> None:
    """What no terminal and no database may hold is left out of who and why; nothing left is nobody."""
    wish = {"finding": f"{DOCUMENT}:s4", "verb": "reject", "by": "an\u0000a", "because": " a\n b\u001b[31m "}
    line = client.post("/corrections", json=wish).json()
    assert (line["by"], line["because"]) == ("ana", "a b[31m")
    gone = client.request("DELETE", "/corrections/1", json={"by": "\u0000"})
    assert gone.status_code == 200


def test_the_command_lists_and_undoes(client: TestClient, path: str) -> None:
    """The same ledger on the command line: for the eye, as JSON, as CSV; undo."""
    client.post("/corrections", json={"finding": f"{DOCUMENT}:s4", "verb": "reject", "by": "ana"})
    run = CliRunner().invoke
    listed = run(cli, ["corrections", "list", "--store", path])
    assert listed.exit_code == 0 and "1  reject of" in listed.output and "ana" in listed.output
    assert '"verb": "reject"' in run(cli, ["corrections", "list", "--json", "--store", path]).output
    assert run(cli, ["corrections", "list", DOCUMENT, "--csv", "--store", path]).output.startswith(
        "number,made"
    )
    assert "undone: reject" in run(cli, ["corrections", "undo", "1", "--store", path]).output
    assert client.get("/search.json?q=date").json()["total"] == 1


def test_a_source_is_corrected_with_the_keyboard_alone(browser: Any, store: Store, serve: Serve) -> None:
    """j to the card, c, choose, type who and why, Enter: the card shows the new source, the store has it."""
    with serve(store) as address:
        view = browser.new_page(viewport={"width": 1280, "height": 900})
        view.goto(f"{address}/article/{DOCUMENT}#s3")
        view.keyboard.press("c")
        view.keyboard.press("Tab")
        view.keyboard.type("Mira")
        view.locator("[name=by]").focus()
        view.keyboard.type("ana")
        with view.expect_navigation():
            view.keyboard.press("Enter")
        assert "Mira Sampleova" in view.locator("#s3 .who").inner_text()
        assert view.locator("#corrections").get_by_text("another source").is_visible()
        (line,) = [
            one for one in store.statements(Filters(by="Mira Sampleova")).lines if one.id.endswith("s3")
        ]
        assert line.source == "Mira Sampleova"
        view.locator("button.undo").click()
        view.locator("#s3 .who", has_text="no source named").wait_for()
        view.close()


def test_whether_an_act_happened_is_corrected_with_the_keyboard_alone(
    browser: Any, store: Store, serve: Serve
) -> None:
    """s at an event's card opens its status; the card tells the new one, the list below who changed it."""
    act = Event("e1", "CONSULT", None, (), ("a2",), (), span("talks, via"), span("“a new round” of talks"),
                None, None, "planned", (), "s2", 0.8)  # fmt: skip
    store.add(replace(sample_reading(), events=(act,)), replace=True)
    with serve(store) as address:
        view = browser.new_page(viewport={"width": 1280, "height": 900})
        view.goto(f"{address}/article/{DOCUMENT}#e1")
        view.keyboard.press("s")
        assert not view.locator("form.correction .words").is_visible()
        view.locator("[name=status]").focus()
        view.keyboard.type("neg")
        assert view.locator("[name=status]").input_value() == "negated"
        view.locator("[name=by]").focus()
        view.keyboard.type("ana")
        with view.expect_navigation():
            view.keyboard.press("Enter")
        assert "negated" in view.locator("#e1").inner_text()
        told = view.locator("#corrections").inner_text()
        assert "another status" in told and "planned → negated" in told and "ana" in told
        view.goto(f"{address}/article/{DOCUMENT}#s2")
        view.keyboard.press("s")
        assert not view.locator("form.correction").is_visible(), "a statement has no status"
        view.close()
    assert [one.status for one in store.events(EventFilters(status="negated")).lines] == ["negated"]


def test_other_words_are_taken_from_the_selection(browser: Any, store: Store, serve: Serve) -> None:
    """Whatever is selected with the mouse while the form is open becomes the statement's words."""
    wanted = span("a date was set")
    with serve(store) as address:
        view = browser.new_page(viewport={"width": 1280, "height": 900})
        view.goto(f"{address}/article/{DOCUMENT}#s4")
        view.locator("#s4 button.correct").click()
        view.locator("[name=what]").select_option("span")
        view.evaluate(
            """() => {
              const pieces = [...document.querySelectorAll('[data-at]')];
              const piece = pieces.find(p => p.textContent.includes('a date was set'));
              const at = piece.textContent.indexOf('a date');
              const range = document.createRange();
              range.setStart(piece.firstChild, at);
              range.setEnd(piece.firstChild, at + 'a date was set'.length);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }"""
        )
        assert view.locator("[name=words]").input_value() == "a date was set"
        with view.expect_navigation():
            view.get_by_text("Keep the correction").click()
        view.close()
    assert store.load(DOCUMENT).statements[3].content == (wanted,)
    assert wanted.of(TEXT) == "a date was set"


def test_typed_words_are_found_nearest_to_the_finding(browser: Any, store: Store, serve: Serve) -> None:
    """Words that are typed are looked up in the text; what stands nowhere is said to."""
    with serve(store) as address:
        view = browser.new_page(viewport={"width": 390, "height": 900})
        view.goto(f"{address}/article/{DOCUMENT}#s2")
        view.keyboard.press("c")
        view.locator("[name=words]").fill("no such words")
        assert view.locator(".place").inner_text() == "not in the text"
        view.locator("[name=words]").fill("talks")
        place = span("talks", span("round").start)
        assert view.locator(".place").inner_text() == f"characters {place.start} to {place.end}"
        view.keyboard.press("Escape")
        assert view.evaluate("document.activeElement.id") == "s2"
        view.close()
