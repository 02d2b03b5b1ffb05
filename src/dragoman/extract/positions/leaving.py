"""What is left to somebody: "that is for the Syrians to decide", "it is up to the voters", "let him stay".

Whoever says so, or thinks so, is for it that they decide, or that he stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.arguments import children, phrase
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import Range, bounds, is_question, lower, trimmed
from dragoman.extract.positions.demands import around, thinker
from dragoman.extract.positions.frames import Frame
from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Span, StatementDraft

_OURSELVES = frozenset({"us", "me", "'s", "’s"})
"""Behind "let": who calls on himself tells what he will do, and no stance."""


def left_to(ground: Ground, statements: Sequence[StatementDraft]) -> Iterator[Frame]:
    """Yield the stances of named sources that leave something to somebody, in text order."""
    for word in ground.analysis.words:
        low = word.text.lower()
        if low == "let" and word.upos == "VERB":
            run = _allowed(ground, word.index)
        elif low == "to" and word.deprel == "mark":
            run = _theirs(ground, word.index)
        else:
            continue
        if run is None or is_question(ground.analysis, word.index):
            continue
        holders = _holders(ground, run, statements)
        if holders:
            yield Frame(word.index, holders, run, "for", False)


def _allowed(ground: Ground, let: int) -> Range | None:
    """What is to be let: "let the Syrians vote" as a call on everybody, with nobody before it who lets."""
    analysis = ground.analysis
    if (
        children(analysis, let, "nsubj", "nsubj:pass", "aux", "mark")
        or lower(analysis, let + 1) in _OURSELVES
    ):
        return None
    deeds = [
        i for i in children(analysis, let, "xcomp", "ccomp") if i > let and analysis.words[i].upos == "VERB"
    ]
    if not deeds or analysis.words[let].deprel == "xcomp":
        return None
    run = trimmed(analysis, (let + 1, min(bounds(analysis, let)[1], _end(ground, deeds[0]))))
    return run if run[0] < run[1] else None


def _theirs(ground: Ground, mark: int) -> Range | None:
    """What is somebody's to do: the whole clause of "the future is for (up to) the voters to decide"."""
    analysis = ground.analysis
    deed = analysis.words[mark].head
    first = bounds(analysis, mark)[0]
    before = [i for i in range(max(first, mark - 8), mark) if lower(analysis, i) in ("for", "to")]
    led = next((i for i in reversed(before) if _is_led(ground, i)), None)
    if led is None or deed <= mark or analysis.words[deed].upos != "VERB":
        return None
    if lower(analysis, led) == "for" and not lexicon().isa(ground.lemma(deed), "deciding"):
        return None  # "the tool is for workers to use"
    subjects = [i for i in range(first, led) if analysis.words[i].deprel in ("nsubj", "expl")]
    if not subjects:
        return None
    start = min(analysis.subtree(subjects[-1])[0], led)
    run = trimmed(analysis, (max(first, start), _end(ground, deed)))
    return run if run[0] < run[1] else None


def _is_led(ground: Ground, index: int) -> bool:
    """Say whether "for" stands right behind "is", or "to" behind "is up"."""
    analysis = ground.analysis
    if lower(analysis, index) == "to":
        return lower(analysis, index - 1) == "up" and lower(analysis, index - 2) in _BEING
    before = lower(analysis, index - 1)
    return before in _BEING or (before in ("only", "solely") and lower(analysis, index - 2) in _BEING)


_BEING = frozenset({"is", "are", "was", "were", "be", "remains"})


def _end(ground: Ground, deed: int) -> int:
    """Return the end of a deed's clause, before a comma and the quotation's mark."""
    analysis = ground.analysis
    last = bounds(analysis, deed)[1]
    stops = (",", ";", ".", "”", '"', "—")
    return next((i for i in range(deed + 1, last) if lower(analysis, i) in stops), last)


def _holders(ground: Ground, run: Range, statements: Sequence[StatementDraft]) -> tuple[Span, ...]:
    """Return who thinks or says so: the subject of the verb above, else the statement's source."""
    analysis = ground.analysis
    place = analysis.words[run[1] - 1]
    thinking = thinker(ground, place.index, bounds(analysis, place.index)[0])
    if thinking is not None and thinking[0] < run[0]:
        return tuple(phrase(analysis, head) for head in thinking[1])
    inside = around(place.span, statements)
    return (inside.source,) if inside is not None and inside.source is not None else ()
