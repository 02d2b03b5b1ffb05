"""The description of a folder of tables: ``datapackage.json``, a Frictionless Data Package (version 2)."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

from dragoman.export.destination import DESCRIPTION, text_file
from dragoman.export.tables import LINE_END, Table
from dragoman.knowledge.codebook import codebook
from dragoman.records import SCHEMA, Versions

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LAYOUT = "1.0.0"
"""The version of the tables' layout: the first number changes when a column goes or changes its meaning."""


def describe(folder: Path, tables: Collection[Table], ending: str, versions: set[Versions]) -> None:
    """Write the description of ``tables``, each in ``<name>.<ending>``, into their folder.

    ``versions`` are all that made the readings; they are named in order.
    """
    package = {
        "$schema": PROFILE,
        "name": "dragoman-export",
        "title": "What Dragoman found in the articles that it read",
        "version": LAYOUT,
        "licenses": [
            {"name": "other-closed", "title": "The texts and what is quoted from them are their publishers'"}
        ],
        "sources": [
            {"title": f"Event types, quad classes and scores: {codebook().version} (CC BY-SA 4.0)"},
            {"title": "State codes: ISO 3166-1, Correlates of War, Gleditsch and Ward"},
        ],
        "dragoman": {
            "reading": SCHEMA,
            "codebook": codebook().version,
            "versions": [_made_by(version) for version in sorted(versions, key=_order)],
        },
        "resources": [_resource(table, ending) for table in tables],
    }
    with text_file(folder / DESCRIPTION) as out:
        json.dump(package, out, ensure_ascii=False, indent=1)
        out.write("\n")


def _order(version: Versions) -> tuple[str, str, str]:
    return version.dragoman, version.model, version.knowledge


def _made_by(version: Versions) -> dict[str, str]:
    return {"dragoman": version.dragoman, "model": version.model, "knowledge": version.knowledge}


def _resource(table: Table, ending: str) -> dict[str, Any]:
    text: dict[str, Any] = {"dialect": {"delimiter": ",", "lineTerminator": LINE_END}, "encoding": "utf-8"}
    types = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
    return {
        "name": table.name,
        "path": f"{table.name}.{ending}",
        "type": "table",
        "format": ending,
        "mediatype": types[ending],
        "description": table.holds,
        **(text if ending == "csv" else {}),
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """Return a table's Table Schema: fields, primary key, foreign keys."""
    foreign = [
        {
            "fields": [column],
            # An empty name is the Table Schema's word for the same table.
            "reference": {"resource": "" if other == table.name else other, "fields": [key]},
        }
        for column, (other, key) in table.references.items()
    ]
    return {
        "fields": [
            {
                "name": column.name,
                "type": column.type,
                "description": column.meaning,
                **({"constraints": {"required": True}} if column.name in table.key else {}),
            }
            for column in table.columns
        ],
        "primaryKey": list(table.key),
        "foreignKeys": foreign,
        "missingValues": [""],
    }
