"""Tokens → numbers: "two hundred and fifty", "1,500", "5.2bn", "half a million", "dozens", "twenty-first".

The words stand in ``data/numerals.tsv``. A number gets one shape, which patterns ask for by classes:
see ``SHAPES``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.extract.grammars.tokens import Token

SHAPES: dict[str, frozenset[str]] = {
    "num": frozenset({"one", "day", "pair", "modern", "year", "spelled", "vague", "scaled", "plain"}),
    "digits": frozenset({"day", "pair", "modern", "year", "plain", "padded"}),
    "day": frozenset({"day"}),
    "pair": frozenset({"day", "pair", "padded"}),
    "year": frozenset({"modern", "year"}),
    "modern": frozenset({"modern"}),
    "vague": frozenset({"vague"}),
    "scaled": frozenset({"scaled", "vague"}),
    "one": frozenset({"one"}),
    "spelled": frozenset({"one", "spelled"}),
    "ord": frozenset({"dayth", "nth"}),
    "dayth": frozenset({"dayth"}),
    "decade": frozenset({"decade"}),
    "slashed": frozenset({"slashed"}),
    "padded": frozenset({"padded"}),
}
"""Classes of patterns → shapes. A day is 1 to 31 in digits, modern a year 1900 to 2039 without a comma."""

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LONGEST, _LARGEST = 25, 1e18
"""More digits than these, or a larger product of scales, are no figure of a newspaper."""
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
_DECADE = re.compile(r"'?\d\ds|\d{3}0s")


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens up to ``last``: its value, how far a scale word raised it, and its shape."""

    value: float
    scale: float
    shape: str
    last: int


@cache
def numerals() -> dict[str, dict[str, float]]:
    """Return the number words: kind → word → value."""
    text = (files("dragoman.extract.grammars") / "data/numerals.tsv").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = {}
    for kind, word, value in (line.split("\t") for line in text.splitlines() if line[:1] != "#"):
        found.setdefault(kind, {})[word] = float(value)
    return found


@cache
def number_words() -> frozenset[str]:
    """Return every word with which a number can begin."""
    kinds = ("small", "tens", "hundred", "scale", "plural", "few", "multi", "ordinal")
    return frozenset(word for kind in kinds for word in numerals()[kind]) | {"a", "half"}


def number_at(tokens: Sequence[Token], first: int) -> Number | None:
    """Return the longest number that begins at a token, None where none does."""
    low = tokens[first].low
    if low[0].isdigit() or (low[0] == "'" and len(low) > 2):
        return _in_digits(tokens, first)
    if low not in number_words():
        return None
    return _vague(tokens, first) or _halved(tokens, first) or _in_words(tokens, first)


def _in_digits(tokens: Sequence[Token], first: int) -> Number | None:
    low = tokens[first].low
    if nth := _NTH.fullmatch(low):
        return Number(float(nth[1]), 1, "dayth" if 0 < int(nth[1]) < 32 else "nth", first + 1)
    if _DECADE.fullmatch(low):
        return Number(0, 1, "decade", first + 1)
    if "/" in low or low.count(".") == 2:
        return Number(0, 1, "slashed", first + 1)
    if not _DIGITS.fullmatch(low) or len(low) > _LONGEST:
        return None
    if low[0] == "0" and low.isdigit() and len(low) > 1:
        return Number(float(low), 1, "padded", first + 1)
    value = float(low.replace(",", ""))
    scale, last = _scales(tokens, first + 1)
    if scale > 1:
        return Number(value * scale, scale, "scaled", last)
    return Number(value, 1, _digit_shape(low, value), first + 1)


def _digit_shape(low: str, value: float) -> str:
    if low.isdigit() and len(low) < 5:
        for shape, lower, upper in (("day", 1, 31), ("pair", 32, 99), ("modern", 1900, 2039)):
            if lower <= value <= upper:
                return shape
        if 1000 <= value <= 2100:
            return "year"
    return "plain"


def _scales(tokens: Sequence[Token], place: int) -> tuple[float, int]:
    """Multiply the scale words from a place on, a hyphen before each allowed."""
    words, scale = numerals(), 1.0
    while place < len(tokens):
        step = place + 1 if _hyphen(tokens, place) else place
        low = tokens[step].low
        factor = words["scale"].get(low) or words["hundred"].get(low)
        if factor is None or scale * factor > _LARGEST:
            break
        scale, place = scale * factor, step + 1
    return scale, place


