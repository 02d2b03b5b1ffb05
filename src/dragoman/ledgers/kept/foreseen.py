"""Questions about the kept ledger of forecasts: a page of it as of a day, with what people ruled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, false, func, or_, select

from dragoman.ledgers.kept.foretold import ACTOR, RECIPIENT, about_key, side_key, side_names
from dragoman.ledgers.kept.packing import read, unpacked
from dragoman.records import EventType
from dragoman.relations.disputes.claims import Party
from dragoman.relations.predictions.forecasts import (
    STATES,
    Foretold,
    Happening,
    Prediction,
    Row,
    Ruling,
    order_of,
    row_of,
)
from dragoman.store.compared_tables import forecast_names, forecast_rows, told_act_sides, told_acts
from dragoman.store.listing import listed
from dragoman.store.names import who

PROPOSED = 50
"""So many acts of each foretold kind, the earliest, are proposed for a forecast."""
_held = forecast_rows.c


@dataclass(frozen=True, slots=True)
class Ledger:
    """A page of the ledger; ``states`` counts all that pass the filters by name, ``resolved`` are those of
    them that people ruled to be true or false."""

    total: int
    states: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]
    resolved: tuple[Row, ...]


class Foreseen:
    """The ledger as of a day, with the rulings that stand by then."""

    def __init__(
        self,
        connection: Connection,
        rulings: Mapping[str, Ruling],
        today: date,
        proposed: int | None = PROPOSED,
    ) -> None:
        """Take a connection, people's rulings by forecasts, and the day from which a forecast is due.

        ``proposed`` bounds the acts that are proposed for each foretold kind, None all of them.
        """
        self._connection = connection
        self._rulings = rulings
        self._today = today
        self._proposed = proposed

    def page(self, by: str | None, about: str | None, state: str | None, page: int, size: int) -> Ledger:
        """Return a page: those that wait for a ruling first, then the latest told. StoreError where nobody is
        called as is asked."""
        named = self._named(by, about)
        ruled = self._ruled(named)
        counts = self._counts(named, ruled)
        total = sum(counts.values()) if state is None else counts[state]
        first = (page - 1) * size
        names = self._names(named, state, first, size, counts["due"])
        resolved = [name for name, ruling in ruled.items() if ruling in ("true", "false")]
        return Ledger(
            total, tuple((name, counts[name]) for name in STATES), self.rows(names), self.rows(resolved)
        )

    def every(self, by: str | None, about: str | None, state: str | None) -> tuple[Row, ...]:
        """Return all that are asked for, by the day of their first telling. StoreError as above."""
        conditions = [*self._named(by, about), *([] if state is None else [self._in(state)])]
        names = self._connection.scalars(select(_held.id).where(*conditions)).all()
        return tuple(sorted(self.rows(names), key=lambda row: order_of(row.first)))

    def beginning(self, prefix: str) -> tuple[str, ...]:
        """Return the ids that begin so."""
        span = _held.id.between(prefix, f"{prefix}g")  # no id has a letter beyond f behind its kind
        return tuple(self._connection.scalars(select(_held.id).where(span).order_by(_held.id)))

    def due(self, most: int) -> tuple[Row, ...]:
        """Return those that wait for a ruling and whose time was over last."""
        names: list[str] = []
        for some in (_held.horizon.is_not(None), _held.horizon.is_(None)):
            query = select(_held.id).where(self._is_due(), some)
            ordered = query.order_by(_held.horizon.desc(), _held.told.desc(), _held.id)
            names += self._connection.scalars(ordered.limit(most - len(names))).all()
        return self.rows(names)

    def holds(self, forecast: str) -> bool:
        """Say whether there is a forecast with an id."""
        return self._connection.scalar(select(_held.id).where(_held.id == forecast)) is not None

    def rows(self, names: Sequence[str]) -> tuple[Row, ...]:
        """Return the rows with some ids, in the order of these, with the acts that are proposed for them."""
        found: dict[str, Row] = {}
        for some in listed(names):
            query = select(_held.id, _held.packed).where(_held.id.in_(some))
            for name, packed in self._connection.execute(query).all():
                told = unpacked(Prediction, packed)
                acts = self._acts(told) if name not in self._rulings else {}
                found[name] = row_of(told, self._rulings, self._today, acts)
        return tuple(found[name] for name in names if name in found)

    def _named(self, by: str | None, about: str | None) -> list[ColumnElement[bool]]:
        """Return the conditions that a claimant, and somebody in the forecast, are whom names mean."""
        conditions: list[ColumnElement[bool]] = []
        if by is not None:
            meant = who(self._connection, by)
            conditions.append(or_(_held.naming.in_(meant.namings), _held.state.in_(meant.states)))
        if about is not None:
            meant = who(self._connection, about)
            states = {*meant.states, *meant.own_states}
            keys = [*meant.namings, *map(about_key, sorted(states))]
            naming = select(forecast_names.c.forecast).where(forecast_names.c.key.in_(keys))
            conditions.append(_held.id.in_(naming))
        return conditions

    def _ruled(self, named: Sequence[ColumnElement[bool]]) -> dict[str, Ruling]:
        """Return the rulings on forecasts that pass the filters by name."""
        names: list[str] = []
        for some in listed(sorted(self._rulings)):
            names += self._connection.scalars(select(_held.id).where(_held.id.in_(some), *named))
        return {name: self._rulings[name] for name in names}

    def _counts(self, named: Sequence[ColumnElement[bool]], ruled: Mapping[str, str]) -> Counter[str]:
        every = self._count(named)
        due = self._count([*named, self._is_due()])
        return Counter(ruled.values()) + Counter({"due": due, "open": every - due - len(ruled)})

    def _count(self, conditions: Iterable[ColumnElement[bool]]) -> int:
        return self._connection.scalar(select(func.count(_held.id)).where(*conditions)) or 0

    def _is_due(self) -> ColumnElement[bool]:
        return (_held.last_day < self._today) & _held.id.not_in(sorted(self._rulings))

    def _names(
        self, named: Sequence[ColumnElement[bool]], state: str | None, first: int, size: int, due: int
    ) -> list[str]:
        """Return the ids of a page, those that are due first."""
        if state is not None:
            return self._latest([*named, self._in(state)], first, size)
        names = self._latest([*named, self._is_due()], first, size) if first < due else []
        others = or_(_held.last_day.is_(None), ~self._is_due())
        return names + self._latest([*named, others], max(0, first - due), size - len(names))

    def _in(self, state: str) -> ColumnElement[bool]:
        """Return the condition that a forecast is in a state."""
        if state == "due":
            return self._is_due()
        if state == "open":
            later = or_(_held.last_day.is_(None), _held.last_day >= self._today)
            return later & _held.id.not_in(sorted(self._rulings))
        return _held.id.in_([name for name, ruling in self._rulings.items() if ruling == state])

    def _latest(self, conditions: Sequence[ColumnElement[bool]], first: int, size: int) -> list[str]:
        query: Select[Any] = select(_held.id).where(*conditions).order_by(_held.told.desc(), _held.id)
        return list(self._connection.scalars(query.limit(size).offset(first))) if size else []

    def _acts(self, told: Sequence[Prediction]) -> dict[EventType, list[Happening]]:
        """Return the acts that may have fulfilled a forecast, by type, the earliest of each foretold."""
        found: dict[EventType, dict[str, Happening]] = defaultdict(dict)
        first, last = told[0].report.day, next((one.last for one in told if one.last), None)
        for act in told[0].acts:
            for one in self._like(act, first, last):
                found[act.type][one.id] = one
        return {kind: list(several.values()) for kind, several in found.items()}

    def _like(self, act: Foretold, first: date | None, last: date | None) -> Iterator[Happening]:
        sides = ((ACTOR, act.actors), (RECIPIENT, act.recipients))
        asked = [_with(role, act.type, party, first, last) for role, party in sides if party]
        query = (
            select(told_acts.c.packed)
            .where(*(asked or [false()]))
            .order_by(told_acts.c.day, told_acts.c.event)
        )
        for text in self._connection.scalars(query.limit(self._proposed)):
            yield from read(Happening, text)


def _with(
    role: str, kind: EventType, party: Party, first: date | None, last: date | None
) -> ColumnElement[bool]:
    """Return the condition that somebody of a party has a role in an act after one day and up to another."""
    held = told_act_sides.c
    keys = [side_key(role, kind, name) for name in side_names(party)]
    days = [held.day > (first or date.min), held.day <= (last or date.max)]
    return told_acts.c.event.in_(select(held.event).where(held.key.in_(keys), *days))
