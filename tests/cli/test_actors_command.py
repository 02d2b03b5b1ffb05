"""``dragoman actors``: who is who over an archive, and what people judge, from arguments to exit codes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.cli.actors import actors
from dragoman.curating import Curator
from dragoman.errors import StoreError
from dragoman.records import Actor, Article, Reading, Span
from dragoman.store import open_store
from sample_reading import sample_reading

VERBS = ("list", "show", "unsure", "merge", "split", "undo", "ledger", "settle")
PAGE = Path(__file__).parents[2] / "docs" / "commands" / "actors.md"


def told(name: str, day: int) -> Reading:
    """Return an article of a day that names one person."""
    text = f"{name} spoke on day {day}."
    one = Actor("a1", name, "person", "USA", None, "mayor", None, False, (), (Span(0, len(name)),))
    return Reading(
        Article(text, (), published=date(2016, 1, day), origin=f"{day}.txt"), (one,), (),
        sample_reading().versions,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder with a small archive."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    with open_store("dragoman.sqlite", create=True) as store:
        for day, name in enumerate(("Ann Sample", "A. Sample", "Bea Sample", "Sample", "Cyd Primer"), 1):
            store.add(told(name, day))
        store.add(replace(told("Ann Sample", 6), article=told("Ann Sample", 6).article))
        Curator(store).settle()


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, ("actors", *arguments))


def test_every_verb_has_examples_and_a_place_on_the_page() -> None:
    """And each option of a verb is on the page, too."""
    page = PAGE.read_text("utf-8")
    assert set(actors.commands) == set(VERBS)
    for name, command in actors.commands.items():
        assert "Examples:" in (command.help or "") and f"`{name}" in page
        assert all(f"`{option}" in page for p in command.params for option in p.opts if option[:2] == "--")


def test_without_a_verb_the_store_of_the_environment_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """``dragoman actors`` asks the store that $DRAGOMAN_STORE names, as ``dragoman actors list`` does."""
    with open_store("other.sqlite", create=True) as store:
        store.add(told("Dag Elsewhere", 9))
        Curator(store).settle()
    monkeypatch.setenv("DRAGOMAN_STORE", "other.sqlite")
    assert run().stdout == run("list").stdout
    assert "Dag Elsewhere" in run().stdout and "Ann Sample" not in run().stdout


def test_a_name_where_a_verb_is_wanted_is_told_where_names_go() -> None:
    """Exit code 2, and the command to type."""
    result = run("Ann Sample")
    assert result.exit_code == 2 and "dragoman actors list 'Ann Sample'" in result.stderr


def test_a_state_goes_by_its_own_name(tmp_path: Path) -> None:
    """Not by the seat that stands for it, though that has two words."""
    text = "Russia said so. The Kremlin repeated it."
    state = Actor(
        "a1", "Russia", "state", "RUS", "GOV", None, "wikidata:Q159", False, ("The Kremlin",), (Span(0, 6),)
    )
    reading = Reading(Article(text, (), origin="r.txt"), (state,), (), sample_reading().versions)
    with open_store(str(tmp_path / "states.sqlite"), create=True) as store:
        store.add(reading)
        Curator(store).settle()
        assert [actor.name for actor in store.actors()] == ["Russia"]


@pytest.mark.parametrize("asked", [("list", "Sample"), ("unsure",), ("ledger",), ("show", "Cyd Primer")])
def test_answers_in_three_forms(asked: tuple[str, ...]) -> None:
    """For the eye, as JSON lines, as CSV with a head."""
    run("merge", "Cyd Primer", "Bea Sample", "--because", "married", "--by", "desk")
    shown, lines, table = run(*asked), run(*asked, "--json"), run(*asked, "--csv")
    assert shown.exit_code == lines.exit_code == table.exit_code == 0 and "\x1b" not in shown.stdout
    assert all(isinstance(json.loads(line), dict) for line in lines.stdout.splitlines())
    rows = list(csv.reader(io.StringIO(table.stdout)))
    assert len(rows) > 1 and all(len(row) == len(rows[0]) for row in rows)


def test_the_list_begins_without_a_verb() -> None:
    """Those in most documents first."""
    assert run().stdout.splitlines()[0].startswith("Ann Sample (person, USA)")
    assert "nothing found" in run("list", "--kind", "company").stdout


def test_a_judgement_is_made_shown_and_undone() -> None:
    """The line says its number, who and why; the ledger marks it."""
    made = run("merge", "Ann Sample", "Bea Sample", "--because", "one woman", "--by", "desk")
    assert "1  Ann Sample is the same as Bea Sample, because one woman  [desk, " in made.stdout
    assert "so judged" in run("show", "Ann Sample").stdout
    assert run("undo", "1").stdout.startswith("undone: 1  Ann Sample")
    assert "(undone)" in run("ledger").stdout
    assert run("split", "Ann Sample", "--spelling", "A. Sample").exit_code == 0
    assert len(run("list", "A. Sample", "--json").stdout.splitlines()) == 1
    assert "settled" in run("settle", "--all").stderr


def test_errors_are_one_line() -> None:
    """Code 2 for what isn't understood; what isn't there is Dragoman's own error."""
    assert run("split", "Ann Sample").exit_code == 2
    assert isinstance(run("undo", "9").exception, StoreError)
    assert isinstance(run("show", "Zeppelin").exception, StoreError)
