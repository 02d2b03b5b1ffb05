"""Rows → the store, one transaction an article: what is there is never written twice, nor half."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, text, update

from dragoman.records import Article
from dragoman.store import fulltext
from dragoman.store.compared_tables import waiting_claims
from dragoman.store.correcting import corrected
from dragoman.store.corrections import corrections_of
from dragoman.store.curation import note_names
from dragoman.store.curation_tables import single_actors
from dragoman.store.finding_tables import FINDINGS
from dragoman.store.folding import folded
from dragoman.store.ids import first_and_last
from dragoman.store.layer_tables import waiting_documents
from dragoman.store.loading import load_number, machine_reading
from dragoman.store.naming import spellings_of
from dragoman.store.once import put_once
from dragoman.store.packing import FACTS, unpacked
from dragoman.store.rows import Rows, rows_of
from dragoman.store.tables import documents, metadata, origins, readings, spellings, statements
from dragoman.store.values import storable

Saved = Literal["new", "replaced", "known"]
Need = Literal["read", "reread", "nothing"]
_FACTS = ("origin", "url", "title", "publication", "author", "published")


def number_of(connection: Connection, identifier: str) -> int | None:
    """Return the number of the document whose text has that SHA-256, None where there is none."""
    return connection.scalar(select(documents.c.number).where(documents.c.id == identifier))


def need_of(connection: Connection, identifier: str, article: Article) -> tuple[Need, int | None]:
    """Return what an article whose text has that SHA-256 needs, and the document's number if there is one.

    A text that is known from a later publication only is read anew as of the earlier one, so that the
    store doesn't depend on the order in which articles are added.
    """
    number = number_of(connection, identifier)
    if number is None:
        return "read", None
    known = load_number(connection, number).article
    return ("reread" if _precedence(article) < _precedence(known) else "nothing"), number


def _precedence(article: Article) -> tuple[bool, date, bool, str, str]:
    return (
        article.published is None, article.published or date.max, article.publication is None,
        article.publication or "", str(storable(article.origin or article.url or "")),
    )  # fmt: skip


def has_origin(connection: Connection, number: int, article: Article) -> bool:
    """Say whether it is known that a document was met where the article was."""
    origin = storable(article.origin or article.url or "")
    query = select(origins.c.document).where(origins.c.document == number, origins.c.origin == origin)
    return connection.scalar(query) is not None


def add_origin(connection: Connection, number: int, article: Article) -> None:
    """Note where a document was met, unless that is known."""
    if not has_origin(connection, number, article):
        row = {"document": number, **{name: storable(getattr(article, name)) for name in _FACTS}}
        row["origin"] = row["origin"] or row["url"] or ""
        connection.execute(insert(origins).values(row))


def revised(connection: Connection) -> None:
    """Count one more writing of the store."""
    connection.execute(
        text(
            "INSERT INTO revisions (id, number) VALUES (1, 1) "
            "ON CONFLICT (id) DO UPDATE SET number = revisions.number + 1"
        )
    )


def save(connection: Connection, rows: Rows, article: Article, replace: bool = False) -> Saved:
    """Write a reading's rows, or leave what is there of its text; ``replace`` writes them anew.

    Only what a machine found is replaced: the document's number, its origins, and all that people decided
    stay as they are.
    """
    need, number = need_of(connection, rows.document["id"], article)
    outcome: Saved
    if number is None:
        number = _new(connection, rows)
        outcome = "new"
    elif replace or need == "reread":
        _clear(connection, number)
        facts = {name: value for name, value in rows.document.items() if name != "id"}
        connection.execute(update(documents).where(documents.c.number == number).values(facts))
        outcome = "replaced"
    else:
        add_origin(connection, number, article)
        return "known"
    add_origin(connection, number, article)
    _write(connection, number, rows)
    return outcome


def rewrite(connection: Connection, number: int, enter: Callable[[], int]) -> int:
    """Write what was found in a document anew, as it is after ``enter`` has changed what people corrected.

    Returns what ``enter`` returns.
    """
    rows = rows_of(machine_reading(connection, number))
    _clear(connection, number)
    entered = enter()
    _write(connection, number, rows)
    return entered


def _write(connection: Connection, number: int, machine: Rows) -> None:
    """Write what a machine found in a document, after what people corrected of it."""
    rows = _amended(connection, machine)
    connection.execute(insert(readings).values(document=number, packed=rows.packed))
    for name, found in rows.placed(number):
        if found:
            connection.execute(insert(metadata.tables[name]), found)
    fulltext.add(connection, "document", [{"id": number, "words": rows.words}])
    fulltext.add(connection, "statement", rows.placed_words(number))
    _count_spellings(connection, rows.spellings, 1)
    note_names(connection, rows.spellings)
    for table in (waiting_documents, waiting_claims):
        put_once(connection, table, [{"document": number}])


def _amended(connection: Connection, machine: Rows) -> Rows:
    """Return a machine's rows as corrections leave them; what is packed stays the machine's."""
    standing = [one for one in corrections_of(connection, machine.document["id"]) if one.stands]
    if not standing:
        return machine
    day = machine.document["published"]
    facts = {name: machine.document[name] for name in FACTS} | {"published": day and day.isoformat()}
    reading = unpacked(machine.packed, machine.document["text"], facts)
    return replace(rows_of(corrected(reading, standing).reading), packed=machine.packed)


def _new(connection: Connection, rows: Rows) -> int:
    made = connection.execute(insert(documents).values(rows.document)).inserted_primary_key
    assert made is not None
    return int(made[0])


def _clear(connection: Connection, number: int) -> None:
    """Remove all that was found in a document, and its words from the indexes."""
    first, last = first_and_last(number)
    contents = select(statements.c.id, statements.c.text).where(statements.c.id.between(first, last))
    words = [{"id": row.id, "words": folded(row.text)} for row in connection.execute(contents)]
    fulltext.remove(connection, "statement", words)
    whole = connection.execute(
        select(documents.c.title, documents.c.text).where(documents.c.number == number)
    ).one()
    found = folded(f"{whole.title or ''}\n{whole.text}")
    fulltext.remove(connection, "document", [{"id": number, "words": found}])
    named = _spellings(connection, number)
    _count_spellings(connection, named, -1)
    note_names(connection, named)
    connection.execute(delete(single_actors).where(single_actors.c.machine.between(first, last)))
    for name, column in reversed(FINDINGS):
        table = metadata.tables[name]
        connection.execute(delete(table).where(table.c[column].between(first, last)))
    connection.execute(delete(readings).where(readings.c.document == number))


def _spellings(connection: Connection, number: int) -> list[dict[str, Any]]:
    """Return the spellings that a document was saved with."""
    found = spellings_of(load_number(connection, number))
    return [asdict(one) for one in found]


def _count_spellings(connection: Connection, found: Sequence[dict[str, Any]], by: int) -> None:
    """Count the document of some spellings in or out; one that no document has any more is removed."""
    if not found:
        return
    keys = [row["id"] for row in found]
    there = set(connection.scalars(select(spellings.c.id).where(spellings.c.id.in_(keys))))
    fresh = [{**row, "documents": 1} for row in found if row["id"] not in there]
    if there:
        counted = update(spellings).where(spellings.c.id.in_(sorted(there)))
        connection.execute(counted.values(documents=spellings.c.documents + by))
    if by > 0 and fresh:
        connection.execute(insert(spellings), fresh)
        fulltext.add(connection, "spelling", [{"id": r["id"], "words": r["folded"]} for r in fresh])
    if by < 0:
        gone = select(spellings.c.id, spellings.c.folded).where(
            spellings.c.id.in_(keys), spellings.c.documents <= 0
        )
        empty = [{"id": row.id, "words": row.folded} for row in connection.execute(gone)]
        fulltext.remove(connection, "spelling", empty)
        connection.execute(delete(spellings).where(spellings.c.id.in_([row["id"] for row in empty])))
