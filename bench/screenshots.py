"""The pictures of the desk in the documentation, taken again over the sample press.

Each page is opened in headless Chromium at the width of a desk, in light, and what stands in its first screen
becomes a file in docs/screenshots. The store may be given; else the sample press is read into one. A
correction is entered into a copy of it, so that the pages of corrections have something to show.

    python -m bench.screenshots [--press PATH] [--only NAME…]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.desk import press, served
from bench.report import EXAMPLES, ROOT
from dragoman.store import open_store

FOLDER = ROOT / "docs" / "screenshots"
ARTICLE = "sample-gazette/2015-11-24-tehran-visit.txt"
WIDTH = 1280
PATIENCE = 300_000
"""Milliseconds that a page may take on a busy machine, its first acts and claims compared."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A file, the page's address ("{article}" is the article's), its height, and what is done first."""

    name: str
    path: str
    height: int = 900
    before: Callable[[Any], None] | None = None


def _correct(view: Any) -> None:
    view.locator(".card.statements button.correct").first.click()
    view.locator("form.correction").wait_for(state="visible")


def _read(view: Any) -> None:
    view.locator("#text").fill((EXAMPLES / ARTICLE).read_text(encoding="utf-8"))
    view.get_by_role("button", name="Read", exact=True).click()
    view.locator("#result .card").first.wait_for(state="visible", timeout=PATIENCE)


PICTURES = (
    Picture("today", "/"), Picture("pairs", "/pair", 620), Picture("pair", "/pair/RUS/IRN", 1800),
    Picture("map", "/map?of=Russia", 1100), Picture("issue", "/issue/future of Bashar al-Assad", 820),
    Picture("contested", "/contested"), Picture("forecasts", "/forecasts"),
    Picture("search", "/search?q=sanctions"), Picture("actor", "/actor?name=Putin"),
    Picture("article", "/article/{article}"), Picture("correcting", "/article/{article}", 900, _correct),
    Picture("corrections", "/corrections", 480), Picture("read", "/read", 900, _read),
)  # fmt: skip


def take(store: Path, pictures: tuple[Picture, ...]) -> None:
    """Write the pictures of a desk over the store at a path."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with open_store(str(store)) as opened, served(opened) as desk, sync_playwright() as playwright:
        title = next(one.title for one in opened.articles() if ARTICLE in (one.origin or ""))
        document = opened.search_articles(f'"{title}"').lines[0].document[:12]
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for one in pictures:
            view = browser.new_page(viewport={"width": WIDTH, "height": one.height}, reduced_motion="reduce")
            view.set_default_timeout(PATIENCE)
            view.goto(desk + one.path.format(article=document))
            view.locator(".making").wait_for(state="detached")
            view.wait_for_load_state("networkidle")
            if one.name == "corrections":
                _enter(view, document)
            if one.before is not None:
                one.before(view)
            view.screenshot(path=str(FOLDER / f"{one.name}.png"))
            print(one.name)
            view.close()
        browser.close()


def _enter(view: Any, document: str) -> None:
    """Reject a statement of an article as a person would, and open the page again."""
    body = {"finding": f"{document}:s2", "verb": "reject", "because": "nobody says this", "by": "ana"}
    answer = view.evaluate(
        "async (body) => (await fetch('/corrections', {method: 'POST', body: JSON.stringify(body),"
        " headers: {'Content-Type': 'application/json'}})).status",
        body,
    )
    assert answer < 300, f"the correction was refused: {answer}"
    view.reload(wait_until="networkidle")


def main() -> None:
    """Take the pictures that are asked for, by default all."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    asked.add_argument("--press", type=Path, metavar="PATH", help="a store of the sample press")
    asked.add_argument("--only", nargs="+", metavar="NAME", choices=[one.name for one in PICTURES])
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "press.sqlite"
        if chosen.press:
            shutil.copy(chosen.press, store)
        else:
            press(store)
        take(store, tuple(one for one in PICTURES if not chosen.only or one.name in chosen.only))


if __name__ == "__main__":
    main()
