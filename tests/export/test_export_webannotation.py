"""Web Annotations: the recommendation's shape, and selectors that give back the quoted text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from export_strategies import PROPERTY, readings
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.webannotation import write
from dragoman.records import Reading

SHAPE = json.loads((Path(__file__).parent / "webannotation_shape.json").read_text(encoding="utf-8"))


def page(found: list[Reading], path: Path) -> dict[str, Any]:
    """Write readings and read the page back."""
    write(found, path)
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return made


def check(made: dict[str, Any], found: list[Reading]) -> None:
    """Assert the shape, unique ids, and that both selectors of a target point at the same words."""
    jsonschema.Draft202012Validator(SHAPE).validate(made)
    texts = {f"urn:dragoman:text:{reading.id}": reading.text for reading in found}
    ids = [annotation["id"] for annotation in made["items"]]
    assert len(ids) == len(set(ids))
    for annotation in made["items"]:
        for target in annotation["target"]:
            text = texts[target["source"]["id"]]
            position, quote = target["selector"]
            exact = text[position["start"] : position["end"]]
            assert exact == quote["exact"]
            assert quote["prefix"] + exact + quote["suffix"] in text


def test_press_is_annotated(press: tuple[Reading, ...], tmp_path: Path) -> None:
    """There is an annotation for each statement and event of each text, and it finds its words again."""
    made = page(list(press), tmp_path / "press.jsonld")
    check(made, list(press))
    assert len(made["items"]) == sum(len(one.statements) + len(one.events) for one in press[:-1])


@PROPERTY
@given(found=st.lists(readings(), max_size=3))
def test_any_text_is_found_again(tmp_path: Path, found: list[Reading]) -> None:
    """Astral characters, controls and lone surrogates neither move a position nor change a quote."""
    made = page(found, tmp_path / "page.jsonld")
    check(made, found)
    assert made == page(list(reversed(found)), tmp_path / "page.jsonld")
