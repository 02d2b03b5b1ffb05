"""One issue: who stands where on each of its propositions, for whom that is unknown, and how it moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from dragoman.between import issue_called
from dragoman.errors import RelationsError
from dragoman.knowledge.base import Knowledge
from dragoman.relating_stands import stands
from dragoman.relations import Weights, weights
from dragoman.relations.stands.stances import Stand, Standing, standings
from dragoman.store import Store
from dragoman.store.finding_tables import positions


@dataclass(frozen=True, slots=True)
class Known:
    """An issue that positions are held on: its label, and in how many positions by how many states."""

    issue: str
    positions: int
    states: int


@dataclass(frozen=True, slots=True)
class Question:
    """One proposition: the standings of those who take a stand, and who else speaks on the issue.

    ``silent`` are states that stand somewhere on another proposition of the issue: where they stand on this
    one is unknown.
    """

    proposition: str
    standings: tuple[Standing, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue and its propositions, those that most states take a stand on first."""

    issue: str
    questions: tuple[Question, ...]


def issues(store: Store) -> tuple[Known, ...]:
    """Return the issues on which some state stands somewhere, those with most positions first."""
    held = positions.c
    of_states = (
        select(held.issue, held.state, func.count().label("told"))
        .where(held.state.is_not(None))
        .group_by(held.issue, held.state)
        .subquery()
    )
    told = func.sum(of_states.c.told)
    query = (
        select(of_states.c.issue, told, func.count())
        .group_by(of_states.c.issue)
        .order_by(told.desc(), of_states.c.issue)
    )
    with store.reading() as connection:
        return tuple(Known(issue, int(told), states) for issue, told, states in connection.execute(query))


def issue_view(
    store: Store, topic: str, until: date | None = None, given: Weights | None = None
) -> tuple[IssueView, ...]:
    """Return who stands where on the issues that a topic means: a label, or words of labels or propositions.

    ``until`` looks from a day: what was told later is unknown. RelationsError where no issue is meant.
    """
    labels = issues_meant(store, topic)
    counted = given or weights()
    return tuple(
        view_of(label, stands(store, issue=label, given=counted), counted, until) for label in labels
    )


def issues_meant(store: Store, topic: str) -> tuple[str, ...]:
    """Return the labels of the issues that a topic means; RelationsError where it means none.

    An id of the tables ("iran-nuclear", as acts and statements carry it) means the issue with its label.
    """
    asked = issue_called(topic, Knowledge.load())[1].strip().casefold()
    known = [one.issue for one in issues(store)]
    exact = [label for label in known if label.casefold() == asked]
    words = exact or [label for label in known if asked and asked in label.casefold()]
    if not words and asked:
        pattern = positions.c.proposition.icontains(topic.strip(), autoescape=True)
        query = select(positions.c.issue).where(pattern, positions.c.state.is_not(None)).distinct()
        with store.reading() as connection:
            words = sorted(connection.scalars(query))
    if not words:
        shown = ", ".join(known[:6]) or "none yet"
        raise RelationsError(f"no issue in the store is called {topic!r}; the largest are: {shown}")
    return tuple(words)


def view_of(label: str, told: Iterable[Stand], given: Weights, until: date | None = None) -> IssueView:
    """Return who stands where on the issue with a label, from all that is told of it."""
    found = standings(told, given, until)
    return IssueView(label, tuple(_questions(found.values())))


def _questions(found: Iterable[Standing]) -> list[Question]:
    by_proposition: dict[str, list[Standing]] = {}
    for one in found:
        by_proposition.setdefault(one.proposition, []).append(one)
    speaking = {one.holder for several in by_proposition.values() for one in several}
    questions = []
    for proposition, several in by_proposition.items():
        ordered = tuple(sorted(several, key=lambda s: (-s.x, s.holder)))
        silent = tuple(sorted(speaking - {s.holder for s in several}))
        questions.append(Question(proposition, ordered, silent))
    return sorted(questions, key=lambda q: (-len(q.standings), q.proposition))
