"""Stances that the engine sees where no rule does; those of rules that it takes for none are left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal, cast

from dragoman.extract.arguments import phrase, subjects
from dragoman.extract.events.signals import negated
from dragoman.extract.evidence import allowed, alone, content_words
from dragoman.extract.ground import Ground
from dragoman.extract.linked import named_by
from dragoman.extract.positions.clauses import bounds, conditions_in, lower, trimmed
from dragoman.extract.positions.lexicon import Use, lexicon
from dragoman.extract.positions.sides import side_told
from dragoman.records import Article, FindingSpan, PositionDraft, Span, StatementDraft, hull

_ANYHOW = frozenset({"obj", "that", "must", "ing", "none", "free"})
_INFINITIVES = frozenset({"inf", "objinf"})
_LEADING = frozenset("to of for with on in against by at about from that the which who whom".split())
_SIGNS = ("for", "against", "neutral")


def with_engine(
    article: Article,
    ground: Ground,
    drafts: Sequence[PositionDraft],
    statements: Sequence[StatementDraft],
    none_told: Sequence[Span],
) -> list[PositionDraft]:
    """Return what rules and engine say together, in text order; the rules' alone for another's analysis.

    ``none_told`` are words of stance that tell none by their place ("did not call for"): there the rules
    know best.
    """
    analysis = ground.analysis
    kept = [d for d in drafts if allowed(analysis, "position", d.span)]
    taken = [*(d.span for d in drafts), *none_told]
    for sentence in analysis.sentences:
        if article.is_read(sentence.paragraph):
            for seen in alone(analysis, "position", sentence, taken):
                kept += _drafts(ground, seen, statements)
    return sorted(kept, key=lambda d: (d.span, d.holder or Span(0, 0)))


def _drafts(
    ground: Ground, seen: FindingSpan, statements: Sequence[StatementDraft]
) -> Iterator[PositionDraft]:
    """Yield a draft for each holder of what only the engine sees; none where nobody holds it."""
    analysis = ground.analysis
    head = analysis.head_of(seen.first, seen.last)
    if lexicon().isa(ground.lemma(head), "no_stances"):
        return
    condition = _condition(ground, seen)
    predicate = analysis.words[head].span
    thing = _object(ground, seen, head, condition)
    whole = analysis.span(seen.first, seen.last)
    spans = (whole, *((analysis.span(*condition),) if condition else ()))
    for holder in _holders(ground, seen, head, statements):
        yield PositionDraft(
            holder=holder,
            predicate=predicate,
            object=None if thing is None else analysis.span(*thing),
            pointing="" if thing is None else _pointing(ground, thing),
            sign=_sign(ground, seen, head),
            denied=False,
            condition=analysis.span(*condition) if condition else None,
            firmness="plain",
            open="any",
            span=hull(spans),
            confidence=round(0.9 * seen.confidence, 3),
        )


def _sign(ground: Ground, seen: FindingSpan, head: int) -> Literal["for", "against", "neutral"]:
    """The side that a preposition tells, or the table for a verb that isn't denied, else the engine's."""
    side = side_told(ground, head, (seen.first, seen.last))
    if side is not None and seen.label in _SIGNS:
        return side
    uses = lexicon().uses["v"].get(ground.lemma(head), ()) if _is_verb(ground, head) else ()
    said = {lower(ground.analysis, i) for i in range(seen.first, seen.last)}
    told = {use.sign for use in uses if is_used(use, said)}
    if len(told) == 1 and not negated(ground, head):
        if "against" in told:
            return "against"
        if "for" in told:
            return "for"
    return "for" if seen.label not in _SIGNS else cast(Literal["for", "against", "neutral"], seen.label)


def is_used(use: Use, said: set[str]) -> bool:
    """Say whether the words that belong to a use are said: "call" is for something with "for" or "to"."""
    needed = ("to" if kind in _INFINITIVES else kind for kind in use.objects if kind not in _ANYHOW)
    behind = [word for word in needed if word in said]
    return set(use.words[1:]) <= said and bool(behind or _ANYHOW.intersection(use.objects))


def _is_verb(ground: Ground, index: int) -> bool:
    return ground.analysis.words[index].upos == "VERB"


def _holders(
    ground: Ground, seen: FindingSpan, head: int, statements: Sequence[StatementDraft]
) -> list[Span]:
    """Who holds it: those whom the engine links, else the subject, else whose words it stands in."""
    linked = named_by(ground, seen.holders)
    if linked:
        return [span for head, span in linked.items() if not _only_described(ground, head, linked)]
    acting = [s for s in subjects(ground.analysis, head) if ground.is_actor(s)]
    if acting:
        return [phrase(ground.analysis, s) for s in acting]
    place = ground.analysis.words[head].span
    around = [
        s for s in statements if s.source is not None and any(c.contains(place) for c in s.content)
    ]  # fmt: skip
    inner = min(around, key=lambda s: sum(c.end - c.start for c in s.content), default=None)
    return [inner.source] if inner is not None and inner.source is not None else []


def _only_described(ground: Ground, head: int, linked: Collection[int]) -> bool:
    """Say whether a word only tells what another holder is: "their MP, Ann Teszt, a former Liberal"."""
    words = ground.analysis.words
    at = head
    while words[at].deprel in ("conj", "appos", "nmod") and words[at].head >= 0:
        if words[at].deprel == "appos" and words[at].head in linked:
            return True
        at = words[at].head
    return False


def _condition(ground: Ground, seen: FindingSpan) -> tuple[int, int] | None:
    """The condition of a stance that the engine takes for conditional; None for others."""
    if seen.label != "conditional":
        return None
    found = conditions_in(ground.analysis, *bounds(ground.analysis, seen.first))
    near = [c for c in found if c[0] <= seen.last + 1 and seen.first - 1 <= c[1]]
    return next(iter(near), None)


def _object(
    ground: Ground, seen: FindingSpan, head: int, condition: tuple[int, int] | None
) -> tuple[int, int] | None:
    """What a stance is towards: the evidence behind its word, else in front of it."""
    barred = set(range(*condition)) if condition else set()
    analysis = ground.analysis
    for run in ((head + 1, seen.last), (seen.first, head)):
        words = [i for i in range(*run) if i not in barred]
        while words and lower(analysis, words[0]) in _LEADING:
            words = words[1:]
        if content_words(analysis, words):
            first, last = trimmed(analysis, (words[0], words[-1] + 1))
            return (first, last) if first < last else None
    return None


def _pointing(ground: Ground, thing: tuple[int, int]) -> str | None:
    first = lower(ground.analysis, thing[0])
    alone = thing[1] - thing[0] == 1
    return first if alone and first in lexicon().words["pointing"] else None
