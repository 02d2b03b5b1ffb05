"""Events: who did what to whom (PLOVER), whether it happened, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["done", "ongoing", "planned", "possible", "conditional", "demanded", "negated"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happens: the place's name, its span, and its state (ISO3) where that is known."""

    name: str
    span: Span
    state: str | None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event whose actors are still phrases of the text.

    ``trigger`` is the word or words that tell of it, ``span`` its whole clause. ``place`` is the span of
    a place's name. ``answers`` is the phrase for an act told of before that this one answers ("the offer"),
    where no recipient is named. ``abroad`` marks one that counts only where an official of one state is in
    another.
    """

    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    trigger: Span
    span: Span
    status: Status
    place: Span | None
    confidence: float
    answers: Span | None = None
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A finished event; ids are local to the reading.

    ``mentions`` are the triggers of every further mention of the same act in the article. ``statement``
    is the innermost statement that tells of it, None where the article says it in its own voice.
    """

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    trigger: Span
    span: Span
    date: str | None
    place: Place | None
    status: Status
    quantities: tuple[str, ...]
    statement: str | None
    confidence: float
    mentions: tuple[Span, ...] = ()
