"""Words → windows of word pieces, cut at paragraphs, in the form the model takes.

A window holds whole paragraphs while they fit: ``[CLS] paragraph [SEP] paragraph [SEP] …``. A paragraph
longer than a window is cut, at the end of a sentence where one shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CLS, SEP, PAD = 101, 102, 0
MAX_PIECES = 320
LOWER, TITLE, UPPER, MIXED, OTHER, SPECIAL = range(6)
_STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the model: piece ids and casings, and where each word's first piece stands.

    ``first`` and ``last`` are the word indices ``[first, last)`` of the article that the window holds.
    """

    pieces: tuple[int, ...]
    casings: tuple[int, ...]
    starts: tuple[int, ...]
    first: int
    last: int


def casing(word: str) -> int:
    """Return the casing class of a word: the encoder itself is uncased."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word.istitle() or (word[:1].isupper() and word[1:].islower()):
        return TITLE
    return MIXED if any(c.isalpha() for c in word) else OTHER


def windows_of(
    pieces: Sequence[Sequence[int]], words: Sequence[str], paragraphs: Sequence[tuple[int, int]]
) -> list[Window]:
    """Pack the words of ``paragraphs`` (word ranges) into windows of at most MAX_PIECES pieces.

    ``pieces[i]`` are the word-piece ids of word i (never empty, at most MAX_WORD_PIECES of them).
    """
    windows: list[Window] = []
    held: list[tuple[int, int]] = []
    size = 1
    for first, last in _cut(pieces, words, paragraphs):
        length = sum(len(pieces[i]) for i in range(first, last)) + 1
        if held and size + length > MAX_PIECES:
            windows.append(_window(pieces, words, held))
            held, size = [], 1
        held.append((first, last))
        size += length
    if held:
        windows.append(_window(pieces, words, held))
    return windows


def _cut(
    pieces: Sequence[Sequence[int]], words: Sequence[str], paragraphs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Cut paragraphs that do not fit one window, at a sentence's end if there is one, else anywhere."""
    cut: list[tuple[int, int]] = []
    room = MAX_PIECES - 2
    for first, last in paragraphs:
        start, size, stop = first, 0, -1
        i = first
        while i < last:
            size += len(pieces[i])
            if size > room:
                end = stop if stop > start else i
                cut.append((start, end))
                start, size, stop, i = end, 0, -1, end
                continue
            if words[i] in _STOPS:
                stop = i + 1
            i += 1
        if start < last:
            cut.append((start, last))
    return cut


def _window(
    pieces: Sequence[Sequence[int]], words: Sequence[str], ranges: Sequence[tuple[int, int]]
) -> Window:
    ids, cases, starts = [CLS], [SPECIAL], []
    for first, last in ranges:
        for i in range(first, last):
            starts.append(len(ids))
            ids.extend(pieces[i])
            cases.extend([casing(words[i])] * len(pieces[i]))
        ids.append(SEP)
        cases.append(SPECIAL)
    return Window(tuple(ids), tuple(cases), tuple(starts), ranges[0][0], ranges[-1][1])
