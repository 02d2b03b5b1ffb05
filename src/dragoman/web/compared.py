"""How far the desk's disputes and forecasts have come: kept with each article, never made in a request."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from fastapi import Request
from sqlalchemy import func, select

from dragoman.errors import StoreError
from dragoman.layering import Layers
from dragoman.ledgers.kept import Kept
from dragoman.ledgers.kept.bringing import waiting
from dragoman.store import Store
from dragoman.store.tables import documents
from dragoman.web.kept import Keeper
from dragoman.web.views import store_of

AT_FIRST = 0.01
"""Seconds that a page waits for a store of an earlier version, whose articles are compared beside it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many documents are compared, and whether these are all that the store holds."""

    documents: int
    fresh: bool

    @property
    def ready(self) -> bool:
        """Whether there is anything to tell: a store of an earlier version is compared first."""
        return self.fresh or self.documents > 0


def compared(request: Request) -> Compared:
    """Return how far it has come; where nothing is compared yet, that is begun beside the requests."""
    found = _compared(store_of(request))
    if not found.ready:
        keeper: Keeper = request.app.state.keeper
        with contextlib.suppress(StoreError):  # a store that may only be read stays as it is
            keeper.ask(bring_in, AT_FIRST)
    return found


def bring_in(store: Store) -> int:
    """Compare all articles that wait; return how many they were."""
    Layers(store).bring_in()
    return Kept(store).bring_in()


def _compared(store: Store) -> Compared:
    with store.reading() as connection:
        left = waiting(connection)
        count = connection.scalar(select(func.count()).select_from(documents)) or 0
    return Compared(count - left, not left)
