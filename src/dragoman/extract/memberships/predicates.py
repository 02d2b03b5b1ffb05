"""Memberships told by nouns of roles: "is a member of the league", "observers, among them Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.ground import Ground
from dragoman.extract.memberships.bearers import bearings, noun_of, organization_of_noun
from dragoman.extract.memberships.behind import beside_it, listed_behind
from dragoman.extract.memberships.ends import hull, members_by
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MembershipDraft

_NAMED, _BEFORE = 0.9, 0.75
"""How sure a role is whose organization stands at it, and one whose organization was told of before."""


def by_role(ground: Ground, names: Names, index: int, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield the memberships that the noun of a role at a word tells of: "Turkey is a member of NATO"."""
    table, word = lexicon(), ground.analysis.words[index]
    text = word.text.lower()
    role = table.singular.get(text) or table.plural.get(text) or "member"
    noun = noun_of(ground, index)
    if noun != index and table.isa(ground.lemma(index), "seat_of"):
        return  # "member state": the state is read where its role is
    organization, named = organization_of_noun(ground, names, noun, focus)
    if organization is None or (
        text in table.followers and noun == index and not _is_of(ground, organization, noun)
    ):
        return
    found = False
    for bearing in bearings(ground, names, index, role):
        for member in members_by(ground, names, bearing.heads, organization):
            if member == organization or (not named and member[0] in names.spans and not focus.fits(member)):
                continue
            found = True
            yield _draft(ground, organization, member, bearing.told, bearing.role, bearing.denied, named)
            for other in beside_it(ground, names, organization, bearing.told, member):
                yield _draft(ground, organization, other, bearing.told, bearing.role, bearing.denied, named)
        focus.tell(organization) if found else None
    if not found:
        for member in listed_behind(ground, names, noun, organization):
            if member != organization:
                focus.tell(organization)
                yield _draft(ground, organization, member, noun, role, False, named)


def _draft(
    ground: Ground,
    organization: tuple[int, int],
    member: tuple[int, int],
    told: int,
    role: str,
    denied: bool,
    named: bool,
) -> MembershipDraft:
    return MembershipDraft(
        ground.analysis.span(*organization),
        ground.analysis.span(*member),
        role,  # type: ignore[arg-type]
        hull(ground, member, told, organization),
        denied,
        _NAMED if named else _BEFORE,
    )


def _is_of(ground: Ground, organization: tuple[int, int], noun: int) -> bool:
    """Say whether a plain noun stands right at the organization's name: "EU states", "states of the EU"."""
    words = ground.analysis.words
    borne = any(words[c].text.lower() in lexicon().singular for c in ground.analysis.dependents[noun])
    if borne or words[noun - 1].text == "-":
        return False  # "candidate country" is read at "candidate"; "the five-nation bloc" names nobody
    return 0 <= noun - organization[1] <= 2 or 0 < organization[0] - noun <= 3
