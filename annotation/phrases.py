"""Phrases that an annotation quotes → where they stand in its text."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from dragoman.records import Span


class WrongGold(Exception):
    """An annotation that cannot be: a phrase not in its text, an unknown type, label or status."""


def occurrence(text: str, quoted: str | list[Any], start: int = 0) -> Span:
    """Return where a phrase, or the nth in ``[phrase, n]``, stands from ``start`` on, as whole words.

    WrongGold where it doesn't stand there so many times.
    """
    phrase, nth = (quoted, 1) if isinstance(quoted, str) else quoted
    whole = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    spans = [Span(*found.span()) for found in whole.finditer(text, start)]
    if len(spans) < nth:
        told = textwrap.shorten(text[start:], 80, placeholder=" …")
        raise WrongGold(f"{phrase!r} does not occur {nth} times in {told!r}")
    return spans[nth - 1]
