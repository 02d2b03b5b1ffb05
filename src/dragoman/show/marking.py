"""Paragraphs → pieces: their text parted wherever a source, a cue or a content begins or ends."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import Paragraph, Reading, Span, Statement
from dragoman.show.findings import sections
from dragoman.show.plain import one_line, safe

_SILENT = frozenset({"act", "place"})
"""Marks without a number of their own in the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks.

    ``classes`` are CSS classes (source, cue, content, via, nested, act), ``target`` the card it leads to,
    ``numbers`` those of the statements whose content begins here, ``anchors`` the other findings that begin
    here, ``label`` what the marks mean.
    """

    text: str
    classes: str
    target: str | None
    numbers: tuple[str, ...]
    label: str | None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A marked span; ``card`` is the id of the finding it leads to, ``first`` whether that begins here."""

    span: Span
    role: str
    card: str
    label: str
    first: bool


def home(paragraphs: Sequence[Paragraph], position: int) -> int:
    """Return the index of the paragraph that a position lies in, or else of the one before it (or 0)."""
    return max(0, bisect.bisect_right(paragraphs, position, key=lambda p: p.span.start) - 1)


def marked(reading: Reading, prefix: str) -> list[tuple[Piece, ...]]:
    """Return the pieces of each paragraph; joined, the texts of its pieces are the paragraph's text."""
    paragraphs = reading.article.paragraphs
    inside: list[list[_Mark]] = [[] for _ in paragraphs]
    for mark in (*_marks(reading.statements), *_places(reading)) if paragraphs else ():
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
        named = f"of statement {statement.id[1:]}"
        if statement.source:
            yield _Mark(statement.source.span, "source", statement.id, f"source {named}", False)
        for link in statement.via:
            yield _Mark(link.span, "via", statement.id, f"via {named}", False)
        for span in statement.cue:
            yield _Mark(span, "cue", statement.id, f"cue {named}", False)
        for number, span in enumerate(statement.content):
            yield _Mark(span, "content", statement.id, f"content {named}", number == 0)


def _places(reading: Reading) -> Iterable[_Mark]:
    """Mark the words that tell of events; of every other finding only the place where it begins."""
    for section in sections(reading):
        for finding in section.findings:
            told = "act" if section.marked else "place"
            span = finding.span if section.marked else Span(finding.span.start, finding.span.start + 1)
            yield _Mark(span, told, finding.id, finding.label, True)


def _piece(text: str, start: int, over: Sequence[_Mark], prefix: str) -> Piece:
    if not over:
        return Piece(text, "", None, (), None)
    seen = [mark for mark in over if mark.role != "place"]
    anchors = tuple(mark.card for mark in over if mark.role in _SILENT and mark.span.start == start)
    if not seen:
        return Piece(text, "", None, (), None, anchors)
    inner = min(seen, key=lambda mark: (mark.span.end - mark.span.start, mark.role))
    roles = {mark.role for mark in seen}
    if sum(mark.role == "content" for mark in over) > 1:
        roles.add("nested")
    begins = [mark for mark in over if mark.first and mark.span.start == start]
    numbers = tuple(mark.card[1:] for mark in begins if mark.role not in _SILENT)
    return Piece(text, " ".join(sorted(roles)), f"{prefix}-{inner.card}", numbers, inner.label, anchors)


def quoted(reading: Reading, spans: Sequence[Span]) -> str:
    """Return the words of some spans on one line, parts joined by an ellipsis."""
    return " … ".join(one_line(span.of(reading.text)) for span in spans)
