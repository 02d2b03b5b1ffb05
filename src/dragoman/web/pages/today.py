"""Today: what is newest in the store, what changed, what is disputed of late, and which forecasts are due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fastapi import Depends, Request

from dragoman.alike import gathered, same_words
from dragoman.changing import ChangeLine
from dragoman.ledgers.card_lines import CardLine
from dragoman.ledgers.forecast_lines import ForecastLine, forecast_line
from dragoman.ledgers.kept.disputed import Sought, disputed
from dragoman.ledgers.kept.foreseen import Foreseen
from dragoman.ledgers.rulings import rulings, standing
from dragoman.store import EventFilters, Filters, Store
from dragoman.store.answers import ArticleLine, EventLine, StatementLine
from dragoman.store.latest import latest_articles
from dragoman.web.compared import compared
from dragoman.web.views import View, store_of
from dragoman.web.whole import changes

SHOWN, LINES, FEW = 8, 5, 4


@dataclass(frozen=True, slots=True)
class Today:
    """The latest articles, statements and events told as done, changes, new disputes, forecasts that are due.

    ``ready`` is false where the changes are still being made, and empty for that reason alone; they are of
    the first ``changes_of`` documents. ``compared`` is false where the last two are still being made.
    ``looked_at`` is how many pairs of states had evidence enough to have changed.
    """

    documents: int
    articles: tuple[ArticleLine, ...]
    statements: tuple[StatementLine, ...]
    events: tuple[EventLine, ...]
    changes: tuple[ChangeLine, ...]
    looked_at: int
    changes_of: int
    contested: tuple[CardLine, ...]
    due: tuple[ForecastLine, ...]
    ready: bool
    compared: bool


def today(request: Request, store: Store = Depends(store_of)) -> Today:
    """Return what was published last, and what follows from all that was."""
    with store.reading() as connection:
        articles = latest_articles(connection, SHOWN)
    statements = gathered(store.statements(Filters(), 1, LINES), same_words)
    events = store.events(EventFilters(status="done"), 1, LINES)
    moved, known, ruled = changes(request), compared(request), standing(rulings(store))
    with store.reading() as connection:
        new = disputed(connection, Sought(), 1, FEW)
        due = Foreseen(connection, ruled, date.today()).due(FEW)
    return Today(
        store.count(), articles, statements.lines, events.lines,
        moved.told.changes[:SHOWN] if moved.told else (), moved.told.looked_at if moved.told else 0,
        moved.documents, new.lines, tuple(map(forecast_line, due)), moved.ready, known.ready,
    )  # fmt: skip


TODAY = View(
    "/", "today.html", today, Today, EventLine, lambda answer: answer.events, lambda _: "Today",
    "What is newest in the store",
)  # fmt: skip
