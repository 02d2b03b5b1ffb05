"""The store → readings and articles: as people corrected them, or as the machine left them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from dragoman.errors import StoreError
from dragoman.records import Reading
from dragoman.store.correcting import corrected
from dragoman.store.corrections import corrections_of
from dragoman.store.packing import FACTS, unpacked
from dragoman.store.tables import documents, readings


def load(connection: Connection, prefix: str) -> Reading:
    """Return the reading of the one document whose id begins so; StoreError where it is none or several."""
    return load_number(connection, document_of(connection, prefix)[0])


def load_number(connection: Connection, number: int) -> Reading:
    """Return the reading of the document with that number, after what people corrected in it."""
    machine = machine_reading(connection, number)
    standing = [one for one in corrections_of(connection, machine.id) if one.stands]
    return corrected(machine, standing).reading if standing else machine


def machine_reading(connection: Connection, number: int) -> Reading:
    """Return the reading of the document with that number as the machine left it."""
    row = connection.execute(_WHOLE, {"number": number}).one()
    facts = {name: getattr(row, name) for name in FACTS}
    facts["published"] = row.published.isoformat() if row.published else None
    return unpacked(row.packed, row.text, facts)


def document_of(connection: Connection, prefix: str) -> tuple[int, str]:
    """Return the number and the whole id of the one document whose id begins so."""
    span = documents.c.id.between(prefix, prefix + "g")
    found = connection.execute(
        select(documents.c.number, documents.c.id).where(span).order_by(documents.c.id).limit(3)
    ).all()
    if not found:
        raise StoreError(f"the store holds no document {prefix}")
    if len(found) > 1:
        raise StoreError(f"{prefix} is the beginning of several documents' ids: give more of it")
    return found[0].number, found[0].id


def whole(condition: Any) -> Select[Any]:
    """Return the query for all that a reading is made of."""
    columns = [documents.c[name] for name in FACTS]
    joined = documents.join(readings, readings.c.document == documents.c.number)
    return select(documents.c.text, readings.c.packed, *columns).select_from(joined).where(condition)


_WHOLE = whole(documents.c.number == bindparam("number"))
"""Made once: to put it together takes longer than to have it answered."""
