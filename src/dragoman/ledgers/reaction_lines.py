"""Reactions → lines that can be printed, or written as JSON or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.ledgers.reacting import Reacted
from dragoman.relations.reactions import Towards


@dataclass(frozen=True, slots=True)
class ReactionLine:
    """One remark of a third state's people on one act of a pair.

    ``act`` is the id of the act's first telling. ``first_`` and ``second_`` are the third state's closeness
    to the first and the second of the pair after the act, beside that before: a verdict, both values, and
    the difference with its band of 90 %; None where the acts don't reach so far.
    """

    act: str
    act_day: date
    act_type: str
    act_document: str
    act_start: int
    act_end: int
    third: str
    by: str
    link: str
    id: str
    document: str
    start: int
    end: int
    text: str
    publication: str | None
    published: date | None
    first: str
    first_verdict: str
    first_before: float | None
    first_after: float | None
    first_low: float | None
    first_high: float | None
    second: str
    second_verdict: str
    second_before: float | None
    second_after: float | None
    second_low: float | None
    second_high: float | None


def reaction_lines(found: tuple[Reacted, ...]) -> Iterator[ReactionLine]:
    """Yield one line a remark."""
    for one in found:
        act, first = one.reaction.act, one.reaction.act.reports[0]
        start, end = first.span or (0, 0)
        for remark, link in one.reaction.remarks:
            report = remark.report
            told, ended = report.span or (0, 0)
            yield ReactionLine(
                act.id, act.day, act.type, first.document, start, end, one.reaction.third, remark.by.name,
                link, remark.id, report.document, told, ended, remark.text, report.publication, report.day,
                *_towards(one.towards[0]), *_towards(one.towards[1]),
            )  # fmt: skip


def _towards(
    one: Towards,
) -> tuple[str, str, float | None, float | None, float | None, float | None]:
    found = one.change
    if found is None:
        return one.state, "not measured", None, None, None, None
    return one.state, found.verdict, found.before, found.after, found.low, found.high
