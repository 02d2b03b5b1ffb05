"""The commands that fill and ask the store, from their arguments to their exit codes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.errors import NoArticle, StoreError
from dragoman.records import Article, Reading, Versions
from sample_reading import TEXT, sample_reading

ASKING = (
    ("search", "talks"), ("search", "--articles", "talks"), ("said", "--by", "Sampleova"), ("events",),
    ("agreements",), ("who", "Sampleova"), ("cite", sample_reading().id[:12] + ":s1"),
)  # fmt: skip


class SampleReader:
    """Reads the sample text as the sample reading, and refuses every other."""

    versions = sample_reading().versions

    def __init__(self, knowledge: object) -> None:
        del knowledge

    def read(self, article: Article) -> Reading:
        """Return the sample reading of that article."""
        if "refuse me" in article.text:
            raise NoArticle("nothing to read here")
        return replace(sample_reading(), article=article, versions=self.versions)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Read with the stand-in, in a folder of the test's own that holds one article."""
    monkeypatch.setattr("dragoman.pipeline.Reader", SampleReader)
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, arguments)


def test_adding_again_changes_nothing_and_says_so() -> None:
    """The first time one is added, the second time it is known; the store is in the working folder."""
    first, second = run("add", "a.txt", "--verbatim"), run("add", "a.txt", "--verbatim")
    assert first.exit_code == second.exit_code == 0, first.output
    assert "1 added; the store dragoman.sqlite holds 1" in first.stderr
    assert "1 known; the store dragoman.sqlite holds 1" in second.stderr


def test_the_store_is_chosen_by_option_then_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """--store wins over $DRAGOMAN_STORE, which wins over the working folder."""
    monkeypatch.setenv("DRAGOMAN_STORE", "env.sqlite")
    run("add", "a.txt", "--verbatim", "--quiet")
    run("add", "a.txt", "--verbatim", "--quiet", "--store", "own.sqlite")
    assert Path("env.sqlite").exists() and Path("own.sqlite").exists()
    assert not Path("dragoman.sqlite").exists()


def test_what_cannot_be_read_is_listed_and_the_rest_added() -> None:
    """Exit code 1, one line each on standard error and in --failures; bad articles leave nothing."""
    Path("b.txt").write_text(TEXT + " refuse me", "utf-8")
    result = run("add", "a.txt", "b.txt", "none.txt", "--verbatim", "--failures", "bad.jsonl")
    assert result.exit_code == 1
    assert "1 added, 2 failed" in result.stderr and "dragoman: b.txt: nothing to read here" in result.stderr
    bad = [json.loads(line) for line in Path("bad.jsonl").read_text().splitlines()]
    assert [line["origin"] for line in bad] == ["b.txt", "none.txt"]


def test_reread_goes_through_the_whole_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a source; what the same versions read is left alone."""
    run("add", "a.txt", "--verbatim")
    assert "1 known" in run("add", "--reread", "--jobs", "1").stderr
    monkeypatch.setattr(SampleReader, "versions", Versions("9", "newer", "9"))
    assert "1 read again" in run("add", "--reread", "--jobs", "1").stderr
    assert json.loads(run("cite", sample_reading().id[:12], "--json").stdout)["model"] == "newer"


@pytest.mark.parametrize("asked", ASKING, ids=" ".join)
def test_every_question_answers_in_three_forms(asked: tuple[str, ...]) -> None:
    """For the eye, as JSON lines that carry document, span and snippet, and as CSV with a head."""
    run("add", "a.txt", "--verbatim")
    for form in ((), ("--json",), ("--csv",)):
        result = run(*asked, *form)
        assert result.exit_code == 0 and not result.stderr, result.output
    lines = [json.loads(line) for line in run(*asked, "--json").stdout.splitlines()]
    if asked[0] in ("search", "said"):
        assert lines
        for line in lines:
            assert TEXT[line["snippet_start"] :].startswith(line["snippet"])
            assert line["document"] == sample_reading().id and line["start"] < line["end"]
    rows = list(csv.reader(io.StringIO(run(*asked, "--csv").stdout)))
    assert rows and all(len(row) == len(rows[0]) for row in rows)
    if asked[0] in ("search", "said", "events", "agreements"):
        assert len(rows) == len(lines) + 1


def test_a_line_for_the_eye_tells_source_chain_and_words() -> None:
    """Nothing in it steers the terminal."""
    run("add", "a.txt", "--verbatim")
    shown = run("said", "--via", "Specimen Wire").stdout
    assert (
        "Mira Sampleova ← via Specimen Wire: " in shown and "“a new round”" in shown and "\x1b" not in shown
    )
    assert "1 shown of 1" in shown
    assert "nothing found: ask with fewer options" in run("search", "zeppelin").stdout


def test_errors_say_what_to_do() -> None:
    """No store, nobody of that name, an id of another shape: Dragoman's own errors, which become one line."""
    for asked, told in (
        (("said",), "dragoman add"), (("cite", "xyz"), "3f2a9c51e0ab:s4"),
        (("who", "Nobody"), "called 'Nobody'"),
    ):  # fmt: skip
        result = run(*asked)
        assert isinstance(result.exception, StoreError) and told in str(result.exception)
        assert "\n" not in str(result.exception)
        run("add", "a.txt", "--verbatim")
    assert run("add").exit_code == 2
    assert run("events", "--from", "yesterday").exit_code == 2


def test_csv_is_safe_to_open_in_a_spreadsheet() -> None:
    """A cell that a spreadsheet would take for a formula is led by an apostrophe."""
    from dragoman.show.cells import cell as _cell

    assert (
        _cell("=HYPERLINK(1)") == "'=HYPERLINK(1)" and _cell("a=b") == "a=b" and _cell(("a", "b")) == "a; b"
    )
