"""Forecasts that the engine sees where no rule does, and what it says of those that rules find."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.actors import ActorIndex
from dragoman.extract.evidence import allowed, alone
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.forecasts.scope import horizon_of, smallest_around
from dragoman.extract.forecasts.tellers import Teller, teller_of
from dragoman.extract.positions.clauses import is_question, lower
from dragoman.records import Analysis, Article, DateMention, FindingSpan, Forecast, Span, Statement


def with_engine(
    article: Article,
    analysis: Analysis,
    found: Sequence[Forecast],
    statements: Sequence[Statement],
    index: ActorIndex,
    dates: Sequence[DateMention],
) -> list[Forecast]:
    """Return what rules and engine say together; the rules' alone for another's analysis."""
    kept = [one for one in found if allowed(analysis, "forecast", one.proposition)]
    taken = [one.proposition for one in found]
    for sentence in analysis.sentences:
        if not article.is_read(sentence.paragraph):
            continue
        for seen in alone(analysis, "forecast", sentence, taken):
            if not _is_topic(analysis, seen) and not is_question(analysis, seen.first):
                kept.append(_forecast(article, analysis, seen, statements, index, dates))
    return kept


def _is_topic(analysis: Analysis, seen: FindingSpan) -> bool:
    """Say whether a noun only names what one might foretell about: "the future of the accord"."""
    return analysis.words[analysis.head_of(seen.first, seen.last)].lemma.lower() in words()["topics"]


def _forecast(
    article: Article,
    analysis: Analysis,
    seen: FindingSpan,
    statements: Sequence[Statement],
    index: ActorIndex,
    dates: Sequence[DateMention],
) -> Forecast:
    """A forecast by its words; whose it is, the statement around it says, or a verb of telling beside it."""
    head = analysis.head_of(seen.first, seen.last)
    by_id = {one.id: one for one in statements}
    around = smallest_around(statements, analysis.words[head].span)
    statement = by_id[around] if around is not None else None
    claimant = statement.source.actor if statement and statement.source else None
    teller = teller_of(analysis, head, index) if claimant is None else None
    last = _end(analysis, seen, teller)
    proposition = analysis.span(seen.first, last)
    return Forecast(
        claimant=teller.actor if teller else claimant,
        proposition=proposition,
        condition=None,
        probability=_probability(analysis, seen),
        horizon=horizon_of(proposition, dates, article),
        statement=around,
        confidence=round(0.9 * seen.confidence, 3),
        polarity=statement.polarity if statement else "affirms",
    )


def _end(analysis: Analysis, seen: FindingSpan, teller: Teller | None) -> int:
    """Where the words of a forecast end: before ", she predicts"."""
    if teller is None or not seen.first + 1 < teller.verb < seen.last:
        return seen.last
    comma = next((i for i in range(teller.verb - 1, seen.first, -1) if lower(analysis, i) == ","), None)
    return comma if comma is not None else seen.last


def _probability(analysis: Analysis, seen: FindingSpan) -> Span | None:
    """The first word of a forecast, or right before it, that says how likely it is."""
    telling = words()["probability"] | words()["possible"]
    near = (i for i in range(max(seen.first - 2, 0), seen.last) if lower(analysis, i) in telling)
    return next((analysis.words[i].span for i in near), None)
