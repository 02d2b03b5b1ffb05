"""The store → acts between states, with all who tell of them: what ``relations`` measures from.

An act is what ``layering`` brought together: one telling each, or many. Its copies carry the id of the text
that they are prints of, so that they count as one origin; its roots are those who saw or said it first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from dragoman.records import Span, Status
from dragoman.relating_tables import imported_acts
from dragoman.relations import Act, Report
from dragoman.store import Store
from dragoman.store.acts import Speaker, ToldAct, told_acts
from dragoman.store.ids import public_id

_SUREST: tuple[Status, ...] = (
    "done", "ongoing", "planned", "conditional", "possible", "demanded", "negated",
)  # fmt: skip
"""Where tellings differ, that an act happened tells more than that it was to happen."""

_OFFICIAL = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "SPY", "IGO"})
"""Sectors (PLOVER's codes) whose people speak for a state or a body of states."""

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of acts that states do with each other."""

_OTHERS, _UNNAMED = 0.6, 0.4
"""Priors: how much others' words weigh beside those of an official, and those of nobody named; no data."""


def acts(store: Store, since: date | None = None, until: date | None = None) -> Iterator[Act]:
    """Yield the acts that involve at least two states, from ``since`` to ``until``, both days included.

    Those from tables made elsewhere (`dragoman import`) come last. Memory stays flat: a few hundred acts are
    held at a time. What no day is known for is left out.
    """
    with store.reading() as connection:
        for told in told_acts(connection):
            act = _act(told)
            if act is None or (since and act.day < since) or (until and act.day > until):
                continue
            yield act
    yield from imported_acts(store, since, until)


def _act(told: Sequence[ToldAct]) -> Act | None:
    """Return an act from its tellings; None where fewer than two states are involved, or no day is known."""
    first = told[0]
    sides = _sides(told)
    days = [one.first for one in told if one.first is not None] or [one.event.day for one in told]
    known = [day for day in days if day is not None]
    if len({state for side in sides for state in side}) < 2 or not known:
        return None
    statuses = {one.event.status for one in told}
    return Act(
        id=public_id(first.document, "e", first.event.id),
        day=min(known),
        type=first.event.type,
        mode=next((one.event.mode for one in told if one.event.mode and _alike(one, first)), None),
        status=next(status for status in _SUREST if status in statuses),
        actors=sides[0],
        recipients=sides[1],
        reports=tuple(_report(one) for one in told),
        issues=_issues(told),
    )


def _sides(told: Sequence[ToldAct]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the states that act and those acted on: as the first tellings that know them have it.

    A mutual act is taken as the telling has it that joins most of its states to each other: "Chile agreed
    with Peru and Spain" leaves open what "Chile, Peru and Spain agreed" says.
    """
    if told[0].event.type in _MUTUAL:
        fullest = max((one.states for one in told), key=_joined)
        if _joined(fullest):
            return fullest
    first, second = (next((one.states[n] for one in told if one.states[n]), ()) for n in (0, 1))
    return first, second


def _joined(states: tuple[tuple[str, ...], tuple[str, ...]]) -> int:
    """Return how many pairs of states a telling joins."""
    actors, others = states[0], states[1] or states[0]
    return len({frozenset((a, b)) for a in actors for b in others if a != b})


def _alike(one: ToldAct, first: ToldAct) -> bool:
    return bool(one.event.type == first.event.type)


def _report(one: ToldAct) -> Report:
    family = family_of(one.publication, one.origin, one.copy)
    speaker = one.speaker
    return Report(
        document=one.document,
        publication=one.publication,
        family=family,
        copy=one.copy,
        day=one.published,
        root=root_of(speaker) if speaker else family,
        depth=speaker.depth if speaker else 1,
        authority=_authority(speaker) if speaker else 1.0,
        probability=one.event.confidence,
        span=Span(one.event.start, one.event.end),
    )


def family_of(publication: str | None, origin: str | None, copy: str) -> str:
    """Return the outlet that a telling is charged to: the publication, else the host that it came from."""
    if publication:
        return " ".join(publication.casefold().split()).removeprefix("the ")
    host = urlsplit(origin or "").hostname
    return host.removeprefix("www.") if host else copy


def root_of(speaker: Speaker) -> str:
    """Return what a chain's root goes by in all articles; an anonymous one is nobody but itself."""
    return speaker.ref or f"naming:{speaker.naming}"


def _authority(speaker: Speaker) -> float:
    """Return how much the words of a root weigh: officials speak for more than themselves."""
    if speaker.anonymous:
        return _UNNAMED
    return 1.0 if speaker.kind in ("state", "government") or speaker.sector in _OFFICIAL else _OTHERS


def _issues(told: Sequence[ToldAct]) -> tuple[tuple[str, float], ...]:
    """Return the mean of the issues that an act's distinct texts give it; shares sum to 1."""
    texts = {one.copy: one.issues for one in reversed(told) if one.issues}
    names = sorted({issue for issues in texts.values() for issue in issues})
    return tuple(
        (name, sum(issues.get(name, 0.0) for issues in texts.values()) / len(texts)) for name in names
    )
