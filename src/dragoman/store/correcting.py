"""A machine's reading and the corrections that stand → the reading that answers rest on: a pure function."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from dragoman.records import Attributed, Reading, Span, Statement
from dragoman.records.span import hull
from dragoman.store.corrections import MANY, Correction, Kind
from dragoman.store.meeting import Cast, local_ids, met

SPANNED: dict[Kind, str] = {"memberships": "span", "positions": "span", "forecasts": "proposition"}
"""The field that "span" gives other characters in kinds that have no more than one span."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A reading after corrections.

    ``ids`` are, for each kind, the local ids that the machine's findings have in it, by their places among
    the machine's; those that are rejected have none. ``met`` gives for each correction that stands the place
    of the finding it is on, None where the machine finds nothing like it any more.
    """

    reading: Reading
    ids: dict[Kind, dict[int, str]]
    met: dict[int, int | None]

    def finding(self, one: Correction) -> str | None:
        """Return the local id of the finding that a correction is on, None where it is no more."""
        place = self.met.get(one.number)
        return None if place is None else self.ids[one.target.kind].get(place)


def corrected(machine: Reading, corrections: Iterable[Correction]) -> Corrected:
    """Return a machine's reading after the corrections that stand, a later one over an earlier one.

    What is told by a rejected statement is told by the one around it, but for positions and forecasts, which
    rest on it alone and go with it. What the former source held by saying so, the new one holds.
    """
    standing = sorted((one for one in corrections if one.stands), key=lambda one: one.number)
    found = {one.number: met(machine, one.target) for one in standing}
    work = _Work(machine)
    out: dict[Kind, set[int]] = {}
    for one in standing:
        place = found[one.number]
        if place is None:
            continue
        if one.verb == "reject":
            out.setdefault(one.target.kind, set()).add(place)
        else:
            work.change(one, place)
    return Corrected(*work.without(out), found)


class _Work:
    """The lists of a reading while corrections are made in them; a place in a list stays a place."""

    def __init__(self, machine: Reading) -> None:
        self._machine = machine
        self._cast = Cast(machine)
        self._lists: dict[Kind, list[Any]] = {
            "statements": list(machine.statements), "events": list(machine.events),
            "agreements": list(machine.agreements), "memberships": list(machine.memberships),
            "positions": list(machine.positions), "forecasts": list(machine.forecasts),
        }  # fmt: skip

    def change(self, one: Correction, place: int) -> None:
        """Make one correction that is no rejection."""
        before = self._lists[one.target.kind][place]
        if before is not None:  # a position that nobody is left to hold stays out
            after = self._changed(one, before)
            self._lists[one.target.kind][place] = after  # the lists may be others by now

    def _changed(self, one: Correction, before: Any) -> Any:
        if one.verb == "source":
            return self._sourced(before, one)
        if one.verb == "span":
            return self._spanned(one.target.kind, before, one.spans)
        if one.verb == "status":
            return replace(before, status=one.status)
        if one.role == "via":
            via = tuple(Attributed(self._cast.actor(named), named.span) for named in one.actors)
            return replace(before, via=via)
        ids = tuple(dict.fromkeys(self._cast.actor(named) for named in one.actors))
        return replace(before, **{str(one.role): ids if one.role in MANY else next(iter(ids), None)})

    def _sourced(self, statement: Statement, one: Correction) -> Statement:
        """Give a statement another source, and with it what the former one said there."""
        named = next(iter(one.actors), None)
        new = Attributed(self._cast.actor(named), named.span) if named else None
        old = statement.source.actor if statement.source else None
        kept = []
        for position in self._lists["positions"]:
            its = position is not None and (position.statement, position.actor) == (statement.id, old)
            if its and new is not None:
                kept.append(replace(position, actor=new.actor))
            else:
                kept.append(None if its else position)  # nobody is named who could hold it
        self._lists["positions"] = kept
        self._lists["forecasts"] = [
            replace(f, claimant=new and new.actor) if f.statement == statement.id and f.claimant == old else f
            for f in self._lists["forecasts"]
        ]
        via = tuple(link for link in statement.via if new is None or link.actor != new.actor)
        about = tuple(actor for actor in statement.about if new is None or actor != new.actor)
        return replace(statement, source=new, via=via, about=about)

    def _spanned(self, kind: Kind, one: Any, spans: tuple[Span, ...]) -> Any:
        if kind == "events":
            return replace(one, trigger=hull(spans), span=hull((one.span, *spans)))
        if kind == "agreements":
            return replace(one, mentions=(hull(spans), *one.mentions[1:]))
        if kind != "statements":
            return replace(one, **{SPANNED[kind]: hull(spans)})
        source = one.source.actor if one.source else None
        about = tuple(
            actor.id
            for actor in self._cast.actors
            if actor.id != source and any(s.contains(m) for s in spans for m in actor.mentions)
        )
        changed = replace(one, content=tuple(sorted(spans)), about=about)
        self._move(one, changed)
        return changed

    def _move(self, before: Statement, after: Statement) -> None:
        """Let what a statement lost to be told by the one around it, and what it gained from there by it."""
        for kind in ("events", "agreements", "memberships"):
            self._lists[kind] = [self._moved(one, before, after) for one in self._lists[kind]]
        self._lists["statements"] = [
            replace(s, parent=before.parent)
            if s.parent == before.id and not _covers(after, hull(s.content))
            else s
            for s in self._lists["statements"]
        ]

    def _moved(self, one: Any, before: Statement, after: Statement) -> Any:
        place = _place(one)
        if one.statement == before.id and _covers(before, place) and not _covers(after, place):
            return replace(one, statement=before.parent)
        if one.statement == before.parent and _covers(after, place) and not _covers(before, place):
            return replace(one, statement=before.id)
        return one

    def without(self, out: dict[Kind, set[int]]) -> tuple[Reading, dict[Kind, dict[int, str]]]:
        """Return the reading without what is rejected, and the ids that places have in it."""
        gone = {self._lists["statements"][place].id for place in out.get("statements", ())}
        above = {s.id: s.parent for s in self._machine.statements}
        kept: dict[Kind, list[tuple[int, Any]]] = {
            kind: [
                (place, one)
                for place, one in enumerate(some)
                if one is not None and place not in out.get(kind, ()) and not _falls(kind, one, gone)
            ]
            for kind, some in self._lists.items()
        }
        acts = {one.id for _, one in kept["events"]}
        lists: dict[str, Any] = {
            kind: tuple(_rested(kind, one, gone, above, acts) for _, one in some)
            for kind, some in kept.items()
        }
        reading = replace(self._machine, actors=tuple(self._cast.actors), **lists)
        ids = {
            kind: dict(zip((place for place, _ in some), local_ids(reading, kind), strict=True))
            for kind, some in kept.items()
        }
        return reading, ids


def _falls(kind: Kind, one: Any, gone: set[str]) -> bool:
    """Say whether a finding rests on nothing but a statement that is rejected."""
    return kind in ("positions", "forecasts") and one.statement in gone


def _rested(kind: Kind, one: Any, gone: set[str], above: dict[str, str | None], acts: set[str]) -> Any:
    """Return a finding that rests on nothing that is rejected."""
    field = "parent" if kind == "statements" else "statement"
    told = getattr(one, field)
    while told in gone:
        told = above[told]
    changed = one if told == getattr(one, field) else replace(one, **{field: told})
    if kind == "agreements" and not acts.issuperset(changed.events):
        return replace(changed, events=tuple(act for act in changed.events if act in acts))
    return changed


def _covers(statement: Statement, span: Span) -> bool:
    return any(part.contains(span) for part in statement.content)


def _place(one: Any) -> Span:
    """Return the characters by which a finding lies in a statement or not."""
    if hasattr(one, "trigger"):
        return Span(*one.trigger)
    return one.mentions[0] if hasattr(one, "mentions") and one.mentions else getattr(one, "span", Span(0, 0))
