"""Agreements between parties, and memberships of organizations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

AgreementStatus = Literal["signed", "agreed", "announced", "proposed", "under study", "suspended", "rejected"]
InstrumentKind = Literal["document", "generic", "benefit", "project", "talks", "back"]
MemberRole = Literal["member", "observer", "candidate", "former"]


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """An agreement whose parties are still phrases; one per place that tells of it.

    ``instrument`` is the kind of agreement in the codebook's words ("credit line", "ceasefire"), None
    where the text doesn't say, ``kind`` its kind (see the tables of agreements). ``trigger`` is the word that
    tells of it, ``span`` reaches from there to its noun. ``status`` is None where the place says only that
    there is one; ``definite`` is said of one that the text takes for known ("the deal").
    """

    parties: tuple[Span, ...]
    subject: tuple[Span, ...]
    instrument: str | None
    kind: InstrumentKind | None
    status: AgreementStatus | None
    definite: bool
    amount: Span | None
    purpose: tuple[Span, ...]
    open_points: tuple[Span, ...]
    trigger: Span
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """A finished agreement, merged over all the sentences that speak of it.

    ``mentions`` reach, for each place that tells of it, from the word that tells to the agreement's noun;
    ``events`` are those whose triggers lie there. ``statement`` is the innermost statement that tells of
    it, None where the article says it in its own voice.
    """

    id: str
    parties: tuple[str, ...]
    subject: tuple[Span, ...]
    instrument: str | None
    status: AgreementStatus
    amount: str | None
    purpose: tuple[Span, ...]
    open_points: tuple[Span, ...]
    events: tuple[str, ...]
    statement: str | None
    mentions: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """An organization's phrase and one member's phrase; ``span`` is the evidence for both."""

    organization: Span
    member: Span
    role: MemberRole
    span: Span
    negated: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Membership:
    """A finished membership; ``organization`` and ``member`` are actors' ids."""

    organization: str
    member: str
    role: MemberRole
    span: Span
    statement: str | None
    confidence: float
