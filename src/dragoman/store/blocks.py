"""Blocks of documents by the order in which they were added, as words of PostgreSQL's index of words.

SQLite's index is read from its end. PostgreSQL's knows no order: of a word that some thousands of texts have,
each would be looked at for the latest few. So a text's vector also holds the names of the blocks that its
document stands in, from 128 documents to 131,072, and ``fulltext.latest`` asks the latest blocks first: the
index then joins two short lists, the word's and the block's, without a look at what lies between.
"""

from __future__ import annotations

from typing import Literal

from dragoman.store.ids import SHIFT

Kind = Literal["document", "statement", "spelling"]
"""What has an index of words."""

SIZES = (7, 9, 11, 13, 15, 17)
"""How many binary digits of a document's number each size of block leaves out."""

SHIFTS: dict[Kind, int | None] = {"document": 0, "statement": SHIFT, "spelling": None}
"""How far a row's id is shifted from its document's number; None for what belongs to no document."""


def blocks_of(kind: Kind, identifier: int) -> list[str]:
    """Return the names of the blocks that a row stands in, none of which is a word; none without a document.

    >>> blocks_of("document", 300)
    ['@7:2', '@9:0', '@11:0', '@13:0', '@15:0', '@17:0']
    """
    shift = SHIFTS[kind]
    return [] if shift is None else [f"@{size}:{identifier >> shift >> size}" for size in SIZES]


def latest_two(size: int, until: int) -> tuple[list[str], int]:
    """Return the names of the last two blocks of a size before the document ``until``, and where they begin.

    >>> latest_two(7, 301)
    (['@7:2', '@7:1'], 128)
    """
    last = (until - 1) >> size
    names = [f"@{size}:{block}" for block in (last, last - 1) if block >= 0]
    return names, max(0, last - 1) << size
