"""Tells by their first bytes the files that hold many articles: feeds and web archives.

A name alone says little: feeds come as ``.xml``, archives as ``.warc.gz`` or ``.gz``.
"""

from __future__ import annotations

import re
import zlib
from typing import Literal

Container = Literal["feed", "warc"]

HEAD = 4_096
"""Bytes that are looked at."""
_FEED = re.compile(
    rb"\s*(?:<\?.{0,2000}?\?>\s*|<!--.{0,3000}?-->\s*|<!doctype\s[^>\[]{0,300}(?:\[.{0,3000}?\]\s*)?>\s*){0,20}"
    rb"<(?:[a-z]\w{0,20}:)?(?:rss|feed|rdf)[\s>]",
    re.I | re.S,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def container_of(head: bytes) -> Container | None:
    """Return what a file that begins with ``head`` holds many articles in; None for anything else."""
    head = head[:HEAD]
    if head.startswith(b"\x1f\x8b"):
        return "warc" if _unpacked(head).startswith(b"WARC/") else None
    if head.startswith(b"WARC/"):
        return "warc"
    for mark in _MARKS:
        head = head.removeprefix(mark)
    # In UTF-16 every second byte of a feed's first tags is NUL.
    return "feed" if _FEED.match(head.replace(b"\0", b"")) else None


def _unpacked(head: bytes) -> bytes:
    """Return the first bytes of a gzip member; none where it is broken."""
    try:
        return zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return b""
