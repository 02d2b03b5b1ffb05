"""Forecasts of an article: from statements and from the article's own voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.actors import ActorIndex
from dragoman.extract.forecasts.candidates import Candidate, candidates
from dragoman.extract.forecasts.learned import with_engine
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.forecasts.nouns import by_chance, by_noun
from dragoman.extract.forecasts.predicting import foretold_by_verb
from dragoman.extract.forecasts.scope import (
    clause_of,
    condition_of,
    horizon_of,
    inside_of,
    smallest_around,
)
from dragoman.extract.forecasts.tellers import teller_of
from dragoman.extract.forecasts.weighing import Voice, foretells, weight_of
from dragoman.extract.positions.clauses import (
    bounds,
    is_question,
    lower,
    mark_at,
)
from dragoman.extract.positions.manner import manner_of
from dragoman.records import Actor, Analysis, Article, DateMention, Forecast, Statement

_BY_WORD = 0.6
_TIMES = frozenset({"when", "after", "once", "until"})
"""Marks with which a quotation tells of the past: "when I began, boys would bring catapults"."""
_MARKS = frozenset({"“", "”", '"', "„"})
_CUT = frozenset({".", ",", ";", "”", "", "!", "—", "–"})
"""Behind an auxiliary that stands for a verb said before ("she will be")."""


@dataclass(frozen=True, slots=True)
class Own:
    """How an article's own voice tells: whether its author says "I", and whether it advises or is of play."""

    speaking: bool
    advising: bool


def find_forecasts(
    article: Article,
    analysis: Analysis,
    statements: Sequence[Statement],
    index: ActorIndex,
    dates: Sequence[DateMention],
) -> tuple[Forecast, ...]:
    """Return what is foretold, in text order; ``dates`` are those of the article, for the horizons.

    The claimant is the source of the innermost statement around, None where it has none or the article
    foretells itself.
    """
    found: list[Forecast] = []
    manner = manner_of(article, analysis)
    own = Own(_has_own_voice(article, analysis, statements), manner != "plain")
    for candidate in candidates(analysis):
        if not _is_read(article, analysis, candidate.head) or _supposed(analysis, candidate):
            continue
        one = _of_candidate(article, analysis, candidate, statements, index, dates, own)
        if one is not None and not any(other.proposition.overlaps(one.proposition) for other in found):
            found.append(one)
    for foretold in (
        *foretold_by_verb(article, analysis, statements, index),
        *by_chance(article, analysis, statements, index),
    ):
        if any(one.proposition.overlaps(foretold.proposition) for one in found):
            continue
        found.append(
            Forecast(
                claimant=foretold.claimant,
                proposition=foretold.proposition,
                condition=None,
                probability=foretold.probability,
                horizon=horizon_of(foretold.proposition, dates, article),
                statement=smallest_around(statements, analysis.words[foretold.word].span),
                confidence=_BY_WORD,
                polarity="rejects" if foretold.denied else "affirms",
            )
        )
    found += by_noun(article, analysis, statements, found, dates)
    found = with_engine(article, analysis, found, statements, index, dates)
    return tuple(sorted(found, key=lambda f: f.proposition))


