"""The store's acts from tables made elsewhere → acts between states, without spans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dragoman.relations import Act
from dragoman.relations.imported.imports import act_of
from dragoman.store import Store, imported


def imported_acts(store: Store, since: date | None = None, until: date | None = None) -> Iterator[Act]:
    """Yield the acts that `dragoman import` brought in, on the days from ``since`` to ``until``, both
    included.

    They go beside those of `dragoman.relating.acts`. Their reports have no span, and name the row they stand
    in.
    """
    with store.reading() as connection:
        for digest, one in imported.acts_of(connection):
            if (since is None or one.day >= since) and (until is None or one.day <= until):
                yield act_of(one, digest[:12])
