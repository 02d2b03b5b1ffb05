"""The grammar of time expressions, read once from the files in ``data``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dragoman.extract.grammars import Grammar


@cache
def grammar() -> Grammar:
    """Return the packaged grammar of times."""
    return Grammar(files("dragoman.extract.dates") / "data")
