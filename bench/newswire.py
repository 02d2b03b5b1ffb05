"""The held-out sentences and their annotated events; gold/events/README.md says what counts as one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from annotation.phrases import WrongGold, occurrence

from dragoman.records import EventType, Span

NEWSWIRE = Path(__file__).parent / "gold" / "events" / "newswire.jsonl"
SENTENCES = Path(__file__).parents[1] / "training" / "sentences" / "acts"
"""The training sentences, of which every tenth of a file is held out: for development."""
STATUSES = ("done", "ongoing", "planned", "possible", "conditional", "demanded", "negated")


@dataclass(frozen=True, slots=True)
class GoldRole:
    """Who acts or is acted on: the phrase's span, and the state where the gold gives one."""

    span: Span
    state: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One annotated act; the first of ``types`` and of ``statuses`` is the gold's, the others do too."""

    types: tuple[str, ...]
    mode: str | None
    actors: tuple[GoldRole, ...]
    recipients: tuple[GoldRole, ...]
    trigger: Span
    statuses: tuple[str, ...]
    statement: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence, the day it is dated to, and its events."""

    id: str
    text: str
    published: str
    events: tuple[GoldEvent, ...]


def read_sentences(path: Path = NEWSWIRE) -> tuple[GoldSentence, ...]:
    """Read the annotated sentences; WrongGold where a phrase, a type or a status cannot be."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(
        GoldSentence(
            row["id"], row["text"], row["published"], tuple(_event(e, row["text"]) for e in row["events"])
        )
        for row in rows
    )


def read_development(folder: Path = SENTENCES) -> tuple[GoldSentence, ...]:
    """Read the sentences held out of training: every tenth of a file, as ``training.acts`` splits them."""
    found: list[GoldSentence] = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines()[9::10]:
            row = json.loads(line)
            events = tuple(_event(_without_states(event), row["text"]) for event in row["events"])
            found.append(GoldSentence(f"{path.stem}-{len(found)}", row["text"], "2015-11-24", events))
    return tuple(found)


def _without_states(row: dict[str, Any]) -> dict[str, Any]:
    nobody = {f"{side}_states": [None] * len(row[f"{side}s"]) for side in ("actor", "recipient")}
    return {**row, **nobody, "statement": False}


def _event(row: dict[str, Any], text: str) -> GoldEvent:
    types = (row["type"], *row.get("also_types", ()))
    statuses = (row["status"], *row.get("also_status", ()))
    if not set(types) <= set(get_args(EventType)) or not set(statuses) <= set(STATUSES):
        raise WrongGold(f"unknown type or status in {types} {statuses}: {text!r}")
    return GoldEvent(
        types=types, mode=row["mode"], statuses=statuses, statement=row["statement"],
        actors=_roles(row["actors"], row["actor_states"], text),
        recipients=_roles(row["recipients"], row["recipient_states"], text),
        trigger=occurrence(text, row["trigger"]), optional=row.get("optional", False),
    )  # fmt: skip


def _roles(phrases: list[Any], states: list[str | None], text: str) -> tuple[GoldRole, ...]:
    return tuple(GoldRole(occurrence(text, p), state) for p, state in zip(phrases, states, strict=True))
