"""Curated actors, asked: who they are, by which names and why, who may yet be one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dragoman.errors import StoreError
from dragoman.store.curation_tables import (
    curated_actors,
    curated_names,
    naming_actors,
    single_actors,
    suggestions,
)
from dragoman.store.dossier import Counted, Office, offices_of, spellings_of
from dragoman.store.ids import SHIFT
from dragoman.store.ledger import Judgement, ledger
from dragoman.store.listing import among
from dragoman.store.names import curated_called, whose
from dragoman.store.tables import actors, document_number, documents

_ID = re.compile(r"actor:([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Curated:
    """An actor of the archive; ``names`` are its most usual spellings, ``documents`` how many name it."""

    id: str
    name: str
    kind: str
    state: str | None
    ref: str | None
    documents: int
    first_day: date | None
    last_day: date | None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CuratedName:
    """One of an actor's names, in all articles, in those that give it a state, or in one ``document``.

    ``score`` is how sure it is the actor's, from 0 to 1, and ``why`` says so in words.
    """

    name: str
    state: str | None
    document: str | None
    documents: int
    first_day: date | None
    last_day: date | None
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """A curated actor with every name and reason, its spellings, offices, and what people judged of it."""

    actor: Curated
    names: tuple[CuratedName, ...]
    spellings: tuple[Counted, ...]
    offices: tuple[Office, ...]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two actors that may be one, or a bare name that may be somebody's; a person may judge."""

    score: float
    why: str
    one: str
    one_name: str
    one_document: str | None
    other: str
    other_name: str
    other_document: str | None


def curated_that(
    connection: Connection, words: str | None = None, kind: str | None = None, page: int = 1, size: int = 20
) -> tuple[Curated, ...]:
    """Return the actors that are called by ``words`` (all, where None), those in most documents first."""
    query = select(curated_actors)
    if words is not None:
        query = query.where(curated_actors.c.id.in_(curated_called(connection, words)))
    if kind is not None:
        query = query.where(curated_actors.c.kind == kind)
    ordered = query.order_by(curated_actors.c.documents.desc(), curated_actors.c.id)
    rows = connection.execute(ordered.limit(size).offset((page - 1) * size)).all()
    return _told(connection, rows)


def find_one(connection: Connection, name: str) -> Curated:
    """Return the one actor with an id or a name; StoreError where there is none, or more than one."""
    wanted = name.strip()
    row = connection.execute(select(curated_actors).where(curated_actors.c.id == wanted)).one_or_none()
    if row is None and (key := _ID.fullmatch(wanted)):
        former = select(curated_names.c.actor).where(curated_names.c.unit == int(key[1], 16))
        row = connection.execute(select(curated_actors).where(curated_actors.c.id.in_(former))).one_or_none()
        if row is None:
            raise StoreError(f"there is no actor {wanted}")
    if row is not None:
        return _told(connection, [row])[0]
    found = curated_that(connection, name, size=6)
    if not found:
        raise StoreError(f"nobody in the store is {name!r}")
    if len(found) > 1:
        several = "; ".join(f"{one.name} is {one.id}" for one in found[:5])
        raise StoreError(f"{name!r} may be several, so give an id: {several}")
    return found[0]


def portrait(connection: Connection, name: str) -> Portrait:
    """Return an actor with its names and reasons; StoreError as ``find_one``."""
    actor = find_one(connection, name)
    rows = connection.execute(
        select(curated_names, documents.c.id.label("document"))
        .outerjoin(documents, documents.c.number == document_number(curated_names.c.machine))
        .where(curated_names.c.actor == actor.id)
        .order_by(curated_names.c.documents.desc(), curated_names.c.name, curated_names.c.unit)
    ).all()
    names = tuple(
        CuratedName(row.name, row.state, row.document, row.documents, row.first_day, row.last_day,
                    row.score, row.why)
        for row in rows
    )  # fmt: skip
    namings = {row.naming for row in rows}
    touching = tuple(
        one for one in ledger(connection) if namings & {term.naming for term in (*one.ones, *one.others)}
    )
    whole = whose(connection, [actor.id])
    return Portrait(actor, names, spellings_of(connection, whole), offices_of(connection, whole), touching)


def unsure(connection: Connection, page: int = 1, size: int = 20) -> tuple[Unsure, ...]:
    """Return the pairs that may be one actor, the likeliest first."""
    one, other = curated_names.alias("one_name"), curated_names.alias("other_name")
    query = (
        select(suggestions.c.score, suggestions.c.why, one.c.actor.label("one"), one.c.name.label("one_name"),
               one.c.machine.label("one_machine"), other.c.actor.label("other"),
               other.c.name.label("other_name"), other.c.machine.label("other_machine"))
        .join_from(suggestions, one, one.c.unit == suggestions.c.one)
        .join(other, other.c.unit == suggestions.c.other)
        .order_by(suggestions.c.score.desc(), suggestions.c.one, suggestions.c.other)
    )  # fmt: skip
    rows = connection.execute(query.limit(size).offset((page - 1) * size)).all()
    numbers = {m >> SHIFT for row in rows for m in (row.one_machine, row.other_machine) if m is not None}
    known = {
        row.number: row.id
        for row in among(
            connection, select(documents.c.number, documents.c.id), documents.c.number, sorted(numbers)
        )
    }

    def place(machine: int | None) -> str | None:
        return None if machine is None else known.get(machine >> SHIFT)

    return tuple(
        Unsure(row.score, row.why, row.one, row.one_name, place(row.one_machine), row.other, row.other_name,
               place(row.other_machine))
        for row in rows
    )  # fmt: skip


def curated_ids(connection: Connection, document: str) -> dict[str, tuple[str, str]]:
    """Return for a document (its SHA-256) each actor's local id with the curated actor's id and name.

    Whoever has no name, or waits to be resolved, is left out.
    """
    actor = func.coalesce(single_actors.c.actor, naming_actors.c.actor)
    query = (
        select(actors.c.id, curated_actors.c.id.label("curated"), curated_actors.c.name)
        .join_from(actors, documents, documents.c.number == actors.c.document)
        .outerjoin(single_actors, single_actors.c.machine == actors.c.id)
        .outerjoin(naming_actors, naming_actors.c.naming == actors.c.naming)
        .join(curated_actors, curated_actors.c.id == actor)
        .where(documents.c.id == document)
        .order_by(actors.c.id)
    )
    rows = connection.execute(query)
    return {f"a{row.id & ((1 << SHIFT) - 1)}": (row.curated, row.name) for row in rows}


def _told(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Curated, ...]:
    query = select(curated_names.c.actor, curated_names.c.name, curated_names.c.documents)
    names: dict[str, dict[str, int]] = defaultdict(dict)
    for row in among(connection, query, curated_names.c.actor, [row.id for row in rows]):
        names[row.actor][row.name] = names[row.actor].get(row.name, 0) + row.documents
    fields = [column.name for column in curated_actors.columns]
    return tuple(
        Curated(
            **{name: row._mapping[name] for name in fields},
            names=tuple(sorted(names[row.id], key=lambda n, id=row.id: (-names[id][n], n))),  # type: ignore[misc]
        )
        for row in rows
    )
