"""Articles read beside the requests: one at a time, in a process that is ended where one takes too long."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from multiprocessing.process import BaseProcess
from typing import Any

from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError
from dragoman.records import Reading
from dragoman.web.with_parent import end_with_parent


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What is read at a sitting: characters of a text, seconds for it, and how many may wait."""

    characters: int = 200_000
    seconds: float = 60.0
    waiting: int = 8


LIMITS = ReadLimits()
"""The limits unless others are given."""


class Apart:
    """Reads articles in a process of its own, which is started for the first and kept for the next."""

    def __init__(self, limits: ReadLimits = LIMITS) -> None:
        """Take limits; nothing is started yet."""
        self.limits = limits
        self._turn = threading.Lock()
        self._counting = threading.Lock()
        self._waiting = 0
        self._child: BaseProcess | None = None
        self._pipe: Pipe | None = None

    def read(self, text: str, facts: Mapping[str, Any]) -> Reading:
        """Return the reading of a text; ``facts`` are those of ``ingest.article_from_text``.

        HTTPException with 413 where the text is too long, with 503 where too many wait, or reading it takes
        too long or ends the process; what is wrong with the text itself is raised as it is.
        """
        limits = self.limits
        if len(text) > limits.characters:
            raise HTTPException(
                413, f"the text has more than {limits.characters:,} characters: send less of it"
            )
        until = time.monotonic() + limits.seconds
        with self._turned(until):
            found = self._answer((text, dict(facts)), until)
        if isinstance(found, BaseException):
            raise found
        return found

    def close(self) -> None:
        """End the process."""
        if self._child is not None:
            self._child.kill()
            self._child.join()
        self._child = self._pipe = None

    @contextmanager
    def _turned(self, until: float) -> Iterator[None]:
        """Wait for one's turn."""
        with self._counting:
            if self._waiting >= self.limits.waiting:
                raise HTTPException(503, "too many articles wait to be read: try again in a minute")
            self._waiting += 1
        try:
            if not self._turn.acquire(timeout=max(0.0, until - time.monotonic())):
                raise HTTPException(503, "other articles are being read: try again in a minute")
            try:
                yield
            finally:
                self._turn.release()
        finally:
            with self._counting:
                self._waiting -= 1

    def _answer(self, asked: tuple[str, dict[str, Any]], until: float) -> Reading | BaseException:
        pipe = self._started()
        try:
            pipe.send(asked)
            if not pipe.poll(max(0.0, until - time.monotonic())):
                self.close()
                raise HTTPException(
                    503, f"reading it takes more than {self.limits.seconds:.0f} seconds: send less of it"
                )
            found: Reading | BaseException = pipe.recv()
        except (EOFError, OSError):
            self.close()
            raise HTTPException(503, "reading it ended the process that read it (out of memory?)") from None
        return found

    def _started(self) -> Pipe:
        if self._pipe is None or self._child is None or not self._child.is_alive():
            self.close()
            context = get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._child = context.Process(target=_read_on, args=(theirs,), daemon=True, name="reading")
            self._child.start()
            theirs.close()
        return self._pipe


def _read_on(pipe: Pipe) -> None:
    """Read what comes through a pipe until it is closed."""
    from dragoman.ingest import article_from_text
    from dragoman.pipeline import Reader

    end_with_parent()
    reader: Reader | None = None
    while True:
        try:
            text, facts = pipe.recv()
        except EOFError:
            return
        try:
            article = article_from_text(text, **facts)
            reader = reader or Reader()
            pipe.send(reader.read(article))
        except DragomanError as error:
            pipe.send(error)
        except Exception as error:  # a text that breaks us must not break the desk
            pipe.send(
                HTTPException(503, f"reading it failed ({type(error).__name__}): please report the text")
            )
