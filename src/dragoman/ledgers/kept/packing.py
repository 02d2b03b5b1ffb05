"""Records ↔ JSON, compressed or not: the same characters for the same records in any process."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import TypeVar

from dragoman.records.codec import plain, records

Record = TypeVar("Record")


def written(found: Iterable[object]) -> str:
    """Return records as a list in JSON; sets are in order."""
    return json.dumps(plain(tuple(found)), default=sorted, separators=(",", ":"))


def read(kind: type[Record], text: str) -> tuple[Record, ...]:
    """Return the records of a kind that ``written`` wrote."""
    return records(kind, json.loads(text))


def packed(found: Iterable[object]) -> bytes:
    """Return records as compressed JSON."""
    return zlib.compress(written(found).encode("ascii"))


def joined(lists: Iterable[str]) -> bytes:
    """Return lists of records, each as ``written`` wrote it, as one list that ``packed`` would pack."""
    return zlib.compress(f"[{','.join(text[1:-1] for text in lists)}]".encode("ascii"))


def unpacked(kind: type[Record], blob: bytes) -> tuple[Record, ...]:
    """Return the records of a kind that ``packed`` packed."""
    return read(kind, zlib.decompress(blob).decode("ascii"))
