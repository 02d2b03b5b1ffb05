"""What the articles say of the names in some blocks, gathered for whoever resolves them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dragoman.names import block_of, parts_of
from dragoman.names.blocks import content_words
from dragoman.store.ids import SHIFT, digest
from dragoman.store.listing import among
from dragoman.store.naming import is_own
from dragoman.store.tables import actors, documents, spellings

Single = tuple[int, str]
"""A naming in one document (its SHA-256) that somebody judged by itself."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A unit (see ``curation_tables``): its names, the most usual first, and what articles say of it.

    ``machines`` are the machine's actors where the unit is of one article, ``beside`` the units that the
    same article names in the same block. ``block`` is None for one with a reference.
    """

    unit: int
    naming: int
    names: tuple[str, ...]
    kind: str
    state: str | None
    ref: str | None
    sector: str | None
    roles: frozenset[str]
    first: date | None
    last: date | None
    documents: int
    block: str | None
    document: str | None = None
    machines: tuple[int, ...] = ()
    beside: frozenset[int] = frozenset()


def unit_of(naming: int, state: str | None = None, document: str | None = None) -> int:
    """Return the key of a unit: of a naming, in articles that give it a state, or in one document."""
    return digest("unit", str(naming), state or "", document or "")


def facts_of(
    connection: Connection, blocks: Collection[str], singles: Collection[Single] = ()
) -> list[Facts]:
    """Return the units of all names that have a spelling in some blocks, by their keys.

    A name without a reference is taken in the block of the name itself; one with a reference in each block
    where it is spelled. ``singles`` are taken out of their namings' units, as units of their own.
    """
    named = _names(connection, blocks)
    apart = [naming for naming, one in named.items() if one.bare]
    asked: dict[int, set[str]] = defaultdict(set)
    for naming, document in singles:
        if naming in named:
            asked[naming].add(document)
    found = [unit for unit in _whole(connection, named, asked) if named[unit.naming].bare is False]
    alone = [*_alone(connection, named, apart, {}), *_alone(connection, named, list(asked), asked)]
    placed = _beside(connection, named, alone, found)
    every = {unit.unit: unit for unit in [*found, *placed]}
    return [every[key] for key in sorted(every)]


@dataclass(slots=True)
class _Named:
    """A naming: how it is written, its kind, its block, and whether it is a bare surname."""

    names: tuple[str, ...]
    kind: str
    block: str | None
    has_ref: bool
    bare: bool = False


def _names(connection: Connection, blocks: Collection[str]) -> dict[int, _Named]:
    """Return the namings of some blocks; a bare one is told article by article if a person may be meant."""
    keys = [
        row.naming
        for row in among(connection, select(spellings.c.naming).distinct(), spellings.c.block, sorted(blocks))
    ]
    query = select(spellings.c.naming, spellings.c.spelling, spellings.c.folded, spellings.c.kind,
                   spellings.c.documents)  # fmt: skip
    rows: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in among(connection, query, spellings.c.naming, sorted(set(keys))):
        rows[row.naming].append(row)
    named: dict[int, _Named] = {}
    for naming, written in rows.items():
        own = [row for row in written if is_own(naming, row.kind, row.folded)]
        chosen = own or written
        # A whole name before a bare one; a state's is one word as often as not, and “The Kremlin” is none.
        chosen.sort(
            key=lambda row: (row.kind == "state" or " " not in row.spelling, -row.documents, row.spelling)
        )
        others = sorted(written, key=lambda row: (-row.documents, row.spelling))
        names = tuple(dict.fromkeys(row.spelling for row in [*chosen, *others]))
        block = block_of(chosen[0].kind, chosen[0].spelling) if own else None
        if own and block not in blocks:
            continue
        named[naming] = _Named(names, chosen[0].kind, block, not own)
    people = {block for one in named.values() for block in _blocks_of_people(one)}
    for one in named.values():
        one.bare = _is_bare(one) and (one.kind == "person" or one.block in people)
    return named


def _blocks_of_people(one: _Named) -> set[str | None]:
    if one.kind != "person" or (not one.has_ref and parts_of(one.names[0]).is_bare):
        return set()
    return {block_of("person", name) for name in one.names} if one.has_ref else {one.block}


def _is_bare(one: _Named) -> bool:
    if one.has_ref or not (one.block or "").startswith("p:"):
        return False
    if one.kind == "person":
        return parts_of(one.names[0]).is_bare
    return one.kind in ("organization", "group", "other") and len(content_words(one.names[0])) == 1


def _whole(connection: Connection, named: dict[int, _Named], asked: dict[int, set[str]]) -> Iterator[Facts]:
    """Yield a unit for each naming with a reference, and for each state of the others."""
    keys = sorted(naming for naming, one in named.items() if not one.bare)
    columns = (actors.c.naming, actors.c.state, actors.c.ref, actors.c.sector, actors.c.role)
    counted = (func.count().label("times"), func.min(actors.c.day).label("first"),
               func.max(actors.c.day).label("last"))  # fmt: skip
    grouped: dict[tuple[int, str | None], list[Row[Any]]] = defaultdict(list)
    for row in among(connection, select(*columns, *counted).group_by(*columns), actors.c.naming, keys):
        state = None if named[row.naming].has_ref else row.state
        grouped[row.naming, state].append(row)
    for (naming, state), rows in grouped.items():
        unit = _told(unit_of(naming, state), naming, named[naming], rows, state)
        taken = _taken(connection, naming, asked.get(naming, set()), state, named[naming].has_ref)
        if unit.documents > taken:
            yield replace(unit, documents=unit.documents - taken)


def _taken(connection: Connection, naming: int, asked: set[str], state: str | None, any_state: bool) -> int:
    """Return how many of a naming's actors are units of their own."""
    if not asked:
        return 0
    query = select(actors.c.id, actors.c.state).join_from(actors, documents).where(
        actors.c.naming == naming, documents.c.id.in_(sorted(asked))
    )  # fmt: skip
    return sum(1 for row in connection.execute(query) if any_state or row.state == state)


