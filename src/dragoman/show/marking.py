"""A paragraph → pieces: its text parted wherever a source, a cue or a content begins or ends."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import Reading, Span, Statement
from dragoman.show.plain import one_line, safe


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks.

    ``classes`` are CSS classes (source, cue, content, via, nested), ``target`` the card it leads to,
    ``number`` the statement's number where its content begins here, ``label`` what the marks mean.
    """

    text: str
    classes: str
    target: str | None
    number: str | None
    anchor: str | None
    label: str | None


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    role: str
    statement: Statement
    first: bool


def marked(reading: Reading, prefix: str, paragraph: Span) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph; joined, their texts are the paragraph's text."""
    marks = [mark for mark in _marks(reading.statements) if mark.span.overlaps(paragraph)]
    edges = {paragraph.start, paragraph.end}
    for mark in marks:
        edges |= {max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end)}
    points = sorted(edges)
    pieces = []
    for start, end in itertools.pairwise(points):
        over = [mark for mark in marks if mark.span.contains(Span(start, end))]
        pieces.append(_piece(safe(reading.text[start:end]), start, over, prefix))
    return tuple(pieces)


def _marks(statements: Sequence[Statement]) -> Iterable[_Mark]:
    for statement in statements:
        if statement.source:
            yield _Mark(statement.source.span, "source", statement, False)
        for link in statement.via:
            yield _Mark(link.span, "via", statement, False)
        for span in statement.cue:
            yield _Mark(span, "cue", statement, False)
        for number, span in enumerate(statement.content):
            yield _Mark(span, "content", statement, number == 0)


def _piece(text: str, start: int, over: Sequence[_Mark], prefix: str) -> Piece:
    if not over:
        return Piece(text, "", None, None, None, None)
    inner = min(over, key=lambda mark: (mark.span.end - mark.span.start, mark.role))
    roles = {mark.role for mark in over}
    if sum(mark.role == "content" for mark in over) > 1:
        roles.add("nested")
    begins = [mark for mark in over if mark.first and mark.span.start == start]
    number = " ".join(mark.statement.id[1:] for mark in begins) or None
    label = f"{inner.role} of statement {inner.statement.id[1:]}"
    anchor = f"{prefix}-t{begins[0].statement.id[1:]}" if begins else None
    return Piece(text, " ".join(sorted(roles)), f"{prefix}-{inner.statement.id}", number, anchor, label)


def quoted(reading: Reading, spans: Sequence[Span]) -> str:
    """Return the words of some spans on one line, parts joined by an ellipsis."""
    return " … ".join(one_line(span.of(reading.text)) for span in spans)
