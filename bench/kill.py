"""Kill -9 at random moments while articles are added, then add them again: is all there, and once?

Each trial begins with an empty store. Articles of a made-up press (``bench.made_press``) are added as
``dragoman add`` adds them: read (no engine is needed, all else is as it is), written, brought into copies,
stories and events told by many, their names brought to their actors. At a random moment of the processor
time that an undisturbed run takes, the first process is killed (readers must end by themselves), or its whole
group; on a busy machine too, moments so lie evenly over all that is done. Then
the store must open without repair and hold whole articles only; adding again must finish; and every table
must hold what it holds after an undisturbed run, but for the numbers of rows. Portions are made small, so
that many transactions can be cut apart. A run that ends before it is killed is no trial: another is drawn.

    python -m bench.kill [--trials N] [--seed N] [--articles N] [--json OUT]
"""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from random import Random

import dragoman.curating as curating
import dragoman.layering.layers as layers
from bench.made_press import AGAIN, small, small_reader
from bench.report import Cell, Table, parser, publish
from bench.store_contents import Contents, content, wholeness
from dragoman.adding import Adder
from dragoman.reading_pool import BUILT_IN, Pool
from dragoman.store import open_store

READERS = (1, 1, 1, 2)
"""In one trial of four, two processes read."""
LAYERS = ("waiting_documents", "waiting_days", "waiting_tellings")


@dataclass(frozen=True, slots=True)
class Trial:
    """One killing: after how much processor time, what was being done, and what is wrong in the end."""

    seconds: float
    doing: str
    wrong: tuple[str, ...]


def add(store: Path, articles: int, jobs: int) -> None:
    """Fill a store in a process group of one's own."""
    os.setpgid(0, 0)
    fill(store, articles, jobs)


def fill(store: Path, articles: int, jobs: int) -> None:
    """Add the made-up press to a store, in small portions."""
    layers.LEAST, layers.AT_ONCE, layers.DAYS_AT_ONCE, curating.AT_ONCE = 8, 4, 2, 5
    with open_store(str(store), create=True) as opened:
        adder = Adder(opened, jobs=jobs)
        adder.use_pool(Pool(BUILT_IN, jobs, small_reader))
        for outcome in adder.add(small().sources(0, articles)):
            if outcome.error is not None:
                raise SystemExit(f"{outcome.origin}: {outcome.error}")


def started(store: Path, articles: int, jobs: int) -> ForkProcess:
    """Start adding in another process, in which all is loaded already."""
    running = get_context("fork").Process(target=add, args=(store, articles, jobs))
    running.start()
    return running


def ended_well(store: Path, articles: int, jobs: int) -> bool:
    """Add, undisturbed; say whether that ended well."""
    running = started(store, articles, jobs)
    running.join()
    return running.exitcode == 0


def trial(random: Random, articles: int, whole: float, wanted: Contents) -> Trial | None:
    """Kill one run, look, and add again; None where it ended first."""
    jobs = random.choice(READERS)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "press.sqlite")
        running = started(store, articles, jobs)
        seconds = random.uniform(0.0, whole)
        while running.is_alive() and spent(running.pid or 0) < seconds:
            time.sleep(0.001)
        _kill(running, together=random.random() < 0.5)
        wrong = _left(running.pid or 0)
        if running.exitcode == 0:
            return None
        doing = "opening the store"
        if store.exists() and store.stat().st_size:
            with open_store(str(store), create=True):
                pass
            wrong += wholeness(store)
            doing = _doing(store, articles)
        if not ended_well(store, articles, 1):
            wrong.append("adding again failed")
        elif (found := content(store)) != wanted:
            wrong += [f"{name} differs" for name in wanted if found[name] != wanted[name]]
        return Trial(seconds, doing, tuple(wrong))


def spent(process: int) -> float:
    """Return the seconds of processor time that a process has had (Linux); endless where it has gone."""
    try:
        told = Path(f"/proc/{process}/schedstat").read_text(encoding="ascii")
    except OSError:
        return float("inf")
    return int(told.split()[0]) / 1e9 if told else float("inf")


def _kill(running: ForkProcess, together: bool) -> None:
    number = running.pid or 0
    try:
        if together:
            os.killpg(number, signal.SIGKILL)
        else:
            os.kill(number, signal.SIGKILL)
    except ProcessLookupError:  # it has no group of its own yet
        running.kill()
    running.join()


def _doing(store: Path, articles: int) -> str:
    """Say what was being done when the run was killed, from what waits in the store."""
    connection = sqlite3.connect(store)
    try:
        held = {
            name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("documents", *LAYERS, "waiting_names")
        }
    finally:
        connection.close()
    if held["documents"] < articles:
        between = held["documents"] and (held["waiting_days"] or held["waiting_tellings"])
        return "layers, between articles" if between else "articles"
    if any(held[name] for name in LAYERS):
        return "layers, at the end"
    return "who is who" if held["waiting_names"] else "ending"


def _left(group: int) -> list[str]:
    """Wait for a killed run's readers to end by themselves; tell of those that don't."""
    for _ in range(300):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return []
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return ["processes were left"]


def measured(trials: int, seed: int, articles: int) -> list[Trial]:
    """Kill so many runs that add so many articles."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder, "press.sqlite"), AGAIN, 1)  # so that the processes have all modules from this one
    contents: list[Contents] = []
    for jobs in sorted(set(READERS), reverse=True):
        with tempfile.TemporaryDirectory() as folder:
            store, begun = Path(folder, "press.sqlite"), _children()
            if not ended_well(store, articles, jobs):
                raise SystemExit("the undisturbed run failed")
            whole = _children() - begun  # in the end, of one that reads by itself
            contents.append(content(store))
    if any(one != contents[0] for one in contents):
        raise SystemExit("undisturbed runs differ")
    random, done = Random(seed), list[Trial]()
    while len(done) < trials:
        one = trial(random, articles, whole, contents[0])
        if one is not None:
            done.append(one)
            print(
                f"{len(done)}: after {one.seconds:.2f} s, {one.doing}", *one.wrong, sep="; ", file=sys.stderr
            )
    return done


def _children() -> float:
    """Return the processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--trials", type=int, default=100)
    options.add_argument("--seed", type=int, default=9)
    options.add_argument("--articles", type=int, default=20, help="added in each trial")
    chosen = options.parse_args(arguments)
    done = measured(chosen.trials, chosen.seed, chosen.articles)
    bad = sum(1 for one in done if one.wrong)
    phases = Counter(one.doing for one in done)
    rows: list[tuple[Cell, ...]] = [("killed", len(done), None)]
    rows += [(f"of them at: {name}", times, None) for name, times in phases.most_common()]
    rows.append(("lost, doubled, broken or in need of repair", bad, 0))
    figures: dict[str, object] = {"trials": len(done), "at": dict(phases), "wrong": bad}
    publish([Table("Kill -9 while adding", ("what", "runs", "target"), tuple(rows))], figures, chosen.json)


if __name__ == "__main__":
    main()
