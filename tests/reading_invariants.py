"""What holds of every reading, whatever the text: call ``check`` on it."""

from __future__ import annotations

import json

import jsonschema

from dragoman.records import Reading, Span
from dragoman.schema import schema_text
from dragoman.show.jsonl import line_of, reading_from_dict, reading_to_dict

_VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))


def check(reading: Reading) -> None:
    """Assert the contract: schema, spans inside the text, ids that resolve, parents that end, text order."""
    data = reading_to_dict(reading)
    _VALIDATOR.validate(data)
    assert reading_to_dict(reading_from_dict(json.loads(line_of(reading)))) == data
    for place in _spans(reading):
        assert 0 <= place.start < place.end <= len(reading.text), place
    actors = {actor.id for actor in reading.actors}
    assert len(actors) == len(reading.actors)
    for actor in reading.actors:
        assert set(actor.members) <= actors
        assert list(actor.mentions) == sorted(set(actor.mentions))
    parents = {statement.id: statement.parent for statement in reading.statements}
    for statement in reading.statements:
        links = [link for link in (statement.source, *statement.via) if link]
        assert {link.actor for link in links} | set(statement.about) <= actors
        _ends(statement.id, parents)
    order = [_first(reading, number) for number in range(len(reading.statements))]
    assert order == sorted(order)


def _spans(reading: Reading) -> list[Span]:
    found = [place for actor in reading.actors for place in actor.mentions]
    for statement in reading.statements:
        links = [link.span for link in (statement.source, *statement.via) if link]
        found += [*statement.cue, *statement.content, *links]
    return found


def _first(reading: Reading, number: int) -> int:
    statement = reading.statements[number]
    spans = [*statement.cue, *statement.content] + ([statement.source.span] if statement.source else [])
    return min(place.start for place in spans)


def _ends(identifier: str, parents: dict[str, str | None]) -> None:
    seen = set()
    above: str | None = identifier
    while above is not None:
        assert above not in seen
        seen.add(above)
        above = parents[above]
