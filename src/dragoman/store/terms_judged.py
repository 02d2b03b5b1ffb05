"""What of an actor a judgement can name, and where its names are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.errors import StoreError
from dragoman.store.curation_tables import curated_names
from dragoman.store.folding import folded
from dragoman.store.ledger import Term
from dragoman.store.listing import among
from dragoman.store.tables import actors, document_number, documents, spellings


def terms_of_actor(
    connection: Connection, actor: str, spelled: Sequence[str] = (), places: Sequence[str] = (),
    whole: bool = False,
) -> list[Term]:  # fmt: skip
    """Return what of an actor judgements can name: all, what is spelled so, or what stands in some documents.

    Bare surnames of single articles are left out where there are full names to hold on to, unless ``whole``.
    """
    names = curated_names
    found: Iterable[Row[Any]] = connection.execute(
        select(names.c.naming, names.c.state, names.c.machine, documents.c.id.label("document"))
        .outerjoin(documents, documents.c.number == document_number(names.c.machine))
        .where(names.c.actor == actor)
    )
    rows: list[Row[Any]] = list(found)
    if places:
        return _terms_in(connection, rows, places)
    if spelled:
        forms = [folded(name) for name in spelled]
        query = select(spellings.c.naming).where(spellings.c.folded.in_(forms))
        wanted = set(connection.scalars(query))
        exact = _named_so(connection, forms, wanted)
        rows = [row for row in rows if row.naming in (exact or wanted)]
    full = [row for row in rows if row.machine is None]
    return [_term(row) for row in (rows if whole or spelled or not full else full)]


def _named_so(connection: Connection, forms: Sequence[str], wanted: set[int]) -> set[int]:
    """Return the namings whose own name has one of the forms, not only an alias."""
    query = select(actors.c.naming, actors.c.name).distinct()
    found = among(connection, query, actors.c.naming, sorted(wanted))
    return {row.naming for row in found if folded(row.name) in forms}


def _term(row: Row[Any]) -> Term:
    alone = row.machine is not None
    return Term(row.naming, None if alone else row.state, row.document if alone else None)


def _terms_in(connection: Connection, rows: Sequence[Row[Any]], places: Sequence[str]) -> list[Term]:
    """Return a term for each naming of an actor in each document, given by the first digits of its id."""
    terms = []
    namings = sorted({row.naming for row in rows})
    for place in places:
        begins = documents.c.id.startswith(place, autoescape=True)
        found = list(connection.scalars(select(documents.c.id).where(begins)))
        if len(found) != 1:
            raise StoreError(f"{'no' if not found else 'more than one'} document begins with {place!r}")
        query = select(actors.c.naming).join(documents, documents.c.number == actors.c.document).distinct()
        there = among(connection, query.where(documents.c.id == found[0]), actors.c.naming, namings)
        terms += [Term(row.naming, None, found[0]) for row in there]
    return terms


def blocks_of_terms(connection: Connection, terms: Iterable[Term]) -> set[str]:
    """Return the blocks in which the names of some terms are spelled."""
    query = select(spellings.c.block).where(spellings.c.block.is_not(None)).distinct()
    namings = sorted({term.naming for term in terms})
    return {row.block for row in among(connection, query, spellings.c.naming, namings)}
