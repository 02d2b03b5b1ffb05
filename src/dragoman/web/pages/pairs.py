"""Pairs: the door to what is told of two states, and a list of the pairs that have acted most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from dragoman.between import state_named
from dragoman.gathered import Gathered
from dragoman.relations.index.ties import Ties
from dragoman.store import Store
from dragoman.web.failures import Elsewhere
from dragoman.web.gathering import Seen, seen
from dragoman.web.pages.map import BAND
from dragoman.web.tables import knowledge, state_name
from dragoman.web.views import View, Word

SIZE = 50


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two states: closeness with its quick 90 % band, how many acts it rests on.

    ``sign`` is 1 friendly, -1 hostile, 0 where the evidence says neither.
    """

    first: str
    second: str
    first_name: str
    second_name: str
    closeness: float
    low: float
    high: float
    acts: int
    sign: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """A page of the pairs that have acted by the week that begins on ``week``, those with most acts first."""

    page: int
    total: int
    documents: int
    fresh: bool
    week: date | None
    pairs: tuple[PairRow, ...]


def pairs(
    request: Request,
    first: Word = None,
    second: Word = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    known: Seen = Depends(seen),
) -> Pairs:
    """Return the pairs that have acted, those of one state where one is named; two lead to their own page."""
    named = [state_named(name, knowledge())[0] for name in (first, second) if name]
    if len(named) == 2:
        ending = next((end for end in (".json", ".csv") if request.url.path.endswith(end)), "")
        raise Elsewhere(f"/pair/{named[0]}/{named[1]}{ending}")
    week, every = known.tell(told_of)
    found = [row for row in every if set(named) <= {row.first, row.second}]
    shown = tuple(found[(page - 1) * SIZE : page * SIZE])
    return Pairs(page, len(found), known.documents, known.fresh, week, shown)


def told_of(_: Store, gathered: Gathered) -> tuple[date | None, tuple[PairRow, ...]]:
    """Return the week of what is gathered, and all pairs that have acted by then; made once."""
    if not any(act.happened for act in gathered.acts):
        return None, ()
    return gathered.once(("pairs",), lambda: _listed(gathered.ties()))


def _listed(found: Ties) -> tuple[date, tuple[PairRow, ...]]:
    rows = []
    for tie in found.ties:
        reach = BAND * tie.deviation
        names = state_name(tie.first), state_name(tie.second)
        low, high = round(tie.closeness - reach, 4), round(tie.closeness + reach, 4)
        rows.append(
            PairRow(tie.first, tie.second, *names, round(tie.closeness, 4), low, high, tie.acts, tie.sign)
        )
    return found.week, tuple(sorted(rows, key=lambda row: (-row.acts, row.first_name, row.second_name)))


PAIRS = View(
    "/pair", "pairs.html", pairs, Pairs, PairRow, lambda answer: answer.pairs, lambda _: "Pairs of states",
    "The pairs of states that have acted, those with most acts first",
)  # fmt: skip
