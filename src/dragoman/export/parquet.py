"""Readings → a folder (or ``.zip``) of Parquet tables, the same as the CSV ones, with their description."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DestinationError
from dragoman.export.csv import write_tables
from dragoman.export.datapackage import describe
from dragoman.export.destination import folder
from dragoman.export.tables import ColumnType, Table, tables
from dragoman.records import Reading

if TYPE_CHECKING:
    import polars


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write the tables, typed; days are dates, and what is unknown is null.

    DestinationError where ``path`` cannot be written, or where polars, which writes Parquet, is missing.
    """
    try:
        import polars
    except ImportError:
        raise DestinationError(
            "writing Parquet needs polars: pip install 'dragoman[tables]' (or export csv)"
        ) from None
    with folder(path) as made, tempfile.TemporaryDirectory(prefix="dragoman-export-") as text:
        versions = write_tables(readings, Path(text))
        for table in tables():
            # Through text files, so that no table has to fit into memory.
            frame = polars.scan_csv(Path(text, f"{table.name}.csv"), schema=_schema(table))
            frame.sink_parquet(made / f"{table.name}.parquet", compression="zstd")
        describe(made, tables(), "parquet", versions)


def _schema(table: Table) -> polars.Schema:
    import polars

    types: dict[ColumnType, type[polars.DataType]] = {
        "string": polars.String, "integer": polars.Int64, "number": polars.Float64,
        "boolean": polars.Boolean, "date": polars.Date,
    }  # fmt: skip
    return polars.Schema({column.name: types[column.type] for column in table.columns})
