"""What people ruled on forecasts: rows of the ledger of judgements, which is only ever added to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.errors import StoreError
from dragoman.relations.predictions.forecasts import RULINGS, Ruling
from dragoman.store import Store
from dragoman.store.finding_tables import judgements

RULE, UNRULE = "forecast", "undo forecast"
"""The verbs of a ruling and of its undoing in the ledger of judgements."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """One ruling: its number, when (UTC) and by whom it was made, on which forecast, what, and why.

    ``stands`` is false where it was undone or a later ruling took its place.
    """

    number: int
    made: str
    by: str
    forecast: str
    ruling: Ruling
    because: str | None
    stands: bool


def rulings(store: Store) -> tuple[Ruled, ...]:
    """Return all rulings in the order in which they were made."""
    with store.reading() as connection:
        return _rulings(connection)


def _rulings(connection: Connection) -> tuple[Ruled, ...]:
    told = judgements.c
    columns = (told.number, told.made, told.by, told.verb, told.subject, told.reason, told.undoes)
    rows = connection.execute(
        select(*columns).where(told.verb.in_((RULE, UNRULE))).order_by(told.number)
    ).all()
    undone = {row.undoes for row in rows if row.undoes is not None}
    made = [(row, json.loads(row.subject)) for row in rows if row.verb == RULE]
    last = {what["forecast"]: row.number for row, what in made if row.number not in undone}
    return tuple(
        Ruled(row.number, row.made, row.by, what["forecast"], what["ruling"], row.reason,
              last.get(what["forecast"]) == row.number)
        for row, what in made
    )  # fmt: skip


def standing(ruled: tuple[Ruled, ...]) -> Mapping[str, Ruling]:
    """Return the rulings that stand, by forecasts."""
    return {one.forecast: one.ruling for one in ruled if one.stands}


def rule(store: Store, forecast: str, ruling: str, because: str | None, by: str | None = None) -> Ruled:
    """Enter a ruling on a forecast of the ledger; a later one takes the place of an earlier one.

    StoreError where it is no ruling. Whether there is such a forecast is for the caller to know.
    """
    if ruling not in RULINGS:
        raise StoreError(f"{ruling!r} is no ruling: it is one of {', '.join(RULINGS)}")
    subject = json.dumps({"forecast": forecast, "ruling": ruling}, sort_keys=True)
    with store.writing() as connection:
        number = _add(connection, {"verb": RULE, "subject": subject, "reason": because, "undoes": None}, by)
        return next(one for one in _rulings(connection) if one.number == number)


def unrule(store: Store, number: int, because: str | None, by: str | None = None) -> Ruled:
    """Undo a ruling; both stay in the ledger. StoreError where there is none that stands."""
    with store.writing() as connection:
        found = {one.number: one for one in _rulings(connection)}
        if number not in found:
            raise StoreError(f"there is no ruling {number}: dragoman forecasts rulings lists them")
        if not found[number].stands:
            raise StoreError(f"ruling {number} does not stand: it was undone, or a later one took its place")
        one = found[number]
        subject = json.dumps({"forecast": one.forecast, "ruling": one.ruling}, sort_keys=True)
        _add(connection, {"verb": UNRULE, "subject": subject, "reason": because, "undoes": number}, by)
        return one


def _add(connection: Connection, row: dict[str, Any], by: str | None) -> int:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    given = {"made": made, "by": by or getuser(), **row}
    key = connection.execute(insert(judgements).values(given)).inserted_primary_key
    assert key is not None
    return int(key[0])
