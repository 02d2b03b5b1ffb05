"""The gold of actor strings: a phrase in its sentence, and the states and sectors that are right for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold import FOLDER
from dragoman.records import Span

HELD_OUT = FOLDER / "actors" / "strings.jsonl"
DEVELOPMENT = FOLDER / "actors" / "development.jsonl"


class WrongGold(ValueError):
    """A row contradicts itself: its phrase doesn't occur, or its first answer is repeated."""


@dataclass(frozen=True, slots=True)
class GoldString:
    """One phrase; ``states`` and ``sectors`` hold the first answer and then all others that are right."""

    id: str
    kind: str
    text: str
    span: Span
    published: str
    states: tuple[str | None, ...]
    sectors: tuple[str | None, ...]

    @property
    def phrase(self) -> str:
        """Return the phrase as it stands in the text."""
        return self.span.of(self.text)


def read_strings(path: Path = HELD_OUT) -> tuple[GoldString, ...]:
    """Read a gold file, in its order; WrongGold where a row contradicts itself."""
    return tuple(_string(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines())


def _string(row: dict[str, Any]) -> GoldString:
    start = row["text"].find(row["phrase"])
    states, sectors = (row["state"], *row["also_state"]), (row["sector"], *row["also_sector"])
    if start < 0 or len(set(states)) < len(states) or len(set(sectors)) < len(sectors):
        raise WrongGold(f"{row['id']} contradicts itself")
    span = Span(start, start + len(row["phrase"]))
    return GoldString(row["id"], row["kind"], row["text"], span, row["published"], states, sectors)
