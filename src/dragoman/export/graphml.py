"""Readings → the network of actors as GraphML, for igraph, networkx, visone, yEd and Gephi."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from dragoman.export.destination import text_file
from dragoman.export.network import Node, Tie, network
from dragoman.export.xml import Elements
from dragoman.records import Reading

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = {
    "label": "string", "kind": "string", "state": "string", "sector": "string", "anonymous": "boolean",
    "documents": "int",
}  # fmt: skip
_EDGE_KEYS = {"relation": "string", "weight": "int", "score": "double", "first": "string", "last": "string"}


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write a directed graph, one edge a pair and relation; ``first`` and ``last`` are days.

    DestinationError where ``path`` cannot be written.
    """
    found = network(readings)
    with text_file(path) as out:
        xml = Elements(out)
        xml.start("graphml", xmlns=_NAMESPACE)
        for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
            for name, of in keys.items():
                attributes: dict[str, object] = {"id": f"{kind}_{name}", "for": kind}
                xml.empty("key", **attributes, **{"attr.name": name, "attr.type": of})
        xml.start("graph", id="dragoman", edgedefault="directed")
        for node in found.nodes:
            xml.start("node", id=node.id)
            _data(xml, "node", _node(node))
            xml.end()
        for number, tie in enumerate(found.ties, 1):
            xml.start("edge", id=f"t{number}", source=tie.source, target=tie.target)
            _data(xml, "edge", _tie(tie))
            xml.end()
        xml.end()
        xml.end()


def _node(node: Node) -> dict[str, object]:
    return {
        "label": node.name, "kind": node.kind, "state": node.state, "sector": node.sector,
        "anonymous": str(node.anonymous).lower(), "documents": node.documents,
    }  # fmt: skip


def _tie(tie: Tie) -> dict[str, object]:
    """Return an edge's data; a score only where the tie is made of events."""
    scored = tie.kind.endswith(("cooperation", "conflict"))
    return {
        "relation": tie.kind, "weight": tie.weight, "score": round(tie.score, 3) if scored else None,
        "first": min(tie.days, default=None), "last": max(tie.days, default=None),
    }  # fmt: skip


def _data(xml: Elements, kind: str, values: dict[str, object]) -> None:
    for name, value in values.items():
        if value is not None:
            xml.text("data", value, key=f"{kind}_{name}")
