"""Patterns over tokens, written for people to read, and the regular expressions that they become.

A pattern is a row of items parted by blanks:

========================  =============================================================================
``of``  ``"$"``           that word or mark, in any case (marks of the syntax itself in quotation marks)
``{unit}``                a token of a class; ``{month&!odd}`` of both, of the first but not the second
``~{unit}``               the same, without a blank before it
``name=item``             kept under a name
``( a | b )``             alternatives; ``?``, ``*`` and ``+`` behind an item as in regular expressions
``@part``                 a part that the same file spells out
``<item`` ``<!item``      only behind, not behind (of fixed length); ``>item`` ``>!item``: before, not before
========================  =============================================================================

Each token becomes two characters: one for the word classes that it belongs to, one for its part of
speech, capital and tightness. The two alphabets share no character, so no match can begin half-way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dragoman.extract.grammars.numerals import SHAPES

SPEECH = ("other", "noun", "plural", "propn", "verb", "aux", "adj", "adv")
"""What the second character tells besides ``cap`` and ``tight``; ``plural`` is a noun in the plural."""
WORDS_FROM = len(SPEECH) * 4

_ITEM = re.compile(r'(?P<name>[a-z]+)=|"(?P<quoted>[^"]+)"|\{(?P<classes>[^}]+)\}|(?P<mark><!|>!|[<>~()|?*+])'
                   r"|(?P<word>[^\s(){}|?*+\"=~@<>]+)|(?P<bad>\S)")  # fmt: skip
_LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}


MARKS = {
    (speech, upper, tight): chr(number * 4 + 2 * upper + tight)
    for number, speech in enumerate(SPEECH)
    for upper in (False, True)
    for tight in (False, True)
}
"""The second character of a token: by its part of speech, its capital, and whether no blank is before it."""


def spelled_out(pattern: str, parts: Mapping[str, str]) -> str:
    """Return a pattern with each ``@part`` replaced by what it stands for, in brackets."""
    while "@" in pattern:
        pattern = re.sub(r"@(\w+)", lambda match: f"( {parts[match[1]]} )", pattern)
    return pattern


def literals(pattern: str) -> set[str]:
    """Return the words and marks that a pattern without parts names."""
    found: set[str] = set()
    for match in _ITEM.finditer(pattern):
        if match["classes"]:
            found.update(re.findall(r"=([^&]+)", match["classes"]))
        elif match["quoted"] or match["word"]:
            found.add(match["quoted"] or match["word"])
    return found


class Alphabet:
    """Gives each set of word classes its character; unknown words have the first, the empty set's."""

    def __init__(self, sets: Sequence[frozenset[str]]) -> None:
        self.sets = [frozenset[str](), *(one for one in dict.fromkeys(sets) if one)]
        self.characters = {one: chr(WORDS_FROM + number) for number, one in enumerate(self.sets)}
        # the same classes stand in many patterns
        self.expression = cache(self._expression)
        self.of = cache(self._of)

    def _expression(self, classes: str, tight: bool) -> str:
        """Return the regular expression of a token of classes such as ``month&!odd&cap``."""
        kept = list(range(1, WORDS_FROM, 2) if tight else range(WORDS_FROM))
        for wanted, plain in _split(classes):
            if _is_mark(plain):
                kept = [mark for mark in kept if _has(mark, plain) is wanted]
        words = self.of(classes)
        if not words or not kept:
            raise ValueError(f"nothing is of the classes {classes}")
        return _set(words) + _set([chr(mark) for mark in kept])

    def _of(self, classes: str) -> frozenset[str]:
        """Return the characters of the words of some classes, whatever their part of speech."""
        sets = self.sets
        for wanted, plain in _split(classes):
            if not _is_mark(plain):
                any_of = SHAPES.get(plain, frozenset()) | {plain}
                sets = [one for one in sets if bool(any_of & one) is wanted]
        return frozenset(self.characters[one] for one in sets)


