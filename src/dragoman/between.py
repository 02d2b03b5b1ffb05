"""Two states: how close, whether that changed and why, where they agree and differ, what they agreed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dragoman.errors import RelationsError, StoreError
from dragoman.gathered import Gathered
from dragoman.knowledge.base import Knowledge
from dragoman.relating import acts
from dragoman.relating_stands import stands
from dragoman.relations import (
    Act,
    Break,
    Change,
    Explanation,
    Series,
    Weighed,
    Weights,
    Window,
    breaks,
    change,
    closeness,
    explain,
    weigh,
    weights,
)
from dragoman.relations.scales import HEADLINE
from dragoman.relations.scales import scale as scale_named
from dragoman.relations.stands.agreement import IssueComparison, compare
from dragoman.relations.stands.hints import Readout
from dragoman.relations.stands.stances import Stand, standings
from dragoman.store import Store
from dragoman.store.answers import AgreementLine

if TYPE_CHECKING:
    from dragoman.chronicle import Chronicle

YEAR = timedelta(weeks=52)
AFTER_MEETING = timedelta(days=3)
"""So long after a meeting statements count as accounts of it."""
AGREEMENTS = 50


@dataclass(frozen=True)
class Between:
    """What the archive tells of two states.

    ``pair`` are their codes in alphabetical order, ``names`` their names. ``series``, ``change`` and
    ``explanation`` are None where no act between them is known, ``change`` and ``explanation`` also where
    there is nothing before ``windows`` to compare with. ``breaks`` date the series' steps. ``story`` is the
    chronicle of the two, where it was asked for (`dragoman.chronicle`).
    """

    pair: tuple[str, str]
    names: tuple[str, str]
    windows: tuple[Window, Window] | None
    series: Series | None
    change: Change | None
    explanation: Explanation | None
    breaks: tuple[Break, ...]
    issues: tuple[IssueComparison, ...]
    agreements: tuple[AgreementLine, ...]
    acts: tuple[Act, ...]
    story: Chronicle | None = None


def state_named(name: str, knowledge: Knowledge) -> tuple[str, str]:
    """Return the code and the name of a state; RelationsError where a name or code means none."""
    asked = name.strip()
    entity = knowledge.state_entity(asked.upper()) if len(asked) == 3 else None
    if entity is None:
        code = knowledge.state_of(asked) or knowledge.state_of(asked.title())
        entity = knowledge.state_entity(code) if code else None
    if entity is None or entity.state is None:
        raise RelationsError(
            f"{name!r} is no state; closeness is measured between states, such as Iran or IRN"
        )
    return entity.state, entity.name


def issue_called(name: str, knowledge: Knowledge) -> tuple[str, str]:
    """Return an issue's id, which acts carry, and its label, which positions carry, from either.

    What is neither is taken for both: an issue that an article alone names has no id.
    """
    asked = name.strip().casefold()
    for issue in knowledge.issues:
        if asked in (issue.id.casefold(), issue.label.casefold()):
            return issue.id, issue.label
    return name, name


def between(
    store: Store,
    first: str,
    second: str,
    *,
    since: date | None = None,
    until: date | None = None,
    issue: str | None = None,
    half_life: float | None = None,
    scale: str = HEADLINE,
    given: Weights | None = None,
    knowledge: Knowledge | None = None,
    gathered: Gathered | None = None,
    most: int | None = None,
    seed: int = 0,
) -> Between:
    """Return what the archive tells of two states, named or by their codes, in either order.

    The change is that from as long before ``since`` (a year before ``until``, where none is given) to the
    time from ``since`` to ``until`` (the last act). ``issue`` (an id or a label) asks for one issue alone,
    ``scale`` for one of the built-in scales. ``gathered`` is what was read from the store before, with the
    package's weights; ``given`` are weights of one's own for a store that is read now. ``most`` is how many
    acts of the explanation are taken apart, all without it. RelationsError where a name means no state, or
    both the same.
    """
    tables = knowledge or Knowledge.load()
    (a, name_a), (b, name_b) = sorted(state_named(name, tables) for name in (first, second))
    if a == b:
        raise RelationsError(f"{first} and {second} are the same state")
    counted = given or weights()
    on, label = issue_called(issue, tables) if issue is not None else (None, None)
    if gathered is None:
        known = tuple(acts(store, until=until))
        own = tuple(act for act in known if any({*p} == {a, b} for p in act.directed_pairs))
        stood: Iterable[Stand] = stands(store, (a, b), label, counted)
    else:
        own = tuple(act for act in gathered.acts_between(a, b) if until is None or act.day <= until)
        stood = gathered.stands_of((a, b), label)
    told = [s for s in stood if until is None or _by(s, until)]
    issues = compare(standings(told, counted, until), a, b, counted, _readouts(own, told, (a, b)))
    agreed = _agreements(store, (a, b))
    found = Between((a, b), (name_a, name_b), None, None, None, None, (), issues, agreed, own)
    if not any(act.happened for act in own):
        return found
    if gathered is None:
        weighed = weigh(known, counted, half_life=half_life).on(scale_named(scale))
    else:
        weighed = gathered.weighed(until, half_life, scale)
    return _measured(found, weighed, since, until, on, most, seed)


def _agreements(store: Store, pair: tuple[str, str]) -> tuple[AgreementLine, ...]:
    try:
        return store.agreements(pair, size=AGREEMENTS).lines
    except StoreError:  # one of the two is never named
        return ()


def _by(stand: Stand, until: date) -> bool:
    return stand.report.day is not None and stand.report.day <= until


def _measured(
    found: Between, weighed: Weighed, since: date | None, until: date | None, issue: str | None,
    most: int | None, seed: int,
) -> Between:  # fmt: skip
    series = closeness(weighed, found.pair, issue=issue, seed=seed)
    end = min(until or date.max, series.weeks[-1] + timedelta(days=6))
    windows = _windows(series.weeks[0], since or end - YEAR, end)
    changed = explained = None
    if windows is not None:
        changed = change(weighed, found.pair, *windows, issue=issue, seed=seed)
        explained = explain(weighed, found.pair, *windows, issue=issue, most=most)
    dated = breaks(weighed, found.pair, issue=issue)
    return Between(
        found.pair, found.names, windows, series, changed, explained, dated, found.issues, found.agreements,
        found.acts,
    )  # fmt: skip


def _windows(first: date, since: date, end: date) -> tuple[Window, Window] | None:
    """Return the time from ``since`` on and as long before; None where nothing is known of before."""
    if not first < since <= end:
        return None
    after = Window(since, end + timedelta(days=7))
    before = Window(max(since - (end - since) - timedelta(days=7), first), since)
    if (before.until - before.since).days < 7 or (after.until - after.since).days < 7:
        return None
    return before, after


def _readouts(own: Iterable[Act], told: Sequence[Stand], pair: tuple[str, str]) -> tuple[Readout, ...]:
    """Return what either side told of meetings of the two within days of them."""
    by_teller = {side: sorted(_dated(told, side), key=lambda one: one[0]) for side in pair}
    found = []
    for act in own:
        if act.type != "CONSULT" or not act.happened:
            continue
        for side, dated in by_teller.items():
            first = bisect_left(dated, act.day, key=lambda one: one[0])
            last = bisect_right(dated, act.day + AFTER_MEETING, key=lambda one: one[0])
            if first < last:
                # In the order in which they were given, whatever their days.
                of_it = sorted(dated[first:last], key=lambda one: one[1])
                found.append(Readout(act.id, side, tuple(stand for _, _, stand in of_it)))
    return tuple(found)


def _dated(told: Sequence[Stand], teller: str) -> Iterator[tuple[date, int, Stand]]:
    """Yield what a side tells itself, where its day is known: the day, its place in ``told``, and it."""
    for place, stand in enumerate(told):
        if stand.teller == teller and stand.report.day is not None:
            yield stand.report.day, place, stand
