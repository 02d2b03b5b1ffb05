"""A reading → the cards beside its text: one for each finding, in text order, with all that a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records import Reading, Statement
from dragoman.show.findings import UNSURE, Finding, sections
from dragoman.show.marking import quoted
from dragoman.show.plain import one_line

LETTERS = {
    "s": "statements", "e": "events", "g": "agreements", "p": "positions", "m": "memberships",
    "f": "forecasts",
}  # fmt: skip
"""The layer of a card by its letter; figures and dates have no cards."""


@dataclass(frozen=True, slots=True)
class Card:
    """One finding beside the text; ``start`` and ``end`` are its characters, ``id`` is local to the article.

    ``source``, ``via`` and ``who`` are names; ``source_actor`` and ``via_actors`` the same as local ids
    (nearest first in a chain). ``said`` is the statement that a finding stands in, ``depth`` how many
    statements are around a statement. ``corrected`` are the numbers of its corrections.
    """

    id: str
    layer: str
    label: str
    start: int
    end: int
    who: str
    words: str
    notes: tuple[str, ...]
    said: str | None
    source: str | None
    source_actor: str | None
    via: tuple[str, ...]
    via_actors: tuple[str, ...]
    cue: str
    form: str | None
    depth: int
    confidence: float | None
    corrected: tuple[int, ...] = ()


def cards_of(reading: Reading, corrected: dict[str, tuple[int, ...]]) -> tuple[Card, ...]:
    """Return the cards of a reading; ``corrected`` are the corrections' numbers by findings' local ids."""
    made = [*_statements(reading, corrected), *_others(reading, corrected)]
    return tuple(sorted(made, key=lambda card: (card.start, -card.end, card.id)))


def _statements(reading: Reading, corrected: dict[str, tuple[int, ...]]) -> Iterator[Card]:
    parents = {statement.id: statement.parent for statement in reading.statements}
    for one in reading.statements:
        source = one.source.actor if one.source else None
        yield Card(
            one.id, "statements", "statement", one.content[0].start, one.content[-1].end, "",
            quoted(reading, one.content), _notes(one), one.parent, _name(reading, source), source,
            tuple(one_line(reading.actor(link.actor).name) for link in one.via),
            tuple(link.actor for link in one.via), quoted(reading, one.cue), one.form,
            _depth(one.id, parents), one.confidence, corrected.get(one.id, ()),
        )  # fmt: skip


def _notes(one: Statement) -> tuple[str, ...]:
    notes = [] if one.force == "assertion" else [str(one.force)]
    notes += ["rejects"] if one.polarity == "rejects" else []
    return (*notes, *([f"unsure {one.confidence:.2f}"] if one.confidence < UNSURE else []))


def _depth(identifier: str, parents: dict[str, str | None]) -> int:
    """Count the statements around one, as far as cards are indented."""
    depth, above = 0, parents[identifier]
    while above is not None and depth < 3:
        depth, above = depth + 1, parents.get(above)
    return depth


def _others(reading: Reading, corrected: dict[str, tuple[int, ...]]) -> Iterator[Card]:
    for section in sections(reading, grouped=False):
        for one in section.findings:
            if one.id[0] in LETTERS:
                yield _card(one, corrected.get(one.id, ()))


def _card(one: Finding, corrected: tuple[int, ...]) -> Card:
    return Card(
        one.id, LETTERS[one.id[0]], one.label, one.span.start, one.span.end, one.who, one.words, one.notes,
        one.said, one.source, None, (), (), "", None, 0, None, corrected,
    )  # fmt: skip


def _name(reading: Reading, actor: str | None) -> str | None:
    return one_line(reading.actor(actor).name) if actor else None
