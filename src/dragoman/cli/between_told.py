"""What is told of two states in the terminal, each figure with where it can be opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from dragoman.cli.chronicle_told import story
from dragoman.show.curves import bar, sparkline
from dragoman.show.deed_words import deed_words
from dragoman.show.plain import isolated, one_line, shortened

if TYPE_CHECKING:
    from dragoman.between import Between
    from dragoman.knowledge.base import Knowledge
    from dragoman.relations import Act, ActPart, Report
    from dragoman.relations.stands.agreement import Comparison, IssueComparison
    from dragoman.relations.stands.stances import Stand

WIDTH = 60
LARGEST = 8
"""So many acts are listed under what moved a change."""
SEVERAL = ", "
"""Between the issues of an act that is on several."""
_VERDICTS = {"agree": "green", "differ": "red", "hint": "yellow", "unknown": None}


def told(found: Between, knowledge: Knowledge) -> Iterator[str]:
    """Yield the lines that are shown for the eye; states and issues go by the tables' names."""
    called = _Called(knowledge)
    yield click.style(" and ".join(found.names), bold=True)
    happened = [act for act in found.acts if act.happened]
    if found.series is None:
        yield f"  no act between them is in the store ({len(found.acts)} told as planned, possible or denied)"
    else:
        yield from _curves(found, happened)
        yield from _change(found, called)
    if found.story is not None:
        yield from story(found.story, found.names, found.pair, called.state)
    yield from _agreement(found.issues, found.names, found.pair)
    yield from _agreements(found)


