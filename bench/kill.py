"""Kill -9 at random moments while the sample press is added, then add it again: is all there, and once?

Each trial begins with an empty store. ``dragoman add`` runs as a user runs it, in a process group of its
own; at a random moment of the time that an undisturbed run takes, its first process is killed (readers
must end by themselves), or the whole group. Then the store must open without repair and hold whole articles
only; the same command must finish, and the store must be the same as that of an undisturbed run.

    python -m bench.kill [--trials N] [--seed N] [--jobs N] [--sources PATH] [--json OUT]
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.report import EXAMPLES, Table, parser, publish
from dragoman.store import open_store
from dragoman.store.finding_tables import FINDINGS
from dragoman.store.ids import SHIFT
from dragoman.store.tables import metadata


@dataclass(frozen=True, slots=True)
class Trial:
    """One killing: after how many seconds, what was there then, and what is wrong in the end."""

    seconds: float
    documents: int
    wrong: tuple[str, ...]


def add(store: Path, sources: Path, jobs: int) -> subprocess.Popen[bytes]:
    """Start adding, in a process group of its own."""
    command = [sys.executable, "-m", "dragoman.cli", "add", str(sources), "--store", str(store), "--quiet"]
    return subprocess.Popen([*command, "--jobs", str(jobs)], start_new_session=True)


def content(store: Path) -> dict[str, list[str]]:
    """Return every table's rows, sorted, documents named by their SHA-256 instead of their number."""
    connection = sqlite3.connect(store)
    try:
        names = dict(connection.execute("SELECT number, id FROM documents"))
        found = {}
        for table in metadata.tables.values():
            columns = [c.name for c in table.columns]
            moved = {c.name for c in table.columns if c.info.get("local")}
            numbered = {c.name for c in table.columns if c.info.get("numbered")} | {"document", "number"}
            quoted = ", ".join(f'"{name}"' for name in columns)
            rows = connection.execute(f'SELECT {quoted} FROM "{table.name}"')
            found[table.name] = sorted(
                repr(_named(dict(zip(columns, row, strict=True)), moved, numbered, names)) for row in rows
            )
        return found
    finally:
        connection.close()


def _named(
    row: dict[str, object], moved: set[str], numbered: set[str], names: dict[int, str]
) -> dict[str, object]:
    named = dict(row)
    for column, value in row.items():
        if column in moved and isinstance(value, int):
            named[column] = (names.get(value >> SHIFT, "nowhere"), value & ((1 << SHIFT) - 1))
        elif column in numbered:
            named[column] = names.get(value, "nowhere") if isinstance(value, int) else value
    return named


def wholeness(store: Path) -> list[str]:
    """Return what is broken: the file, findings without a document, documents without their reading."""
    connection = sqlite3.connect(store)
    try:
        wrong = [
            f"integrity: {told}" for (told,) in connection.execute("PRAGMA integrity_check") if told != "ok"
        ]
        for name, column in FINDINGS:
            owner = f'"{column}" >> {SHIFT} NOT IN (SELECT number FROM documents)'
            if connection.execute(f'SELECT count(*) FROM "{name}" WHERE {owner}').fetchone()[0]:
                wrong.append(f"{name} without a document")
        bare = "SELECT count(*) FROM documents WHERE number NOT IN (SELECT document FROM readings)"
        if connection.execute(bare).fetchone()[0]:
            wrong.append("documents without a reading")
        for kind in ("document", "statement", "spelling"):
            connection.execute(f"INSERT INTO {kind}_words ({kind}_words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        wrong = [str(error)]
    finally:
        connection.close()
    return wrong


def trial(random: Random, sources: Path, jobs: int, whole: float, wanted: dict[str, list[str]]) -> Trial:
    """Kill one run, look, and add again."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "press.sqlite")
        running = add(store, sources, jobs)
        seconds = random.uniform(0.02, whole)
        time.sleep(seconds)
        if random.random() < 0.5:
            os.killpg(running.pid, signal.SIGKILL)
        else:
            os.kill(running.pid, signal.SIGKILL)
        running.wait()
        wrong = _left(running.pid)
        documents = 0
        if store.exists() and store.stat().st_size:
            with open_store(str(store), create=True) as opened:
                documents = opened.count()
            wrong += wholeness(store)
        if add(store, sources, jobs).wait():
            wrong.append("adding again failed")
        elif content(store) != wanted:
            wrong.append("lost or doubled")
        return Trial(seconds, documents, tuple(wrong))


def _left(group: int) -> list[str]:
    """Wait for a killed run's readers to end by themselves; tell of those that don't."""
    for _ in range(150):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return []
        time.sleep(0.2)
    os.killpg(group, signal.SIGKILL)
    return ["processes were left"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--trials", type=int, default=100)
    options.add_argument("--seed", type=int, default=9)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--sources", type=Path, default=EXAMPLES, help="what is added (the sample press)")
    chosen = options.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "press.sqlite")
        started = time.perf_counter()
        if add(store, chosen.sources, chosen.jobs).wait():
            raise SystemExit("the undisturbed run failed")
        whole = time.perf_counter() - started
        wanted = content(store)
    random = Random(chosen.seed)
    trials = [trial(random, chosen.sources, chosen.jobs, whole, wanted) for _ in range(chosen.trials)]
    bad = [one for one in trials if one.wrong]
    halfway = sum(0 < one.documents < len(wanted["documents"]) for one in trials)
    rows = (
        ("killed", len(trials)),
        ("of them with some but not all articles written", halfway),
        ("lost, doubled, broken or in need of repair", len(bad)),
        ("target", 0),
    )
    for one in bad:
        print(f"after {one.seconds:.2f} s: {', '.join(one.wrong)}", file=sys.stderr)
    figures: dict[str, object] = {"trials": len(trials), "halfway": halfway, "wrong": len(bad)}
    publish([Table("Kill -9 while adding", ("what", "runs"), rows)], figures, chosen.json)


if __name__ == "__main__":
    main()
