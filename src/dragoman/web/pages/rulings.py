"""What came of forecasts, as people rule: entered and undone, by name, with a reason."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from dragoman.errors import StoreError
from dragoman.ledgers.kept.foreseen import Foreseen
from dragoman.ledgers.rulings import Ruled, rule, unrule
from dragoman.relations.predictions.forecasts import Ruling
from dragoman.store import Store
from dragoman.web.failures import WRITES
from dragoman.web.views import store_of

ROUTER = APIRouter(prefix="/forecasts/rulings", responses={**WRITES})
Reason = Annotated[str | None, Field(max_length=2_000, description="Why; kept with the ruling")]
Name = Annotated[str | None, Field(max_length=200, description="Who rules; by default the user's name")]


class Verdict(BaseModel):
    """A ruling on a forecast, by the forecast's id."""

    forecast: Annotated[str, Field(max_length=40)]
    ruling: Ruling
    because: Reason = None
    by: Name = None


class Undoing(BaseModel):
    """Why a ruling is undone, and by whom."""

    because: Reason = None
    by: Name = None


@ROUTER.post("", summary="Rule what came of a forecast", status_code=201)
def ruled(verdict: Verdict, store: Store = Depends(store_of)) -> Ruled:
    """Enter a ruling; a later one takes the place of an earlier one, and both are kept."""
    with store.reading() as connection:
        known = Foreseen(connection, {}, date.today()).holds(verdict.forecast)
    if not known:
        raise StoreError(f"no forecast in the store is called {verdict.forecast!r}")
    return rule(store, verdict.forecast, verdict.ruling, verdict.because or None, verdict.by or None)


@ROUTER.post("/{number}/undo", summary="Undo a ruling")
def undone(number: int, why: Undoing, store: Store = Depends(store_of)) -> Ruled:
    """Undo a ruling; both stay in the ledger, and the forecast is open again."""
    return unrule(store, number, why.because or None, why.by or None)
