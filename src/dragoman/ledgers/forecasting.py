"""The store → the ledger of forecasts, with people's rulings and the acts that a machine proposes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from dragoman.ledgers.foretelling import Foreteller
from dragoman.ledgers.gathering import Step, read_documents
from dragoman.ledgers.parties import means
from dragoman.ledgers.rulings import rulings, standing
from dragoman.relations.acts import HAPPENED
from dragoman.relations.predictions.forecasts import Happening, Prediction, Row, ledger
from dragoman.store import Store
from dragoman.store.finding_tables import events
from dragoman.store.finding_tables import forecasts as told
from dragoman.store.names import who


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which forecasts are asked for: by somebody, about somebody (names as in ``said``), in a state."""

    by: str | None = None
    about: str | None = None
    state: str | None = None


def forecasts(
    store: Store, wanted: Wanted = Wanted(), today: date | None = None, step: Step = lambda _: None
) -> tuple[Row, ...]:
    """Return the ledger's rows that are wanted, by the day of their first telling.

    ``today`` is the day from which a forecast is due, by default the real one. StoreError where nobody is
    called as is asked.
    """
    asked = wishes(store, wanted)
    predictions: list[Prediction] = []
    for reading, where in read_documents(store, select(told.c.document).distinct(), step):
        predictions += Foreteller(reading, where).predictions()
    types = {act.type for one in predictions for act in one.acts}
    done = select(events.c.document).where(events.c.type.in_(types), events.c.status.in_(HAPPENED)).distinct()
    happenings: list[Happening] = []
    for reading, where in read_documents(store, done, step):
        happenings += (one for one in Foreteller(reading, where).happenings() if one.type in types)
    rows = ledger(predictions, standing(rulings(store)), today or date.today(), happenings)
    return tuple(row for row in rows if all(wish(row) for wish in asked))


def wishes(store: Store, wanted: Wanted) -> list[Callable[[Row], bool]]:
    """Return what a row must fulfil to be wanted; StoreError where nobody is called as is asked."""
    found: list[Callable[[Row], bool]] = []
    with store.reading() as connection:
        if wanted.by is not None:
            by = who(connection, wanted.by)
            found.append(lambda row: means(by, row.first.claimant.key, row.first.claimant.state))
        if wanted.about is not None:
            about = who(connection, wanted.about)
            states = {*about.states, *about.own_states}
            found.append(
                lambda row: (
                    bool(row.first.about.states & states)
                    or any(means(about, key, None) for key in row.first.about.keys)
                )
            )
    if wanted.state is not None:
        found.append(lambda row: row.state == wanted.state)
    return found
