"""What is foretold by a noun: "they predict a recession", "gave the truce a small chance"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.actors import ActorIndex
from dragoman.extract.forecasts.chances import chances
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.forecasts.predicting import Foretold
from dragoman.extract.forecasts.scope import horizon_of
from dragoman.extract.forecasts.tellers import actor_of
from dragoman.extract.forecasts.weighing import foretells
from dragoman.extract.positions.clauses import is_question
from dragoman.records import Analysis, Article, DateMention, Forecast, Statement

_NOUN_ALONE = 0.6


def by_noun(
    article: Article,
    analysis: Analysis,
    statements: Sequence[Statement],
    found: Sequence[Forecast],
    dates: Sequence[DateMention],
) -> list[Forecast]:
    """What is foretold by a noun alone: "they predict a recession"."""
    added = []
    for statement in statements:
        lemmas = {analysis.words[i].lemma.lower() for span in statement.cue for i in analysis.words_in(span)}
        if not foretells(analysis, statement) or not lemmas & words()["predicting_nouns"]:
            continue
        content = statement.content[0]
        inside = analysis.words_in(content)
        if not inside or any(f.proposition.overlaps(content) for f in found) or len(statement.content) > 1:
            continue
        head = analysis.head_of(inside.start, inside.stop)
        if is_question(analysis, head):
            continue
        if analysis.words[head].upos == "NOUN" and _is_read(article, analysis, head):
            who = statement.source.actor if statement.source else None
            horizon = horizon_of(content, dates, article)
            added.append(
                Forecast(who, content, None, None, horizon, statement.id, _NOUN_ALONE, statement.polarity)
            )
    return added


def by_chance(
    article: Article, analysis: Analysis, statements: Sequence[Statement], index: ActorIndex
) -> Iterator[Foretold]:
    """What is given a chance, by who gives it or whose statement says so."""
    for chance in chances(analysis):
        if not _is_read(article, analysis, chance.noun):
            continue
        who = next((a for h in chance.givers if (a := actor_of(analysis, h, index))), None)
        place = analysis.words[chance.noun].span
        holding = [s for s in statements if any(c.contains(place) for c in s.content) and s.source]
        inner = min(holding, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)
        if who is None and inner is not None and inner.source is not None:
            who = inner.source.actor
        yield Foretold(chance.noun, who, analysis.span(*chance.proposition), chance.probability, False)


def _is_read(article: Article, analysis: Analysis, index: int) -> bool:
    return article.is_read(analysis.sentences[analysis.words[index].sentence].paragraph)
