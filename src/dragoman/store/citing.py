"""An id → what to cite: the article, the span, its words, and the versions of what found it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import StoreError
from dragoman.store.ids import LETTERS, SHIFT, SHOWN, parsed_id, public_id
from dragoman.store.loading import document_of
from dragoman.store.tables import documents, metadata, origins

_MOST = 2_000
"""So many characters of a finding's words are quoted."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The evidence and what found it; ``text[start:end]`` of the document begins with ``quote``.

    ``kind`` is "document" or the finding's list in the reading. ``origins`` are all places where the same
    text was met.
    """

    id: str
    kind: str
    document: str
    start: int
    end: int
    quote: str
    title: str | None
    author: str | None
    publication: str | None
    published: date | None
    url: str | None
    origin: str | None
    origins: tuple[str, ...]
    dragoman: str
    model: str
    knowledge: str

    @property
    def text(self) -> str:
        """The citation as a line of prose."""
        title = f"“{self.title}”" if self.title else "Untitled article"
        day = self.published.isoformat() if self.published else "undated"
        where = self.url or self.origin
        facts = [self.author, title, self.publication, day, where, f"SHA-256 {self.document}"]
        article = ", ".join(fact for fact in facts if fact)
        made = f"Dragoman {self.dragoman}, model {self.model}, knowledge {self.knowledge}"
        return f"{article}, characters {self.start} to {self.end}. Found by {made}; {self.kind} {self.id}."


def cite(connection: Connection, asked: str) -> Citation:
    """Return the citation of a document or a finding; StoreError where the store doesn't hold it."""
    prefix, letter, count = parsed_id(asked)
    number, identifier = document_of(connection, prefix)
    row: Any = connection.execute(select(documents).where(documents.c.number == number)).one()
    if letter is None:
        kind, public, (start, end) = "document", identifier[:SHOWN], (0, len(row.text))
    else:
        kind, public = LETTERS[letter], public_id(identifier, letter, count)
        table = metadata.tables[kind]
        place = select(table.c.start, table.c.end).where(table.c.id == (number << SHIFT) + count)
        found = connection.execute(place).one_or_none()
        if found is None or found.start is None:
            raise StoreError(f"document {identifier[:SHOWN]} has no finding {letter}{count}")
        start, end = found
    met = select(origins.c.origin).where(origins.c.document == number).order_by(origins.c.origin)
    return Citation(
        id=public, kind=kind, document=identifier, start=start, end=end,
        quote=row.text[start : min(end, start + _MOST)], title=row.title, author=row.author,
        publication=row.publication, published=row.published, url=row.url, origin=row.origin,
        origins=tuple(connection.scalars(met)), dragoman=row.dragoman, model=row.model,
        knowledge=row.knowledge,
    )  # fmt: skip
