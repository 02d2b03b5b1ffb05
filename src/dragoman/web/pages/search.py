"""Search: words in statements or articles, with filters, and counts of what they may be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Query

from dragoman.alike import gathered, same_words
from dragoman.records import EventType, Form, Status
from dragoman.store import Filters, Store
from dragoman.store.answers import ArticleLine, Page, StatementLine
from dragoman.store.facets import Count, Narrowing, faceted_articles, faceted_statements
from dragoman.web.views import BLANK, Day, View, Word, store_of

SIZE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what matches; ``complete`` says whether ``total`` counts all of it.

    ``facets`` counts what the first ``counted`` findings may be narrowed to. With ``copies`` "once", lines
    that say the same in copies of one text are one line, whose ``alike`` names the others.
    """

    q: str
    over: str
    copies: str
    page: int
    total: int
    complete: bool
    statements: tuple[StatementLine, ...]
    articles: tuple[ArticleLine, ...]
    facets: tuple[Count, ...]
    counted: int


def filters_asked(
    by: Word = None,
    via: Word = None,
    about: Word = None,
    issue: Word = None,
    type: Annotated[EventType | None, BLANK] = None,
    status: Annotated[Status | None, BLANK] = None,
    form: Annotated[Form | None, BLANK] = None,
    publication: Word = None,
    since: Day = None,
    until: Day = None,
) -> Filters:
    """Return what statements must be; see ``dragoman.store.Filters``."""
    return Filters(by, via, about, issue, type, status, publication, since, until, form)


def search(
    q: Annotated[str, Query(max_length=400, description="Words; all of them; Puti* for beginnings")] = "",
    over: Literal["statements", "articles"] = "statements",
    copies: Annotated[
        Literal["once", "each"], Query(description="once: what copies of a text say is one line")
    ] = "once",
    filters: Filters = Depends(filters_asked),
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    store: Store = Depends(store_of),
) -> Found:
    """Return what holds all the words and passes all filters, the best first; without words, the latest."""
    each = copies == "each"
    statements: Page[StatementLine] = Page((), 0, True)
    articles: Page[ArticleLine] = Page((), 0, True)
    narrowing = Narrowing((), 0)
    with store.reading() as connection:
        if over == "statements":
            statements, narrowing = faceted_statements(connection, q, filters, page, SIZE)
        elif q.strip():
            articles, narrowing = faceted_articles(connection, q, filters, page, SIZE)
    found = statements if over == "statements" else articles
    return Found(
        q, over, copies, page, found.total, found.complete, gathered(statements, same_words, each).lines,
        gathered(articles, lambda _: None, each).lines, narrowing.counts, narrowing.counted,
    )  # fmt: skip


SEARCH = View(
    "/search", "search.html", search, Found,
    lambda answer: StatementLine if answer.over == "statements" else ArticleLine,
    lambda answer: answer.statements or answer.articles,
    lambda answer: f"{answer.q} · Search" if answer.q else "Search", "Search statements or articles",
)  # fmt: skip
