"""What it costs to have and to start: import time, first reading, peak memory, size installed.

Import and first reading are timed in fresh processes (median of five); the first reading includes
loading the model and the tables. Peak memory is the process's largest resident set after it. The
size counts the files of dragoman and of every distribution that it requires, without the extras.

    python -m bench.footprint [--runs N] [--json OUT]
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from bench.report import EXAMPLES, ROOT, Cell, Table, parser, publish

_IMPORT = """
import time; started = time.perf_counter()
import dragoman
print(time.perf_counter() - started)
"""
_READING = """
import json, resource, sys, time
import dragoman
started = time.perf_counter()
dragoman.read(sys.stdin.read())
seconds = time.perf_counter() - started
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seconds, peak]))
"""
SAMPLE = (
    "The minister said on Monday that talks about the gas line would begin within a month. "
    "“We are close,” he told reporters. According to two diplomats, the other side is less sure.\n\n"
)
TARGETS = {"import, s": 1.0, "first reading, s": 2.0, "peak memory, MB": 800.0, "installed, MB": 450.0}


def measured(code: str, text: str = "") -> str:
    """Run ``code`` in a fresh interpreter and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.strip().splitlines()[-1]


def article() -> str:
    """Return the text of the first sample article, or a few sentences where there is none."""
    paths = sorted(EXAMPLES.glob("*.txt"))
    return paths[0].read_text(encoding="utf-8") if paths else SAMPLE * 10


def requirements(name: str) -> dict[str, Distribution]:
    """Return a distribution and all that it requires here, by normalized name, extras left out."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        key = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue
        for requirement in found[key].requires or ():
            if "extra ==" not in requirement:
                waiting.append(re.split(r"[^\w.-]", requirement, maxsplit=1)[0])
    return found


def size(found: dict[str, Distribution]) -> float:
    """Return the size of the distributions' files in MB; our own are counted from the package's folder."""
    import dragoman

    folder = Path(dragoman.__file__).parent
    paths = {path.resolve() for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    for item in found.values():
        for file in item.files or ():
            path = Path(str(item.locate_file(file)))
            if path.is_file() and path.suffix != ".pyc":
                paths.add(path.resolve())
    return sum(path.stat().st_size for path in paths) / 1_000_000


def measure(runs: int) -> dict[str, float]:
    """Return the medians over ``runs`` fresh processes, and the size."""
    imports = [float(measured(_IMPORT)) for _ in range(runs)]
    readings = [json.loads(measured(_READING, article())) for _ in range(runs)]
    return {
        "import, s": statistics.median(imports),
        "first reading, s": statistics.median(seconds for seconds, _ in readings),
        "peak memory, MB": statistics.median(peak for _, peak in readings),
        "installed, MB": size(requirements("dragoman")),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args(arguments)
    found = measure(chosen.runs)
    rows: list[tuple[Cell, ...]] = [(k, f"{v:.2f}", f"{TARGETS[k]:g}") for k, v in found.items()]
    publish([Table("Footprint", ("", "ours", "at most"), tuple(rows))], dict(found), chosen.json)


if __name__ == "__main__":
    main()
