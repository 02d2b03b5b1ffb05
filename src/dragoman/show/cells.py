"""Records → CSV that spreadsheets can open: a head line, lists joined, spans as start-end, no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TextIO


def write_csv(lines: Iterable[object], kind: type[object], out: TextIO) -> None:
    """Write dataclasses of one kind as CSV; ``kind`` names the columns where there are no lines."""
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    table = csv.writer(out, lineterminator="\n")
    table.writerow(names)
    for line in lines:
        table.writerow([cell(getattr(line, name)) for name in names])


def csv_text(lines: Iterable[object], kind: type[object]) -> str:
    """Return what `write_csv` writes."""
    out = io.StringIO()
    write_csv(lines, kind, out)
    return out.getvalue()


def cell(value: Any) -> Any:
    """Return a value for a spreadsheet; what would be taken for a formula is led by an apostrophe."""
    if isinstance(value, tuple):
        parts = ("-".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in value)
        value = "; ".join(parts)
    if isinstance(value, str) and value[:1] in ("=", "+", "@", "\t", "\r"):
        return f"'{value}"
    return value
