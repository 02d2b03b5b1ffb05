"""The project's own sentences about events → documents whose pairs of actors and event types are known.

``training/sentences/events/*.jsonl``: see the README there for the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.tokenizer import RawWord, words_of
from training.examples import EVENTS, Document, EventPair
from training.plover import touched

FOLDER = Path(__file__).parent / "sentences" / "events"


def rows(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return all sentences, file after file in the order of their names."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [{**json.loads(line), "id": f"{path.stem}-{n}"} for n, line in enumerate(lines, 1) if line]
    return found


def documents(found: list[dict[str, Any]]) -> Iterator[Document]:
    """Yield each sentence with its triggers, and once more for each pair that its row tells of."""
    for row in found:
        words = words_of(row["text"], 0, len(row["text"]))
        forms = [form for form, _, _ in words]
        yield Document(row["id"], forms, [(0, len(words))], triggers=_triggers(words, row))
        for number, pair in enumerate(row["pairs"], 1):
            ends = [_quoted(words, row["text"], pair[side]) for side in ("actor", "recipient")]
            if any(ends):
                typed = EventPair(ends[0], ends[1], (EVENTS.index(pair["type"]),))
                yield Document(f"{row['id']}/{number}", forms, [(0, len(words))], pair=typed)


def _triggers(words: list[RawWord], row: dict[str, Any]) -> list[int]:
    """Label the words of every trigger with its type; all others are NONE."""
    none = EVENTS.index("NONE")
    labels = [none] * len(words)
    for pair in row["pairs"]:
        if pair["type"] != "NONE":
            for index in _quoted(words, row["text"], pair.get("trigger")):
                labels[index] = EVENTS.index(pair["type"])
    return labels


def place_of(text: str, quote: str | list[Any]) -> tuple[int, int]:
    """Return where a quoted phrase stands: its first occurrence, or the n-th of ``[phrase, n]``.

    ValueError where the text has no such phrase.
    """
    phrase, number = (quote, 1) if isinstance(quote, str) else (quote[0], quote[1])
    start = -1
    for _ in range(number):
        start = text.index(phrase, start + 1)
    return start, start + len(phrase)


def _quoted(words: list[RawWord], text: str, quote: str | list[Any] | None) -> tuple[int, ...]:
    return () if quote is None else touched(words, *place_of(text, quote))
