"""The project's own sentences about events → documents whose pairs of actors and event types are known.

``training/sentences/events/*.jsonl``: see the README there for the format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.language.tokenizer import RawWord, words_of
from training.examples import EVENTS, MODES, STATUSES, Act, Document, EventPair
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
    """Yield each sentence with the acts that its row tells of, and once more for each pair of it."""
    for row in found:
        words = words_of(row["text"], 0, len(row["text"]))
        forms = [form for form, _, _ in words]
        yield Document(row["id"], forms, [(0, len(words))], acts=_acts(words, row), acts_partial=True)
        for number, pair in enumerate(row["pairs"], 1):
            ends = [_quoted(words, row["text"], pair[side]) for side in ("actor", "recipient")]
            if any(ends):
                typed = EventPair(ends[0], ends[1], (EVENTS.index(pair["type"]),))
                yield Document(f"{row['id']}/{number}", forms, [(0, len(words))], pair=typed)


def _acts(words: list[RawWord], row: dict[str, Any]) -> tuple[Act, ...]:
    """Put the pairs of one trigger together to one act.

    Where pairs go both ways, the row doesn't say who of them acts and who is acted on.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for pair in row["pairs"]:
        if pair["type"] != "NONE" and pair.get("trigger"):
            groups.setdefault((str(pair["trigger"]), pair["type"]), []).append(pair)
    return tuple(_act(words, row["text"], pairs) for pairs in groups.values())


def _act(words: list[RawWord], text: str, pairs: list[dict[str, Any]]) -> Act:
    sides = []
    for side in ("actor", "recipient"):
        quotes = {str(pair[side]): pair[side] for pair in pairs if pair[side]}
        sides.append(tuple(_quoted(words, text, quote) for quote in quotes.values()))
    kind, mode = pairs[0]["type"], pairs[0]["mode"]
    return Act(
        trigger=_quoted(words, text, pairs[0]["trigger"]),
        type=EVENTS.index(kind),
        mode=MODES.index(f"{kind}-{mode}") if mode else None,
        status=STATUSES.index(pairs[0]["status"]),
        actors=sides[0],
        recipients=sides[1],
        linked=not set(sides[0]) & set(sides[1]),
    )


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
