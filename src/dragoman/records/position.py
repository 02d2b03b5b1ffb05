"""Positions on propositions, and forecasts: where somebody stands, and what somebody says will be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

Stance = Literal["for", "against", "conditional", "neutral"]
Firmness = Literal["firm", "plain", "hedged"]


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on a proposition.

    ``issue`` is the topic's label, ``proposition`` what exactly is stood for or against, in the words of
    the tables or of the text. ``actor`` is who holds it; ``statement`` the one that says so, whose source
    may be somebody else.
    """

    actor: str
    issue: str
    proposition: str
    stance: Stance
    condition: Span | None
    firmness: Firmness
    span: Span
    statement: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What somebody says will or may happen; never an event.

    ``probability`` is the word that says how likely, ``horizon`` the id of the date by when.
    """

    claimant: str | None
    proposition: Span
    condition: Span | None
    probability: Span | None
    horizon: str | None
    statement: str | None
    confidence: float
