"""What was published last."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dragoman.store.answers import ArticleLine
from dragoman.store.lines import article_lines
from dragoman.store.listing import latest
from dragoman.store.tables import documents


def latest_articles(connection: Connection, size: int) -> tuple[ArticleLine, ...]:
    """Return so many articles, those published last first, each with the beginning of its text."""
    every = latest(select(documents.c.number), documents.c.number, documents.c.published, size)
    numbers = list(connection.scalars(every))
    return article_lines(connection, numbers, ())
