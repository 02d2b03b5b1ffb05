"""Contested: where sources contradict each other, both sides with the roots of their chains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, get_args

from fastapi import Depends, Query, Request

from dragoman.between import state_named
from dragoman.knowledge.base import Knowledge
from dragoman.ledgers.card_lines import CardLine, FlatLine, flat_lines
from dragoman.relations.disputes.opposing import Kind
from dragoman.web.views import BLANK, Day, View, Word
from dragoman.web.whole import all_disputes, whole

SIZE = 10
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Contested:
    """A page of disputes, those first seen last first; ``kinds`` and ``issues`` count all that are asked for.

    ``documents`` are those that were compared, ``fresh`` is false where the store has grown since.
    """

    ready: bool
    documents: int
    fresh: bool
    page: int
    total: int
    kinds: tuple[tuple[str, int], ...]
    issues: tuple[tuple[str, int], ...]
    cards: tuple[CardLine, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """Which disputes are asked for: of states (their codes), a kind, an issue, told within some days."""

    states: frozenset[str]
    kind: Kind | None
    issue: str | None
    since: date | None
    until: date | None

    def passes(self, card: CardLine) -> bool:
        """Say whether a dispute is asked for."""
        return (
            self.states.issubset(card.states)
            and (self.kind is None or card.kind == self.kind)
            and (self.issue is None or self.issue in card.issues)
            and ((self.since is None and self.until is None) or self._told_within(card))
        )

    def _told_within(self, card: CardLine) -> bool:
        first, last = self.since or date.min, self.until or date.max
        claims = (claim for side in card.sides for root in side.by for claim in root.claims)
        return any(one.published is not None and first <= one.published <= last for one in claims)


def sought(
    a: Word = None,
    b: Word = None,
    kind: Annotated[Kind | None, BLANK] = None,
    issue: Word = None,
    since: Day = None,
    until: Day = None,
) -> Sought:
    """Return what is asked for; RelationsError where a name means no state."""
    names = [name for name in (a, b) if name]
    known = Knowledge.load() if names else None
    states = frozenset(state_named(name, known)[0] for name in names if known)
    return Sought(states, kind, issue or None, since, until)


def contested(
    request: Request,
    asked: Sought = Depends(sought),
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Contested:
    """Return the disputes that are asked for."""
    kept = whole(request, all_disputes)
    found = [card for card in kept.told or () if asked.passes(card)]
    return Contested(
        kept.ready, kept.documents, kept.fresh, page, len(found), _counted(card.kind for card in found),
        _counted(issue for card in found for issue in card.issues),
        tuple(found[(page - 1) * SIZE : page * SIZE]),
    )  # fmt: skip


def _counted(names: Iterator[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


CONTESTED = View(
    "/contested", "contested.html", contested, Contested, FlatLine,
    lambda answer: list(flat_lines(answer.cards)), lambda _: "Contested",
    "What sources contradict each other in",
)  # fmt: skip
