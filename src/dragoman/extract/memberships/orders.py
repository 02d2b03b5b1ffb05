"""Memberships told by the order of words: lists, appositions, "NATO member Turkey" (see orders.tsv)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.extract.events.candidates import Ground
from dragoman.extract.memberships.lexicon import Order, lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MemberRole, MembershipDraft, Span

_PASSING = frozenset({"ADJ", "NUM", "DET", "ADV"})
_PASS, _LISTS = 4, {"LIST": 1, "LIST2": 2, "LIST3": 3, "STATES2": 2, "STATES3": 3}
_FORMER = frozenset({"former", "ex", "erstwhile", "onetime", "one-time", "then"})
_NEGATIONS = frozenset({"not", "never", "no", "n't", "n’t", "non", "neither"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A match in the making: where it stands, and what has been read."""

    at: int
    organization: tuple[int, int] | None = None
    members: tuple[tuple[int, int], ...] = ()
    role: MemberRole = "member"
    former: bool = False
    negated: bool = False


def by_order(
    ground: Ground, names: Names, first: int, last: int, before: Span | None
) -> Iterator[MembershipDraft]:
    """Yield the memberships of words ``[first, last)``; ``before`` the organization told of before."""
    taken: set[tuple[int, int]] = set()
    orders = _possible(ground, first, last)
    for start in range(first, last):
        for order in orders:
            same = order.parts[0] == "SAME"
            if same and (before is None or not _opens(ground, start, first)):
                continue
            parts = order.parts[1:] if same else order.parts
            found = _match(ground, names, parts, _Found(start), last)
            if found is None or not found.members or (found.organization is None and not same):
                continue
            for draft in _drafts(ground, found, order, start, before, taken):
                before = draft.organization
                yield draft


def _possible(ground: Ground, first: int, last: int) -> list[Order]:
    """The orders whose words all stand somewhere in a sentence: few, and in most sentences none."""
    words, table = ground.analysis.words[first:last], lexicon()
    said = {form for word in words for form in (word.text.lower(), word.lemma.lower())}
    role = not said.isdisjoint(table.singular) or not said.isdisjoint(table.plural)
    return [
        order for order in table.orders
        if (role or not order.needs_role) and all(wanted & said for wanted in order.literals)
        and all(name.upper() not in order.parts or name in said for name in ("ally", "allies"))
    ]  # fmt: skip


def _opens(ground: Ground, start: int, first: int) -> bool:
    """Say whether a clause begins here: a sentence, what follows its adverb ("Also, six …") or ";"."""
    words = ground.analysis.words
    adverb = start == first + 2 and words[first].upos == "ADV" and words[first + 1].text == ","
    return start == first or adverb or words[start - 1].text == ";"


def _drafts(
    ground: Ground, found: _Found, order: Order, start: int, before: Span | None, taken: set[tuple[int, int]]
) -> Iterator[MembershipDraft]:
    analysis = ground.analysis
    organization = analysis.span(*found.organization) if found.organization else before
    if organization is None:
        return
    ahead = {ground.analysis.words[i].text.lower() for i in range(max(0, start - 2), start)}
    role: MemberRole = "former" if found.former or ahead & _FORMER else found.role
    end = max(last for _, last in (*found.members, found.organization or (0, 0)))
    for member in found.members:
        if member in taken or member == found.organization:
            continue
        taken.add(member)
        span = analysis.span(start, end)
        span = Span(min(span.start, organization.start), span.end) if found.organization else span
        negated = found.negated or bool(ahead & _NEGATIONS)
        yield MembershipDraft(organization, analysis.span(*member), role, span, negated, order.confidence)


def _match(ground: Ground, names: Names, parts: Sequence[str], found: _Found, last: int) -> _Found | None:
    """The first way to read all parts from where ``found`` stands; None where there is none."""
    if not parts:
        return found
    for step in _steps(ground, names, parts[0], found, last):
        whole = _match(ground, names, parts[1:], step, last)
        if whole is not None:
            return whole
    return None


def _steps(ground: Ground, names: Names, part: str, found: _Found, last: int) -> Iterator[_Found]:
    at = found.at
    if part == "~":
        yield from _passing(ground, found, last)
    elif at >= last:
        return
    elif part in ("ORG", "THE-ORG"):
        body = names.organization(at) if part == "ORG" else names.body(at)
        if body is not None and body[1] <= last:
            yield replace(found, at=body[1], organization=body)
    elif part == "MEMBER" or part in _LISTS:
        members = names.members(at)[: 1 if part == "MEMBER" else None]
        states = not part.startswith("STATES") or all(_is_state(ground, m) for m in members)
        if len(members) >= _LISTS.get(part, 1) and states:
            yield replace(found, at=members[-1][1], members=tuple(members))
    elif part in ("ONE", "MANY", "ALLY", "ALLIES"):
        yield from _role(ground, part, found, last)
    else:
        yield from _word(ground, part, found)


def _is_state(ground: Ground, member: tuple[int, int]) -> bool:
    text = " ".join(ground.analysis.words[i].text for i in range(*member))
    found = ground.knowledge.lookup(text)
    return bool(found) and found[0].entity.kind == "state"


def _passing(ground: Ground, found: _Found, last: int) -> Iterator[_Found]:
    words, former, negated = ground.analysis.words, found.former, found.negated
    yield found
    for at in range(found.at, min(found.at + _PASS, last)):
        word = words[at]
        tied = word.text == "-" or (word.upos == "NOUN" and at > found.at and words[at - 1].text == "-")
        founding = word.upos == "VERB" and word.deprel == "amod"
        if (
            word.upos not in _PASSING
            and not (tied or founding)
            and word.text.lower() not in _NEGATIONS | _FORMER
        ):
            return
        former = former or word.text.lower() in _FORMER
        negated = negated or word.text.lower() in _NEGATIONS
        yield replace(found, at=at + 1, former=former, negated=negated)


def _role(ground: Ground, part: str, found: _Found, last: int) -> Iterator[_Found]:
    table, words, at = lexicon(), ground.analysis.words, found.at
    text = words[at].text.lower()
    if part in ("ALLY", "ALLIES"):
        if text == ("ally" if part == "ALLY" else "allies"):
            yield replace(found, at=at + 1)
        return
    follows = at + 1 < last and words[at + 1].text.lower() in table.followers
    many = follows and words[at + 1].text.lower().endswith("s")
    role = table.singular.get(text) or table.plural.get(text)
    if role is None:
        return
    plural = many if follows else text in table.plural
    if plural == (part == "MANY"):
        yield replace(found, at=at + 2 if follows else at + 1, role=role)


def _word(ground: Ground, part: str, found: _Found) -> Iterator[_Found]:
    optional = part.endswith("?")
    if optional:
        yield found
    word = ground.analysis.words[found.at]
    wanted = part.rstrip("?").split("|")
    if word.text.lower() in wanted or word.lemma.lower() in wanted:
        yield replace(found, at=found.at + 1)
