"""Issues: everything that states take a stand on, with how much is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from dragoman.issue import Known
from dragoman.issue import issues as known_issues
from dragoman.store import Store
from dragoman.web.views import View, Word, store_of

SIZE = 100


@dataclass(frozen=True, slots=True)
class Issues:
    """A page of the issues on which some state stands somewhere, those with most positions first."""

    q: str
    page: int
    total: int
    documents: int
    fresh: bool
    issues: tuple[Known, ...]


def issues(
    q: Word = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    store: Store = Depends(store_of),
) -> Issues:
    """Return the issues whose label holds all the words, or all issues."""
    words = (q or "").casefold().split()
    kept = [one for one in known_issues(store) if all(word in one.issue.casefold() for word in words)]
    shown = tuple(kept[(page - 1) * SIZE : page * SIZE])
    return Issues(q or "", page, len(kept), store.count(), True, shown)


ISSUES = View(
    "/issues", "issues.html", issues, Issues, Known, lambda answer: answer.issues, lambda _: "Issues",
    "What states take a stand on",
)  # fmt: skip
