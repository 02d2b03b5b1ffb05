"""What the page of a pair shows: weeks, one taken apart, a change and its parts, the story, propositions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.chronicle import Turn, Year
from dragoman.relations import Break, Change, Window
from dragoman.store.answers import AgreementLine
from dragoman.web.pages.pair_story import Story
from dragoman.web.pages.quoting import ActLine, HintLine, Side

LISTED = 60
"""So many weeks, and propositions of one side alone, stand on the page; the twins have all."""
Holds = Literal["weeks", "acts"]


@dataclass(frozen=True, slots=True)
class Week:
    """Closeness in the week that begins on ``week``, its band (90 %) and axes, and the same on each scale."""

    week: date
    closeness: float
    low: float
    high: float
    engagement: float
    enmity: float
    tenor: float
    acts: float
    plover: float
    cameo_icews: float
    ordinal: float


@dataclass(frozen=True, slots=True)
class At:
    """What closeness in one week is made of; ``expected``, ``rest`` and all acts' parts add up to it.

    ``unsettled`` are acts told of that week that did not happen, or not yet; they add nothing.
    """

    week: date
    closeness: float
    expected: float
    rest: float
    fresh: tuple[ActLine, ...]
    earlier: tuple[ActLine, ...]
    unsettled: tuple[ActLine, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """Both sides on one proposition: agree, differ, hint or unknown; ``agreement`` in [0, 1] if known."""

    proposition: str
    verdict: str
    agreement: float | None
    low: float | None
    high: float | None
    first: Side | None
    second: Side | None
    hints: tuple[HintLine, ...]


@dataclass(frozen=True, slots=True)
class OnIssue:
    """An issue: agreement where known, what share of what is said is on propositions of both."""

    issue: str
    agreement: float | None
    coverage: float
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What an issue adds to the change of closeness; "" is the acts that no issue is known of."""

    issue: str
    part: float


@dataclass(frozen=True)
class Pair:
    """What the archive tells of two states; ``fresh`` says whether that is all that it holds by now.

    ``years`` and ``turns`` are of all acts, ``story`` is a page of those that are asked for. ``table`` is
    what the CSV twin holds.
    """

    pair: tuple[str, str]
    names: tuple[str, str]
    documents: int
    fresh: bool
    scale: str
    half_life: float | None
    acts: int
    unsettled: int
    articles: int
    origins: int
    weeks: tuple[Week, ...]
    breaks: tuple[Break, ...]
    windows: tuple[Window, Window] | None
    change: Change | None
    parts: tuple[Part, ...]
    coverage: float | None
    moved: tuple[ActLine, ...]
    issues: tuple[OnIssue, ...]
    agreements: tuple[AgreementLine, ...]
    years: tuple[Year, ...]
    turns: tuple[Turn, ...]
    story: Story | None
    at: At | None
    table: Holds = "weeks"

    @property
    def curve(self) -> dict[str, list[float | str]]:
        """The weeks in columns, as the chart takes them; other scales under their names."""
        names = [name for name in Week.__slots__ if name not in ("week", "tenor", self.scale)]
        columns = {name: [getattr(week, name) for week in self.weeks] for name in names}
        return {"weeks": [week.week.isoformat() for week in self.weeks], **columns}

    @property
    def broken(self) -> list[dict[str, float | str]]:
        """The breaks, as the chart takes them."""
        return [{"week": b.week.isoformat(), "before": b.before, "after": b.after} for b in self.breaks]

    @property
    def eventful(self) -> list[Week]:
        """The latest weeks with acts, the last one first."""
        return [week for week in reversed(self.weeks) if week.acts][:LISTED]

    @property
    def shared(self) -> list[OnIssue]:
        """The issues with those propositions on which both speak, or which give a hint."""
        kept = [
            replace(one, propositions=tuple(p for p in one.propositions if (p.first and p.second) or p.hints))
            for one in self.issues
        ]
        return [one for one in kept if one.propositions]

    @property
    def alone(self) -> list[tuple[str, Proposition]]:
        """The propositions on which one of the two is silent, with their issues."""
        every = [(one.issue, p) for one in self.issues for p in one.propositions]
        return [(issue, p) for issue, p in every if not (p.first and p.second) and not p.hints][:LISTED]

    @property
    def hinted(self) -> bool:
        """Whether any proposition gives a hint."""
        return any(p.hints for one in self.issues for p in one.propositions)

    @property
    def known(self) -> tuple[str, ...]:
        """The issues that the page can be narrowed to."""
        found = [part.issue for part in self.parts] + [one.issue for one in self.issues]
        return tuple(sorted({name for name in found if name}))
