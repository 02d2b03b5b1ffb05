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
from collections.abc import Mapping, Sequence

from dragoman.extract.grammars.numerals import SHAPES

SPEECH = ("other", "noun", "plural", "propn", "verb", "aux", "adj", "adv")
"""What the second character tells besides ``cap`` and ``tight``; ``plural`` is a noun in the plural."""
MARKS_FROM, WORDS_FROM = 0, len(SPEECH) * 4

_ITEM = re.compile(r'(?P<name>[a-z]+)=|"(?P<quoted>[^"]+)"|\{(?P<classes>[^}]+)\}|(?P<mark><!|>!|[<>~()|?*+])'
                   r"|(?P<word>[^\s(){}|?*+\"=~@<>]+)|(?P<bad>\S)")  # fmt: skip
_LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}


def mark_of(speech: str, upper: bool, tight: bool) -> str:
    """Return the second character of a token."""
    return chr(SPEECH.index(speech) * 4 + 2 * upper + tight)


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

    def expression(self, classes: str, tight: bool) -> str:
        """Return the regular expression of a token of classes such as ``month&!odd&cap``."""
        sets, marks = self.sets, range(WORDS_FROM)
        if tight:
            marks = range(1, WORDS_FROM, 2)
        kept = list(marks)
        for name in classes.split("&"):
            wanted, plain = not name.startswith("!"), name.removeprefix("!")
            if plain in SPEECH or plain in ("cap", "tight", "nominal"):
                kept = [mark for mark in kept if _has(mark, plain) is wanted]
            else:
                any_of = SHAPES.get(plain, frozenset()) | {plain}
                sets = [one for one in sets if bool(any_of & one) is wanted]
        if not sets or not kept:
            raise ValueError(f"nothing is of the classes {classes}")
        return _set([self.characters[one] for one in sets]) + _set([chr(mark) for mark in kept])


def _has(mark: int, name: str) -> bool:
    if name == "cap":
        return bool(mark & 2)
    if name == "tight":
        return bool(mark & 1)
    speech = SPEECH[mark >> 2]
    return speech in ("noun", "plural", "propn", "adj") if name == "nominal" else speech == name


def _set(characters: Sequence[str]) -> str:
    return "[" + "".join(f"\\u{ord(character):04x}" for character in characters) + "]"


def compiled(pattern: str, alphabet: Alphabet) -> re.Pattern[str]:
    """Return the expression of a pattern without parts; a name used again gets a number behind it.

    Raises ValueError where the pattern is not well formed.
    """
    out: list[str] = []
    closing: list[str] = []
    names: dict[str, int] = {}
    opening, behind, tight = "", "", False
    for match in _ITEM.finditer(pattern):
        mark = match["mark"]
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
            closing.append(")" + behind)
            opening, behind = "", ""
        elif mark == ")":
            out.append(closing.pop())
        elif mark:
            out.append(mark)
        else:
            word = match["quoted"] or match["word"]
            one = alphabet.expression(match["classes"] or f"={word.lower()}", tight)
            out.append(f"{opening}(?:{one}){behind}")
            opening, behind, tight = "", "", False
    return re.compile("".join(out), re.DOTALL)
