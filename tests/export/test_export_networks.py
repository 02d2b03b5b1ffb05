"""GraphML and GEXF: whole and well formed, and read by networkx."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import networkx
import pytest
from export_strategies import PROPERTY, readings
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dragoman.export import gexf, graphml
from dragoman.export.network import network
from dragoman.records import Reading

GEXF = {"g": "http://gexf.net/1.3"}
DRAFT = "http://www.gexf.net/1.2draft"
GRAPHML = {"g": "http://graphml.graphdrawing.org/xmlns"}
QUADS = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}


def test_network_of_the_press(press: tuple[Reading, ...]) -> None:
    """Ties are of the three kinds, tie known actors, and weigh as much as they have days."""
    found = network(press)
    kinds = {tie.kind for tie in found.ties}
    assert {"speaks about", "is quoted through"} < kinds <= {"speaks about", "is quoted through"} | QUADS
    known = {node.id for node in found.nodes}
    for tie in found.ties:
        assert tie.source in known and tie.target in known and tie.source != tie.target
        assert tie.weight == sum(tie.days.values()) + tie.undated > 0
    assert len(known) == len(found.nodes)


def test_one_node_for_one_known_actor(press: tuple[Reading, ...]) -> None:
    """Russia is one node however many articles name it; an anonymous source is a node of its own article."""
    found = {node.id: node for node in network(press).nodes}
    assert found["wikidata:Q159"].name == "Russia" and found["wikidata:Q159"].documents > 1
    assert all(node.documents == 1 and ":a" in node.id for node in found.values() if node.anonymous)


def test_networkx_reads_graphml(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """networkx finds every node and tie with its facts."""
    graphml.write(press, tmp_path / "press.graphml")
    graph = networkx.read_graphml(tmp_path / "press.graphml", force_multigraph=True)
    found = network(press)
    assert graph.is_directed() and graph.number_of_nodes() == len(found.nodes)
    assert graph.number_of_edges() == len(found.ties)
    assert graph.nodes["wikidata:Q159"]["label"] == "Russia"
    weights = sorted(data["weight"] for _, _, data in graph.edges(data=True))
    assert weights == sorted(tie.weight for tie in found.ties)


def test_networkx_reads_gexf(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """networkx finds every node and every tied pair; a release that ends at GEXF 1.2 is given its name."""
    gexf.write(press, tmp_path / "press.gexf")
    version = "1.3"
    if version not in networkx.readwrite.gexf.GEXF.versions:
        version, old = "1.2draft", (tmp_path / "press.gexf").read_text("utf-8")
        (tmp_path / "press.gexf").write_text(old.replace(GEXF["g"], DRAFT), "utf-8")
    graph = networkx.read_gexf(tmp_path / "press.gexf", version=version)
    found = network(press)
    assert set(graph.nodes) == {node.id for node in found.nodes}
    assert set(graph.edges()) == {(tie.source, tie.target) for tie in found.ties}


def test_gexf_is_dynamic_and_counts_right(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """Every tie that has a day has spells of days in order, and the counts are the elements'."""
    gexf.write(press, tmp_path / "press.gexf")
    root = etree.parse(tmp_path / "press.gexf").getroot()
    assert root.get("version") == "1.3" and root.tag == "{http://gexf.net/1.3}gexf"
    graph = root.find("g:graph", GEXF)
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    for kind in ("node", "edge"):
        group = graph.find(f"g:{kind}s", GEXF)
        assert group is not None and int(group.get("count") or 0) == len(group)
        declared = {
            attribute.get("id")
            for attribute in graph.findall(f"g:attributes[@class='{kind}']/g:attribute", GEXF)
        }
        used = {value.get("for") for value in group.iterfind(".//g:attvalue", GEXF)}
        assert used <= declared
    for edge in graph.iterfind("g:edges/g:edge", GEXF):
        starts = [spell.get("start") for spell in edge.iterfind("g:spells/g:spell", GEXF)]
        assert starts and starts == sorted(starts, key=lambda day: date.fromisoformat(str(day)))


def test_spells_are_runs_of_days() -> None:
    """Days that follow one another are one spell; a gap begins another."""
    days = [date(2015, 12, 31), date(2016, 1, 1), date(2015, 12, 30), date(2016, 1, 3)]
    assert list(gexf.spells(days)) == [
        (date(2015, 12, 30), date(2016, 1, 1)),
        (date(2016, 1, 3), date(2016, 1, 3)),
    ]
    assert list(gexf.spells([])) == []


@pytest.mark.parametrize(("write", "spaces"), [(graphml.write, GRAPHML), (gexf.write, GEXF)])
@PROPERTY
@given(found=st.lists(readings(), max_size=3))
def test_any_name_gives_sound_xml(
    tmp_path: Path, write: Callable[..., None], spaces: dict[str, str], found: list[Reading]
) -> None:
    """Whatever characters names hold, the file parses, ids are unique, and every edge ends at a node."""
    write(found, tmp_path / "out.xml")
    root = etree.parse(tmp_path / "out.xml").getroot()
    nodes = [node.get("id") for node in root.iterfind(".//g:node", spaces)]
    edges = list(root.iterfind(".//g:edge", spaces))
    assert len(nodes) == len(set(nodes))
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {end for edge in edges for end in (edge.get("source"), edge.get("target"))} <= set(nodes)
    first = (tmp_path / "out.xml").read_bytes()
    write(list(reversed(found)), tmp_path / "out.xml")
    assert (tmp_path / "out.xml").read_bytes() == first
