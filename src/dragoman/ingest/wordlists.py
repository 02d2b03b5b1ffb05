"""Reads the stage's plain data files: one entry a line, ``#`` begins a comment line."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Return the entries of ``data/<name>`` in file order."""
    text = (resources.files("dragoman.ingest") / "data" / name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the entries of ``data/<name>`` as a set."""
    return frozenset(lines_of(name))
