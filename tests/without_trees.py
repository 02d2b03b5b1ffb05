"""Articles without trees: what the grammars find by words alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from analysis_table import article_from_text
from dragoman.extract.dates import find_dates
from dragoman.extract.quantities import find_quantities
from dragoman.records import Analysis, Article, DateMention, Quantity

TUESDAY = date(2015, 11, 24)
NO_WORDS = Analysis((), ())


def article(text: str, published: date | None = TUESDAY) -> Article:
    """Return an article of a text, published on a Tuesday unless told otherwise."""
    return replace(article_from_text(text), published=published)


def dates(text: str, published: date | None = TUESDAY) -> tuple[DateMention, ...]:
    """Return the dates of a text that has no tree."""
    return find_dates(article(text, published), NO_WORDS)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a text that has no tree."""
    return find_quantities(article(text), NO_WORDS)
