"""Judgements that tell a stance: "a fixed date is a red line for Moscow", "she called the plan premature".

The thing judged is the subject (or the object of a verb of calling); who stands so is named by "for" or "to",
is the subject of the calling, or else is whoever says the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.arguments import children, objects, phrase, subjects
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import Range, bounds, is_question, lower, mark_at
from dragoman.extract.positions.holders import can_hold
from dragoman.extract.positions.lexicon import Judgement, lexicon
from dragoman.extract.statements.phrases import noun_phrase
from dragoman.records import Span, StatementDraft

_BETWEEN = frozenset({"ADV", "DET", "PART", "AUX", "ADJ"})
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A judgement in its place: its words, who holds it, the thing judged (None where it is left out)."""

    words: Range
    holders: tuple[Span, ...]
    judged: Range | None
    judgement: Judgement
    denied: bool


def evaluations(ground: Ground, statements: Sequence[StatementDraft]) -> Iterator[Evaluation]:
    """Yield the judgements that somebody known holds, in text order."""
    analysis = ground.analysis
    for word in analysis.words:
        for judgement in lexicon().judgements.get(word.text.lower(), ()):
            last = word.index + len(judgement.words)
            if any(lower(analysis, word.index + n) != part for n, part in enumerate(judgement.words)):
                continue
            if is_question(analysis, word.index) or word.deprel in ("amod", "compound"):
                continue
            found = _called(ground, word.index, last, judgement)
            found = found or _is_so(ground, word.index, last, judgement, statements)
            found = found or _cried(ground, word.index, last, judgement, statements)
            if found is not None:
                yield found
                break


def _called(ground: Ground, first: int, last: int, judgement: Judgement) -> Evaluation | None:
    """ "Paris called the plan premature": a verb of calling in front, its object between the two."""
    analysis = ground.analysis
    start = bounds(analysis, first)[0]
    for verb in range(first - 1, max(start, first - _NEAR - 2) - 1, -1):
        word = analysis.words[verb]
        if word.upos not in ("VERB", "AUX"):
            continue
        if word.upos != "VERB" or not lexicon().isa(ground.lemma(verb), "calling"):
            return None
        thing = [o for o in objects(analysis, verb) if verb < o < first]
        thing = thing or [s for s in children(analysis, first, "nsubj") if verb < s < first]
        holding = [head for head in subjects(analysis, verb) if head < verb and can_hold(ground, head)]
        if not thing or not holding:
            return None
        judged = noun_phrase(analysis, thing[0])
        judged = (max(judged[0], verb + 1), min(judged[1], first))
        who = tuple(phrase(analysis, head) for head in holding)
        return Evaluation((verb, last), who, judged, judgement, _denied(ground, verb, first))
    return None


def _is_so(
    ground: Ground, first: int, last: int, judgement: Judgement, statements: Sequence[StatementDraft]
) -> Evaluation | None:
    """ "The plan is unacceptable to Paris": a verb of being in front."""
    analysis = ground.analysis
    start = bounds(analysis, first)[0]
    being = first - 1
    while being >= start and analysis.words[being].upos in _BETWEEN and not _is_being(ground, being):
        being -= 1
    if being < start or not _is_being(ground, being):
        return None
    if any(mark_at(analysis, i) or lower(analysis, i) == "whether" for i in range(start, being)):
        return None
    who = _beside(ground, start, being, last)
    who = who or _speaker(analysis.words[first].span, statements)
    clause = [c for c in children(analysis, first, "csubj") if start <= c < being]
    thing = children(analysis, first, "nsubj", "csubj") or children(analysis, last - 1, "nsubj", "csubj")
    thing = clause or [t for t in thing if start <= t < being]
    thing = thing or [i for i in (being - 1,) if _is_noun(ground, i)]
    if who and not thing and lower(analysis, being - 1) == "now":  # "now is not the time"
        return Evaluation((being, last), who, None, judgement, _denied(ground, being, first))
    if not who or not thing:
        return None
    tree = analysis.subtree(thing[0])
    judged = (tree[0], tree[-1] + 1) if thing[0] in clause else noun_phrase(analysis, thing[0])
    judged = (max(judged[0], start), min(judged[1], being))
    if judged[0] >= judged[1] or (can_hold(ground, thing[0]) and lower(analysis, thing[0]) != "it"):
        return None
    return Evaluation((being, last), who, judged, judgement, _denied(ground, being, first))


def _cried(
    ground: Ground, first: int, last: int, judgement: Judgement, statements: Sequence[StatementDraft]
) -> Evaluation | None:
    """ "“Unacceptable,” said the minister": a judgement that stands at the head of somebody's own words."""
    place = ground.analysis.words[first].span
    said = [s for s in statements if s.source is not None and s.form == "direct" for c in s.content
            if c.contains(place) and ground.analysis.words_in(c).start >= first - 2]  # fmt: skip
    words = ground.analysis.words
    after = words[last] if last < len(words) else None
    if not said or said[0].source is None or after is None or after.upos not in ("PUNCT", "CCONJ"):
        return None
    return Evaluation((first, last), (said[0].source,), None, judgement, False)


def _is_being(ground: Ground, index: int) -> bool:
    return lexicon().isa(ground.lemma(index), "standing") and ground.lemma(index) not in ("vote", "speak")


def _is_noun(ground: Ground, index: int) -> bool:
    return ground.analysis.words[index].upos in ("NOUN", "PROPN", "PRON")


def _denied(ground: Ground, first: int, last: int) -> bool:
    around = range(max(0, first - 2), last)
    return any(lower(ground.analysis, i) in lexicon().words["negations"] for i in around)


def _beside(ground: Ground, start: int, being: int, last: int) -> tuple[Span, ...]:
    """Who a judgement is said to be for: "for Moscow, …", "… for the rebels", "… to Paris"."""
    analysis = ground.analysis
    end = bounds(analysis, last - 1)[1]
    for at in (last, *range(start, being)):
        if at >= end or lower(analysis, at) not in ("for", "to"):
            continue
        for head in range(at + 1, min(at + 5, end)):
            if _is_noun(ground, head) and analysis.words[head].deprel not in (
                "compound",
                "flat",
                "nmod:poss",
            ):
                if can_hold(ground, head):
                    return (phrase(analysis, head),)
                break
    return ()


def _speaker(place: Span, statements: Sequence[StatementDraft]) -> tuple[Span, ...]:
    """The source of the innermost statement around, where it has one."""
    around = [(sum(c.end - c.start for c in s.content), n) for n, s in enumerate(statements)
              if any(c.contains(place) for c in s.content)]  # fmt: skip
    source = statements[min(around)[1]].source if around else None
    return (source,) if source is not None else ()
