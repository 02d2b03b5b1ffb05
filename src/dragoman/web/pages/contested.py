"""Contested: where sources contradict each other, both sides with the roots of their chains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from fastapi import Depends, Query, Request

from dragoman.between import state_named
from dragoman.knowledge.base import Knowledge
from dragoman.ledgers.card_lines import CardLine, FlatLine, flat_lines
from dragoman.ledgers.kept.disputed import Sought, disputed
from dragoman.relations.disputes.opposing import Kind
from dragoman.store import Store
from dragoman.web.compared import compared
from dragoman.web.views import BLANK, Day, View, Word, store_of

SIZE = 10
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Contested:
    """A page of disputes, those first seen last first; ``kinds`` and ``issues`` count all that are asked for.

    ``documents`` are those that were compared, ``fresh`` is false where the store has grown since.
    """

    ready: bool
    documents: int
    fresh: bool
    page: int
    total: int
    kinds: tuple[tuple[str, int], ...]
    issues: tuple[tuple[str, int], ...]
    cards: tuple[CardLine, ...]


def sought(
    a: Word = None,
    b: Word = None,
    kind: Annotated[Kind | None, BLANK] = None,
    issue: Word = None,
    since: Day = None,
    until: Day = None,
) -> Sought:
    """Return what is asked for; RelationsError where a name means no state."""
    names = [name for name in (a, b) if name]
    known = Knowledge.load() if names else None
    states = frozenset(state_named(name, known)[0] for name in names if known)
    return Sought(states, kind, issue or None, since, until)


def contested(
    request: Request,
    asked: Sought = Depends(sought),
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    store: Store = Depends(store_of),
) -> Contested:
    """Return the disputes that are asked for."""
    known = compared(request)
    with store.reading() as connection:
        found = disputed(connection, asked, page, SIZE)
    return Contested(
        known.ready, known.documents, known.fresh, page, found.total, found.kinds, found.issues, found.lines
    )


CONTESTED = View(
    "/contested", "contested.html", contested, Contested, FlatLine,
    lambda answer: list(flat_lines(answer.cards)), lambda _: "Contested",
    "What sources contradict each other in",
)  # fmt: skip
