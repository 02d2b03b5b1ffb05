"""How quick a large archive answers, and what adding costs beside reading.

The archive is made up (``bench.generated``): words, names and publications by rank, twenty statements and ten
events an article. Each kind of question is asked many times with arguments drawn as often as they are in the
archive or however rare they are, the largest names included; what is reported is the 95th percentile of the
wall clock, from a question to its first page of lines, on one connection that has answered others before
(with ``--cold`` also on a new one, with nothing of the file in memory). Beside it stands the processor time
alone. PostgreSQL holds the same archive where it was carried over before (``bench.carried``).

The cost of adding is processor time: the sample press is read with the packaged model, then read and added;
what the second takes beyond the first is what stands outside reading.

    python -m bench.store [--statements N] [--questions N] [--postgres URL] [--keep PATH] [--cold]
                          [--skip-adding] [--json OUT]
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from sqlalchemy import text

from bench.generated import World
from bench.report import Cell, Table, parser, publish
from bench.store_adding import outside_reading
from bench.store_questions import A_READING, TARGETS, Question, filled, questions
from dragoman.errors import StoreError
from dragoman.store import Store, open_store

SHARE = 15.0


def timed(store: Store, asked: Sequence[Question], cold: Path | None = None) -> tuple[float, float, float]:
    """Return the median and the 95th percentile of the milliseconds that the questions take, and the latter
    of processor time, here and at the database's server, which other work on the machine hardly lengthens.

    ``cold`` is the store's file: it is put out of the system's memory before each question, and the
    connection's own pages with it.
    """
    walls, own, server = [], [], _server_clock(store)
    for question in asked:
        if cold is not None:
            store.close()
            forget(cold)
        started, before = time.perf_counter(), time.process_time() + server()
        try:
            question(store=store)
        except StoreError:  # a name that the archive doesn't hold
            continue
        walls.append(1000 * (time.perf_counter() - started))
        own.append(1000 * (time.process_time() + server() - before))
    return statistics.median(walls), _high(walls), _high(own)


def _server_clock(store: Store) -> Callable[[], float]:
    """Return what tells the processor time of the server that answers, where that is on this machine."""
    if store.engine.dialect.name == "sqlite":
        return lambda: 0.0
    with store.reading() as connection:
        told = Path(f"/proc/{connection.scalar(text('SELECT pg_backend_pid()'))}/schedstat")
    return lambda: int(told.read_text(encoding="ascii").split()[0]) / 1e9 if told.exists() else 0.0


def _high(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(0.95 * len(values)))]


def forget(path: Path) -> None:
    """Put what is written of a file out of the system's memory."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


Measured = dict[str, tuple[float, float, float]]


def ask(store: Store, world: World, count: int, cold: Path | None = None) -> Measured:
    """Warm a store with other questions of the same kinds, and time each kind."""
    for kind in questions(world, Random(1), 10).values():
        timed(store, kind)
    return {name: timed(store, kind, cold) for name, kind in questions(world, Random(7), count).items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--statements", type=int, default=1_000_000)
    options.add_argument("--questions", type=int, default=200, help="how many of each kind")
    options.add_argument("--postgres", metavar="URL", help="measure this empty database too")
    options.add_argument("--keep", type=Path, help="keep the archive here, and use it if it is there")
    options.add_argument("--cold", action="store_true", help="measure SQLite's file out of memory, too")
    options.add_argument("--skip-adding", action="store_true", help="leave out what needs the model")
    chosen = options.parse_args(arguments)
    world, readings = World(), chosen.statements // A_READING
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.keep or Path(folder, "archive.sqlite")
        with open_store(str(path), create=True) as store:
            filled(store, world, readings)
            found = {"SQLite": ask(store, world, chosen.questions)}
            if chosen.cold:
                found["SQLite, cold"] = ask(store, world, chosen.questions, path)
            size = sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / readings / 1000
    if chosen.postgres:
        with open_store(chosen.postgres, create=True) as store:
            filled(store, world, readings)
            found["PostgreSQL"] = ask(store, world, chosen.questions)
    rows: list[tuple[Cell, ...]] = [
        (f"{database}: {name}", *figures, TARGETS[name])
        for database, measured in found.items()
        for name, figures in measured.items()
    ]
    head = (f"{readings * A_READING:,} statements, milliseconds", "median", "p95", "p95 own", "target")
    tables = [Table(f"Questions ({size:.0f} kB of SQLite a document)", head, tuple(rows))]
    figures: dict[str, object] = {"statements": readings * A_READING, "questions": found, "kilobytes": size}
    if not chosen.skip_adding:
        reading, beyond = outside_reading()
        share = 100 * beyond / (reading + beyond)
        line = ("sample press", reading, beyond, share, SHARE)
        columns = ("seconds of processor time", "reading", "beyond", "share %", "target")
        tables.append(Table("Adding: what stands outside reading", columns, (line,)))
        figures["share"] = share
    publish(tables, figures, chosen.json)


if __name__ == "__main__":
    main()