def _hyphen(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a hyphen joins the tokens on its two sides."""
    tight = place + 1 < len(tokens) and tokens[place].low == "-" and tokens[place].tight
    return tight and tokens[place + 1].tight


def _vague(tokens: Sequence[Token], first: int) -> Number | None:
    """Read "dozens", "hundreds of thousands", "several hundred", "multi-billion": only an order is told."""
    words, low = numerals(), tokens[first].low
    if low in words["plural"]:
        value, last = words["plural"][low], first + 1
        while last + 1 < len(tokens) and tokens[last].low == "of" and tokens[last + 1].low in words["plural"]:
            value, last = value * words["plural"][tokens[last + 1].low], last + 2
        return None if (low == "tens" and last == first + 1) else Number(value, value, "vague", last)
    begin = first + 1 if low == "a" else first
    if begin >= len(tokens):
        return None
    if tokens[begin].low in words["few"] or low in words["multi"]:
        scale, last = _scales(tokens, begin + 1)
        value = words["multi"].get(tokens[begin].low, 1.0) * scale
        return Number(value, value, "vague", last) if value > 1 else None
    return None


def _halved(tokens: Sequence[Token], first: int) -> Number | None:
    """Read "half a million", "half a dozen", "a half million"."""
    lows = [token.low for token in tokens[first : first + 4] if token.low != "-"]
    if lows[:2] not in (["half", "a"], ["a", "half"]):
        return None
    hyphens = sum(token.low == "-" for token in tokens[first : first + 3])
    scale, last = _scales(tokens, first + 2 + hyphens)
    return Number(scale / 2, scale, "scaled", last) if scale > 1 else None


def _in_words(tokens: Sequence[Token], first: int) -> Number | None:
    """Add up a number in words, a last ordinal included."""
    words, low = numerals(), tokens[first].low
    place = first + 1 if low == "a" else first
    if low == "a":
        scale, last = _scales(tokens, place)
        return Number(scale, scale, "scaled", last) if scale > 1 else None
    total, current, level = 0.0, 0.0, 1e18
    last, scaled = first, 1.0
    while place < len(tokens):
        low = tokens[place].low
        if low in words["ordinal"] and (last == first or _follows(current, words["ordinal"][low])):
            value = total + current + words["ordinal"][low]
            return Number(value, 1, "dayth" if value < 32 else "nth", place + 1)
        if low in words["small"] and _follows(current, words["small"][low]):
            current += words["small"][low]
        elif low in words["tens"] and current % 100 == 0:
            current += words["tens"][low]
        elif low in words["hundred"] and current < 100:
            current, scaled = (current or 1) * 100, 100
        elif low in words["scale"] and words["scale"][low] < level and (current or last == first):
            total, scaled, level = (
                total + (current or 1) * words["scale"][low],
                words["scale"][low],
                words["scale"][low],
            )
            current = 0
        else:
            break
        last = place = place + 1
        place = _onwards(tokens, place, current, scaled)
    if last == first:
        return None
    return _finished(tokens, last, total + current, scaled)


def _follows(current: float, value: float) -> bool:
    """Say whether a word below twenty can follow: behind a hundred, or behind tens if below ten."""
    return current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10)


def _onwards(tokens: Sequence[Token], place: int, current: float, scaled: float) -> int:
    """Step over the hyphen of "twenty-one" and the "and" of "two hundred and fifty"."""
    words = numerals()
    if place + 1 >= len(tokens):
        return place
    following = tokens[place + 1].low
    if _hyphen(tokens, place):
        below = following in words["small"] or following in words["ordinal"]
        if (below and current % 100 >= 20) or following in words["scale"] or following in words["hundred"]:
            return place + 1
    behind = scaled > 1 and (current % 100 == 0)
    if tokens[place].low == "and" and behind and (following in words["small"] or following in words["tens"]):
        return place + 1
    return place


def _finished(tokens: Sequence[Token], last: int, value: float, scaled: float) -> Number:
    """Add "and a half", and a scale behind that: "one and a half million"."""
    if [token.low for token in tokens[last : last + 3]] == ["and", "a", "half"]:
        scale, end = _scales(tokens, last + 3)
        if scaled == 1:
            return Number((value + 0.5) * scale, scale, "scaled" if scale > 1 else "spelled", end)
    if scaled > 1:
        return Number(value, scaled, "scaled", last)
    return Number(value, 1, "one" if value == 1 else "spelled", last)
