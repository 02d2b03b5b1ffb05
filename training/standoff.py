"""Annotation that stands apart from its text: rows of offsets over texts that belong to others.

A row names its text, the digest of it and, where it doesn't go to the end, ``until`` which character.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TEXTS = Path("attribution") / "polnear" / "train" / "text"
Place = tuple[int, int]
"""Characters ``[start, end)`` of a text."""
Row = dict[str, Any]


def over_articles(data: Path, held_out: bool, rows: Path) -> Iterator[tuple[Row, str]]:
    """Yield each row with its article as far as annotated: held out of training (every fourth line), or not.

    ``data`` is the folder that has ``attribution/polnear``. FileNotFoundError where the texts are absent,
    ValueError where one isn't the text that was annotated.
    """
    folder = data / TEXTS
    if not folder.is_dir():
        raise FileNotFoundError(f"the annotated articles are absent: no folder {folder}")
    for number, line in enumerate(rows.read_text(encoding="utf-8").splitlines(), 1):
        if (number % 4 == 0) == held_out:
            row = json.loads(line)
            with (folder / f"{row['document']}.txt").open(encoding="utf-8", newline="") as file:
                yield row, annotated_part(row, row["document"], file.read())


def annotated_part(row: Row, name: str, text: str) -> str:
    """Return a text as far as it is annotated; ValueError where it isn't the one that was."""
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        raise ValueError(f"{name}: not the text that was annotated")
    return text[: row.get("until", len(text))]
