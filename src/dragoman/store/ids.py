"""Ids of findings: numbers inside the store, ``3f2a9c51e0ab:s4`` outside."""

from __future__ import annotations

import hashlib
import re

from dragoman.errors import StoreError

SHIFT = 20
"""How far a document's number is shifted to make room for its findings' numbers."""

SHOWN = 12
"""So many hexadecimal digits of a document's id are shown; any six or more that are its alone are taken."""

_PUBLIC = re.compile(r"([0-9a-f]{6,64})(?::([a-z])([0-9]{1,6}))?")

LETTERS = {
    "a": "actors", "s": "statements", "e": "events", "g": "agreements", "m": "memberships",
    "p": "positions", "f": "forecasts", "q": "quantities", "d": "dates",
}  # fmt: skip
"""The letter that leads a finding's local id, and the table it stands in."""


def public_id(document: str, letter: str, identifier: int) -> str:
    """Return the id of a finding as people cite it.

    >>> public_id("3f2a9c51e0ab77", "s", (9 << 20) + 4)
    '3f2a9c51e0ab:s4'
    """
    return f"{document[:SHOWN]}:{letter}{identifier & ((1 << SHIFT) - 1)}"


def parsed_id(text: str) -> tuple[str, str | None, int]:
    """Return the document's prefix, the finding's letter (None for the document itself) and its number.

    StoreError where ``text`` is no id.
    """
    found = _PUBLIC.fullmatch(text.strip().lower())
    if found is None or (found[2] and found[2] not in LETTERS):
        raise StoreError(f"{text!r} is no id: one looks like 3f2a9c51e0ab:s4, or 3f2a9c51e0ab for a document")
    return found[1], found[2], int(found[3] or 0)


def first_and_last(document: int) -> tuple[int, int]:
    """Return the least and the greatest id that a finding of a document can have."""
    return document << SHIFT, ((document + 1) << SHIFT) - 1


def digest(*parts: str) -> int:
    """Return 63 bits of the SHA-256 of some strings: a key that needs no table to be given out."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.sha256(joined).digest()[:8], "big") >> 1
