"""Search: words in statements or articles, with the filters of ``dragoman search``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query

from dragoman.store import Filters, Store
from dragoman.store.answers import ArticleLine, StatementLine
from dragoman.web.views import View, store_of

SIZE = 20
Word = Annotated[str | None, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what matches; ``complete`` says whether ``total`` counts all of it."""

    q: str
    over: str
    page: int
    total: int
    complete: bool
    statements: tuple[StatementLine, ...]
    articles: tuple[ArticleLine, ...]


def search(
    q: Annotated[str, Query(max_length=400, description="Words; all of them; Puti* for beginnings")] = "",
    over: Literal["statements", "articles"] = "statements",
    by: Word = None,
    via: Word = None,
    about: Word = None,
    issue: Word = None,
    publication: Word = None,
    since: date | None = None,
    until: date | None = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    store: Store = Depends(store_of),
) -> Found:
    """Return what holds all the words and passes all filters, the best first; without words, the latest."""
    filters = Filters(
        by=by, via=via, about=about, issue=issue, publication=publication, since=since, until=until
    )
    if over == "articles":
        if not q.strip():
            return Found(q, over, page, 0, True, (), ())
        articles = store.search_articles(q, filters, page, SIZE)
        return Found(q, over, page, articles.total, articles.complete, (), articles.lines)
    found = (
        store.search_statements(q, filters, page, SIZE)
        if q.strip()
        else store.statements(filters, page, SIZE)
    )
    return Found(q, over, page, found.total, found.complete, found.lines, ())


SEARCH = View(
    "/search", "search.html", search, Found, StatementLine,
    lambda answer: answer.statements or answer.articles,
    lambda answer: f"{answer.q} · Search" if answer.q else "Search", "Search statements or articles",
)  # fmt: skip
