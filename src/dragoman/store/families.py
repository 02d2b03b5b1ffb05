"""Families of copies, and articles on one story, as the store's layers have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, case, func, or_, select

from dragoman.store.ids import SHOWN
from dragoman.store.layer_tables import copies, fingerprints, overlaps, stories
from dragoman.store.loading import document_of
from dragoman.store.selecting import within
from dragoman.store.tables import documents


@dataclass(frozen=True, slots=True)
class Print:
    """One article of a family or a story.

    ``kind`` is origin, exact, near or correction in a family, article or copy in a story, and quotation for a
    text that shares a passage with the family's. ``score`` is the share of the shorter text's words; ``own``
    and ``left_out`` are words beside the origin's text; ``reason`` says why it is here.
    """

    id: str
    kind: str
    title: str | None
    publication: str | None
    published: date | None
    url: str | None
    origin: str | None
    score: float | None
    own: int | None
    left_out: int | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """A family of copies or a story: its id is that of its first article; ``articles`` come by day.

    ``origin`` is the article that the others go back to (of a story, its first), ``origins`` how many texts
    there are when copies of one text count once.
    """

    id: str
    kind: str
    origin: str
    why: str | None
    credit: str | None
    first: date | None
    last: date | None
    prints: int
    origins: int
    articles: tuple[Print, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """A page of families or stories, and how many there are in all."""

    groups: tuple[Group, ...]
    total: int


def families_that(
    connection: Connection, publication: str | None = None, since: date | None = None,
    until: date | None = None, page: int = 1, size: int = 20,
) -> Groups:  # fmt: skip
    """Return the families that a publication printed in a period, those with most prints first."""
    chosen = (
        select(copies.c.family)
        .join_from(copies, documents, documents.c.number == copies.c.document)
        .where(*_asked(publication, since, until))
    )
    counted = select(copies.c.family.label("one"), func.count().label("prints")).where(
        copies.c.family.in_(chosen)
    )
    return _page(connection, counted.group_by(copies.c.family), "copies", page, size)


def stories_that(
    connection: Connection, publication: str | None = None, since: date | None = None,
    until: date | None = None, page: int = 1, size: int = 20,
) -> Groups:  # fmt: skip
    """Return the stories of several articles that a publication wrote on in a period, the largest first."""
    chosen = (
        select(stories.c.story)
        .join_from(stories, documents, documents.c.number == stories.c.document)
        .where(*_asked(publication, since, until))
    )
    counted = select(stories.c.story.label("one"), func.count().label("prints")).where(
        stories.c.story.in_(chosen)
    )
    several = counted.group_by(stories.c.story).having(func.count() > 1)
    return _page(connection, several, "story", page, size)


def family_of(connection: Connection, identifier: str) -> Group | None:
    """Return the family that a document is of, those that quote its text included; None where it has none."""
    number, _ = document_of(connection, identifier)
    family = connection.scalar(select(copies.c.family).where(copies.c.document == number))
    quoting = _quoting(connection, number if family is None else family)
    if family is None and not quoting:
        return None
    if family is None:
        alone = _prints(connection, select(documents.c.number).where(documents.c.number == number), {})
        return _group("copies", alone, quoting)
    return _families(connection, [family])[0] if not quoting else _with(connection, family, quoting)


def story_of(connection: Connection, identifier: str) -> Group | None:
    """Return the story that a document is on; None where it waits to be placed."""
    number, _ = document_of(connection, identifier)
    story = connection.scalar(select(stories.c.story).where(stories.c.document == number))
    return None if story is None else _stories(connection, [story])[0]


def _asked(publication: str | None, since: date | None, until: date | None) -> list[Any]:
    named = [] if publication is None else [documents.c.publication == publication]
    return [*named, *within(documents.c.published, since, until)]


def _page(connection: Connection, counted: Select[Any], kind: str, page: int, size: int) -> Groups:
    groups = counted.subquery()
    total = connection.scalar(select(func.count()).select_from(groups)) or 0
    ordered = (
        select(groups.c.one)
        .join_from(groups, documents, documents.c.number == groups.c.one)
        .order_by(groups.c.prints.desc(), documents.c.published.desc().nulls_last(), documents.c.id)
    )
    found = list(connection.scalars(ordered.limit(size).offset((page - 1) * size)))
    made = _families(connection, found) if kind == "copies" else _stories(connection, found)
    return Groups(tuple(made), total)


def _families(connection: Connection, families: Sequence[int]) -> list[Group]:
    made = []
    for family in families:
        held = select(copies).where(copies.c.family == family)
        rows = {row.document: row for row in connection.execute(held)}
        made.append(_group("copies", _prints(connection, select(copies.c.document).where(
            copies.c.family == family), rows), ()))  # fmt: skip
    return made


def _with(connection: Connection, family: int, quoting: tuple[Print, ...]) -> Group:
    from dataclasses import replace

    (group,) = _families(connection, [family])
    return replace(group, articles=(*group.articles, *quoting))


def _prints(
    connection: Connection, chosen: Select[Any], rows: dict[int, Row[Any]]
) -> list[tuple[Row[Any], Row[Any] | None, Row[Any] | None]]:
    """Return a family's documents by day, each with its row of copies and its overlap with the origin."""
    found = connection.execute(
        select(documents, fingerprints.c.words)
        .join_from(documents, fingerprints, fingerprints.c.document == documents.c.number, isouter=True)
        .where(documents.c.number.in_(chosen))
        .order_by(documents.c.published.nulls_last(), documents.c.id)
    ).all()
    origin = next((row.origin for row in rows.values()), 0)
    beside = select(overlaps).where(or_(overlaps.c.one == origin, overlaps.c.two == origin))
    pairs = {row.two if row.one == origin else row.one: row for row in connection.execute(beside)}
    return [(row, rows.get(row.number), pairs.get(row.number)) for row in found]


