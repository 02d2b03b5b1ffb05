"""Tellings and stands as lines of a page: who tells of it where, in which words, and how to open them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.relations import ActPart, Report
from dragoman.relations.stands.hints import Hint, HintKind
from dragoman.relations.stands.stances import Stand, Standing
from dragoman.store import Store
from dragoman.store.pointing import Place, Pointed, events_at
from dragoman.web.tables import issue_label

TOLD = 6
"""So many tellings of one act, or of one stand, are shown."""
NOWHERE = Pointed(None, None, None)
HINTS: dict[HintKind, str] = {
    "opposite": "firm words of one side against words of the other",
    "hedged": "one side hedges, or sets a condition, where the other is firm",
    "silence": "one side raises what the other says nothing of in the same text",
    "readouts": "one side's account of a meeting leaves out what the other's tells",
}
"""What each kind of hint is, in a line."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stand in its own words: whose, what it comes to, where it stands. ``id`` opens it."""

    id: str
    document: str
    start: int
    end: int
    text: str
    holder: str
    stance: str
    firmness: str
    condition: str | None
    day: date | None
    publication: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """Where one side stands on a proposition: x from -1 to 1 with its 90 % band, and the latest words.

    ``origins`` counts independent origins, ``changed`` says whether the side was another one before.
    """

    holder: str
    stance: str
    x: float
    low: float
    high: float
    origins: int
    changed: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class HintLine:
    """A hint of difference: its kind, what that is, and the words of both sides."""

    kind: str
    means: str
    one: tuple[Quote, ...]
    other: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an act: what it adds, and where it stands; ``id`` and ``text`` where known."""

    part: float
    document: str
    start: int | None
    end: int | None
    id: str | None
    text: str | None
    title: str | None
    publication: str | None
    day: date | None
    copy: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An act and what it adds to closeness or to its change, on all issues together.

    ``told`` are some of its tellings, ``tellings`` how many there are, ``origins`` how many texts.
    """

    id: str
    part: float
    day: date
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    issues: tuple[str, ...]
    tellings: int
    origins: int
    told: tuple[Telling, ...]


def quote(stand: Stand) -> Quote:
    """Return a stand as a line."""
    report = stand.report
    start, end = (report.span.start, report.span.end) if report.span else (0, 0)
    return Quote(
        stand.id, report.document, start, end, stand.text, stand.holder, stand.stance, stand.firmness,
        stand.condition, report.day, report.publication,
    )  # fmt: skip


def side(standing: Standing | None) -> Side | None:
    """Return where a side stands as a line, with its latest words first; None where it is silent."""
    if standing is None:
        return None
    latest = standing.stands[-1]
    return Side(
        standing.holder, latest.stance, round(standing.x, 4), round(standing.low, 4), round(standing.high, 4),
        standing.origins, bool(standing.reversals),
        tuple(quote(stand) for stand in standing.stands[: -TOLD - 1 : -1]),
    )  # fmt: skip


def hint_line(hint: Hint) -> HintLine:
    """Return a hint as a line."""
    one, other = (tuple(quote(stand) for stand in told[:TOLD]) for told in (hint.one, hint.other))
    return HintLine(hint.kind, HINTS[hint.kind], one, other)


def moved_by(store: Store, parts: Sequence[ActPart], most: int) -> tuple[Moved, ...]:
    """Return the acts that parts belong to, the largest first and no more than ``most``, with their words.

    An act that is on several issues is one line; its parts are added up.
    """
    by_act: dict[str, list[ActPart]] = {}
    for part in parts:
        if part.act is not None:
            by_act.setdefault(part.act.id, []).append(part)
    ordered = sorted(by_act.values(), key=lambda same: -abs(sum(part.part for part in same)))[:most]
    shares = [_shares(same) for same in ordered]
    places = (place for one in shares for report, _ in one[:TOLD] for place in _place(report))
    with store.reading() as connection:
        pointed = events_at(connection, places)
    return tuple(_moved(same, told, pointed) for same, told in zip(ordered, shares, strict=True))


def _shares(same: Iterable[ActPart]) -> list[tuple[Report, float]]:
    """Return the reports of one act with what each adds on all issues, the largest first."""
    found: dict[Report, float] = {}
    for part in same:
        for share in part.shares:
            if share.report is not None:
                found[share.report] = found.get(share.report, 0.0) + share.part
    return sorted(found.items(), key=lambda one: -abs(one[1]))


def _place(report: Report) -> list[Place]:
    return [(report.document, report.span.start, report.span.end)] if report.span else []


def _moved(same: list[ActPart], told: list[tuple[Report, float]], pointed: dict[Place, Pointed]) -> Moved:
    act = same[0].act
    assert act is not None  # only acts that are known were gathered
    return Moved(
        act.id, round(sum(part.part for part in same), 6), act.day, act.type, act.mode, act.actors,
        act.recipients, tuple(issue_label(part.issue) for part in same if part.issue),
        len(told), len({report.copy for report in act.reports}),
        tuple(_telling(report, share, pointed) for report, share in told[:TOLD]),
    )  # fmt: skip


def _telling(report: Report, share: float, pointed: dict[Place, Pointed]) -> Telling:
    at = next((pointed[place] for place in _place(report) if place in pointed), NOWHERE)
    start, end = (report.span.start, report.span.end) if report.span else (None, None)
    return Telling(
        round(share, 6), report.document, start, end, at.id, at.text, at.title,
        report.publication or report.family, report.day, report.copy,
    )  # fmt: skip
