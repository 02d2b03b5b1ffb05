"""What a verb of foretelling has behind it, with no "will": "the bank expects prices to fall by March"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.actors import ActorIndex
from dragoman.extract.events.arguments import children, is_passive, subjects
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import bounds, is_question, lower, trimmed
from dragoman.records import Analysis, Article, Span

_ASKING = frozenset({"should", "must", "would", "'d"})
_DENIALS = frozenset({"not", "n't", "n’t", "never"})


def foretold_by_verb(
    article: Article, analysis: Analysis, index: ActorIndex
) -> Iterator[tuple[int, str, Span, bool]]:
    """Yield the verb, who foretells (the actor's id), what, and whether he denies it, in text order.

    A noun with what belongs to it, or a noun with an infinitive; "expects to win" is a plan of one's own.
    """
    for word in analysis.words:
        if word.upos != "VERB" or word.lemma.lower() not in words()["predicting_nouns"]:
            continue
        if not article.is_read(analysis.sentences[word.sentence].paragraph):
            continue
        if is_passive(analysis, word.index) or is_question(analysis, word.index):
            continue
        if {lower(analysis, a) for a in children(analysis, word.index, "aux", "advmod")} & _ASKING:
            continue
        helping = children(analysis, word.index, "aux", "advmod", "neg")
        denied = bool({lower(analysis, a) for a in helping} & _DENIALS)
        claimant = next(
            (who for h in subjects(analysis, word.index) if (who := _actor(analysis, h, index))), None
        )
        thing = [o for o in children(analysis, word.index, "obj", "ccomp") if o > word.index]
        if claimant is None or not thing:
            continue
        run = _all_of(analysis, word.index, thing[0])
        if run[0] < run[1] and lower(analysis, run[0]) not in ("them", "this", "that", "him", "her"):
            yield word.index, claimant, analysis.span(*run), denied


def _all_of(analysis: Analysis, verb: int, thing: int) -> tuple[int, int]:
    """The words of the thing foretold, with its infinitive and what tells when."""
    first = min(i for i in analysis.subtree(thing) if i > verb)
    last = max(i for i in analysis.subtree(thing))
    for further in children(analysis, verb, "xcomp", "obl", "obl:tmod", "obl:unmarked", "advcl"):
        tree = analysis.subtree(further)
        if tree[0] == last + 1:
            last = tree[-1]
    return trimmed(analysis, (first, min(last + 1, bounds(analysis, verb)[1])))


def _actor(analysis: Analysis, head: int, index: ActorIndex) -> str | None:
    """The actor whose mention a word is in, the closest mention first."""
    place = analysis.words[head].span
    found = [(mention.end - mention.start, who) for mention, who in index.places if mention.contains(place)]
    return min(found)[1] if found else None
