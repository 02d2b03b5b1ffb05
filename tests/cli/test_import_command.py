"""`dragoman import`: tables made elsewhere, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli

TABLE = "day,a,b,type\n2015-11-23,RUS,IRN,AGREE\n2015-11-24,RUS,RUS,AGREE\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write a scholar's table."""
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def run(table: Path, *words: str) -> Result:
    """Run the command on a store beside the table."""
    return CliRunner().invoke(cli, ["import", *words, "--store", str(table.parent / "s.sqlite")])


def test_a_table_comes_in_once_and_is_listed(table: Path) -> None:
    """What came in and what was passed over is told; a second time it is known; --list shows it."""
    first = run(table, str(table))
    assert first.exit_code == 0, first.output
    assert "1 acts as dyads; 1 rows passed over (not two states)" in first.stderr
    assert "known, 1 acts" in run(table, str(table)).stderr
    name, form, acts, digest = run(table, "--list").stdout.splitlines()[1].split("\t")
    assert (name, form, acts, len(digest)) == ("own.csv", "dyads", "1", 64)


def test_a_table_can_be_taken_out(table: Path) -> None:
    """--forget takes it out; a second time there is nothing of that name, which is one line and code 1."""
    run(table, str(table))
    assert run(table, "--forget", "own.csv").exit_code == 0
    assert len(run(table, "--list").stdout.splitlines()) == 1
    assert "no imported file goes by own.csv" in str(run(table, "--forget", "own.csv").exception)


def test_what_is_no_table_leaves_no_trace(table: Path) -> None:
    """A file of no form, and one without an act between two states, is refused by name; nothing is kept."""
    other = table.parent / "other.csv"
    other.write_text("x,y\n1,2\n", encoding="utf-8")
    empty = table.parent / "empty.csv"
    empty.write_text("day,a,b,type\n2015-11-23,RUS,RUS,AGREE\n", encoding="utf-8")
    done = run(table, str(other), str(empty))
    assert done.exit_code == 1
    assert "those of no form" in done.stderr and "no row is an act between two states" in done.stderr
    assert len(run(table, "--list").stdout.splitlines()) == 1


def test_nothing_asked_is_a_question_back(table: Path) -> None:
    """Without a file or a wish the command asks for one, with code 2."""
    assert run(table).exit_code == 2
