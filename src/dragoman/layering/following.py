"""What a copy tells as its first print does: the same telling, which counts and is placed once.

A copy printed a week later may date "on Monday" otherwise, and a plan without a day is never brought together
with another; yet both are the first print's own words. So a telling of a copy follows the one of the first
print that has the same type, status, actors and recipients (the second such one the second, and so on). What
has no such counterpart (a paragraph that the copy adds) stands for itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select, update

from dragoman.layering.outlining import telling_of
from dragoman.layering.portions import portions
from dragoman.layering.questions import OF_DOCUMENT
from dragoman.layering.telling import begin, leave
from dragoman.resolve import Telling
from dragoman.store.layer_tables import copies, tellings

REASON = "told in a copy of the same text"


def follow(connection: Connection, numbers: Iterable[int]) -> None:
    """Let the tellings of some documents, and of all copies of them, follow those of their first prints."""
    concerned = set(numbers)
    for portion in portions(sorted(concerned)):
        copied = select(copies.c.document).where(copies.c.family.in_(portion))
        concerned |= set(connection.scalars(copied))
    leaders: dict[int, int] = {}
    for portion in portions(sorted(concerned)):
        held = select(copies.c.document, copies.c.family).where(copies.c.document.in_(portion))
        leaders.update((row.document, row.family) for row in connection.execute(held))
    copied_ones = {number for number, leader in leaders.items() if leader != number}
    for number in sorted(copied_ones | _followers(connection, concerned - copied_ones)):
        leader = leaders.get(number, number)
        _align(connection, _rows(connection, number), [] if leader == number else _rows(connection, leader))


def _followers(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """Return those of some documents that have a telling that follows another."""
    found: set[int] = set()
    for portion in portions(sorted(numbers)):
        following = tellings.c.document.in_(portion), tellings.c.follows.is_not(None)
        found.update(connection.scalars(select(tellings.c.document).where(*following)))
    return found


def _rows(connection: Connection, number: int) -> Sequence[Row[Any]]:
    return connection.execute(OF_DOCUMENT, {"document": number}).all()


def _align(connection: Connection, mine: Sequence[Row[Any]], first: Sequence[Row[Any]]) -> None:
    """Let each of a document's tellings follow its counterpart among those of the first print, if any."""
    known = dict(zip(_keys([telling_of(row.outline) for row in first]), first, strict=True))
    told = [telling_of(row.outline) for row in mine]
    for row, telling, key in zip(mine, told, _keys(told), strict=True):
        ahead = known.get(key)
        if ahead is None and row.follows is not None:
            _set(connection, row, None, None)
            begin(connection, [((row.day, row.rank, row.event), telling)])
        elif ahead is not None and (row.follows, row.shared) != (ahead.event, ahead.shared):
            leave(connection, row)
            _set(connection, row, ahead.event, ahead.shared)


def _keys(told: Sequence[Telling]) -> list[tuple[object, ...]]:
    """Return what each telling is known by in all prints of a text."""
    seen: Counter[tuple[object, ...]] = Counter()
    keys: list[tuple[object, ...]] = []
    for one in told:
        key = (one.type, one.status, one.actors, one.recipients)
        keys.append((*key, seen[key]))
        seen[key] += 1
    return keys


def _set(connection: Connection, row: Row[Any], follows: int | None, shared: int | None) -> None:
    reason = REASON if follows is not None else None
    score = 1.0 if follows is not None else None
    changed = update(tellings).where(tellings.c.event == row.event)
    connection.execute(changed.values(follows=follows, shared=shared, reason=reason, score=score))
