"""Lines on pages → running text: heads and page numbers out, hyphens mended, paragraphs found.

What is decided from the place of a line on its page is decided from nothing else, and a map leads
back from each character to the pages' own text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from dragoman.ingest.offsets import MapBuilder
from dragoman.records import OffsetMap

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?[\W_]*", re.I
)
_FINAL = re.compile(r"[.!?:;…][\"”’')\]*»]*$")
_BULLET = re.compile(r"(?:[-–—•▪◦·*+]|\d{1,2}[.)])\s")
_LAST_WORD = re.compile(r"[^\W_]+$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_MARGIN_LINES = 2
"""So many lines at the top and at the foot of a page may be running heads."""
_REPEATED = 0.4
"""A running head stands on this share of the pages at least (left and right pages may differ)."""


class Line(NamedTuple):
    """A line of a page: places in points, the baseline counted from the foot; see ``pdf_worker``."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    hyphen: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its page's number and its offset in the pages' own text."""

    line: Line
    page: int
    start: int

    @property
    def breaks_word(self) -> bool:
        """Say whether the line ends in a hyphen after a letter."""
        return bool(self.line.hyphen or re.search(r"[^\W\d_]-$", self.line.text))


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text, a line a paragraph, and the map to the pages' own text.

    That text has a line a line, with the hyphen at its end where it had one, and a form feed between pages.
    """

    text: str
    offsets: OffsetMap


def flowed(pages: Sequence[Sequence[Line]]) -> Flow:
    """Return the running text of ``pages``."""
    placed: list[Placed] = []
    position = 0
    for number, page in enumerate(pages):
        for line in page:
            placed.append(Placed(line, number, position))
            position += len(line.text) + line.hyphen + 1
        position += not page
    kept = _without_furniture(placed, pages)
    return _joined(kept, _typical_gap(kept), _column_ends(kept))


def _without_furniture(placed: Sequence[Placed], pages: Sequence[Sequence[Line]]) -> list[Placed]:
    """Leave out page numbers and the heads and feet that pages repeat."""
    margins: list[frozenset[float]] = []
    for page in pages:
        heights = sorted({round(line.baseline) for line in page})
        margins.append(frozenset([*heights[:_MARGIN_LINES], *heights[-_MARGIN_LINES:]]))
    at_margin = [one for one in placed if round(one.line.baseline) in margins[one.page]]
    counts = Counter(key for key, _ in {(_head_of(one.line.text), one.page) for one in at_margin})
    enough = max(2.0, _REPEATED * len(pages))
    gone = {
        one.start
        for one in at_margin
        if counts[_head_of(one.line.text)] >= enough or _PAGE_NUMBER.fullmatch(one.line.text)
    }
    return [one for one in placed if one.start not in gone]


def _head_of(text: str) -> str:
    """Return a line as running heads are compared: its figures change from page to page."""
    return re.sub(r"\d+", "#", text.casefold())


def _typical_gap(lines: Sequence[Placed]) -> float:
    """Return the usual distance between two baselines, in points."""
    gaps = [a.line.baseline - b.line.baseline for a, b in pairwise(lines) if a.page == b.page]
    gaps = [gap for gap in gaps if gap > 1]
    return median(gaps) if gaps else 0.0


def _column_ends(lines: Sequence[Placed]) -> dict[tuple[int, int], float]:
    """Return where the lines that begin at one place of a page end at most."""
    ends: dict[tuple[int, int], float] = {}
    for one in lines:
        for place in _columns(one):
            ends[place] = max(ends.get(place, 0.0), one.line.right)
    return ends


def _columns(one: Placed) -> tuple[tuple[int, int], ...]:
    """Return the stretches of its page's width that a line may be said to begin in."""
    stretch = int(one.line.left // 30)
    return (one.page, stretch - 1), (one.page, stretch), (one.page, stretch + 1)


def _parts(one: Placed, two: Placed, gap: float, ends: dict[tuple[int, int], float]) -> bool:
    """Say whether a paragraph ends between two lines that follow one another."""
    a, b = one.line, two.line
    if one.breaks_word and b.text[:1].isalnum():
        return False
    if abs(a.size - b.size) > 0.07 * max(a.size, b.size) or _BULLET.match(b.text):
        return True
    is_final = _FINAL.search(a.text) is not None
    distance = a.baseline - b.baseline
    if one.page != two.page or distance <= 0:  # over to the next page or column
        return is_final and not b.text[:1].islower()
    if gap and distance > 1.35 * gap:
        return True
    if is_final and b.left - a.left > 0.8 * a.size:
        return True
    end = ends.get(_columns(one)[1], a.right)
    return is_final and a.right < end - 0.15 * (end - a.left)


def _joined(lines: Sequence[Placed], gap: float, ends: dict[tuple[int, int], float]) -> Flow:
    """Join lines to paragraphs and keep the map."""
    known = Counter(word.casefold() for one in lines for word in _HYPHENATED.findall(one.line.text))
    pieces: list[str] = []
    built, clean = MapBuilder(), 0

    def add(text: str, start: int | None) -> None:
        nonlocal clean
        if start is not None:
            built.add(clean, start, len(text))
        pieces.append(text)
        clean += len(text)

    for index, one in enumerate(lines):
        text, after = one.line.text, one.start + len(one.line.text)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or _parts(one, following, gap, ends):
            add(text + "-" * one.line.hyphen, one.start)
            add("\n", None)
        elif one.breaks_word:
            stem = text if one.line.hyphen else text[:-1]
            keep = _keeps_hyphen(stem, following.line.text, known)
            add(stem + "-" * keep, one.start)
        else:
            add(text, one.start)
            add(" ", after)
    return Flow("".join(pieces), built.built())


def _keeps_hyphen(stem: str, following: str, known: Counter[str]) -> bool:
    """Say whether a hyphen at a line's end belongs to the word ("well-known", "Franco-German")."""
    last, first = _LAST_WORD.search(stem), _FIRST_WORD.match(following)
    if last is None or first is None or not first[0][0].islower() or last[0][-1].isdigit():
        return True
    whole = f"{last[0]}-{first[0]}".casefold()
    before = re.search(r"([^\W_]+-)+[^\W_]+$", stem)
    # "co-opera-" goes on without a hyphen, though it holds one already.
    return known[whole] > 0 or (before is not None and known[f"{before[0]}-{first[0]}".casefold()] > 0)