def _of_candidate(
    article: Article,
    analysis: Analysis,
    candidate: Candidate,
    statements: Sequence[Statement],
    index: ActorIndex,
    dates: Sequence[DateMention],
    own: Own,
) -> Forecast | None:
    """The forecast that a clause makes; None where it tells of a plan, or of nobody known."""
    actors = {actor.id: actor for actor in index.actors}
    statement = _around(analysis, candidate, statements)
    claimant = actors[statement.source.actor] if statement and statement.source else None
    teller = teller_of(analysis, candidate.top, index) if claimant is None else None
    if teller is not None and teller.actor is None:
        if statement is None and not (own.speaking and _is_author(analysis, teller.verb)):
            return None
        teller = None
    if teller is not None and teller.actor is not None:
        claimant = actors[teller.actor]
    voice = Voice(
        told=statement is not None or teller is not None,
        foretold=teller.foretelling if teller else statement is not None and foretells(analysis, statement),
        force=statement.force if statement else None,
        own=own.speaking,
        advising=own.advising,
        direct=(statement is not None and statement.form == "direct") or _quoted(analysis, candidate.head),
    )
    inside = inside_of(analysis, candidate.head, statement)
    if (
        candidate.tense == "likely"
        and candidate.subject is not None
        and not inside[0] <= candidate.subject < inside[1]
    ):
        if claimant is not None:
            return None  # what is likely was told in other words
        inside = bounds(analysis, candidate.head)
    condition = condition_of(analysis, candidate, inside)
    subject = _actor_at(analysis, candidate.subject, index, actors)
    hanging = condition is not None and not (voice.direct and lower(analysis, condition[0]) in _TIMES)
    weight = weight_of(analysis, candidate, voice, claimant, subject, hanging)
    run = clause_of(analysis, candidate, inside, condition) if weight else None
    if run is None:
        return None
    proposition = analysis.span(*run)
    return Forecast(
        claimant=claimant.id if claimant else None,
        proposition=proposition,
        condition=analysis.span(*condition) if condition else None,
        probability=candidate.probability,
        horizon=horizon_of(proposition, dates, article),
        statement=statement.id if statement else None,
        confidence=round(weight * (statement.confidence**0.5 if statement else 1.0), 3),
        polarity=statement.polarity if statement else "affirms",
    )


def _is_author(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb of telling is the author's own: "let me say it plainly", "I predict"."""
    near = (lower(analysis, i) for i in range(verb - 2, verb))
    return any(low in words()["own_voice"] for low in near)


def _has_own_voice(article: Article, analysis: Analysis, statements: Sequence[Statement]) -> bool:
    """Say whether the author speaks of himself outside everything that somebody says, as a column does."""
    told = [c for s in statements for c in s.content]
    first = [w for w in analysis.words if w.text.lower() in words()["own_voice"] and w.text != "May"]
    return any(
        _is_read(article, analysis, w.index)
        and not any(c.contains(w.span) for c in told)
        and not _quoted(analysis, w.index)
        for w in first
    )


def _quoted(analysis: Analysis, index: int) -> bool:
    """Say whether a word stands between quotation marks of its sentence."""
    sentence = analysis.sentences[analysis.words[index].sentence]
    before = sum(analysis.words[i].text in _MARKS for i in range(sentence.first, index))
    return before % 2 == 1


def _is_read(article: Article, analysis: Analysis, index: int) -> bool:
    return article.is_read(analysis.sentences[analysis.words[index].sentence].paragraph)


def _supposed(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether a clause is a question, itself a condition, what somebody wonders, or cut short."""
    if analysis.words[candidate.head].upos == "AUX" and lower(analysis, candidate.head + 1) in _CUT:
        return True
    if is_question(analysis, candidate.head):
        return True
    marks = [m for m in analysis.dependents[candidate.head] if analysis.words[m].deprel in ("mark", "advmod")]
    low = {lower(analysis, m) for m in marks}
    if any(mark_at(analysis, m, words()["conditions"]) for m in marks if m < candidate.head):
        return True
    own = [i for i in analysis.subtree(candidate.head) if i < candidate.head]
    low |= {lower(analysis, i) for i in own[:1]}
    relative = analysis.words[candidate.top].deprel in ("acl:relcl", "acl")
    return bool(low & {"whether", "how", "why", "where", "what", "who"}) or (
        relative and candidate.probability is None
    )


def _around(analysis: Analysis, candidate: Candidate, statements: Sequence[Statement]) -> Statement | None:
    place = analysis.words[candidate.head].span
    holding = [s for s in statements if any(c.contains(place) for c in s.content)]
    return min(holding, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)


def _actor_at(
    analysis: Analysis, subject: int | None, index: ActorIndex, actors: dict[str, Actor]
) -> Actor | None:
    """The actor whose mention a clause's subject is."""
    if subject is None:
        return None
    place = analysis.words[subject].span
    found = [(mention.end - mention.start, who) for mention, who in index.places if mention.contains(place)]
    return actors[min(found)[1]] if found else None
