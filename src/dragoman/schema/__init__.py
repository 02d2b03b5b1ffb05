"""The published JSON Schema (2020-12) of ``dragoman.reading/1``."""

from __future__ import annotations

from importlib.resources import files


def schema_text() -> str:
    """Return the schema as it is published: the text of ``reading.schema.json``."""
    return files("dragoman.schema").joinpath("reading.schema.json").read_text("utf-8")
