"""Which agency a text says it came from."""

from __future__ import annotations

import re
from functools import cache

from dragoman.resolve.tables import rows_of

HEAD, FOOT = 300, 400
"""So many characters of a text are its head and its foot."""


def credit_of(text: str) -> str | None:
    """Return the agency that a text's dateline or its last lines name; None where they name none.

    >>> credit_of("TEHRAN (Specimen Wire) — The envoys met on Monday.")
    'Specimen Wire'
    """
    head, foot = text[:HEAD], text[-FOOT:]
    for where, pattern in _patterns():
        found = pattern.search(head if where == "head" else foot)
        if found:
            return " ".join(found["credit"].split())
    return None


def is_agency(name: str | None) -> bool:
    """Say whether a publication is a news agency that we know."""
    return name is not None and folded(name) in _agencies()


def folded(name: str) -> str:
    """Return a publication's name as names are compared: without case, blanks and a leading "the"."""
    return re.sub(r"^the ", "", " ".join(name.casefold().split()))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(folded(name) for (name,) in rows_of("agencies.txt"))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((where, re.compile(pattern)) for where, pattern in rows_of("credits.tsv"))
