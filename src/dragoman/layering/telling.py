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

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Row,
    Select,
    delete,
    insert,
    literal,
    select,
    tuple_,
    update,
)  # fmt: skip

from dragoman.layering.outlining import packed_telling, telling_of
from dragoman.layering.portions import portions
from dragoman.resolve import LONGEST, Outline, Telling, blocks, choose, likeness, window
from dragoman.store.ids import SHIFT, digest
from dragoman.store.layer_tables import telling_blocks, tellings, waiting_tellings
from dragoman.store.once import put_once

MOST = 400
"""So many tellings, the last before it, are tried for one."""

Place = tuple[date, int, int]
"""Where a telling stands in the order: day, rank of its document, number."""


def enter(connection: Connection, number: int, rank: int, outline: Outline) -> None:
    """Take in a document's tellings: those that are new or others now wait; those that are gone stir."""
    before = {
        row.event: row
        for row in connection.execute(select(tellings).where(tellings.c.document == number)).all()
    }
    now = {(number << SHIFT) + int(one.event[1:]): one for one in outline.tellings}
    packed = {identifier: packed_telling(one) for identifier, one in now.items()}
    for identifier, row in before.items():
        if packed.get(identifier) != row.outline:
            leave(connection, row)
            connection.execute(delete(tellings).where(tellings.c.event == identifier))
    for identifier, one in now.items():
        if identifier not in before or before[identifier].outline != packed[identifier]:
            first, last = window(one)
            connection.execute(
                insert(tellings).values(
                    event=identifier, document=number, rank=rank, day=one.day, first=first, last=last,
                    outline=packed[identifier],
                )
            )  # fmt: skip
            begin(connection, (one.day, rank, identifier), one)


def begin(connection: Connection, place: Place, telling: Telling) -> None:
    """Let a telling that stands for itself be found, and wait to be placed."""
    first = window(telling)[0]
    if first is not None:
        keys = [{"block": key, "first": first, "event": place[2]} for key in _blocks(telling, own=True)]
        put_once(connection, telling_blocks, keys)
    _wait(connection, [place])


def leave(connection: Connection, row: Row[Any]) -> None:
    """Take a telling out of its act, and stir those that this may concern."""
    if row.shared is not None and row.follows is None:
        _stir(connection, {row.shared}, (row.day, row.rank, row.event))
    for table in (telling_blocks, waiting_tellings):
        connection.execute(delete(table).where(table.c.event == row.event))


class Placer:
    """Places the tellings that wait, the earliest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Telling] = {}

    def place_next(self) -> bool:
        """Place the first telling that waits; False where none does."""
        held = waiting_tellings.c
        first = select(waiting_tellings).order_by(held.day, held.rank, held.event).limit(1)
        found = self._connection.execute(first).one_or_none()
        if found is None:
            return False
        gone = delete(waiting_tellings).where(
            held.day == found.day, held.rank == found.rank, held.event == found.event
        )
        self._connection.execute(gone)
        row = self._connection.execute(select(tellings).where(tellings.c.event == found.event)).one_or_none()
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
        changed = update(tellings).where(tellings.c.event == row.event)
        self._connection.execute(changed.values(shared=shared, score=score, reason=reason))
        if row.shared != shared:
            following = update(tellings).where(tellings.c.follows == row.event)
            self._connection.execute(following.values(shared=shared))
            _stir(self._connection, {shared} | ({row.shared} - {None}), place)

    def _acts(self, telling: Telling, row: Row[Any], place: Place) -> list[tuple[int, list[Telling]]]:
        """Return the acts that a telling may join, by their first tellings, each with its tellings so far."""
        if row.first is None:
            return []
        near = self._connection.execute(_near(telling, row, place)).all()
        alike = {one.shared for one in near if likeness(telling, self._telling(one)) is not None}
        if not alike:
            return []
        held = tellings.c
        members = select(tellings).where(held.shared.in_(alike), held.follows.is_(None), _before(place))
        found: dict[int, list[Telling]] = {}
        for one in self._connection.execute(members.order_by(held.day, held.rank, held.event)):
            found.setdefault(one.shared, []).append(self._telling(one))
        return list(found.items())

    def _telling(self, row: Row[Any]) -> Telling:
        if row.event not in self._known:
            self._known[row.event] = telling_of(row.outline)
        return self._known[row.event]


def _near(telling: Telling, row: Row[Any], place: Place) -> Select[Any]:
    """Return the query for the tellings before one that may be of its act."""
    held, keys = tellings.c, sorted(set(_blocks(telling, own=False)))
    linked = select(telling_blocks.c.event).where(
        telling_blocks.c.block.in_(keys),
        telling_blocks.c.first.between(_day(row.first, -LONGEST - 1), _day(row.last, 1)),
    )
    query = select(tellings).where(
        held.event.in_(linked), held.last >= _day(row.first, -1), held.shared.is_not(None), _before(place)
    )
    return query.order_by(held.day.desc(), held.rank.desc(), held.event.desc()).limit(MOST)


def _stir(connection: Connection, acts: set[int], after: Place) -> None:
    """Let all tellings wait that come after a place and are, or may be, of some acts."""
    held = tellings.c
    members = connection.execute(select(tellings).where(held.shared.in_(acts), held.follows.is_(None))).all()
    waiting: set[Place] = {(one.day, one.rank, one.event) for one in members}
    dated = [one for one in members if one.first is not None]
    keys = {key for one in dated for key in _blocks(telling_of(one.outline), own=False)}
    if dated:
        first, last = min(one.first for one in dated), max(one.last for one in dated)
        for portion in portions(sorted(keys)):
            linked = select(telling_blocks.c.event).where(
                telling_blocks.c.block.in_(portion),
                telling_blocks.c.first.between(_day(first, -LONGEST - 1), _day(last, 1)),
            )
            query = select(held.day, held.rank, held.event).where(
                held.event.in_(linked), held.last >= _day(first, -1), _after(after)
            )
            waiting.update((row.day, row.rank, row.event) for row in connection.execute(query))
    _wait(connection, [place for place in waiting if place > after])


def _blocks(telling: Telling, own: bool) -> Iterable[int]:
    return (digest(kind, name) for kind, name in blocks(telling, own))


def _place() -> ColumnElement[Any]:
    return tuple_(tellings.c.day, tellings.c.rank, tellings.c.event)


def _literal(place: Place) -> ColumnElement[Any]:
    day, rank, event = place
    return tuple_(literal(day, Date), literal(rank, BigInteger), literal(event, BigInteger))


def _before(place: Place) -> ColumnElement[bool]:
    return _place() < _literal(place)


def _after(place: Place) -> ColumnElement[bool]:
    return _place() > _literal(place)


def _day(day: date, by: int) -> date:
    """Return a day so many days later, or the first or last there is."""
    ordinal = min(max(day.toordinal() + by, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _wait(connection: Connection, places: Sequence[Place]) -> None:
    rows = [{"day": day, "rank": rank, "event": event} for day, rank, event in places]
    put_once(connection, waiting_tellings, rows)
