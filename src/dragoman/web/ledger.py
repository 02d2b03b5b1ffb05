"""The ledger of forecasts as of now: the keeper's rows, with what people have ruled since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from fastapi import Request

from dragoman.ledgers.rulings import rulings, standing
from dragoman.relations.predictions.forecasts import ForecastState, Row, Ruling
from dragoman.store.stamp import stamp_of
from dragoman.web.views import store_of
from dragoman.web.whole import Whole, all_forecasts, whole


def rows_now(request: Request, wait: bool = False) -> Whole[tuple[Row, ...]]:
    """Return all rows, each in the state that it is in now; ``wait`` as a program does.

    Those that wait for a ruling come first, then the latest told. It is ordered once for a day and a ruling.
    """
    kept = whole(request, all_forecasts, wait)
    if kept.told is None:
        return kept
    store, state = store_of(request), request.app.state
    key = id(kept.told), stamp_of(store).judgements, date.today()
    known = getattr(state, "ledger", None)
    if known is None or known[0] != key:
        rows = sorted(_ruled(kept.told, standing(rulings(store)), date.today()), key=_order)
        known = state.ledger = key, tuple(rows), kept.told  # the last, so that its id stays its own
    return replace(kept, told=known[1])


def _order(row: Row) -> tuple[bool, int, str]:
    day = row.first.report.day or date.min
    return row.state != "due", -day.toordinal(), row.id


def _ruled(rows: Iterable[Row], ruled: Mapping[str, Ruling], today: date) -> Iterable[Row]:
    for row in rows:
        last = next((one.last for one in row.told if one.last), None)
        open_state: ForecastState = "due" if last is not None and last < today else "open"
        state = ruled.get(row.id, open_state)
        yield row if state == row.state else replace(row, state=state)