def _split(classes: str) -> Iterator[tuple[bool, str]]:
    """Yield each class of an item, and whether a token must be of it."""
    for name in classes.split("&"):
        yield not name.startswith("!"), name.removeprefix("!")


def _is_mark(name: str) -> bool:
    return name in SPEECH or name in ("cap", "tight", "nominal")


def _has(mark: int, name: str) -> bool:
    if name == "cap":
        return bool(mark & 2)
    if name == "tight":
        return bool(mark & 1)
    speech = SPEECH[mark >> 2]
    return speech in ("noun", "plural", "propn", "adj") if name == "nominal" else speech == name


def _set(characters: Iterable[str]) -> str:
    """Return a class of characters, neighbours as ranges: it compiles faster so."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(rf"\u{first:04x}-\u{last:04x}" for first, last in ranges) + "]"


@dataclass(frozen=True)
class Compiled:
    """A pattern's expression, and sets of characters of each of which a line must hold one.

    The expression is compiled when a line first holds what it needs: most texts need few of all.
    """

    source: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression, ready to search with."""
        return re.compile(self.source, re.DOTALL)


class _Frame:
    """What an open bracket has seen: its alternatives, each the sets of characters that it needs."""

    def __init__(self, closing: str, looks: bool) -> None:
        self.closing, self.looks = closing, looks
        self.alternatives: list[list[frozenset[str]]] = [[]]

    def need(self) -> frozenset[str]:
        """Return one set of which any alternative needs a member; empty where some needs nothing."""
        needed = [[one for one in sets if one] for sets in self.alternatives]
        smallest = [min(sets, key=len) for sets in needed if sets]
        return frozenset().union(*smallest) if len(smallest) == len(self.alternatives) else frozenset()


def compiled(pattern: str, alphabet: Alphabet) -> Compiled:
    """Compile a pattern without parts; a name used again gets a number behind it.

    Raises ValueError where the pattern is not well formed.
    """
    out: list[str] = []
    frames = [_Frame("", False)]
    names: dict[str, int] = {}
    opening, behind, tight = "", "", False
    for match in _ITEM.finditer(pattern):
        mark, seen = match["mark"], frames[-1].alternatives
        if match["bad"]:
            raise ValueError(f"{match['bad']!r} in the pattern {pattern}")
        if match["name"]:
            names[match["name"]] = names.get(match["name"], 0) + 1
            opening, behind = opening + f"(?P<{match['name']}_{names[match['name']]}>", behind + ")"
        elif mark in _LOOKS:
            opening, behind = opening + _LOOKS[mark], behind + ")"
        elif mark == "~":
            tight = True
        elif mark == "(":
            out.append(opening + "(?:")
            frames.append(_Frame(")" + behind, _looks(opening)))
            opening, behind = "", ""
        elif mark == ")":
            frame = frames.pop()
            out.append(frame.closing)
            frames[-1].alternatives[-1].append(frozenset() if frame.looks else frame.need())
        elif mark:
            out.append(mark)
            if mark == "|":
                seen.append([])
            elif mark != "+":
                seen[-1].pop()
        else:
            word = match["quoted"] or match["word"]
            classes = match["classes"] or f"={word.lower()}"
            out.append(f"{opening}(?:{alphabet.expression(classes, tight)}){behind}")
            seen[-1].append(frozenset() if _looks(opening) else alphabet.of(classes))
            opening, behind, tight = "", "", False
    return _with_needs("".join(out), frames[0])


def _looks(opening: str) -> bool:
    return any(look in opening for look in _LOOKS.values())


def _with_needs(expression: str, whole: _Frame) -> Compiled:
    if len(whole.alternatives) == 1:
        needs = tuple(need for need in whole.alternatives[0] if need)
    else:
        needs = (whole.need(),) if whole.need() else ()
    return Compiled(expression, needs)
