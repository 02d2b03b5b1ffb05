"""How quick a large archive answers, and what adding costs beside reading.

The archive is made up (``bench.generated``): words, names and publications by rank, twenty statements and ten
events an article. Each question is asked many times with arguments drawn as often as they stand in the
archive, the largest names included; what is reported is the 95th percentile of the wall clock, from a
question to its first page of lines, on one connection that has answered before.

The cost of adding is processor time: the sample press is read with the packaged model, then read and added;
what the second takes beyond the first is what stands outside reading.

    python -m bench.store [--statements N] [--questions N] [--postgres URL] [--keep PATH] [--json OUT]
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.generated import ISSUES, STATES, World
from bench.report import EXAMPLES, Cell, Table, parser, publish
from dragoman.adding import Adder
from dragoman.errors import StoreError
from dragoman.ingest import sources
from dragoman.store import EventFilters, Filters, Store, open_store, rows_of

A_READING = 20
TARGETS = {"search": 50.0, "search with filters": 50.0, "dossier": 100.0, "events of a pair and days": 50.0}
SHARE = 15.0

Question = Callable[[Store], object]


def filled(store: Store, world: World, count: int) -> None:
    """Add so many generated readings, where the store doesn't hold as many."""
    for number in range(store.count(), count):
        reading = world.reading(number, A_READING)
        store.add_rows(rows_of(reading), reading.article)


def questions(world: World, random: Random, count: int) -> dict[str, list[Question]]:
    """Return so many questions of each kind, drawn as often as their words and names stand in the archive."""
    found: dict[str, list[Question]] = {name: [] for name in (*TARGETS, "statements of a source")}
    for _ in range(count):
        reading = world.reading(random.randrange(10**9), A_READING)
        said = reading.statements[random.randrange(A_READING)]
        words = random.sample(said.content[0].of(reading.text).split(), random.choice((1, 1, 2, 3)))
        source = reading.actor(said.source.actor).name if said.source else ""
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
        asked = " ".join(words)
        found["search"].append(lambda store, asked=asked: store.search_statements(asked))
        found["search with filters"].append(
            lambda store, asked=asked, filters=filters: store.search_statements(asked, filters)
        )
        found["dossier"].append(lambda store, name=source: store.who(name))
        found["events of a pair and days"].append(
            lambda store, pair=pair, days=(since, until): store.events(EventFilters(*pair, None, None, *days))
        )
        found["statements of a source"].append(lambda store, name=source: store.statements(Filters(by=name)))
    return found


def timed(store: Store, asked: Sequence[Question]) -> tuple[float, float]:
    """Return the median and the 95th percentile of the milliseconds that the questions take."""
    times = []
    for question in asked:
        started = time.perf_counter()
        try:
            question(store)
        except StoreError:  # a name that a smaller archive doesn't hold
            continue
        times.append(1000 * (time.perf_counter() - started))
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, round(0.95 * len(times)))]


def outside_reading() -> tuple[float, float]:
    """Return the seconds of processor time that reading takes, and that adding takes beyond it."""
    from dragoman.pipeline import Reader

    reader = Reader()
    articles = [source.article() for source in sources(str(EXAMPLES))]
    for article in articles[:3]:
        reader.read(article)
    started = time.process_time()
    for source in sources(str(EXAMPLES)):
        reader.read(source.article())
    middle = time.process_time()
    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/press.sqlite", create=True) as store:
        adder = Adder(store)
        adder.use(reader)
        begun = time.process_time()
        for _ in adder.add(sources(str(EXAMPLES))):
            pass
        return middle - started, time.process_time() - begun - (middle - started)


def ask(store: Store, world: World, count: int, readings: int) -> dict[str, tuple[float, float]]:
    """Fill a store, warm it with other questions of the same kinds, and time each kind."""
    filled(store, world, readings)
    for kind in questions(world, Random(1), 5).values():
        timed(store, kind)
    return {name: timed(store, kind) for name, kind in questions(world, Random(7), count).items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--statements", type=int, default=1_000_000)
    options.add_argument("--questions", type=int, default=200, help="how many of each kind")
    options.add_argument("--postgres", metavar="URL", help="measure this empty database too")
    options.add_argument("--keep", type=Path, help="keep the archive here, and use it if it is there")
    options.add_argument("--skip-adding", action="store_true", help="leave out what needs the model")
    chosen = options.parse_args(arguments)
    world, readings = World(), chosen.statements // A_READING
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.keep or Path(folder, "archive.sqlite")
        with open_store(str(path), create=True) as store:
            found = {"SQLite": ask(store, world, chosen.questions, readings)}
            size = sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / readings / 1000
    if chosen.postgres:
        with open_store(chosen.postgres, create=True) as store:
            found["PostgreSQL"] = ask(store, world, chosen.questions, readings)
    rows: list[tuple[Cell, ...]] = [
        (f"{database}: {name}", middle, high, TARGETS.get(name))
        for database, measured in found.items()
        for name, (middle, high) in measured.items()
    ]
    head = (f"{readings * A_READING:,} statements, milliseconds", "median", "p95", "target")
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
