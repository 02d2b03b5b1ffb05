"""The ledger of forecasts: who said what would happen, on what condition, by when, and what came of it.

A row is one claimant, one proposition and one origin: copies and repetitions are told once. A machine decides
nothing here. It proposes acts by which it may have come to that, and a person rules on the proposition: true,
false, void (its condition was not met) or unresolvable. Until then a forecast is open, and due once its time
is over. Where somebody doubted what turns out false, the doubter was right: rulings are on what is foretold.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol, TypeVar, get_args

from dragoman.records import EventType, Status
from dragoman.relations.acts import HAPPENED, Report
from dragoman.relations.disputes.claims import NOBODY, Claimant, Party
from dragoman.relations.predictions.chances import Chance, chance_of

Ruling = Literal["true", "false", "void", "unresolvable"]
ForecastState = Literal["open", "due", "true", "false", "void", "unresolvable"]
RULINGS: tuple[Ruling, ...] = get_args(Ruling)
STATES: tuple[ForecastState, ...] = get_args(ForecastState)


@dataclass(frozen=True, slots=True)
class Foretold:
    """An act as a forecast has it: its type, and who does it to whom; either may be unknown."""

    type: EventType
    actors: Party
    recipients: Party


@dataclass(frozen=True, slots=True)
class Prediction:
    """One telling of a forecast; ``id`` is that of the finding, ``words`` the lemmas that carry it.

    ``phrase`` are the words that say how likely, ``first`` and ``last`` the days by which. ``affirms`` is
    false where the claimant says that it will not come to that. ``about`` are those whom it names.
    """

    id: str
    claimant: Claimant
    report: Report
    proposition: str
    words: frozenset[str]
    affirms: bool = True
    condition: str | None = None
    phrase: str | None = None
    first: date | None = None
    last: date | None = None
    about: Party = NOBODY
    acts: tuple[Foretold, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """An act that an article tells of; a forecast may have come true by it."""

    id: str
    type: EventType
    actors: Party
    recipients: Party
    day: date
    status: Status
    report: Report
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One forecast of the ledger; ``told`` are all its tellings, in order, the first of which names it.

    ``chance`` is the probability that the claimant gives the proposition, None where it has no number.
    ``proposals`` are acts that are told as done later and in time, by which it may have come to that.
    """

    id: str
    told: tuple[Prediction, ...]
    state: ForecastState
    chance: Chance | None
    proposals: tuple[Happening, ...] = ()

    @property
    def first(self) -> Prediction:
        """Its first telling."""
        return self.told[0]

    @property
    def articles(self) -> int:
        """In how many articles it is told."""
        return len({one.report.document for one in self.told})


def ledger(
    predictions: Iterable[Prediction], rulings: Mapping[str, Ruling], today: date,
    happenings: Iterable[Happening] = (),
) -> tuple[Row, ...]:  # fmt: skip
    """Return the rows of the ledger, by the day of their first telling.

    ``rulings`` are people's, by rows' ids; ``today`` is the day from which a forecast is due.
    """
    own: dict[tuple[str, bool], list[Prediction]] = defaultdict(list)
    for one in set(predictions):
        own[one.claimant.key, one.affirms].append(one)
    acts: dict[EventType, list[Happening]] = defaultdict(list)
    for happening in happenings:
        acts[happening.type].append(happening)
    rows = [
        row_of(told, rulings, today, acts)
        for several in own.values()
        for told in retold(sorted(several, key=order_of))
    ]
    return tuple(sorted(rows, key=lambda row: order_of(row.first)))


class Telling(Protocol):
    """What tells of a forecast: the words that carry it are enough to know it again."""

    @property
    def words(self) -> frozenset[str]:
        """The lemmas that carry it."""


Told = TypeVar("Told", bound=Telling)


def retold(tellings: Iterable[Told]) -> list[list[Told]]:
    """Return the forecasts of one claimant, all affirmed or all rejected, as so many rows: each with its
    tellings in order, as which they are given."""
    rows: list[list[Told]] = []
    holding: dict[str, list[int]] = defaultdict(list)  # the rows whose first telling has a word
    for one in tellings:
        words = one.words or {""}
        places = min((holding.get(word, []) for word in words), key=len)
        known = next((rows[place] for place in places if _retold(rows[place][0], one)), None)
        if known is None:
            for word in words:
                holding[word].append(len(rows))
            rows.append([one])
        else:
            known.append(one)
    return rows


RETOLD = 3
"""So many words a forecast must have at least to be known again where it is told in fewer words."""


def _retold(first: Telling, later: Telling) -> bool:
    """Say whether a claimant's forecast is an earlier one of his, told again in the same words or fewer."""
    if first.words == later.words:
        return True
    return len(later.words) >= RETOLD and later.words < first.words


def order_of(one: Prediction) -> tuple[str, str, int, str]:
    """Return what tellings are ordered by: day, document, place and id; undated ones last."""
    report = one.report
    day = report.day.isoformat() if report.day else "9999"
    return day, report.document, report.span.start if report.span else 0, one.id


def row_of(
    told: Sequence[Prediction], rulings: Mapping[str, Ruling], today: date,
    happenings: Mapping[EventType, Sequence[Happening]],
) -> Row:  # fmt: skip
    """Return the row of a forecast from all its tellings in order; ``happenings`` are acts by their types."""
    first = told[0]
    identifier = row_id(first.claimant.key, first.affirms, first.words)
    last = next((one.last for one in told if one.last), None)
    state: ForecastState = rulings.get(identifier) or ("due" if last is not None and last < today else "open")
    row = Row(identifier, tuple(told), state, stated(first))
    if state not in ("open", "due"):
        return row
    types = dict.fromkeys(act.type for act in first.acts)
    alike = [one for kind in types for one in happenings.get(kind, ())]
    return replace(row, proposals=tuple(_proposals(first, last, alike)))


def row_id(claimant: str, affirms: bool, words: Iterable[str]) -> str:
    """Return the id of a forecast by its claimant's key and the words of its first telling."""
    key = "\0".join((claimant, str(affirms), *sorted(words)))
    return f"forecast:{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def stated(prediction: Prediction) -> Chance | None:
    """Return the probability that a claimant gives a proposition, None for unnumbered phrases.

    "Unlikely" and "doubts" are low by themselves; whoever rejects a probable thing holds it to be as
    improbable.
    """
    chance = chance_of(prediction.phrase)
    if chance is None or prediction.affirms or chance.median < 0.5:
        return chance
    return chance.reversed


def _proposals(first: Prediction, last: date | None, happenings: Iterable[Happening]) -> list[Happening]:
    """Return the acts that are told as done after the forecast and in its time, the earliest first."""
    day = first.report.day
    found = [
        one
        for one in happenings
        if one.status in HAPPENED and (day is None or one.day > day) and (last is None or one.day <= last)
        and any(_matches(act, one) for act in first.acts)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.day, one.id))


def _matches(act: Foretold, one: Happening) -> bool:
    """Say whether an act is of the foretold type, by one foretold, and on one foretold where any was."""
    if act.type != one.type or not (act.actors or act.recipients):
        return False
    by = not act.actors or act.actors.meets(one.actors)
    on = not act.recipients or act.recipients.meets(one.recipients)
    return by and on
