"""Pair: how close two states are, what moved it, where they agree and differ, what they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

import numpy as np
from fastapi import Depends, Path, Query, Request

from dragoman.between import Between, between, issue_called, state_named
from dragoman.gathered import Gathered
from dragoman.relations import Break, Change, Series, Window
from dragoman.relations.index.level import Level, level
from dragoman.relations.scales import SCALES
from dragoman.relations.stands.agreement import Comparison, IssueComparison
from dragoman.store import Store
from dragoman.store.answers import AgreementLine
from dragoman.web.failures import Elsewhere
from dragoman.web.gathering import Seen, seen
from dragoman.web.pages.quoting import HintLine, Moved, Side, hint_line, moved_by, side
from dragoman.web.rendering import address
from dragoman.web.tables import issue_label, knowledge
from dragoman.web.views import BLANK, Day, View, Word

LISTED = 60
"""So many weeks, and propositions of one side alone, stand on the page; the twins have all."""
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


@dataclass(frozen=True, slots=True)
class Week:
    """Closeness in the week that begins on ``week``, its band (90 %) and axes, and the same on each scale."""

    week: date
    closeness: float
    low: float
    high: float
    engagement: float
    enmity: float
    tenor: float
    acts: float
    plover: float
    cameo_icews: float
    ordinal: float


@dataclass(frozen=True, slots=True)
class At:
    """What closeness in one week is made of; ``expected``, ``rest`` and all acts' parts add up to it."""

    week: date
    closeness: float
    expected: float
    rest: float
    fresh: tuple[Moved, ...]
    earlier: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """Both sides on one proposition: agree, differ, hint or unknown; ``agreement`` in [0, 1] if known."""

    proposition: str
    verdict: str
    agreement: float | None
    low: float | None
    high: float | None
    first: Side | None
    second: Side | None
    hints: tuple[HintLine, ...]


@dataclass(frozen=True, slots=True)
class OnIssue:
    """An issue: agreement where known, what share of what is said is on propositions of both."""

    issue: str
    agreement: float | None
    coverage: float
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What an issue adds to the change of closeness; "" is the acts that no issue is known of."""

    issue: str
    part: float


@dataclass(frozen=True)
class Pair:
    """What the archive tells of two states; ``fresh`` says whether that is all that it holds by now."""

    pair: tuple[str, str]
    names: tuple[str, str]
    documents: int
    fresh: bool
    scale: str
    half_life: float | None
    acts: int
    unsettled: int
    articles: int
    origins: int
    weeks: tuple[Week, ...]
    breaks: tuple[Break, ...]
    windows: tuple[Window, Window] | None
    change: Change | None
    parts: tuple[Part, ...]
    coverage: float | None
    moved: tuple[Moved, ...]
    issues: tuple[OnIssue, ...]
    agreements: tuple[AgreementLine, ...]
    at: At | None

    @property
    def curve(self) -> dict[str, list[float | str]]:
        """The weeks in columns, as the chart takes them; other scales under their names."""
        names = [name for name in Week.__slots__ if name not in ("week", "tenor", self.scale)]
        columns = {name: [getattr(week, name) for week in self.weeks] for name in names}
        return {"weeks": [week.week.isoformat() for week in self.weeks], **columns}

    @property
    def broken(self) -> list[dict[str, float | str]]:
        """The breaks, as the chart takes them."""
        return [{"week": b.week.isoformat(), "before": b.before, "after": b.after} for b in self.breaks]

    @property
    def eventful(self) -> list[Week]:
        """The latest weeks with acts, the last one first."""
        return [week for week in reversed(self.weeks) if week.acts][:LISTED]

    @property
    def shared(self) -> list[OnIssue]:
        """The issues with those propositions on which both speak, or which give a hint."""
        kept = [
            replace(one, propositions=tuple(p for p in one.propositions if (p.first and p.second) or p.hints))
            for one in self.issues
        ]
        return [one for one in kept if one.propositions]

    @property
    def alone(self) -> list[tuple[str, Proposition]]:
        """The propositions on which one of the two is silent, with their issues."""
        every = [(one.issue, p) for one in self.issues for p in one.propositions]
        return [(issue, p) for issue, p in every if not (p.first and p.second) and not p.hints][:LISTED]

    @property
    def hinted(self) -> bool:
        """Whether any proposition gives a hint."""
        return any(p.hints for one in self.issues for p in one.propositions)

    @property
    def known(self) -> tuple[str, ...]:
        """The issues that the page can be narrowed to."""
        found = [part.issue for part in self.parts] + [one.issue for one in self.issues]
        return tuple(sorted({name for name in found if name}))


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
    return replace(answer, documents=known.documents, fresh=known.fresh)


def told_of(store: Store, gathered: Gathered, asked: Asked) -> Pair:
    """Return what is told of a pair, made once for all that is gathered."""

    def made() -> Pair:
        found = between(
            store, *asked.pair, since=asked.since, until=asked.until, issue=asked.issue,
            half_life=asked.half_life, scale=asked.scale, gathered=gathered, knowledge=knowledge(),
            most=ACTS,
        )  # fmt: skip
        return _told(store, found, asked.scale)

    return gathered.once(("pair", asked), made)


def told_at(store: Store, gathered: Gathered, asked: Asked, week: date) -> At:
    """Return what a pair's closeness in the week of a day is made of."""
    with gathered.lock:
        weighed = gathered.weighed(asked.until, asked.half_life, asked.scale)
        on = issue_called(asked.issue, knowledge())[0] if asked.issue is not None else None
        return _at(store, level(weighed, asked.pair, week, issue=on, most=ACTS))


def busiest(gathered: Gathered) -> list[Asked]:
    """Return the pairs whose pages are worth making before anybody asks, those with most acts first."""
    return [Asked(pair) for pair in gathered.busiest(AHEAD)]


def _told(store: Store, found: Between, scale: str) -> Pair:
    happened = [act for act in found.acts if act.happened]
    reports = [report for act in happened for report in act.reports]
    explained = found.explanation
    return Pair(
        found.pair, found.names, 0, True, scale,
        found.series.half_life if found.series else None,
        acts=len(happened), unsettled=len(found.acts) - len(happened),
        articles=len({report.document for report in reports}), origins=len({r.copy for r in reports}),
        weeks=tuple(_weeks(found.series, scale)) if found.series else (), breaks=found.breaks,
        windows=found.windows, change=found.change,
        parts=tuple(Part(issue_label(n), part) for n, part in explained.issues) if explained else (),
        coverage=explained.coverage if explained else None,
        moved=moved_by(store, explained.acts, ACTS) if explained else (),
        issues=tuple(_on_issue(one) for one in found.issues), agreements=found.agreements, at=None,
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


def _at(store: Store, found: Level) -> At:
    fresh, earlier = (moved_by(store, parts, ACTS) for parts in (found.fresh, found.earlier))
    return At(found.week, found.closeness, found.expected, found.rest, fresh, earlier)


PAIR = View(
    "/pair/{first}/{second}", "pair.html", pair, Pair, Week, lambda answer: answer.weeks,
    lambda answer: f"{answer.names[0]} and {answer.names[1]}",
    "How close two states are, what moved it, where they agree and differ",
)  # fmt: skip
