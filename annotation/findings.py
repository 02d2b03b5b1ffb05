"""Annotated findings of each kind, and their article; bench/gold/findings/README.md has the form.

What a finding names is given by all ways of saying it that are right, the annotator's own first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.records import Span

KINDS = ("agreements", "memberships", "positions", "forecasts", "quantities", "dates")


@dataclass(frozen=True, slots=True)
class Named:
    """One way in which an article names somebody; ``span`` is None for a name that it doesn't spell out."""

    text: str
    span: Span | None


Who = tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class GoldFinding:
    """What all kinds share: the evidence (one span or several), and whether it may be left out."""

    spans: tuple[Span, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldAgreement(GoldFinding):
    """``spans`` are its mentions; the first of ``instruments`` and ``statuses`` is the gold's own."""

    parties: tuple[Who, ...]
    instruments: tuple[str, ...]
    statuses: tuple[str, ...]
    amount: Span | None
    purpose: tuple[Span, ...]
    open_points: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldMembership(GoldFinding):
    """Who belongs to what, and as what."""

    organization: Who
    member: Who
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPosition(GoldFinding):
    """Where ``actor`` stands on ``proposition`` (in the annotator's words); ``says`` is who reports it."""

    actor: Who
    proposition: str
    stances: tuple[str, ...]
    firmness: tuple[str, ...]
    condition: Span | None
    says: Who


@dataclass(frozen=True, slots=True)
class GoldForecast(GoldFinding):
    """What is foreseen; ``own_voice`` where the article itself may be the one that foresees it."""

    claimant: Who
    own_voice: bool
    condition: Span | None
    horizon: Span | None
    probability: Span | None


@dataclass(frozen=True, slots=True)
class GoldQuantity(GoldFinding):
    """A figure; each of ``values`` is right, and so is each of ``units`` (lower case, "" for none)."""

    kinds: tuple[str, ...]
    values: tuple[float, ...]
    units: tuple[str, ...]
    upper: float | None


@dataclass(frozen=True, slots=True)
class GoldDate(GoldFinding):
    """A time; each of ``ranges`` is right, and with ``within`` every range inside the first."""

    ranges: tuple[tuple[date | None, date | None], ...]
    within: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, where its body begins, and its findings by kind."""

    name: str
    path: Path
    text: str
    body: int
    findings: dict[str, tuple[GoldFinding, ...]]
