"""Exports out of a store: the same as out of sources, chosen by filters, acts and copies counted once."""

from __future__ import annotations

import csv
import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.export import FORMATS
from dragoman.records import Reading
from dragoman.show.jsonl import line_of
from dragoman.store import open_store

sys.path.append(str(Path(__file__).parents[1] / "store"))
from pressroom import DAY, press, reading

DEED = (("SANCTION", "Northland", "Southland", 0, "done"),)
TEXT = "Northland put duties on fish from Southland on Monday, and its traders shut their stalls at once."
OTHER = "Fish that comes over the strait will cost more from now on, after a decree that nobody had foreseen."


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, ["export", *arguments])


def kept(found: list[Reading], name: str = "press") -> None:
    """Keep readings as lines, and in a store."""
    Path(f"{name}.jsonl").write_text("".join(f"{line_of(one)}\n" for one in found), "utf-8")
    with open_store(f"{name}.sqlite", create=True) as store:
        for one in reversed(found):
            store.add(one)


def written(path: Path) -> dict[str, bytes]:
    """Return what an export wrote, by the names of its files."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


@pytest.mark.parametrize("form", FORMATS)
def test_a_store_and_sources_give_the_same(form: str) -> None:
    """The same articles, the same bytes, and the same again; ids included."""
    if form == "parquet":
        pytest.importorskip("polars")
    kept(press(3))
    for arguments in (("press.jsonl", "-o", "one"), ("--store", "press.sqlite", "-o", "two")):
        done = run(form, *arguments)
        assert done.exit_code == 0, (done.output, done.exception)
    assert written(Path("one")) == written(Path("two"))
    assert run(form, "--store", "press.sqlite", "-o", "three").exit_code == 0
    assert written(Path("two")) == written(Path("three"))


def exported(*arguments: str) -> set[str]:
    """Return the texts of the articles that an export from the store holds."""
    assert run("jsonl", "--store", "press.sqlite", "-o", "out", *arguments).exit_code == 0
    return {json.loads(line)["document"]["text"] for line in Path("out").read_text("utf-8").splitlines()}


def test_filters_choose_articles() -> None:
    """By day, publication, and by two who have to do with one another; for a store alone."""
    kept([reading(TEXT, DEED, DAY, "Post"), reading(OTHER, (), DAY + timedelta(9), "Courier")])
    assert exported() == {TEXT, OTHER}
    assert exported("--to", DAY.isoformat()) == exported("--publication", "Post") == {TEXT}
    assert exported("--from", (DAY + timedelta(1)).isoformat()) == {OTHER}
    assert exported("--between", "Southland", "Northland") == exported("--between", "NOR", "SWE") == {TEXT}
    assert exported("--between", "Northland", "Westland") == set()
    assert run("jsonl", "press.jsonl", "-o", "out", "--publication", "Post").exit_code == 2
    assert run("jsonl", "press.jsonl", "-o", "out", "--store", "press.sqlite").exit_code == 2


def dyads(found: list[Reading], name: str) -> list[dict[str, str]]:
    """Return the dyad-year rows of readings."""
    kept(found, name)
    assert run("dyads", f"{name}.jsonl", "-o", f"{name}.csv").exit_code == 0
    with Path(f"{name}.csv").open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def test_an_act_counts_once_for_a_pair() -> None:
    """A wire, its copy and an article of its own tell of one act; the columns say by how many."""
    wire = reading(TEXT, DEED, DAY, "Specimen Wire")
    copy = reading(f"{TEXT} (Copied.)", DEED, DAY + timedelta(1), "Copying Courier")
    own = reading(OTHER, DEED, DAY, "Later Post")
    (row,) = dyads([wire, copy, own], "three")
    (alone,) = dyads([wire], "one")
    counts = ("tellings", "documents", "texts")
    assert [row[name] for name in counts] == ["3", "3", "2"] and row["sanction"] == "1"
    assert [alone[name] for name in counts] == ["1", "1", "1"]
    assert {k: v for k, v in row.items() if k not in counts} == {
        k: v for k, v in alone.items() if k not in counts
    }
