"""Pair: how close two states are, what moved it, where they agree and differ, what they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

import numpy as np
from fastapi import Depends, Path, Query, Request

from dragoman.between import Between, between, issue_called, state_named
from dragoman.chronicle import turns, years
from dragoman.gathered import Gathered
from dragoman.relations import Series
from dragoman.relations.index.level import level
from dragoman.relations.scales import SCALES
from dragoman.relations.stands.agreement import Comparison, IssueComparison
from dragoman.store import Store
from dragoman.web.failures import Elsewhere
from dragoman.web.gathering import Seen, seen
from dragoman.web.pages.pair_lines import At, Holds, OnIssue, Pair, Part, Proposition, Week
from dragoman.web.pages.pair_story import ActRow, Sought, narrowed, open_in, rows_of, sought, story_of
from dragoman.web.pages.quoting import hint_line, moved_by, side
from dragoman.web.rendering import address
from dragoman.web.tables import issue_label, knowledge
from dragoman.web.views import BLANK, Day, View, Word

ACTS = 20
"""So many acts are listed under what moved a change, and under a week."""
State = Annotated[str, Path(max_length=100, description="A state's name or three-letter code")]
AHEAD = 400
"""So many pairs' pages are made before anybody asks."""
Scale = Literal["plover", "cameo_icews", "ordinal"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which pair (codes in alphabetical order) is asked for, in which time, on which issue and scale."""

    pair: tuple[str, str]
    since: date | None = None
    until: date | None = None
    issue: str | None = None
    half_life: float | None = None
    scale: Scale = "plover"


def pair(
    request: Request,
    first: State,
    second: State,
    since: Day = None,
    until: Day = None,
    issue: Word = None,
    half_life: Annotated[float | None, Query(ge=0.5, le=520, description="Weeks"), BLANK] = None,
    scale: Scale = "plover",
    week: Annotated[Day, Query(description="A day; the week that it lies in is taken apart")] = None,
    acts: Sought = Depends(sought),
    table: Annotated[Holds, Query(description="What the CSV twin holds")] = "weeks",
    known: Seen = Depends(seen),
) -> Pair:
    """Return how close two states are and why; a page under names leads to the one under codes."""
    tables = knowledge()
    codes = sorted(state_named(name, tables)[0] for name in (first, second))
    page = not request.url.path.endswith((".json", ".csv"))
    if page and [first, second] != codes and codes[0] != codes[1]:
        raise Elsewhere(address(f"/pair/{codes[0]}/{codes[1]}", request.query_params))
    asked = Asked((codes[0], codes[1]), since, until, issue, half_life, scale)
    answer = known.tell(told_of, asked)
    if week is not None and answer.weeks:
        answer = replace(answer, at=known.tell(told_at, asked, week))
    if acts != Sought():  # the first page of all acts was made with the rest
        story = known.tell(story_of, asked.pair, asked.until, asked.issue, asked.scale, acts)
        answer = replace(answer, story=story)
    return replace(answer, table=table, documents=known.documents, fresh=known.fresh)


def told_of(store: Store, gathered: Gathered, asked: Asked) -> Pair:
    """Return what is told of a pair, made once for all that is gathered."""

    def made() -> Pair:
        found = between(
            store, *asked.pair, since=asked.since, until=asked.until, issue=asked.issue,
            half_life=asked.half_life, scale=asked.scale, gathered=gathered, knowledge=knowledge(),
            most=ACTS,
        )  # fmt: skip
        story = story_of(store, gathered, asked.pair, asked.until, asked.issue, asked.scale, Sought())
        return replace(_told(store, found, asked), story=story)

    return gathered.once(("pair", asked), made)


def told_at(store: Store, gathered: Gathered, asked: Asked, week: date) -> At:
    """Return what a pair's closeness in the week of a day is made of."""
    with gathered.lock:
        weighed = gathered.weighed(asked.until, asked.half_life, asked.scale)
        on = issue_called(asked.issue, knowledge())[0] if asked.issue is not None else None
        found = level(weighed, asked.pair, week, issue=on, most=ACTS)
    fresh, earlier = (moved_by(store, parts, ACTS, asked.scale) for parts in (found.fresh, found.earlier))
    told = narrowed(gathered.acts_between(*asked.pair), asked.until, asked.issue)
    unsettled = open_in(store, told, found.week, asked.scale, ACTS)
    return At(found.week, found.closeness, found.expected, found.rest, fresh, earlier, unsettled)


def busiest(gathered: Gathered) -> list[Asked]:
    """Return the pairs whose pages are worth making before anybody asks, those with most acts first."""
    return [Asked(pair) for pair in gathered.busiest(AHEAD)]


def _told(store: Store, found: Between, asked: Asked) -> Pair:
    told = narrowed(found.acts, asked.until, asked.issue)
    happened = [act for act in found.acts if act.happened]
    reports = [report for act in happened for report in act.reports]
    explained = found.explanation
    return Pair(
        found.pair, found.names, 0, True, asked.scale,
        found.series.half_life if found.series else None,
        acts=len(happened), unsettled=len(found.acts) - len(happened),
        articles=len({report.document for report in reports}), origins=len({r.copy for r in reports}),
        weeks=tuple(_weeks(found.series, asked.scale)) if found.series else (), breaks=found.breaks,
        windows=found.windows, change=found.change,
        parts=tuple(Part(issue_label(n), part) for n, part in explained.issues) if explained else (),
        coverage=explained.coverage if explained else None,
        moved=moved_by(store, explained.acts, ACTS, asked.scale) if explained else (),
        issues=tuple(_on_issue(one) for one in found.issues), agreements=found.agreements,
        years=years(told, found.series), turns=turns(found.series, told), story=None, at=None,
    )  # fmt: skip


def _weeks(series: Series, scale: str) -> Iterator[Week]:
    on = {**series.others, scale: series.closeness}
    columns = [
        series.closeness, series.low, series.high, series.engagement, series.enmity, series.tenor,
        series.acts, *(on[name] for name in SCALES),
    ]  # fmt: skip
    for week, *values in zip(
        series.weeks, *(np.round(column, 4).tolist() for column in columns), strict=True
    ):
        yield Week(week, *values)


def _on_issue(one: IssueComparison) -> OnIssue:
    return OnIssue(
        one.issue, one.agreement, round(one.coverage, 4), tuple(_proposition(c) for c in one.propositions)
    )


def _proposition(one: Comparison) -> Proposition:
    return Proposition(
        one.proposition, one.verdict, one.agreement, one.low, one.high, side(one.first), side(one.second),
        tuple(hint_line(hint) for hint in one.hints),
    )  # fmt: skip


PAIR = View(
    "/pair/{first}/{second}", "pair.html", pair, Pair,
    lambda answer: Week if answer.table == "weeks" else ActRow,
    lambda answer: answer.weeks if answer.table == "weeks" else rows_of(answer.story),
    lambda answer: f"{answer.names[0]} and {answer.names[1]}",
    "How close two states are, what moved it, where they agree and differ",
)  # fmt: skip
