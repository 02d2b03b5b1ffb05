"""How much the layers hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import distinct, func, select

from dragoman.store import Store
from dragoman.store.layer_tables import copies, stories, tellings


@dataclass(frozen=True, slots=True)
class Counts:
    """Articles, stories, prints of texts that have several, those texts, tellings, and the acts told of."""

    documents: int
    stories: int
    copies: int
    families: int
    tellings: int
    acts: int


def counts(store: Store) -> Counts:
    """Return how much the layers hold."""
    columns: tuple[Any, ...] = (
        stories.c.document, distinct(stories.c.story), copies.c.document, distinct(copies.c.family),
        tellings.c.event, distinct(tellings.c.shared),
    )  # fmt: skip
    with store.reading() as connection:
        return Counts(*(connection.scalar(select(func.count(column))) or 0 for column in columns))
