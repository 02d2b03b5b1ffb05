"""The same text, printed again: exact and near copies among any number of articles.

``CopyIndex`` keeps fingerprints in a SQLite file, so that memory stays flat and a later run goes on
where the last one ended; ``copies`` does the same once, in a temporary file.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from dragoman.resolve.credits import credit_of
from dragoman.resolve.grouping import CopyGroup, Printed, groups_of
from dragoman.resolve.overlap import Overlap, Thresholds, overlap
from dragoman.resolve.shingles import Fingerprint, fingerprint

_SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
  id TEXT PRIMARY KEY, digest TEXT NOT NULL, published TEXT, publication TEXT, credit TEXT,
  words INTEGER NOT NULL, shingles BLOB NOT NULL, figures BLOB NOT NULL, marks BLOB NOT NULL,
  place INTEGER UNIQUE
);
CREATE INDEX IF NOT EXISTS document_digest ON document (digest) WHERE place IS NOT NULL;
CREATE INDEX IF NOT EXISTS document_new ON document (published, id) WHERE place IS NULL;
CREATE TABLE IF NOT EXISTS posting (mark INTEGER, place INTEGER, PRIMARY KEY (mark, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS overlap (
  one TEXT, two TEXT, kind TEXT, of_one REAL, of_two REAL, run INTEGER, reason TEXT, PRIMARY KEY (one, two)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS overlap_two ON overlap (two);
"""
_VERSION = 1
_FEW = 4
_MOST = 64
"""Earlier texts that a mark leads to, and texts that one is compared with, best first."""


class Document(NamedTuple):
    """An article's text with what tells prints of one text apart; any such tuple will do."""

    id: str
    text: str
    published: date | None = None
    publication: str | None = None


def copies(
    documents: Iterable[tuple[str, str, date | None, str | None]], thresholds: Thresholds | None = None
) -> tuple[CopyGroup, ...]:
    """Return the groups of copies among ``documents`` (id, text, day, publication), whatever their order.

    The same document twice counts once; ValueError for two texts under one id.

    >>> text = "TEHRAN (Specimen Wire) — The envoys of both sides met on Monday and agreed on gas."
    >>> [group.members for group in copies([("b", text, None, None), ("a", text.upper(), None, None)])]
    [('a', 'b')]
    """
    with CopyIndex(thresholds=thresholds) as index:
        for document in documents:
            index.add(*document)
        return index.groups()


