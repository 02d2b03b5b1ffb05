"""The project's own sentences with every act in them → documents for the event heads.

``training/sentences/acts/*.jsonl``: see the README there for the format. ``python -m training.acts --check``
says what is wrong in which line.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.knowledge.codebook import codebook
from dragoman.language.tokenizer import RawWord, words_of
from training.examples import EVENTS, MODES, STATUSES, Act, Document, EventPair
from training.plover import touched

FOLDER = Path(__file__).parent / "sentences" / "acts"
Quote = str | list[Any]


def rows(folder: Path = FOLDER) -> list[tuple[str, dict[str, Any]]]:
    """Return every sentence with the name of its line, file after file in the order of their names.

    ValueError with file and line where a line is no JSON.
    """
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                try:
                    found.append((f"{path.stem}:{number}", json.loads(line)))
                except json.JSONDecodeError as error:
                    raise ValueError(f"{path}:{number}: no JSON ({error})") from error
    return found


def split(found: list[tuple[str, dict[str, Any]]], held_out: bool) -> list[tuple[str, dict[str, Any]]]:
    """Return the sentences held out of training (every tenth of a file), or the others."""
    return [(name, row) for name, row in found if (int(name.split(":")[1]) % 10 == 0) == held_out]


def documents(found: list[tuple[str, dict[str, Any]]]) -> Iterator[Document]:
    """Yield each sentence with all its acts."""
    for name, row in found:
        words = words_of(row["text"], 0, len(row["text"]))
        acts = tuple(act_of(words, row["text"], event) for event in row["events"])
        yield Document(f"acts/{name}", [form for form, _, _ in words], [(0, len(words))], acts=acts)


def pairs(found: list[tuple[str, dict[str, Any]]]) -> Iterator[Document]:
    """Yield each sentence once for every actor and recipient of each of its acts, with the act's type."""
    for name, row in found:
        words = words_of(row["text"], 0, len(row["text"]))
        forms = [form for form, _, _ in words]
        for number, event in enumerate(row["events"]):
            act = act_of(words, row["text"], event)
            for actor, recipient in itertools.product(act.actors or ((),), act.recipients or ((),)):
                if actor or recipient:
                    pair = EventPair(actor, recipient, (act.type,))
                    yield Document(f"{name}/{number}", forms, [(0, len(words))], pair=pair)


def act_of(words: list[RawWord], text: str, event: dict[str, Any]) -> Act:
    """Return the words of an annotated act; ValueError where a phrase isn't in the text."""
    mode = event.get("mode")
    return Act(
        trigger=touched(words, *place_of(text, event["trigger"])),
        type=EVENTS.index(event["type"]),
        mode=None if mode is None else MODES.index(f"{event['type']}-{mode}"),
        status=STATUSES.index(event["status"]),
        actors=tuple(touched(words, *place_of(text, quote)) for quote in event["actors"]),
        recipients=tuple(touched(words, *place_of(text, quote)) for quote in event["recipients"]),
    )


def place_of(text: str, quote: Quote) -> tuple[int, int]:
    """Return where a quoted phrase stands: its first occurrence as whole words, or the n-th.

    ``[phrase, n]`` asks for the n-th. ValueError where the text has no such phrase.
    """
    phrase, number = (quote, 1) if isinstance(quote, str) else (quote[0], quote[1])
    start = -1
    while number:
        start = text.index(phrase, start + 1)
        end = start + len(phrase)
        inside = start and text[start - 1].isalnum() and phrase[0].isalnum()
        inside = inside or (end < len(text) and text[end].isalnum() and phrase[-1].isalnum())
        number -= not inside
    return start, start + len(phrase)


def faults(folder: Path = FOLDER) -> Iterator[str]:
    """Yield what is wrong with the sentences, a line each."""
    modes = {(entry.type, entry.mode) for entry in codebook().modes}
    seen: dict[str, str] = {}
    for name, row in rows(folder):
        text = row.get("text", "")
        if text in seen:
            yield f"{name}: the same text as {seen[text]}"
        seen[text] = name
        for event in row.get("events", [{}]):
            yield from (f"{name}: {fault}" for fault in _faults(text, event, modes))


def _faults(text: str, event: dict[str, Any], modes: set[tuple[Any, str]]) -> Iterator[str]:
    missing = {"type", "mode", "status", "trigger", "actors", "recipients"} - set(event)
    if missing:
        yield f"lacks {', '.join(sorted(missing))}"
        return
    if event["type"] not in EVENTS[:-1]:
        yield f"no such type: {event['type']}"
    elif event["mode"] is not None and (event["type"], event["mode"]) not in modes:
        yield f"{event['type']} has no mode {event['mode']}"
    if event["status"] not in STATUSES:
        yield f"no such status: {event['status']}"
    for quote in (event["trigger"], *event["actors"], *event["recipients"]):
        try:
            place_of(text, quote)
        except (ValueError, TypeError, IndexError):
            yield f"not in the text: {quote!r}"


def main() -> int:
    """Check the sentences and count them; 1 where something is wrong."""
    try:
        wrong = list(faults())
    except ValueError as error:
        wrong = [str(error)]
    if wrong:
        print("\n".join(wrong))
        return 1
    events = [event for _, row in rows() for event in row["events"]]
    empty = sum(not row["events"] for _, row in rows())
    print(f"{len(rows())} sentences ({empty} without an act), {len(events)} acts")
    for key in ("type", "status"):
        print("  ".join(f"{name} {n}" for name, n in Counter(e[key] for e in events).most_common()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
