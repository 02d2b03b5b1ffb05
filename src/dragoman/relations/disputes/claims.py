"""What somebody claims of the world, made comparable: by whom, of whom, with which words, figures and days.

A claim is one statement of an article, or what the article tells in its own voice. It is no finding that
anything happened: claims are only ever set beside each other (`dragoman.relations.disputes.contested`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dragoman.records import EventType
from dragoman.relations.acts import Report
from dragoman.relations.origins import origins_of


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who claims: the name that the article uses, a key that is the same wherever the same one speaks, and
    the state he acts for. ``voice`` marks the article itself, which speaks for nobody.
    """

    name: str
    key: str
    state: str | None = None
    anonymous: bool = False
    voice: bool = False


NOUN = "noun:"
"""What the key of somebody begins with who is named by a common noun alone."""


@dataclass(frozen=True, slots=True)
class Party:
    """Those who act in a claim, or are acted on: their keys, and their states (ISO 3166 alpha-3)."""

    keys: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.keys or self.states)

    def meets(self, other: Party) -> bool:
        """Say whether somebody is in both, or a state is on both sides where one of them names no more.

        "Troops" of one state are not those of another, though both go by one noun.
        """
        shared = self.keys & other.keys
        if any(not key.startswith(NOUN) for key in shared) or self.states & other.states:
            return True
        return bool(shared) and not (self.states and other.states)

    def apart(self, other: Party) -> bool:
        """Say whether both are known and nobody, and no state, is in both."""
        return bool(self) and bool(other) and not self.meets(other)


NOBODY = Party()
"""Those who act, or are acted on, where nobody is named."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that is claimed: its type (PLOVER), its verb, who to whom, where.

    ``place_state`` is the state that the place lies in, ``is_state`` says that it is that state itself.
    ``denied`` and ``done`` are as the words tell it, whatever the claimant makes of them.
    """

    type: EventType
    verb: str
    actors: Party
    recipients: Party
    place: str | None = None
    place_state: str | None = None
    is_state: bool = False
    denied: bool = False
    done: bool = True

    @property
    def states(self) -> frozenset[str]:
        """The states on both sides."""
        return self.actors.states | self.recipients.states


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as an interval, ends included, of a unit: "at least 36 civilians" is 36 and more civilians."""

    kind: str
    unit: str
    low: float
    high: float
    text: str

    def apart(self, other: Amount) -> bool:
        """Say whether both cannot be true of one thing: same kind and unit, and nothing in common."""
        same = self.kind == other.kind and self.unit == other.unit
        return same and (self.low > other.high or other.low > self.high)


@dataclass(frozen=True, slots=True)
class Deal:
    """An agreement that is claimed: the parties, what it is called, and how far it is said to have come."""

    parties: Party
    instrument: str
    status: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; ``id`` is that of the finding, ``report`` where it stands and how independent it is.

    ``affirms`` is false where the claimant denies what the words say. ``words`` are the lemmas that carry its
    content, ``names`` those of them that are parts of names. ``states`` are those that it is about.
    ``first`` and ``last`` are when it is said to have been. ``rivals`` are matters of the table of rivals
    and the side that is taken on each. ``answers`` are the claims that it turns against by pointing at them
    ("denied it"), ``figure`` says that it is their figures that it turns against, ``carries_on`` names one
    that it goes on from on the same side. ``of_text`` is said of what tells what a text or a talk says.
    ``manifold`` is said of what tells several things at once, so that nobody knows which of them is answered.
    ``negated`` is said of words with a negation among them. ``story`` is what articles on one story share.
    """

    id: str
    claimant: Claimant
    report: Report
    text: str
    affirms: bool
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    issues: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    deeds: tuple[Deed, ...] = ()
    amounts: tuple[Amount, ...] = ()
    deal: Deal | None = None
    rivals: tuple[tuple[str, int], ...] = ()
    answers: tuple[str, ...] = ()
    figure: bool = False
    of_text: bool = False
    manifold: bool = False
    negated: bool = False
    carries_on: str | None = None
    story: str | None = None

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By day, document, place and id; undated ones last."""
        day = self.report.day.isoformat() if self.report.day else "9999"
        return day, self.report.document, self.report.span.start if self.report.span else 0, self.id


def roots_of(claims: tuple[Claim, ...]) -> list[int]:
    """Return for each claim the place of the first one of its root: who saw or said it first.

    A named claimant is one root wherever he speaks, and two who are named in one article are two. The
    article's own voice, and whoever is not named, is one root in all copies of the text.
    """
    reports = []
    for claim in claims:
        report = claim.report
        apart = "" if claim.claimant.voice else f"\0{report.root}"
        reports.append(replace(report, copy=f"{report.copy}{apart}"))
    return origins_of(reports)
