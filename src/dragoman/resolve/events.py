"""One event, told by many: tellings of the same act in different articles, brought together with reasons.

Two tellings are of one event where their types go together (``data/compatible_types.tsv``), the same
actors act on the same recipients (by ``ref`` or name, or at least by state), their days meet (within one
day where both give one), and their statuses don't exclude each other. The score is the product::

    type · actors · recipients · day

type
    1 for the same one, less for one that goes together with it
actors, recipients
    1 where they share an actor, 0.8 where they share a state, 0.6 where one article names none; of a mutual
    act, 0.9 together where the same two states or more take part, whoever is named first
day
    1 where the days that are given meet, 0.9 within a day, 0.7 where one article or both give none,
    it is told as done or ongoing, and they were published within two days of it

From 0.6 on the two are one event. A telling joins an event only where it goes together with every
telling that is there, so that a chain of likenesses can't join what is different. All of this is a
judgement of likeness, not measured against annotated events.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from dragoman.records import EventType
from dragoman.resolve.outlines import Side, Telling
from dragoman.resolve.tables import status_pairs, type_weights

Key = TypeVar("Key")
"""Whatever names an event while its tellings are brought together."""

ENOUGH = 0.6
_BY_STATE, _UNNAMED = 0.8, 0.6
_ALL_STATES = 0.9
_NEXT_DAY, _UNDATED = 0.9, 0.7
_HAPPENED = frozenset({"done", "ongoing"})
"""Statuses of what has a day, even where no article gives it; two plans without a day may be any two."""
_REACH = timedelta(days=2)
"""How far from its publication an event may lie that an article gives no day for."""
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types in which either side may be told as the one that acts."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two tellings are, and why."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """An event with all its tellings, by day, article and event.

    ``id`` follows from its first telling. ``origins`` counts the texts behind the tellings: copies of one
    text count once. ``reasons`` say for each telling but the first why it is of the same event.
    """

    id: str
    type: EventType
    first: date | None
    last: date | None
    tellings: tuple[Telling, ...]
    origins: int
    reasons: tuple[str, ...]


def shared_events(
    tellings: Iterable[Telling], origin_of: Mapping[str, str] | None = None
) -> tuple[SharedEvent, ...]:
    """Return the events behind ``tellings``, each telling in exactly one, whatever their order.

    ``origin_of`` gives, for an article that is a copy, the id that all copies of its text share.
    """
    open_: list[list[tuple[Telling, str]]] = []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for telling in sorted(set(tellings), key=lambda t: t.order):
        near = {place for block in blocks(telling, own=False) for place in places.get(block, ())}
        # Events come by day: one that ended long before can't be meant.
        recent = (
            (place, [other for other, _ in open_[place]])
            for place in sorted(near)
            if (telling.day - open_[place][-1][0].day).days <= 2 * LONGEST
        )
        chosen = choose(telling, recent)
        best, reason = (chosen[0], chosen[1].reason) if chosen else (len(open_), "")
        if best == len(open_):
            open_.append([])
        open_[best].append((telling, reason))
        for block in blocks(telling, own=True):
            if not places[block] or places[block][-1] != best:
                places[block].append(best)
    return tuple(_event(found, origin_of or {}) for found in open_)


def likeness(one: Telling, two: Telling) -> Likeness | None:
    """Return how like two tellings of different articles are; None where they can't be of one event."""
    if one.article == two.article or not _statuses_agree(one, two):
        return None
    kind = 1.0 if one.type == two.type else type_weights().get(frozenset((one.type, two.type)), 0.0)
    day, when = _days(one, two)
    sides = _sides(one.actors, two.actors) * _sides(one.recipients, two.recipients)
    if {one.type, two.type} <= _MUTUAL:
        crossed = _sides(one.actors, two.recipients) * _sides(one.recipients, two.actors)
        sides = max(sides, crossed, _parties(one, two))
    score = kind * sides * day
    if score < ENOUGH:
        return None
    types = one.type if one.type == two.type else f"{one.type} and {two.type} go together"
    who = "the same actors" if sides == 1.0 else "actors of the same states, or not all named"
    return Likeness(score, f"{score:.2f}: {types}; {who}; {when}")


