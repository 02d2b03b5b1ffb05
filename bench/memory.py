"""Does adding stay as small as it began? Peak memory of the writer and its readers, part by part.

Articles of a made-up press (``bench.made_press``: ten years, short articles, one in five a copy) are added in
two halves, or more parts, each as ``dragoman add`` adds it: read in processes of their own (what is read is
known, so that no engine's memory hides what grows), written, brought into copies, stories and events told by
many, and their names brought to their actors. Peak memory is the largest resident set that the system has
seen of a process. It is flat where the second half adds less than a tenth to the first half's peak.
``--parts`` looks more often, ``--cache`` gives SQLite's pages another bound than the 64 MB that a store has.

    python -m bench.memory [--articles N] [--parts N] [--cache KB] [--jobs N] [--keep PATH] [--json OUT]
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from sqlalchemy import event

from bench.made_press import large, large_reader
from bench.report import Table, parser, publish
from dragoman.adding import Adder, Coming
from dragoman.reading_pool import BUILT_IN, Pool
from dragoman.store import Store, open_store

MOST = 10.0
"""So many hundredths of the first half's peak may come to it in the second."""


@dataclass(frozen=True, slots=True)
class Half:
    """One half: megabytes at the peak so far of the writer and of the largest reader, and what it cost.

    ``seconds`` are of the writer's processor time, ``ending`` those of them after the last article.
    """

    writer: float
    reader: float
    seconds: float
    ending: float


def peak(process: int) -> float:
    """Return the largest resident set of a running process so far, in megabytes (Linux)."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError(f"nothing is known of the memory of process {process}")


def half(store: Store, first: int, count: int, jobs: int) -> Half:
    """Add so many articles from a number on, and say what that took."""
    adder = Adder(store, jobs=jobs)
    adder.use_pool(Pool(BUILT_IN, jobs, large_reader))
    begun, last, reader = time.process_time(), 0.0, 0.0

    def watched() -> Iterator[Coming]:
        nonlocal reader
        for number, source in enumerate(large().sources(first, count)):
            if number % 500 == 499 or number == count - 1:
                reader = max([reader, *(peak(one.pid or 0) for one in multiprocessing.active_children())])
                _tell(first + number + 1)
            yield source

    for outcome in adder.add(watched()):
        if outcome.error is not None:
            raise SystemExit(f"{outcome.origin}: {outcome.error}")
        last = time.process_time()
    now = time.process_time()
    return Half(peak(os.getpid()), reader, now - begun, now - last)


def _tell(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} articles", end="", file=sys.stderr)


def measured(articles: int, jobs: int, path: Path, parts: int, cache: int | None) -> list[Half]:
    """Add the articles to a new store at ``path``, in so many parts; ``cache`` are kilobytes of pages."""
    with open_store(str(path), create=True) as store:
        if cache is not None:
            event.listen(store.engine, "connect", lambda new, _: new.execute(f"PRAGMA cache_size=-{cache}"))
            store.close()  # connections from now on have it
        ends = [articles * n // parts for n in range(parts + 1)]
        found = []
        for first, last in pairwise(ends):
            one = half(store, first, last - first, jobs)
            print(
                f"{last:,} articles: the writer {one.writer:.0f} MB, the largest reader {one.reader:.0f} MB, "
                f"{1000 * one.seconds / (last - first):.0f} ms an article",
                file=sys.stderr,
                flush=True,
            )
            found.append(one)
        return found


def growth(before: float, after: float) -> float:
    """Return what came to a peak, in hundredths of it."""
    return 100 * (after - before) / before


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--jobs", type=int, default=2, help="so many processes read, two at least")
    options.add_argument("--parts", type=int, default=2, help="an even number of parts")
    options.add_argument("--cache", type=int, metavar="KB", help="so many kilobytes of SQLite's pages")
    options.add_argument("--keep", type=Path, help="keep the store here (it must not be there yet)")
    chosen = options.parse_args(arguments)
    if chosen.keep is not None and chosen.keep.exists():
        raise SystemExit(f"{chosen.keep} is there already: the measure begins with an empty store")
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.keep or Path(folder, "press.sqlite")
        found = measured(chosen.articles, max(2, chosen.jobs), path, chosen.parts, chosen.cache)
    first, second = found[len(found) // 2 - 1], found[-1]
    rows = [
        (name, one, other, growth(one, other), MOST)
        for name, one, other in (
            ("writer, MB", first.writer, second.writer),
            ("largest reader, MB", first.reader, second.reader),
        )
    ]
    each = chosen.articles / chosen.parts / 1000
    costs = (
        ("all", first.seconds / each, second.seconds / each),
        ("of it after the last article", first.ending / each, second.ending / each),
    )
    title = f"Peak memory over {chosen.articles:,} articles"
    tables = [
        Table(title, ("", "first half", "both", "growth %", "at most"), tuple(rows)),
        Table("The writer's milliseconds an article", ("", "halfway", "at the end"), costs),
        Table("After each part", ("articles", "writer, MB", "largest reader, MB"), tuple(
            (chosen.articles * n // chosen.parts, one.writer, one.reader) for n, one in enumerate(found, 1)
        )),
    ]  # fmt: skip
    figures: dict[str, object] = {
        "articles": chosen.articles, "writer": [first.writer, second.writer],
        "reader": [first.reader, second.reader], "growth": rows[0][3], "parts": [one.writer for one in found],
    }  # fmt: skip
    publish(tables, figures, chosen.json)


if __name__ == "__main__":
    main()
