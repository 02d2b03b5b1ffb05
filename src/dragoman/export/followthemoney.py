"""Readings → FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and their kin.

Articles, the actors that have names, their mentions, what happened, and memberships; docs/exports.md tells
what that model has no place for. Ids are Dragoman's own, and the same at every export.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from dragoman.export.destination import text_file
from dragoman.export.dyads import HAPPENED
from dragoman.export.events import event_day
from dragoman.export.gathering import Document, documents
from dragoman.export.identity import actor_key, finding_id, numbered
from dragoman.knowledge.states import state_codes
from dragoman.records import Actor, ActorKind, Event, Reading

_SCHEMATA: dict[ActorKind, str] = {
    "person": "Person", "state": "PublicBody", "government": "PublicBody", "organization": "Organization",
    "company": "Company", "publication": "Organization", "group": "LegalEntity", "other": "LegalEntity",
}  # fmt: skip
_BODIES = ("PublicBody", "Organization", "Company")
"""The schemata that can have members."""
_GONE = {"SUN": "suhh", "YUG": "yucs", "CSK": "cshh", "SCG": "csxx", "DDR": "dd"}
"""That model's codes of states that are no more."""

Properties = dict[str, list[str]]


@dataclass
class _Entity:
    """An entity that several documents may add to."""

    schema: str
    properties: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, **values: str | None) -> None:
        for name, value in values.items():
            if value:
                self.properties.setdefault(name, {})[value] = None


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write the entities: document by document, and last the actors that more than one document may have.

    DestinationError where ``path`` cannot be written.
    """
    shared: dict[str, _Entity] = {}
    with text_file(path) as out:
        for document in documents(readings):
            for identifier, schema, properties in _of(document, shared):
                _line(out, identifier, schema, properties)
        for key in sorted(shared):
            found = shared[key].properties.items()
            properties = {name: sorted(values) for name, values in sorted(found)}
            _line(out, entity_id(key), shared[key].schema, properties)


def entity_id(identifier: str) -> str:
    """Return an id of ours as one of that model, where colons part namespaces from names."""
    return "dragoman-" + identifier.replace(":", "-")


def _line(out: TextIO, identifier: str, schema: str, properties: Properties) -> None:
    kept = {name: values for name, values in properties.items() if values}
    out.write(json.dumps({"id": identifier, "schema": schema, "properties": kept}, ensure_ascii=False) + "\n")


def _of(document: Document, shared: dict[str, _Entity]) -> Iterator[tuple[str, str, Properties]]:
    """Yield the entities that are a document's own; add what it tells of the others to ``shared``."""
    reading = document.reading
    article = entity_id(document.id)
    yield article, "Article", _article(document)
    schemata: dict[str, str] = {}
    for actor in reading.actors:
        if actor.anonymous or actor.members:
            continue
        key = actor_key(document.id, actor)
        entity = shared.get(key) or _Entity(_SCHEMATA[actor.kind])
        schemata[actor.id] = entity.schema
        _describe(entity, actor)
        if key == finding_id(document.id, actor.id):
            yield entity_id(key), entity.schema, {n: list(v) for n, v in entity.properties.items()}
        else:
            shared[key] = entity
        yield entity_id(finding_id(document.id, actor.id)) + "-mention", "Mention", {
            "document": [article], "resolved": [entity_id(key)], "name": [actor.name, *actor.aliases],
            "detectedSchema": [entity.schema], "contextCountry": _country(actor.state),
        }  # fmt: skip
    for event in reading.events:
        if event.status in HAPPENED:
            yield entity_id(finding_id(document.id, event.id)), "Event", _event(document, event, schemata)
    yield from _memberships(document, schemata)


def _article(document: Document) -> Properties:
    reading, article = document.reading, document.reading.article
    text = reading.text.encode("utf-8", "replace")
    return {
        "title": _one(article.title), "fileName": _one(article.origin) or [document.id],
        "author": _one(article.author), "publisher": _one(article.publication),
        "publishedAt": _one(article.published.isoformat() if article.published else None),
        "sourceUrl": _one(article.url), "language": ["eng"] if article.language == "en" else [],
        "mimeType": ["text/plain"], "bodyText": [text.decode()],
        "contentHash": [hashlib.sha1(text, usedforsecurity=False).hexdigest()],
        "processingAgent": [f"Dragoman {reading.versions.dragoman}, model {reading.versions.model}"],
    }  # fmt: skip


def _describe(entity: _Entity, actor: Actor) -> None:
    """Add what an article tells of an actor: a person's state is no proof of citizenship, so only country."""
    entity.add(name=actor.name)
    for alias in actor.aliases:
        entity.add(weakAlias=alias)
    for code in _country(actor.state):
        entity.add(country=code)
    if entity.schema == "Person":
        entity.add(position=actor.role)
    if actor.ref and actor.ref.startswith("wikidata:"):
        entity.add(wikidataId=actor.ref.removeprefix("wikidata:"))


def _event(document: Document, event: Event, schemata: dict[str, str]) -> Properties:
    reading = document.reading
    first, last = event_day(reading, event)
    names = [", ".join(reading.actor(one).name for one in side) for side in (event.actors, event.recipients)]
    label = f"{event.type} {event.mode}" if event.mode else event.type
    who = " → ".join(name for name in names if name)
    return {
        "name": [f"{label}: {who}" if who else label],
        "summary": [event.span.of(reading.text)],
        "date": _one(first.isoformat() if first else None),
        "endDate": _one(last.isoformat() if last and last != first else None),
        "location": _one(event.place.name if event.place else None),
        "country": _country(event.place.state) if event.place else [],
        "organizer": _entities(document, event.actors, schemata),
        "involved": _entities(document, event.recipients, schemata),
        "proof": [entity_id(document.id)],
        "recordId": [finding_id(document.id, event.id)],
        "keywords": [*([event.type, event.mode] if event.mode else [event.type]), event.status],
        "publisher": _one(reading.article.publication),
        "sourceUrl": _one(reading.article.url),
    }


def _memberships(document: Document, schemata: dict[str, str]) -> Iterator[tuple[str, str, Properties]]:
    for number, membership in enumerate(document.reading.memberships, 1):
        body, member = membership.organization, membership.member
        if schemata.get(body) in _BODIES and member in schemata:
            identifier = numbered(document.id, "m", number)
            yield entity_id(identifier), "Membership", {
                "member": _entities(document, [member], schemata),
                "organization": _entities(document, [body], schemata), "role": [membership.role],
                "summary": [membership.span.of(document.reading.text)], "recordId": [identifier],
                "sourceUrl": _one(document.reading.article.url),
                "publisher": _one(document.reading.article.publication),
            }  # fmt: skip


def _entities(document: Document, ids: Iterable[str], schemata: dict[str, str]) -> list[str]:
    """Return the entities of actors, a compound one taken apart; those that have none are left out."""
    found = [document.reading.actor(one) for one in ids]
    parts = [part for actor in found for part in (actor.members or (actor.id,)) if part in schemata]
    keys = (actor_key(document.id, document.reading.actor(part)) for part in parts)
    return list(dict.fromkeys(entity_id(key) for key in keys))


def _country(iso3: str | None) -> list[str]:
    if iso3 is None:
        return []
    codes = state_codes(iso3)
    return _one(_GONE.get(iso3) or (codes.iso2.lower() if codes and codes.iso2 else None))


def _one(value: str | None) -> list[str]:
    return [value] if value else []
