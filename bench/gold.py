"""Our own gold: statements by offsets and labels, tied to the bytes they were counted in by a digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.records import Span

FOLDER = Path(__file__).parent / "gold"
GOLD_SEED = FOLDER / "seed.jsonl"


@dataclass(frozen=True, slots=True)
class GoldSource:
    """Who speaks: the phrase's span (None for a chain's implied link) and the actor it means."""

    actor: str
    span: Span | None
    anonymous: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement as the careful reader marked it; see gold/README.md for the tiers."""

    id: str
    source: GoldSource | None
    via: tuple[GoldSource, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    force: str
    polarity: str
    parent: str | None
    tier: str


class WrongText(Exception):
    """The text isn't the one that the gold was made for."""


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_statements(path: Path, text: str) -> tuple[GoldStatement, ...]:
    """Read the gold statements of ``text``; WrongText where the digest in the first line differs."""
    head, *rest = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if head["sha256"] != digest(text):
        raise WrongText(f"{path.name} belongs to another text than the one read")
    return tuple(_statement(row) for row in rest)


def _statement(row: dict[str, Any]) -> GoldStatement:
    return GoldStatement(
        id=row["id"],
        source=_source(row["source"]) if row["source"] else None,
        via=tuple(_source(link) for link in row["via"]),
        cue=tuple(Span(*pair) for pair in row["cue"]),
        content=tuple(Span(*pair) for pair in row["content"]),
        force=row["force"], polarity=row["polarity"], parent=row["parent"], tier=row["tier"],
    )  # fmt: skip


def _source(row: dict[str, Any]) -> GoldSource:
    span = Span(*row["span"]) if row["span"] else None
    return GoldSource(row["actor"], span, row.get("anonymous", False), tuple(row.get("members", ())))
