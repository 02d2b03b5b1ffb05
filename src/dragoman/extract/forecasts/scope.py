"""How far a forecast reaches: the words of its clause, the content around it, and its condition."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.arguments import children
from dragoman.extract.forecasts.candidates import Candidate
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import Range, bounds, conditions_in, lower, trimmed
from dragoman.records import Analysis, Article, DateMention, Span, Statement


def inside_of(analysis: Analysis, head: int, statement: Statement | None) -> Range:
    """The words of the page's sentence around a clause, and of the content that tells it."""
    first, last = bounds(analysis, head)
    if statement is None:
        return first, last
    place = analysis.words[head].span
    content = analysis.words_in(next(c for c in statement.content if c.contains(place)))
    return max(first, content.start), min(last, content.stop)


def condition_of(analysis: Analysis, candidate: Candidate, inside: Range) -> Range | None:
    """The condition before or behind the clause, one with a verb of its own."""
    found = [
        c
        for c in conditions_in(analysis, *inside, words()["conditions"])
        if not c[0] <= candidate.head < c[1] and any(_is_clausal(analysis, i) for i in range(*c))
    ]
    behind = [c for c in found if c[0] > candidate.head]
    before = [c for c in found if c[1] <= candidate.head]
    return next(iter(behind), None) or next(iter(reversed(before)), None)


def _is_clausal(analysis: Analysis, index: int) -> bool:
    return analysis.words[index].upos in ("VERB", "AUX") or analysis.words[index].deprel == "advcl"


def clause_of(
    analysis: Analysis, candidate: Candidate, inside: Range, condition: Range | None
) -> Range | None:
    """The words of the clause around its head, its condition left out."""
    own = {*analysis.subtree(candidate.top), *analysis.subtree(candidate.head)}
    for other in (
        *children(analysis, candidate.top, "conj", "parataxis"),
        *children(analysis, candidate.head, "conj", "parataxis"),
    ):
        if other > candidate.head and children(analysis, other, "nsubj", "nsubj:pass", "expl"):
            own -= set(analysis.subtree(other))  # another clause, with a subject of its own
    if candidate.subject is not None:
        own |= set(analysis.subtree(candidate.subject))
    barred = set(range(*condition)) if condition else set()
    kept = {i for i in own if inside[0] <= i < inside[1] and i not in barred}
    first = last = candidate.head
    while first - 1 in kept or (
        first - 1 >= inside[0] and first - 1 not in barred and _between(analysis, first - 1, kept)
    ):
        first -= 1
    while last + 1 in kept:
        last += 1
    if candidate.subject is not None:  # what stands between a subject and its verb belongs to the clause
        start = min(analysis.subtree(candidate.subject))
        if inside[0] <= start < first and not barred & set(range(start, first)):
            first = start
    run = trimmed(analysis, (first, last + 1))
    return run if run[0] < run[1] else None


def _between(analysis: Analysis, index: int, kept: set[int]) -> bool:
    """Say whether a helper stands between two kept words ("looks" in "Iran looks set to")."""
    if lower(analysis, index) == "both":
        return True
    return index - 1 in kept and analysis.words[index].upos in ("AUX", "VERB", "ADV")


def horizon_of(proposition: Span, dates: Sequence[DateMention], article: Article) -> str | None:
    """The first date in the clause that isn't past on the article's day."""
    for date in sorted(dates, key=lambda d: d.span):
        over = date.end is not None and article.published is not None and date.end < article.published
        if proposition.contains(date.span) and not over:
            return date.id
    return None


def smallest_around(statements: Sequence[Statement], place: Span) -> str | None:
    """The id of the innermost statement whose cue or content holds a place."""
    around = [s for s in statements if any(c.contains(place) for c in (*s.content, *s.cue))]
    return min(around, key=lambda s: (sum(c.end - c.start for c in s.content), s.id)).id if around else None
