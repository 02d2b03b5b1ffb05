"""Text → words: the splitting of Universal Dependencies English, by rule, with offsets.

Clitics stand alone ("do|n't", "Iran|'s"), so do hyphens between words, punctuation marks and brackets;
numbers, abbreviations with inner stops, addresses and file names stay whole. Linear in the text's length.

>>> [text for text, start, end in words_of("Iran's U.S.-led talks didn't end.", 0, 33)]
['Iran', "'s", 'U.S.', '-', 'led', 'talks', 'did', "n't", 'end', '.']
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

RawWord = tuple[str, int, int]
"""A word's characters and where they start and end in the text."""

_APOSTROPHE = "['’‘`ʼ]"
_WORD = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]          # addresses
    | [\w.+-]+@[\w-]+\.[\w.-]*\w                                   # mail
    | [@\#]\w+                                                     # handles, hash tags
    | (?:[OD]|gov|Gov|ma|Ma|[dl]){_APOSTROPHE}(?:[A-Z]\w+|t|am)(?!\w)   # O'Brien, d'Estaing, gov't
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\w])                  # numbers, times, ordinals, decades
    | \d+(?:[.,]\d+)*(?=[^\W\d_])                                  # the number of "20km", "5bn"
    | (?:[^\W\d_]\.){{2,}}                                         # U.S., e.g.
    | [^\W_](?:[^\W_]|[\u0300-\u036f]|_)*(?:\.(?:com|org|net|ru|ir|gov|tv|info|uk))\b  # sites
    | {_APOSTROPHE}(?:s|S|re|RE|ve|VE|ll|LL|m|M|d|D)(?!\w)         # clitics
    | {_APOSTROPHE}\d\ds?(?!\w)                                    # ’90s
    | \.{{2,}}|…|-{{2,}}|[!?]{{2,}}|\*+                              # runs
    | \w(?:\w|[\u0300-\u036f\u200d]|(?<=[A-Z])&(?=[A-Z]))*         # words
    | \S                                                           # any other mark
    """,
    re.VERBOSE,
)
_NEGATION = re.compile(rf"n{_APOSTROPHE}t(?!\w)", re.IGNORECASE)
_INNER = re.compile(r"[A-Za-z]")


@cache
def _abbreviations() -> frozenset[str]:
    text = files("dragoman.language").joinpath("data/abbreviations.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _prefixes() -> frozenset[str]:
    text = files("dragoman.language").joinpath("data/prefixes.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def words_of(text: str, start: int, end: int) -> list[RawWord]:
    """Split ``text[start:end]`` into words, in order; spans never overlap and hold no white space."""
    words: list[RawWord] = []
    for match in _WORD.finditer(text, start, end):
        begin, stop = match.span()
        form = match.group()
        if not form.strip():
            continue
        if form == "." and words and words[-1][2] == begin and _is_abbreviation(words[-1][0]):
            form, begin, stop = text[words[-1][1] : stop], words[-1][1], stop
            words.pop()
        words.append((form, begin, stop))
    return _hyphenated(text, _special(text, words))


def _is_abbreviation(form: str) -> bool:
    """Say whether a stop right behind ``form`` belongs to it: "Mr.", "J." (but not the pronoun I)."""
    return form in _abbreviations() or (len(form) == 1 and form.isupper() and form != "I")


def _special(text: str, words: list[RawWord]) -> list[RawWord]:
    """Split "didn't" into did|n't and "cannot" into can|not."""
    out: list[RawWord] = []
    skip = 0
    for i, (form, start, end) in enumerate(words):
        if skip:
            skip -= 1
            continue
        if form[-1] in "nN" and len(form) > 1 and _NEGATION.match(text, end - 1):
            if end - 1 > start:
                out.append((text[start : end - 1], start, end - 1))
            stop = end + 2
            out.append((text[end - 1 : stop], end - 1, stop))
            while i + 1 + skip < len(words) and words[i + 1 + skip][1] < stop:
                skip += 1
        elif form.lower() == "cannot":
            out += [(form[:3], start, start + 3), (form[3:], start + 3, end)]
        else:
            out.append((form, start, end))
    return out


def _hyphenated(text: str, words: list[RawWord]) -> list[RawWord]:
    """Keep "anti-terrorist" whole: the treebanks do not split a prefix from its word."""
    out: list[RawWord] = []
    i = 0
    while i < len(words):
        form, start, end = words[i]
        if (
            i + 2 < len(words)
            and words[i + 1][0] == "-"
            and words[i + 1][1] == end
            and words[i + 2][1] == end + 1
            and form.lower() in _prefixes()
            and _INNER.match(words[i + 2][0])
        ):
            stop = words[i + 2][2]
            out.append((text[start:stop], start, stop))
            i += 3
        else:
            out.append(words[i])
            i += 1
    return out
