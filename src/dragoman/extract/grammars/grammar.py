"""A grammar: word tables and patterns read from data files, and the lines of text that they read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from dragoman.data_files import yaml_of
from dragoman.extract.grammars.numerals import Number, number_at, number_words, numerals
from dragoman.extract.grammars.syntax import MARKS, Alphabet, Compiled, compiled, literals, spelled_out
from dragoman.extract.grammars.tokens import Token, Tokenizer
from dragoman.records import Span, Word

_SPEECH = {"NOUN": "noun", "PROPN": "propn", "VERB": "verb", "AUX": "aux", "ADJ": "adj", "ADV": "adv"}


@dataclass(slots=True)
class Line:
    """One paragraph as a grammar sees it: tokens, numbers by token, words by token, and its characters."""

    text: str
    tokens: list[Token]
    numbers: dict[int, Number]
    words: list[Word | None]
    code: str

    def span(self, first: int, last: int) -> Span:
        """Return the characters that tokens ``[first, last)`` cover."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of the file: its name, the rule that values it, and what it gives the rule."""

    name: str
    rule: str
    compiled: Compiled
    constants: Mapping[str, Any]
    like: tuple[str, ...]
    unlike: tuple[str, ...]


@dataclass(slots=True)
class Match:
    """Where a pattern holds: tokens ``[first, last)`` of a line, and its named pieces as such ranges."""

    line: Line
    pattern: Pattern
    first: int
    last: int
    pieces: dict[str, tuple[int, int]] = field(default_factory=dict)

    def low(self, name: str) -> str | None:
        """Return a named piece's words in lower case, parted by blanks; None where it is not there."""
        if name not in self.pieces:
            return None
        first, last = self.pieces[name]
        return " ".join(token.low for token in self.line.tokens[first:last])

    def number(self, name: str) -> Number | None:
        """Return the number that a named piece is."""
        return self.line.numbers.get(self.pieces[name][0]) if name in self.pieces else None

    def form(self, name: str) -> str:
        """Return a named piece's characters as they stand in the text; empty where it is not there."""
        return self.line.span(*self.pieces[name]).of(self.line.text) if name in self.pieces else ""


