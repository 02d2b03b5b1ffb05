"""The page in a real browser: it fits a phone, its links lead somewhere, and nothing in an article runs."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from tests.sample_reading import TEXT, sample_reading

from dragoman.show.html import page

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

HOSTILE = (
    "<img src=x onerror=document.title='run'><svg onload=document.title='run'></svg>"
    "<style>*{display:none}</style>"
)


def opened(browser: sync_api.Browser, html: str, folder: Path, width: int) -> tuple[sync_api.Page, list[str]]:
    """Open a page at a width; return it with what the console and failed requests said."""
    (folder / "page.html").write_text(html, encoding="utf-8")
    view = browser.new_page(viewport={"width": width, "height": 900})
    complaints: list[str] = []
    view.on("console", lambda message: complaints.append(message.text))
    view.on(
        "request", lambda request: None if request.url.startswith("file:") else complaints.append(request.url)
    )
    view.goto((folder / "page.html").as_uri())
    return view, complaints


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_and_complains_of_nothing(browser: sync_api.Browser, tmp_path: Path, width: int) -> None:
    """No sideways scrolling at phone or desk width, no console message, no request to anywhere."""
    view, complaints = opened(browser, page([sample_reading()]), tmp_path, width)
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []


def test_a_mark_leads_to_its_card(browser: sync_api.Browser, tmp_path: Path) -> None:
    """Clicking a marked word brings the statement's card into view."""
    view, _ = opened(browser, page([sample_reading()] * 12), tmp_path, 1280)
    view.locator("#d12 a.cue").first.click()
    target = view.evaluate("location.hash.slice(1)")
    assert target.startswith("d12-s")
    assert view.locator(f"[id='{target}']").is_visible()


def test_nothing_in_an_article_runs(browser: sync_api.Browser, tmp_path: Path) -> None:
    """Mark-up in the text, the title and the names is shown as characters."""
    reading = sample_reading()
    text = TEXT.replace("Nothing is settled.", HOSTILE[:19])
    article = dataclasses.replace(
        reading.article, text=text, title=HOSTILE, publication=HOSTILE, author="{{ 7*7 }}"
    )
    actors = tuple(dataclasses.replace(actor, name=HOSTILE) for actor in reading.actors)
    hostile = dataclasses.replace(reading, article=article, actors=actors)
    view, complaints = opened(browser, page([hostile]), tmp_path, 390)
    assert view.title() != "run" and complaints == []
    assert view.locator("article img, article svg, article style").count() == 0
    assert "{{ 7*7 }}" in view.locator("article header").inner_text()
    assert view.evaluate("document.documentElement.scrollWidth") <= 390
