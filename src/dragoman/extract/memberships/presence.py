"""Memberships told by where states are: "Slovenia is in the Union", "Peru is part of the pact"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.arguments import cases, children, subjects, together
from dragoman.extract.ground import Ground
from dragoman.extract.memberships.ends import hull, members_by, organization_at
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.names import Names
from dragoman.records import MembershipDraft

_INSIDE = frozenset({"in", "inside"})
_SURE = 0.8


def by_presence(ground: Ground, names: Names, index: int, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield the states that are said to be *in* the organization at a word, or *part of* it."""
    analysis = ground.analysis
    word = analysis.words[index]
    within = cases(analysis, index) & _INSIDE
    part = word.head >= 0 and ground.lemma(word.head) == "part" and "of" in cases(analysis, index)
    head = word.head if part else index
    if not (within or part) or not children(analysis, head, "cop"):
        return
    organization = organization_at(ground, names, index, focus)
    if organization is None or not names.takes_members(organization):
        return
    mood = mood_of(ground, head)
    if mood not in ("done", "ongoing", "negated"):
        return
    acting = [p for s in children(analysis, head, "nsubj") for p in together(analysis, s)]
    named = [p for a in acting for b in children(analysis, a, "appos") for p in together(analysis, b)]
    acting = [p for p in named if p in ground.name_of] or acting  # "the republics Slovenia and Croatia"
    for member in members_by(ground, names, acting or subjects(analysis, head), organization):
        if names.is_state(member) or member[0] not in names.spans:
            focus.tell(organization)
            span = hull(ground, member, index, organization)
            yield MembershipDraft(
                analysis.span(*organization), analysis.span(*member), "member", span, mood == "negated", _SURE
            )
