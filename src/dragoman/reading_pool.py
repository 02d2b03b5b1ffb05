"""Processes that each hold one engine and turn articles into rows; or the same in this process."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import InputError
from dragoman.records import Article, Versions
from dragoman.store import Rows, rows_of

if TYPE_CHECKING:
    from dragoman.pipeline import Reader


@dataclass(frozen=True, slots=True)
class Tables:
    """A user's own tables, beside the built-in ones: see ``Knowledge.load``."""

    actors: Path | None = None
    propositions: Path | None = None


BUILT_IN = Tables()
"""No tables of one's own."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What is wrong with an article, and the traceback for whoever mends it."""

    error: Exception
    trace: str


Task = Future[Rows | Failure | None]

Load = Callable[[Tables, "int | None"], "Reader"]
"""Makes a reader with a user's tables, its engine on so many threads (all cores where None)."""

_reader: Reader | None = None
"""The reader of a process of the pool, loaded once."""

_trouble: Exception | None = None
"""Why it could not be loaded."""


class Pool:
    """Reads articles in ``jobs`` processes, which are started when the first article comes.

    With one job it reads in this process, and only when it is asked for the result. ``load`` makes a
    process's reader: ``loaded``, if none other is given.
    """

    def __init__(self, tables: Tables, jobs: int, load: Load | None = None) -> None:
        self._tables = tables
        self._jobs = jobs
        self._load = load or loaded
        self._executor: ProcessPoolExecutor | None = None
        self._here: Reader | None = None

    def use(self, reader: Reader) -> None:
        """Read in this process, with this reader."""
        self._jobs, self._here = 1, reader

    def read(self, article: Article, made: Versions | None) -> Task:
        """Set an article to be read; the result is None where the reader's versions are ``made`` already."""
        if self._jobs > 1:
            with _uninterrupted():
                return self._processes().submit(read_article, article, made)
        task: Task = Future()
        if self._here is None:
            self._here = self._load(self._tables, None)
        task.set_result(rows_by(self._here, article, made))
        return task

    def alone(self, article: Article, made: Versions | None) -> Rows | Failure | None:
        """Read one article while no other is; a process that dies over it is the article's failure."""
        try:
            return self.read(article, made).result()
        except BrokenProcessPool:
            self.renew()
            return Failure(InputError("reading it ended the process that read it (out of memory?)"), "")

    def renew(self) -> None:
        """Start new processes in the place of dead ones."""
        self.close()
        self._executor = None

    def close(self) -> None:
        """End the processes; what is being read is given up."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _processes(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._jobs, multiprocessing.get_context("spawn"), _begin, (self._tables, self._load)
            )
        return self._executor


def loaded(tables: Tables, threads: int | None) -> Reader:
    """Return a reader with a user's tables, its engine on so many threads (all cores where None)."""
    from dragoman.knowledge import Knowledge
    from dragoman.pipeline import Reader

    knowledge = Knowledge.load(tables.actors, tables.propositions)
    if threads is None:
        return Reader(knowledge)
    from dragoman.language import Engine

    return Reader(knowledge, Engine(threads=threads))


def rows_by(reader: Reader, article: Article, made: Versions | None) -> Rows | Failure | None:
    """Read an article to rows; None where the versions that ``made`` what is known are the reader's own.

    A user's tables may have changed under the same version, so that with them all is read again.
    """
    try:
        if made is not None and made == reader.versions and not made.knowledge.endswith("+own"):
            return None
        return rows_of(reader.read(article))
    except Exception as error:  # one bad article must not stop a batch
        trace = traceback.format_exc()
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            error = RuntimeError(f"{type(error).__name__}: {error}")
        return Failure(error, trace)


def read_article(article: Article, made: Versions | None) -> Rows | Failure | None:
    """Read an article in a process of the pool."""
    if _reader is None:
        raise _trouble or RuntimeError("the reader was not loaded")
    return rows_by(_reader, article, made)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back, so that processes begun meanwhile never see it: it is for this one to end them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(tables: Tables, load: Load) -> None:
    """Make a process of the pool ready: it ends with its parent, however that ends."""
    global _reader, _trouble
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    try:
        _reader = load(tables, 1)
    except Exception as error:  # told where the first article's result is asked for
        _trouble = error


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
