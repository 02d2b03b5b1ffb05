"""What closeness is measured from: acts between states, each with the reports that tell of it.

An act is one thing that happened once, however many articles tell of it. Its reports say who tells of it and
how independently: copies of one text, and all that goes back to one root, are one origin
(`dragoman.relations.index.belief`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.records import EventType, Span, Status

HAPPENED: frozenset[str] = frozenset({"done", "ongoing"})
"""The statuses that count: what is planned, possible, conditional, demanded or negated is no act between
states."""

NO_ISSUE = ""
"""The issue of an act, or of the rest of its shares, that none is given for."""


@dataclass(frozen=True, slots=True)
class Report:
    """One telling of an act in one document.

    ``family`` is the outlet family (one owner or one newsroom) that the telling is charged to, ``copy`` what
    all copies of one text share (its own document's id where there is no other), ``root`` the root of its
    source chain: who saw or said it first; the outlet family where the article tells it in its own voice.
    ``depth`` is the length of that chain, 1 where nothing stands between root and page. ``authority``, from 0
    to 1, is how much the words of whoever speaks weigh, and is used only for acts that are words
    (`Act.words`). ``probability`` is the calibrated probability that the telling was read rightly. ``span``
    is the evidence in the document's text, None for rows of an event table made elsewhere.
    """

    document: str
    publication: str | None
    family: str
    copy: str
    day: date | None
    root: str
    depth: int = 1
    authority: float = 1.0
    probability: float = 1.0
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One act, told by many.

    ``day`` is when it happened, not when it was published. ``actors`` and ``recipients`` are states (ISO 3166
    alpha-3 in Dragoman's own readings; any one code system in tables made elsewhere). ``issues`` gives shares
    of the act by issue, at most 1 in sum; the rest belongs to `NO_ISSUE`. ``words`` marks a statement of one
    state about another that enters as its verbal class (SUPPORT, AGREE, ACCUSE, REJECT, THREATEN): its size
    is multiplied by the speaker's authority. ``count`` is how many acts alike the row stands for, 1 unless it
    comes from a table of counts. ``score``, from -1 to 1, takes the place of the scale's, for a scholar's own
    tables.
    """

    id: str
    day: date
    type: EventType
    mode: str | None
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reports: tuple[Report, ...]
    issues: tuple[tuple[str, float], ...] = ()
    words: bool = False
    count: float = 1.0
    score: float | None = None

    @property
    def happened(self) -> bool:
        """Whether it is told as done or ongoing, and so counts."""
        return self.status in HAPPENED

    @property
    def directed_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return every actor with every other recipient, in order, each pair once.

        A meeting of many weighs no more than a meeting of two: each pair gets one share of the act among the
        undirected pairs here (the PLOVER manual warns that one summit of twenty states would make 380
        events). Where no recipient is given, the actors act on each other ("Russia and Iran agreed").
        """
        others = self.recipients or self.actors
        found = {(a, b): None for a in self.actors for b in others if a != b}
        if not self.recipients:
            found = {(a, b): None for a, b in found if a < b}
        return tuple(found)
