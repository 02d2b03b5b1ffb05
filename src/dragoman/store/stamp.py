"""Which state a store is in, for whoever keeps answers; and what opens the store again elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from dragoman.store.finding_tables import judgements
from dragoman.store.store import Store
from dragoman.store.tables import documents, revisions


@dataclass(frozen=True, slots=True)
class Stamp:
    """A state of a store: how many documents, the number of the last judgement, how often it was written.

    Equal stamps are equal answers: documents read anew, layers and actors brought up to date, and tables that
    were imported are writings, too.
    """

    documents: int
    judgements: int
    revision: int


def stamp_of(store: Store) -> Stamp:
    """Return which state a store is in."""
    counts = (
        select(func.count()).select_from(documents).scalar_subquery(),
        select(func.max(judgements.c.number)).scalar_subquery(),
        select(func.max(revisions.c.number)).scalar_subquery(),
    )
    with store.reading() as connection:
        count, judged, revision = connection.execute(select(*counts)).one()
    return Stamp(count, judged or 0, revision or 0)


def address_of(store: Store) -> str:
    """Return what opens a store again: a file's path, or an address with its password."""
    url = store.engine.url
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=False)
