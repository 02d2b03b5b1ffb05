"""The condition that a row's actor is one whom a question means, by naming and, where need be, by article."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, or_, select

from dragoman.store.curation_tables import single_actors
from dragoman.store.names import Who


def called(naming: Column[int], actor: Who) -> ColumnElement[bool]:
    """Return the condition that somebody goes by one of an actor's namings, and is that actor.

    The list of all namings comes first, so that an index on them is used; where one of them means others,
    too, the machine's actor decides.
    """
    every = naming.in_(actor.namings)
    if not actor.mixed:
        return every
    machine = naming.table.c[_MACHINES.get((naming.table.description, naming.name), "actor")]
    singles = single_actors.c
    ours = select(singles.machine).where(singles.naming.in_(actor.mixed), singles.actor.in_(actor.actors))
    told = select(singles.machine).where(singles.naming.in_(actor.mostly))
    pure = tuple(key for key in actor.namings if key not in set(actor.mixed))
    usual = naming.in_(actor.mostly) & machine.not_in(told)
    return every & or_(naming.in_(pure), machine.in_(ours), usual)


_MACHINES = {
    ("actors", "naming"): "id", ("forecasts", "naming"): "claimant",
    ("memberships", "organization_naming"): "organization", ("memberships", "member_naming"): "member",
}  # fmt: skip
"""The column of the machine's actor beside a column of namings, where it isn't called ``actor``."""
