"""Readings → a folder (or ``.zip``) of CSV tables, with the Data Package that describes them."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from dragoman.export.datapackage import describe
from dragoman.export.destination import folder, text_file
from dragoman.export.gathering import documents
from dragoman.export.table_rows import rows_of
from dragoman.export.tables import LINE_END, cell, tables
from dragoman.records import Reading, Versions


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write the tables: UTF-8, a header line, commas, an empty cell where nothing is known.

    DestinationError where ``path`` cannot be written.
    """
    with folder(path) as made:
        describe(made, tables(), "csv", write_tables(readings, made))


def write_tables(readings: Iterable[Reading], made: Path) -> set[Versions]:
    """Write one CSV file a table into a folder that is there; return what made the readings."""
    versions: set[Versions] = set()
    with ExitStack() as files:
        writers = {}
        for table in tables():
            out = files.enter_context(text_file(made / f"{table.name}.csv"))
            writers[table.name] = csv.DictWriter(out, table.header, lineterminator=LINE_END)
            writers[table.name].writeheader()
        for document in documents(readings):
            versions.add(document.reading.versions)
            for name, row in rows_of(document):
                writers[name].writerow({column: cell(value) for column, value in row.items()})
    return versions
