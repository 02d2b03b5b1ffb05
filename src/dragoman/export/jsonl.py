"""Readings → the readings themselves, one JSON object a line (contract ``dragoman.reading/1``)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.export.destination import text_file
from dragoman.export.gathering import in_order
from dragoman.records import Reading
from dragoman.show.jsonl import line_of


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write one line a reading, in the order of the documents' ids; one that comes twice has one line.

    DestinationError where ``path`` cannot be written.
    """
    with text_file(path) as out:
        for reading in in_order(readings):
            out.write(line_of(reading) + "\n")
