"""Finds the words of a page's extracted text in the page's source.

Both are compared without blanks, the source without its tags, scripts and comments and with its
entities decoded. Paragraphs are looked up in order; one that extraction changed is looked up piece
by piece; what cannot be found stays unmapped rather than guessed.
"""

from __future__ import annotations

import bisect
import html
import re
from dataclasses import dataclass

from dragoman.ingest.offsets import MapBuilder
from dragoman.records import OffsetMap

_SKIPPED = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)|<[a-zA-Z/!?][^>]*>",
    re.I | re.S,
)
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_WORDS = re.compile(r"\S+")
_PIECE_WORDS = 6
_EFFORT = 40
"""How many times the length of the source may be searched through in all."""


@dataclass(slots=True)
class Stream:
    """A text's visible characters in runs: ``starts[i]`` in the stream is ``places[i]`` in the text."""

    text: str
    starts: list[int]
    places: list[int]
    ends: dict[int, int]
    """For the last character that an entity stands for: where the entity ends in the text."""

    def place(self, position: int) -> int:
        """Return where a character of the stream stands in the text."""
        run = bisect.bisect_right(self.starts, position) - 1
        return self.places[run] + position - self.starts[run]


def align(text: str, source: str) -> OffsetMap:
    """Return the map from ``text``, taken from a page, to the page's ``source``."""
    stream = _visible(source)
    built, position, effort = MapBuilder(), 0, _EFFORT * len(stream.text)
    for line in re.finditer(r"[^\n]+", text):
        packed, places = _packed(text, line.start(), line.end())
        if not packed or effort <= 0:
            continue
        found = stream.text.find(packed, position)
        effort -= (found if found >= 0 else len(stream.text)) - position
        if found >= 0:
            _add(built, stream, found, places)
            position = found + len(packed)
            continue
        position, spent = _align_pieces(built, stream, text, line.span(), position)
        effort -= spent
    return built.built()


def _align_pieces(
    built: MapBuilder, stream: Stream, text: str, span: tuple[int, int], position: int
) -> tuple[int, int]:
    """Look a line up in pieces of a few words, near one another; return the new position and the cost."""
    words = list(_WORDS.finditer(text, *span))
    reach = 4 * (span[1] - span[0]) + 2_000
    spent, anchored = 0, False
    for first in range(0, len(words), _PIECE_WORDS):
        piece = words[first : first + _PIECE_WORDS]
        packed, places = _packed(text, piece[0].start(), piece[-1].end())
        limit = position + reach if anchored else len(stream.text)
        found = stream.text.find(packed, position, limit)
        spent += min(limit, len(stream.text)) - position if found < 0 else found - position
        if found >= 0 and len(packed) >= 4:
            _add(built, stream, found, places)
            position, anchored = found + len(packed), True
        elif not anchored and first >= 4 * _PIECE_WORDS:
            break
    return position, spent


def _add(built: MapBuilder, stream: Stream, found: int, places: list[int]) -> None:
    """Add the runs of one stretch that was found."""
    for offset, place in enumerate(places):
        built.add(place, stream.place(found + offset), 1)
        if found + offset in stream.ends:
            built.close(place + 1, stream.ends[found + offset])


def _packed(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Return the stretch without blanks, and where each of its characters stands."""
    places = [index for index in range(start, end) if not text[index].isspace()]
    return "".join(text[index] for index in places), places


def _visible(source: str) -> Stream:
    """Return the characters that a page shows, without blanks."""
    parts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    ends: dict[int, int] = {}
    length, position = 0, 0

    def take(end: int) -> None:
        nonlocal length
        for word in re.compile(r"[^\s&]+|&").finditer(source, position, end):
            starts.append(length)
            places.append(word.start())
            parts.append(word.group())
            length += len(word.group())

    for hidden in re.compile(f"{_ENTITY.pattern}|{_SKIPPED.pattern}", re.I | re.S).finditer(source):
        take(hidden.start())
        position = hidden.end()
        if source[hidden.start()] == "&":
            shown = html.unescape(hidden.group())
            if not shown.isspace() and len(shown) <= position - hidden.start():
                starts.append(length)
                places.append(hidden.start())
                parts.append(shown)
                length += len(shown)
                ends[length - 1] = position
    take(len(source))
    return Stream("".join(parts), starts, places, ends)
