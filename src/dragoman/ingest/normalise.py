"""Cleans the characters of a text, once, and keeps the way back.

What changes: composed letters (Unicode NFC), line ends to ``\\n``, other spaces to the plain space,
blanks around line ends dropped, invisible characters dropped, halves of surrogate pairs replaced by
U+FFFD. What stays: everything a reader sees, marks and double spaces included.
"""

from __future__ import annotations

import re
import unicodedata

from dragoman.ingest.characters import INVISIBLE, LINE_ENDS, SPACES
from dragoman.ingest.offsets import MapBuilder

_BLANK = f"[ \t{re.escape(SPACES)}{re.escape(INVISIBLE)}]"
# The look-behind and the possessive star keep a line of a million blanks from taking quadratic time.
_BREAK = f"(?<!{_BLANK}){_BLANK}*+[{re.escape(LINE_ENDS)}][ \t{re.escape(SPACES + INVISIBLE + LINE_ENDS)}]*"
_LONGEST_CLUSTER = 30
"""Marks on one letter that are still composed (UAX 15, stream-safe text): more is an attack, whose
canonical ordering takes quadratic time."""


def normalise_into(text: str, start: int, end: int, built: MapBuilder, clean: int) -> str:
    """Return ``text[start:end]`` cleaned, its runs added to ``built`` from offset ``clean`` on."""
    pieces: list[str] = []
    position = start
    for found in _changes(text, start, end):
        if found.start() > position:
            built.add(clean, position, found.start() - position)
            pieces.append(text[position : found.start()])
            clean += found.start() - position
        position = found.end()
        new = _replacement(found)
        built.add(clean, found.start(), min(len(new), position - found.start()))
        pieces.append(new)
        clean += len(new)
    built.add(clean, position, end - position)
    built.close(clean + end - position, end)
    pieces.append(text[position:end])
    return "".join(pieces)


def normalise(text: str) -> str:
    """Return ``text`` cleaned, without the map."""
    return normalise_into(text, 0, len(text), MapBuilder(), 0)


def _changes(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Find the places to change, in order: the alternatives hold only what this text contains."""
    present = set(text[start:end])
    marks = "".join(sorted(char for char in present if _composes(char)))
    single = "".join(sorted(c for c in present if unicodedata.normalize("NFC", c) != c and c not in marks))
    parts = [f"(?P<line>{_BREAK})"] if present & set(LINE_ENDS) else []
    if marks:
        # The base is taken in only where it can be composed with: never a line end or a blank.
        base = f"[^\\s{re.escape(marks + INVISIBLE + SPACES)}]"
        parts.append(f"(?P<cluster>{base}?[{re.escape(marks)}]{{1,{_LONGEST_CLUSTER}}})")
    if present & set(SPACES):
        parts.append(f"(?P<space>[{re.escape(SPACES)}])")
    if present & set(INVISIBLE):
        parts.append(f"(?P<gone>[{re.escape(INVISIBLE)}]+)")
    if single:
        parts.append(f"(?P<single>[{re.escape(single)}])")
    if any("\ud800" <= char <= "\udfff" for char in present):
        parts.append("(?P<half>[\ud800-\udfff])")
    return list(re.compile("|".join(parts)).finditer(text, start, end)) if parts else []


def _composes(char: str) -> bool:
    """Say whether a character may join the one before it: a mark, or a medial or final Hangul jamo."""
    return unicodedata.category(char).startswith("M") or "\u1160" <= char <= "\u11ff"


def _replacement(found: re.Match[str]) -> str:
    """Return what stands in the cleaned text in place of one change."""
    if found.lastgroup == "line":
        return "\n"
    if found.lastgroup == "space":
        return " "
    if found.lastgroup == "half":
        return "\ufffd"
    if found.lastgroup == "gone":
        return ""
    return unicodedata.normalize("NFC", found.group())
