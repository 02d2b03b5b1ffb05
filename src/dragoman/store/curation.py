"""Which names are one actor's, written: names that wait, who is placed where, and what follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select

from dragoman.store.calling import called
from dragoman.store.curation_tables import (
    curated_actors,
    curated_names,
    naming_actors,
    single_actors,
    suggestions,
    waiting_names,
)
from dragoman.store.facts import Facts
from dragoman.store.listing import among, listed
from dragoman.store.names import whose
from dragoman.store.naming import is_own
from dragoman.store.once import put_once
from dragoman.store.tables import actors, spellings

Row = dict[str, Any]
_FACTS = ("id", "name", "kind", "state", "ref")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a unit belongs: the curated actor's id, how sure that is (0 to 1), and why."""

    unit: int
    actor: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Placing:
    """What resolving some blocks gave: places, rows of actors (id, name, kind, state, ref), suggestions."""

    places: tuple[Placed, ...]
    actors: tuple[Row, ...]
    suggestions: tuple[Row, ...]


def note_names(connection: Connection, spellings: Iterable[Row]) -> None:
    """Let names wait until they are brought to their actors; rows of ``spellings``.

    A name without a reference waits in its own block alone, one with a reference in each where it is spelled.
    """
    written = list(spellings)
    own = {row["naming"] for row in written if is_own(row["naming"], row["kind"], row["folded"])}
    rows = {
        (row["block"], row["naming"])
        for row in written
        if row["block"] is not None
        and (row["naming"] not in own or is_own(row["naming"], row["kind"], row["folded"]))
    }
    put_once(connection, waiting_names, [{"block": block, "naming": key} for block, key in sorted(rows)])


def note_blocks(connection: Connection, blocks: Iterable[str]) -> None:
    """Let all names of some blocks be resolved anew."""
    put_once(connection, waiting_names, [{"block": block, "naming": 0} for block in sorted(blocks)])


def note_all(connection: Connection) -> None:
    """Let all names be resolved anew."""
    query = select(spellings.c.block).where(spellings.c.block.is_not(None)).distinct()
    note_blocks(connection, connection.scalars(query).all())


def waiting_blocks(connection: Connection, most: int) -> list[str]:
    """Return some of the blocks in which names wait, the first by their keys."""
    query = select(waiting_names.c.block).distinct().order_by(waiting_names.c.block).limit(most)
    return list(connection.scalars(query))


def place(connection: Connection, blocks: Collection[str], facts: Sequence[Facts], placing: Placing) -> None:
    """Write what resolving some blocks gave, and take out what is there no more."""
    by_unit = {one.unit: one for one in facts}
    namings = sorted({one.naming for one in facts} | _waited(connection, blocks) | _there(connection, blocks))
    touched = _emptied(connection, namings)
    rows = [_name_row(by_unit[one.unit], one) for one in placing.places if one.unit in by_unit]
    _put(connection, curated_names, rows)
    _look_ups(connection, [(by_unit[one.unit], one.actor) for one in placing.places if one.unit in by_unit])
    _actors(connection, placing.actors, touched | {row["actor"] for row in rows})
    _put(connection, suggestions, placing.suggestions)
    for some in listed(sorted(blocks)):
        connection.execute(delete(waiting_names).where(waiting_names.c.block.in_(some)))


def _waited(connection: Connection, blocks: Collection[str]) -> set[int]:
    query = select(waiting_names.c.naming).distinct()
    return {row.naming for row in among(connection, query, waiting_names.c.block, sorted(blocks))}


def _there(connection: Connection, blocks: Collection[str]) -> set[int]:
    query = select(curated_names.c.naming).distinct()
    return {row.naming for row in among(connection, query, curated_names.c.block, sorted(blocks))}


def _emptied(connection: Connection, namings: Sequence[int]) -> set[str]:
    """Remove all that is written of some namings; return the actors whose they were."""
    touched: set[str] = set()
    for some in listed(namings):
        rows = connection.execute(
            select(curated_names.c.unit, curated_names.c.actor).where(curated_names.c.naming.in_(some))
        ).all()
        touched |= {row.actor for row in rows}
        for units in listed([row.unit for row in rows]):
            either = or_(suggestions.c.one.in_(units), suggestions.c.other.in_(units))
            connection.execute(delete(suggestions).where(either))
        for table in (curated_names, naming_actors, single_actors):
            connection.execute(delete(table).where(table.c.naming.in_(some)))
    return touched


def _name_row(one: Facts, placed: Placed) -> Row:
    return {
        "unit": one.unit, "actor": placed.actor, "naming": one.naming,
        "machine": one.machines[0] if one.machines else None, "block": one.block, "name": one.names[0],
        "state": one.state, "documents": one.documents, "first_day": one.first, "last_day": one.last,
        "score": placed.score, "why": placed.why,
    }  # fmt: skip


def _look_ups(connection: Connection, places: Iterable[tuple[Facts, str]]) -> None:
    """Write for each naming whom it mostly means, and the machine's actors that are somebody else."""
    by_naming: dict[int, list[tuple[Facts, str]]] = defaultdict(list)
    for one, actor in places:
        by_naming[one.naming].append((one, actor))
    usual: list[Row] = []
    others: list[Row] = []
    for naming, found in sorted(by_naming.items()):
        counts: dict[str, int] = defaultdict(int)
        for one, actor in found:
            counts[actor] += one.documents
        most = min(counts, key=lambda actor: (-counts[actor], actor))
        usual.append({"naming": naming, "actor": most})
        for one, actor in found if len(counts) > 1 else ():
            if actor != most or one.machines:
                machines = one.machines or _machines(connection, naming, one.state)
                others += [{"machine": key, "naming": naming, "actor": actor} for key in machines]
    _put(connection, naming_actors, usual)
    _put(connection, single_actors, list({row["machine"]: row for row in reversed(others)}.values()))


def _machines(connection: Connection, naming: int, state: str | None) -> list[int]:
    """Return a naming's actors of one state."""
    same = actors.c.state.is_(None) if state is None else actors.c.state == state
    return list(connection.scalars(select(actors.c.id).where(actors.c.naming == naming, same)))


def _actors(connection: Connection, rows: Sequence[Row], touched: Collection[str]) -> None:
    """Write the rows of curated actors anew: what they are, and in how many articles they stand."""
    told = {row["id"]: row for row in rows}
    for some in listed(sorted(touched)):
        kept = among(connection, select(curated_actors), curated_actors.c.id, some)
        told = {**{row.id: {name: row._mapping[name] for name in _FACTS} for row in kept}, **told}
        connection.execute(delete(curated_actors).where(curated_actors.c.id.in_(some)))
        counted = _counted(connection, some)
        _put(connection, curated_actors, [{**told[row["id"]], **row} for row in counted if row["id"] in told])


def _counted(connection: Connection, some: Sequence[str]) -> list[Row]:
    """Return for each actor that has names in how many documents it stands, and their first and last day."""
    names = curated_names.c
    query = select(
        names.actor, func.sum(names.documents), func.min(names.first_day), func.max(names.last_day),
        func.count(),
    ).where(names.actor.in_(some)).group_by(names.actor)  # fmt: skip
    found: list[Row] = []
    for actor, documents, first, last, rows in connection.execute(query):
        if rows > 1:  # several of its names may stand in one document
            them = called(actors.c.naming, whose(connection, [actor]))
            inside = select(actors.c.document).where(them).distinct().subquery()
            documents = connection.scalar(select(func.count()).select_from(inside))
        found.append({"id": actor, "documents": int(documents), "first_day": first, "last_day": last})
    return found


def _put(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
