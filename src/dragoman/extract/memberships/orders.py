"""Memberships told by the order of words: lists, appositions, "NATO member Turkey" (see orders.tsv)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.extract.ground import Ground
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import Order, lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MemberRole, MembershipDraft

_PASSING = frozenset({"ADJ", "NUM", "DET", "ADV"})
_PASS, _GAP = 4, 8
_LISTS = {"LIST": 1, "LIST2": 2, "LIST3": 3, "STATES1": 1, "STATES2": 2, "STATES3": 3, "WHO": 1}
_NAMED = frozenset({*_LISTS, "MEMBER", "OWNER", "ORG", "THE-ORG"})
"""Parts that begin with a name, or with one of the words that may stand before it or for it."""
_BEFORE_NAMES = frozenset(
    {"the", "its", "his", "their", "it", "both", "all", "those", "these", "this", "that"}
)
_UNREAL = frozenset({"if", "unless", "whether", "should", "would", "could", "might"})
_FORMER = frozenset(
    {"former", "formerly", "once", "previously", "ex", "erstwhile", "onetime", "one-time", "then"}
)
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


def by_order(ground: Ground, names: Names, first: int, last: int, focus: Focus) -> Iterator[MembershipDraft]:
    """Yield the memberships of words ``[first, last)``; ``focus`` knows the organization told of before."""
    taken: set[tuple[int, int]] = set()
    if not any(i in names.spans or names.noun(i) for i in range(first, last)):
        return
    orders = [(order, _opening(order)) for order in _possible(ground, first, last)]
    for start in range(first, last) if orders else ():
        at = start in names.spans or ground.analysis.words[start].text.lower() in _BEFORE_NAMES
        for order, opening in orders:
            if not at and opening in _NAMED:
                continue
            same, begun = order.parts[0] in ("SAME", "HERE"), _Found(start)
            if same:
                begun = _Found(start, focus.current(start))
                if begun.organization is None or (
                    order.parts[0] == "SAME" and not _opens(ground, start, first)
                ):
                    continue
            found = _match(ground, names, order.parts[1:] if same else order.parts, begun, last)
            if found is None or not found.members:
                continue
            if found.organization is None:
                taken.update(found.members if order.role == "none" else ())
                continue
            found = replace(found, organization=focus.named(found.organization))
            yield from _drafts(ground, found, order, start, focus, taken)


def _opening(order: Order) -> str:
    """The first part that stands for words."""
    return order.parts[1] if order.parts[0] in ("SAME", "HERE") else order.parts[0]


def _possible(ground: Ground, first: int, last: int) -> list[Order]:
    """The orders whose words all stand somewhere in a sentence: few, and in most sentences none."""
    words, table = ground.analysis.words[first:last], lexicon()
    said = {form for word in words for form in (word.text.lower(), word.lemma.lower())}
    role = not said.isdisjoint(table.singular) or not said.isdisjoint(table.plural)
    return [
        order for order in table.orders
        if (role or not order.needs_role) and not any(wanted.isdisjoint(said) for wanted in order.literals)
    ]  # fmt: skip


def _opens(ground: Ground, start: int, first: int) -> bool:
    """Say whether a clause begins here: a sentence, what follows its adverb ("Also, six …") or ";"."""
    words = ground.analysis.words
    adverb = start == first + 2 and words[first].upos == "ADV" and words[first + 1].text == ","
    return start == first or adverb or words[start - 1].text == ";"


def _drafts(
    ground: Ground, found: _Found, order: Order, start: int, focus: Focus, taken: set[tuple[int, int]]
) -> Iterator[MembershipDraft]:
    analysis, body = ground.analysis, found.organization
    ahead = {analysis.words[i].text.lower() for i in range(max(0, start - 2), start)}
    if body is None or ahead & _UNREAL or _hangs(ground, order, start):
        return
    role: MemberRole = "former" if found.former or ahead & _FORMER else found.role
    if order.role is not None and order.role != "none":
        role = order.role
    near = body[0] >= start - 1
    first, end = (min(start, body[0]), max(found.at, body[1])) if near else (start, found.at)
    end = max(end, *(last for _, last in found.members))
    for member in found.members:
        if member in taken or member == body:
            continue
        taken.add(member)
        if order.role != "none":
            focus.tell(body)
            span = analysis.span(first, end)
            negated = found.negated or bool(ahead & _NEGATIONS)
            yield MembershipDraft(
                analysis.span(*body), analysis.span(*member), role, span, negated, order.confidence
            )


def _hangs(ground: Ground, order: Order, start: int) -> bool:
    """Say whether what an order of words takes for its subject hangs on a noun: "a deal with Oman quit"."""
    opening = _opening(order)
    before = ground.analysis.words[start - 1] if start > 0 else None
    return opening in ("WHO", "STATES1", "STATES2") and before is not None and before.upos == "ADP"


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
        if part.endswith("?") or part == "STOP":
            yield found
    elif part in ("ORG", "THE-ORG"):
        body = names.organization(at) if part == "ORG" else names.body(at)
        if body is not None and body[1] <= last:
            yield replace(found, at=body[1], organization=body)
    elif part == "OWNER":
        owner = names.owner(at)
        if owner is not None:
            yield replace(found, at=owner[1], members=(*found.members, owner))
    elif part == "MEMBER" or part in _LISTS:
        members = names.members(at)[: 1 if part == "MEMBER" else None]
        states = part[:3] not in ("STA", "WHO") or all(names.is_state(m) for m in members)
        if len(members) >= _LISTS.get(part, 1) and states:
            yield replace(found, at=members[-1][1], members=(*found.members, *members))
        noun = names.noun(at) if part == "WHO" else None
        if noun is not None:
            yield replace(found, at=noun[1], members=(*found.members, *names.meant(noun)))
    elif part in ("ONE", "MANY", "ROLE", "ALLY", "ALLIES"):
        yield from _role(ground, part, found, last)
    elif part in ("GAP", "STOP"):
        yield from _rest(ground, part, found, last)
    else:
        yield from _word(ground, part, found)


def _rest(ground: Ground, part: str, found: _Found, last: int) -> Iterator[_Found]:
    """STOP holds where nothing more belongs to the verb; GAP passes some words up to a comma."""
    words = ground.analysis.words
    if part == "STOP":
        word = words[found.at]
        if word.upos in ("PUNCT", "NUM", "CCONJ") or lexicon().isa(word.text, "stop"):
            yield found
        return
    for at in range(found.at, min(found.at + _GAP, last)):
        if words[at].text == ",":
            return
        yield replace(found, at=at + 1)


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
    if part == "ROLE" or plural == (part == "MANY"):
        yield replace(found, at=at + 2 if follows else at + 1, role=role)


def _word(ground: Ground, part: str, found: _Found) -> Iterator[_Found]:
    optional = part.endswith("?")
    if optional:
        yield found
    word = ground.analysis.words[found.at]
    wanted = part.rstrip("?").split("|")
    if word.text.lower() in wanted or word.lemma.lower() in wanted:
        yield replace(found, at=found.at + 1)
