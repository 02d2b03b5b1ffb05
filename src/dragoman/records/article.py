"""The article: a text, its paragraphs and what is known about where it was published."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.records.span import Span

ParagraphKind = Literal["title", "heading", "body", "note", "furniture"]
UNREAD: frozenset[ParagraphKind] = frozenset({"note", "furniture"})
"""Kinds of paragraphs in which nothing is looked for but what a note expands."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text. Notes and furniture are kept in view but not read for statements."""

    span: Span
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a note or an apposition in brackets says a short form stands for.

    ``short`` ("EEU") and ``long`` ("Eurasian Economic Union") are spans of the article's text.
    """

    short: Span
    long: Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A monotone map from the cleaned text back to the original characters.

    ``clean[i]`` is where the i-th run begins in the cleaned text, ``original[i]`` where the same run
    begins in the original, ``lengths[i]`` how many characters the two share.
    """

    clean: tuple[int, ...]
    original: tuple[int, ...]
    lengths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text ready to be read, with offsets that never change again."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    publication: str | None = None
    author: str | None = None
    published: date | None = None
    language: str = "en"
    url: str | None = None
    expansions: tuple[Expansion, ...] = ()
    origin: str | None = None
    offsets: OffsetMap | None = field(default=None, repr=False)

    def is_read(self, paragraph: int) -> bool:
        """Say whether findings are looked for in a paragraph, by its index; a strange one is read."""
        return paragraph >= len(self.paragraphs) or self.paragraphs[paragraph].kind not in UNREAD
