"""What the heads of events and findings say of a window → spans over the words of the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from dragoman.language import acts, findings
from dragoman.records import (
    ActSpan,
    EventType,
    FindingKind,
    FindingSpan,
    PhraseSpan,
    Sentence,
    Status,
)

if TYPE_CHECKING:
    from dragoman.language.engine import Inventory, WindowScores


def act_spans(window: WindowScores, sentences: Sequence[Sentence], inventory: Inventory) -> Iterator[ActSpan]:
    """Yield the acts of a window, whose ``sentences`` are given, in text order."""
    base = window.window.first
    scores = acts.Scores(window.triggers, window.statuses, window.modes, window.actors, window.recipients)
    inside = [(s.first - base, s.last - base) for s in sentences]
    for act in acts.acts(scores, inside, inventory.events):
        yield ActSpan(
            act.first + base,
            act.last + base,
            cast(EventType, act.type),
            act.probability,
            cast(Status, act.status),
            act.status_probability,
            act.mode,
            act.mode_probability,
            _phrases(act.actors, base),
            _phrases(act.recipients, base),
        )


def finding_spans(
    window: WindowScores, sentences: Sequence[Sentence], inventory: Inventory
) -> Iterator[FindingSpan]:
    """Yield the evidence of findings of a window, whose ``sentences`` are given, kind by kind."""
    base = window.window.first
    links = {name: getattr(window, name) for name in ("holders", "parties", "members", "bodies")}
    inside = [(s.first - base, s.last - base) for s in sentences]
    for one in findings.evidence(findings.Scores(window.findings, links), inside, inventory.findings):
        yield FindingSpan(
            cast(FindingKind, one.kind),
            one.first + base,
            one.last + base,
            one.probability,
            one.label,
            one.label_probability,
            _phrases(one.holders, base),
            _phrases(one.bodies, base),
        )


def evidence_of(window: WindowScores, inventory: Inventory) -> dict[FindingKind, list[float]]:
    """Return how likely each word of a window is evidence, by kind."""
    likely = findings.likely_evidence(window.findings, inventory.findings)
    return {cast(FindingKind, kind): (1 - shares[:, 0]).tolist() for kind, shares in likely.items()}


def _phrases(found: Iterable[tuple[int, int, float]], base: int) -> tuple[PhraseSpan, ...]:
    return tuple(PhraseSpan(first + base, last + base, sure) for first, last, sure in found)
