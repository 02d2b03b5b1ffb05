"""Statements: who said, thought, wanted, demanded or denied what, and through whom it came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

Form = Literal["direct", "indirect", "mixed"]
Force = Literal[
    "assertion", "opinion", "prediction", "conditional", "intention",
    "promise", "request", "demand", "denial",
]  # fmt: skip
Polarity = Literal["affirms", "rejects"]


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """A statement whose source and chain are still phrases of the text, not yet actors.

    ``parent`` is the index of the draft inside whose content this one stands.
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[Span, ...]
    form: Form
    force: Force
    polarity: Polarity
    parent: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Attributed:
    """An actor as the article names it at one place: the actor's id and the phrase's span."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """A finished statement of a reading; ids are local to the reading."""

    id: str
    source: Attributed | None
    via: tuple[Attributed, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    force: Force
    polarity: Polarity
    about: tuple[str, ...]
    issues: tuple[str, ...]
    parent: str | None
    confidence: float
