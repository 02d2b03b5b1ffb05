"""`dragoman export`: readings that were made, articles to be read, and what goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.export import FORMATS
from dragoman.show.jsonl import line_of
from sample_reading import sample_reading

ARTICLE = "The talks will go on, the minister said on Friday.\n\nRussia condemned the attack on its embassy."


def run(*arguments: str) -> Result:
    """Run `dragoman export` with these arguments."""
    return CliRunner().invoke(cli, ["export", *arguments])


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A file with one reading."""
    path = tmp_path / "readings.jsonl"
    path.write_text(line_of(sample_reading()) + "\n", "utf-8")
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_from_made_readings(form: str, made: Path, tmp_path: Path) -> None:
    """Each format writes its file or folder, says nothing, and exits with 0."""
    if form == "parquet":
        pytest.importorskip("polars")
    done = run(form, str(made), "-o", str(tmp_path / "out"))
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "out").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "readings.jsonl"]


def test_readings_come_through_a_pipe(made: Path, tmp_path: Path) -> None:
    """Standard input is known for readings by how it begins; jsonl gives back what it took."""
    given = made.read_text("utf-8")
    command = [
        sys.executable,
        "-m",
        "dragoman.cli",
        "export",
        "jsonl",
        "-",
        "-o",
        str(tmp_path / "out.jsonl"),
    ]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == given


def test_articles_are_read_where_none_were_made(tmp_path: Path) -> None:
    """A text is read as `dragoman read` reads it, beside readings in one export."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "made.jsonl").write_text(line_of(sample_reading()) + "\n", "utf-8")
    sources = (str(tmp_path / "a.txt"), str(tmp_path / "made.jsonl"))
    done = run("jsonl", *sources, "-o", str(tmp_path / "out"), "--published", "2015-11-24")
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert {line["document"]["text"] for line in lines} == {ARTICLE, sample_reading().text}


def test_a_bad_line_is_named_and_the_others_go_on(made: Path, tmp_path: Path) -> None:
    """What is no reading is listed with its file and line; the rest is exported, and the exit code is 1."""
    good = made.read_text("utf-8")
    later = good.replace("dragoman.reading/1", "dragoman.reading/9", 1)
    made.write_text(good + '{"schema": "dragoman.reading/1"}\n\n' + "{not json\n" + later, "utf-8")
    done = run("csv", str(made), "-o", str(tmp_path / "out.zip"), "--failures", str(tmp_path / "failed"))
    assert done.exit_code == 1 and (tmp_path / "out.zip").is_file()
    messages = [line for line in done.output.splitlines() if line]
    assert [line.split(": ")[1] for line in messages] == [f"{made}:{number}" for number in (2, 4, 5)]
    assert "dragoman.reading/9" in messages[-1]
    assert len((tmp_path / "failed").read_text("utf-8").splitlines()) == 3


def test_a_place_that_cannot_be_written_is_one_line(made: Path, tmp_path: Path) -> None:
    """Others' files are not replaced; the error is Dragoman's own, of one line."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("mine")
    done = run("csv", str(made), "-o", str(tmp_path / "folder"))
    assert done.exit_code == 1 and "holds other files" in str(done.exception)
    assert "\n" not in str(done.exception)


def test_what_is_not_understood_exits_with_two(made: Path, tmp_path: Path) -> None:
    """An unknown format, no source, and no output are named as such."""
    assert run("excel", str(made), "-o", str(tmp_path / "out")).exit_code == 2
    assert run("csv", "-o", str(tmp_path / "out")).exit_code == 2
    assert run("csv", str(made)).exit_code == 2
