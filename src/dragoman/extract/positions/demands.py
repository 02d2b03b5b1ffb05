"""What somebody says must or must not be: "Assad must go, the minister said" is a stance of the minister."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.extract.arguments import children, phrase, subjects
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import (
    Range,
    bounds,
    condition_from,
    is_question,
    lower,
    mark_at,
    trimmed,
)
from dragoman.extract.positions.holders import can_hold
from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Analysis, Span, StatementDraft


@dataclass(frozen=True, slots=True)
class Demand:
    """A clause with "must" or "should": where it stands, who says so, and whether it is denied."""

    modal: int
    holders: tuple[Span, ...]
    run: Range
    before: Range | None
    """A condition in front of the clause, which may hold what its "it" stands for."""
    denied: bool
    acting: bool
    """Whether it says what somebody is to do, or what is to be done: more than what "should" be so."""


def demands(ground: Ground, statements: Sequence[StatementDraft]) -> Iterator[Demand]:
    """Yield what named sources say must be, in text order."""
    analysis, words = ground.analysis, lexicon().words["demanding"]
    for word in analysis.words:
        pair = f"{word.text.lower()} {lower(analysis, word.index + 1)}"
        if word.text.lower() not in words and pair not in words:
            continue
        if is_question(analysis, word.index) or _supposed(analysis, word.index):
            continue
        inside = around(word.span, statements)
        if inside is None or _is_no_demand(ground, inside):
            continue
        first, last = _inside(analysis, word.index, inside)
        thinking = thinker(ground, word.index, first)
        if thinking is not None:
            holders: tuple[Span, ...] = tuple(phrase(analysis, head) for head in thinking[1])
            first = thinking[0] + 1
        elif inside.source is not None:
            holders = (inside.source,)
        else:
            continue
        before = _condition_before(analysis, first, word.index)
        run = trimmed(analysis, (before[1] if before else first, last))
        denied = any(
            lower(analysis, i) in ("not", "n't", "n’t", "never", "no")
            for i in range(*run)
            if i < word.index + 3
        )
        if run[0] < run[1] and holders:
            yield Demand(word.index, holders, run, before, denied, _acting(ground, word.index))


def _acting(ground: Ground, modal: int) -> bool:
    """Say whether a clause with "must" or "should" asks for a deed: of an actor, or in the passive.

    "Must have been" guesses, "you should" advises.
    """
    analysis = ground.analysis
    if lower(analysis, modal + 1) == "have" or lower(analysis, modal + 2) == "have":
        return False
    if lower(analysis, modal - 1) in ("will", "'ll", "’ll", "would", "may", "might", "not", "n't", "n’t"):
        return False  # "will have to" foretells
    above = analysis.words[modal].head
    verb = above if above >= 0 and analysis.words[modal].deprel in ("aux", "aux:pass") else modal
    own = children(analysis, verb, "nsubj", "nsubj:pass")
    if not own and analysis.words[verb].deprel == "conj":  # "the pipe divides Europe and must be stopped"
        own = children(analysis, analysis.words[verb].head, "nsubj", "nsubj:pass")
    if ground.lemma(verb) in lexicon().words["viewing"]:
        return False
    subject = next(iter(own), None)
    if subject is None or lower(analysis, subject) in ("you", "one", "it", "i"):
        return False
    if children(analysis, verb, "nsubj:pass") or children(analysis, verb, "aux:pass"):
        return True
    if lexicon().isa(ground.lemma(verb), "ending") and lower(analysis, subject) not in ("he", "she", "they"):
        return True  # "the shooting must stop"
    return analysis.words[verb].upos == "VERB" and can_hold(ground, subject)


def _is_no_demand(ground: Ground, statement: StatementDraft) -> bool:
    """Say whether a text says what must be ("the bill says", "the notice"), or somebody in jest."""
    analysis, words = ground.analysis, lexicon()
    cues = {ground.lemma(i) for span in statement.cue for i in analysis.words_in(span)}
    if cues & words.words["jesting"]:
        return True
    own = analysis.words_in(statement.source) if statement.source is not None else range(0)
    if not own:
        return False
    head = analysis.head_of(own.start, own.stop)
    return head not in ground.name_of and words.isa(ground.lemma(head), "texts")


def around(place: Span, statements: Sequence[StatementDraft]) -> StatementDraft | None:
    """The innermost statement in whose content a place lies."""
    found = [(s.end - s.start, n) for n, d in enumerate(statements) for s in d.content if s.contains(place)]
    return statements[min(found)[1]] if found else None


def _inside(analysis: Analysis, index: int, statement: StatementDraft) -> Range:
    """The words of the page's sentence around a word that lie in the statement's content."""
    first, last = bounds(analysis, index)
    content = next(s for s in statement.content if s.contains(analysis.words[index].span))
    inside = analysis.words_in(content)
    return max(first, inside.start), min(last, inside.stop)


def _supposed(analysis: Analysis, modal: int) -> bool:
    """Say whether the clause of an auxiliary is itself a condition or a relative clause."""
    first = bounds(analysis, modal)[0]
    for at in range(modal - 1, first - 1, -1):
        if analysis.words[at].text in (",", "”", "“", ";"):
            return False
        if mark_at(analysis, at) or lower(analysis, at) in (
            "who",
            "which",
            "whether",
            "what",
            "how",
            "when",
            "why",
        ):
            return True
    return False


def thinker(ground: Ground, modal: int, first: int) -> tuple[int, list[int]] | None:
    """The nearest verb of thinking above, with those who think it: "Moscow believes that it must be done"."""
    analysis = ground.analysis
    for above in analysis.ancestors(modal):
        if not first <= above < modal:
            continue
        if lexicon().isa(ground.lemma(above), "thinking"):
            heads = [h for h in subjects(analysis, above) if first <= h < above and can_hold(ground, h)]
            if heads:
                return above, heads
    return None


def _condition_before(analysis: Analysis, first: int, modal: int) -> Range | None:
    for at in range(first, modal):
        if mark_at(analysis, at):
            found = condition_from(analysis, at)
            return found if found[1] < modal else None
    return None
