"""Sources → the store: read on all cores, written by one hand, an article at a time.

Whatever moment this is stopped at, the articles that are in the store are there whole, and the others not at
all: running it again goes on from there. Copies, stories and events told by many are brought up to date as
enough articles wait for it, and with them disputes and forecasts, and at the end; then the names are brought
to their actors.
"""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from dragoman.curating import Curator
from dragoman.layering import Layers
from dragoman.ledgers.kept import Kept
from dragoman.reading_pool import BUILT_IN, Failure, Pool, Tables, Task
from dragoman.records import Article, Reading, Versions
from dragoman.store import Rows, Store

if TYPE_CHECKING:
    from dragoman.pipeline import Reader

Result = Literal["new", "replaced", "known", "failed"]
AHEAD = 4
"""So many articles for each process are read ahead of the one that is written."""


class Coming(Protocol):
    """A source: what it is called, and the article in it."""

    @property
    def origin(self) -> str:
        """What names it in messages."""

    def article(self) -> Article:
        """Read the article, or raise what is wrong."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source; ``trace`` is the traceback of an error that is none of ours to raise."""

    origin: str
    result: Result
    error: Exception | None = None
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that is being read."""

    origin: str
    article: Article
    identifier: str
    replace: bool
    task: Task


class Adder:
    """Adds sources to a store; ``jobs`` processes read, 1 reads in this one.

    ``published`` dates articles that name no date. ``reread`` reads again what another version of
    Dragoman, its model or its knowledge read.
    """

    def __init__(
        self,
        store: Store,
        tables: Tables = BUILT_IN,
        jobs: int = 1,
        published: date | None = None,
        reread: bool = False,
    ) -> None:
        self._store = store
        self._pool = Pool(tables, jobs)
        self._ahead = AHEAD * jobs if jobs > 1 else 1
        self._published = published
        self._reread = reread
        self._waiting: deque[Waiting] = deque()
        self._layers = Layers(store)

    def use(self, reader: Reader) -> None:
        """Read in this process with a reader that is loaded already."""
        self._pool.use(reader)

    def use_pool(self, pool: Pool) -> None:
        """Read with a pool of one's own, such as one whose readers need no engine."""
        self._pool = pool

    def add(self, sources: Iterable[Coming]) -> Iterator[Outcome]:
        """Add sources one after another, and yield what became of each, in about their order.

        What is wrong with one source is yielded; only what is wrong with the store is raised.
        """
        try:
            for source in sources:
                yield from self._begin(source)
                while len(self._waiting) >= self._ahead:
                    yield self._finish()
            while self._waiting:
                yield self._finish()
            self._layers.bring_in()
            Kept(self._store).bring_in()
            Curator(self._store).settle()
        finally:
            self._pool.close()

    def _begin(self, source: Coming) -> Iterator[Outcome]:
        """Set a source's article to be read, where the store hasn't it."""
        try:
            article = source.article()
            if self._published and not article.published:
                article = replace(article, published=self._published)
            identifier = Reading(article, (), (), Versions("", "", "")).id
        except Exception as error:  # one bad article must not stop a batch
            yield Outcome(source.origin, "failed", error, traceback.format_exc())
            return
        while any(one.identifier == identifier for one in self._waiting):
            yield self._finish()
        need = self._store.meet(identifier, article)
        if need == "nothing" and not self._reread:
            yield Outcome(source.origin, "known")
            return
        made = self._store.made_by(identifier) if need == "nothing" else None
        task = self._pool.read(article, made)
        self._waiting.append(Waiting(source.origin, article, identifier, need != "read", task))

    def _finish(self) -> Outcome:
        """Write the article that has waited longest."""
        one = self._waiting.popleft()
        try:
            rows = one.task.result()
        except BrokenProcessPool:
            rows = self._again(one)
        if isinstance(rows, Failure):
            return Outcome(one.origin, "failed", rows.error, rows.trace)
        if rows is None:
            return Outcome(one.origin, "known")
        saved = self._store.add_rows(rows, one.article, one.replace)
        if saved != "known" and self._layers.note():
            Kept(self._store).bring_in()
        return Outcome(one.origin, saved)

    def _again(self, one: Waiting) -> Rows | Failure | None:
        """Read an article again, alone, after a process has died over it or over one beside it."""
        self._pool.renew()
        rows = self._pool.alone(one.article, None)
        self._waiting = deque(replace(w, task=self._pool.read(w.article, None)) for w in self._waiting)
        return rows
