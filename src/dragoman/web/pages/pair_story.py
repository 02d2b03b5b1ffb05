"""The story of a pair on its page: its acts by day, a page of them at a time, narrowed as is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from fastapi import Query

from dragoman.between import issue_called, state_named
from dragoman.chronicle import Year, weight, years
from dragoman.errors import RelationsError
from dragoman.gathered import Gathered
from dragoman.relations import Act
from dragoman.show.deed_words import deed_words
from dragoman.store import Store
from dragoman.web.pages.quoting import ActLine, Telling, act_lines
from dragoman.web.tables import knowledge, state_name
from dragoman.web.views import BLANK, Word

SIZE = 15
"""So many acts stand on a page."""
Kind = Literal["cooperative", "hostile", "open"]
"""Acts of cooperation that happened, hostile ones that did, and those that did not happen, or not yet."""
Order = Literal["newest", "oldest"]
_NOBODY = Telling(None, "", None, None, None, None, None, None, None, "", None, None, ())


@dataclass(frozen=True, slots=True)
class Sought:
    """Which acts are asked for: those of one side, of a kind, of a year; in which order, which page."""

    side: str | None = None
    kind: Kind | None = None
    year: int | None = None
    order: Order = "newest"
    page: int = 1


@dataclass(frozen=True, slots=True)
class Story:
    """A page of a pair's acts; ``total`` counts those asked for, ``years`` those of all years in figures."""

    side: str | None
    kind: str | None
    year: int | None
    order: str
    page: int
    total: int
    years: tuple[Year, ...]
    acts: tuple[ActLine, ...]

    @property
    def size(self) -> int:
        """How many acts a page holds."""
        return SIZE


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act as a line of a table: its first telling's words and place, and on whose word it is told."""

    id: str
    day: date
    type: str
    mode: str | None
    words: str
    status: str
    happened: bool
    weight: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    issues: tuple[str, ...]
    text: str | None
    document: str
    start: int | None
    end: int | None
    outlets: tuple[str, ...]
    speaker: str | None
    via: tuple[str, ...]
    tellings: int
    origins: int
    roots: int


def sought(
    side: Annotated[Word, Query(description="The acts of one of the two, by name or code")] = None,
    kind: Annotated[Kind | None, BLANK] = None,
    year: Annotated[int | None, Query(ge=1, le=9999, description="The acts of one year"), BLANK] = None,
    order: Annotated[Order | None, BLANK] = None,
    page: Annotated[int, Query(ge=1, le=100_000, description="Of the acts")] = 1,
) -> Sought:
    """Return which acts are asked for; RelationsError where a side is no state."""
    return Sought(state_named(side, knowledge())[0] if side else None, kind, year, order or "newest", page)


def story_of(
    store: Store,
    gathered: Gathered,
    pair: tuple[str, str],
    until: date | None,
    issue: str | None,
    scale: str,
    asked: Sought,
) -> Story:
    """Return a page of the acts between two states; RelationsError where the side asked for is a third."""
    if asked.side is not None and asked.side not in pair:
        raise RelationsError(
            f"{state_name(asked.side)} is neither of the two; a side is {' or '.join(map(state_name, pair))}"
        )
    acts = narrowed(gathered.acts_between(*pair), until, issue)
    found = [act for act in acts if _passes(act, asked, scale)]
    counted = years(found)
    told = [act for act in found if asked.year is None or act.day.year == asked.year]
    told.sort(key=lambda act: (act.day, act.id), reverse=asked.order == "newest")
    shown = told[(asked.page - 1) * SIZE : asked.page * SIZE]
    return Story(
        asked.side, asked.kind, asked.year, asked.order, asked.page, len(told), counted,
        act_lines(store, shown, scale),
    )  # fmt: skip


def narrowed(acts: Iterable[Act], until: date | None, issue: str | None) -> tuple[Act, ...]:
    """Return the acts to a day, on one issue (an id or a label) where one is given."""
    on = issue_called(issue, knowledge())[0] if issue is not None else None
    return tuple(
        act for act in acts if (until is None or act.day <= until) and (on is None or on in dict(act.issues))
    )


def open_in(store: Store, acts: Iterable[Act], week: date, scale: str, most: int) -> tuple[ActLine, ...]:
    """Return the acts told of the week that begins on a day which did not happen, or not yet, by day."""
    after = week + timedelta(days=6)
    told = sorted(
        (act for act in acts if not act.happened and week <= act.day <= after),
        key=lambda act: (act.day, act.id),
    )
    return act_lines(store, told[:most], scale)


def rows_of(story: Story | None) -> Sequence[ActRow]:
    """Return the acts of a page as lines of a table."""
    return [] if story is None else list(_rows(story.acts))


def _rows(acts: Iterable[ActLine]) -> Iterator[ActRow]:
    for act in acts:
        first = act.told[0] if act.told else _NOBODY
        outlets = dict.fromkeys(one.publication or one.document[:12] for one in act.told)
        yield ActRow(
            act.id, act.day, act.type, act.mode, deed_words(act.type, act.mode), act.status, act.happened,
            act.weight, act.actors, act.recipients, act.issues, first.text, first.document, first.start,
            first.end, tuple(outlets), first.speaker, first.via, act.tellings, act.origins, act.roots,
        )  # fmt: skip


def _passes(act: Act, asked: Sought, scale: str) -> bool:
    """Say whether an act is of the side and kind that are asked for; what both did is of either side."""
    if asked.side is not None and asked.side not in act.actors:
        return False
    if asked.kind is None:
        return True
    if asked.kind == "open" or not act.happened:
        return asked.kind == "open" and not act.happened
    worth = weight(act, scale)
    return worth > 0 if asked.kind == "cooperative" else worth < 0
