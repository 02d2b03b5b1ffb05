"""Readings in any order → documents in the order of their ids, each text once, its copies beside it.

What was read is laid aside in a temporary SQLite file, so that memory stays flat and order does not matter.
"""

from __future__ import annotations

import pickle
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from pathlib import Path

from dragoman.errors import InputError
from dragoman.export.identity import document_id
from dragoman.records import Article, Reading

_TABLE = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE reading (sha256 TEXT, place TEXT, body BLOB, PRIMARY KEY (sha256, place)) WITHOUT ROWID;
BEGIN;
"""

# Of two readings of one appearance by one version (with different tables of the user's own), the same one is
# kept whatever the order.
_KEEP = """
INSERT INTO reading VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET body = min(body, excluded.body)
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """One appearance of a text: what is known about where it stood."""

    title: str | None
    publication: str | None
    author: str | None
    published: date | None
    url: str | None
    origin: str | None

    @property
    def order(self) -> tuple[str, ...]:
        """What appearances are put in order by: the earliest first, undated ones last."""
        day = self.published.isoformat() if self.published else "9999"
        facts = (self.publication, self.title, self.author, self.url, self.origin)
        return (day, *(fact or "" for fact in facts))


@dataclass(frozen=True, slots=True)
class Document:
    """A text with one reading of it, that of its earliest appearance, and all its appearances."""

    id: str
    reading: Reading
    copies: tuple[Copy, ...]


def documents(readings: Iterable[Reading]) -> Iterator[Document]:
    """Yield the documents that the readings are of, in the order of their ids.

    InputError where two texts share an id, which needs more than a million of them to be likely.
    """
    last = ""
    for sha256, group in groupby(in_order(readings), key=lambda reading: reading.id):
        identifier = document_id(sha256)
        if identifier == last:
            raise InputError(f"two texts share the id {identifier}: export them apart")
        first = next(group)
        # An appearance may have been read twice, by two versions.
        copies = dict.fromkeys(_copy(reading.article) for reading in chain([first], group))
        yield Document(identifier, first, tuple(copies))
        last = identifier


def in_order(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Yield each reading once, by text, then by appearance, the earliest first."""
    with tempfile.TemporaryDirectory(prefix="dragoman-export-") as folder:
        aside = sqlite3.connect(Path(folder, "readings.sqlite"), isolation_level=None)
        try:
            aside.executescript(_TABLE)
            for reading in readings:
                # Our own file, in our own folder, gone when we are: pickle is safe here, and the fastest.
                body = zlib.compress(pickle.dumps(reading, pickle.HIGHEST_PROTOCOL), 1)
                aside.execute(_KEEP, (*_place(reading), body))
            aside.execute("COMMIT")
            for (body,) in aside.execute("SELECT body FROM reading ORDER BY sha256, place"):
                yield pickle.loads(zlib.decompress(body))
        finally:
            aside.close()


def _place(reading: Reading) -> tuple[str, str]:
    """Return what readings are put in order by: the text, then the appearance, then the versions."""
    made = (reading.versions.dragoman, reading.versions.model, reading.versions.knowledge)
    order = "\0".join((*_copy(reading.article).order, *made))
    return reading.id, order.encode("utf-8", "surrogatepass").hex()


def _copy(article: Article) -> Copy:
    return Copy(
        article.title, article.publication, article.author, article.published, article.url, article.origin
    )