class Grammar:
    """Tables and patterns of one folder: ``words.tsv`` (class, words, value) and ``patterns.yaml``.

    ``more`` adds classes from elsewhere: class → word → value.
    """

    def __init__(self, folder: Traversable, more: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self.values = _table(folder.joinpath("words.tsv").read_text(encoding="utf-8"))
        for name, words in (more or {}).items():
            self.values[name] = dict(words)
        content: dict[str, Any] = yaml_of(folder.joinpath("patterns.yaml").read_text(encoding="utf-8"))
        parts = content.pop("parts")
        rows = {
            layer: [(row, spelled_out(row["match"], parts)) for row in content[layer]] for layer in content
        }
        named = {word.lower() for layer in rows.values() for _, text in layer for word in literals(text)}
        self._classes = self._vocabulary(named)
        shapes = [frozenset({shape}) for shape in _shapes()]
        self._alphabet = Alphabet([*self._classes.values(), *shapes, frozenset({"found"})])
        self._unknown = self._alphabet.characters[frozenset()]
        self._characters = {word: self._alphabet.characters[one] for word, one in self._classes.items()}
        self.layers: dict[str, list[Pattern]] = {
            layer: [_pattern(row, compiled(text, self._alphabet)) for row, text in layer_rows]
            for layer, layer_rows in rows.items()
        }
        glued = [
            code.upper() for name in ("code", "sign") for code in self.values.get(name, {}) if code.isalpha()
        ]
        self._tokenizer = Tokenizer(glued, [word for word in self._classes if word.endswith(".")])

    def _vocabulary(self, named: set[str]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {word: {f"={word}"} for word in named}
        for name, words in self.values.items():
            for word in words:
                found.setdefault(word, set()).add(name)
        for word in numerals()["fraction"]:
            found.setdefault(word, set()).add("fraction")
        for word in number_words():
            alone = number_at([Token(0, len(word), word, False, False)], 0)
            if alone:
                found.setdefault(word, set()).add(alone.shape)
        return {word: frozenset(names) for word, names in found.items()}

    def line(self, text: str, span: Span, words: Mapping[int, Word]) -> Line:
        """Return a paragraph's tokens, numbers put together; ``words`` by where they start."""
        line = Line(text, [], {}, [], "")
        raw = self._tokenizer.tokens(text, *span)
        code: list[str] = []
        place, beginnings = 0, number_words()
        while place < len(raw):
            token, low, last = raw[place], raw[place].low, place + 1
            character = self._characters.get(low, self._unknown)
            if low in beginnings or low[0].isdigit() or low[0] == "'":
                number = number_at(raw, place)
                if number is not None:
                    line.numbers[len(line.tokens)] = number
                    last = number.last
                    if last > place + 1 or character == self._unknown:
                        character = self._alphabet.characters[frozenset({number.shape})]
                        token = token._replace(end=raw[last - 1].end)
            word = words.get(token.start)
            line.tokens.append(token)
            line.words.append(word)
            code += (character, MARKS[_speech(word) if word else "other", token.upper, token.tight])
            place = last
        line.code = "".join(code)
        return line

    def matches(self, line: Line, layer: str) -> Iterator[Match]:
        """Yield where each pattern of a layer holds, pattern by pattern."""
        code, characters = line.code, frozenset(line.code)
        for pattern in self.layers[layer]:
            for need in pattern.compiled.needs:
                if need.isdisjoint(characters):
                    break
            else:
                for found in pattern.compiled.expression.finditer(code):
                    first, last = found.span()
                    if first < last:
                        yield Match(line, pattern, first >> 1, last >> 1, _pieces(found))

    def collapsed(self, line: Line, ranges: Sequence[tuple[int, int]]) -> tuple[Line, list[tuple[int, int]]]:
        """Return the line with each range as one token of the class ``found``, and each token's old range.

        The ranges are half-open, in order and apart from one another.
        """
        new = Line(line.text, [], {}, [], "")
        origins: list[tuple[int, int]] = []
        code: list[str] = []
        character = self._alphabet.characters[frozenset({"found"})]
        place = 0
        for first, last in (*ranges, (len(line.tokens), len(line.tokens) + 1)):
            for index in range(place, first):
                if index in line.numbers:
                    new.numbers[len(new.tokens)] = line.numbers[index]
                new.tokens.append(line.tokens[index])
                new.words.append(line.words[index])
                origins.append((index, index + 1))
            code.append(line.code[2 * place : 2 * first])
            if first < len(line.tokens):
                new.tokens.append(line.tokens[first]._replace(end=line.tokens[last - 1].end))
                new.words.append(line.words[first])
                origins.append((first, last))
                code.append(character + line.code[2 * first + 1])
            place = last
        new.code = "".join(code)
        return new, origins


def longest(matches: Iterable[tuple[int, int, Any]]) -> list[tuple[int, int, Any]]:
    """Keep the longest of the ranges ``(first, last, what)`` that overlap, of equal ones the first given."""
    taken: set[int] = set()
    kept = []
    for one in sorted(matches, key=lambda m: m[0] - m[1]):
        if taken.isdisjoint(range(one[0], one[1])):
            taken.update(range(one[0], one[1]))
            kept.append(one)
    return sorted(kept, key=lambda m: m[0])


def _table(text: str) -> dict[str, dict[str, str]]:
    """Read ``words.tsv``: a class, its words parted by blanks, and the value that they share."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, words, *value = line.split("\t")
            found.setdefault(name, {}).update(dict.fromkeys(words.split(), value[0] if value else ""))
    return found


def _shapes() -> list[str]:
    return "one day pair modern year spelled vague scaled plain dayth nth decade slashed padded".split()


def _speech(word: Word) -> str:
    speech = _SPEECH.get(word.upos, "other")
    if speech == "noun" and (word.text.lower() != word.lemma.lower() or word.lemma.lower() == "people"):
        return "plural"
    return speech


def _pattern(row: Mapping[str, Any], made: Compiled) -> Pattern:
    return Pattern(
        name=row["name"],
        rule=row["gives"],
        compiled=made,
        constants=row.get("with", {}),
        like=tuple(row.get("like", ())),
        unlike=tuple(row.get("unlike", ())),
    )


def _pieces(found: re.Match[str]) -> dict[str, tuple[int, int]]:
    return {
        name.rpartition("_")[0]: (found.start(name) >> 1, found.end(name) >> 1)
        for name, text in found.groupdict().items()
        if text
    }
