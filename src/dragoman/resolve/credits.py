"""Which agency a text says it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

_HEAD, _FOOT = 300, 400


def credit_of(text: str) -> str | None:
    """Return the agency that a text's dateline or its last lines name; None where they name none.

    >>> credit_of("TEHRAN (Specimen Wire) — The envoys met on Monday.")
    'Specimen Wire'
    """
    head, foot = text[:_HEAD], text[-_FOOT:]
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
    return frozenset(folded(line) for line in _lines("agencies.txt"))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = [line.split("\t") for line in _lines("credits.tsv")]
    return tuple((where, re.compile(pattern)) for where, pattern in rows)


def _lines(name: str) -> Sequence[str]:
    """Return the entries of a data file of this folder; ``#`` begins a comment line."""
    text = (resources.files("dragoman.resolve") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
