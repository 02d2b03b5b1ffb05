"""PLOVER's codes in plain words: what a list of acts calls them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def deed_words(type: str, mode: str | None = None) -> str:
    """Return the plain words for a type and mode, those of the type where the mode has none of its own."""
    words = _words()
    return words.get((type, mode)) or words.get((type, None)) or type.casefold()


@cache
def _words() -> dict[tuple[str, str | None], str]:
    text = (files("dragoman.show") / "data" / "deed_words.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {(type_, mode or None): words for type_, mode, words in rows}
