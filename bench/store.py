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
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import text

from bench.generated import ISSUES, STATES, World
from bench.report import EXAMPLES, Cell, Table, parser, publish
from dragoman.adding import Adder
from dragoman.errors import StoreError
from dragoman.ingest import Source, sources
from dragoman.store import EventFilters, Filters, Store, open_store, rows_of

if TYPE_CHECKING:
    from dragoman.pipeline import Reader

A_READING = 20
TARGETS: dict[str, float | None] = {
    "search: one word": 50.0, "search: two words": 50.0, "search: a beginning": 50.0,
    "search with filters": 50.0, "search for articles": 50.0, "dossier": 100.0,
    "events of a pair and days": 50.0, "statements by one on another, days": 50.0,
    "statements of a source": None,
}  # fmt: skip
SHARE = 15.0


class Question(Protocol):
    """Something to ask of a store."""

    def __call__(self, *, store: Store) -> object:
        """Ask it."""


def filled(store: Store, world: World, count: int) -> None:
    """Add so many generated readings, where the store doesn't hold as many."""
    for number in range(store.count(), count):
        reading = world.reading(number, A_READING)
        store.add_rows(rows_of(reading), reading.article)


def questions(world: World, random: Random, count: int) -> dict[str, list[Question]]:
    """Return so many questions of each kind, half by how frequent words and names are."""
    found: dict[str, list[Question]] = {name: [] for name in TARGETS}
    for number in range(count):
        often = number % 2 == 0
        words = _words(world, random, often)
        source, other = _name(world, random, often), _name(world, random, True)
        since = date(2006, 1, 1) + timedelta(days=random.randrange(3_300))
        until = since + timedelta(days=random.choice((30, 90, 365)))
        pair = random.sample(STATES, 2)
        filters = random.choice(
            (
                Filters(by=source), Filters(issue=random.choice(ISSUES)), Filters(since=since, until=until),
                Filters(about=source, since=since), Filters(publication=random.choice(world.publications)),
                Filters(by=source, issue=random.choice(ISSUES), until=until),
            )
        )  # fmt: skip
        asked: dict[str, Question] = {
            "search: one word": partial(_search, words[0]),
            "search: two words": partial(_search, " ".join(words)),
            "search: a beginning": partial(_search, f"{words[0][:6]}*"),
            "search with filters": partial(_search, words[0], filters),
            "search for articles": partial(_articles, words[0]),
            "dossier": partial(_who, source),
            "events of a pair and days": partial(
                _events, EventFilters(pair[0], pair[1], None, None, since, until)
            ),
            "statements by one on another, days": partial(
                _said, Filters(by=source, about=other, since=since, until=until)
            ),
            "statements of a source": partial(_said, Filters(by=source)),
        }
        for name, question in asked.items():
            found[name].append(question)
    return found


def _words(world: World, random: Random, often: bool) -> list[str]:
    """Return two words of one statement (``often``), or two of the world's, however rare."""
    if not often:
        return random.sample(world.words, 2)
    reading = world.reading(random.randrange(10**9), A_READING)
    return random.sample(random.choice(reading.statements).content[0].of(reading.text).split(), 2)


def _name(world: World, random: Random, often: bool) -> str:
    """Return the name of a statement's source (``often``), or of anybody, however rare."""
    if not often:
        return random.choice(world.people).name
    reading = world.reading(random.randrange(10**9), A_READING)
    source = random.choice(reading.statements).source
    return reading.actor(source.actor).name if source else ""


def _search(words: str, filters: Filters | None = None, *, store: Store) -> object:
    return store.search_statements(words, filters or Filters())


def _articles(words: str, *, store: Store) -> object:
    return store.search_articles(words)


def _who(name: str, *, store: Store) -> object:
    return store.who(name)


def _events(filters: EventFilters, *, store: Store) -> object:
    return store.events(filters)


def _said(filters: Filters, *, store: Store) -> object:
    return store.statements(filters)


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
