"""Phrases of probability → numbers, where a study asked people what they take a phrase for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.relations.scales import DATA

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent)")
_ARTICLES = frozenset({"a", "an", "the", "that", "of"})


@dataclass(frozen=True, slots=True)
class Chance:
    """A probability from 0 to 1 with its spread: the middle half of those asked; of a figure that is given,
    the figure itself."""

    median: float
    low: float
    high: float

    @property
    def reversed(self) -> Chance:
        """The chance that it does not come to that."""
        return Chance(1 - self.median, 1 - self.high, 1 - self.low)


@cache
def phrases() -> dict[str, Chance]:
    """Return the chances of all ways of writing of ``data/probabilities.tsv``."""
    text = (DATA / "probabilities.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    found = {}
    for _, forms, *numbers in rows:
        median, low, high = (float(number) / 100 for number in numbers)
        found.update({form.strip(): Chance(median, low, high) for form in forms.split(";")})
    return found


def chance_of(phrase: str | None) -> Chance | None:
    """Return what a phrase of probability comes to; None for one that no number is known for.

    >>> chance_of("highly unlikely")
    Chance(median=0.05, low=0.05, high=0.1)
    >>> chance_of("a 30 percent chance").median
    0.3
    >>> chance_of("may") is None
    True
    """
    words = " ".join((phrase or "").lower().replace("’", "'").split()).strip(" ,.")
    if not words:
        return None
    given = _PERCENT.search(words)
    if given is not None and float(given[1]) <= 100:
        figure = float(given[1]) / 100
        return Chance(figure, figure, figure)
    plain = " ".join(word for word in words.split() if word not in _ARTICLES)
    return phrases().get(words) or phrases().get(plain)
