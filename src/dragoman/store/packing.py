"""A whole reading ↔ a few compressed bytes, from which it comes back as it was."""

from __future__ import annotations

import json
import zlib
from typing import Any

from dragoman.records import Reading
from dragoman.records.codec import plain, records

FACTS = ("title", "publication", "author", "published", "language", "url", "origin")
"""What the documents table says of an article beside its text."""


def packed(reading: Reading) -> bytes:
    """Return all of a reading but its article's text and facts, which stand in columns of their own."""
    data: dict[str, Any] = plain(reading)
    article = dict(data["article"])
    for name in ("text", *FACTS):
        article.pop(name)
    line = json.dumps({**data, "article": article}, separators=(",", ":"))
    return zlib.compress(line.encode("ascii"))


def unpacked(blob: bytes, text: str, facts: dict[str, str | None]) -> Reading:
    """Return the reading that ``packed`` packed; ``facts`` are those of ``FACTS``, the day as ISO 8601."""
    data: dict[str, Any] = json.loads(zlib.decompress(blob))
    data["article"] = {**data["article"], **facts, "text": text}
    return records(Reading, [data])[0]
