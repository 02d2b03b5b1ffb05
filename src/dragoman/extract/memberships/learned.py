"""Memberships that the engine sees where no rule does, and what it says of those that rules find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from dragoman.extract.arguments import phrase, subjects
from dragoman.extract.evidence import allowed, alone
from dragoman.extract.ground import Ground
from dragoman.extract.linked import named_by
from dragoman.extract.memberships.focus import Focus
from dragoman.records import FindingSpan, MemberRole, MembershipDraft, Sentence, Span, hull


def with_engine(
    ground: Ground, drafts: Sequence[MembershipDraft], focus: Focus, sentence: Sentence
) -> list[MembershipDraft]:
    """Return what rules and engine say together of one sentence; the rules' alone for another's analysis.

    ``focus`` is what the article is telling of so far.
    """
    analysis = ground.analysis
    kept = [d for d in drafts if allowed(analysis, "membership", d.span)]
    taken = [d.span for d in drafts]
    for seen in alone(analysis, "membership", sentence, taken):
        kept += _drafts(ground, seen, focus)
    return kept


def _drafts(ground: Ground, seen: FindingSpan, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield each member that the engine links; the body is the one it links, or that is being told of."""
    analysis = ground.analysis
    body = _body(ground, seen, focus)
    if body is None:
        return
    evidence = analysis.span(seen.first, seen.last)
    for member in _members(ground, seen):
        if not member.overlaps(body):
            yield MembershipDraft(
                organization=body,
                member=member,
                role=cast(MemberRole, seen.label),
                span=hull((member, evidence)) if evidence.overlaps(member) else evidence,
                negated=False,
                confidence=round(0.9 * seen.confidence, 3),
            )


def _members(ground: Ground, seen: FindingSpan) -> list[Span]:
    """Who belongs: those whom the engine links, else the subject of the evidence's verb."""
    linked = list(named_by(ground, seen.holders).values())
    if linked:
        return linked
    head = ground.analysis.head_of(seen.first, seen.last)
    return [phrase(ground.analysis, s) for s in subjects(ground.analysis, head) if ground.is_actor(s)]


def _body(ground: Ground, seen: FindingSpan, focus: Focus) -> Span | None:
    analysis = ground.analysis
    for span in named_by(ground, seen.bodies).values():
        words = analysis.words_in(span)
        named = focus.named((words.start, words.stop))
        focus.tell(named)
        return analysis.span(*named)
    current = focus.current(seen.first)
    return analysis.span(*current) if current is not None else None
