"""The ledger of what people judged of actors: rows are only ever added, and an undoing is a row, too.

Rows that name a document are corrections of what was found in it: ``store.corrections``.

A judgement names its terms by what no reading and no run changes: a naming, the state that articles give it,
or one document. ``rulings_of`` says what follows from those that stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, insert, select

from dragoman.errors import StoreError
from dragoman.store.finding_tables import judgements

Verb = Literal["same", "different", "undo"]


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """What a judgement is on: a naming, in articles that give it a state, or in one document (SHA-256)."""

    naming: int
    state: str | None = None
    document: str | None = None

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.naming, self.state, self.document) if part is not None)

    @property
    def order(self) -> tuple[int, str, str]:
        """By naming, state, document."""
        return self.naming, self.state or "", self.document or ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of the ledger: when (UTC), by whom, what, on whom, and why; ``stands`` unless it was undone."""

    number: int
    made: str
    by: str
    verb: Verb
    one: str
    other: str
    ones: tuple[Term, ...]
    others: tuple[Term, ...]
    because: str | None
    undoes: int | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the standing judgements come to: groups that are one, and pairs that never are."""

    together: tuple[frozenset[Term], ...]
    apart: frozenset[tuple[Term, Term]]


def ledger(connection: Connection) -> tuple[Judgement, ...]:
    """Return all judgements, in the order in which they were made."""
    own = judgements.c.verb.in_(get_args(Verb)) & judgements.c.document.is_(None)  # others rule on others
    rows = connection.execute(select(judgements).where(own).order_by(judgements.c.number)).all()
    undone = undone_in(rows)
    found = []
    for row in rows:
        subject = json.loads(row.subject)
        ones, others = (tuple(Term(*term) for term in subject[name]) for name in ("ones", "others"))
        found.append(
            Judgement(row.number, row.made, row.by, row.verb, subject["one"], subject["other"], ones, others,
                      row.reason, row.undoes, row.number not in undone)
        )  # fmt: skip
    return tuple(found)


def undone_in(rows: Sequence[Row[Any]]) -> frozenset[int]:
    """Return the numbers of the rows, given in their order, that others undo which stand themselves."""
    undone: set[int] = set()
    for row in reversed(rows):
        if row.undoes is not None and row.number not in undone:
            undone.add(row.undoes)
    return frozenset(undone)


def judge(
    connection: Connection, verb: Literal["same", "different"], one: tuple[str, Sequence[Term]],
    other: tuple[str, Sequence[Term]], because: str | None, by: str,
) -> int:  # fmt: skip
    """Add a judgement on two actors, each a name and its terms; return its number."""
    terms = [[[t.naming, t.state, t.document] for t in sorted(set(side[1]), key=lambda t: t.order)]
             for side in (one, other)]  # fmt: skip
    subject = {"one": one[0], "other": other[0], "ones": terms[0], "others": terms[1]}
    return enter(connection, verb, json.dumps(subject, ensure_ascii=False, sort_keys=True), because, by, None)


def undo(connection: Connection, number: int, because: str | None, by: str) -> Judgement:
    """Add the undoing of a judgement; return the one undone. StoreError where there is none that stands."""
    found = {one.number: one for one in ledger(connection)}
    if number not in found:
        raise StoreError(f"there is no judgement {number}: dragoman actors ledger lists them")
    if not found[number].stands:
        raise StoreError(f"judgement {number} is undone already")
    one = found[number]
    subject = {"one": one.one, "other": one.other, "ones": [], "others": []}
    enter(connection, "undo", json.dumps(subject, ensure_ascii=False, sort_keys=True), because, by, number)
    return one


def enter(
    connection: Connection, verb: str, subject: str, because: str | None, by: str, undoes: int | None,
    document: str | None = None,
) -> int:  # fmt: skip
    """Add a row; ``subject`` is JSON, ``document`` the SHA-256 of the text that a correction is on."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"made": made, "by": by, "verb": verb, "subject": subject, "reason": because, "undoes": undoes}
    key = connection.execute(insert(judgements).values({**row, "document": document})).inserted_primary_key
    assert key is not None
    return int(key[0])


def rulings_of(judged: Iterable[Judgement]) -> Ruled:
    """Return what the judgements that stand come to: a later one wins over earlier ones."""
    classes: list[set[Term]] = []
    apart: set[tuple[Term, Term]] = set()
    for one in judged:
        if not one.stands or one.verb == "undo":
            continue
        ones, others = set(one.ones), set(one.others)
        if one.verb == "same":
            both = ones | others
            apart = {pair for pair in apart if not (pair[0] in both and pair[1] in both)}
            met = [known for known in classes if known & both]
            classes = [known for known in classes if not known & both] + [both.union(*met)]
        else:
            parted = [part for known in classes for part in (known & ones, known - ones) if known & ones]
            classes = [known for known in classes if not known & ones] + parted
            apart |= {(a, b) for a in ones for b in others}
    kept = [frozenset(known) for known in classes if len(known) > 1]
    return Ruled(tuple(sorted(kept, key=lambda g: min(t.order for t in g))), frozenset(apart))
