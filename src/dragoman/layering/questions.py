"""The questions that placing tellings asks of the database, made once.

To put a question together takes longer than to have it answered, and each telling asks several.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Date, Select, bindparam, delete, select, tuple_, update
from sqlalchemy.sql.elements import ColumnElement

from dragoman.store.layer_tables import telling_blocks, tellings, waiting_tellings

MOST = 400
"""So many tellings, the last before it, are tried for one."""

_held, _waiting = tellings.c, waiting_tellings.c
_PLACE = tuple_(_held.day, _held.rank, _held.event)
_GIVEN = tuple_(bindparam("day", type_=Date), bindparam("rank", type_=BigInteger),
                bindparam("event", type_=BigInteger))  # fmt: skip


def _linked() -> ColumnElement[bool]:
    """Return the condition that a telling has one of the ``keys``, and may begin from ``from_`` to ``to``."""
    days = telling_blocks.c.first.between(bindparam("from_", type_=Date), bindparam("to", type_=Date))
    keyed = telling_blocks.c.block.in_(bindparam("keys", expanding=True))
    return _held.event.in_(select(telling_blocks.c.event).where(keyed, days))


NEXT: Select[Any] = select(waiting_tellings).order_by(_waiting.day, _waiting.rank, _waiting.event).limit(1)
"""The telling that waits first."""

TAKEN = delete(waiting_tellings).where(
    _waiting.day == bindparam("day"), _waiting.rank == bindparam("rank"), _waiting.event == bindparam("event")
)
"""Let the telling of a place (``day``, ``rank``, ``event``) wait no more."""

HELD: Select[Any] = select(tellings).where(_held.event == bindparam("event"))
"""The telling with a number (``event``)."""

OF_DOCUMENT: Select[Any] = (
    select(tellings).where(_held.document == bindparam("document")).order_by(_held.event)
)
"""The tellings of a document (its number), in their order."""

NEAR: Select[Any] = (
    select(tellings)
    .where(
        _linked(), _held.last >= bindparam("since", type_=Date), _held.shared.is_not(None), _PLACE < _GIVEN
    )
    .order_by(_held.day.desc(), _held.rank.desc(), _held.event.desc())
    .limit(MOST)
)
"""The tellings before a place that may be of the act told there, the last first."""

SO_FAR: Select[Any] = (
    select(tellings)
    .where(_held.shared.in_(bindparam("acts", expanding=True)), _held.follows.is_(None), _PLACE < _GIVEN)
    .order_by(_held.day, _held.rank, _held.event)
)
"""The tellings of some ``acts`` before a place."""

OF_ACTS: Select[Any] = select(tellings).where(
    _held.shared.in_(bindparam("acts", expanding=True)), _held.follows.is_(None)
)
"""All tellings of some ``acts`` that stand for themselves."""

LATER: Select[Any] = select(_held.day, _held.rank, _held.event).where(
    _linked(), _held.last >= bindparam("since", type_=Date), _PLACE > _GIVEN
)
"""The places after a place of tellings that may be of some acts."""

JOINED = (
    update(tellings)
    .where(_held.event == bindparam("at"))
    .values(shared=bindparam("act"), score=bindparam("sure"), reason=bindparam("why"))
)
"""Write of a telling (``at``) which ``act`` it joined, how ``sure`` that is, and ``why``."""

CARRIED = update(tellings).where(_held.follows == bindparam("at")).values(shared=bindparam("act"))
"""Write the act of a telling (``at``) of those that follow it."""
