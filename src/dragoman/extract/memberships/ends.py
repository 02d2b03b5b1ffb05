"""The two ends of a membership, by the head words of their phrases; word ranges are half-open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.events.arguments import children
from dragoman.extract.events.candidates import Ground
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import Span


def body_of(ground: Ground, names: Names, head: int) -> tuple[int, int] | None:
    """Return the organization whose name or noun has this head word."""
    for first in range(max(0, head - 6), head + 1):
        found = names.body(first)
        if found is not None and found[1] == head + 1:
            return found
        if found is not None and found[0] <= head < found[1] and found[0] in names.spans:
            return found
    return None


def of_membership(ground: Ground, names: Names, noun: int) -> tuple[int, int] | None:
    """Return the organization of "EU membership", "membership of the EU", "accession to NATO"."""
    hosts = children(ground.analysis, noun, "compound", "nmod", "amod", "nmod:poss", "obl")
    return next((b for h in hosts if (b := body_of(ground, names, h)) is not None), None)


def members_by(
    ground: Ground, names: Names, heads: Sequence[int], organization: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The members by their head words; a noun for several states stands for those that it leads back to."""
    for head in heads:
        member = _member(ground, names, head, organization)
        if member is not None:
            yield from names.meant(member)


def _member(ground: Ground, names: Names, head: int, organization: tuple[int, int]) -> tuple[int, int] | None:
    """The name of a member by its head word; people count where the organization takes people in."""
    for first in range(max(0, head - 6), head + 1):
        found = names.member(first)
        if found is None or not found[0] <= head < found[1] or found == organization:
            continue
        if names.spans[found[0]][1] == "person" and not takes_people(ground, organization):
            return None
        return found
    for first in range(max(0, head - 4), head + 1):
        noun = names.noun(first)
        if noun is not None and noun[1] == head + 1:
            return noun
    word = ground.analysis.words[head]
    return (
        (head, head + 1)
        if word.upos == "PRON" and word.text.lower() in ("it", "he", "she", "which")
        else None
    )


def takes_people(ground: Ground, organization: tuple[int, int]) -> bool:
    """Say whether people belong to it rather than only work there: a party, a council, an academy."""
    return any(lexicon().isa(ground.lemma(i), "organ") for i in range(*organization))


def hull(ground: Ground, member: tuple[int, int], told: int, organization: tuple[int, int]) -> Span:
    """The evidence: from member to telling word, with the organization where the sentence names it."""
    words = ground.analysis.words
    places = [member, (told, told + 1)]
    if words[organization[0]].sentence == words[told].sentence:
        places.append(organization)
    places = [p for p in places if words[p[0]].sentence == words[told].sentence]
    return ground.analysis.span(min(p[0] for p in places), max(p[1] for p in places))
