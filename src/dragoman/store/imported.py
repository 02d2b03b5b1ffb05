"""Acts from event tables made elsewhere: brought in once, given back as records, taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.errors import StoreError
from dragoman.records import ImportedAct, ImportedFile
from dragoman.store.imported_tables import imported_acts, imported_files

_BATCH = 10_000
_FIELDS = ("row", "day", "type", "mode", "actor", "recipient", "count", "score", "outlet")


def known(connection: Connection, digest: str) -> ImportedFile | None:
    """Return what was brought in of a file with that SHA-256, None where nothing was."""
    made = imported_files.c
    row = connection.execute(
        select(made.digest, made.name, made.form, made.acts).where(made.digest == digest)
    ).one_or_none()
    return ImportedFile(*row) if row else None


def bring_in(
    connection: Connection, digest: str, name: str, form: str, acts: Iterable[ImportedAct]
) -> ImportedFile:
    """Write all acts of a file, in the caller's transaction, and return how many there were.

    StoreError where the file was brought in before.
    """
    if known(connection, digest):
        raise StoreError(f"{name} was brought in before; dragoman import --forget takes it out first")
    number = connection.execute(
        insert(imported_files).values(digest=digest, name=name, form=form, acts=0)
    ).inserted_primary_key[0]  # type: ignore[index]
    count, acts = 0, iter(acts)
    while batch := list(islice(acts, _BATCH)):
        rows = [{"file": number, **{field: getattr(act, field) for field in _FIELDS}} for act in batch]
        connection.execute(insert(imported_acts), rows)
        count += len(batch)
    connection.execute(update(imported_files).where(imported_files.c.number == number).values(acts=count))
    return ImportedFile(digest, name, form, count)


def files(connection: Connection) -> tuple[ImportedFile, ...]:
    """Return all files that acts were brought in from, in the order in which they came."""
    made = imported_files.c
    query = select(made.digest, made.name, made.form, made.acts).order_by(made.number)
    return tuple(ImportedFile(*row) for row in connection.execute(query))


def acts_of(connection: Connection) -> Iterator[tuple[str, ImportedAct]]:
    """Yield all imported acts, each with the digest of its file, in the order of the files' rows."""
    columns = [imported_acts.c[field] for field in _FIELDS]
    query = (
        select(imported_files.c.digest, *columns)
        .join(imported_files, imported_files.c.number == imported_acts.c.file)
        .order_by(imported_acts.c.id)
    )
    for digest, *values in connection.execution_options(yield_per=_BATCH).execute(query):
        yield digest, ImportedAct(*values)


def forget(connection: Connection, name: str) -> ImportedFile:
    """Take a file's acts out, by its name or the first digits of its digest, and return what it was.

    StoreError where no file, or more than one, goes by that.
    """
    found = [
        one
        for one in files(connection)
        if one.name == name or (len(name) > 5 and one.digest.startswith(name))
    ]
    if len(found) != 1:
        many = "more than one imported file goes" if found else "no imported file goes"
        raise StoreError(f"{many} by {name}; dragoman import --list shows them")
    number = (
        select(imported_files.c.number).where(imported_files.c.digest == found[0].digest).scalar_subquery()
    )
    connection.execute(delete(imported_acts).where(imported_acts.c.file == number))
    connection.execute(delete(imported_files).where(imported_files.c.digest == found[0].digest))
    return found[0]
