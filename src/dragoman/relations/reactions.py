"""Third states' reactions: what is said about a pair's acts by states that are neither of the two, and how
close the speaker's state was to each of them before and after.

A remark belongs to an act that its own content tells of, or else, where it names both states, to the last act
of theirs in the 14 days before, one that its own article tells of before all others. Whoever takes part in an
act is no third party to it. Closeness is that in the 60 days from the act on, beside the 90 days before.
What comes after an act need not come of it: nothing here says "because".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.errors import RelationsError
from dragoman.relations.acts import Act, Report
from dragoman.relations.disputes.claims import Claimant
from dragoman.relations.index.change import Change, change
from dragoman.relations.index.weighed import Weighed
from dragoman.relations.index.windows import Window

NAMES_BOTH = timedelta(days=14)
"""So long after an act a remark that names both states is taken to be about it. A prior."""
BEFORE, AFTER = timedelta(days=90), timedelta(days=60)
"""The stretches of time whose closeness is compared. Priors, as in the field's event studies."""

Link = Literal["tells of it", "names both"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A statement by somebody who speaks for a state; ``id`` is the finding's, ``text`` its words.

    ``about`` are the states that it names, ``acts`` the ids of acts that its content tells of.
    """

    id: str
    by: Claimant
    report: Report
    text: str
    about: frozenset[str]
    acts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a third state's people said on one act of a pair, each remark with what links it to the act."""

    act: Act
    third: str
    remarks: tuple[tuple[Remark, Link], ...]


@dataclass(frozen=True)
class Towards:
    """A third state's closeness to one of the pair after an act, beside that before; None where the acts
    don't reach so far, which ``why`` says."""

    third: str
    state: str
    day: date
    change: Change | None
    why: str = ""


def reactions(
    acts: Iterable[Act], remarks: Iterable[Remark], pair: tuple[str, str], third: str | None = None
) -> tuple[Reaction, ...]:
    """Return what third states (or one of them) said on a pair's acts, by act and state."""
    own = sorted((act for act in acts if _is_between(act, pair)), key=lambda act: (act.day, act.id))
    found: dict[tuple[int, str], list[tuple[Remark, Link]]] = defaultdict(list)
    for remark in sorted(set(remarks), key=_order):
        state = remark.by.state
        if state is None or state in pair or (third is not None and state != third):
            continue
        for place, link in _linked(remark, own, pair):
            found[place, state].append((remark, link))
    return tuple(Reaction(own[place], state, tuple(told)) for (place, state), told in sorted(found.items()))


def _order(remark: Remark) -> tuple[str, str, int, str]:
    report = remark.report
    start = report.span.start if report.span else 0
    return (report.day.isoformat() if report.day else "9999"), report.document, start, remark.id


def _is_between(act: Act, pair: tuple[str, str]) -> bool:
    """Say whether an act that happened is one between the two of a pair."""
    return act.happened and any(set(sides) == set(pair) for sides in act.directed_pairs)


def _linked(remark: Remark, own: Sequence[Act], pair: tuple[str, str]) -> list[tuple[int, Link]]:
    """Return the places of the acts that a remark is about, with what links it to each."""
    outside = [i for i, act in enumerate(own) if remark.by.state not in (*act.actors, *act.recipients)]
    told: list[tuple[int, Link]] = [(i, "tells of it") for i in outside if own[i].id in remark.acts]
    day = remark.report.day
    if told or day is None or not remark.about.issuperset(pair):
        return told
    near = [i for i in outside if timedelta(0) <= day - own[i].day <= NAMES_BOTH]
    document = remark.report.document
    beside = [i for i in near if any(report.document == document for report in own[i].reports)]
    return [((beside or near)[-1], "names both")] if near else []


def after(weighed: Weighed, third: str, state: str, day: date, seed: int = 0) -> Towards:
    """Return a third state's closeness to a state in the 60 days from a day on, beside the 90 days before."""
    before, later = Window(day - BEFORE, day), Window(day, day + AFTER)
    try:
        return Towards(third, state, day, change(weighed, (third, state), before, later, seed=seed))
    except RelationsError as error:
        return Towards(third, state, day, None, str(error))
