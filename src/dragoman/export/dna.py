"""Readings → Discourse Network Analyzer's event list: who agrees with which concept or does not.

What each column holds stands in ``data/dna.yaml``. A position that takes no side (neutral, or conditional
with no leaning) has no place in that model and is left out; the tables of ``csv`` keep it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.export.destination import text_file
from dragoman.export.gathering import Document, documents
from dragoman.export.identity import actor_key, numbered
from dragoman.export.tables import LINE_END, Row, Value, cell, table
from dragoman.records import Actor, Position, Reading


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write the list, its cells parted by semicolons as DNA parts them.

    Within a text, semicolons become commas and double quotation marks apostrophes, as DNA writes them too.
    DestinationError where ``path`` cannot be written.
    """
    with text_file(path) as out:
        rows = csv.DictWriter(out, table("dna").header, delimiter=";", lineterminator=LINE_END)
        rows.writeheader()
        count = 0
        for number, document in enumerate(documents(readings), 1):
            for row in _rows(document, number):
                count += 1
                rows.writerow({name: _plain(value) for name, value in {"statement ID": count, **row}.items()})


def side(position: Position) -> bool | None:
    """Return whether a position agrees; None where it takes no side."""
    taken = position.leaning if position.stance == "conditional" else position.stance
    return {"for": True, "against": False}.get(taken or "")


def _rows(document: Document, number: int) -> Iterator[Row]:
    reading, article = document.reading, document.reading.article
    day = article.published
    for place, position in enumerate(reading.positions, 1):
        agrees = side(position)
        if agrees is None:
            continue
        holder = reading.actor(position.actor)
        yield {
            "time": f"{day.isoformat()} 00:00:00" if day else None, "document ID": number,
            "document title": article.title, "author": article.author, "source": article.publication,
            "section": None, "type": "article", "text": position.span.of(reading.text),
            "person": holder.name if holder.kind == "person" else None,
            "organization": _organization(reading, holder), "concept": position.proposition,
            "agreement": int(agrees), "stance": position.stance, "firmness": position.firmness,
            "issue": position.issue, "actor": actor_key(document.id, holder), "document": document.id,
            "position": numbered(document.id, "p", place), "start": position.span.start,
            "end": position.span.end, "confidence": position.confidence,
        }  # fmt: skip


def _organization(reading: Reading, holder: Actor) -> str | None:
    """Return the body that speaks, or the state that a person belongs to, by its name in the article."""
    if holder.kind != "person":
        return holder.name
    if holder.state is None:
        return None
    states = (actor.name for actor in reading.actors if (actor.kind, actor.state) == ("state", holder.state))
    return next(states, holder.state)


def _plain(value: Value) -> str:
    return " ".join(cell(value).replace(";", ",").replace('"', "'").split())
