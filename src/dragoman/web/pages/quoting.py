"""Tellings and stands as lines of a page: who tells of it where, in which words, and how to open them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.chronicle import weight
from dragoman.relations import Act, ActPart, Report
from dragoman.relations.origins import origins_of
from dragoman.relations.stands.hints import Hint, HintKind
from dragoman.relations.stands.stances import Stand, Standing
from dragoman.store import Store
from dragoman.store.pointing import Place, Pointed, events_at
from dragoman.web.tables import issue_label

TOLD = 6
"""So many tellings of one act, or of one stand, are shown."""
NOWHERE = Pointed(None, None, None)
Shared = tuple[Report, float] | tuple[Report, None]
"""A report, and what it adds to closeness where that is added up."""
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
    """One telling of an act: where it stands, and on whose word; ``id`` and ``text`` where known.

    ``part`` is what it adds, None where nothing is added up. ``speaker`` is None where the article names
    nobody; ``via`` are those through whom the word reached the page, nearest first. Tellings of one ``copy``
    are prints of one text.
    """

    part: float | None
    document: str
    start: int | None
    end: int | None
    id: str | None
    text: str | None
    title: str | None
    publication: str | None
    day: date | None
    copy: str
    speaker: str | None
    speaker_state: str | None
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act: who did what to whom, whether it happened, and who tells of it.

    ``part`` is what it adds to closeness or to its change, on all issues together; None where nothing is
    added up. ``weight`` is what such an act is worth on the scale in use, from -1 to 1; one that is planned,
    possible, conditional, demanded or denied did not happen, and counts for nothing. ``told`` are some of its
    tellings, ``tellings`` how many there are, ``origins`` of how many texts; ``roots`` counts what is
    independent: copies are one, and so is all that goes back to one source.
    """

    id: str
    part: float | None
    day: date
    type: str
    mode: str | None
    status: str
    happened: bool
    weight: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    issues: tuple[str, ...]
    tellings: int
    origins: int
    roots: int
    told: tuple[Telling, ...]

    @property
    def texts(self) -> list[list[Telling]]:
        """The tellings that are shown, prints of one text together."""
        found: dict[str, list[Telling]] = {}
        for one in self.told:
            found.setdefault(one.copy, []).append(one)
        return list(found.values())


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


def moved_by(store: Store, parts: Sequence[ActPart], most: int, scale: str) -> tuple[ActLine, ...]:
    """Return the acts that parts belong to, the largest first and no more than ``most``, with their words.

    An act that is on several issues is one line; its parts are added up.
    """
    by_act: dict[str, list[ActPart]] = {}
    for part in parts:
        if part.act is not None:
            by_act.setdefault(part.act.id, []).append(part)
    ordered = sorted(by_act.values(), key=lambda same: -abs(sum(part.part for part in same)))[:most]
    added = [(same[0].act, sum(part.part for part in same), _shares(same)) for same in ordered]
    return _lines(store, [(act, part, shares) for act, part, shares in added if act is not None], scale)


def act_lines(store: Store, acts: Iterable[Act], scale: str) -> tuple[ActLine, ...]:
    """Return acts as lines, in the order in which they come, with the words of some of their tellings."""
    return _lines(store, [(act, None, [(one, None) for one in _various(act.reports)]) for act in acts], scale)


def _various(reports: Iterable[Report]) -> list[Report]:
    """Return reports so that the first of each text stands before further prints of any."""
    firsts: dict[str, Report] = {}
    further = [one for one in reports if firsts.setdefault(one.copy, one) is not one]
    return [*firsts.values(), *further]


def _lines(
    store: Store, found: Sequence[tuple[Act, float | None, Sequence[Shared]]], scale: str
) -> tuple[ActLine, ...]:
    places = (place for _, _, told in found for report, _ in told[:TOLD] for place in _place(report))
    with store.reading() as connection:
        pointed = events_at(connection, places)
    return tuple(_line(act, part, told, pointed, scale) for act, part, told in found)


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


def _line(
    act: Act, part: float | None, told: Sequence[Shared], pointed: dict[Place, Pointed], scale: str
) -> ActLine:
    return ActLine(
        act.id, _rounded(part), act.day, act.type, act.mode, act.status, act.happened,
        round(weight(act, scale), 4), act.actors, act.recipients,
        tuple(issue_label(name) for name, _ in act.issues if name),
        len(told), len({report.copy for report in act.reports}), len(set(origins_of(act.reports))),
        tuple(_telling(report, share, pointed) for report, share in told[:TOLD]),
    )  # fmt: skip


def _telling(report: Report, share: float | None, pointed: dict[Place, Pointed]) -> Telling:
    at = next((pointed[place] for place in _place(report) if place in pointed), NOWHERE)
    start, end = (report.span.start, report.span.end) if report.span else (None, None)
    return Telling(
        _rounded(share), report.document, start, end, at.id, at.text, at.title,
        report.publication or report.family, report.day, report.copy, at.speaker, at.state, at.via,
    )  # fmt: skip


def _rounded(part: float | None) -> float | None:
    return None if part is None else round(part, 6)
