"""Two states' story in words: what each did to the other and when, on whose word, and what is said of them.

`between` measures; the chronicle tells what the measure is made of, and what it leaves out: promises, plans
and denials, which are no acts between states. Everything opens to its characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dragoman.between import Between, issue_called
from dragoman.knowledge.base import Knowledge
from dragoman.relations import Act, Report, Series
from dragoman.relations.scales import HEADLINE, scale
from dragoman.store import Store
from dragoman.store.answers import StatementLine
from dragoman.store.pointing import Place, Pointed, events_at
from dragoman.store.voices import voices

DEEDS = 200
"""So many acts a chronicle has at most; of more, the latest."""
VOICES = 60
TURNS = 3
"""So many weeks are named in which an axis rose most."""
RISE = 0.25
"""The least rise of an axis in a week that is named, as a share of all that the axis moves."""
_NOWHERE = Pointed(None, None, None)


@dataclass(frozen=True, slots=True)
class Teller:
    """One telling of an act: the outlet, its day, the characters, and on whose word it tells.

    ``speaker`` is None where the outlet tells it in its own voice; ``via`` are those through whom the word
    reached the page, nearest first. ``copy`` is the id of the text that this is a print of. ``start`` and
    ``end`` are None for tables made elsewhere.
    """

    publication: str | None
    day: date | None
    document: str
    start: int | None
    end: int | None
    speaker: str | None
    speaker_state: str | None
    via: tuple[str, ...]
    copy: str


@dataclass(frozen=True, slots=True)
class Deed:
    """An act of one state on another, or of both, with its words and all who tell of it.

    ``sign`` is 1 for an act of cooperation, -1 for a hostile one, 0 for one that is neither, on the headline
    scale. ``happened`` is False for what is planned, possible, conditional, demanded or denied: such acts
    count for nothing, ``status`` says what they are.
    """

    id: str
    day: date
    type: str
    mode: str | None
    status: str
    happened: bool
    sign: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    issues: tuple[str, ...]
    text: str | None
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year in figures: acts of cooperation, hostile ones, those that are neither, and those that did not
    happen.

    ``engagement`` and ``enmity`` are the means of the axes over the year's weeks, None where there are none.
    """

    year: int
    cooperative: int
    hostile: int
    neutral: int
    open: int
    engagement: float | None
    enmity: float | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A week in which an axis rose most: by how much, and the acts of that week (ids of deeds)."""

    axis: str
    week: date
    rise: float
    deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The story of a pair: its years, when the axes rose, its deeds by day, and what is said, latest last.

    ``left_out`` counts deeds before the first that is here.
    """

    years: tuple[Year, ...]
    turns: tuple[Turn, ...]
    deeds: tuple[Deed, ...]
    left_out: int
    voices: tuple[StatementLine, ...]


def chronicle(
    store: Store,
    found: Between,
    *,
    until: date | None = None,
    issue: str | None = None,
    knowledge: Knowledge | None = None,
    most: int = DEEDS,
    said: int = VOICES,
) -> Chronicle:
    """Return the story of two states, from what was measured between them and the store that it came from.

    ``until`` and ``issue`` (an id or a label) are those that ``found`` was asked with. ``most`` and ``said``
    bound the deeds and the statements; the latest are kept.
    """
    tables = knowledge or Knowledge.load()
    on = None if issue is None else issue_called(issue, tables)[0]
    acts = sorted(
        (act for act in found.acts if on is None or on in dict(act.issues)), key=lambda act: (act.day, act.id)
    )
    kept = acts[-most:] if most else []
    places = [place for act in kept for report in act.reports if (place := _place(report)) is not None]
    with store.reading() as connection:
        known = events_at(connection, places)
        quoted = voices(connection, found.pair, said, until, on)
    deeds = tuple(_deed(act, known, tables) for act in kept)
    return Chronicle(
        years(acts, found.series), turns(found.series, kept), deeds, len(acts) - len(kept),
        tuple(reversed(quoted)),
    )  # fmt: skip


def _place(report: Report) -> Place | None:
    return None if report.span is None else (report.document, report.span.start, report.span.end)


def _deed(act: Act, known: dict[Place, Pointed], tables: Knowledge) -> Deed:
    pointed = [known.get(_place(report) or ("", 0, 0), _NOWHERE) for report in act.reports]
    labels = {issue.id: issue.label for issue in tables.issues}
    return Deed(
        act.id, act.day, act.type, act.mode, act.status, act.happened, _sign(act), act.actors, act.recipients,
        tuple(labels.get(name, name) for name, _ in act.issues),
        next((one.text for one in pointed if one.text), None),
        tuple(_teller(report, one) for report, one in zip(act.reports, pointed, strict=True)),
    )  # fmt: skip


def weight(act: Act, on: str = HEADLINE) -> float:
    """Return what an act is worth on a built-in scale, from -1 to 1: its own score where it carries one."""
    return act.score if act.score is not None else scale(on).score(act.type, act.mode)


def _sign(act: Act) -> int:
    score = weight(act)
    return (score > 0) - (score < 0)


def _teller(report: Report, at: Pointed) -> Teller:
    start, end = (report.span.start, report.span.end) if report.span else (None, None)
    return Teller(
        report.publication, report.day, report.document, start, end, at.speaker, at.state, at.via, report.copy
    )


def years(acts: Iterable[Act], series: Series | None = None) -> tuple[Year, ...]:
    """Return the years of some acts in figures, the first year first; the axes' means from a series."""
    return tuple(_years(acts, series))


def _years(acts: Iterable[Act], series: Series | None) -> Iterator[Year]:
    signs: dict[int, list[tuple[bool, int]]] = {}
    for act in acts:
        signs.setdefault(act.day.year, []).append((act.happened, _sign(act)))
    for year in sorted(signs):
        told = signs[year]
        means: tuple[float | None, float | None] = (None, None)
        if series is not None:
            inside = np.array([week.year == year for week in series.weeks])
            if inside.any():
                means = float(series.engagement[inside].mean()), float(series.enmity[inside].mean())
        yield Year(
            year, sum(happened and sign > 0 for happened, sign in told),
            sum(happened and sign < 0 for happened, sign in told),
            sum(happened and not sign for happened, sign in told),
            sum(not happened for happened, _ in told), *means,
        )  # fmt: skip


def turns(series: Series | None, acts: Sequence[Act]) -> tuple[Turn, ...]:
    """Return the weeks in which each axis rose most, the largest rise first, with those of ``acts`` that can
    have raised it."""
    return tuple(_turns(series, acts))


def _turns(series: Series | None, acts: Sequence[Act]) -> Iterator[Turn]:
    if series is None or len(series.weeks) < 2:
        return
    axes: tuple[tuple[str, NDArray[np.float64], int], ...] = (
        ("engagement", series.engagement, 1), ("enmity", series.enmity, -1)
    )  # fmt: skip
    signed = [(act.day, _sign(act), act.id) for act in acts if act.happened]
    for name, axis, sign in axes:
        rises = np.diff(axis, prepend=axis[:1])
        least = RISE * float(axis.max() - axis.min())
        for at in np.argsort(-rises, kind="stable")[:TURNS]:
            week = series.weeks[at]
            # What raised an axis has its sign: a visit in the week of a quarrel raised no enmity.
            own = tuple(act for day, one, act in signed if one == sign and 0 <= (day - week).days < 7)
            if rises[at] >= least > 0 and own:
                yield Turn(name, week, float(rises[at]), own)