def _group(
    kind: str, found: list[tuple[Row[Any], Row[Any] | None, Row[Any] | None]], quoting: tuple[Print, ...]
) -> Group:
    days = [row.published for row, _, _ in found if row.published]
    first = next((copy for _, copy, _ in found if copy is not None), None)
    source = next((row for row, copy, _ in found if copy is not None and copy.kind == "origin"), found[0][0])
    return Group(
        id=found[0][0].id[:SHOWN], kind=kind, origin=source.id[:SHOWN], why=first.why if first else None,
        credit=first.credit if first else None, first=min(days, default=None), last=max(days, default=None),
        prints=len(found), origins=1,
        articles=(*(_print(row, copy, pair, source) for row, copy, pair in found), *quoting),
    )  # fmt: skip


def _print(row: Row[Any], copy: Row[Any] | None, pair: Row[Any] | None, source: Row[Any]) -> Print:
    own = left_out = None
    if pair is not None and row.words is not None and source.words is not None:
        of_row, of_source = (
            (pair.of_one, pair.of_two) if pair.one == row.number else (pair.of_two, pair.of_one)
        )
        own, left_out = round((1 - of_row) * row.words), round((1 - of_source) * source.words)
    kind, score = (copy.kind, copy.score) if copy is not None else ("origin", 1.0)
    return Print(
        row.id[:SHOWN], kind, row.title, row.publication, row.published, row.url, row.origin, score, own,
        left_out, None,
    )  # fmt: skip


def _quoting(connection: Connection, number: int) -> tuple[Print, ...]:
    """Return the texts outside the family that share a passage with its first print."""
    other = case((overlaps.c.one == number, overlaps.c.two), else_=overlaps.c.one)
    family = copies.alias()
    query = (
        select(documents, overlaps.c.run, overlaps.c.of_one, overlaps.c.of_two)
        .join_from(overlaps, documents, documents.c.number == other)
        .outerjoin(family, family.c.document == other)
        .where(
            or_(overlaps.c.one == number, overlaps.c.two == number),
            overlaps.c.kind.in_(("contained", "passage")),
            or_(family.c.family.is_(None), family.c.family != number),
        )
        .order_by(documents.c.published.nulls_last(), documents.c.id)
    )
    return tuple(
        Print(row.id[:SHOWN], "quotation", row.title, row.publication, row.published, row.url, row.origin,
              round(max(row.of_one, row.of_two), 4), None, None, f"{row.run} words in a row are the same")
        for row in connection.execute(query)
    )  # fmt: skip


def _stories(connection: Connection, some: Sequence[int]) -> list[Group]:
    made = []
    for story in some:
        query = (
            select(documents, stories.c.reason, copies.c.family)
            .join_from(stories, documents, documents.c.number == stories.c.document)
            .outerjoin(copies, and_(copies.c.document == stories.c.document))
            .where(stories.c.story == story)
            .order_by(documents.c.published.nulls_last(), documents.c.id)
        )
        rows = connection.execute(query).all()
        days = [row.published for row in rows if row.published]
        articles = tuple(
            Print(row.id[:SHOWN], "copy" if row.family not in (None, row.number) else "article", row.title,
                  row.publication, row.published, row.url, row.origin, None, None, None, row.reason or None)
            for row in rows
        )  # fmt: skip
        texts = {row.family or row.number for row in rows}
        made.append(
            Group(rows[0].id[:SHOWN], "story", rows[0].id[:SHOWN], None, None, min(days, default=None),
                  max(days, default=None), len(rows), len(texts), articles)
        )  # fmt: skip
    return made
