"""FollowTheMoney entities: valid by that library, and resolving among themselves."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from export_strategies import PROPERTY, readings
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.dyads import HAPPENED
from dragoman.export.followthemoney import write
from dragoman.records import Reading

Entity = dict[str, Any]
LINKS = ("document", "resolved", "organizer", "involved", "proof", "member", "organization")


def entities(found: list[Reading], path: Path) -> list[Entity]:
    """Write readings and read the entities back."""
    write(found, path)
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def check(made: list[Entity]) -> None:
    """Assert that ids are unique and every link leads to an entity that is there."""
    ids = {entity["id"] for entity in made}
    assert len(ids) == len(made)
    for entity in made:
        for name in LINKS:
            assert set(entity["properties"].get(name, ())) <= ids, entity


def test_press_becomes_entities(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """Each text is an article, each named actor is mentioned, and only what happened is an event."""
    made = entities(list(press), tmp_path / "ftm.jsonl")
    check(made)
    count = {schema: sum(e["schema"] == schema for e in made) for schema in ("Article", "Event")}
    assert count["Article"] == len(press) - 1
    assert count["Event"] == sum(e.status in HAPPENED for reading in press[:-1] for e in reading.events)
    russia = [e for e in made if e["id"] == "dragoman-wikidata-Q159"]
    assert len(russia) == 1 and russia[0]["schema"] == "PublicBody"
    assert russia[0]["properties"]["country"] == ["ru"]
    assert russia[0]["properties"]["wikidataId"] == ["Q159"]


def test_library_finds_no_fault(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """The library knows every schema and property, and takes every value as it stands."""
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    for entity in entities(list(press), tmp_path / "ftm.jsonl"):
        schema = model.get(entity["schema"])
        assert schema is not None and not schema.abstract
        proxy = model.get_proxy(entity, cleaned=False)
        schema.validate({"properties": entity["properties"]})
        for name, values in entity["properties"].items():
            assert name in schema.properties, (entity["schema"], name)
            if name not in ("name", "weakAlias", "title", "bodyText", "summary", "author", "publisher"):
                assert set(proxy.get(name)) == set(values), (name, values)
            assert proxy.get(name), (name, values)


def test_nobody_without_a_name_becomes_an_entity(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """An anonymous source has no entity: that model would take it for somebody."""
    made = {entity["id"] for entity in entities(list(press), tmp_path / "ftm.jsonl")}
    unnamed = [
        f"dragoman-{reading.id[:12]}-{actor.id}"
        for reading in press
        for actor in reading.actors
        if actor.anonymous
    ]
    assert unnamed and not made & {
        identifier + ending for identifier in unnamed for ending in ("", "-mention")
    }


@PROPERTY
@given(found=st.lists(readings(), max_size=3))
def test_links_resolve_and_order_does_not_matter(tmp_path: Path, found: list[Reading]) -> None:
    """Ids are unique and links resolve for readings of any shape; their order changes nothing."""
    made = entities(found, tmp_path / "ftm.jsonl")
    check(made)
    assert made == entities(list(reversed(found)), tmp_path / "ftm.jsonl")
