"""What adding to a store costs beside reading, in processor time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from bench.report import EXAMPLES
from dragoman.adding import Adder
from dragoman.ingest import Source, sources
from dragoman.store import open_store

if TYPE_CHECKING:
    from dragoman.pipeline import Reader


def outside_reading() -> tuple[float, float]:
    """Return the seconds of processor time that reading takes, and that adding takes beyond it.

    Adding ends with copies, stories, events told by many and who is who. What is done once (loading the
    model, making the tables) is done before, for reading and for adding alike, with three articles.
    """
    from dragoman.pipeline import Reader

    reader = Reader()
    _added(reader, list(sources(str(EXAMPLES)))[:3])
    started = time.process_time()
    for source in sources(str(EXAMPLES)):
        reader.read(source.article())
    reading = time.process_time() - started
    return reading, _added(reader, sources(str(EXAMPLES))) - reading


def _added(reader: Reader, found: Iterable[Source]) -> float:
    """Return the seconds of processor time that adding sources to an empty store takes."""
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/press.sqlite", create=True) as store:
        adder = Adder(store)
        adder.use(reader)
        begun = time.process_time()
        for _ in adder.add(found):
            pass
        return time.process_time() - begun
