"""What takes longer than a page may take: made beside the requests, and kept for a state of the store.

A question is a function of the store that stands at the top of a module. While the store grows, its last
answer is given until the next one is there. Questions are answered two at a time, in this process over a
small store, in ones of their own over a large one, so that pages stay quick meanwhile. What is held for many
questions waits for no other.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from typing import Any, Generic, TypeVar, cast

from dragoman.errors import ServeError
from dragoman.store import Store, open_store
from dragoman.store.stamp import Stamp, address_of, stamp_of
from dragoman.web.held import Held, Here, There, Warm
from dragoman.web.with_parent import end_with_parent

Answer = TypeVar("Answer")
SMALL = 1_000
"""A store of so many documents is asked in this process."""
LANES = 2
"""So many questions are answered at a time."""
LONG = 3_600.0
"""Seconds after which whoever waits beside the requests for something held asks for it again."""


@dataclass(frozen=True, slots=True)
class Kept(Generic[Answer]):
    """An answer, the state of the store that it was made from, and whether that is its present one."""

    answer: Answer
    stamp: Stamp
    fresh: bool


@dataclass(slots=True)
class _Shelf:
    """A question's last answer or failure; ``asked`` is the state of the store that it is being made for."""

    make: Callable[[Stamp], tuple[Any, Stamp]]
    kept: Kept[Any] | None = None
    failed: tuple[Stamp, BaseException] | None = None
    asked: Stamp | None = None
    done: threading.Condition = field(default_factory=threading.Condition)


class Keeper:
    """Answers questions about a whole store, each once for a state of the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shelves: dict[Callable[..., Any], _Shelf] = {}
        self._waiting: deque[_Shelf] = deque()
        self._lock = threading.Lock()
        self._working = 0

    def ask(self, question: Callable[[Store], Answer], wait: float = 0.1) -> Kept[Answer] | None:
        """Return the answer, perhaps of an earlier state; None where there is none after ``wait`` seconds.

        What the question raises for the present state of the store is raised here.
        """

        def make(stamp: Stamp) -> tuple[Answer, Stamp]:
            small = stamp.documents <= SMALL
            answer = question(self._store) if small else _apart(address_of(self._store), question)
            return answer, stamp

        return self._kept(question, make, wait, self._queue)

    def hold(
        self, question: Callable[[Store], Any], wait: float = 0.1, warm: Warm | None = None
    ) -> Kept[Held] | None:
        """Return what holds the answer and tells of it, or None as above; for answers that are large.

        Over a large store ``warm`` is gone through while nobody asks, so that what it makes is there.
        """

        def make(stamp: Stamp) -> tuple[Held, Stamp]:
            if stamp.documents <= SMALL:
                return Here(self._store, question(self._store)), stamp
            return There(address_of(self._store), question, warm), stamp

        shelf = self._shelves.get(question)
        if shelf is not None and shelf.kept is not None and not shelf.kept.answer.alive:
            shelf.kept = None
        return self._kept(question, make, wait, self._at_once)

    def ask_of(
        self, question: Callable[[Store], Any], function: Callable[[Store, Any], Answer],
        wait: float = 0.1, warm: Warm | None = None,
    ) -> Kept[Answer] | None:  # fmt: skip
        """Return what a function tells of an answer that is held, or None as above: it is kept here, so that
        nobody waits for whatever is told of that answer meanwhile."""

        def make(stamp: Stamp) -> tuple[Answer, Stamp]:
            kept = None
            while kept is None:
                kept = self.hold(question, LONG, warm)
            return kept.answer.tell(function), kept.stamp

        return self._kept(function, make, wait, self._queue)

    def _kept(
        self, question: Callable[..., Any], make: Callable[[Stamp], tuple[Answer, Stamp]], wait: float,
        begin: Callable[[_Shelf], None],
    ) -> Kept[Answer] | None:  # fmt: skip
        stamp = stamp_of(self._store)
        with self._lock:
            shelf = self._shelves.setdefault(question, _Shelf(make))
            known = shelf.kept is not None and shelf.kept.stamp == stamp
            failed = shelf.failed is not None and shelf.failed[0] == stamp
            if not known and not failed and shelf.asked is None:
                shelf.asked = stamp
                begin(shelf)
        with shelf.done:
            if shelf.asked is not None:
                shelf.done.wait_for(lambda: shelf.asked is None, wait)
        if shelf.failed is not None and shelf.failed[0] == stamp:
            raise shelf.failed[1]
        kept = cast("Kept[Answer] | None", shelf.kept)
        return kept and Kept(kept.answer, kept.stamp, kept.stamp == stamp)

    def _at_once(self, shelf: _Shelf) -> None:
        threading.Thread(target=self._answer, args=(shelf,), daemon=True, name="held answer").start()

    def _queue(self, shelf: _Shelf) -> None:
        self._waiting.append(shelf)
        if self._working < LANES:
            self._working += 1
            threading.Thread(target=self._answer_all, daemon=True, name="kept answers").start()

    def _answer_all(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._working -= 1
                    return
                shelf = self._waiting.popleft()
            self._answer(shelf)

    def _answer(self, shelf: _Shelf) -> None:
        stamp = shelf.asked
        try:
            stamp = stamp_of(self._store)
            shelf.kept, shelf.failed = Kept(*shelf.make(stamp), True), None
        except Exception as error:  # it is the asker's to hear
            shelf.failed = (stamp, error) if stamp else None
        with shelf.done:
            shelf.asked = None
            shelf.done.notify_all()


def _apart(address: str, question: Callable[[Store], Answer]) -> Answer:
    """Return what a process of its own answers; it ends with this one, whenever that ends."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_asked_there, args=(theirs, address, question), daemon=True)
    child.start()
    theirs.close()
    try:
        answer, error = ours.recv()
    except EOFError:
        raise ServeError(f"the process that asks {address} for {question.__name__} has died") from None
    child.join()
    if error is not None:
        raise error
    return cast("Answer", answer)


def _asked_there(pipe: Pipe, address: str, question: Callable[[Store], Any]) -> None:
    end_with_parent()
    os.nice(5)
    answer, failure = None, None
    try:
        with open_store(address) as store:
            answer = question(store)
    except Exception as error:  # it is the asker's to hear
        failure = error
    pipe.send((answer, failure))
