"""A stream of readings → one output, as they come: terminal, JSON lines or a page."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol, TextIO

from dragoman.records import Reading


class Writer(Protocol):
    """Takes readings one by one, and finishes the output."""

    def add(self, reading: Reading) -> None:
        """Show one more reading."""

    def finish(self) -> None:
        """Write what comes after the last reading."""


def writer(form: str, stream: TextIO) -> Writer:
    """Return the writer of a format: terminal, jsonl or html."""
    writers: dict[str, Callable[[TextIO], Writer]] = {"terminal": Terminal, "jsonl": Lines, "html": Page}
    return writers[form](stream)


class Terminal:
    """Readings for the eye, parted by a rule."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console

        width = None if stream is sys.stdout and stream.isatty() else 110
        self._console = Console(file=stream, width=width, highlight=False)
        self._count = 0

    def add(self, reading: Reading) -> None:
        """Print a reading."""
        from dragoman.show.terminal import show

        if self._count:
            self._console.rule(style="dim")
        self._count += 1
        show(reading, self._console)

    def finish(self) -> None:
        """Nothing follows the last reading."""


class Lines:
    """One JSON line a reading."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def add(self, reading: Reading) -> None:
        """Write a line."""
        from dragoman.show.jsonl import line_of

        self._stream.write(line_of(reading) + "\n")

    def finish(self) -> None:
        """Nothing follows the last reading."""


class Page:
    """One self-contained page for all readings: held until the last, since its contents come first."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._readings: list[Reading] = []

    def add(self, reading: Reading) -> None:
        """Keep a reading for the page."""
        self._readings.append(reading)

    def finish(self) -> None:
        """Write the page."""
        from dragoman.show.html import page

        self._stream.write(page(self._readings))
