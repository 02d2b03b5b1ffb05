"""Pairs of copies → groups, each with its likely origin: a pure function of the pairs.

Nothing here depends on the order in which articles came: documents are taken by day and id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dragoman.resolve.credits import folded, is_agency
from dragoman.resolve.overlap import Overlap

_OWN_PART = 0.75
"""A text of which more than this stands in another cannot be a digest of several."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is known of a document beside its text; ``credit`` is the agency that its text names."""

    id: str
    published: date | None
    publication: str | None
    credit: str | None
    words: int

    @property
    def order(self) -> tuple[date, str]:
        """By day, the undated last; then by id."""
        return self.published or date.max, self.id


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Prints of one text. They count as one origin; none of them is dropped.

    ``id`` is the id of the earliest member, ``origin`` the member that the others most likely go back
    to, ``why`` says why; ``members`` come by day and id, ``pairs`` are the overlaps that hold the group
    together. ``credit`` is the agency that the texts name, whether or not its own print is here.
    """

    id: str
    origin: str
    why: str
    members: tuple[str, ...]
    pairs: tuple[Overlap, ...]
    credit: str | None


def groups_of(documents: Mapping[str, Printed], overlaps: Iterable[Overlap]) -> tuple[CopyGroup, ...]:
    """Return the groups that copies make, by the order of their first members.

    ``overlaps`` are all that are known among ``documents``, copies or not: what is no copy tells
    digests from prints.
    """
    known = list(overlaps)
    digests = _digests(documents, known)
    judged = [_by_day(documents, pair) for pair in known]
    copies = [pair for pair in judged if pair.is_copy and (pair.one, pair.two) not in digests]
    copies.sort(key=lambda pair: (documents[pair.one].order, documents[pair.two].order))
    parent = {identifier: identifier for pair in copies for identifier in (pair.one, pair.two)}

    def root(identifier: str) -> str:
        while parent[identifier] != identifier:
            parent[identifier] = parent[parent[identifier]]
            identifier = parent[identifier]
        return identifier

    for pair in copies:
        first, second = sorted((root(pair.one), root(pair.two)), key=lambda i: documents[i].order)
        parent[second] = first
    members: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[Overlap]] = defaultdict(list)
    for identifier in sorted(parent, key=lambda i: documents[i].order):
        members[root(identifier)].append(identifier)
    for pair in copies:
        held[root(pair.one)].append(pair)
    return tuple(_group([documents[i] for i in found], held[first]) for first, found in members.items())


def _group(members: list[Printed], pairs: list[Overlap]) -> CopyGroup:
    """Return one group with its origin."""
    credits = sorted({member.credit for member in members if member.credit})
    named = {folded(credit) for credit in credits}
    wires = [m for m in members if m.publication and folded(m.publication) in named]
    agencies = [m for m in members if is_agency(m.publication)]
    if wires:
        origin, why = _first(wires), "the texts name it as their agency"
    elif agencies:
        origin, why = _first(agencies), "it is a news agency"
    else:
        origin = _first(members)
        others = [m.published for m in members if m is not origin]
        dated = origin.published is not None and all(day is None or day > origin.published for day in others)
        why = "it was published first" if dated else "it is the longest of the first day"
    known = [
        credit for credit in credits if origin.publication and folded(credit) == folded(origin.publication)
    ]
    credit = next(iter([*known, *credits]), None)
    return CopyGroup(members[0].id, origin.id, why, tuple(m.id for m in members), tuple(pairs), credit)


def _first(members: list[Printed]) -> Printed:
    """Return the earliest print, of one day's the longest."""
    return min(members, key=lambda m: (m.published or date.max, -m.words, m.id))


def _digests(documents: Mapping[str, Printed], known: Iterable[Overlap]) -> frozenset[tuple[str, str]]:
    """Return the pairs of texts with a digest: a later text that holds several that share nothing."""
    linked: set[frozenset[str]] = set()
    parts: dict[str, list[tuple[str, Overlap]]] = defaultdict(list)
    for pair in known:
        linked.add(frozenset((pair.one, pair.two)))
        if pair.kind not in ("near", "contained"):
            continue
        whole, part, share = (
            (pair.one, pair.two, pair.of_one)
            if pair.of_one < pair.of_two
            else (pair.two, pair.one, pair.of_two)
        )
        if share < _OWN_PART and _is_later(documents[whole], documents[part]):
            parts[whole].append((part, pair))
    gone: set[tuple[str, str]] = set()
    for found in parts.values():
        for part, pair in found:
            if any(other != part and frozenset((part, other)) not in linked for other, _ in found):
                gone.add((pair.one, pair.two))
    return frozenset(gone)


def _by_day(documents: Mapping[str, Printed], pair: Overlap) -> Overlap:
    """Take a text for a copy that stands in a longer one of an earlier day: it can't have been put there."""
    if pair.kind != "contained":
        return pair
    whole, part = (pair.one, pair.two) if pair.of_one < pair.of_two else (pair.two, pair.one)
    earlier, later = documents[whole].published, documents[part].published
    if earlier is None or later is None or earlier >= later:
        return pair
    told = pair.reason.split(";")[0]
    return replace(pair, kind="near", reason=f"{told}; the longer text is the earlier one")


def _is_later(one: Printed, other: Printed) -> bool:
    """Say whether one print is known to be no earlier than another, and is no agency's own."""
    if one.published is None or other.published is None or is_agency(one.publication):
        return False
    return one.published >= other.published
