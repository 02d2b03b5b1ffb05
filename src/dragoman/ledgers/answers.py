"""Disputes and forecasts for whoever asks once: from the tables, or from all articles where some wait."""

from __future__ import annotations

from datetime import date

from dragoman.errors import StoreError
from dragoman.ledgers.card_lines import CardLine, card_line
from dragoman.ledgers.forecasting import Wanted, forecasts
from dragoman.ledgers.gathering import Asked, disputes
from dragoman.ledgers.kept.bringing import waiting
from dragoman.ledgers.kept.disputed import Sought, every_dispute
from dragoman.ledgers.kept.foreseen import Foreseen
from dragoman.ledgers.rulings import Ruled, rule, rulings, standing
from dragoman.relations.predictions.forecasts import Row
from dragoman.store import Store


def disputes_now(store: Store, asked: Asked) -> list[CardLine]:
    """Return the disputes that are asked for, by their first day.

    Between two days the articles of that time alone are compared, as if there were no others.
    """
    with store.reading() as connection:
        if not waiting(connection) and asked.since is None and asked.until is None:
            sought = Sought(frozenset(asked.states), asked.kind, asked.issue)
            return list(every_dispute(connection, sought))
    return [card_line(card) for card in disputes(store, asked)]


def forecasts_now(store: Store, wanted: Wanted | None = None, today: date | None = None) -> tuple[Row, ...]:
    """Return the rows of the ledger that are wanted, as `forecasts` does; StoreError as there."""
    wanted, ruled = wanted or Wanted(), standing(rulings(store))
    with store.reading() as connection:
        if not waiting(connection):
            ledger = Foreseen(connection, ruled, today or date.today(), None)
            return ledger.every(wanted.by, wanted.about, wanted.state)
    return forecasts(store, wanted, today)


def resolve(store: Store, identifier: str, ruling: str, because: str | None, by: str | None = None) -> Ruled:
    """Enter what a person ruled on a forecast, by its id or a beginning of it that is its alone.

    StoreError where there is no such forecast, or several.
    """
    asked = identifier.strip().lower()
    asked = asked if asked.startswith("forecast:") else f"forecast:{asked}"
    with store.reading() as connection:
        left = waiting(connection)
        found = Foreseen(connection, {}, date.today()).beginning(asked)
    if left:
        found = tuple(row.id for row in forecasts(store) if row.id.startswith(asked))
    if len(found) != 1:
        told = "several forecasts begin" if found else "no forecast in the store begins"
        raise StoreError(f"{told} with {asked!r}: dragoman forecasts lists them with their ids")
    return rule(store, found[0], ruling, because, by)
