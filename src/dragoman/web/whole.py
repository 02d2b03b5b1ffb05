"""What pages tell of the whole store, as the keeper has it: which pairs of states changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from fastapi import HTTPException, Request

from dragoman.changing import Changed, changed_in
from dragoman.gathered import Gathered, gather
from dragoman.store import Store
from dragoman.web.gathering import ahead
from dragoman.web.kept import Keeper

Told = TypeVar("Told")
AT_FIRST, FOR_A_PROGRAM = 0.01, 10.0
"""Seconds that a page waits, which asks again by itself, and that whoever asks for JSON or CSV waits."""


@dataclass(frozen=True, slots=True)
class Whole(Generic[Told]):
    """An answer over the whole store, from how many documents; None while the first is being made.

    ``fresh`` is false where the store has grown since.
    """

    told: Told | None
    documents: int
    fresh: bool

    @property
    def ready(self) -> bool:
        """Whether there is an answer."""
        return self.told is not None


def changed_of(_: Store, gathered: Gathered) -> Changed:
    """Return which pairs changed, by what was gathered of a store."""
    return changed_in(gathered)


def changes(request: Request) -> Whole[Changed]:
    """Return which pairs changed; a program gets a 503 where that is not known yet, a page is made without.

    Whoever asks for JSON or CSV is taken for a program.
    """
    keeper: Keeper = request.app.state.keeper
    program = request.url.path.endswith((".json", ".csv"))
    kept = keeper.ask_of(gather, changed_of, FOR_A_PROGRAM if program else AT_FIRST, ahead)
    if kept is None and program:
        raise HTTPException(503, "all articles are being compared for this; ask again in a minute")
    return Whole(kept.answer, kept.stamp.documents, kept.fresh) if kept else Whole(None, 0, False)
