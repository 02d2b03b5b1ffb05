"""What pages on relations stand on: acts and stands of a store, gathered once for each of its states."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from fastapi import Depends, HTTPException

from dragoman.gathered import Gathered, gather
from dragoman.store import Store
from dragoman.web.held import Held
from dragoman.web.kept import Keeper
from dragoman.web.views import keeper_of

Told = TypeVar("Told")
WAIT = 5.0
"""Seconds that a page waits while acts are gathered for the first time."""
ISSUES = 40
"""So many issues' pages, those of which most is told, are made before anybody asks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was gathered, of how many documents, and whether the store holds more by now."""

    held: Held
    documents: int
    fresh: bool

    def tell(self, function: Callable[..., Told], *arguments: object) -> Told:
        """Return ``function(store, gathered, *arguments)``, worked out where the store was gathered."""
        return self.held.tell(function, *arguments)


def seen(keeper: Keeper = Depends(keeper_of)) -> Seen:
    """Return what is gathered of the store; a 503 where that is still being done for the first time."""
    kept = keeper.hold(gather, WAIT, ahead)
    if kept is None:
        raise HTTPException(
            503, "the acts and positions of all articles are being gathered; load this page again in a minute"
        )
    return Seen(kept.answer, kept.stamp.documents, kept.fresh)


def ahead(store: Store, gathered: Gathered) -> Iterator[None]:
    """Make the pages of the largest issues and of the busiest pairs, one at a time."""
    from dragoman.web.pages.issue import told_of as issue_told_of
    from dragoman.web.pages.pair import busiest, told_of

    for name, _, _ in gathered.issues()[:ISSUES]:
        issue_told_of(store, gathered, name)
        yield
    for pair in busiest(gathered):
        told_of(store, gathered, pair)
        yield
