"""PLOVER's training sentences → documents whose actors, recipient and event type are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.tokenizer import RawWord, words_of
from training.examples import EVENTS, Document, EventPair

TYPES = {"YIELD": ("CONCEDE", "RETREAT")}
"""Labels of the records that stand for several types."""


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the records of ``plv_train.jsonl``, in the file's order."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def documents(found: list[dict[str, Any]]) -> Iterator[Document]:
    """Yield each record with its pair; one whose source can't be placed is left out."""
    for row in found:
        words = words_of(row["text"], 0, len(row["text"]))
        doc = Document(row["id"], [form for form, _, _ in words], [(0, len(words))])
        spans = {side: _first(words, row[side]) for side in ("source", "target")}
        if spans["source"]:
            types = TYPES.get(row["event"], (row["event"],))
            indices = tuple(EVENTS.index(name) for name in types)
            doc.pair = EventPair(spans["source"], spans["target"], indices)
            yield doc


def _first(words: list[RawWord], spans: list[dict[str, Any]]) -> tuple[int, ...]:
    """Return the words that the first annotated span of a side touches; none where there is none."""
    return touched(words, *spans[0]["offset"]) if spans else ()


def touched(words: list[RawWord], start: int, end: int) -> tuple[int, ...]:
    """Return the indices of the words that the characters ``[start, end)`` touch."""
    return tuple(i for i, (_, first, last) in enumerate(words) if first < end and last > start)
