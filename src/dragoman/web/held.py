"""An answer about a whole store that is asked again and again: held where it was made, told of in pieces.

What is gathered of a large store takes long to send from one process to another, and while it is taken in no
page is answered. So the process that made it keeps it, and is asked for what a page shows.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from typing import Any, Protocol, TypeVar, cast

from dragoman.errors import ServeError
from dragoman.store import Store, open_store
from dragoman.web.with_parent import end_with_parent

Told = TypeVar("Told")
LATELY = 60
"""So many tellings of an answer that another process holds are kept in this one."""
QUIET = 1.0
"""Seconds without a question after which what is made ahead is gone on with: whoever leafs through pages asks
again within it, and would wait for the piece that was just begun."""
Warm = Callable[[Store, Any], Iterator[None]]
"""What is made before anybody asks, a piece at a time; it stands at the top of a module."""


class Held(Protocol):
    """An answer that may be in another process."""

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""

    def tell(self, function: Callable[..., Told], *arguments: object) -> Told:
        """Return ``function(store, answer, *arguments)``; it stands at the top of a module, and its arguments
        can be hashed."""


class Here:
    """An answer in this process."""

    def __init__(self, store: Store, answer: object) -> None:
        self._store, self._answer = store, answer

    @property
    def alive(self) -> bool:
        """Whether it can still be asked, as it always can."""
        return True

    def tell(self, function: Callable[..., Told], *arguments: object) -> Told:
        """Return what a function tells of the answer."""
        return function(self._store, self._answer, *arguments)


class There:
    """An answer in a process of its own, which ends when nobody can ask it any more."""

    def __init__(self, address: str, question: Callable[[Store], Any], warm: Warm | None = None) -> None:
        """Have a question answered; returns when it is, raises what the question raises."""
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._lock = threading.Lock()
        self._told: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._gone = False
        self._process = context.Process(target=_hold, args=(theirs, address, question, warm), daemon=True)
        self._process.start()
        theirs.close()
        self._about = f"{question.__name__} of {address}"
        self._received()

    @property
    def alive(self) -> bool:
        """Whether its process runs: one that the system has stopped, for memory say, is asked no more."""
        return not self._gone and self._process.is_alive()

    def tell(self, function: Callable[..., Told], *arguments: object) -> Told:
        """Return what a function tells of the answer, one question after another.

        What was told of late is told again from here, also while something else is worked out there.
        """
        key = (function, *arguments)
        told = self._told.get(key)
        if told is None:
            with self._lock:
                told = self._received((function, arguments))
                self._told[key] = told
                if len(self._told) > LATELY:
                    self._told.popitem(last=False)
        return cast(Told, told)

    def _received(self, asked: object = None) -> object:
        try:
            if asked is not None:
                self._pipe.send(asked)
            told, error = self._pipe.recv()
        except (EOFError, OSError):
            self._gone = True  # the system may take a moment to count it among the dead
            raise ServeError(f"the process that holds {self._about} has died") from None
        if error is not None:
            raise error
        return told


def _hold(pipe: Pipe, address: str, question: Callable[[Store], Any], warm: Warm | None) -> None:
    """Answer a question, then what is asked of the answer; what is to be made before, while nobody asks."""
    end_with_parent()
    os.nice(5)
    try:
        with open_store(address) as store:
            answer = question(store)
            pipe.send((None, None))
            _tell(pipe, store, answer, warm(store, answer) if warm else iter(()))
    except (EOFError, BrokenPipeError, ConnectionResetError):  # nobody can ask any more
        return
    except Exception as error:  # it is the asker's to hear
        pipe.send((None, error))


def _tell(pipe: Pipe, store: Store, answer: Any, ahead: Iterator[None]) -> None:
    pause = 0.0
    while True:
        while not pipe.poll(pause) and _made(ahead):
            pause = 0.0
        function, arguments = pipe.recv()
        told, failure = None, None
        try:
            told = function(store, answer, *arguments)
        except Exception as error:  # it is the asker's to hear
            failure = error
        pipe.send((told, failure))
        pause = QUIET


def _made(ahead: Iterator[None]) -> bool:
    """Make one more piece; say whether there was one. What fails is left for whoever asks for it to hear."""
    try:
        next(ahead)
    except Exception:
        return False
    return True
