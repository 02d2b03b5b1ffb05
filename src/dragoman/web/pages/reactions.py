"""Reactions: what third states said on the acts of two, and how close they were to each before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import Annotated

from fastapi import Depends, Path

from dragoman.between import state_named
from dragoman.errors import RelationsError
from dragoman.gathered import Gathered
from dragoman.ledgers.reacting import reactions_to
from dragoman.ledgers.reaction_lines import ReactionLine, reaction_lines
from dragoman.store import Store
from dragoman.web.gathering import Seen, seen
from dragoman.web.tables import knowledge, state_name
from dragoman.web.views import View, Word

LARGEST = 2_000
"""In a store of more documents the search takes longer than a page may; the command does it there."""
State = Annotated[str, Path(max_length=100, description="A state's name or three-letter code")]


@dataclass(frozen=True)
class Reactions:
    """Remarks of third states on a pair's acts; ``searched`` is false where the store is too large for it."""

    pair: tuple[str, str]
    names: tuple[str, str]
    by: str | None
    documents: int
    searched: bool
    remarks: tuple[ReactionLine, ...]

    @property
    def grouped(self) -> list[tuple[str, list[ReactionLine]]]:
        """The remarks by act and third state, under that state's name."""
        groups = groupby(self.remarks, key=lambda line: (line.act, line.third))
        return [(state_name(third), list(lines)) for (_, third), lines in groups]


def reactions(
    first: State,
    second: State,
    by: Word = None,
    known: Seen = Depends(seen),
) -> Reactions:
    """Return what third states, or one of them, said on the acts of two."""
    one, two = sorted(state_named(name, knowledge())[0] for name in (first, second))
    third = state_named(by, knowledge())[0] if by else None
    if len({one, two, third}) < 3:
        raise RelationsError("a pair and a third state are three different states")
    names = (state_name(one), state_name(two))
    answer = Reactions((one, two), names, third, known.documents, False, ())
    if known.documents > LARGEST:
        return answer
    return replace(answer, searched=True, remarks=known.tell(told_of, (one, two), third))


def told_of(
    store: Store, gathered: Gathered, pair: tuple[str, str], third: str | None
) -> tuple[ReactionLine, ...]:
    """Return the remarks on a pair's acts, made once for all that is gathered."""

    def made() -> tuple[ReactionLine, ...]:
        return tuple(reaction_lines(reactions_to(store, pair, third)))

    return gathered.once(("reactions", pair, third), made)


REACTIONS = View(
    "/pair/{first}/{second}/reactions", "reactions.html", reactions, Reactions, ReactionLine,
    lambda answer: answer.remarks,
    lambda answer: f"What others said on {answer.names[0]} and {answer.names[1]}",
    "What third states said on the acts of two",
)  # fmt: skip
