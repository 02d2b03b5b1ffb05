"""Reading the tables: CSV with comment lines, dates of a day, month or year, and errors with line numbers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dragoman.errors import KnowledgeError

DATA = Path(__file__).parent / "data"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def read_rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a built-in CSV table below its header; lines that begin with ``#`` are comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        next(rows, None)
        yield from (row for row in rows if row)


def parse_date(text: str) -> date | None:
    """Return the day that ``2015-11-23``, ``2015-11`` (its first day) or ``2015`` stands for; None for "".

    Raises ValueError where it is none of these.
    """
    if not text:
        return None
    if len(text) == 10:
        return date.fromisoformat(text)
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = found.groups()
    return date(int(year), int(month or 1), int(day or 1))


def parse_list(text: str) -> tuple[str, ...]:
    """Split a cell that holds several values, separated by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip()) if text else ()


def wrong(path: Path, line: int, problem: str, remedy: str) -> KnowledgeError:
    """Return the error for one row of a user's table: where, what is wrong, and what to do."""
    return KnowledgeError(f"{path}, line {line}: {problem}; {remedy}")
