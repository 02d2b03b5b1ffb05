"""Readings → W3C Web Annotations (JSON-LD): one a statement or event, by position and quote.

An annotation page with all annotations, in the order of their ids. Positions count code points, as the
recommendation asks (https://www.w3.org/TR/annotation-model/, 2017).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.export.destination import text_file
from dragoman.export.gathering import Document, documents
from dragoman.export.identity import finding_id
from dragoman.records import Actor, Event, Reading, Span, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""So many characters before and behind a quote are given with it."""


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write one annotation page. DestinationError where ``path`` cannot be written."""
    with text_file(path) as out:
        out.write(
            f'{{"@context":"{CONTEXT}","id":"urn:dragoman:annotations","type":"AnnotationPage","items":['
        )
        between = "\n"
        for document in documents(readings):
            for annotation in annotations_of(document):
                # ASCII only, so that a lone surrogate stays what it is.
                out.write(between + json.dumps(annotation, separators=(",", ":")))
                between = ",\n"
        out.write("\n]}\n")


def annotations_of(document: Document) -> Iterator[dict[str, Any]]:
    """Yield the annotations of a document's statements, then of its events."""
    reading = document.reading
    for statement in reading.statements:
        yield {
            **_head(document, statement.id, "describing"),
            "body": [*_statement(reading, statement)],
            "target": _target(document, statement.content),
        }
    for event in reading.events:
        yield {
            **_head(document, event.id, "classifying"),
            "body": [*_event(reading, event)],
            "target": _target(document, (event.span,)),
        }


def _head(document: Document, local: str, motivation: str) -> dict[str, Any]:
    versions = document.reading.versions
    return {
        "id": f"urn:dragoman:{finding_id(document.id, local)}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {
            "id": f"urn:dragoman:software:{versions.dragoman}:{versions.model}:{versions.knowledge}",
            "type": "Software",
            "name": f"Dragoman {versions.dragoman}",
        },
    }


def _statement(reading: Reading, statement: Statement) -> Iterator[dict[str, Any]]:
    source = reading.actor(statement.source.actor) if statement.source else None
    via = "".join(f", via {reading.actor(link.actor).name}" for link in statement.via)
    said = " … ".join(span.of(reading.text) for span in statement.cue)
    who = source.name if source else "no source named"
    yield _text(f"{who}{f' ({said})' if said else ''}{via}", "describing")
    for tag in ("statement", statement.form, statement.force, statement.polarity, *statement.issues):
        yield _text(tag, "tagging")
    yield from _identified([source] if source else [])


def _event(reading: Reading, event: Event) -> Iterator[dict[str, Any]]:
    sides = [
        ", ".join(reading.actor(one).name for one in side) or "nobody named"
        for side in (event.actors, event.recipients)
    ]
    yield _text(f"{sides[0]} → {sides[1]}", "describing")
    mode = [event.mode] if event.mode else []
    for tag in ("event", event.type, *mode, *event.contexts, event.status):
        yield _text(tag, "tagging")
    yield from _identified([reading.actor(one) for one in (*event.actors, *event.recipients)])


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _identified(actors: Iterable[Actor]) -> Iterator[dict[str, Any]]:
    """Yield a link to each actor that is known to the world."""
    for ref in dict.fromkeys(actor.ref for actor in actors):
        if ref is not None and ref.startswith("wikidata:"):
            item = ref.removeprefix("wikidata:")
            yield {"source": f"http://www.wikidata.org/entity/{item}", "purpose": "identifying"}


def _target(document: Document, spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    """Return one target a span; its source is the text itself, named by its hash, wherever it was met."""
    article = document.reading.article
    source: dict[str, Any] = {
        "id": f"urn:dragoman:text:{document.reading.id}",
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
    }
    if article.url:
        source["via"] = article.url
    return [{"source": source, "selector": _selectors(article.text, span)} for span in spans]


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
    ]
