"""How quick the desk is over a large archive, and how light and quick its pages are in a browser.

Time is taken at the server: from a request to the last byte of the page, as a browser asks for it, without a
network, over an archive of generated readings laid down many times (``bench.laid``). What the desk keeps of
the whole store is made before the clock starts, and its time is told apart. In the browser, headless Chromium
opens a desk over the sample press on this machine: when something is painted first, how many bytes came.
Whatever is not made within the time that is waited is told as such, and its pages say that it is being made.

    python -m bench.desk [--statements N] [--questions N] [--keep PATH] [--press PATH] [--only PAGE]
                         [--wait SECONDS] [--settle SECONDS] [--skip-browser] [--json OUT]
"""

from __future__ import annotations

import shutil
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import uvicorn
from sqlalchemy import func, select
from starlette.testclient import TestClient

from bench.generated import ISSUES, STATES, World
from bench.laid import laid
from bench.report import EXAMPLES, Cell, Table, parser, publish
from bench.store_questions import A_READING, drawn_name, drawn_words, filled
from dragoman.adding import Adder
from dragoman.ingest import sources
from dragoman.store import Store, open_store, rows_of
from dragoman.store.tables import documents
from dragoman.web import create_app

BASE, DISPUTED = 2_000, 200
"""So many readings are generated and added, and so many in which somebody denies what another says; the
archive is these, laid down again and again."""
PAGE, SEARCH = 150.0, 80.0
KEPT = ("pair/RUS/TUR", "today")
PAINT, BYTES = 1_000.0, 600.0


