"""What was published last."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dragoman.store.answers import ArticleLine
from dragoman.store.lines import article_lines
from dragoman.store.tables import documents


def latest_articles(connection: Connection, size: int) -> tuple[ArticleLine, ...]:
    """Return so many articles, those published last first, each with the beginning of its text."""
    ordered = select(documents.c.number).order_by(documents.c.published.desc().nulls_last())
    numbers = list(connection.scalars(ordered.order_by(documents.c.number.desc()).limit(size)))
    return article_lines(connection, numbers, ())
