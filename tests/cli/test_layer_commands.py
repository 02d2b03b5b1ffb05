"""Copies, stories and acts told by many on the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import cli
from dragoman.layering import Layers
from dragoman.records import Attributed, Reading, Span, Statement
from dragoman.store import open_store

sys.path.append(str(Path(__file__).parents[1] / "store"))
from pressroom import DAY, reading

DEED = (("SANCTION", "Northland", "Southland", 0, "done"),)
TEXT = "Northland put duties on fish from Southland on Monday, and its traders shut their stalls at once."
OTHER = "Fish that comes over the strait will cost more from now on, after a decree that nobody had foreseen."


def said(one: Reading) -> Reading:
    """Let Westland say the first words of the text."""
    told = Statement(
        "s1", Attributed("a3", Span(0, 4)), (), (), (Span(0, 40),), "indirect", "assertion", "affirms",
        (), (), None, 0.9,
    )  # fmt: skip
    return replace(one, statements=(told,))


@pytest.fixture(autouse=True)
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """A store in the working folder: a wire, its copy, and an article of its own on the same act."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    found = [
        said(reading(TEXT, DEED, DAY, "Specimen Wire", "Duties on fish")),
        said(reading(f"{TEXT} (Copied.)", DEED, DAY + timedelta(1), "Copying Courier", "Fish war")),
        said(reading(OTHER, DEED, DAY, "Later Post", "Dearer fish")),
    ]
    with open_store("dragoman.sqlite", create=True) as store:
        for one in found:
            store.add(one)
        Layers(store).bring_in()
    return found


def run(*arguments: str) -> Result:
    """Run the command line in this process; it answers."""
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return result


def test_families_say_who_carried_what(press: list[Reading]) -> None:
    """The origin and why, each print with its outlet and day, and what differs, in all three forms."""
    told = run("copies").stdout
    assert f"origin {press[0].id[:12]}" in told and "Copying Courier" in told and "2 articles" in told
    assert "1 words of its own, 0 left out" in told
    (family,) = [json.loads(line) for line in run("copies", "--json").stdout.splitlines()]
    assert [article["kind"] for article in family["articles"]] == ["origin", "near"]
    rows = list(csv.DictReader(io.StringIO(run("copies", press[1].id[:12], "--csv").stdout)))
    assert {row["group"] for row in rows} == {press[0].id[:12]} and len(rows) == 2
    assert "nobody quotes it" in run("copies", press[2].id[:12]).stdout
    assert "nothing found" in run("copies", "--from", "2020-01-01").stdout


def test_stories_say_why(press: list[Reading]) -> None:
    """Articles on one story, the copy marked, each with its reason."""
    told = run("stories", press[0].id[:12]).stdout
    assert "copy" in told and "it is a copy of a text on this story" in told
    assert json.loads(run("stories", "--json").stdout.splitlines()[0])["prints"] >= 2


def test_an_act_is_one_line_that_opens_to_each_telling() -> None:
    """Told by three articles, two origins; each telling is there when asked for."""
    told = run("events").stdout
    assert "told by 3 articles, 2 origins: dragoman events --act" in told and "1 shown of 3" in told
    (line,) = [json.loads(row) for row in run("events", "--json").stdout.splitlines()]
    assert line["told_by"] == 3 and len(line["alike"]) == 2
    assert len(run("events", "--act", line["act"], "--json").stdout.splitlines()) == 3
    assert len(run("events", "--each", "--json").stdout.splitlines()) == 3
    assert CliRunner().invoke(cli, ["events", "--act", "3f2a9c51e0ab:s4"]).exception is not None


@pytest.mark.parametrize("command", [("search", "duties"), ("said", "--by", "Westland")])
def test_copies_are_marked_and_counted_never_dropped(command: tuple[str, ...], press: list[Reading]) -> None:
    """What a copy says too is one line that names the other; --copies shows each."""
    once = [json.loads(line) for line in run(*command, "--json").stdout.splitlines()]
    each = [json.loads(line) for line in run(*command, "--copies", "--json").stdout.splitlines()]
    assert len(each) == len(once) + 1
    (line,) = [line for line in once if line["alike"]]
    assert {line["id"], *line["alike"]} <= {row["id"] for row in each}
    assert "one text in 2 prints; the same in" in run(*command).stdout
    assert {row["copy_of"] for row in each} == {None, press[0].id[:12]}


def test_a_dossier_gathers_copies_too() -> None:
    """Latest statements of a dossier are one line for all copies."""
    assert run("who", "Westland").stdout.count("one text in 2 prints") == 1
    assert run("who", "Westland", "--copies").stdout.count("one text in 2 prints") == 2


def test_the_layers_can_be_made_anew() -> None:
    """All of them, with a count of what there is."""
    result = run("resolve", "--all")
    assert "3 articles: 2 prints of 1 texts" in result.stderr and "3 tellings of 1 events" in result.stderr
    assert run("resolve", "--quiet").stderr == ""