def _told(unit: int, naming: int, one: _Named, rows: Sequence[Row[Any]], state: str | None) -> Facts:
    days = [row.first for row in rows if row.first], [row.last for row in rows if row.last]
    most: dict[str, Counter[str]] = {"state": Counter(), "sector": Counter()}
    for row in rows:
        for name, counts in most.items():
            if getattr(row, name):
                counts[getattr(row, name)] += row.times
    usual = {name: min(c, key=lambda v: (-c[v], v)) if c else None for name, c in most.items()}
    return Facts(
        unit, naming, one.names, one.kind, state or (usual["state"] if one.has_ref else None),
        next((row.ref for row in rows if row.ref), None), usual["sector"],
        frozenset(row.role.casefold() for row in rows if row.role), min(days[0], default=None),
        max(days[1], default=None), sum(row.times for row in rows), one.block,
    )  # fmt: skip


def _alone(
    connection: Connection, named: dict[int, _Named], namings: Iterable[int], only: dict[int, set[str]]
) -> Iterator[Facts]:
    """Yield a unit for each document of some namings, or only of those documents that are asked for."""
    query = select(actors, documents.c.id.label("document_id")).join_from(actors, documents)
    found: dict[tuple[int, str], list[Row[Any]]] = defaultdict(list)
    for row in among(connection, query, actors.c.naming, sorted(namings)):
        if not only or row.document_id in only[row.naming]:
            found[row.naming, row.document_id].append(row)
    for (naming, document), rows in found.items():
        one, row = named[naming], rows[0]
        name = min(row.name for row in rows)
        yield Facts(
            unit_of(naming, None, document), naming, (name,), row.kind, row.state, None, row.sector,
            frozenset(row.role.casefold() for row in rows if row.role), row.day, row.day, 1,
            one.block or block_of(row.kind, name), document, tuple(sorted(row.id for row in rows)),
        )  # fmt: skip


def _beside(
    connection: Connection, named: dict[int, _Named], alone: list[Facts], whole: list[Facts]
) -> list[Facts]:
    """Return the units of single documents with those that are named beside them."""
    numbers = {machine >> SHIFT: unit.document for unit in alone for machine in unit.machines}
    known = {unit.unit for unit in whole}
    query = select(actors.c.document, actors.c.naming, actors.c.state)
    beside: dict[str | None, set[int]] = defaultdict(set)
    for row in among(connection, query, actors.c.document, sorted(numbers)):
        if row.naming in named:
            state = None if named[row.naming].has_ref else row.state
            unit = unit_of(row.naming, state)
            if unit in known:
                beside[numbers[row.document]].add(unit)
    return [replace(unit, beside=frozenset(beside[unit.document])) for unit in alone]
