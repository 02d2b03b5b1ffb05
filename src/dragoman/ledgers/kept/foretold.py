"""Forecasts as rows of the ledger, and the acts by which they may have come true: kept as articles come.

A row is made of what one claimant foretells, so that an article changes the rows of those alone who foretell
something in it. What that costs grows with how much one claimant foretold, never with the archive.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.ledgers.foretelling import Foreteller
from dragoman.ledgers.kept.packing import joined, read, unpacked, written
from dragoman.ledgers.parties import naming_of_key
from dragoman.relations.acts import HAPPENED
from dragoman.relations.disputes.claims import Party
from dragoman.relations.predictions.forecasts import Happening, Prediction, retold, row_id, row_of
from dragoman.store.compared_tables import (
    forecast_names,
    forecast_rows,
    told_act_sides,
    told_acts,
    told_forecasts,
)
from dragoman.store.ids import SHIFT, digest, first_and_last
from dragoman.store.listing import listed
from dragoman.store.once import put_once

ACTOR, RECIPIENT = "actor", "recipient"


def replace(
    connection: Connection, documents: Sequence[int], found: Iterable[tuple[int, Foreteller]]
) -> None:
    """Put what documents foretell and tell as done in the place of what was known of them."""
    touched = _leave(connection, documents)
    told: list[dict[str, Any]] = []
    acts: list[dict[str, Any]] = []
    sides: list[dict[str, Any]] = []
    for number, one in found:
        for place, prediction in enumerate(one.predictions()):
            told.append({"id": (number << SHIFT) + place, "document": number,
                         "claimant": _claimant(prediction), "packed": written([prediction])})  # fmt: skip
        for happening in one.happenings():
            if happening.status in HAPPENED:
                event = (number << SHIFT) + int(happening.id.rpartition(":e")[2])
                acts.append({"event": event, "day": happening.day, "packed": written([happening])})
                sides += _sides(event, happening)
    for table, rows in ((told_forecasts, told), (told_acts, acts), (told_act_sides, sides)):
        if rows:
            put_once(connection, table, rows)
    _rewrite(connection, touched | {row["claimant"] for row in told})


def side_key(role: str, kind: str, name: str) -> int:
    """Return the key of acts of a type in which somebody, by a key of his or as a state, has a role."""
    return digest(role, kind, name)


def side_names(party: Party) -> list[str]:
    """Return what the sides of an act go by: the keys of those in it, and their states."""
    return sorted({*party.keys, *party.states})


def about_key(state: str) -> int:
    """Return the key of the forecasts that name a state's people."""
    return digest("state", state)


def _sides(event: int, one: Happening) -> Iterator[dict[str, Any]]:
    for role, party in ((ACTOR, one.actors), (RECIPIENT, one.recipients)):
        for name in side_names(party):
            yield {"key": side_key(role, one.type, name), "day": one.day, "event": event}


def _claimant(prediction: Prediction) -> int:
    return digest("claimant", prediction.claimant.key, str(prediction.affirms))


def _leave(connection: Connection, documents: Sequence[int]) -> set[int]:
    """Forget what documents foretell and tell of; return the claimants of what they foretold."""
    touched: set[int] = set()
    for number in documents:
        first, last = first_and_last(number)
        mine = told_forecasts.c.id.between(first, last)
        touched.update(connection.scalars(select(told_forecasts.c.claimant).where(mine)))
        connection.execute(delete(told_forecasts).where(mine))
        acts = connection.scalars(select(told_acts.c.packed).where(told_acts.c.event.between(first, last)))
        for text in acts.all():
            for one in read(Happening, text):
                event = first + int(one.id.rpartition(":e")[2])
                keys = [row["key"] for row in _sides(event, one)]
                held = told_act_sides.c
                gone = held.key.in_(keys), held.day == one.day, held.event == event
                connection.execute(delete(told_act_sides).where(*gone))
        connection.execute(delete(told_acts).where(told_acts.c.event.between(first, last)))
    return touched


@dataclass(frozen=True)
class Written:
    """One telling as it is kept: what it is known again and ordered by, and its JSON, which is read only
    where a row has changed."""

    order: tuple[str, str, int, str]
    words: frozenset[str]
    by: str
    affirms: bool
    text: str


def _rewrite(connection: Connection, claimants: Iterable[int]) -> None:
    """Make the rows of some claimants anew; those that are as they were stay untouched."""
    for some in listed(sorted(claimants)):
        held = forecast_rows.c
        query = select(held.id, held.packed).where(held.claimant.in_(some))
        before = {row.id: row.packed for row in connection.execute(query)}
        now = {name: (claimant, blob) for name, claimant, blob in _rows(connection, some)}
        fresh = [_row(*now[name]) for name in now if before.get(name) != now[name][1]]
        named = [(key, row["id"]) for row in fresh for key in row.pop("names")]
        gone = sorted({*(before.keys() - now.keys()), *(row["id"] for row in fresh)})
        for few in listed(gone):
            connection.execute(delete(forecast_names).where(forecast_names.c.forecast.in_(few)))
            connection.execute(delete(forecast_rows).where(held.id.in_(few)))
        if fresh:
            connection.execute(insert(forecast_rows), fresh)
        put_once(connection, forecast_names, [{"key": key, "forecast": name} for key, name in named])


def _rows(connection: Connection, claimants: Sequence[int]) -> Iterator[tuple[str, int, bytes]]:
    """Yield the rows of claimants: the id, the claimant, and all tellings, packed."""
    held = told_forecasts.c
    query = select(held.claimant, held.packed).where(held.claimant.in_(claimants))
    several: dict[int, list[Written]] = defaultdict(list)
    for claimant, text in connection.execute(query):
        several[claimant].append(_written(text))
    for claimant, tellings in several.items():
        for told in retold(sorted(tellings, key=lambda one: one.order)):
            first = told[0]
            yield row_id(first.by, first.affirms, first.words), claimant, joined(one.text for one in told)


def _written(text: str) -> Written:
    (one,) = json.loads(text)
    report = one["report"]
    start = report["span"][0] if report["span"] else 0
    order = (report["day"] or "9999", report["document"], start, one["id"])
    return Written(order, frozenset(one["words"]), one["claimant"]["key"], one["affirms"], text)


def _row(claimant: int, blob: bytes) -> dict[str, Any]:
    """Return a row of the ledger as one of the table, with the keys of those whom it names."""
    row = row_of(unpacked(Prediction, blob), {}, date.min, {})
    first = row.first
    about = {naming_of_key(key) for key in first.about.keys} | {about_key(s) for s in first.about.states}
    return {
        "id": row.id, "claimant": claimant, "naming": naming_of_key(first.claimant.key),
        "state": first.claimant.state, "told": first.report.day or date.min, "horizon": first.last,
        "last_day": next((one.last for one in row.told if one.last), None), "packed": blob,
        "names": about,
    }  # fmt: skip
