"""Readings → files that other programs read: one module a format, each with one verb, ``write``.

Every ``write(readings, path)`` takes an iterable of readings, which it goes through once, and writes a
file or folder that appears only once it is complete. Memory does not grow with the number of readings,
only (for the networks and the dyad-years) with the number of distinct pairs. The same readings give the
same bytes, in whatever order they come. DestinationError says why a path cannot be written.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from dragoman.records import Reading

FORMATS = {
    "csv": ("csv", "a folder, or a .zip, of CSV tables with their Data Package description"),
    "parquet": ("parquet", "the same tables as Parquet files (needs dragoman[tables])"),
    "jsonl": ("jsonl", "the readings themselves, one JSON object a line"),
    "events": ("events", "one row an event, in POLECAT's columns and ours"),
    "dyads": ("dyads", "one row a directed pair of states and year: counts by status, quad class and type"),
    "graphml": ("graphml", "the network of actors as GraphML"),
    "gexf": ("gexf", "the network of actors as GEXF 1.3, with the days of each tie"),
    "ftm": ("followthemoney", "FollowTheMoney entities, one JSON object a line"),
    "webannotation": ("webannotation", "W3C Web Annotations (JSON-LD), one a statement or event"),
    "dna": ("dna", "Discourse Network Analyzer's event list: one row a position"),
}
"""Each format's name on the command line, its module here, and what it writes."""


class Write(Protocol):
    """What every format's module exports."""

    def __call__(self, readings: Iterable[Reading], path: Path) -> None:
        """Write the readings to ``path``."""


def writer(form: str) -> Write:
    """Return the ``write`` of a format; KeyError where there is no such format."""
    return cast(Write, import_module(f"dragoman.export.{FORMATS[form][0]}").write)