def choose(telling: Telling, events: Iterable[tuple[Key, Sequence[Telling]]]) -> tuple[Key, Likeness] | None:
    """Return which of the ``events`` (each with its tellings so far) a telling joins, and how like it is.

    None where it begins an event of its own. Of equally like ones the first is taken.
    """
    found: tuple[Key, Likeness] | None = None
    for key, members in events:
        likes: list[Likeness] = []
        for member in members:
            like = likeness(telling, member)
            if like is None:
                break
            likes.append(like)
        else:
            closest = max(likes, key=lambda like: like.score)
            if found is None or closest.score > found[1].score:
                found = (key, closest)
    return found


LONGEST = 31
"""Days that the window of one telling can last: longer dates tell nothing (see ``outlines``)."""


def blocks(telling: Telling, own: bool) -> Iterable[tuple[str, str]]:
    """Yield the drawers (type and name) to lay a telling into (``own``), or to look for its like in."""
    types = [telling.type]
    if not own:
        types += [other for pair in type_weights() if telling.type in pair for other in pair - {telling.type}]  # type: ignore[misc]
    sides = (telling.actors, telling.recipients)
    for name in sorted({name for side in sides for name in (*side.keys, *side.states)}):
        for kind in types:
            yield kind, name


def _sides(one: Side, two: Side) -> float:
    """Compare those who act, or those who are acted upon."""
    if not (one.keys or one.states) and not (two.keys or two.states):
        return 1.0
    if not (one.keys or one.states) or not (two.keys or two.states):
        return _UNNAMED
    if one.keys & two.keys:
        return 1.0
    return _BY_STATE if one.states & two.states else 0.0


def _parties(one: Telling, two: Telling) -> float:
    """Compare all who take part in a mutual act, whoever is named as the one that acts."""
    first, second = ({*told.actors.states, *told.recipients.states} for told in (one, two))
    return _ALL_STATES if len(first) > 1 and first == second else 0.0


def _statuses_agree(one: Telling, two: Telling) -> bool:
    if one.status == two.status:
        return True
    where = status_pairs().get(frozenset((one.status, two.status)))
    return where == "always" or (where == "dated" and one.first is not None and two.first is not None)


def _days(one: Telling, two: Telling) -> tuple[float, str]:
    """Compare when two tellings say that it was."""
    (a, b), (c, d) = window(one), window(two)
    if a is None or b is None or c is None or d is None:
        return 0.0, ""
    gap = max((c - b).days, (a - d).days)
    if one.first is None or two.first is None:
        if not {one.status, two.status} <= _HAPPENED:
            return 0.0, ""
        return (_UNDATED, "published within days of it") if gap <= 0 else (0.0, "")
    if gap <= 0:
        return 1.0, "on the same day"
    return (_NEXT_DAY, "within a day") if gap == 1 else (0.0, "")


def window(telling: Telling) -> tuple[date | None, date | None]:
    """Return the first and the last day on which a telling's event may lie; None where nothing says."""
    if telling.first is not None:
        return telling.first, telling.last
    if telling.published is None:
        return None, None
    return telling.published - _REACH, telling.published


def _event(found: list[tuple[Telling, str]], origin_of: Mapping[str, str]) -> SharedEvent:
    tellings = tuple(telling for telling, _ in found)
    first = tellings[0]
    identifier = hashlib.sha256(f"{first.article} {first.event}".encode()).hexdigest()[:20]
    firsts = [telling.first for telling in tellings if telling.first]
    lasts = [telling.last for telling in tellings if telling.last]
    return SharedEvent(
        f"event:{identifier}",
        first.type,
        min(firsts, default=None),
        max(lasts, default=None),
        tellings,
        len({origin_of.get(telling.article, telling.article) for telling in tellings}),
        tuple(reason for _, reason in found[1:]),
    )
