"""What pages on relations stand on: acts and stands of a store, gathered once for each of its states."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Depends, HTTPException

from dragoman.gathered import Gathered, gather
from dragoman.web.kept import Keeper
from dragoman.web.views import keeper_of

WAIT = 5.0
"""Seconds that a page waits while acts are gathered for the first time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was gathered, of how many documents, and whether the store holds more by now."""

    gathered: Gathered
    documents: int
    fresh: bool


def seen(keeper: Keeper = Depends(keeper_of)) -> Seen:
    """Return what is gathered of the store; a 503 where that is still being done for the first time."""
    kept = keeper.ask(gather, WAIT)
    if kept is None:
        raise HTTPException(
            503, "the acts and positions of all articles are being gathered; load this page again in a minute"
        )
    return Seen(kept.answer, kept.stamp.documents, kept.fresh)
