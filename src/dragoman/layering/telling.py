"""Tellings in the store → the acts that they tell of, one telling at a time, in the order of days.

Which act a telling joins follows from the tellings before it (``resolve.events``). Where one joins another
act than before, or is new or gone, all later ones that could be of the acts concerned wait to be placed
again. They wait in the order of days, so that each is placed when all before it stand. What a copy tells as
the first print does (``following``) isn't placed: it goes where the first print's telling goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert

from dragoman.layering import questions
from dragoman.layering.outlining import packed_telling, telling_of
from dragoman.layering.portions import portions
from dragoman.resolve import LONGEST, Outline, Telling, blocks, choose, likeness, window
from dragoman.store.ids import SHIFT, digest
from dragoman.store.layer_tables import telling_blocks, tellings, waiting_tellings
from dragoman.store.once import put_once

Place = tuple[date, int, int]
"""Where a telling stands in the order: day, rank of its document, number."""


def enter(connection: Connection, number: int, rank: int, outline: Outline) -> None:
    """Take in a document's tellings: those that are new or others now wait; those that are gone stir."""
    before = {row.event: row for row in connection.execute(questions.OF_DOCUMENT, {"document": number}).all()}
    now = {(number << SHIFT) + int(one.event[1:]): one for one in outline.tellings}
    packed = {identifier: packed_telling(one) for identifier, one in now.items()}
    for identifier, row in before.items():
        if packed.get(identifier) != row.outline:
            leave(connection, row)
            connection.execute(delete(tellings).where(tellings.c.event == identifier))
    fresh = [key for key in now if key not in before or before[key].outline != packed[key]]
    if fresh:
        rows = [_row((now[key].day, rank, key), number, now[key], packed[key]) for key in fresh]
        connection.execute(insert(tellings), rows)
        begin(connection, [((now[key].day, rank, key), now[key]) for key in fresh])


def _row(place: Place, document: int, telling: Telling, packed: str) -> dict[str, Any]:
    first, last = window(telling)
    return {
        "event": place[2], "document": document, "rank": place[1], "day": place[0], "first": first,
        "last": last, "outline": packed,
    }  # fmt: skip


def begin(connection: Connection, found: Sequence[tuple[Place, Telling]]) -> None:
    """Let tellings that stand for themselves be found, and wait to be placed."""
    keys = [
        {"block": key, "first": first, "event": place[2]}
        for place, telling in found
        if (first := window(telling)[0]) is not None
        for key in _blocks(telling, own=True)
    ]
    put_once(connection, telling_blocks, keys)
    _wait(connection, [place for place, _ in found])


def leave(connection: Connection, row: Row[Any]) -> None:
    """Take a telling out of its act, and stir those that this may concern."""
    if row.shared is not None and row.follows is None:
        _stir(connection, _members(connection, {row.shared}), (row.day, row.rank, row.event))
    for table in (telling_blocks, waiting_tellings):
        connection.execute(delete(table).where(table.c.event == row.event))


class Placer:
    """Places the tellings that wait, the earliest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Telling] = {}

    def place_next(self) -> bool:
        """Place the first telling that waits; False where none does."""
        found = self._connection.execute(questions.NEXT).one_or_none()
        if found is None:
            return False
        self._connection.execute(questions.TAKEN, _given((found.day, found.rank, found.event)))
        row = self._connection.execute(questions.HELD, {"event": found.event}).one_or_none()
        if row is not None:
            self._place(row)
        return True

    def _place(self, row: Row[Any]) -> None:
        """Let one telling join an act, or begin one."""
        telling = self._telling(row)
        place = (row.day, row.rank, row.event)
        shared, score, reason = row.event, None, None
        chosen = choose(telling, self._acts(telling, row, place))
        if chosen is not None:
            shared, score, reason = chosen[0], round(chosen[1].score, 4), chosen[1].reason
        if (row.shared, row.score, row.reason) == (shared, score, reason):
            return
        joined = {"at": row.event, "act": shared, "sure": score, "why": reason}
        self._connection.execute(questions.JOINED, joined)
        if row.shared != shared:
            self._connection.execute(questions.CARRIED, {"at": row.event, "act": shared})
            alone = row.shared is None and shared == row.event
            members = [row] if alone else _members(self._connection, {shared} | ({row.shared} - {None}))
            _stir(self._connection, members, place)

    def _acts(self, telling: Telling, row: Row[Any], place: Place) -> list[tuple[int, list[Telling]]]:
        """Return the acts that a telling may join, by their first tellings, each with its tellings so far."""
        if row.first is None:
            return []
        keys = sorted(set(_blocks(telling, own=False)))
        asked = {**_between(row.first, row.last), **_given(place), "keys": keys}
        near = self._connection.execute(questions.NEAR, asked).all()
        alike = {one.shared for one in near if likeness(telling, self._telling(one)) is not None}
        if not alike:
            return []
        found: dict[int, list[Telling]] = {}
        for one in self._connection.execute(questions.SO_FAR, {**_given(place), "acts": sorted(alike)}):
            found.setdefault(one.shared, []).append(self._telling(one))
        return list(found.items())

    def _telling(self, row: Row[Any]) -> Telling:
        if row.event not in self._known:
            self._known[row.event] = telling_of(row.outline)
        return self._known[row.event]


def _given(place: Place) -> dict[str, Any]:
    return {"day": place[0], "rank": place[1], "event": place[2]}


def _between(first: date, last: date) -> dict[str, date]:
    """Return which days tellings may lie on, and begin on, to be of an act between two days."""
    return {"from_": _day(first, -LONGEST - 1), "to": _day(last, 1), "since": _day(first, -1)}


def _members(connection: Connection, acts: set[int]) -> Sequence[Row[Any]]:
    return connection.execute(questions.OF_ACTS, {"acts": sorted(acts)}).all()


def _stir(connection: Connection, members: Sequence[Row[Any]], after: Place) -> None:
    """Let all tellings wait that come after a place and are, or may be, of the acts that some tell of."""
    waiting: set[Place] = {(one.day, one.rank, one.event) for one in members}
    dated = [one for one in members if one.first is not None]
    keys = {key for one in dated for key in _blocks(telling_of(one.outline), own=False)}
    if dated:
        first, last = min(one.first for one in dated), max(one.last for one in dated)
        for portion in portions(sorted(keys)):
            asked = {**_between(first, last), **_given(after), "keys": portion}
            later = connection.execute(questions.LATER, asked)
            waiting.update((row.day, row.rank, row.event) for row in later)
    _wait(connection, [place for place in waiting if place > after])


def _blocks(telling: Telling, own: bool) -> Iterable[int]:
    return (digest(kind, name) for kind, name in blocks(telling, own))


def _day(day: date, by: int) -> date:
    """Return a day so many days later, or the first or last there is."""
    ordinal = min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _wait(connection: Connection, places: Sequence[Place]) -> None:
    rows = [{"day": day, "rank": rank, "event": event} for day, rank, event in places]
    put_once(connection, waiting_tellings, rows)
