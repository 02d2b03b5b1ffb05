"""Today: what is newest in the store."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Depends

from dragoman.store import EventFilters, Filters, Store
from dragoman.store.answers import EventLine, StatementLine
from dragoman.web.views import View, store_of

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Today:
    """The latest statements and events, and how many documents there are."""

    documents: int
    statements: tuple[StatementLine, ...]
    events: tuple[EventLine, ...]


def today(store: Store = Depends(store_of)) -> Today:
    """Return what was published last."""
    statements = store.statements(Filters(), 1, SHOWN)
    events = store.events(EventFilters(), 1, SHOWN)
    return Today(store.count(), statements.lines, events.lines)


TODAY = View(
    "/", "today.html", today, Today, EventLine, lambda answer: answer.events, lambda _: "Today",
    "What is newest in the store",
)  # fmt: skip
