"""Corrections meet another reading of the same text: which finding is meant, whom a phrase means there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dragoman.records import Actor, Reading, Span
from dragoman.store.corrections import Kind, Named, Target
from dragoman.store.folding import folded

ALIKE = 0.5
"""The least share of all characters of two findings that both have, for one to be taken for the other."""

LETTERS: dict[Kind, str] = {
    "statements": "s", "events": "e", "agreements": "g", "memberships": "m", "positions": "p",
    "forecasts": "f",
}  # fmt: skip


def local_ids(reading: Reading, kind: Kind) -> list[str]:
    """Return the local ids of a reading's findings of a kind: their own, or else their letter and place."""
    found: Sequence[Any] = getattr(reading, kind)
    return [getattr(one, "id", f"{LETTERS[kind]}{place}") for place, one in enumerate(found, 1)]


def target_of(reading: Reading, kind: Kind, place: int) -> Target:
    """Return what tells a finding, given by its place among those of its kind, in any reading of the text."""
    one: Any = getattr(reading, kind)[place]
    if kind == "statements":
        return Target(kind, tuple(sorted((*one.content, *one.cue))))
    if kind == "events":
        return Target(kind, (one.trigger,), one.type)
    if kind == "agreements":
        return Target(kind, (*one.mentions, *one.subject)[:1], one.instrument or "")
    if kind == "memberships":
        named = (one.role, reading.actor(one.organization).name, reading.actor(one.member).name)
        return Target(kind, (one.span,), " · ".join(named))
    if kind == "positions":
        return Target(kind, (one.span,), one.proposition)
    return Target(kind, (one.proposition,))


def met(reading: Reading, target: Target) -> int | None:
    """Return the place of the finding that a target means in a reading, None where there is none like it.

    The one with the same note whose characters are most nearly the target's; at least half of all must be
    common to both.
    """
    best, found = 0.0, None
    for place in range(len(getattr(reading, target.kind))):
        other = target_of(reading, target.kind, place)
        alike = _alike(target.spans, other.spans) if other.note == target.note else 0.0
        if alike >= ALIKE and alike > best:
            best, found = alike, place
    return found


def _alike(ones: Sequence[Span], others: Sequence[Span]) -> float:
    """Return the share of the characters of both that are in both (Jaccard), from 0 to 1."""
    common = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start)) for one in ones for other in others
    )
    every = sum(s.end - s.start for s in (*ones, *others)) - common
    return common / every if every else 0.0


class Cast:
    """The actors of a reading, to which corrections may add those whom the machine didn't find."""

    def __init__(self, reading: Reading) -> None:
        """Begin with a reading's own."""
        self.actors = list(reading.actors)

    def actor(self, named: Named) -> str:
        """Return the id of the actor whom a correction names, added or given the mention where need be."""
        place = self._known(named)
        if place is None:
            number = max((int(one.id[1:]) for one in self.actors), default=0) + 1
            self.actors.append(_new(f"a{number}", named))
            return f"a{number}"
        one = self.actors[place]
        if not any(mention.overlaps(named.span) for mention in one.mentions):
            self.actors[place] = replace(one, mentions=tuple(sorted((*one.mentions, named.span))))
        return one.id

    def _known(self, named: Named) -> int | None:
        """Look for the actor by its name, and among several so called for the one named just there."""
        form = folded(named.name)
        so_called = [place for place, one in enumerate(self.actors) if form in set(_forms(one))]
        there = [place for place in so_called if _is_named(self.actors[place], named.span)]
        if there or (so_called and not named.anonymous):
            return (there or so_called)[0]
        return None


def _forms(actor: Actor) -> Iterator[str]:
    return map(folded, (actor.name, *actor.aliases))


def _is_named(actor: Actor, span: Span) -> bool:
    return any(mention.overlaps(span) for mention in actor.mentions)


def _new(identifier: str, named: Named) -> Actor:
    return Actor(
        identifier, named.name, named.kind, named.state, named.sector, named.role, named.ref, named.anonymous,
        (), (named.span,),
    )  # fmt: skip


def named_by(actor: Actor, span: Span) -> Named:
    """Return how a correction names an actor, by a phrase of the text."""
    return Named(
        span, actor.name, actor.kind, actor.state, actor.sector, actor.role, actor.ref, actor.anonymous
    )  # fmt: skip
