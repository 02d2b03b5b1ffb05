"""Articles that would do harm: nothing of them runs, loads or breaks a page, under the strict policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from dragoman.curating import Curator
from dragoman.layering import Layers
from dragoman.records import (
    Actor,
    Article,
    Attributed,
    Paragraph,
    Position,
    Reading,
    Span,
    Statement,
    Versions,
)
from dragoman.store import Store, open_store

RUN = "globalThis.ran=1;document.title='ran'"
HARM = (
    f"<script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f'<svg onload="{RUN}"><animate onbegin="{RUN}"/></svg>',
    "<style>*{display:none!important}</style><link rel=stylesheet href=//elsewhere.example/a.css>",
    f'<a href="javascript:{RUN}">here</a> <a href="data:text/html,<script>{RUN}</script>">there</a>',
    "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "\u202edlrow eht fo redro eht\u202c and \u2066isolated\u2069, \u200fright",
    f'"><iframe srcdoc="<script>parent.{RUN}</script>"></iframe><base href=//elsewhere.example/>',
    f"</textarea></title></q></bdi><details open ontoggle={RUN}><form action=javascript:{RUN}><button>",
    "x" * 3_000,
    "مرحبا <b>بالعالم</b> \x07 \x1b[31m",
)  # fmt: skip
"""A paragraph each."""
PAGES = ("/article/{}", "/actor/x:11", "/actor?name=script", "/actor", "/search?q=order", "/")


def hostile() -> Reading:
    """Return a reading in which every text that a page shows is one of those."""
    text = "\n\n".join(HARM)
    paragraphs, statements, actors = [], [], []
    at = 0
    for number, harm in enumerate(HARM, 1):
        span = Span(at, at + len(harm))
        paragraphs.append(Paragraph(span, "body"))
        named = (Span(at, at + min(9, len(harm))),)
        actors.append(
            Actor(f"a{number}", harm, "person", "RUS", None, harm, f"x:{number}", False, (harm[::-1],), named)
        )
        statements.append(
            Statement(
                f"s{number}", Attributed(f"a{number}", actors[-1].mentions[0]),
                (Attributed("a1", actors[0].mentions[0]),), (), (span,), "direct", "assertion", "affirms",
                ("a2",), (harm,), None, 0.9,
            )
        )  # fmt: skip
        at = span.end + 2
    stands = tuple(
        Position(f"a{n}", harm, harm, "for", None, "plain", statements[n - 1].content[0], f"s{n}", 0.9)
        for n, harm in enumerate(HARM, 1)
    )
    article = Article(
        text, tuple(paragraphs), title="".join(HARM) * 3, publication=HARM[1], author=HARM[2],
        published=date(2015, 11, 24), url=f"javascript:{RUN}", origin=HARM[0],
    )  # fmt: skip
    return Reading(article, tuple(actors), tuple(statements), Versions("1", "m", "k"), positions=stands)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with that reading alone."""
    with open_store(str(tmp_path_factory.mktemp("harm") / "s.sqlite"), create=True) as made:
        made.add(hostile())
        Layers(made).bring_in()
        Curator(made).settle()
        yield made


@pytest.fixture(scope="module")
def address(store: Store, serve: Callable[[Store], AbstractContextManager[str]]) -> Iterator[str]:
    """The address of a desk over it."""
    with serve(store) as served:
        yield served


def watched(browser: Any, width: int) -> tuple[Any, list[str]]:
    """Open a page; return it with all that the console said and every request that went elsewhere."""
    view = browser.new_page(viewport={"width": width, "height": 900})
    said: list[str] = []
    view.on("console", lambda message: said.append(message.text))
    view.on("pageerror", lambda error: said.append(str(error)))
    view.on("dialog", lambda dialog: said.append(dialog.message))
    view.on("request", lambda request: said.append(request.url) if "127.0.0.1" not in request.url else None)
    return view, said


def is_unharmed(view: Any, said: list[str]) -> None:
    """Assert that nothing ran or was asked for, that the page stands, and that it fits."""
    view.wait_for_timeout(150)
    assert view.evaluate("globalThis.ran") is None and view.title() != "ran"
    assert said == []
    assert view.locator("h1").first.is_visible()
    harmful = "main :is(script, style, iframe, img, base, object, embed, [onerror], [onload], [ontoggle])"
    assert view.locator(harmful).count() == 0
    assert view.locator("main a:is([href^='javascript:' i], [href^='data:' i])").count() == 0
    assert view.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "49" not in view.locator("main").inner_text().split()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_in_an_article_runs(path: str, width: int, browser: Any, address: str) -> None:
    """On every page that shows it: no script, no request elsewhere, no complaint, no overflow."""
    view, said = watched(browser, width)
    view.goto(address + path.format(hostile().id[:12]))
    is_unharmed(view, said)
    view.close()


def test_correcting_it_runs_nothing(browser: Any, store: Store, address: str) -> None:
    """Cards, the form's choices and the list of corrections show the same texts, and nothing runs."""
    view, said = watched(browser, 1280)
    view.goto(f"{address}/article/{hostile().id[:12]}#s2")
    view.keyboard.press("c")
    view.locator("[name=actor]").select_option("a3")
    view.locator("[name=because]").fill(HARM[0])
    view.locator("[name=by]").fill(HARM[1])
    with view.expect_navigation():
        view.get_by_text("Keep the correction").click()
    is_unharmed(view, said)
    view.goto(f"{address}/corrections")
    is_unharmed(view, said)
    assert [line.by for line in store.corrections()] == [HARM[1]]
    view.close()


def test_what_is_read_and_not_stored_runs_nothing(browser: Any, live: str) -> None:
    """The text that somebody pastes is shown like any other; its markup stays text."""
    view, said = watched(browser, 390)
    view.goto(f"{live}/read")
    words = "The minister said on Friday that the ferries will run again."
    view.locator("textarea").fill("\n\n".join((words, *HARM[:6])))
    view.get_by_role("button", name="Read", exact=True).click()
    view.wait_for_selector("#result article", timeout=120_000)
    is_unharmed(view, said)
    assert "<img src=x" in view.locator("#result").inner_text()
    view.close()


def test_a_hostile_question_is_only_a_name(browser: Any, address: str) -> None:
    """An address with markup in it is told back as text."""
    view, said = watched(browser, 390)
    view.goto(f"{address}/actor?name=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    assert "<img" in view.locator("main").inner_text()
    assert [line for line in said if "404" not in line] == []
    view.close()
