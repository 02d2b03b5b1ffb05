"""Long lists of values, in portions that any database takes in one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

Value = TypeVar("Value")
PORTION = 500


def portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield ``values`` in order, 500 at a time."""
    for first in range(0, len(values), PORTION):
        yield values[first : first + PORTION]
