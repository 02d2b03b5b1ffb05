"""From drafts to memberships: both ends named actors, who says so, each membership once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.extract.events.finishing import statement_of
from dragoman.records import Actor, Membership, MembershipDraft, Span, Statement

_BREATH = 160
"""How many characters apart two places tell of one step."""


def memberships_of(
    drafts: Sequence[MembershipDraft],
    actors: tuple[Sequence[Actor], Mapping[Span, str]],
    statements: Sequence[Statement],
) -> tuple[Membership, ...]:
    """Return the memberships of an article in text order, each once with its surest evidence.

    ``actors`` are the article's actors and the id of each phrase of the drafts. Denied ones are left out,
    and so are those of which one end has no name in the text ("the bloc" that is never named).
    """
    known = {actor.id: actor for actor in actors[0]}
    found: dict[tuple[str, str, str], Membership] = {}
    for draft in sorted(drafts, key=lambda d: (d.member, d.span)):
        organization, member = (actors[1].get(draft.organization), actors[1].get(draft.member))
        if draft.negated or organization is None or member is None:
            continue
        if not _is_named(known[organization]):
            continue
        for one in _each(known[member], draft.member):
            if one == organization or not _is_named(known[one]):
                continue
            made = Membership(
                organization,
                one,
                draft.role,
                draft.span,
                statement_of(draft.span, statements),
                draft.confidence,
            )
            key = (organization, one, draft.role)
            if key not in found or found[key].confidence < made.confidence:
                found[key] = made
    return tuple(m for m in found.values() if not _is_past(m, found))


def _is_past(one: Membership, found: Mapping[tuple[str, str, str], Membership]) -> bool:
    """Say whether the same breath tells that a member is one no longer: "got in, remains suspended"."""
    ended = found.get((one.organization, one.member, "former"))
    near = ended is not None and abs(ended.span.start - one.span.start) <= _BREATH
    return one.role == "member" and near


def _each(actor: Actor, phrase: Span) -> tuple[str, ...]:
    """The members that a phrase stands for: those of "both countries", but "Trinidad and Tobago" is one."""
    if not actor.members:
        return (actor.id,)
    one_name = " and " in actor.name and len(actor.name) == phrase.end - phrase.start
    return actor.members[:1] if one_name else actor.members


def _is_named(actor: Actor) -> bool:
    """Say whether the text gives a name, not only a noun or an unresolved pronoun."""
    if actor.anonymous or len(actor.name) < 2:
        return False
    return actor.ref is not None or any(
        word[:1].isupper() for word in actor.name.split() if word.lower() != "it"
    )
