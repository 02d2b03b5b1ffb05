"""Agreements that the engine sees where no rule does, and what it says of those that rules find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from dragoman.extract.agreements.amounts import money_in
from dragoman.extract.agreements.instruments import instruments
from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.arguments import children
from dragoman.extract.evidence import allowed, alone
from dragoman.extract.linked import named_by
from dragoman.records import AgreementDraft, AgreementStatus, FindingSpan, Sentence


def with_engine(
    listing: Listing, drafts: Sequence[AgreementDraft], sentence: Sentence
) -> list[AgreementDraft]:
    """Return what rules and engine say together of one sentence; the rules' alone for another's analysis."""
    analysis = listing.ground.analysis
    kept = [d for d in drafts if allowed(analysis, "agreement", d.span)]
    told: list[AgreementDraft] = []
    for seen in alone(analysis, "agreement", sentence, [d.span for d in drafts]):
        draft = _draft(listing, seen)
        if not any(set(draft.parties) <= set(other.parties) for other in told):
            told.append(draft)  # the others go on about the same one
    return sorted([*kept, *told], key=lambda d: (d.trigger, d.span))


def _draft(listing: Listing, seen: FindingSpan) -> AgreementDraft:
    """An agreement by its evidence: parties as the engine links them, the instrument by the tables."""
    ground, analysis = listing.ground, listing.ground.analysis
    named = instruments(ground, seen.first, seen.last)
    one = named[-1] if named else None
    head = analysis.head_of(seen.first, seen.last)
    acting = any(analysis.words[i].upos == "VERB" for i in range(seen.first, seen.last))
    definite = not acting and (one.definite if one else _points_back(listing, head))
    return AgreementDraft(
        parties=tuple(named_by(ground, seen.holders).values()),
        subject=(),
        instrument=one.name if one else None,
        kind=one.kind if one else None,
        status=None if definite else cast(AgreementStatus, seen.label),
        definite=definite,
        amount=money_in(ground, set(range(seen.first, seen.last))),
        purpose=(),
        open_points=(),
        trigger=analysis.words[head].span,
        span=analysis.span(seen.first, seen.last),
        confidence=round(0.9 * seen.confidence, 3),
    )


def _points_back(listing: Listing, head: int) -> bool:
    """Say whether a noun that no table has points back ("the compact")."""
    analysis = listing.ground.analysis
    found = children(analysis, head, "det", "amod")
    return any(lexicon().isa(analysis.words[d].text, "definite") for d in found)
