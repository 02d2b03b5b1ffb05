"""The sides of a dispute: who stands with whom, and what each side holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.relations.disputes.claims import Claim
from dragoman.relations.disputes.opposing import Kind

Pair = tuple[str, str]
"""Two ids of claims, in their order."""

AFFIRMED, DENIED = "affirmed", "denied"


@dataclass(frozen=True, slots=True)
class Sided:
    """What one side holds, and its claims in order."""

    value: str
    claims: tuple[Claim, ...]


def sides_from(
    members: Sequence[Claim], kind: Kind, matter: str, opposed: frozenset[Pair], agreed: frozenset[Pair]
) -> tuple[Sided, ...]:
    """Return the sides of a dispute, in an order of their own: the affirming one first, else by their claims.

    ``matter`` is one of the table of rivals, "" for none; ``opposed`` and ``agreed`` are the pairs of claims
    that contradict each other and that say the same. Whether something is so has two sides, and whoever
    contradicts one of them is of the other; a figure, an agent or a day has as many as are told.
    """
    inside = {claim.id for claim in members}
    against, together = (
        [pair for pair in sorted(pairs) if inside.issuperset(pair)] for pairs in (opposed, agreed)
    )
    if kind in ("polarity", "meaning"):
        return _two_sided(members, matter, against, together)
    return _many_sided(members, kind, against, together)


def _two_sided(
    members: Sequence[Claim], matter: str, against: list[Pair], together: list[Pair]
) -> tuple[Sided, ...]:
    """Colour the claims: what is opposed differs, what agrees is alike; a first colour holds against later
    ones that don't fit."""
    edges: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one, two in together:
        edges[one].append((two, 1))
        edges[two].append((one, 1))
    for one, two in against:
        edges[one].append((two, -1))
        edges[two].append((one, -1))
    colour: dict[str, int] = {}
    for claim in members:
        waiting = [(claim.id, 1)] if claim.id not in colour else []
        while waiting:
            name, side = waiting.pop(0)
            if name not in colour:
                colour[name] = side
                waiting += [(other, side * sign) for other, sign in sorted(edges[name])]
    split = {sign: [c for c in members if colour[c.id] == sign] for sign in (1, -1)}
    first = max((1, -1), key=lambda sign: _leaning(split[sign], matter))
    named = ((AFFIRMED, split[first]), (DENIED, split[-first]))
    return tuple(Sided(value, tuple(claims)) for value, claims in named if claims)


def _leaning(claims: Sequence[Claim], matter: str) -> tuple[float, float]:
    """Return how far some claims affirm rather than deny: of two sides the greater one affirms.

    On a matter of the table its second side is the denial; else the side from which others are answered is.
    """
    if matter:
        sides = [side for claim in claims for its, side in claim.rivals if its == matter]
        return 0.0, -sum(sides) / len(sides) if sides else -0.5
    denials = sum(not claim.affirms for claim in claims) / max(len(claims), 1)
    return -float(sum(bool(claim.answers) for claim in claims)), -denials


def _many_sided(
    members: Sequence[Claim], kind: Kind, against: list[Pair], together: list[Pair]
) -> tuple[Sided, ...]:
    """Join what says the same and isn't opposed, and what has one and the same value."""
    by_id = {claim.id: claim for claim in members}
    opponents: dict[str, list[Claim]] = defaultdict(list)
    friends: dict[str, set[str]] = defaultdict(set)
    for one, two in against:
        opponents[one].append(by_id[two])
        opponents[two].append(by_id[one])
    for one, two in together:
        friends[one].add(two)
        friends[two].add(one)
    groups: list[tuple[str, list[Claim]]] = []
    for claim in members:
        value, foes = value_of(claim, kind, opponents[claim.id]), {c.id for c in opponents[claim.id]}
        for held, group in groups:
            names = {other.id for other in group}
            if not foes & names and (held == value or friends[claim.id] & names):
                group.append(claim)
                break
        else:
            groups.append((value, [claim]))
    told = [Sided(value, tuple(group)) for value, group in groups]
    return tuple(sorted(told, key=lambda one: (one.value == DENIED, one.claims[0].order)))


def value_of(claim: Claim, kind: Kind, opponents: Sequence[Claim]) -> str:
    """Return what a claim holds against its opponents in a dispute, in the words or terms of the text."""
    if claim.answers:
        return DENIED
    if kind == "quantity" and claim.amounts:
        against = [q for other in opponents for q in other.amounts]
        return next(
            (p.text for p in claim.amounts if any(p.apart(q) for q in against)), claim.amounts[0].text
        )
    if kind == "agent" and claim.deeds:
        verbs = {deed.verb for other in opponents for deed in other.deeds}
        actors = next((d for d in claim.deeds if d.verb in verbs), claim.deeds[0]).actors
        return ", ".join(actors.names) or ", ".join(sorted(actors.states))
    if kind == "date" and claim.first:
        last = claim.last or claim.first
        return str(claim.first) if last == claim.first else f"{claim.first} to {last}"
    if kind == "status" and claim.deal:
        return claim.deal.status
    return AFFIRMED if claim.affirms else DENIED
