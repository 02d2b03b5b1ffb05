"""Reading ↔ JSON, exactly the contract ``dragoman.reading/1`` (docs/reading.md)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dragoman.records import (
    SCHEMA,
    Actor,
    Agreement,
    Article,
    DateMention,
    Event,
    Forecast,
    Membership,
    Paragraph,
    Position,
    Quantity,
    Reading,
    Span,
    Statement,
    Versions,
)
from dragoman.records.codec import plain, records

KINDS: dict[str, type] = {
    "actors": Actor,
    "statements": Statement,
    "events": Event,
    "agreements": Agreement,
    "memberships": Membership,
    "positions": Position,
    "forecasts": Forecast,
    "quantities": Quantity,
    "dates": DateMention,
}
"""The lists of a reading, in the contract's order."""


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain JSON values, keys in the contract's order, spans as ``[start, end]``."""
    article = reading.article
    return {
        "schema": SCHEMA,
        "document": {
            "id": reading.id,
            "title": article.title,
            "publication": article.publication,
            "author": article.author,
            "published": article.published.isoformat() if article.published else None,
            "language": article.language,
            "url": article.url,
            "origin": article.origin,
            "text": article.text,
            "paragraphs": [{"span": list(p.span), "kind": p.kind} for p in article.paragraphs],
        },
        **{name: plain(getattr(reading, name)) for name in KINDS},
        "versions": plain(reading.versions),
    }


def line_of(reading: Reading) -> str:
    """Return a reading as one line of JSON; a lone surrogate is escaped, all else stays readable."""
    line = json.dumps(reading_to_dict(reading), ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(reading_to_dict(reading), separators=(",", ":"))
    return line


def reading_from_dict(data: dict[str, Any]) -> Reading:
    """Return the reading that ``reading_to_dict`` wrote.

    KeyError or ``cattrs.ClassValidationError`` where it is another shape. A list that an older release
    didn't have may be absent.
    """
    document = data["document"]
    article = Article(
        text=document["text"],
        paragraphs=tuple(Paragraph(Span(*p["span"]), p["kind"]) for p in document["paragraphs"]),
        title=document["title"],
        publication=document["publication"],
        author=document["author"],
        published=date.fromisoformat(document["published"]) if document["published"] else None,
        language=document["language"],
        url=document["url"],
        origin=document["origin"],
    )
    found: dict[str, Any] = {name: records(kind, data.get(name, [])) for name, kind in KINDS.items()}
    return Reading(article, versions=records(Versions, [data["versions"]])[0], **found)
