"""The command line with the packaged model: bad articles in a batch, own issues, exact offsets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.reading_invariants import check

import dragoman
from dragoman.cli import cli
from dragoman.errors import InputError
from dragoman.pipeline import Reader

TEXT = "The ferry will not sail before noon, the harbour master told reporters on Sunday."


def test_a_batch_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    """Empty and binary files are listed and the exit code is 1; the articles around them are written."""
    for name, data in {
        "a.txt": TEXT.encode(),
        "b.txt": b"",
        "c.txt": b"\x00\x01" * 99,
        "d.txt": TEXT.encode(),
    }.items():
        (tmp_path / name).write_bytes(data)
    failures, output = tmp_path / "failures.json", tmp_path / "readings.out"
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt", "d.txt")]
    result = CliRunner().invoke(
        cli, ["read", *names, "--format", "jsonl", "-o", str(output), "--failures", str(failures)]
    )
    assert result.exit_code == 1
    read = [json.loads(line)["document"]["origin"] for line in output.read_text("utf-8").splitlines()]
    listed = [json.loads(line)["origin"] for line in failures.read_text("utf-8").splitlines()]
    assert (read, listed) == ([names[0], names[3]], [names[1], names[2]])
    assert all(name in result.stderr for name in listed) and "Traceback" not in result.stderr


def test_own_propositions_change_a_reading(tmp_path: Path) -> None:
    """A statement carries an issue of the user's own; without the table it does not."""
    article, table = tmp_path / "a.txt", tmp_path / "issues.yaml"
    article.write_text(TEXT, "utf-8")
    table.write_text("- id: sailings\n  label: sailings\n  keywords: ['ferry & sail*']\n", "utf-8")
    issues = []
    for options in ([], ["--propositions", str(table)]):
        result = CliRunner().invoke(cli, ["read", str(article), "--format", "jsonl", *options])
        assert result.exit_code == 0, result.output
        issues.append([name for s in json.loads(result.stdout)["statements"] for name in s["issues"]])
    assert "sailings" not in issues[0] and "sailings" in issues[1]


@pytest.mark.parametrize("break_", ["\r\n\r\n", "\r\r", "\n \n"])
def test_verbatim_offsets_count_in_the_files_own_characters(
    reader: Reader, tmp_path: Path, break_: str
) -> None:
    """Whatever ends its lines, and whatever stands outside the first plane, the file's text is kept."""
    text = f"  😀 Ferries stay.{break_}“No boat sails,” said  Ann Lee, the harbour master.{break_}"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-8"))
    reading = dragoman.read(path, verbatim=True, reader=reader)
    check(reading)
    assert reading.text == text
    assert [c.of(text) for s in reading.statements for c in s.content] == ["“No boat sails,”"]


def test_one_endless_line_is_read_or_refused(reader: Reader) -> None:
    """300,000 characters without a line's end give a reading that keeps the contract, or one line why not."""
    for verbatim in (True, False):
        try:
            check(dragoman.read("a" * 300_000 + " " + TEXT, verbatim=verbatim, reader=reader))
        except InputError as error:
            assert "\n" not in str(error)
