"""Articles in the store → the stories that they are on, one day of publication at a time.

Where an article belongs follows from its own day and the seven before it (``resolve.stories``), so that a new
article stirs its own day and the seven after; a day whose articles change their story stirs the next ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from dragoman.layering.outlining import article_of, packed_article
from dragoman.layering.portions import portions
from dragoman.resolve import DAYS, Outline, Placed, place_day
from dragoman.store.compared_tables import waiting_claims
from dragoman.store.layer_tables import copies, stories, waiting_days
from dragoman.store.once import put_once
from dragoman.store.tables import documents

_PORTION = 500


def enter(connection: Connection, number: int, outline: Outline) -> None:
    """Keep an article's outline; where it is new or another one, its day waits to be placed."""
    day, packed = outline.published or date.max, packed_article(outline)
    held = select(stories.c.day, stories.c.outline).where(stories.c.document == number)
    before = connection.execute(held).one_or_none()
    if before is None:
        connection.execute(insert(stories).values(document=number, day=day, outline=packed))
    elif (before.day, before.outline) == (day, packed):
        return
    else:
        changed = update(stories).where(stories.c.document == number)
        connection.execute(changed.values(day=day, outline=packed, story=None))
        _wait(connection, _after(before.day, 0))
    _wait(connection, _after(day, 0))


def stir(connection: Connection, numbers: Iterable[int]) -> None:
    """Let the days of some articles wait to be placed again."""
    for portion in portions(sorted(numbers)):
        days = select(stories.c.day).where(stories.c.document.in_(portion)).distinct()
        _wait(connection, list(connection.scalars(days)))


def place_next(connection: Connection) -> bool:
    """Place the articles of the earliest day that waits; False where none does."""
    day = connection.scalar(select(func.min(waiting_days.c.day)))
    if day is None:
        return False
    connection.execute(delete(waiting_days).where(waiting_days.c.day == day))
    if day == date.max:
        _place_undated(connection)
        return True
    window = _rows(connection, day - timedelta(DAYS), day)
    stories_of = _ids(connection, (row.story for row in window if row.story is not None))
    before = [row for row in window if row.day < day and row.story is not None]
    earlier = [Placed(article_of(row.outline), stories_of[row.story], "") for row in before]
    today = {row.id: row for row in window if row.day == day}
    copied, known = _copied(connection, {row.document: row.id for row in today.values()})
    placed = place_day([article_of(row.outline) for row in today.values()], earlier, copied, known)
    if _write(connection, placed, today):
        _wait(connection, _after(day, 1))
    return True


def _place_undated(connection: Connection) -> None:
    """Place the articles without a day: each on a story of its own, or on that of the text that it copies."""
    last = 0
    while True:
        held = _select().where(stories.c.day == date.max, stories.c.document > last)
        rows = connection.execute(held.order_by(stories.c.document).limit(_PORTION)).all()
        if not rows:
            return
        last = rows[-1].document
        copied, known = _copied(connection, {row.document: row.id for row in rows})
        for row in rows:
            leader = copied.get(row.id, row.id)
            own = {leader: known.get(leader, leader)} if leader != row.id else {}
            _write(connection, place_day([article_of(row.outline)], (), copied, own), {row.id: row})


def _select() -> Any:
    held = stories.c
    columns = (held.document, documents.c.id, held.day, held.story, held.reason, held.outline)
    return select(*columns).join_from(stories, documents, documents.c.number == held.document)


def _rows(connection: Connection, first: date, last: date) -> Sequence[Row[Any]]:
    between = _select().where(stories.c.day.between(first, last))
    return connection.execute(between.order_by(stories.c.day, documents.c.id)).all()


def _copied(connection: Connection, names: dict[int, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return for those of a day's articles that are copies the first print, and the stories of first prints.

    First prints of the same day are placed with the copies, before them.
    """
    leaders: dict[int, int] = {}
    for portion in portions(sorted(names)):
        held = select(copies.c.document, copies.c.family).where(
            copies.c.document.in_(portion), copies.c.family != copies.c.document
        )
        leaders.update((row.document, row.family) for row in connection.execute(held))
    ids = _ids(connection, leaders.values())
    placed: dict[int, int] = {}
    for portion in portions(sorted(ids.keys() - names.keys())):
        held = select(stories.c.document, stories.c.story).where(
            stories.c.document.in_(portion), stories.c.story.is_not(None)
        )
        placed.update((row.document, row.story) for row in connection.execute(held))
    story_ids = _ids(connection, placed.values())
    copied = {names[number]: ids[leader] for number, leader in leaders.items()}
    return copied, {ids[leader]: story_ids[story] for leader, story in placed.items()}


def _ids(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for portion in portions(sorted(set(numbers))):
        held = select(documents.c.number, documents.c.id).where(documents.c.number.in_(portion))
        found.update((row.number, row.id) for row in connection.execute(held))
    return found


def _write(connection: Connection, placed: Sequence[Placed], rows: dict[str, Row[Any]]) -> bool:
    """Keep where articles are placed; say whether any moved to another story, and stir their copies."""
    firsts = {one.story for one in placed}
    known = {identifier: rows[identifier].document for identifier in firsts if identifier in rows}
    for portion in portions(sorted(firsts - known.keys())):
        held = select(documents.c.id, documents.c.number).where(documents.c.id.in_(portion))
        known.update((row.id, row.number) for row in connection.execute(held))
    moved: list[int] = []
    for one in placed:
        row, story = rows[one.outline.article], known[one.story]
        if (row.story, row.reason) != (story, one.reason):
            changed = update(stories).where(stories.c.document == row.document)
            connection.execute(changed.values(story=story, reason=one.reason))
        if row.story != story:
            moved.append(row.document)
    put_once(connection, waiting_claims, [{"document": number} for number in moved])
    for numbers in portions(moved):
        held = (
            select(stories.c.day)
            .join_from(copies, stories, stories.c.document == copies.c.document)
            .where(copies.c.family.in_(numbers), copies.c.document.not_in(numbers))
            .distinct()
        )
        latest = max(row.day for row in rows.values())
        _wait(connection, [day for day in connection.scalars(held) if day > latest])
    return bool(moved)


def _after(day: date, first: int) -> list[date]:
    """Return a day and the seven after it, from the ``first`` of them on."""
    if day == date.max:
        return [day][first:]
    return [day + timedelta(n) for n in range(first, DAYS + 1) if day <= date.max - timedelta(DAYS)]


def _wait(connection: Connection, days: Sequence[date]) -> None:
    """Let those of some days on which there are articles wait to be placed."""
    there: list[date] = []
    for portion in portions(days):
        printed = select(stories.c.day).where(stories.c.day.in_(portion)).distinct()
        there += connection.scalars(printed)
    put_once(connection, waiting_days, [{"day": day} for day in sorted(there)])
