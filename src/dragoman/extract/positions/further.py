"""Drafts of stances that no single word of stance tells: judgements, deeds under a condition, echoes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.extract.arguments import phrase
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import lower, trimmed
from dragoman.extract.positions.conditionals import Proviso, provisos
from dragoman.extract.positions.echoes import Echo, echoes
from dragoman.extract.positions.evaluations import Evaluation, evaluations
from dragoman.extract.positions.frames import Frame, frames
from dragoman.extract.positions.hanging import Hanging, hangings
from dragoman.extract.positions.leaving import left_to
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.sides import Side, sides
from dragoman.records import Analysis, PositionDraft, Span, StatementDraft, hull

_JUDGED, _PROVISO, _ECHO, _SIDE = 0.65, 0.65, 0.75, 0.7


def further_drafts(
    ground: Ground, statements: Sequence[StatementDraft], told: Sequence[Span]
) -> Iterator[PositionDraft]:
    """Yield a draft for each holder; ``told`` are the words that tell a stance already."""
    for evaluation in evaluations(ground, statements):
        place = ground.analysis.span(*evaluation.words)
        if not any(place.overlaps(each) for each in told):
            yield from _of_evaluation(ground.analysis, evaluation)
    for proviso in provisos(ground):
        place = ground.analysis.span(proviso.verb, proviso.condition[0])
        if not any(place.overlaps(each) for each in told):
            yield from _of_proviso(ground.analysis, proviso)
    for frame in (*frames(ground, statements), *left_to(ground, statements)):
        yield from _of_frame(ground.analysis, frame)
    for side in sides(ground):
        yield from _of_side(ground.analysis, side)
    for hanging in hangings(ground):
        yield from _of_hanging(ground.analysis, hanging)
    for echo in echoes(ground):
        yield from _of_echo(ground.analysis, echo)


def _of_evaluation(analysis: Analysis, found: Evaluation) -> Iterator[PositionDraft]:
    """The drafts of a judgement, none where it is denied and tells nothing so."""
    sign = found.judgement.negated if found.denied else found.judgement.sign
    if sign == "-":
        return
    judged = trimmed(analysis, found.judged) if found.judged else None
    pointing: str | None = ""
    if judged is not None and judged[0] < judged[1]:
        first = lower(analysis, judged[0])
        alone = judged[1] - judged[0] == 1 and first in lexicon().words["pointing"]
        pointing = first if alone else None
    spans = [analysis.span(*found.words)] + ([analysis.span(*judged)] if judged else [])
    for holder in found.holders:
        inside = [holder] if _near(holder, spans[0]) else []
        yield PositionDraft(
            holder=holder, predicate=spans[0], object=spans[1] if pointing is None else None,
            pointing=pointing, sign=sign, denied=False, condition=None, firmness=found.judgement.firmness,
            open="any", span=hull((*spans, *inside)), confidence=_JUDGED,
        )  # fmt: skip


def _near(holder: Span, place: Span) -> bool:
    """Say whether a holder stands close enough to be part of the evidence."""
    return max(holder.start, place.start) - min(holder.end, place.end) < 80


def _of_hanging(analysis: Analysis, found: Hanging) -> Iterator[PositionDraft]:
    """The drafts of a support that is said to hang on something."""
    noun, condition = analysis.words[found.noun].span, analysis.span(*trimmed(analysis, found.condition))
    thing = analysis.span(*found.object) if found.object else None
    for head in found.holders:
        holder = phrase(analysis, head)
        yield PositionDraft(
            holder=holder, predicate=noun, object=thing, pointing=None if thing else "", sign="for",
            denied=False, condition=condition, firmness="plain", open="any",
            span=hull((holder, noun, condition)), confidence=_PROVISO,
        )  # fmt: skip


def _of_frame(analysis: Analysis, found: Frame) -> Iterator[PositionDraft]:
    """The drafts of a stance that a frame of small words tells."""
    word, thing = analysis.words[found.word].span, analysis.span(*found.object)
    for holder in found.holders:
        inside = [holder] if found.holds_inside else []
        yield PositionDraft(
            holder=holder, predicate=word, object=thing, pointing=None, sign=found.sign, denied=False,
            condition=None, firmness="plain", open="any", span=hull((word, thing, *inside)),
            confidence=_JUDGED,
        )  # fmt: skip


def _of_side(analysis: Analysis, found: Side) -> Iterator[PositionDraft]:
    """The drafts of who is called a supporter or an opponent of something."""
    noun, thing = analysis.words[found.noun].span, analysis.span(*found.object)
    for head in found.holders:
        holder = phrase(analysis, head)
        inside = [holder] if _near(holder, noun) else []
        yield PositionDraft(
            holder=holder, predicate=noun, object=thing, pointing=None, sign=found.sign, denied=False,
            condition=None, firmness="plain", open="any", span=hull((noun, thing, *inside)), confidence=_SIDE,
        )  # fmt: skip


def _of_echo(analysis: Analysis, found: Echo) -> Iterator[PositionDraft]:
    """The drafts of what repeats a stance; which one is known only when all are named."""
    words = analysis.span(*found.words)
    for head in found.holders:
        holder = phrase(analysis, head)
        yield PositionDraft(
            holder=holder, predicate=words, object=None, pointing="so", sign=found.sign, denied=False,
            condition=None, firmness="plain", open="any", span=hull((holder, words)), confidence=_ECHO,
        )  # fmt: skip


def _of_proviso(analysis: Analysis, found: Proviso) -> Iterator[PositionDraft]:
    """The drafts of a deed under a condition."""
    if found.run[0] >= found.run[1]:
        return
    condition = analysis.span(*trimmed(analysis, found.condition))
    for head in found.holders:
        holder = phrase(analysis, head)
        yield PositionDraft(
            holder=holder, predicate=analysis.words[found.verb].span, object=analysis.span(*found.run),
            pointing=None, sign="against" if found.denied else "for", denied=False, condition=condition,
            firmness="plain", open="any", span=hull((holder, analysis.span(*found.run), condition)),
            confidence=_PROVISO,
        )  # fmt: skip
