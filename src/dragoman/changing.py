"""The store → which pairs of states have come closer or moved apart of late, beyond their bands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.between import YEAR
from dragoman.gathered import Gathered, gather
from dragoman.knowledge.base import Knowledge
from dragoman.relations import Alert, Window, changes
from dragoman.relations.index.screening import screened
from dragoman.relations.index.table import monday
from dragoman.store import Store


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A pair's change from one window of time to the next, each from a day to the one before another.

    ``delta`` is closeness in the later one less that in the earlier one, ``low`` and ``high`` its band
    (90 %), ``probability`` that of a rise.
    """

    first: str
    second: str
    first_name: str
    second_name: str
    verdict: str
    before: float
    after: float
    delta: float
    low: float
    high: float
    probability: float
    since: date
    turn: date
    until: date


@dataclass(frozen=True, slots=True)
class Changed:
    """The changes to believe, the largest first, and how many pairs with enough evidence were looked at."""

    changes: tuple[ChangeLine, ...]
    looked_at: int


def changed(store: Store) -> Changed:
    """Return which pairs changed between the last year that the store tells of and the one before.

    As many pairs are looked at, changes are held to one rate of false alerts (``relations.changes``).
    """
    return changed_in(gather(store))


def changed_in(gathered: Gathered) -> Changed:
    """Return the same of what was gathered of a store."""
    if not any(act.happened and act.directed_pairs for act in gathered.acts):
        return Changed((), 0)
    weighed = gathered.weighed()
    until = monday(weighed.first + weighed.weeks)
    turn = max(until - YEAR, monday(weighed.first + weighed.weeks // 2))
    before, after = Window(max(turn - YEAR, monday(weighed.first)), turn), Window(turn, until)
    if weighed.weeks < 2:
        return Changed((), 0)
    alerts = changes(weighed, before, after)
    known = Knowledge.load()
    lines = [_line(alert, known) for alert in alerts if alert.believed]
    looked_at = screened(weighed, before, after).enough
    return Changed(tuple(sorted(lines, key=lambda one: (-abs(one.delta), one.first, one.second))), looked_at)


def _line(alert: Alert, known: Knowledge) -> ChangeLine:
    one = alert.change
    names = [entity.name if (entity := known.state_entity(code)) else code for code in one.pair]
    before, after = one.windows
    return ChangeLine(
        *one.pair, names[0], names[1], one.verdict, one.before, one.after, one.delta, one.low, one.high,
        one.probability, before.since, after.since, after.until - timedelta(days=1),
    )  # fmt: skip
