"""What a verb of foretelling has behind it, with no "will": "the bank expects prices to fall by March"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.actors import ActorIndex
from dragoman.extract.arguments import children, is_passive, subjects
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.forecasts.tellers import actor_of
from dragoman.extract.positions.clauses import bounds, is_question, lower, trimmed
from dragoman.records import Analysis, Article, Span, Statement

_ASKING = frozenset({"should", "must", "would", "'d"})
_DENIALS = frozenset({"not", "n't", "n’t", "never"})


@dataclass(frozen=True, slots=True)
class Foretold:
    """What is foretold without "will": by which word and whom (an actor's id), how likely, denied or not."""

    word: int
    claimant: str | None
    proposition: Span
    probability: Span | None
    denied: bool


def foretold_by_verb(
    article: Article, analysis: Analysis, statements: Sequence[Statement], index: ActorIndex
) -> Iterator[Foretold]:
    """Yield what verbs of foretelling have behind them, in text order.

    A noun with what belongs to it, or a noun with an infinitive; "expects to win" is a plan of one's own.
    """
    for word in analysis.words:
        seeing = word.lemma.lower() in words()["seeing"]
        if word.upos != "VERB" or not (seeing or word.lemma.lower() in words()["predicting_nouns"]):
            continue
        if not article.is_read(analysis.sentences[word.sentence].paragraph):
            continue
        if is_passive(analysis, word.index) or is_question(analysis, word.index):
            continue
        if {lower(analysis, a) for a in children(analysis, word.index, "aux", "advmod")} & _ASKING:
            continue
        helping = children(analysis, word.index, "aux", "advmod", "neg")
        denied = bool({lower(analysis, a) for a in helping} & _DENIALS)
        claimant = _claimant(analysis, word.index, statements, index)
        thing = [o for o in children(analysis, word.index, "obj", "ccomp") if o > word.index]
        if claimant is None or not thing:
            continue
        run = _all_of(analysis, word.index, thing[0])
        if run[0] < run[1] and lower(analysis, run[0]) not in ("them", "this", "that", "him", "her"):
            if seeing and not _is_dated(analysis, run):
                continue
            yield Foretold(word.index, claimant, analysis.span(*run), None, denied)


def _claimant(
    analysis: Analysis, verb: int, statements: Sequence[Statement], index: ActorIndex
) -> str | None:
    """Who foretells: the verb's subject; who says "we expect" himself."""
    heads = subjects(analysis, verb)
    if any(lower(analysis, h) in ("i", "we") for h in heads):
        place = analysis.words[verb].span
        around = [s for s in statements if s.source and any(c.contains(place) for c in s.content)]
        inner = min(around, key=lambda s: (sum(c.end - c.start for c in s.content), s.id), default=None)
        return inner.source.actor if inner is not None and inner.source is not None else None
    return next((who for h in heads if (who := actor_of(analysis, h, index))), None)


def _is_dated(analysis: Analysis, run: tuple[int, int]) -> bool:
    """Say whether a run of words tells by when: "stuck below target until 2021", "at $1.20 by Christmas"."""
    return any(
        lower(analysis, i) in ("by", "until", "before", "within", "next", "this")
        for i in range(run[0] + 1, run[1])
    )


def _all_of(analysis: Analysis, verb: int, thing: int) -> tuple[int, int]:
    """The words of the thing foretold, with its infinitive and what tells when."""
    first = min(i for i in analysis.subtree(thing) if i > verb)
    last = max(i for i in analysis.subtree(thing))
    for further in children(analysis, verb, "xcomp", "ccomp", "obl", "obl:tmod", "obl:unmarked", "advcl"):
        tree = analysis.subtree(further)
        if tree[0] == last + 1:
            last = tree[-1]
    return trimmed(analysis, (first, min(last + 1, bounds(analysis, verb)[1])))
