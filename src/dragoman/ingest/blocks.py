"""Finds the paragraphs of a text, whatever way they are parted.

Three layouts occur in copied text: blank lines between paragraphs; one line a paragraph; and lines
wrapped at a fixed width, as in mail and old archives, with or without blank lines. A span covers a
paragraph from its first to its last visible character and may run over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.ingest.characters import STRIPPED
from dragoman.ingest.normalise import normalise
from dragoman.records import Span

_FORM_LENGTH = 2_000
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40
_FINAL = re.compile(r"[.!?:;…][\"”’')\]*»]*$")
_BLANKS = re.compile(r"\s+")
_MARKDOWN_HEADING = re.compile(r"#{1,6} +(?=\S)")
_MARKDOWN_BOLD = re.compile(r"\*\*([^*\s][^*\n]{0,200})\*\*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's span and its form: at most 2,000 characters, cleaned, on one line."""

    span: Span
    form: str
    marked_heading: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line's visible characters; ``indent`` counts the blanks before them."""

    start: int
    end: int
    indent: int
    first_word: int
    """Length of its first word."""
    text: str
    """At most the first and last hundred characters of the line, enough to judge it by."""

    @property
    def width(self) -> int:
        """Characters from the first to the last visible one."""
        return self.end - self.start

    @property
    def is_final(self) -> bool:
        """Say whether the line ends as sentences end."""
        return _FINAL.search(self.text) is not None

    @property
    def continues(self) -> bool:
        """Say whether the line begins in the midst of a sentence."""
        return self.text[:1].islower()


def find_blocks(text: str, start: int = 0, one_line_each: bool = False) -> list[Block]:
    """Return the paragraphs of ``text[start:]``; ``one_line_each`` where the layout is known."""
    groups = _groups(text, start)
    width = None if one_line_each else _wrap_width(groups)
    blocks: list[Block] = []
    for group in groups:
        first = 0
        for index in range(1, len(group) + 1):
            if index == len(group) or _parts(group[index - 1], group[index], width, one_line_each):
                blocks.append(_block(text, group[first].start, group[index - 1].end))
                first = index
    return [block for block in blocks if block.form]


def _groups(text: str, start: int) -> list[list[Line]]:
    """Return the runs of lines that no blank line parts."""
    groups: list[list[Line]] = [[]]
    position = start
    for raw in text[start:].splitlines(keepends=True):
        left = len(raw) - len(raw.lstrip(STRIPPED))
        body = raw.strip(STRIPPED)
        if body:
            begin = position + left
            shown = body if len(body) <= 200 else body[:100] + body[-100:]
            word = len(shown.split(None, 1)[0])
            groups[-1].append(Line(begin, begin + len(body), left, word, shown))
        elif groups[-1]:
            groups.append([])
        position += len(raw)
    return [group for group in groups if group]


def _wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """Return the width at which the text is wrapped, None where lines end where paragraphs do."""
    pairs = [pair for group in groups for pair in pairwise(group)]
    if not pairs:
        return None
    width = max(line.width for group in groups if len(group) > 1 for line in group)
    if width > _WIDEST_WRAP or width < _NARROWEST_WRAP:
        return None
    full = [pair for pair in pairs if _is_full(pair[0], pair[1], width)]
    torn = [one for one, _ in full if not one.is_final]
    running = any(two.continues for _, two in full)
    return width if running and len(torn) * 2 > len(full) and len(full) * 2 >= len(pairs) else None


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Say whether the next line's first word would not have fitted on this line (some slack)."""
    return line.width + 1 + following.first_word > width - 4


def _parts(line: Line, following: Line, width: int | None, one_line_each: bool) -> bool:
    """Say whether a paragraph ends between two lines that follow one another."""
    if one_line_each:
        return True
    if width is None:
        return line.is_final or not following.continues
    if _is_full(line, following, width):
        return line.is_final and following.indent >= line.indent + 2
    return not following.continues


def _block(text: str, start: int, end: int) -> Block:
    """Build a block, leaving Markdown's heading marks outside its span."""
    mark = _MARKDOWN_HEADING.match(text, start, end)
    start = mark.end() if mark else start
    bold = _MARKDOWN_BOLD.fullmatch(text, start, end) if end - start < _FORM_LENGTH else None
    if bold:
        mark, (start, end) = bold, bold.span(1)
    form = _BLANKS.sub(" ", normalise(text[start : min(end, start + _FORM_LENGTH)])).strip()
    return Block(Span(start, end), form, mark is not None)
