"""Map: how close all states are to a chosen one, and the network of ties between all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import Annotated, Literal

from fastapi import Depends, Query

from dragoman.between import state_named
from dragoman.gathered import Gathered
from dragoman.relations.index.ties import Tie, Ties
from dragoman.store import Store
from dragoman.web.gathering import Seen, seen
from dragoman.web.tables import knowledge, state_name
from dragoman.web.views import BLANK, Day, View, Word

DRAWN = 400
"""So many ties, those that the evidence is surest of, are there to be drawn in the network."""
STRAINED = 30
BAND = 1.645
"""Deviations on either side of closeness between which 90 % of a normal distribution lie."""
Sort = Literal["closeness", "name", "engagement", "enmity", "acts"]


@dataclass(frozen=True, slots=True)
class Row:
    """A state's tie to the chosen one: closeness with its 90 % band, axes, acts so far.

    ``sign`` is 1 friendly, -1 hostile, 0 where the evidence says neither.
    """

    code: str
    name: str
    closeness: float
    low: float
    high: float
    engagement: float
    enmity: float
    acts: int
    sign: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between any two states, as the network draws it."""

    first: str
    second: str
    closeness: float
    sign: int
    acts: int


@dataclass(frozen=True, slots=True)
class Node:
    """A state in the network, and the number of its cluster, from 1; None where it is in none."""

    code: str
    name: str
    cluster: int | None


@dataclass(frozen=True)
class Map:
    """Ties in the week that begins on ``week``; ``of`` is the chosen state.

    ``pairs`` counts all pairs that acted, ``edges`` are the surest of their ties, ``nodes`` their states.
    ``strained`` triangles are hints, ``triangles`` how many signed ones there are.
    """

    of: str | None
    name: str | None
    week: date | None
    documents: int
    fresh: bool
    sort: str
    pairs: int
    rows: tuple[Row, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    clusters: tuple[tuple[str, ...], ...]
    strained: tuple[tuple[str, str, str], ...]
    triangles: int
    balance: float | None

    @property
    def names(self) -> dict[str, str]:
        """The names of the network's states, by code."""
        return {node.code: node.name for node in self.nodes}

    @property
    def world(self) -> list[list[str | float | int]]:
        """What the map is coloured by: code, name, closeness, sign and acts."""
        return [[row.code, row.name, row.closeness, row.sign, row.acts] for row in self.rows]

    @property
    def net(self) -> dict[str, list[list[str | float | int | None]]]:
        """The network, as it is drawn."""
        return {
            "nodes": [[node.code, node.name, node.cluster] for node in self.nodes],
            "edges": [[e.first, e.second, e.closeness, e.sign, e.acts] for e in self.edges],
        }


def map_(
    of: Word = None,
    on: Day = None,
    half_life: Annotated[float | None, Query(ge=0.5, le=520, description="Weeks"), BLANK] = None,
    sort: Sort = "closeness",
    known: Seen = Depends(seen),
) -> Map:
    """Return the ties of a state, or of the one that acts most, and the network of all."""
    code = state_named(of, knowledge())[0] if of else None
    answer = known.tell(told_of, code, on, half_life, sort)
    return replace(answer, documents=known.documents, fresh=known.fresh)


def told_of(
    _: Store, gathered: Gathered, code: str | None, on: date | None, half_life: float | None, sort: Sort
) -> Map:
    """Return the map and the network of what is gathered."""
    if not any(act.happened for act in gathered.acts):
        return Map(code, code and state_name(code), None, 0, True, sort, 0, (), (), (), (), (), 0, None)
    found = gathered.ties(on, half_life)
    chosen = code or _busiest(found)
    drawn = gathered.once(("surest", on, half_life), lambda: _surest(found))
    clusters = tuple(cluster for cluster in found.clusters if len(cluster) > 1)
    return Map(
        chosen, state_name(chosen), found.week, 0, True, sort, len(found.ties),
        rows=_rows(found, chosen, sort), nodes=_nodes(drawn, clusters),
        edges=tuple(Edge(t.first, t.second, round(t.closeness, 4), t.sign, t.acts) for t in drawn),
        clusters=clusters, strained=_strained(found, chosen), triangles=found.triangles,
        balance=found.balance,
    )  # fmt: skip


def _busiest(found: Ties) -> str:
    acts: Counter[str] = Counter()
    for tie in found.ties:
        acts.update({tie.first: tie.acts, tie.second: tie.acts})
    return min(acts, key=lambda code: (-acts[code], code))


def _rows(found: Ties, chosen: str, sort: Sort) -> tuple[Row, ...]:
    rows = []
    for tie in found.ties:
        if chosen in (tie.first, tie.second):
            code = tie.second if tie.first == chosen else tie.first
            reach = BAND * tie.deviation
            rows.append(
                Row(
                    code, state_name(code), round(tie.closeness, 4), round(tie.closeness - reach, 4),
                    round(tie.closeness + reach, 4), round(tie.engagement, 4), round(tie.enmity, 4),
                    tie.acts, tie.sign,
                )
            )  # fmt: skip
    rows.sort(key=attrgetter("name"))
    if sort != "name":
        rows.sort(key=attrgetter(sort), reverse=True)
    return tuple(rows)


def _surest(found: Ties) -> tuple[Tie, ...]:
    """Return the ties whose closeness is most deviations away from 0, the surest first."""
    ordered = sorted(found.ties, key=lambda t: (-abs(t.closeness) / t.deviation, -t.acts, t.first, t.second))
    return tuple(ordered[:DRAWN])


def _nodes(drawn: tuple[Tie, ...], clusters: tuple[tuple[str, ...], ...]) -> tuple[Node, ...]:
    cluster_of = {code: number for number, cluster in enumerate(clusters, 1) for code in cluster}
    codes = sorted({code for tie in drawn for code in (tie.first, tie.second)})
    return tuple(Node(code, state_name(code), cluster_of.get(code)) for code in codes)


def _strained(found: Ties, chosen: str) -> tuple[tuple[str, str, str], ...]:
    """Return some strained triangles, those that the chosen state is part of first."""
    return tuple(sorted(found.strained, key=lambda triangle: chosen not in triangle)[:STRAINED])


MAP = View(
    "/map", "map.html", map_, Map, Row, lambda answer: answer.rows,
    lambda answer: f"How close to {answer.name}" if answer.name else "Map",
    "How close all states are to one, and the network of ties",
)  # fmt: skip
