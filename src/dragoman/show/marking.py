"""Paragraphs → pieces: their text parted wherever a source, a cue or a content begins or ends."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import Paragraph, Reading, Span, Statement
from dragoman.show.findings import sections
from dragoman.show.plain import one_line, safe

_SILENT = frozenset({"act", "place", "pact", "stance", "belonging", "forecast", "name"})
"""Marks without a number of their own in the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks.

    ``classes`` are CSS classes (source, cue, content, via, nested, act), ``target`` the card it leads to,
    ``numbers`` those of the statements whose content begins here, ``anchors`` the other findings that begin
    here, ``label`` what the marks mean. ``start`` is where it begins in the text, ``cards`` are the findings
    over it, the one with the fewest characters first.
    """

    text: str
    classes: str
    target: str | None
    numbers: tuple[str, ...]
    label: str | None
    anchors: tuple[str, ...] = ()
    start: int = 0
    cards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span: its role (source, cue, content, …), the id of the finding it leads to, what it means.

    ``first`` says whether the finding begins here.
    """

    span: Span
    role: str
    card: str
    label: str
    first: bool


def home(paragraphs: Sequence[Paragraph], position: int) -> int:
    """Return the index of the paragraph that a position lies in, or else of the one before it (or 0)."""
    return max(0, bisect.bisect_right(paragraphs, position, key=lambda p: p.span.start) - 1)


def marked(reading: Reading, prefix: str) -> list[tuple[Piece, ...]]:
    """Return the pieces of each paragraph, statements and what happened marked."""
    return parted(reading, (*marks_of(reading.statements), *_places(reading)), prefix)


def parted(reading: Reading, marks: Iterable[Mark], prefix: str) -> list[tuple[Piece, ...]]:
    """Return the pieces of each paragraph under some marks; joined, their texts are the paragraph's text.

    Cards are called ``prefix-s1``, or ``s1`` where the prefix is empty.
    """
    paragraphs = reading.article.paragraphs
    inside: list[list[Mark]] = [[] for _ in paragraphs]
    for mark in marks if paragraphs else ():
        for number in range(home(paragraphs, mark.span.start), home(paragraphs, mark.span.end - 1) + 1):
            if mark.span.overlaps(paragraphs[number].span):
                inside[number].append(mark)
    return [_pieces(reading.text, p.span, marks, prefix) for p, marks in zip(paragraphs, inside, strict=True)]


def _pieces(text: str, paragraph: Span, marks: Sequence[Mark], prefix: str) -> tuple[Piece, ...]:
    """Sweep over the edges of the marks; only those open at an edge are looked at."""
    edges = {paragraph.start, paragraph.end}
    for mark in marks:
        edges |= {max(mark.span.start, paragraph.start), min(mark.span.end, paragraph.end)}
    waiting = sorted(marks, key=lambda mark: mark.span.start, reverse=True)
    over: list[Mark] = []
    pieces = []
    for start, end in itertools.pairwise(sorted(edges)):
        over = [mark for mark in over if mark.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            over.append(waiting.pop())
        pieces.append(_piece(safe(text[start:end]), start, over, prefix))
    return tuple(pieces)


def marks_of(statements: Sequence[Statement]) -> Iterable[Mark]:
    """Yield the marks of statements: source, chain, cue and content."""
    for statement in statements:
        named = f"of statement {statement.id[1:]}"
        if statement.source:
            yield Mark(statement.source.span, "source", statement.id, f"source {named}", False)
        for link in statement.via:
            yield Mark(link.span, "via", statement.id, f"via {named}", False)
        for span in statement.cue:
            yield Mark(span, "cue", statement.id, f"cue {named}", False)
        for number, span in enumerate(statement.content):
            yield Mark(span, "content", statement.id, f"content {named}", number == 0)


def _places(reading: Reading) -> Iterable[Mark]:
    """Mark the words that tell of events; of every other finding only the place where it begins."""
    for section in sections(reading):
        for finding in section.findings:
            told = "act" if section.marked else "place"
            span = finding.span if section.marked else Span(finding.span.start, finding.span.start + 1)
            yield Mark(span, told, finding.id, finding.label, True)


def _piece(text: str, start: int, over: Sequence[Mark], prefix: str) -> Piece:
    if not over:
        return Piece(text, "", None, (), None, start=start)
    seen = [mark for mark in over if mark.role != "place"]
    fresh = [mark for mark in over if mark.first and mark.span.start == start]
    anchors = tuple(mark.card for mark in fresh if mark.role in _SILENT)
    if not seen:
        return Piece(text, "", None, (), None, anchors, start)
    inwards = sorted(seen, key=lambda mark: (mark.span.end - mark.span.start, mark.role))
    inner = inwards[0]
    roles = {mark.role for mark in seen}
    if sum(mark.role == "content" for mark in over) > 1:
        roles.add("nested")
    numbers = tuple(mark.card[1:] for mark in fresh if mark.role not in _SILENT)
    target = f"{prefix}-{inner.card}" if prefix else inner.card
    cards = tuple(dict.fromkeys(mark.card for mark in inwards))
    return Piece(
        text, " ".join(sorted(roles)), target, numbers, inner.label, anchors, start, cards
    )  # fmt: skip


def quoted(reading: Reading, spans: Sequence[Span]) -> str:
    """Return the words of some spans on one line, parts joined by an ellipsis."""
    return " … ".join(one_line(span.of(reading.text)) for span in spans)
