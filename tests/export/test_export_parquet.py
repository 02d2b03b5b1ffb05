"""Parquet tables: typed, and the same as the CSV ones."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from export_strategies import PROPERTY, readings
from hypothesis import given
from hypothesis import strategies as st
from test_export_tables import rows

from dragoman.errors import DestinationError
from dragoman.export.parquet import write
from dragoman.export.tables import Row, tables
from dragoman.records import Reading

polars = pytest.importorskip("polars", reason="polars is not installed")


def typed(row: Row, days: set[str]) -> dict[str, Any]:
    """A row as Parquet types it: days are dates."""
    return {
        name: date.fromisoformat(str(value)) if name in days and value is not None else value
        for name, value in row.items()
    }


def check(found: list[Reading], made: Path) -> None:
    """Assert that the files hold the readings' rows."""
    for table in tables():
        back = polars.read_parquet(made / f"{table.name}.parquet").to_dicts()
        days = {column.name for column in table.columns if column.type == "date"}
        assert back == [typed(row, days) for row in rows(found)[table.name]], table.name


def test_files_hold_the_rows_typed(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """Each file reads back as its rows, and the description names the files."""
    write(press, tmp_path / "out")
    check(list(press), tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert all((tmp_path / "out" / resource["path"]).is_file() for resource in package["resources"])


# A text with lone surrogates reads back with question marks, which no equality can hold.
SOUND = readings().filter(lambda reading: "\ud800" not in reading.text)


@PROPERTY
@given(st.lists(SOUND, max_size=2))
def test_odd_characters_come_through(tmp_path: Path, found: list[Reading]) -> None:
    """Line ends, quotation marks, NUL and astral characters of a text survive."""
    write(found, tmp_path / "out")
    check(found, tmp_path / "out")


def test_duckdb_reads_and_joins(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """DuckDB joins events with their actors, and every quote is what its span covers."""
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    write(press, tmp_path / "out")
    at = {table.name: str(tmp_path / "out" / f"{table.name}.parquet") for table in tables()}
    ((lost,),) = duckdb.sql(
        f"SELECT count(*) FROM '{at['evidence']}' e JOIN '{at['documents']}' d USING (doc_id) "
        'WHERE substr(d.text, e.start + 1, e."end" - e.start) <> e.quote'
    ).fetchall()
    assert lost == 0
    ((joined,),) = duckdb.sql(
        f"SELECT count(*) FROM '{at['events']}' JOIN '{at['event_actors']}' USING (event_id) "
        f"JOIN '{at['actors']}' USING (actor_id)"
    ).fetchall()
    assert joined == len(rows(press)["event_actors"]) > 0


def test_without_polars_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is missing the error names it, and nothing is written."""
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(DestinationError, match=r"dragoman\[tables\]"):
        write([], tmp_path / "out")
    assert not list(tmp_path.iterdir())
