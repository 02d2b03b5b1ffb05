"""What pages tell of the whole store, as the keeper has it: which pairs of states changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from fastapi import HTTPException, Request

from dragoman.store import Store
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


def whole(request: Request, question: Callable[[Store], Told], wait: bool = False) -> Whole[Told]:
    """Return what the keeper has; a program gets a 503 where that is nothing yet, a page is made without.

    Whoever asks for JSON or CSV is taken for a program, and with ``wait`` everybody.
    """
    keeper: Keeper = request.app.state.keeper
    program = wait or request.url.path.endswith((".json", ".csv"))
    kept = keeper.ask(question, FOR_A_PROGRAM if program else AT_FIRST)
    if kept is None and program:
        raise HTTPException(503, "all articles are being compared for this; ask again in a minute")
    return Whole(kept.answer, kept.stamp.documents, kept.fresh) if kept else Whole(None, 0, False)