class CopyIndex:
    """Fingerprints and overlaps of articles, added at any time, kept in a SQLite file.

    ``path`` None keeps them in a temporary file that goes with the index. The same documents give the
    same groups in whatever order they are added before ``match``; those added after a ``match`` are
    compared with the earlier ones, at most with the 64 that share most.
    """

    def __init__(self, path: Path | str | None = None, thresholds: Thresholds | None = None) -> None:
        """Open or make an index; ValueError where the file is of another version."""
        self._thresholds = thresholds or Thresholds()
        self._base = sqlite3.connect(str(path) if path else "")
        self._base.execute("PRAGMA cache_size = -64000")
        version = self._base.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _VERSION):
            self._base.close()
            raise ValueError(f"the index of copies has version {version}, not {_VERSION}: build it anew")
        self._base.executescript(_SCHEMA + f"PRAGMA user_version = {_VERSION};")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added and not yet matched is kept and matched later."""
        self._base.commit()
        self._base.close()

    def __len__(self) -> int:
        count: int = self._base.execute("SELECT count(*) FROM document").fetchone()[0]
        return count

    def add(self, id: str, text: str, published: date | None = None, publication: str | None = None) -> None:
        """Add a document; nothing changes where it is there. ValueError for another text under its id."""
        made = fingerprint(text)
        old = self._base.execute("SELECT digest FROM document WHERE id = ?", (id,)).fetchone()
        if old is not None:
            if old[0] != made.digest:
                raise ValueError(f"there is another text under the id {id}")
            return
        day = published.isoformat() if published else None
        blobs = (made.shingles.tobytes(), made.figures.tobytes(), made.marks.tobytes())
        self._base.execute(
            "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (id, made.digest, day, publication, credit_of(text), made.words, *blobs),
        )

    def match(self) -> int:
        """Compare what is new with all that is there, by day and id; return how many were new."""
        rows = self._base.execute(
            "SELECT id FROM document WHERE place IS NULL ORDER BY published IS NULL, published, id"
        )
        new: list[str] = [row[0] for row in rows]
        first = self._base.execute("SELECT coalesce(max(place), -1) + 1 FROM document").fetchone()[0]
        for place, identifier in enumerate(new, first):
            self._place(identifier, place)
            if place % 1_000 == 0:
                self._base.commit()
        self._base.commit()
        return len(new)

    def groups(self) -> tuple[CopyGroup, ...]:
        """Return the groups of copies among all documents, matching what is new first."""
        self.match()
        copied = (
            "SELECT one FROM overlap WHERE kind IN ('exact', 'near', 'contained')"
            " UNION SELECT two FROM overlap WHERE kind IN ('exact', 'near', 'contained')"
        )
        known = self._overlaps(f"one IN ({copied}) OR two IN ({copied})", ())
        rows = self._base.execute(
            "SELECT id, published, publication, credit, words FROM document"
            " WHERE id IN (SELECT one FROM overlap UNION SELECT two FROM overlap)"
        )
        printed = {
            row[0]: Printed(row[0], date.fromisoformat(row[1]) if row[1] else None, *row[2:]) for row in rows
        }
        return groups_of(printed, known)

    def overlaps(self, id: str) -> tuple[Overlap, ...]:
        """Return all overlaps of one document, copies and mere passages; of exact copies only the first
        is compared with other texts."""
        self.match()
        return tuple(self._overlaps("one = ? OR two = ?", (id, id)))

    def _overlaps(self, condition: str, values: tuple[str, ...]) -> Iterator[Overlap]:
        rows = self._base.execute(f"SELECT * FROM overlap WHERE {condition} ORDER BY one, two", values)
        return (Overlap(*row) for row in rows)

    def _place(self, identifier: str, place: int) -> None:
        """Compare one document with those placed before it, and place it."""
        mine = self._fingerprint(identifier)
        twin = self._base.execute(
            "SELECT id FROM document WHERE digest = ? AND place IS NOT NULL ORDER BY place LIMIT 1",
            (mine.digest,),
        ).fetchone()
        if twin is not None:
            self._keep(overlap(twin[0], mine, identifier, mine))
        else:
            for other in self._candidates(mine):
                self._keep(overlap(other, self._fingerprint(other), identifier, mine, self._thresholds))
            marks = ((mark, place) for mark in mine.marks.tolist())
            self._base.executemany("INSERT OR IGNORE INTO posting VALUES (?, ?)", marks)
        self._base.execute("UPDATE document SET place = ? WHERE id = ?", (place, identifier))

    def _candidates(self, mine: Fingerprint) -> list[str]:
        """Return the ids of earlier texts that share marks, those that share most first."""
        shared: Counter[int] = Counter()
        for mark in mine.marks.tolist():
            rows = self._base.execute(
                "SELECT place FROM posting WHERE mark = ? ORDER BY place LIMIT ?", (mark, _MOST)
            )
            shared.update(row[0] for row in rows)
        # One mark in common is a phrase; only a text that has hardly more of them is looked at for one.
        least = 2 if len(mine.marks) > _FEW else 1
        likely = (place for place, marks in shared.items() if marks >= least)
        best = sorted(likely, key=lambda place: (-shared[place], place))[:_MOST]
        asked = "SELECT id FROM document WHERE place = ?"
        return [self._base.execute(asked, (place,)).fetchone()[0] for place in best]

    def _keep(self, found: Overlap | None) -> None:
        if found is not None:
            row = (found.one, found.two, found.kind, found.of_one, found.of_two, found.run, found.reason)
            self._base.execute("INSERT OR REPLACE INTO overlap VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _fingerprint(self, identifier: str) -> Fingerprint:
        """Return a document's fingerprint as it was kept."""
        import numpy as np

        digest, words, shingles, figures, marks = self._base.execute(
            "SELECT digest, words, shingles, figures, marks FROM document WHERE id = ?", (identifier,)
        ).fetchone()
        return Fingerprint(
            digest,
            words,
            np.frombuffer(shingles, dtype=np.uint32),
            np.frombuffer(figures, dtype=np.uint32),
            np.frombuffer(marks, dtype=np.int64),
        )
