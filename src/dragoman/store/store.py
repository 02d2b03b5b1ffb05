"""The store itself: readings go in, one transaction each, and questions are answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from dragoman.errors import StoreError
from dragoman.records import Article, Reading, Versions
from dragoman.store import (
    agreements,
    amending,
    citing,
    curated,
    dossier,
    events,
    loading,
    quoting,
    saving,
    searching,
)
from dragoman.store.amending import Amendment, CorrectionLine
from dragoman.store.answers import (
    AgreementLine,
    ArticleLine,
    EventLine,
    MembershipLine,
    Page,
    PositionLine,
    StatementLine,
)
from dragoman.store.citing import Citation
from dragoman.store.curated import Curated, Portrait, Unsure
from dragoman.store.dossier import LATEST, Dossier
from dragoman.store.events import EventFilters
from dragoman.store.ledger import Judgement, ledger
from dragoman.store.names import whose
from dragoman.store.opening import WRITES, Say, engine_of, reason
from dragoman.store.quoting import Quoting
from dragoman.store.rows import Rows, rows_of
from dragoman.store.saving import Need, Saved
from dragoman.store.selecting import Filters
from dragoman.store.tables import documents

ALL = Filters()
"""No filter at all."""


class Store:
    """An archive of readings in SQLite or PostgreSQL; a context manager that closes it."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine; use ``open_store``."""
        self.engine = engine

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file or the server."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that sees one state of the store; a database's complaint becomes StoreError."""
        try:
            with self.engine.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise StoreError(f"the store cannot be read: {reason(error)}") from None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is committed at the end, or leaves no trace where anything fails."""
        try:
            with self.engine.connect().execution_options(**WRITES) as connection, connection.begin():
                yield connection
                saving.revised(connection)
        except DBAPIError as error:
            raise StoreError(f"the store cannot be written: {reason(error)}") from None

    def meet(self, identifier: str, article: Article) -> Need:
        """Say what an article whose text has that SHA-256 needs; if nothing, note where it was met.

        "read" where the store hasn't the text, "reread" where it knows the text from a later publication
        only, "nothing" where all is there.
        """
        with self.reading() as connection:
            need, number = saving.need_of(connection, identifier, article)
            if need != "nothing" or number is None or saving.has_origin(connection, number, article):
                return need
        with self.writing() as connection:
            saving.add_origin(connection, number, article)
        return need

    def add(self, reading: Reading, replace: bool = False) -> Saved:
        """Save a reading in a transaction of its own; ``replace`` writes anew what a machine found."""
        return self.add_rows(rows_of(reading), reading.article, replace)

    def add_rows(self, rows: Rows, article: Article, replace: bool = False) -> Saved:
        """Save what ``rows_of`` made of a reading of ``article``; see ``add``."""
        with self.writing() as connection:
            return saving.save(connection, rows, article, replace)

    def made_by(self, document: str) -> Versions:
        """Return the versions that read the document with that id; StoreError where there is none."""
        with self.reading() as connection:
            made = documents.c
            query = select(made.dragoman, made.model, made.knowledge).where(made.id == document)
            row = connection.execute(query).one_or_none()
        if row is None:
            raise StoreError(f"the store holds no document {document}")
        return Versions(*row)

    def versions(self) -> tuple[Versions, ...]:
        """Return the versions that read the store's documents, each once."""
        made = documents.c
        query = select(made.dragoman, made.model, made.knowledge).distinct()
        with self.reading() as connection:
            return tuple(sorted((Versions(*row) for row in connection.execute(query)), key=repr))

    def load(self, document: str) -> Reading:
        """Return the reading of a document by its id or six or more of its first digits."""
        with self.reading() as connection:
            return loading.load(connection, document)

    def articles(self) -> Iterator[Article]:
        """Yield all articles, in the order in which they were added."""
        at: int | None = 0
        while True:
            with self.reading() as connection:
                at = connection.scalar(select(func.min(documents.c.number)).where(documents.c.number > at))
                if at is None:
                    return
                article = loading.load_number(connection, at).article
            yield article

    def count(self) -> int:
        """Return how many documents there are."""
        with self.reading() as connection:
            return connection.scalar(select(func.count()).select_from(documents)) or 0

    def search_statements(
        self, words: str, filters: Filters = ALL, page: int = 1, size: int = 20
    ) -> Page[StatementLine]:
        """Return the statements in whose content all ``words`` stand, the best first."""
        with self.reading() as connection:
            return searching.search_statements(connection, words, filters, page, size)

    def search_articles(
        self, words: str, filters: Filters = ALL, page: int = 1, size: int = 20
    ) -> Page[ArticleLine]:
        """Return the articles in which all ``words`` stand, the best first."""
        with self.reading() as connection:
            return searching.search_articles(connection, words, filters, page, size)

    def statements(self, filters: Filters, page: int = 1, size: int = 20) -> Page[StatementLine]:
        """Return the statements that filters leave, the latest first."""
        with self.reading() as connection:
            return searching.statements_that(connection, filters, page, size)

    def events(self, filters: EventFilters, page: int = 1, size: int = 20) -> Page[EventLine]:
        """Return the events that filters leave, the latest first."""
        with self.reading() as connection:
            return events.events_that(connection, filters, page, size)

    def agreements(
        self, parties: tuple[str, ...] = (), status: str | None = None, page: int = 1, size: int = 20
    ) -> Page[AgreementLine]:
        """Return the agreements that have all of these parties, the latest told first."""
        with self.reading() as connection:
            return agreements.agreements_between(connection, parties, status, page, size)

    def members(
        self, organization: str, role: str | None = None, page: int = 1, size: int = 20
    ) -> Page[MembershipLine]:
        """Return who belongs to an organization, the latest told first."""
        with self.reading() as connection:
            return agreements.members_of(connection, organization, role, page, size)

    def who(self, name: str) -> tuple[Dossier, ...]:
        """Return a dossier for each actor that a name may mean."""
        with self.reading() as connection:
            return dossier.dossiers(connection, name)

    def actors(
        self, words: str | None = None, kind: str | None = None, page: int = 1, size: int = 20
    ) -> tuple[Curated, ...]:
        """Return the actors of the whole archive that are called by ``words``, the most named first."""
        with self.reading() as connection:
            return curated.curated_that(connection, words, kind, page, size)

    def actor(self, name: str) -> Portrait:
        """Return an actor by an id or a name that is its alone, with all names and the reason for each."""
        with self.reading() as connection:
            return curated.portrait(connection, name)

    def dossier(self, name: str, latest: int = LATEST) -> Dossier:
        """Return the dossier of one actor by an id or a name that is its alone, else StoreError.

        Company is counted over so many of the ``latest`` statements.
        """
        with self.reading() as connection:
            return dossier.dossier_of(connection, curated.find_one(connection, name).id, latest)

    def quoted(self, identifier: str, latest: int = LATEST) -> tuple[Quoting, ...]:
        """Return who quotes a curated actor, by its id, and through whom, in the ``latest`` statements."""
        with self.reading() as connection:
            return quoting.quotings_of(connection, whose(connection, [identifier]), latest)

    def stood(self, identifier: str, most: int = 200) -> tuple[PositionLine, ...]:
        """Return where a curated actor, by its id, stands and stood, the latest told first."""
        with self.reading() as connection:
            return dossier.positions_of(connection, whose(connection, [identifier]), most)

    def unsure(self, page: int = 1, size: int = 20) -> tuple[Unsure, ...]:
        """Return the pairs of actors that may be one, the likeliest first, for a person to judge."""
        with self.reading() as connection:
            return curated.unsure(connection, page, size)

    def ledger(self) -> tuple[Judgement, ...]:
        """Return what people judged of actors, in the order in which they did."""
        with self.reading() as connection:
            return ledger(connection)

    def correct(self, asked: Amendment, by: str) -> CorrectionLine:
        """Enter a correction of one finding; every answer rests on it from now on, whatever is read anew.

        The copies, stories and actors over all articles follow once they are brought up to date:
        ``dragoman.correcting`` does both. StoreError where there is no such finding, CorrectionError where it
        can't be corrected so.
        """
        with self.writing() as connection:
            number = amending.amend(connection, asked, by)
            lines = amending.correction_lines(connection, asked.finding.partition(":")[0])
            return next(line for line in lines if line.number == number)

    def undo_correction(self, number: int, by: str, because: str | None = None) -> CorrectionLine:
        """Undo a correction; both stay in the ledger. StoreError where none such stands."""
        with self.writing() as connection:
            one = amending.withdraw(connection, number, because, by)
            lines = amending.correction_lines(connection, one.document)
            return next(line for line in lines if line.number == number)

    def corrections(self, document: str | None = None) -> tuple[CorrectionLine, ...]:
        """Return what people corrected, of one document or of all, in the order in which they did."""
        with self.reading() as connection:
            return amending.correction_lines(connection, document)

    def latest_corrections(
        self, document: str | None = None, page: int = 1, size: int = 20
    ) -> tuple[tuple[CorrectionLine, ...], int]:
        """Return a page of what people corrected, the latest first, and how many corrections there are."""
        with self.reading() as connection:
            return amending.latest_corrections(connection, document, page, size)

    def curated_ids(self, document: str) -> dict[str, tuple[str, str]]:
        """Return for a document (its SHA-256) each actor's local id with the curated actor's id and name.

        Whoever has no name ("experts", "the court") is left out.
        """
        with self.reading() as connection:
            return curated.curated_ids(connection, document)

    def cite(self, identifier: str) -> Citation:
        """Return the citation of a document or a finding."""
        with self.reading() as connection:
            return citing.cite(connection, identifier)


def open_store(address: str, *, create: bool = False, say: Say = lambda _: None) -> Store:
    """Open the store at a path or a ``postgresql://`` address; see ``opening.engine_of``."""
    return Store(engine_of(address, create=create, say=say))
