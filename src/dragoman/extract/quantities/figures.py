"""What the rules of figures share: the figure itself, ends of ranges, and what makes it approximate."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.grammars import Match
from dragoman.extract.quantities.lexicon import grammar
from dragoman.records import QuantityKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity over tokens ``[first, last)`` of a line, not yet numbered."""

    first: int
    last: int
    kind: QuantityKind
    value: float
    unit: str | None
    approximate: bool
    upper: float | None = None


def ends(match: Match) -> tuple[float, float | None] | None:
    """Return the value and the upper end of a range, magnitudes shared: "2-3 billion" is both.

    None where the upper end is not above the lower: that is a score, or two things.
    """
    low, high = match.number("n"), match.number("h")
    if low is None:
        return None
    short = grammar().values["short"]
    low_factor = float(short.get(match.low("k") or "", "1"))
    if high is None:
        return _plain(low.value * low_factor), None
    high_factor = float(short.get(match.low("j") or "", "1"))
    value, upper = low.value * low_factor, high.value * high_factor
    magnitude = high.scale * high_factor
    if low.scale * low_factor == 1 and low.value < upper / magnitude:
        value = low.value * magnitude
    return (_plain(value), _plain(upper)) if value < upper else None


def _plain(value: float) -> float:
    """Return the value without the dust of binary fractions: 1.1 million is 1100000."""
    return float(f"{value:.12g}")


def is_rough(match: Match) -> bool:
    """Say whether the text says that the figure is not exact: "about", "or so", "dozens"."""
    numbers = (match.number("n"), match.number("h"))
    vague = any(number is not None and number.shape == "vague" for number in numbers)
    return vague or "r" in match.pieces or "p" in match.pieces or bool(match.pattern.constants.get("rough"))


def figure(match: Match, kind: QuantityKind, unit: str | None, factor: float = 1.0) -> Figure | None:
    """Return the figure of a match's numbers, times a factor, over the whole match."""
    found = ends(match)
    if found is None:
        return None
    value, upper = found
    upper = None if upper is None else _plain(upper * factor)
    return Figure(match.first, match.last, kind, _plain(value * factor), unit, is_rough(match), upper)
