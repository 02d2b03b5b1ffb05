"""A name as somebody types it → the namings in the store that it may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.errors import StoreError
from dragoman.store import fulltext
from dragoman.store.curation_tables import naming_actors, single_actors
from dragoman.store.folding import folded
from dragoman.store.listing import among
from dragoman.store.naming import ref_naming
from dragoman.store.tables import actors, spellings, statement_actors
from dragoman.store.terms import Term

_CODE = re.compile(r"[A-Z]{3}")
_REF = re.compile(r"[a-z]+:\S+")
_MOST = 400
"""So many spellings are looked at for one name."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a name means: namings, or all who act for some states (where a code such as RUS is given).

    ``own_states`` are the states that the namings themselves are: who asks what Russia did means also
    what was done in its name. ``actors`` are the curated actors whose namings these are; a ``mixed`` naming
    means somebody else in some articles, and ``mostly`` are those of them that elsewhere mean these actors.
    """

    namings: tuple[int, ...]
    states: tuple[str, ...] = ()
    own_states: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    mixed: tuple[int, ...] = ()
    mostly: tuple[int, ...] = ()


def who(connection: Connection, name: str) -> Who:
    """Return whom a name means: a spelling in any script, a ``ref``, or a state's ISO 3166-1 alpha-3 code.

    A name that is spelled just so wins; else it may be the end of a longer name of a person ("Peskov"),
    else its words may stand anywhere in a name; ``*`` at the end asks for beginnings. StoreError where
    nobody is called so.
    """
    asked = name.strip()
    if _REF.fullmatch(asked):
        return widened(connection, (ref_naming(asked),))
    if _CODE.fullmatch(asked) and _acts_for(connection, asked):
        return Who((), (asked,))
    found = _spelled(connection, asked)
    if not found:
        raise StoreError(f"nobody in the store is called {asked!r}{_perhaps(connection, asked)}")
    namings = dict.fromkeys(row.naming for row in found)
    states = dict.fromkeys(row.state for row in found if row.kind == "state" and row.state)
    found_all = widened(connection, tuple(namings))
    return replace(found_all, own_states=tuple(states))


def widened(connection: Connection, namings: Sequence[int]) -> Who:
    """Return namings with all others by which the same curated actors go."""
    return whose(connection, _actors_of(connection, namings), namings)


def whose(connection: Connection, actors_meant: Sequence[str], namings: Sequence[int] = ()) -> Who:
    """Return the namings of curated actors, and ``namings`` that nobody has been given yet."""
    tables = (naming_actors, single_actors)
    ours: set[int] = set(namings)
    for table in tables:
        query = select(table.c.naming).distinct()
        ours |= {row.naming for row in among(connection, query, table.c.actor, actors_meant)}
    usual = {
        row.naming: row.actor
        for row in among(connection, select(naming_actors), naming_actors.c.naming, sorted(ours))
    }
    single = select(single_actors.c.naming, single_actors.c.actor).distinct()
    elsewhere = {
        row.naming
        for row in among(connection, single, single_actors.c.naming, sorted(ours))
        if row.actor not in actors_meant
    }
    mostly = {naming for naming, actor in usual.items() if actor in actors_meant}
    mixed = elsewhere | (set(usual) - mostly)
    return Who(
        tuple(sorted(ours)), (), (), tuple(actors_meant), tuple(sorted(mixed)), tuple(sorted(mixed & mostly))
    )


def curated_called(connection: Connection, name: str) -> tuple[str, ...]:
    """Return the ids of the curated actors that a name may mean, none where nobody is called so."""
    asked = name.strip()
    if _REF.fullmatch(asked):
        return tuple(_actors_of(connection, (ref_naming(asked),)))
    namings = list(dict.fromkeys(row.naming for row in _spelled(connection, asked)))
    return tuple(_actors_of(connection, namings))


def _actors_of(connection: Connection, namings: Sequence[int]) -> list[str]:
    found: set[str] = set()
    for table in (naming_actors, single_actors):
        query = select(table.c.actor).distinct()
        found |= {row.actor for row in among(connection, query, table.c.naming, namings)}
    return sorted(found)


def _acts_for(connection: Connection, code: str) -> bool:
    links = select(statement_actors.c.statement).where(statement_actors.c.state == code).limit(1)
    named = select(spellings.c.id).where(spellings.c.state == code).limit(1)
    return connection.scalar(links) is not None or connection.scalar(named) is not None


def _spelled(connection: Connection, asked: str) -> Sequence[Any]:
    words = tuple(folded(asked).split())
    if not words:
        raise StoreError(f"{asked!r} is no name")
    form = " ".join(words)
    columns = (spellings.c.naming, spellings.c.folded, spellings.c.kind, spellings.c.state)
    ordered = select(*columns).order_by(spellings.c.documents.desc(), spellings.c.naming).limit(_MOST)
    if not asked.endswith("*"):
        same = connection.execute(ordered.where(spellings.c.folded == form)).all()
        if same:
            return same
    index = fulltext.index_of("spelling")
    joined = ordered.join_from(spellings, index, index.c.rowid == spellings.c.id)
    phrase = Term(words, asked.endswith("*"))
    near = connection.execute(joined.where(fulltext.matching(connection, "spelling", [phrase]))).all()
    ends = [row for row in near if row.kind == "person" and row.folded.endswith(f" {form}")]
    if ends or near:
        return ends or near
    apart = [Term((word,)) for word in words]
    return connection.execute(joined.where(fulltext.matching(connection, "spelling", apart))).all()


def _perhaps(connection: Connection, asked: str) -> str:
    """Return a hint at names that begin alike."""
    index = fulltext.index_of("spelling")
    begins = [Term((word[:4],), True) for word in folded(asked).split() if len(word) >= 4][:1]
    if not begins:
        return ""
    like = fulltext.matching(connection, "spelling", begins)
    query = (
        select(spellings.c.spelling)
        .join_from(spellings, index, index.c.rowid == spellings.c.id)
        .where(like)
        .order_by(spellings.c.documents.desc(), spellings.c.spelling)
        .limit(3)
    )
    names = list(connection.scalars(query))
    return f"; perhaps {' or '.join(names)}?" if names else ""


def display_names(connection: Connection, namings: Sequence[int]) -> dict[int, str]:
    """Return the name that most documents give each naming, full names before single words.

    One that is never spelled (an anonymous source) goes by its actor's name.
    """
    query = select(spellings.c.naming, spellings.c.spelling, spellings.c.documents)
    best: dict[int, tuple[bool, int, int, str]] = {}
    for naming, spelling, documents in connection.execute(query.where(spellings.c.naming.in_(namings))):
        weight = (" " in spelling, documents, len(spelling), spelling)
        best[naming] = max(best.get(naming, weight), weight)
    bare = [naming for naming in namings if naming not in best]
    named = select(actors.c.naming, func.min(actors.c.name)).where(actors.c.naming.in_(bare))
    found = connection.execute(named.group_by(actors.c.naming)) if bare else ()
    return {
        **{naming: name for naming, name in found},  # noqa: C416, for the types' sake
        **{naming: weight[-1] for naming, weight in best.items()},
    }
