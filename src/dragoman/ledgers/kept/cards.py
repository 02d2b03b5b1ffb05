"""Disputes made anew from what is known of pairs, where something changed of a claim that is in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman.ledgers.card_lines import CardLine, card_line
from dragoman.ledgers.kept.packing import packed
from dragoman.ledgers.kept.pairs import partners
from dragoman.ledgers.kept.texts import Prints, Texts
from dragoman.relations.disputes.contested import Card, cards_from, with_copies
from dragoman.relations.disputes.opposing import Clash
from dragoman.store.compared_tables import accords, clashes, dispute_claims, dispute_facts, disputes
from dragoman.store.ids import digest
from dragoman.store.listing import listed

Edges = dict[tuple[int, int], tuple[Any, ...]]
STATE, ISSUE, DAY = "state", "issue", "day"
"""The facts of a dispute that can be asked for."""


def remake(connection: Connection, texts: Texts, touched: Iterable[int]) -> None:
    """Make the disputes anew that claims are in, which others these lead to by pairs included."""
    reach = _reach(connection, set(touched))
    _forget(connection, reach)
    against = _edges(connection, "clashes", reach)
    together = _edges(connection, "accords", reach)
    for names in _joined([*against, *together]):
        if any(pair[0] in names and row[0] for pair, row in against.items()):
            _make(connection, texts, _within(against, names), _within(together, names))


def _reach(connection: Connection, touched: set[int]) -> set[int]:
    reach, edge = set(touched), sorted(touched)
    while edge:
        found = {
            other
            for some in listed(edge) for table in (clashes, accords)
            for _, other in partners(connection, table, some)
        }  # fmt: skip
        edge = sorted(found - reach)
        reach |= found
    return reach


def _forget(connection: Connection, claims: Iterable[int]) -> None:
    """Take the disputes out that claims are in."""
    keys: set[int] = set()
    for some in listed(sorted(claims)):
        query = select(dispute_claims.c.dispute).where(dispute_claims.c.claim.in_(some))
        keys.update(connection.scalars(query))
    for some in listed(sorted(keys)):
        for column in (dispute_claims.c.dispute, dispute_facts.c.dispute, disputes.c.key):
            connection.execute(delete(column.table).where(column.in_(some)))


def _edges(connection: Connection, which: str, claims: Iterable[int]) -> Edges:
    """Return the pairs among claims with what is known of each: whether it is disputed and how, or on what
    the two agree."""
    table = clashes if which == "clashes" else accords
    columns = (table.c.disputed, table.c.kinds) if which == "clashes" else (table.c.matters,)
    found: Edges = {}
    for some in listed(sorted(claims)):
        for one, two, *rest in connection.execute(
            select(table.c.one, table.c.two, *columns).where(table.c.one.in_(some))
        ):
            found[one, two] = (*rest[:-1], json.loads(rest[-1]))
    return found


def _joined(pairs: Iterable[tuple[int, int]]) -> Iterator[set[int]]:
    """Yield the sets of claims that pairs join, in the order of their least numbers."""
    beside: dict[int, set[int]] = defaultdict(set)
    for one, two in pairs:
        beside[one].add(two)
        beside[two].add(one)
    done: set[int] = set()
    for first in sorted(beside):
        names, edge = {first}, [first]
        while edge and first not in done:
            fresh = beside[edge.pop()] - names
            names |= fresh
            edge += fresh
        if first not in done:
            done |= names
            yield names


def _within(edges: Edges, names: set[int]) -> Edges:
    return {pair: row for pair, row in edges.items() if pair[0] in names}


def _make(connection: Connection, texts: Texts, against: Edges, together: Edges) -> None:
    """Write the disputes among claims that pairs join."""
    numbers = sorted({number for pair in (*against, *together) for number in pair})
    claims = texts.claims(numbers)
    if claims.keys() != set(numbers):
        raise AssertionError(f"pairs of claims that are not kept: {set(numbers) - claims.keys()}")
    named = {claim.id: number for number, claim in claims.items()}
    names = {number: claim.id for number, claim in claims.items()}
    whole = texts.prints({claim.report.copy for claim in claims.values()})
    found = cards_from(
        {claim.id: claim for claim in claims.values()},
        {(names[a], names[b]): tuple(Clash(*one) for one in row[1]) for (a, b), row in against.items()},
        {(names[a], names[b]) for (a, b), row in against.items() if row[0]},
        {(names[a], names[b]): frozenset(row[0]) for (a, b), row in together.items()},
    )
    for card in found:
        _write(connection, card, named, whole)


def _write(connection: Connection, card: Card, named: Mapping[str, int], whole: Prints) -> None:
    ids = sorted({claim.id for side in card.sides for claim in side.claims})
    line = card_line(with_copies(card, whole.later))
    key = digest("dispute", line.id, *ids)
    row = {"key": key, "id": line.id, "kind": line.kind, "day": line.first_seen or date.min,
           "packed": packed([line])}  # fmt: skip
    connection.execute(insert(disputes), row)
    connection.execute(insert(dispute_claims), [{"claim": named[name], "dispute": key} for name in ids])
    facts = [{"fact": fact, "value": value, "dispute": key} for fact, value in _facts(line)]
    if facts:
        connection.execute(insert(dispute_facts), facts)


def _facts(line: CardLine) -> Iterator[tuple[str, str]]:
    yield from ((STATE, state) for state in line.states)
    yield from ((ISSUE, issue) for issue in line.issues)
    claims = (claim for side in line.sides for root in side.by for claim in root.claims)
    for day in sorted({claim.published for claim in claims if claim.published}):
        yield DAY, day.isoformat()
