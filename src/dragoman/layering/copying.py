"""Texts in the store → overlaps and families of copies.

Two texts are compared where they share looked-up marks (``resolve.shingles``). A mark that many texts share
(a footer) leads only to the ``MOST`` of them that come first by rank, so that no text is compared with all
others; and since the rank of a text is the beginning of its SHA-256, which of them that are depends on the
texts alone. MinHash takes the smallest hash of a set in the same way (Broder 1997).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, text

from dragoman.layering.portions import portions
from dragoman.resolve import Fingerprint, credit_of, fingerprint, overlap, says_it_corrects
from dragoman.store.layer_tables import copy_marks, fingerprints, overlaps

MOST = 32
"""So many texts, those of lowest rank, can be found by one mark."""
_TOGETHER = 40
"""So many marks are looked up in one question: databases limit how long one may be."""
_FEW = 4
"""A text with no more marks than this is compared for one in common; others for two."""


def rank_of(identifier: str) -> int:
    """Return the rank of a text: the first sixty bits of its SHA-256."""
    return int(identifier[:15], 16)


def enter(connection: Connection, number: int, rank: int, words: str) -> set[int]:
    """Compare a text with those that are there; return the documents whose overlaps changed, itself included.

    A text that is there already is not compared again: only where and when it was printed may be new.
    """
    there = select(fingerprints.c.document).where(fingerprints.c.document == number)
    if connection.scalar(there) is not None:
        return {number}
    made = fingerprint(words)
    connection.execute(
        insert(fingerprints).values(
            document=number, rank=rank, digest=made.digest, words=made.words, credit=credit_of(words),
            corrects=int(says_it_corrects(words)), shingles=made.shingles.tobytes(),
            figures=made.figures.tobytes(), marks=made.marks.tobytes(),
        )
    )  # fmt: skip
    marks = _marks(made)
    shared: Counter[int] = Counter()
    fallen: set[int] = set()
    for mark, first in _first(connection, marks).items():
        earlier, later, out = _beside(connection, mark, rank, first)
        shared.update(earlier)
        shared.update(later)
        fallen.update(out)
    rows = [{"mark": mark, "rank": rank, "document": number} for mark in marks]
    connection.execute(insert(copy_marks), rows)
    return {number} | _compare(connection, (number, rank, made), shared) | _recheck(connection, fallen)


def _marks(made: Fingerprint) -> list[int]:
    """Return the keys by which a text is found: its marks, and one for all its words together."""
    return [*made.marks.tolist(), _whole(made.digest)]


def _whole(digest: str) -> int:
    return -int(digest[:15], 16) - 1


def _first(connection: Connection, marks: Sequence[int]) -> dict[int, list[Row[Any]]]:
    """Return for each mark the texts of lowest rank that have it, in one question for many marks."""
    found: dict[int, list[Row[Any]]] = {mark: [] for mark in marks}
    for first in range(0, len(marks), _TOGETHER):
        some = marks[first : first + _TOGETHER]
        lists = (
            f"SELECT * FROM (SELECT mark, rank, document FROM copy_marks WHERE mark = :m{place}"
            f" ORDER BY rank, document LIMIT {MOST}) AS t{place}"
            for place in range(len(some))
        )
        asked = text(" UNION ALL ".join(lists))
        for row in connection.execute(asked, {f"m{place}": mark for place, mark in enumerate(some)}):
            found[row.mark].append(row)
    return {mark: sorted(rows, key=lambda row: (row.rank, row.document)) for mark, rows in found.items()}


def _beside(
    connection: Connection, mark: int, rank: int, first: Sequence[Row[Any]]
) -> tuple[list[int], list[int], list[int]]:
    """Return the texts that a mark joins a new one with: those before, those after; and who gives way."""
    earlier = [row.document for row in first if row.rank < rank]
    if len(earlier) == MOST:
        return earlier, [], []
    later = [row.document for row in first[len(earlier) :]]
    if len(first) < MOST:
        return earlier, later, []
    held = copy_marks.c
    beyond = select(held.document).where(held.mark == mark, held.rank > first[-1].rank)
    rest = list(connection.scalars(beyond))
    return earlier, later + rest, [first[-1].document]


def _compare(connection: Connection, new: tuple[int, int, Fingerprint], shared: Counter[int]) -> set[int]:
    """Compare a new text with those that it shares marks with, and keep how they overlap."""
    number, rank, made = new
    changed: set[int] = set()
    for row in _fingerprints(connection, sorted(shared)):
        other = _fingerprint(row)
        if not _enough(shared[row.document], made, other):
            continue
        one, two = ((number, made), (row.document, other))
        if row.rank < rank:
            one, two = two, one
        found = overlap(str(one[0]), one[1], str(two[0]), two[1])
        if found is not None:
            connection.execute(
                insert(overlaps).values(
                    one=one[0], two=two[0], kind=found.kind, of_one=found.of_one, of_two=found.of_two,
                    run=found.run,
                )
            )  # fmt: skip
            changed.add(row.document)
    return changed


def _enough(shared: int, one: Fingerprint, two: Fingerprint) -> bool:
    """Say whether two texts share enough to be compared."""
    if one.digest == two.digest:
        return True
    return shared >= (2 if min(len(one.marks), len(two.marks)) > _FEW else 1)


def _recheck(connection: Connection, fallen: Iterable[int]) -> set[int]:
    """Forget the overlaps of texts that marks no longer lead to; return the documents concerned."""
    changed: set[int] = set()
    for one in sorted(fallen):
        pairs = list(connection.scalars(select(overlaps.c.two).where(overlaps.c.one == one)))
        if not pairs:
            continue
        (mine,) = _fingerprints(connection, [one])
        first = _fingerprint(mine)
        leading = {mark for mark in _marks(first) if _leads(connection, mark, mine.rank)}
        for row in _fingerprints(connection, pairs):
            second = _fingerprint(row)
            shared = leading & set(_marks(second))
            if not shared or not _enough(len(shared), first, second):
                connection.execute(
                    delete(overlaps).where(overlaps.c.one == one, overlaps.c.two == row.document)
                )
                changed |= {one, row.document}
    return changed


def _leads(connection: Connection, mark: int, rank: int) -> bool:
    """Say whether a mark leads to the text of that rank."""
    before = select(copy_marks.c.rank).where(copy_marks.c.mark == mark, copy_marks.c.rank < rank)
    return (connection.scalar(select(func.count()).select_from(before.limit(MOST).subquery())) or 0) < MOST


def _fingerprints(connection: Connection, numbers: Sequence[int]) -> Iterator[Row[Any]]:
    for portion in portions(numbers):
        query = select(fingerprints).where(fingerprints.c.document.in_(portion))
        yield from connection.execute(query.order_by(fingerprints.c.document)).all()


def _fingerprint(row: Row[Any]) -> Fingerprint:
    import numpy as np

    return Fingerprint(
        row.digest, row.words, np.frombuffer(row.shingles, np.uint32), np.frombuffer(row.figures, np.uint32),
        np.frombuffer(row.marks, np.int64),
    )  # fmt: skip
