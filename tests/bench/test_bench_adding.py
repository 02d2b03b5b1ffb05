"""What holds adding together, in short: killed at random moments, and memory that doesn't grow."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.kill import fill
from bench.made_press import small
from bench.memory import growth
from bench.report import ROOT
from bench.store_contents import content, wholeness

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def measured(module: str, folder: Path, *options: str) -> dict[str, Any]:
    """Return the figures of a measure that runs in a process of its own."""
    figures = folder / "figures.json"
    command = [sys.executable, "-m", f"bench.{module}", "--json", str(figures), *options]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of ten articles of the small press."""
    for name in ("LEAST", "AT_ONCE", "DAYS_AT_ONCE"):
        monkeypatch.setattr(f"dragoman.layering.layers.{name}", 4)
    monkeypatch.setattr("dragoman.curating.AT_ONCE", 5)
    fill(tmp_path / "press.sqlite", 10, 1)
    return tmp_path / "press.sqlite"


def test_nothing_is_lost_or_doubled_by_five_killings(tmp_path: Path) -> None:
    """Killed five times at random, adding again gives the store of an undisturbed run."""
    figures = measured("kill", tmp_path, "--trials", "5", "--articles", "10", "--seed", "4")
    assert (figures["trials"], figures["wrong"]) == (5, 0)


def test_memory_does_not_grow_with_what_was_added(tmp_path: Path) -> None:
    """The second half of 240 articles brings less than a tenth to the peak of writer and readers."""
    figures = measured("memory", tmp_path, "--articles", "240")
    assert growth(*figures["writer"]) < 10 and growth(*figures["reader"]) < 10
    assert min(figures["writer"]) > 20, "megabytes of a running interpreter"


def test_the_made_up_press_stirs_all_layers(archive: Path) -> None:
    """Copies, stories, acts told, names and their actors are all there, so that killing can hit them."""
    held = content(archive)
    for table in ("copies", "stories", "tellings", "curated_actors", "curated_names"):
        assert held[table], table
    assert not any(held[table] for table in held if table.startswith("waiting"))


def test_an_article_is_known_by_its_number() -> None:
    """Asked in any order, the same article is the same; a copy tells more than what it copies."""
    assert small().reading(9) == small().reading(9)
    assert small().reading(9).text.startswith(small().reading(7).text)


def test_what_is_lost_or_broken_is_seen(archive: Path) -> None:
    """A row taken out makes contents differ; a document without its findings, or the reverse, is broken."""
    before = content(archive)
    assert wholeness(archive) == []
    with sqlite3.connect(archive) as connection:
        connection.execute("DELETE FROM readings WHERE document = 1")
        connection.execute("DELETE FROM documents WHERE number = 2")
    connection.close()
    assert content(archive) != before
    assert {"documents without a reading", "statements without a document"} <= set(wholeness(archive))