class _Called:
    """What states and issues are called in the tables."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._labels = {issue.id: issue.label for issue in knowledge.issues}

    def state(self, code: str) -> str:
        entity = self._knowledge.state_entity(code)
        return entity.name if entity else code

    def issue(self, name: str) -> str:
        return self._labels.get(name, name)


def _curves(found: Between, happened: Sequence[Act]) -> Iterator[str]:
    series = found.series
    assert series is not None
    reports = [report for act in happened for report in act.reports]
    origins = len({report.copy for report in reports})
    yield (
        f"  {series.weeks[0]} to {series.weeks[-1]}: {_many(len(happened), 'act')}, told in "
        f"{_many(len({r.document for r in reports}), 'article')} of {_many(origins, 'origin')}"
    )
    low, high = series.low[-1], series.high[-1]
    verdict = "closer" if low > 0 else "more distant" if high < 0 else None
    yield (
        f"  {verdict} than their ties to others lead one to expect"
        if verdict
        else "  the evidence does not tell whether they are close or distant"
    )
    ends = (float(min(series.low)), float(max(series.high)))
    yield f"  closeness   {sparkline(series.closeness.tolist(), WIDTH, *ends)}  {series.closeness[-1]:+.2f}"
    yield f"  90 % band   now {series.low[-1]:+.2f} to {series.high[-1]:+.2f}"
    yield f"  engagement  {sparkline(series.engagement.tolist(), WIDTH)}  {series.engagement[-1]:+.2f}"
    yield f"  enmity      {sparkline(series.enmity.tolist(), WIDTH)}  {series.enmity[-1]:+.2f}"
    others = ", ".join(f"{name} {values[-1]:+.2f}" for name, values in series.others.items())
    yield click.style(f"  scale {series.scale}; on other scales: {others}", dim=True)
    for one in found.breaks:
        levels = f"{one.before:+.2f} → {one.after:+.2f}"
        yield f"  break       in the week of {one.week}: {levels} (probability {one.support:.2f})"


def _change(found: Between, called: _Called) -> Iterator[str]:
    changed, explained = found.change, found.explanation
    if changed is None or explained is None or found.windows is None:
        yield "  change      nothing earlier to compare with"
        return
    before, after = found.windows
    yield ""
    when = f"From {before.since} … {before.until} to {after.since} … {after.until}"
    yield click.style(f"{when}: {changed.verdict}", bold=True)
    yield (
        f"  {changed.before:+.2f} → {changed.after:+.2f}, a change of {changed.delta:+.2f} "
        f"({changed.low:+.2f} to {changed.high:+.2f}); P(closer) {changed.probability:.2f}; "
        f"worth {changed.effective:.1f} independent days"
    )
    yield from (f"  because {reason}" for reason in changed.reasons)
    largest = max([abs(part) for _, part in explained.issues] + [abs(explained.coverage)] or [0.0])
    for issue, part in explained.issues:
        yield f"  {bar(part, largest)} {part:+.3f}  {one_line(called.issue(issue)) or 'no issue given'}"
    yield f"  {bar(explained.coverage, largest)} {explained.coverage:+.3f}  coverage and other ties"
    moving = whole_acts(explained.acts)
    for moved in moving[:LARGEST]:
        yield from _moved(moved, called)
    if len(moving) > LARGEST:
        rest = sum(moved.part for moved in moving[LARGEST:])
        yield f"  {rest:+.3f}  {_many(len(moving) - LARGEST, 'further act')}"


def whole_acts(parts: Sequence[ActPart]) -> list[ActPart]:
    """Return each act once, its parts by issue and those of its reports added up; the largest first."""
    by_act: dict[int, list[ActPart]] = {}
    for part in parts:
        by_act.setdefault(part.row, []).append(part)
    acts = [_added(several) for several in by_act.values()]
    return sorted(acts, key=lambda one: (-abs(one.part), one.row))


def _added(several: Sequence[ActPart]) -> ActPart:
    first = several[0]
    shares = [
        replace(same[0], part=sum(share.part for share in same))
        for same in zip(*(one.shares for one in several), strict=True)
    ]
    issues = SEVERAL.join(one.issue for one in several if one.issue)
    return replace(first, issue=issues, part=sum(one.part for one in several), shares=tuple(shares))


def _moved(moved: ActPart, called: _Called) -> Iterator[str]:
    act = moved.act
    if act is None:
        yield f"  {moved.part:+.3f}  row {moved.row}"
        return
    sides = (", ".join(map(called.state, side)) for side in (act.actors, act.recipients) if side)
    what = f"{deed_words(act.type, act.mode)}: {' → '.join(sides)}"
    issues = [one_line(called.issue(name)) for name in moved.issue.split(SEVERAL) if name]
    on = f"  on {SEVERAL.join(issues)}" if issues else ""
    yield f"  {moved.part:+.3f}  {act.day}  {what}{on}  {click.style(act.id, dim=True)}"
    for share in moved.shares:
        if share.report is not None:
            yield click.style(f"          {share.part:+.3f}  {_where(share.report)}", dim=True)


def _where(report: Report) -> str:
    span = f" [{report.span.start}:{report.span.end}]" if report.span else " (no span)"
    outlet = one_line(report.publication or report.family)
    return f"{outlet} {report.day or 'undated'} {report.document[:12]}{span}"


def _agreement(
    issues: Sequence[IssueComparison], names: tuple[str, str], pair: tuple[str, str]
) -> Iterator[str]:
    shown = [(issue, c) for issue in issues for c in issue.propositions if (c.first and c.second) or c.hints]
    rest = sum(len(issue.propositions) for issue in issues) - len(shown)
    yield ""
    yield click.style("Where they agree and differ", bold=True)
    if not shown:
        yield "  nothing on which both are known to stand somewhere"
    last = None
    for issue, one in shown:
        if issue is not last:
            whole = "" if issue.agreement is None else f"  agreement {issue.agreement:.2f}"
            yield f"  {one_line(issue.issue)}{whole}"
            last = issue
        yield from _proposition(one, names, pair)
    if rest:
        yield f"  {_many(rest, 'more proposition')} on which one of them is silent; the latest:"
        yield from _alone(issues, names, pair)


def _alone(issues: Sequence[IssueComparison], names: tuple[str, str], pair: tuple[str, str]) -> Iterator[str]:
    """Yield the latest stands on which the other side is silent: where to ask further, and no difference."""
    stood = [
        (standing.stands[-1], issue.issue)
        for issue in issues
        for one in issue.propositions
        for standing in (one.first, one.second)
        if standing is not None and not (one.first and one.second) and not one.hints
    ]
    stood.sort(key=lambda each: (each[0].report.day or date.min, each[0].id), reverse=True)
    for stand, issue in stood[:LARGEST]:
        yield f"    {_stood(stand, names, pair)}"
        yield click.style(f"        {stand.report.day or 'undated'}  {one_line(issue)}", dim=True)


def _proposition(one: Comparison, names: tuple[str, str], pair: tuple[str, str]) -> Iterator[str]:
    size = "" if one.agreement is None else f" {one.agreement:.2f} ({one.low:.2f} to {one.high:.2f})"
    yield f"    {click.style(one.verdict, fg=_VERDICTS[one.verdict])}{size}: {one_line(one.proposition)}"
    for hint in one.hints:
        yield f"      {hint.kind}"
        for side in (hint.one, hint.other):
            yield from (f"        {_stood(stand, names, pair)}" for stand in side[:2])
    if not one.hints:
        for standing in (one.first, one.second):
            if standing:
                stood = _stood(standing.stands[-1], names, pair)
                yield f"        {stood}  ({_many(standing.origins, 'origin')})"


def _stood(stand: Stand, names: tuple[str, str], pair: tuple[str, str]) -> str:
    name = names[pair.index(stand.holder)]
    open_ = "" if stand.firmness == "plain" else f", {stand.firmness}"
    words = isolated(shortened(one_line(stand.text), 90))
    return f"{name} {stand.stance}{open_}: {words}  {click.style(stand.id, dim=True)}"


def _agreements(found: Between) -> Iterator[str]:
    yield ""
    yield click.style("What they agreed", bold=True)
    if not found.agreements:
        yield "  no agreement of both is in the store"
    for line in found.agreements[:LARGEST]:
        subject = one_line(line.subject or line.snippet)
        facts = " · ".join(one_line(fact) for fact in (line.status, line.amount) if fact)
        what = f"{line.instrument or 'agreement'}: {shortened(subject, 80)}"
        yield f"  {line.published or 'undated'}  {what}  {facts}  {click.style(line.id, dim=True)}"


def _many(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"
