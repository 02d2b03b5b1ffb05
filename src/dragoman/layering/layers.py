"""The three layers in their order: texts first, then the stories they are on, then the acts they tell of."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.layering import copying, families, following, storying, telling
from dragoman.resolve import outline
from dragoman.store import Store
from dragoman.store.layer_tables import LAYERS, waiting_days, waiting_documents, waiting_tellings
from dragoman.store.loading import load_number
from dragoman.store.tables import documents

AT_ONCE = 100
"""So many documents or tellings are written in one transaction."""

DAYS_AT_ONCE = 20
"""So many days' articles are placed in one transaction."""

LEAST, SHARE = 1_000, 0.25
"""While adding, layers are brought up to date whenever so many documents wait, or so large a share of those
that are there: then all of it together costs each article a fixed number of placings, in any order."""

Step = Callable[[str], None]


class Layers:
    """Keeps the layers of a store up to date."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting = 0
        self._enough = LEAST

    def note(self) -> bool:
        """Take note that one more document waits; bring all in where enough do, and say whether they did."""
        self._waiting += 1
        if self._waiting < self._enough:
            return False
        self.bring_in()
        self._enough = max(LEAST, int(SHARE * self._store.count()))
        return True

    def bring_in(self, step: Step = lambda layer: None) -> None:
        """Bring everything that waits into its place; ``step`` is told after each portion."""
        for layer, portion in (("copies", _texts), ("stories", _days), ("events", _tellings)):
            more = True
            while more:
                with self._store.reading() as connection:
                    if not _waits(connection, layer):
                        break
                with self._store.writing() as connection:
                    more = portion(connection)
                step(layer)
        self._waiting = 0


def remake(store: Store, step: Step = lambda layer: None) -> None:
    """Empty the layers and make them anew from all that the store holds."""
    with store.writing() as connection:
        for table in LAYERS:
            connection.execute(delete(table))
        connection.execute(delete(waiting_documents))
        connection.execute(insert(waiting_documents).from_select(["document"], select(documents.c.number)))
    Layers(store).bring_in(step)


def waiting(connection: Connection) -> int:
    """Return how many documents are not yet in the layers."""
    return connection.scalar(select(func.count()).select_from(waiting_documents)) or 0


def _waits(connection: Connection, layer: str) -> bool:
    table = {"copies": waiting_documents, "stories": waiting_days, "events": waiting_tellings}[layer]
    return connection.execute(select(table).limit(1)).first() is not None


def _texts(connection: Connection) -> bool:
    """Take in some documents: their texts, their outlines, what they tell of."""
    numbers = list(
        connection.scalars(
            select(waiting_documents.c.document).order_by(waiting_documents.c.document).limit(AT_ONCE)
        )
    )
    touched: set[int] = set()
    for number in numbers:
        reading = load_number(connection, number)
        rank = copying.rank_of(reading.id)
        touched |= copying.enter(connection, number, rank, reading.text)
        found = outline(reading)
        storying.enter(connection, number, found)
        telling.enter(connection, number, rank, found)
    moved = families.regroup(connection, touched)
    storying.stir(connection, moved)
    following.follow(connection, moved | set(numbers))
    connection.execute(delete(waiting_documents).where(waiting_documents.c.document.in_(numbers)))
    return len(numbers) == AT_ONCE


def _days(connection: Connection) -> bool:
    """Place the articles of some days that wait, the earliest first."""
    return all(storying.place_next(connection) for _ in range(DAYS_AT_ONCE))


def _tellings(connection: Connection) -> bool:
    """Place some tellings, the earliest first."""
    placer = telling.Placer(connection)
    return all(placer.place_next() for _ in range(AT_ONCE))
