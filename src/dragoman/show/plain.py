"""Characters of an article made safe to print: nothing in a text may steer a terminal or a page."""

from __future__ import annotations

import unicodedata

_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def one_line(text: str) -> str:
    """Return ``text`` on one line, white space folded, without controls, overrides and surrogates."""
    return " ".join("".join(map(_safe, text)).split())


def safe(text: str) -> str:
    """Return ``text`` of the same length, its controls, overrides and surrogates made visible marks.

    Line ends and tabs stay; because the length stays, offsets stay too.
    """
    return "".join(c if c in "\n\t" else ("\ufffd" if _is_unsafe(c) else c) for c in text)


def _safe(character: str) -> str:
    return character if character.isspace() else ("" if _is_unsafe(character) else character)


def _is_unsafe(character: str) -> bool:
    return character in _BIDI or unicodedata.category(character) in ("Cc", "Cs")


def isolated(text: str) -> str:
    """Return ``text`` so that its direction does not reorder what stands around it.

    Only what holds letters that run from right to left stands between bidi isolates: pagers and files show
    the marks as such, and most text needs none.
    """
    runs_left = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
    return f"\u2068{text}\u2069" if runs_left else text


def shortened(text: str, width: int) -> str:
    """Return ``text`` cut in the middle of nothing: at a word's end, with an ellipsis, within ``width``."""
    if len(text) <= width:
        return text
    cut = text[: max(1, width - 1)]
    space = cut.rfind(" ")
    return (cut[:space] if space > width // 2 else cut) + "…"
