"""Corrections of single findings: judgements in the ledger, each on one document, that name what they are on
by its characters, which no new reading changes. What follows from them is ``correcting.corrected``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, Select, select

from dragoman.errors import CorrectionError, StoreError
from dragoman.records import Span
from dragoman.records import Status as EventStatus
from dragoman.records.actor import ActorKind
from dragoman.records.agreement import AgreementStatus
from dragoman.store.finding_tables import judgements
from dragoman.store.ledger import enter, undone_in

Verb = Literal["source", "span", "link", "status", "reject"]
Kind = Literal["statements", "events", "agreements", "memberships", "positions", "forecasts"]
Role = Literal[
    "via", "actors", "recipients", "parties", "organization", "member", "actor", "claimant"
]  # fmt: skip

ROLES: dict[Kind, tuple[Role, ...]] = {
    "statements": ("via",), "events": ("actors", "recipients"), "agreements": ("parties",),
    "memberships": ("organization", "member"), "positions": ("actor",), "forecasts": ("claimant",),
}  # fmt: skip
"""What "link" gives other actors in each kind of finding; a statement's source has a verb of its own."""
STATUSES: dict[Kind, tuple[str, ...]] = {
    "events": get_args(EventStatus), "agreements": get_args(AgreementStatus),
}  # fmt: skip
"""What "status" may say of each kind of finding that has one: whether it happened, how far it got."""
MANY: tuple[Role, ...] = ("via", "actors", "recipients", "parties")
"""The roles that take any number of actors; the others take one."""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a correction names: the phrase in the text that does so, and what is known of the actor.

    ``span`` is the evidence. All else finds the actor again in another reading of the text, or describes one
    whom the machine didn't find.
    """

    span: Span
    name: str
    kind: ActorKind = "other"
    state: str | None = None
    sector: str | None = None
    role: str | None = None
    ref: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """The finding that a correction is on: its kind, its characters, and what sets it apart from others.

    ``spans`` are a statement's content and cue, an event's trigger, an agreement's first mention, and the
    span of the others. ``note`` is an event's type, an agreement's instrument, a position's proposition, a
    membership's role with both names, else nothing.
    """

    kind: Kind
    spans: tuple[Span, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: when (UTC), by whom, what, on which finding of which document (SHA-256), and why.

    ``actors`` are the other actors of "source" and "link", ``spans`` the other characters of "span",
    ``status`` is the other one of "status"; ``words`` are the finding's, ``was`` and ``now`` tell before and
    after in words. It ``stands`` unless it was undone.
    """

    number: int
    made: str
    by: str
    verb: Verb
    document: str
    target: Target
    words: str
    role: Role | None = None
    actors: tuple[Named, ...] = ()
    spans: tuple[Span, ...] = ()
    was: str = ""
    now: str = ""
    because: str | None = None
    stands: bool = True
    status: str | None = None


def enter_correction(connection: Connection, one: Correction) -> int:
    """Add a correction to the ledger; its number and time are given here. Return the number."""
    subject = asdict(one)
    for name in ("number", "made", "by", "verb", "document", "because", "stands"):
        del subject[name]
    told = json.dumps(subject, ensure_ascii=False, sort_keys=True)
    return enter(connection, one.verb, told, one.because, one.by, None, one.document)


def enter_undoing(connection: Connection, number: int, because: str | None, by: str) -> Correction:
    """Add the undoing of a correction; return what was undone. StoreError where none such stands."""
    found = correction(connection, number)
    if not found.stands:
        raise CorrectionError(f"correction {number} is undone already")
    enter(connection, "undo", "{}", because, by, number, found.document)
    return found


def correction(connection: Connection, number: int) -> Correction:
    """Return the correction with a number; StoreError where there is none."""
    document = select(judgements.c.document).where(judgements.c.number == number)
    found = connection.scalar(document)
    for one in corrections_of(connection, found) if found else ():
        if one.number == number:
            return one
    raise StoreError(f"there is no correction {number}: dragoman corrections lists them")


def corrections_of(connection: Connection, document: str) -> tuple[Correction, ...]:
    """Return the corrections of a document (SHA-256) in the order of their making, undone ones too."""
    return _made(connection.execute(_ordered().where(judgements.c.document == document)).all())


def corrections(connection: Connection) -> tuple[Correction, ...]:
    """Return all corrections of the store, in the order in which they were made."""
    return _made(connection.execute(_ordered().where(judgements.c.document.is_not(None))).all())


def _ordered() -> Select[Any]:
    return select(judgements).order_by(judgements.c.number)


def _made(rows: Sequence[Row[Any]]) -> tuple[Correction, ...]:
    undone = undone_in(rows)
    return tuple(_one(row, row.number not in undone) for row in rows if row.undoes is None)


def _one(row: Row[Any], stands: bool) -> Correction:
    told: dict[str, Any] = json.loads(row.subject)
    target = told["target"]
    return Correction(
        number=row.number, made=row.made, by=row.by, verb=row.verb, document=row.document,
        target=Target(target["kind"], _spans(target["spans"]), target["note"]), words=told["words"],
        role=told["role"], spans=_spans(told["spans"]), was=told["was"], now=told["now"],
        actors=tuple(Named(**{**actor, "span": Span(*actor["span"])}) for actor in told["actors"]),
        because=row.reason, stands=stands, status=told.get("status"),  # an older ledger has none
    )  # fmt: skip


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)
