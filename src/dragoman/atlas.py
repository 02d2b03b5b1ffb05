"""The store → the network of all states on a day: ties, clusters, strained triangles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.between import state_named
from dragoman.errors import RelationsError
from dragoman.knowledge.base import Knowledge
from dragoman.relating import acts
from dragoman.relations import table_of, weigh
from dragoman.relations.index.ties import Ties, ties
from dragoman.store import Store


def atlas(
    store: Store, *, of: str | None = None, on: date | None = None, half_life: float | None = None
) -> Ties:
    """Return the network of ties in the week of a day; ``of`` keeps those of one state (a name or a code).

    What was told of acts after ``on`` is unknown. RelationsError where nothing has happened between states,
    or ``of`` names none.
    """
    table = table_of(acts(store, until=on))
    if not len(table):
        raise RelationsError("no act between two states is in the store yet; add articles that tell of some")
    found = ties(weigh(table, half_life=half_life), on)
    if of is None:
        return found
    return ties_of(found, state_named(of, Knowledge.load())[0])


def ties_of(found: Ties, code: str) -> Ties:
    """Return the ties, and the strained triangles, that a state with that code is part of."""
    own = tuple(tie for tie in found.ties if code in (tie.first, tie.second))
    return replace(found, ties=own, strained=tuple(t for t in found.strained if code in t))
