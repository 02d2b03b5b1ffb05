"""The commands on a store of articles written by hand: contested, forecasts, reactions; and rulings kept."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from quoted import Forecast, Quantity, at, reading

from dragoman.cli import cli
from dragoman.errors import DragomanError, StoreError
from dragoman.layering import Layers
from dragoman.ledgers.answers import resolve
from dragoman.ledgers.forecasting import forecasts
from dragoman.ledgers.gathering import Asked, disputes
from dragoman.ledgers.kept import Kept
from dragoman.ledgers.rulings import rulings, unrule
from dragoman.records import Reading
from dragoman.store import Store, open_store

TANKS = "Kiev said that ten tanks had crossed the river. Moscow denied it."
LOAN = "Ana Specimen predicted that the loan would be spent within three years."
FORMS = ((), ("--json",), ("--csv",))


def tanks(text: str = TANKS, publication: str = "Sample Gazette", day: date = date(2015, 3, 2)) -> Reading:
    """Return an article in which Moscow denies what Kiev says."""
    said = ("Kiev", "said", "that ten tanks had crossed the river")
    one = reading(text, said, ("Moscow", "denied", "it"))
    return replace(
        one, article=replace(one.article, publication=publication, published=day, origin=publication)
    )


def loan() -> Reading:
    """Return an article with a forecast that has a horizon."""
    clause = "the loan would be spent within three years"
    said = ("Ana Specimen", "predicted", f"that {clause}", {"force": "prediction"})
    told = Forecast("a1", at(LOAN, clause), None, None, None, "s1", 0.8)
    years = Quantity("q1", "duration", 3, "year", False, at(LOAN, "three years"))
    return reading(LOAN, said, forecasts=(told,), quantities=(years,))


@pytest.fixture(params=["kept", "waiting"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with the two articles, which is also the commands' default; in one they wait to be compared."""
    address = str(tmp_path / "press.sqlite")
    monkeypatch.setenv("DRAGOMAN_STORE", address)
    made = open_store(address, create=True)
    for one in (tanks(), loan()):
        made.add(one)
    Layers(made).bring_in()
    if request.param == "kept":
        Kept(made).bring_in()
    return made


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, arguments)


@pytest.mark.parametrize("asked", [("contested",), ("forecasts",), ("reactions", "RUS", "UKR")], ids=" ".join)
def test_every_question_answers_in_three_forms(store: Store, asked: tuple[str, ...]) -> None:
    """For the eye, as JSON lines, as CSV with a head; each with exit code 0."""
    for form in FORMS:
        result = run(*asked, *form)
        assert result.exit_code == 0, result.output
    rows = list(csv.reader(io.StringIO(run(*asked, "--csv").stdout)))
    assert rows and all(len(row) == len(rows[0]) for row in rows)


def test_both_sides_of_a_dispute_are_shown_with_their_places(store: Store) -> None:
    """Sides, roots and articles; text[start:end] is what a claim shows; states and kinds are filters."""
    shown = run("contested", "Russia", "Ukraine").stdout
    assert (
        "affirmed" in shown and "denied" in shown and "1 article, 1 root" in shown and "1 contested" in shown
    )
    (card,) = (json.loads(line) for line in run("contested", "--json").stdout.splitlines())
    for claim in (c for side in card["sides"] for root in side["by"] for c in root["claims"]):
        assert TANKS[claim["start"] : claim["end"]] == claim["text"]
        assert run("cite", claim["id"]).exit_code == 0
    assert "nothing contested found" in run("contested", "USA").stdout
    assert "nothing contested found" in run("contested", "--kind", "agent").stdout
    assert "nothing contested found" in run("contested", "--since", "2015-03-03").stdout


def test_copies_in_the_store_add_articles_and_no_roots(store: Store) -> None:
    """A print in another paper is one more article of the same roots; another order gives the same card."""
    before = disputes(store, Asked())
    store.add(tanks(f"{TANKS} It rained.", "Sample Herald", date(2015, 3, 3)))
    Layers(store).bring_in()
    (card,) = disputes(store, Asked())
    assert card.id == before[0].id
    assert [(len(side.roots), side.articles) for side in card.sides] == [(1, 2), (1, 2)]


def test_rulings_are_kept_and_undone_and_nothing_is_overwritten(store: Store) -> None:
    """Resolve, rule again, undo: the last that stands counts, and the ledger holds all."""
    row = forecasts(store, today=date(2020, 1, 1))[0]
    assert row.state == "due"
    first = resolve(store, row.id[:15], "false", "never drawn", "me")
    assert forecasts(store)[0].state == "false"
    second = resolve(store, row.id, "void", None, "you")
    assert forecasts(store)[0].state == "void"
    assert [(one.number, one.stands) for one in rulings(store)] == [
        (first.number, False),
        (second.number, True),
    ]
    unrule(store, second.number, "hasty")
    assert forecasts(store)[0].state == "false"
    with pytest.raises(StoreError, match="does not stand"):
        unrule(store, second.number, None)
    assert store.ledger() == ()


def test_what_was_ruled_holds_when_an_article_is_read_again(store: Store) -> None:
    """A ruling is on claimant and words, which a new reading of the same text finds again."""
    resolve(store, forecasts(store)[0].id, "true", None, "me")
    store.add(loan(), replace=True)
    assert forecasts(store)[0].state == "true"


def test_the_ledger_on_the_command_line(store: Store) -> None:
    """List, filter, resolve, undo, and say that a score needs more."""
    line = json.loads(run("forecasts", "--by", "Ana Specimen", "--json").stdout)
    assert line["by_last"] == "2018-03-02" and LOAN[line["start"] : line["end"]] == line["proposition"]
    assert line["state"] == "due"
    assert "no forecast found" in run("forecasts", "--state", "void").stdout
    made = run("forecasts", "resolve", line["forecast"], "false", "--because", "never drawn", "--judge", "me")
    assert made.exit_code == 0 and "never drawn" in made.stdout
    assert "is false" in run("forecasts", "rulings").stdout
    assert "scores begin at 20" in run("forecasts", "scores").stdout
    assert "undone" in run("forecasts", "undo", "1").stdout
    assert json.loads(run("forecasts", "--due", "--json").stdout)["forecast"] == line["forecast"]


def test_errors_say_what_to_do(store: Store) -> None:
    """Wrong use is exit code 2; what the store does not hold is Dragoman's own error of one line."""
    assert run("contested", "RUS", "UKR", "USA").exit_code == 2
    assert run("reactions", "RUS", "RUS").exit_code == 2
    assert run("forecasts", "--due", "--state", "open").exit_code == 2
    assert run("forecasts", "resolve", "abc", "perhaps").exit_code == 2
    for asked in (
        ("contested", "Nowhereland"),
        ("forecasts", "resolve", "ffff", "true"),
        ("forecasts", "undo", "9"),
    ):
        error = run(*asked).exception
        assert isinstance(error, DragomanError) and "\n" not in str(error)


def test_an_empty_store_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 0, and what to do."""
    monkeypatch.setenv("DRAGOMAN_STORE", str(tmp_path / "empty.sqlite"))
    open_store(str(tmp_path / "empty.sqlite"), create=True).close()
    for asked in (("contested",), ("forecasts",), ("reactions", "RUS", "IRN")):
        result = run(*asked)
        assert result.exit_code == 0 and "dragoman add" in result.stdout, result.output
