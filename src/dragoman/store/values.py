"""How values of a reading are written into a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from dragoman.errors import StoreError
from dragoman.records import Span

Value = TypeVar("Value")
_LOCAL = re.compile(r"[a-z]([1-9][0-9]{0,5})")


def number(identifier: str) -> int:
    """Return the number of a local id: 4 for ``s4``; StoreError where it is none that the store can hold."""
    found = _LOCAL.fullmatch(identifier)
    if found is None:
        raise StoreError(f"{identifier!r} is no id of a finding")
    return int(found[1])


def stated(spans: Iterable[Span], text: str) -> str:
    """Return the words of some spans, parts joined by an ellipsis."""
    return " … ".join(span.of(text) for span in spans)


def compact(values: Sequence[object]) -> str:
    """Return a list as JSON."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def storable(value: Value) -> Value | str:
    """Return a value that a database can hold: in a string, halves of surrogate pairs are escaped."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0")
    return value
