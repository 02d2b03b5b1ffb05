"""The exports' page names every format and every column, with its type and meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.export import FORMATS, writer
from dragoman.export.tables import Column, tables

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "exports.md").read_text("utf-8")
TABLES = [table for name in ("tables", "events", "dyads", "dna") for table in tables(name)]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_documented_and_can_be_had(form: str) -> None:
    """A format has a writer, a place on the page, and a row on the command's page."""
    assert callable(writer(form))
    assert f"`{form}`" in PAGE
    assert f"| `{form}` |" in (DOCS / "commands/export.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "column"),
    [(table.name, column) for table in TABLES for column in table.columns],
    ids=lambda value: getattr(value, "name", value),
)
def test_every_column_is_documented(table: str, column: Column) -> None:
    """The page says of each column what the data files and datapackage.json say."""
    assert f"| `{column.name}` | {column.type} | {column.meaning}" in PAGE, table
