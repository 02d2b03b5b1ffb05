"""Reads one paragraph's quotation marks: which characters open, which close, which are apostrophes.

A mark's own shape counts for little (typography breaks: ’…’ around a heading, “ for a closing mark);
what stands to its left and right counts for more, and what is still open decides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "angle"]
Turn = Literal["open", "close", "either"]

MARK = re.compile(r"``|''|‘‘|’’|‘’|[\"“”„‟'‘’‚‛`«»‹›]")
_FAMILY: dict[str, Family] = {
    **dict.fromkeys(["``", "''", "‘‘", "’’", "‘’", '"', "“", "”", "„", "‟"], "double"),
    **dict.fromkeys(["'", "‘", "’", "‚", "‛", "`"], "single"),
    **dict.fromkeys("«»‹›", "angle"),
}
_OPENING = frozenset("“„‟‘‚‛`«‹") | {"``", "‘‘"}
_CLOSING = frozenset("”»›") | {"’’"}
_LEFT_BOUND = frozenset("([{<—–-/…*=")
_RIGHT_BOUND = frozenset(".,;:!?)]}>—–-/…*")
_STOPS = frozenset(".,!?;…")
# Words that lost their first letters: "’em", "’til", "rock ’n’ roll", and years ("’90s", "’15").
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|cuz|neath|ere|\d{2}s?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at ``[start, end)``; ``weak`` where it may as well be an apostrophe."""

    start: int
    end: int
    family: Family
    turn: Turn
    weak: bool = False
    directed: bool = True


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the quotation marks of ``text[start:end]`` in order, apostrophes left out."""
    for match in MARK.finditer(text, start, end):
        char, at, to = match.group(), match.start(), match.end()
        left = text[at - 1] if at > start else " "
        right = text[to] if to < end else " "
        if char in {"«", "»", "‹", "›"} and _is_bullet(char, at, start, right):
            continue
        family = _FAMILY[char]
        mark = (
            _single(char, at, text, left, right) if family == "single" else _double(char, at, to, left, right)
        )
        if mark is not None:
            yield mark


def _is_bullet(char: str, at: int, start: int, right: str) -> bool:
    """Say whether an angle mark only begins a list item, as copied pages have them."""
    return at == start and right.isspace() and char in "»›"


def _bounds(left: str, right: str) -> tuple[bool, bool]:
    """Say whether a mark between two characters could open, and whether it could close."""
    leads = left.isspace() or left in _LEFT_BOUND or left in _FAMILY
    trails = right.isspace() or right in _RIGHT_BOUND or right in _FAMILY
    return leads and not right.isspace(), trails and not left.isspace()


def _double(char: str, at: int, to: int, left: str, right: str) -> Mark:
    """Read a double or an angle mark: neighbours first, then the mark's own direction."""
    opens, closes = _bounds(left, right)
    directed = char in _OPENING or char in _CLOSING
    turn: Turn = "either"
    if opens != closes:
        turn = "open" if opens else "close"
    elif char in _OPENING:
        turn = "open"
    elif char in _CLOSING or (left in _STOPS and not opens):
        turn = "close"
    weak = not directed and left.isdigit() and turn == "close"
    return Mark(at, to, _FAMILY[char], turn, weak, directed)


def _single(char: str, at: int, text: str, left: str, right: str) -> Mark | None:
    """Read a single mark, or None for an apostrophe inside or at the front of a word."""
    if left.isalnum() and right.isalnum():
        return None
    opens, closes = _bounds(left, right)
    if (opens and not closes) or (char in {"‘", "‚", "‛", "`"} and opens):
        if _ELISION.match(text, at + 1) or not (right.isalnum() or right in _FAMILY or right in "[(…$€£"):
            return None
        return Mark(at, at + 1, "single", "open", not _looks_strong(char, right), char in _OPENING)
    if not closes:
        return None
    word = text[max(0, at - 3) : at].lower()
    bare = right.isspace() and left.isalnum()
    weak = bare and (word.endswith("s") or word.endswith("in"))
    return Mark(at, at + 1, "single", "close", weak)


def _looks_strong(char: str, right: str) -> bool:
    """Say whether an opening single mark is one even if nothing closes it: ‘ before a capital."""
    return char in {"‘", "‚"} and (right.isupper() or right == "[")
