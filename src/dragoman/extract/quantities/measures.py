"""Shares, factors, durations, ordinals and measures."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.grammars import Match
from dragoman.extract.grammars.numerals import numerals
from dragoman.extract.quantities.figures import Figure, figure, is_rough
from dragoman.extract.quantities.lexicon import grammar
from dragoman.extract.quantities.nouns import noun_behind
from dragoman.records import QuantityKind


def _of_one(match: Match, kind: QuantityKind, value: float, unit: str | None) -> Figure:
    return Figure(match.first, match.last, kind, value, unit, is_rough(match))


def percent(match: Match) -> Figure | None:
    """Read "45 percent", "20-30%"; percentage points and basis points are units of their own."""
    return figure(match, "share", match.pattern.constants.get("unit", "percent"))


def fraction(match: Match) -> Figure | None:
    """Read "a third of" as 33.33… percent, "two-thirds" as 66.66…"""
    part = numerals()["fraction"][match.low("f") or ""]
    number = match.number("n")
    value = (number.value if number else 1.0) * part * 100
    return _of_one(match, "share", value, "percent") if value <= 100 else None


def one_in(match: Match) -> Figure | None:
    """Read "nine in ten" as 90 percent."""
    part, whole = match.number("n"), match.number("h")
    if part is None or whole is None or not 0 < part.value < whole.value <= 1000 or whole.value < 2:
        return None
    return _of_one(match, "share", 100 * part.value / whole.value, "percent")


def factor(match: Match) -> Figure | None:
    """Read "doubled" as 2, "halved" as 0.5, "ten times as many" as 10."""
    number = match.number("n")
    if number is not None:
        return _of_one(match, "factor", number.value, None)
    low, values = match.low("f") or "", grammar().values
    for name in ("factor", "fold", "multiple"):
        if low in values[name]:
            return _of_one(match, "factor", float(values[name][low]), None)
    return None


def duration(match: Match) -> Figure | None:
    """Read "two-year", "for eight years", "half an hour", "a decade-long", in the unit that the text uses."""
    low = match.low("u")
    unit = grammar().values["unit"][low] if low else grammar().values["long"][match.low("l") or ""]
    if "n" in match.pieces:
        found = figure(match, "duration", unit)
        return found and replace(found, value=found.value + match.pattern.constants.get("more", 0))
    return _of_one(match, "duration", float(match.pattern.constants["number"]), unit)


def ordinal(match: Match) -> Figure | None:
    """Read "the 12th round", "third-largest producer"; nothing where no noun is ranked, or in a name."""
    place = match.pieces["o"][0]
    token, word = match.line.tokens[place], match.line.words[place]
    ranked = match.last - match.first > 1
    if not ranked and word is not None and word.upos in ("ADV", "PROPN"):
        return None
    following = match.line.tokens[match.last] if match.last < len(match.line.tokens) else None
    if token.upper and following is not None and following.upper:
        return None  # "First World War", "Second Avenue"
    if following is not None and following.upper and not ranked:
        return None  # "12th Street", "7th Fleet"
    noun = noun_behind(match.line, match.last)
    if noun is None and not ranked:
        return None
    number = match.number("o")
    assert number is not None
    return Figure(
        match.first,
        noun.last if noun else match.last,
        "ordinal",
        number.value,
        noun.lemma if noun else None,
        False,
    )


def rank(match: Match) -> Figure | None:
    """Read "is second in the world"."""
    number = match.number("o")
    return _of_one(match, "ordinal", number.value, None) if number else None


def measure(match: Match) -> Figure | None:
    """Read "20 km" as 20 kilometers, "20 square kilometers" as 20 of those."""
    unit = match.pattern.constants.get("unit") or grammar().values["measure"].get(match.low("u") or "")
    if unit is None:
        unit = (match.low("u") or "").replace("²", " squared")
    shape = match.low("q")
    return figure(match, "count", f"{shape} {unit}" if shape else unit)
