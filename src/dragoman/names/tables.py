"""The tables of words about names and of short forms."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def words(kind: str) -> frozenset[str]:
    """Return the folded words of a class of ``data/words.tsv``."""
    return frozenset(dict(_rows("words.tsv"))[kind].split())


@cache
def short_forms() -> frozenset[tuple[str, str]]:
    """Return pairs of a given name and a short form of it, and of two short forms of one name."""
    found: set[tuple[str, str]] = set()
    for name, forms in _rows("short_forms.tsv"):
        alike = (name, *forms.split())
        found.update((one, two) for one in alike for two in alike if one != two)
    return frozenset(found)


def _rows(name: str) -> list[tuple[str, str]]:
    text = (resources.files("dragoman.names") / "data" / name).read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [(first, second) for first, second in lines]
