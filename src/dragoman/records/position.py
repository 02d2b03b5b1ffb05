"""Positions on propositions, and forecasts: where somebody stands, and what somebody says will be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span
from dragoman.records.statement import Polarity

Stance = Literal["for", "against", "conditional", "neutral"]
Firmness = Literal["firm", "plain", "hedged"]


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on a proposition.

    ``issue`` is the topic's label, ``proposition`` what exactly is stood for or against, in the words of
    the tables or of the text. ``actor`` is who holds it; ``statement`` the one that says so, whose source
    may be somebody else. ``leaning`` is the side that a conditional stance takes once its condition holds.
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
    leaning: Literal["for", "against"] | None = None


@dataclass(frozen=True, slots=True)
class PositionDraft:
    """A stance whose holder is still a phrase of the text and whose object has no proposition yet.

    ``holder`` is None where nobody is named; then whoever makes the statement around it holds it.
    ``object`` is what is stood for or against; where it only points back ("this", "it", or nothing at
    all), ``pointing`` is that word, "" for nothing, and None for an object of its own.
    ``sign`` is "willing" for a readiness that needs a condition to be a stance, "same" and "other" for what
    only takes up somebody else's stance or its opposite. ``denied`` says that the object itself is told in
    the negative. ``open`` says what the object may be: anything, something
    that the tables have an issue for, or a proposition of theirs.
    """

    holder: Span | None
    predicate: Span
    object: Span | None
    pointing: str | None
    sign: Literal["for", "against", "neutral", "willing", "same", "other"]
    denied: bool
    condition: Span | None
    firmness: Firmness
    open: Literal["any", "issue", "table"]
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What somebody says will or may happen; never an event.

    ``probability`` is the word that says how likely, ``horizon`` the id of the date by when. ``polarity``
    is "rejects" where the claimant says that it will not come to that ("did not agree that …").
    """

    claimant: str | None
    proposition: Span
    condition: Span | None
    probability: Span | None
    horizon: str | None
    statement: str | None
    confidence: float
    polarity: Polarity = "affirms"
