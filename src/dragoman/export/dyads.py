"""Readings → one row a directed pair of states and year, with counts by status, quad class and type.

What each column holds stands in ``data/dyads.yaml``. An act that several articles tell of is counted once
where it is known which tellings are of one act (``acts``); else each telling is an act of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, get_args

from dragoman.export.destination import text_file
from dragoman.export.events import event_day
from dragoman.export.gathering import Document, documents
from dragoman.export.tables import LINE_END, Row, cell, table
from dragoman.knowledge.codebook import codebook
from dragoman.knowledge.states import state_codes
from dragoman.records import Event, EventType, Reading, Status

HAPPENED: tuple[Status, ...] = ("done", "ongoing")
"""The statuses of what took place: only these enter the counts by class and type."""


@dataclass
class _Tally:
    """What is counted for one pair and year."""

    tellings: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    types: dict[str, int] = field(default_factory=dict)
    score: float = 0.0
    documents: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)


class Note(Protocol):
    """Of which act a telling is: its id, its surest status and year, and the first print of the text."""

    @property
    def act(self) -> str:
        """The same for all tellings of one act."""

    @property
    def status(self) -> Status:
        """The surest status that any telling gives."""

    @property
    def year(self) -> int | None:
        """The year of the act, as its tellings have it."""

    @property
    def text(self) -> str:
        """The same for all prints of one text."""


Acts = Callable[[str], Mapping[str, Note]]
"""From a text's SHA-256 to the notes on its events, by their local ids."""


def write(readings: Iterable[Reading], path: Path, acts: Acts = lambda text: {}) -> None:
    """Write the rows, sorted by states and year; tabs where ``path`` ends in ``.tsv``, else commas.

    ``acts`` tells which events of different texts are one act. DestinationError where ``path`` cannot be
    written.
    """
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    with text_file(path) as out:
        rows = csv.DictWriter(out, table("dyads").header, delimiter=delimiter, lineterminator=LINE_END)
        rows.writeheader()
        for row in dyad_years(documents(readings), acts):
            rows.writerow({name: cell(value) for name, value in row.items()})


def dyad_years(found: Iterable[Document], acts: Acts = lambda text: {}) -> Iterator[Row]:
    """Yield the rows of all events between states whose year is known."""
    tallies: dict[tuple[str, str, int], _Tally] = {}
    seen: set[tuple[str, str, str]] = set()
    for document in found:
        notes = acts(document.reading.id)
        for event in document.reading.events:
            note = notes.get(event.id)
            day = event_day(document.reading, event)[0] or document.reading.article.published
            year = note.year if note else day.year if day else None
            if year is None:
                continue
            for pair in pairs(document.reading, event):
                tally = tallies.setdefault((*pair, year), _Tally())
                tally.tellings += 1
                tally.documents.add(document.id)
                tally.texts.add(note.text if note else document.reading.id)
                if note is None:
                    _count(tally, event, event.status)
                elif (note.act, *pair) not in seen:
                    seen.add((note.act, *pair))
                    _count(tally, event, note.status)
    for key in sorted(tallies):
        yield _row(*key, tallies[key])


def pairs(reading: Reading, event: Event) -> list[tuple[str, str]]:
    """Return the directed pairs of distinct states between which an event lies, each once.

    People, governments and bodies stand for their states. Where nobody receives (a meeting of equals, as
    PLOVER codes it), every actor's state acts on every other's.
    """
    acting = {reading.actor(one).state for one in event.actors} - {None}
    receiving = {reading.actor(one).state for one in event.recipients} - {None}
    if not event.recipients:
        receiving = acting
    return sorted((a, b) for a in acting for b in receiving if a is not None and b is not None and a != b)


def _count(tally: _Tally, event: Event, status: Status) -> None:
    tally.statuses[status] = tally.statuses.get(status, 0) + 1
    if status in HAPPENED:
        tally.types[event.type] = tally.types.get(event.type, 0) + 1
        tally.score += codebook().score(event.type, event.mode)


def _row(source: str, target: str, year: int, tally: _Tally) -> Row:
    book = codebook()
    happened = sum(tally.types.values())
    quads: dict[str, int] = {entry.quad: 0 for entry in book.types}
    for name, count in tally.types.items():
        quads[book.type(name).quad] += count
    return {
        **_state("1", source, year),
        **_state("2", target, year),
        "year": year,
        "events": sum(tally.statuses.values()),
        **{f"status_{status}": tally.statuses.get(status, 0) for status in get_args(Status)},
        "happened": happened,
        **{quad.replace(" ", "_"): count for quad, count in quads.items()},
        **{name.lower(): tally.types.get(name, 0) for name in get_args(EventType)},
        "mean_score": round(tally.score / happened, 3) if happened else None,
        "tellings": tally.tellings,
        "documents": len(tally.documents),
        "texts": len(tally.texts),
    }


def _state(side: str, iso3: str, year: int) -> Row:
    """Return a state's codes at the year's end, as lists of states by year have them."""
    codes = state_codes(iso3, date(year, 12, 31))
    return {
        f"iso3_{side}": iso3,
        f"cow_{side}": codes.cow if codes else None,
        f"gw_{side}": codes.gw if codes else None,
    }
