"""PLOVER's training sentences → documents whose actors, recipient and event type are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.tokenizer import words_of
from training.examples import EVENTS, Document, EventPair


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the records of ``plv_train.jsonl``, in the file's order."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def documents(found: list[dict[str, Any]]) -> Iterator[Document]:
    """Yield one document a record; a record whose source can't be placed is left out."""
    for row in found:
        words = words_of(row["text"], 0, len(row["text"]))
        doc = Document(row["id"], [form for form, _, _ in words], [(0, len(words))])
        spans = {side: _inside(words, row[side]) for side in ("source", "target")}
        if spans["source"]:
            doc.events = [EventPair(spans["source"], spans["target"], EVENTS.index(row["event"]))]
            yield doc


def _inside(words: list[Any], spans: list[dict[str, Any]]) -> tuple[int, ...]:
    """Return the words that the first annotated span of a side touches; none where there is none."""
    if not spans:
        return ()
    start, end = spans[0]["offset"]
    return tuple(i for i, (_, first, last) in enumerate(words) if first < end and last > start)
