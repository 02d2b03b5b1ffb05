"""Contested claims: what some say and others deny, or say otherwise, set side by side. Nobody is given right.

A card gathers claims that contradict each other and those that say the same as one of them. Each side is
counted by independent roots of its source chains, never by articles: what two hundred outlets copied from one
official is one root. A card says whom each root belongs to, since when there is a dispute, and whether it is
still open: a side that all its roots have left is superseded or withdrawn.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.relations.disputes.claims import Claim, Claimant, roots_of
from dragoman.relations.disputes.opposing import ANY, Clash, Kind, agreements, contradictions
from dragoman.relations.disputes.pairing import candidates, companions
from dragoman.relations.disputes.prints import prints_of
from dragoman.relations.disputes.siding import Pair, Sided, sides_from

Clashes = Mapping[Pair, tuple[Clash, ...]]
"""In what pairs of claims, by their ids, contradict each other."""
State = Literal["open", "superseded", "one side withdrew"]


@dataclass(frozen=True, slots=True)
class Root:
    """Who first said it, with all claims that go back there, in order; ``live`` where it is his last word."""

    claimant: Claimant
    claims: tuple[Claim, ...]
    live: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: what is held (``value``), by which independent roots, in how many articles."""

    value: str
    roots: tuple[Root, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the side, in order."""
        return tuple(sorted((claim for root in self.roots for claim in root.claims), key=lambda c: c.order))

    @property
    def articles(self) -> int:
        """In how many articles it is told, copies among them."""
        return len({claim.report.document for claim in self.claims})

    @property
    def live(self) -> bool:
        """Whether anybody still holds to it, as far as the articles tell."""
        return any(root.live for root in self.roots)


@dataclass(frozen=True, slots=True)
class Card:
    """A dispute; ``id`` stays while no earlier claim is added. ``first`` is the day of the first telling.

    ``matter`` is the one of the table of rivals that it is about, None for all others.
    """

    id: str
    kind: Kind
    matter: str | None
    sides: tuple[Side, ...]
    first: date | None
    state: State

    @property
    def states(self) -> frozenset[str]:
        """The states that it is about, or that somebody speaks for in it."""
        claims = [claim for side in self.sides for claim in side.claims]
        own = {claim.claimant.state for claim in claims if claim.claimant.state}
        return frozenset(own.union(*(claim.states for claim in claims)))

    @property
    def issues(self) -> tuple[str, ...]:
        """The issues of its claims."""
        return tuple(
            sorted({issue for side in self.sides for claim in side.claims for issue in claim.issues})
        )

    @property
    def entropy(self) -> float:
        """How evenly the roots are divided, in bits: 1 where two sides have as many each."""
        counts = [len(side.roots) for side in self.sides]
        return -sum(n / sum(counts) * math.log2(n / sum(counts)) for n in counts)


def contested(claims: Iterable[Claim]) -> tuple[Card, ...]:
    """Return the disputes among claims, by their first day; the order of the claims doesn't matter.

    What is disputed is worked out on the first print of each text; its copies are then put beside it.
    """
    told, copies = prints_of(claims)
    by_id = {claim.id: claim for claim in told}
    clashes: dict[Pair, tuple[Clash, ...]] = {}
    for one, two in candidates(told):
        if (one.id, two.id) not in clashes and (found := contradictions(one, two)):
            clashes[one.id, two.id] = found
    disputed = {pair for pair in clashes if not of_one_root(by_id[pair[0]], by_id[pair[1]])}
    chosen = sorted({name for pair in disputed for name in pair}, key=lambda name: by_id[name].order)
    agreed: dict[Pair, frozenset[str]] = {}
    for one, two in companions(told, [by_id[name] for name in chosen]):
        first, second = sorted((one, two), key=lambda claim: claim.order)
        if one.id != two.id and (first.id, second.id) not in agreed:
            agreed[first.id, second.id] = agreements(first, second)
    cards = [with_copies(card, copies) for card in cards_from(by_id, clashes, disputed, agreed)]
    return tuple(sorted(cards, key=lambda card: (card.first or date.max, card.id)))


def cards_from(
    by_id: Mapping[str, Claim], clashes: Clashes, disputed: Set[Pair], agreed: Mapping[Pair, frozenset[str]]
) -> Iterator[Card]:
    """Yield the disputes among claims, given by their ids, from what was found of pairs of them.

    ``clashes`` says in what two contradict each other, ``disputed`` which of these pairs are of two roots,
    ``agreed`` on what those in dispute agree with others. Claims that no pair connects make no card together.
    """
    for group in sorted({_group(clash) for pair in disputed for clash in clashes[pair]}):
        against = {pair for pair, found in clashes.items() for clash in found if _group(clash) == group}
        together = frozenset(pair for pair, matters in agreed.items() if matters & {group[1], ANY})
        for names in _connected(against, disputed, together):
            members = sorted((by_id[name] for name in names), key=lambda claim: claim.order)
            kinds = {clash.kind for pair in against if names.issuperset(pair) for clash in clashes[pair]}
            kind = min((k for k in kinds if _group(Clash(k, group[1])) == group), key=_RANK.index)
            yield from _card(members, kind, group[1], frozenset(against), together)


def with_copies(card: Card, copies: Mapping[str, tuple[Claim, ...]]) -> Card:
    """Return a card with the copies of its claims beside them, which add articles and nothing else."""

    def told(root: Root) -> Root:
        several = [one for claim in root.claims for one in (claim, *copies.get(claim.id, ()))]
        return replace(root, claims=tuple(sorted(several, key=lambda claim: claim.order)))

    return replace(
        card, sides=tuple(replace(side, roots=tuple(map(told, side.roots))) for side in card.sides)
    )


_RANK: tuple[Kind, ...] = ("quantity", "status", "date", "agent", "meaning", "polarity")
"""The more telling kind first: a card whose claims differ in two ways goes by it."""


def _group(clash: Clash) -> tuple[str, str]:
    """Return what of clashes belongs on one card: whether it is so and what it means are one question."""
    return ("polarity" if clash.kind == "meaning" else clash.kind), clash.matter


def of_one_root(one: Claim, two: Claim) -> bool:
    """Say whether two claims go back to one root: what it says against its own word is no dispute."""
    return len(set(roots_of((one, two)))) == 1


def _connected(against: Set[Pair], disputed: Set[Pair], together: Set[Pair]) -> list[set[str]]:
    """Return the claims of each dispute: those that different roots hold against each other, those that agree
    with one of them, and what one root says against its own word."""
    held = against & disputed
    group = {name: name for pair in held for name in pair}
    contesting = frozenset(group)

    def top(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for one, two in sorted(held | {pair for pair in together if contesting.issuperset(pair)}):
        first, second = sorted((top(one), top(two)))
        group[second] = first
    found: dict[str, set[str]] = defaultdict(set)
    for name in group:
        found[top(name)].add(name)
    for pair in together | (against - disputed):
        for key in {top(name) for name in pair if name in contesting}:
            found[key] |= set(pair)
    return [found[key] for key in sorted(found)]


def _card(
    members: Sequence[Claim], kind: Kind, matter: str, against: frozenset[Pair], together: frozenset[Pair]
) -> Iterator[Card]:
    """Yield the card of claims that belong together; none where one root alone contradicts itself."""
    sided = sides_from(members, kind, matter, against, together)
    roots = dict(zip((claim.id for claim in members), roots_of(tuple(members)), strict=True))
    if len(set(roots.values())) < 2 or len(sided) < 2:
        return
    last = _last_words(sided, roots)
    sides = tuple(
        Side(one.value, tuple(_roots(one.claims, roots, last, place))) for place, one in enumerate(sided)
    )
    withdrawn: State = "one side withdrew" if kind in ("polarity", "meaning", "agent") else "superseded"
    state: State = "open" if sum(side.live for side in sides) > 1 else withdrawn
    first = members[0]
    digest = hashlib.sha256(f"{kind}\0{matter}\0{first.id}".encode()).hexdigest()[:12]
    yield Card(f"contested:{digest}", kind, matter or None, sides, first.report.day, state)


def _last_words(sided: Sequence[Sided], roots: dict[str, int]) -> dict[int, set[int]]:
    """Return for each root the sides that it took last; on one day none is the later."""
    days: dict[int, date] = {}
    taken: dict[int, set[int]] = defaultdict(set)
    told = [(claim.report.day or date.min, roots[claim.id], place) for place, one in enumerate(sided)
            for claim in one.claims]  # fmt: skip
    for day, root, _ in told:
        days[root] = max(day, days.get(root, date.min))
    for day, root, place in told:
        if day == days[root]:
            taken[root].add(place)
    return taken


def _roots(
    claims: Sequence[Claim], roots: dict[str, int], last: dict[int, set[int]], place: int
) -> Iterator[Root]:
    own: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[roots[claim.id]].append(claim)
    for number, told in sorted(own.items(), key=lambda pair: pair[1][0].order):
        yield Root(told[0].claimant, tuple(told), place in last[number])
