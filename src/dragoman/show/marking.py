"""Paragraphs → pieces: their text parted wherever a source, a cue or a content begins or ends."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import Paragraph, Reading, Span, Statement
from dragoman.show.plain import one_line, safe


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks.

    ``classes`` are CSS classes (source, cue, content, via, nested), ``target`` the card it leads to,
    ``numbers`` those of the statements whose content begins here, ``label`` what the marks mean.
    """

    text: str
    classes: str
    target: str | None
    numbers: tuple[str, ...]
    label: str | None


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    role: str
    statement: Statement
    first: bool


def home(paragraphs: Sequence[Paragraph], position: int) -> int:
    """Return the index of the paragraph that a position lies in, or else of the one before it (or 0)."""
    return max(0, bisect.bisect_right(paragraphs, position, key=lambda p: p.span.start) - 1)


def marked(reading: Reading, prefix: str) -> list[tuple[Piece, ...]]:
    """Return the pieces of each paragraph; joined, the texts of its pieces are the paragraph's text."""
    paragraphs = reading.article.paragraphs
    inside: list[list[_Mark]] = [[] for _ in paragraphs]
    for mark in _marks(reading.statements) if paragraphs else ():
        for number in range(home(paragraphs, mark.span.start), home(paragraphs, mark.span.end - 1) + 1):
            if mark.span.overlaps(paragraphs[number].span):
                inside[number].append(mark)
    return [_pieces(reading.text, p.span, marks, prefix) for p, marks in zip(paragraphs, inside, strict=True)]


def _pieces(text: str, paragraph: Span, marks: Sequence[_Mark], prefix: str) -> tuple[Piece, ...]:
    """Sweep over the edges of the marks; only those open at an edge are looked at."""
    edges = {paragraph.start, paragraph.end}
    for mark in marks:
        edges |= {max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end)}
    waiting = sorted(marks, key=lambda mark: mark.span.start, reverse=True)
    over: list[_Mark] = []
    pieces = []
    for start, end in itertools.pairwise(sorted(edges)):
        over = [mark for mark in over if mark.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            over.append(waiting.pop())
        pieces.append(_piece(safe(text[start:end]), start, over, prefix))
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
        return Piece(text, "", None, (), None)
    inner = min(over, key=lambda mark: (mark.span.end - mark.span.start, mark.role))
    roles = {mark.role for mark in over}
    if sum(mark.role == "content" for mark in over) > 1:
        roles.add("nested")
    numbers = tuple(mark.statement.id[1:] for mark in over if mark.first and mark.span.start == start)
    label = f"{inner.role} of statement {inner.statement.id[1:]}"
    return Piece(text, " ".join(sorted(roles)), f"{prefix}-{inner.statement.id}", numbers, label)


def quoted(reading: Reading, spans: Sequence[Span]) -> str:
    """Return the words of some spans on one line, parts joined by an ellipsis."""
    return " … ".join(one_line(span.of(reading.text)) for span in spans)
