"""Issue: who stands where on each of its propositions, for whom that is unknown, and how it moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import quote as quoted

from fastapi import Depends, Path, Request

from dragoman.gathered import Gathered
from dragoman.issue import IssueView, Question, issues_meant, view_of
from dragoman.relations import weights
from dragoman.relations.stands.stances import Stand, Standing
from dragoman.store import Store
from dragoman.web.failures import Elsewhere
from dragoman.web.gathering import Seen, seen
from dragoman.web.pages.quoting import Quote, Side, quote, side
from dragoman.web.rendering import address
from dragoman.web.tables import state_name
from dragoman.web.views import Day, View, store_of

DOTS = 40
"""So many tellings of one holder, the latest, are drawn on a timeline."""
Name = Annotated[str, Path(max_length=400, description="An issue's label, or words of one")]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One line of the CSV: a holder on a proposition, with the latest telling."""

    issue: str
    proposition: str
    holder: str
    x: float
    low: float
    high: float
    origins: int
    stance: str
    firmness: str
    text: str
    id: str
    document: str
    start: int
    end: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of sides: the last words on the old side, and the first on the new one."""

    before: Quote
    after: Quote


@dataclass(frozen=True, slots=True)
class Held:
    """Where a state stands on a proposition, the times it changed sides, and all dated tellings."""

    name: str
    side: Side
    turns: tuple[Turn, ...]
    told: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days of a timeline, worked out once for all tellings that are drawn on it."""

    first: date
    last: date

    @property
    def years(self) -> list[tuple[int, float]]:
        """The years that begin inside it, with their places from 0 to 1."""
        return [(y, self.place(date(y, 1, 1))) for y in range(self.first.year + 1, self.last.year + 1)]

    def place(self, day: date) -> float:
        """Return where a day lies on it, from 0 to 1."""
        return (day - self.first) / max(self.last - self.first, timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Asked:
    """One proposition: who stands where on it, and who speaks on the issue, but not on this."""

    proposition: str
    held: tuple[Held, ...]
    silent: tuple[str, ...]

    @property
    def by_holder(self) -> dict[str, Held]:
        """Who stands where, by code."""
        return {one.side.holder: one for one in self.held}

    @property
    def timeline(self) -> Timeline | None:
        """From the first day to the last one; None where less than two days are known."""
        days = {told.day for one in self.held for told in one.told if told.day}
        return Timeline(min(days), max(days)) if len(days) > 1 else None


@dataclass(frozen=True, slots=True)
class Issue:
    """What is known of an issue. ``meant`` are the issues that the words in the address may mean.

    ``states`` are those that speak on it, ``others`` those of which positions on other issues alone are
    known. Nothing is told where several issues are meant.
    """

    issue: str
    meant: tuple[str, ...]
    until: date | None
    documents: int
    fresh: bool
    states: tuple[str, ...]
    others: tuple[str, ...]
    questions: tuple[Asked, ...]

    @property
    def names(self) -> dict[str, str]:
        """The names of all states on the page, by code."""
        return {code: state_name(code) for code in (*self.states, *self.others)}


def issue(
    request: Request,
    name: Name,
    until: Day = None,
    store: Store = Depends(store_of),
    known: Seen = Depends(seen),
) -> Issue:
    """Return who stands where on an issue; words of one label lead to the page of that issue."""
    told = known.tell(told_of, name, until)
    meant = (name,) if told else issues_meant(store, name)
    page = not request.url.path.endswith((".json", ".csv"))
    if page and len(meant) == 1 and meant[0] != name:
        raise Elsewhere(address(f"/issue/{quoted(meant[0])}", request.query_params))
    if len(meant) > 1:
        return Issue(name, meant, until, known.documents, known.fresh, (), (), ())
    answer = (
        told or known.tell(told_of, meant[0], until) or Issue(meant[0], meant, until, 0, True, (), (), ())
    )
    return replace(answer, documents=known.documents, fresh=known.fresh)


def told_of(_: Store, gathered: Gathered, name: str, until: date | None = None) -> Issue | None:
    """Return who stands where on an issue, made once for all that is gathered; None where nobody does."""
    if not gathered.stands_on(name):
        return None

    def made() -> Issue:
        return _told(view_of(name, gathered.stands_on(name), weights(), until), until, gathered)

    return gathered.once(("issue", name, until), made)


def _told(view: IssueView, until: date | None, gathered: Gathered) -> Issue:
    counts: dict[str, int] = {}
    for question in view.questions:
        for standing in question.standings:
            counts[standing.holder] = counts.get(standing.holder, 0) + len(standing.stands)
    states = tuple(sorted(counts, key=lambda code: (-counts[code], code)))
    others = tuple(sorted(set(gathered.states()) - set(states)))
    questions = tuple(_asked(question) for question in view.questions)
    return Issue(view.issue, (view.issue,), until, 0, True, states, others, questions)


def _asked(question: Question) -> Asked:
    held = tuple(held for standing in question.standings for held in _held(standing))
    return Asked(question.proposition, held, question.silent)


def _held(standing: Standing) -> Iterator[Held]:
    found = side(standing)
    if found is not None:
        turns = tuple(Turn(quote(before), quote(after)) for before, after in standing.reversals)
        yield Held(state_name(standing.holder), found, turns, _dated(standing))


def _dated(standing: Standing) -> tuple[Quote, ...]:
    """Return the latest tellings with a day, in order, those before a change of sides too."""
    every: Iterable[Stand] = dict.fromkeys(
        [s for turn in standing.reversals for s in turn] + [*standing.stands]
    )
    dated: Sequence[Stand] = sorted((s for s in every if s.report.day), key=lambda s: (s.report.day, s.id))
    return tuple(quote(stand) for stand in dated[-DOTS:])


def _lines(answer: Issue) -> list[Standpoint]:
    return [
        Standpoint(
            answer.issue, asked.proposition, one.side.holder, one.side.x, one.side.low, one.side.high,
            one.side.origins, last.stance, last.firmness, last.text, last.id, last.document, last.start,
            last.end, last.day,
        )
        for asked in answer.questions for one in asked.held for last in one.side.quotes[:1]
    ]  # fmt: skip


ISSUE = View(
    "/issue/{name:path}", "issue.html", issue, Issue, Standpoint, _lines, lambda answer: answer.issue,
    "Who stands where on an issue",
)  # fmt: skip
