"""Overlaps in the store → families of copies, made anew for the texts that a new one hangs together with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select

from dragoman.layering.portions import portions
from dragoman.resolve import CopyGroup, Overlap, Printed, groups_of
from dragoman.store.compared_tables import waiting_claims
from dragoman.store.layer_tables import copies, fingerprints, overlaps
from dragoman.store.once import put_once
from dragoman.store.tables import documents

_JOINED = ("exact", "near", "contained")


def regroup(connection: Connection, touched: Iterable[int]) -> set[int]:
    """Bring together the copies among the touched documents and all that they hang together with.

    Returns the documents whose family is another one now.
    """
    reach = _reach(connection, touched)
    pairs = list(_pairs(connection, reach))
    around = sorted(reach | {number for row in pairs for number in (row.one, row.two)})
    facts = {row.document: row for row in _printed(connection, around)}
    names = {number: row.id for number, row in facts.items()}
    numbers = {identifier: number for number, identifier in names.items()}
    printed = {
        row.id: Printed(row.id, row.published, row.publication, row.credit, row.words)
        for row in facts.values()
    }
    known = [_overlap(row, names) for row in pairs]
    corrects = {row.id for row in facts.values() if row.corrects}
    rows = [
        {**row, "document": numbers[row["document"]], "family": numbers[group.id],
         "origin": numbers[group.origin]}
        for group in groups_of(printed, known)
        for row in _members(group, corrects)
    ]  # fmt: skip
    return _write(connection, reach, rows)


def _reach(connection: Connection, touched: Iterable[int]) -> set[int]:
    """Return the touched documents, and those that copies or containment lead to from them."""
    reach = set(touched)
    edge = sorted(reach)
    while edge:
        found: set[int] = set()
        for portion in portions(edge):
            near = select(overlaps.c.one, overlaps.c.two).where(
                overlaps.c.kind.in_(_JOINED), or_(overlaps.c.one.in_(portion), overlaps.c.two.in_(portion))
            )
            found.update(number for row in connection.execute(near) for number in row)
        edge = sorted(found - reach)
        reach |= found
    return reach


def _pairs(connection: Connection, reach: set[int]) -> Iterator[Row[Any]]:
    """Yield each overlap of the documents once: also those that are no copies tell digests from prints."""
    seen: set[tuple[int, int]] = set()
    for portion in portions(sorted(reach)):
        near = select(overlaps).where(or_(overlaps.c.one.in_(portion), overlaps.c.two.in_(portion)))
        for row in connection.execute(near.order_by(overlaps.c.one, overlaps.c.two)):
            if (row.one, row.two) not in seen:
                seen.add((row.one, row.two))
                yield row


def _printed(connection: Connection, numbers: Sequence[int]) -> Iterator[Row[Any]]:
    held = fingerprints.c
    query: Any = select(
        held.document, documents.c.id, documents.c.published, documents.c.publication, held.credit,
        held.words, held.corrects,
    ).join_from(fingerprints, documents, documents.c.number == held.document)  # fmt: skip
    for portion in portions(numbers):
        yield from connection.execute(query.where(held.document.in_(portion)))


def _overlap(row: Row[Any], names: dict[int, str]) -> Overlap:
    return Overlap(names[row.one], names[row.two], row.kind, row.of_one, row.of_two, row.run, "")


def _members(group: CopyGroup, corrects: set[str]) -> Iterator[dict[str, Any]]:
    """Yield a row for each member of a family: what it is beside the origin, or beside its likest."""
    pairs_of: dict[str, list[Overlap]] = defaultdict(list)
    for pair in group.pairs:
        pairs_of[pair.one].append(pair)
        pairs_of[pair.two].append(pair)
    for member in group.members:
        pairs = pairs_of[member]
        direct = [pair for pair in pairs if group.origin in (pair.one, pair.two)]
        best = max(direct or pairs, key=lambda pair: (pair.kind == "exact", max(pair.of_one, pair.of_two)))
        kind: str = best.kind
        if member == group.origin:
            kind = "origin"
        elif member in corrects:
            kind = "correction"
        yield {
            "document": member, "kind": kind, "why": group.why, "credit": group.credit,
            "score": 1.0 if kind == "origin" else round(max(best.of_one, best.of_two), 4),
        }  # fmt: skip


def _write(connection: Connection, reach: set[int], rows: list[dict[str, Any]]) -> set[int]:
    before: dict[int, int] = {}
    for portion in portions(sorted(reach)):
        held = select(copies.c.document, copies.c.family).where(copies.c.document.in_(portion))
        before.update((row.document, row.family) for row in connection.execute(held))
        connection.execute(delete(copies).where(copies.c.document.in_(portion)))
    mine = [row for row in rows if row["document"] in reach]
    if mine:
        connection.execute(insert(copies), mine)
    now = {row["document"]: row["family"] for row in mine}
    moved = {one for one in reach if before.get(one, one) != now.get(one, one)}
    put_once(connection, waiting_claims, [{"document": one} for one in sorted(moved)])
    return moved
