"""Articles that wait → the tables of what is compared over all articles, some at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, func, insert, select, text

from dragoman.ledgers.foretelling import Foreteller
from dragoman.ledgers.gathering import wheres
from dragoman.ledgers.kept import cards, foretold
from dragoman.ledgers.kept.pairs import Pairs
from dragoman.ledgers.kept.texts import Prints, Texts
from dragoman.ledgers.reading_claims import claims_of
from dragoman.relations.disputes.claims import Claim
from dragoman.store import Store
from dragoman.store.compared_tables import COMPARED, waiting_claims
from dragoman.store.loading import load_number
from dragoman.store.tables import documents

AT_ONCE = 50
"""So many articles are compared in one transaction."""

Step = Callable[[int], None]


class Kept:
    """Keeps the disputes and forecasts of a store."""

    def __init__(self, store: Store) -> None:
        """Take an open store."""
        self._store = store

    def bring_in(self, step: Step = lambda articles: None) -> int:
        """Bring all articles that wait into the tables; return how many they were.

        It comes after the layers, which say of which text an article is a print, and on which story. Articles
        of one time are taken together, since these are compared. ``step`` is told after each transaction how
        many articles are done.
        """
        done = 0
        while True:
            with self._store.reading() as connection:
                numbers = _waiting(connection)
            if not numbers:
                return done
            for first in range(0, len(numbers), AT_ONCE):
                some = numbers[first : first + AT_ONCE]
                with self._store.writing() as connection:
                    bring(connection, some)
                done += len(some)
                step(done)


def remake(store: Store, step: Step = lambda articles: None) -> int:
    """Empty the tables and make them anew from all that the store holds."""
    with store.writing() as connection:
        for table in (*COMPARED, waiting_claims):
            connection.execute(delete(table))
        connection.execute(insert(waiting_claims).from_select(["document"], select(documents.c.number)))
    return Kept(store).bring_in(step)


def waiting(connection: Connection) -> int:
    """Return how many articles wait."""
    return connection.scalar(select(func.count()).select_from(waiting_claims)) or 0


def _waiting(connection: Connection) -> list[int]:
    """Return the articles that wait, by their days."""
    query = select(waiting_claims.c.document).join_from(
        waiting_claims, documents, documents.c.number == waiting_claims.c.document
    )
    return list(connection.scalars(query.order_by(documents.c.published, documents.c.number)))


def bring(connection: Connection, some: Sequence[int]) -> None:
    """Bring those of some articles into the tables that wait: another process may have done it meanwhile."""
    if connection.dialect.name == "postgresql":  # as in SQLite, one writes at a time
        connection.execute(text("SELECT pg_advisory_xact_lock(20151124)"))
    held = waiting_claims.c.document
    numbers = list(connection.scalars(select(held).where(held.in_(some)).order_by(held)))
    where = wheres(connection, numbers)
    readings = {number: load_number(connection, number) for number in where}
    told = {number: (place.copy, claims_of(readings[number], place)) for number, place in where.items()}
    texts = Texts(connection)
    copies = {*texts.copies(numbers).values(), *(copy for copy, _ in told.values())}
    before = texts.prints(copies)
    texts.replace(told, [number for number in numbers if number not in told])
    after = texts.prints(copies)
    gone, come = _differing(before.standing, after.standing), _differing(after.standing, before.standing)
    pairs = Pairs(connection, texts)
    pairs.change(gone, come)
    recounted = _recounted(before, after)
    cards.remake(connection, texts, pairs.touched | gone.keys() | come.keys() | recounted)
    foretellers = ((number, Foreteller(readings[number], place)) for number, place in where.items())
    foretold.replace(connection, numbers, foretellers)
    connection.execute(delete(waiting_claims).where(held.in_(numbers)))


def _differing(ones: dict[int, Claim], others: dict[int, Claim]) -> dict[int, Claim]:
    """Return the claims that others lack, or have otherwise."""
    return {number: claim for number, claim in ones.items() if others.get(number) != claim}


def _recounted(before: Prints, after: Prints) -> set[int]:
    """Return the claims of which other copies are known now."""
    numbers = after.numbers
    names = before.later.keys() | after.later.keys()
    return {
        numbers[name]
        for name in names if name in numbers and before.later.get(name) != after.later.get(name)
    }  # fmt: skip
