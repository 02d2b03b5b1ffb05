"""What holds of every page of the desk, in a browser: it can be used without a mouse and without eyes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from tests.web.conftest import ADDRESSES

VENDOR = Path(__file__).parent / "vendor"
SERIOUS = ("serious", "critical")
WHERE = """(() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const box = stop.getBoundingClientRect();
  const part = stop.closest("main, footer")?.localName ?? "head";
  return [part, box.width > 0 && box.height > 0];
})()"""
"""Where the focus is, and whether anything is to be seen there."""


def opened(browser: Any, address: str, width: int = 1280, scheme: str = "light") -> Any:
    """Open an address and wait until the page is whole."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
        reduced_motion="reduce",
    )
    view = context.new_page()
    view.goto(address)
    view.locator(".making").wait_for(state="detached", timeout=60_000)
    view.wait_for_load_state("networkidle")
    return view


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("path", ADDRESSES)
def test_no_serious_barrier(
    path: str, width: int, scheme: str, browser: Any, live: str, places: dict[str, str]
) -> None:
    """axe-core finds no serious or critical violation, at desk width in light, at phone width in dark; and
    nothing scrolls sideways."""
    view = opened(browser, live + places[path], width, scheme)
    view.add_script_tag(path=str(VENDOR / "axe.min.js"))
    found = view.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:160]} {one['nodes'][0]['failureSummary']}"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]
    assert not told, "\n".join(told)
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    view.context.close()


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_walk_with_the_keyboard(path: str, browser: Any, live: str, places: dict[str, str]) -> None:
    """The first stop leads past the head of the page into it; from there each press of Tab goes on to what
    can be seen, and out at the end: no place holds the focus fast."""
    view = opened(browser, live + places[path])
    view.evaluate("document.activeElement?.blur()")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "skip"
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.id") == "main"
    stops = []
    for _ in range(400):
        view.keyboard.press("Tab")
        stop = view.evaluate(WHERE)
        if stop is None or stop[0] == "head":
            break
        stops.append(stop)
    else:
        pytest.fail("the focus never leaves the page")
    assert all(seen for _, seen in stops) and any(where == "footer" for where, _ in stops)
    view.context.close()


def test_nothing_is_complained_of(browser: Any, live: str, places: dict[str, str]) -> None:
    """No page says anything on the console, asks for an address elsewhere, or runs against the policy."""
    context = browser.new_context()
    view = context.new_page()
    complaints: list[str] = []
    view.on("console", lambda message: complaints.append(f"{view.url}: {message.text}"))
    view.on("pageerror", lambda error: complaints.append(f"{view.url}: {error}"))
    view.on("request", lambda r: None if r.url.startswith((live, "data:")) else complaints.append(r.url))
    for path in places.values():
        view.goto(live + path)
        view.wait_for_load_state("networkidle")
    context.close()
    assert complaints == []


def test_vendored_files_of_tests_are_as_published() -> None:
    """Each has its line with project, version and terms, and the digest that it says."""
    lines = (VENDOR / "vendored.tsv").read_text(encoding="utf-8").splitlines()
    told = {line.split("\t")[0]: line.split("\t")[-1] for line in lines if not line.startswith("#")}
    assert {path.name for path in VENDOR.glob("*.js")} == told.keys()
    for name, digest in told.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest
