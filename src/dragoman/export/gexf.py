"""Readings → the network of actors as GEXF 1.3, each tie with the days on which it is seen, for Gephi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from dragoman.export.destination import text_file
from dragoman.export.network import Node, Tie, network
from dragoman.export.xml import Elements
from dragoman.records import Reading

_NAMESPACE = "http://gexf.net/1.3"
_NODE_KEYS = {
    "kind": "string", "state": "string", "sector": "string", "anonymous": "boolean", "documents": "integer",
}  # fmt: skip
_EDGE_KEYS = {"relation": "string", "score": "double", "first": "string", "last": "string"}


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write a directed dynamic graph; spells are runs of days, both ends included.

    A tie that has a day is there on its days only; one that has none, always. DestinationError where
    ``path`` cannot be written.
    """
    found = network(readings)
    with text_file(path) as out:
        xml = Elements(out)
        xml.start("gexf", xmlns=_NAMESPACE, version="1.3")
        xml.start("meta")
        xml.text("creator", "Dragoman")
        xml.text("description", "Who speaks about whom, through whom, and who did what to whom")
        xml.end()
        dynamic: dict[str, object] = {
            "mode": "dynamic",
            "timeformat": "date",
            "timerepresentation": "interval",
        }
        xml.start("graph", defaultedgetype="directed", **dynamic)
        for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
            _declare(xml, kind, keys)
        xml.start("nodes", count=len(found.nodes))
        for node in found.nodes:
            xml.start("node", id=node.id, label=node.name)
            _values(xml, _node(node))
            xml.end()
        xml.end()
        xml.start("edges", count=len(found.ties))
        for number, tie in enumerate(found.ties):
            _edge(xml, number, tie)
        xml.end()
        xml.end()
        xml.end()


def spells(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield the runs of days that follow one another, each by its first and last day."""
    ordered = sorted(set(days))
    if not ordered:
        return
    first = last = ordered[0]
    for day in ordered[1:]:
        if day - last > timedelta(days=1):
            yield first, last
            first = day
        last = day
    yield first, last


def _declare(xml: Elements, kind: str, keys: dict[str, str]) -> None:
    attributes: dict[str, object] = {"class": kind, "mode": "static"}
    xml.start("attributes", **attributes)
    for name, of in keys.items():
        xml.empty("attribute", id=name, title=name, type=of)
    xml.end()


def _edge(xml: Elements, number: int, tie: Tie) -> None:
    facts: dict[str, object] = {"source": tie.source, "target": tie.target, "kind": tie.kind}
    xml.start("edge", id=number, label=tie.kind, weight=float(tie.weight), **facts)
    scored = tie.kind.endswith(("cooperation", "conflict"))
    _values(xml, {
        "relation": tie.kind, "score": round(tie.score, 3) if scored else None,
        "first": min(tie.days, default=None), "last": max(tie.days, default=None),
    })  # fmt: skip
    if tie.days and not tie.undated:
        xml.start("spells")
        for start, end in spells(tie.days):
            xml.empty("spell", start=start, end=end)
        xml.end()
    xml.end()


def _node(node: Node) -> dict[str, object]:
    return {
        "kind": node.kind, "state": node.state, "sector": node.sector,
        "anonymous": str(node.anonymous).lower(), "documents": node.documents,
    }  # fmt: skip


def _values(xml: Elements, values: dict[str, object]) -> None:
    xml.start("attvalues")
    for name, value in values.items():
        if value is not None:
            attributes: dict[str, object] = {"for": name, "value": value}
            xml.empty("attvalue", **attributes)
    xml.end()