def addresses(world: World, store: Store, random: Random, count: int) -> dict[str, list[str]]:
    """Return so many addresses of each page, with names and words half as frequent as they are there."""
    with store.reading() as connection:
        last = connection.scalar(select(func.max(documents.c.number))) or 0
        numbers = [random.randrange(1, last + 1) for _ in range(count)]
        ids = [connection.scalar(select(documents.c.id).where(documents.c.number == n)) for n in numbers]
    found: dict[str, list[str]] = {
        "Today": ["/"] * count, "Article": [f"/article/{one}" for one in ids],
        "Contested": ["/contested", "/contested?kind=polarity"] * (count // 2),
        "Forecasts": ["/forecasts", "/forecasts?state=due"] * (count // 2), "Issues": ["/issues"] * count,
        "Issue": [f"/issue/{random.choice(ISSUES[:1])}" for _ in range(count)],
        "Pair": [], "Map": [], "Actor": [], "Search: words": [], "Search: narrowed": [], "Search: latest": [],
        "Search: beginnings": [], "Search: articles": [],
    }  # fmt: skip
    for number in range(count):
        often = number % 2 == 0
        word, other = drawn_words(world, random, often)
        name = drawn_name(world, random, often)
        one, two = random.sample(STATES, 2)
        narrowed = random.choice(({"by": name}, {"issue": random.choice(ISSUES)},
                                  {"publication": random.choice(world.publications)},
                                  {"since": "2011-01-01", "until": "2011-12-31"}))  # fmt: skip
        found["Pair"].append(f"/pair/{one}/{two}")
        found["Map"].append(f"/map?of={one}")
        found["Actor"].append(f"/actor?{urlencode({'name': name})}")
        found["Search: words"].append(f"/search?{urlencode({'q': random.choice((word, f'{word} {other}'))})}")
        found["Search: narrowed"].append(f"/search?{urlencode({'q': word, **narrowed})}")
        found["Search: latest"].append(f"/search?{urlencode(narrowed)}")
        found["Search: beginnings"].append(f"/search?{urlencode({'q': f'{word[:6]}*'})}")
        found["Search: articles"].append(f"/search?{urlencode({'q': word, 'over': 'articles'})}")
    return found


def timed(desk: TestClient, asked: Sequence[str]) -> tuple[float, float, float] | None:
    """Return the median and the 95th percentile of the milliseconds that pages take, and the latter of this
    process's own time; None where the desk has no such page."""
    walls, own = [], []
    for path in asked:
        started, before = time.perf_counter(), time.process_time()
        answer = desk.get(path, headers={"Accept": "text/html"})
        if answer.status_code == 200:
            walls.append(1000 * (time.perf_counter() - started))
            own.append(1000 * (time.process_time() - before))
    if len(walls) < len(asked) / 4:
        return None
    return statistics.median(walls), _high(walls), _high(own)


def _high(values: Sequence[float]) -> float:
    return sorted(values)[min(len(values) - 1, round(0.95 * len(values)))]


def kept(desk: TestClient, wait: float) -> dict[str, float | None]:
    """Wait so many seconds until all that the desk keeps is made; return after how many each was there, None
    for what was not."""
    started = time.perf_counter()
    found: dict[str, float | None] = dict.fromkeys(KEPT)
    while None in found.values() and time.perf_counter() - started < wait:
        for page in (page for page, after in found.items() if after is None):
            if desk.get(f"/{page}.json").status_code != 503:
                found[page] = time.perf_counter() - started
    return found


@contextmanager
def archive(path: Path, statements: int) -> Iterator[Store]:
    """Open the archive at a path, made where it isn't there."""
    wanted = max(1, round(statements / A_READING / BASE))
    with open_store(str(path), create=True) as store:
        if not store.count():
            filled(store, World(), min(BASE, statements // A_READING))
            disputing(store, World(), min(DISPUTED, statements // A_READING))
            laid(store, wanted)
        yield store


def disputing(store: Store, world: World, count: int) -> None:
    """Add so many generated readings in which somebody denies what another says."""
    for number in range(count):
        reading = world.reading(10**6 + number, A_READING, denials=1)
        store.add_rows(rows_of(reading), reading.article)


@contextmanager
def served(store: Store) -> Iterator[str]:
    """Serve the desk over a store on this machine; yields its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(store), log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    running.join(10)


def in_browser(store: Store, pages: dict[str, str], times: int = 5) -> list[tuple[Cell, ...]]:
    """Return for each page the median first paint in milliseconds, and the kilobytes transferred for it."""
    from playwright.sync_api import sync_playwright

    rows: list[tuple[Cell, ...]] = []
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with served(store) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, path in pages.items():
            paints, sizes = [], []
            for _ in range(times + 1):  # the first time is not counted: the server makes what it keeps
                view = browser.new_context().new_page()
                view.goto(f"{address}{path}", wait_until="networkidle")
                paints.append(view.evaluate(
                    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))  # fmt: skip
                sizes.append(view.evaluate(
                    "['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))"
                    ".reduce((sum, one) => sum + one.transferSize, 0) / 1000"))  # fmt: skip
                view.context.close()
            rows.append((name, statistics.median(paints[1:]), PAINT, max(sizes[1:]), BYTES))
        browser.close()
    return rows


def press(path: Path) -> None:
    """Read the sample press into a store at a path."""
    with open_store(str(path), create=True) as store:
        for _ in Adder(store).add(sources(str(EXAMPLES))):
            pass


def in_press(path: Path) -> list[tuple[Cell, ...]]:
    """Open pages over the sample press, whose store is at a path or made there, in a browser."""
    if not path.exists():
        press(path)
    with open_store(str(path)) as store:
        line = next(one for one in store.articles() if one.title and "tehran-visit" in (one.origin or ""))
        found = store.search_articles(f'"{line.title}"').lines[0].document
        return in_browser(store, {"Article": f"/article/{found}", "Pair": "/pair/RUS/TUR", "Today": "/"})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measure from the command line."""
    options = parser(__doc__)
    options.add_argument("--statements", type=int, default=1_000_000)
    options.add_argument("--questions", type=int, default=100, help="how many of each page")
    options.add_argument("--keep", type=Path, help="keep the archive here, and use it if it is there")
    options.add_argument("--press", type=Path, help="a store of the sample press, where there is one")
    options.add_argument(
        "--wait", type=float, default=1_800, help="so many seconds for what the desk makes beside its pages"
    )
    options.add_argument(
        "--settle", type=float, default=0.0, help="so many more for the pages of issues and pairs made ahead"
    )
    options.add_argument("--skip-browser", action="store_true", help="leave out what needs a browser")
    options.add_argument("--only", metavar="PAGE", help="only pages whose names begin so")
    chosen = options.parse_args(arguments)
    rows: list[tuple[Cell, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        with archive(chosen.keep or Path(folder, "archive.sqlite"), chosen.statements) as store:
            desk = TestClient(create_app(store), base_url="http://localhost")
            made = kept(desk, chosen.wait)
            time.sleep(chosen.settle)
            for name, paths in addresses(World(), store, Random(7), chosen.questions).items():
                if not chosen.only or name.startswith(chosen.only):
                    timed(desk, paths[:5])
                    figures = timed(desk, paths) or (None, None, None)
                    rows.append((name, *figures, SEARCH if name.startswith("Search") else PAGE))
            size = store.count() * A_READING
        painted = [] if chosen.skip_browser else in_press(chosen.press or Path(folder, "press.sqlite"))
    head = (f"{size:,} statements, milliseconds", "median", "p95", "p95 own", "target")
    tables = [
        Table("Pages of the desk, time at the server", head, tuple(rows)),
        Table("Made once for a state of the store", ("kept for", "seconds"), tuple(made.items())),
        Table("In headless Chromium, sample press",
              ("page", "first paint, ms", "target", "transferred, kB", "target"), tuple(painted)),
    ]  # fmt: skip
    publish(tables, {"statements": size, "pages": rows, "kept": made, "browser": painted}, chosen.json)


if __name__ == "__main__":
    main()
