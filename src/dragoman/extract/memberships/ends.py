"""The two ends of a membership, by the head words of their phrases; word ranges are half-open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.arguments import children
from dragoman.extract.ground import Ground
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import Span

_RELATIVE = frozenset({"which", "that", "whom"})


def body_of(ground: Ground, names: Names, head: int) -> tuple[int, int] | None:
    """Return the organization whose name or noun has this head word."""
    for first in range(max(0, head - 6), head + 1):
        found = names.body(first)
        if found is not None and found[1] == head + 1:
            return found
        if found is not None and found[0] <= head < found[1] and found[0] in names.spans:
            return found
    return None


def organization_at(ground: Ground, names: Names, head: int, focus: Focus) -> tuple[int, int] | None:
    """Return the organization that a head word names or leads back to, None for none.

    That is a name; a noun ("the bloc") or "it", which lead back; the board or council of a body; what stands
    beside a noun for one ("another family, the Greens"); what a relative pronoun stands for.
    """
    analysis = ground.analysis
    if analysis.words[head].text.lower() in _RELATIVE:
        return _antecedent(ground, names, head, focus)
    owners = children(analysis, head, "nmod:poss", "nmod", "compound")
    if lexicon().isa(ground.lemma(head), "organ") and head not in ground.name_of:
        for owner in owners:
            body = body_of(ground, names, owner)
            if body is not None:
                return focus.named(body)
    for each in (head, *children(analysis, head, "appos")):
        body = body_of(ground, names, each)
        if body is not None:
            return focus.named(body)
    return focus.current(head) if analysis.words[head].text.lower() in ("it", "there") else None


def _antecedent(ground: Ground, names: Names, pronoun: int, focus: Focus) -> tuple[int, int] | None:
    """What "which" stands for: the noun that its clause hangs on, or what that noun stands beside."""
    at = pronoun
    for _ in range(4):
        word = ground.analysis.words[at]
        at = word.head
        if at < 0:
            return None
        if word.deprel == "acl:relcl":
            return beside(ground, names, at, focus)
    return None


def beside(ground: Ground, names: Names, noun: int, focus: Focus) -> tuple[int, int] | None:
    """Return the organization of a noun with a clause: its own, or that of the noun that it stands beside."""
    word = ground.analysis.words[noun]
    named = body_of(ground, names, noun)
    if word.deprel == "appos" and (named is None or named[0] not in names.spans):
        return organization_at(ground, names, word.head, focus) or (focus.named(named) if named else None)
    return organization_at(ground, names, noun, focus)


def of_membership(ground: Ground, names: Names, noun: int) -> tuple[int, int] | None:
    """Return the organization of "EU membership", "membership of the EU", "accession to NATO"."""
    hosts = children(ground.analysis, noun, "compound", "nmod", "amod", "nmod:poss", "obl")
    return next((b for h in hosts if (b := body_of(ground, names, h)) is not None), None)


def owners_by(names: Names, heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The names of states that own something, by their head words: "Skopje" of "Skopje's entry"."""
    for head in heads:
        for first in range(max(0, head - 3), head + 1):
            if (
                first in names.spans
                and names.spans[first][0] == head + 1
                and names.spans[first][1] == "place"
            ):
                yield first, head + 1
                break


def members_by(
    ground: Ground, names: Names, heads: Sequence[int], organization: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The members by their head words; a noun for several states stands for those that it leads back to."""
    seen: set[tuple[int, int]] = set()
    for head in heads:
        member = _member(ground, names, head, organization)
        if member is not None and member not in seen:
            seen.add(member)
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
    word = ground.analysis.words[head]
    if word.deprel == "appos" and word.upos in ("NOUN", "PROPN") and word.head in ground.name_of:
        return _member(ground, names, word.head, organization)  # "Ann Lee, a banker who sits on …"
    for first in range(max(0, head - 4), head + 1):
        noun = names.noun(first)
        if noun is not None and noun[1] == head + 1:
            return noun
    return (
        (head, head + 1)
        if word.upos == "PRON" and word.text.lower() in ("it", "its", "he", "she", "which")
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
