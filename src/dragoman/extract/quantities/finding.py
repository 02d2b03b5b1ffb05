"""Paragraph by paragraph: what is no figure is barred, of the rest the longest match wins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dragoman.extract.dates import find_dates
from dragoman.extract.grammars import Line, longest
from dragoman.extract.quantities import counts, measures, money
from dragoman.extract.quantities.figures import Figure
from dragoman.extract.quantities.lexicon import grammar
from dragoman.records import Analysis, Article, DateMention, Quantity

_RULES = {
    name: getattr(module, name)
    for module, names in (
        (money, "money hundredths"),
        (measures, "percent fraction one_in factor duration ordinal rank measure"),
        (counts, "nothing count strength compound"),
    )
    for name in names.split()
}


def find_quantities(
    article: Article, analysis: Analysis, dates: Sequence[DateMention] | None = None
) -> tuple[Quantity, ...]:
    """Return the figures that an article gives, in text order, none overlapping another or a date.

    ``dates`` are the article's dates where they are found already. Furniture is not read.
    """
    if dates is None:
        dates = find_dates(article, analysis)
    words = {word.start: word for word in analysis.words}
    found: list[Quantity] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        line = grammar().line(article.text, paragraph.span, words)
        for figure in _figures(line, _dated(line, dates)):
            found.append(
                Quantity(
                    id=f"q{len(found) + 1}",
                    kind=figure.kind,
                    value=figure.value,
                    unit=figure.unit,
                    approximate=figure.approximate,
                    span=line.span(figure.first, figure.last),
                    upper=figure.upper,
                )
            )
    return tuple(found)


def _figures(line: Line, barred: set[int]) -> list[Figure]:
    """Return the figures of a paragraph; ``barred`` are the tokens that may not take part in one."""
    for match in grammar().matches(line, "barred"):
        barred.update(range(match.first, match.last))
    candidates = []
    for match in grammar().matches(line, "found"):
        if barred.isdisjoint(range(match.first, match.last)):
            figure = _RULES[match.pattern.rule](match)
            if figure is not None and barred.isdisjoint(range(figure.first, figure.last)):
                candidates.append((figure.first, figure.last, figure))
    return [figure for _, _, figure in longest(candidates)]


def _dated(line: Line, dates: Sequence[DateMention]) -> set[int]:
    """Return the tokens that belong to a date."""
    if not line.tokens:
        return set()
    start, end = line.tokens[0].start, line.tokens[-1].end
    found: set[int] = set()
    for span in (date.span for date in dates if start <= date.span.start < end):
        first = bisect_right(line.tokens, span.start, key=lambda token: token.end)
        found.update(range(first, bisect_left(line.tokens, span.end, key=lambda token: token.start)))
    return found
