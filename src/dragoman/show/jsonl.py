"""Reading ↔ JSON, exactly the contract ``dragoman.reading/1`` (docs/reading.md)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from dragoman.records import (
    SCHEMA,
    Actor,
    Article,
    Attributed,
    Paragraph,
    Reading,
    Span,
    Statement,
    Versions,
)

LATER = ("events", "agreements", "memberships", "positions", "quantities", "dates")
"""Lists of the contract that this release leaves empty."""


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
        "actors": [_actor(actor) for actor in reading.actors],
        "statements": [_statement(statement) for statement in reading.statements],
        **{name: [] for name in LATER},
        "versions": {
            "dragoman": reading.versions.dragoman,
            "model": reading.versions.model,
            "knowledge": reading.versions.knowledge,
        },
    }


def line_of(reading: Reading) -> str:
    """Return a reading as one line of JSON; a lone surrogate is escaped, all else stays readable."""
    line = json.dumps(reading_to_dict(reading), ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(reading_to_dict(reading), separators=(",", ":"))
    return line


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "state": actor.state,
        "sector": actor.sector,
        "role": actor.role,
        "ref": actor.ref,
        "anonymous": actor.anonymous,
        "aliases": list(actor.aliases),
        "mentions": [list(span) for span in actor.mentions],
        "link_confidence": actor.link_confidence,
        "members": list(actor.members),
    }


def _attributed(link: Attributed) -> dict[str, Any]:
    return {"actor": link.actor, "span": list(link.span)}


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "source": _attributed(statement.source) if statement.source else None,
        "via": [_attributed(link) for link in statement.via],
        "cue": [list(span) for span in statement.cue],
        "content": [list(span) for span in statement.content],
        "form": statement.form,
        "force": statement.force,
        "polarity": statement.polarity,
        "about": list(statement.about),
        "issues": list(statement.issues),
        "parent": statement.parent,
        "confidence": statement.confidence,
    }


def reading_from_dict(data: dict[str, Any]) -> Reading:
    """Return the reading that ``reading_to_dict`` wrote; KeyError or TypeError where it is another shape."""
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
    return Reading(
        article,
        tuple(_read_actor(actor) for actor in data["actors"]),
        tuple(_read_statement(statement) for statement in data["statements"]),
        Versions(**data["versions"]),
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _read_actor(data: dict[str, Any]) -> Actor:
    rest = {key: value for key, value in data.items() if key not in ("aliases", "members", "mentions")}
    aliases, members = tuple(data["aliases"]), tuple(data["members"])
    return Actor(**rest, aliases=aliases, members=members, mentions=_spans(data["mentions"]))


def _read_link(data: dict[str, Any]) -> Attributed:
    return Attributed(data["actor"], Span(*data["span"]))


def _read_statement(data: dict[str, Any]) -> Statement:
    rest = {key: data[key] for key in ("id", "form", "force", "polarity", "parent", "confidence")}
    return Statement(
        source=_read_link(data["source"]) if data["source"] else None,
        via=tuple(_read_link(link) for link in data["via"]),
        cue=_spans(data["cue"]),
        content=_spans(data["content"]),
        about=tuple(data["about"]),
        issues=tuple(data["issues"]),
        **rest,
    )
