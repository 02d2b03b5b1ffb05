"""What the exported tables are: names, keys, references and columns, from the data files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from dragoman.data_files import yaml_of

ColumnType = Literal["string", "integer", "number", "boolean", "date"]
Value = str | int | float | bool | None
Row = dict[str, Value]

LINE_END = "\r\n"
"""What ends a row (RFC 4180); with it, a cell that holds either half is put in quotation marks."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its Table Schema type and what it means."""

    name: str
    type: ColumnType
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its rows are, which columns tell them apart, and the columns that others' keys stand in.

    ``references`` maps a column to ``(table, column)``.
    """

    name: str
    holds: str
    key: tuple[str, ...]
    references: Mapping[str, tuple[str, str]]
    columns: tuple[Column, ...]

    @property
    def header(self) -> list[str]:
        """The columns' names in order."""
        return [column.name for column in self.columns]


@cache
def tables(name: str = "tables") -> tuple[Table, ...]:
    """Return the tables that a data file describes: ``tables``, ``events``, ``dyads`` or ``dna``."""
    text = (files("dragoman.export") / "data" / f"{name}.yaml").read_text(encoding="utf-8")
    return tuple(_table(title, entry) for title, entry in yaml_of(text).items())


def table(name: str) -> Table:
    """Return the one table of a data file."""
    (only,) = tables(name)
    return only


def _table(name: str, entry: dict[str, Any]) -> Table:
    references = {column: tuple(target.split(".")) for column, target in entry["references"].items()}
    columns = tuple(Column(title, kind, meaning) for title, (kind, meaning) in entry["columns"].items())
    return Table(name, entry["holds"], tuple(entry["key"]), references, columns)


def cell(value: Value) -> str:
    """Return a value as a cell of a text file: nothing for None, ``true`` and ``false``, numbers in full."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
