"""Forecasts: the ledger of who foretold what, what people ruled came of it, scores from enough of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from dragoman.ledgers.forecast_lines import ForecastLine, forecast_line
from dragoman.ledgers.kept.foreseen import Foreseen
from dragoman.ledgers.rulings import Ruled, rulings, standing
from dragoman.relations.predictions.forecasts import ForecastState
from dragoman.relations.predictions.scoring import ENOUGH, Score, scores
from dragoman.store import Store
from dragoman.web.compared import compared
from dragoman.web.views import BLANK, View, Word, store_of

SIZE = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A forecast, and the ruling on it that stands, where there is one."""

    line: ForecastLine
    ruling: Ruled | None


@dataclass(frozen=True, slots=True)
class Forecasts:
    """A page of the ledger; ``states`` counts all that pass the other filters, ``scored`` needs ``enough``
    resolved forecasts with numbers of one claimant."""

    ready: bool
    documents: int
    fresh: bool
    page: int
    total: int
    states: tuple[tuple[str, int], ...]
    entries: tuple[Entry, ...]
    scored: tuple[Score, ...]
    enough: int


def forecasts(
    request: Request,
    by: Word = None,
    about: Word = None,
    state: Annotated[ForecastState | None, BLANK] = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    store: Store = Depends(store_of),
) -> Forecasts:
    """Return the forecasts that are asked for: those that wait for a ruling first, then the latest."""
    known = compared(request)
    entered = rulings(store)
    ruled = {one.forecast: one for one in entered if one.stands}
    with store.reading() as connection:
        found = Foreseen(connection, standing(entered), date.today()).page(by, about, state, page, SIZE)
    return Forecasts(
        known.ready, known.documents, known.fresh, page, found.total, found.states,
        tuple(Entry(forecast_line(row), ruled.get(row.id)) for row in found.rows), scores(found.resolved),
        ENOUGH,
    )  # fmt: skip


FORECASTS = View(
    "/forecasts", "forecasts.html", forecasts, Forecasts, ForecastLine,
    lambda answer: [entry.line for entry in answer.entries], lambda _: "Forecasts",
    "The ledger of forecasts",
)  # fmt: skip
