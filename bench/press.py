"""The sample press: speakers that are pronouns or nominals, against our own annotation.

Each file of gold/speakers belongs to one article (name and digest in its first line) and gives the
source phrases that are pronouns or nominals with the actor meant, or none where the article leaves
it open. Right is the same actor (see ``bench.sources``); for an open one, an actor without a name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold import FOLDER, WrongText, digest
from bench.overlap import characters, jaccard
from bench.report import read_verbatim
from bench.sources import same_actor
from dragoman.records import Actor, Reading, Span

SPEAKERS = FOLDER / "speakers"


@dataclass(frozen=True, slots=True)
class PressSpeaker:
    """One annotated source phrase; ``actor`` is None where the article leaves it open."""

    span: Span
    kind: str
    actor: str | None
    members: tuple[str, ...]


def annotated(folder: Path, gold: Path = SPEAKERS) -> Iterator[tuple[Path, str, tuple[PressSpeaker, ...]]]:
    """Yield each annotated article's path, text and speakers; WrongText where it has changed since."""
    for path in sorted(gold.glob("*.jsonl")):
        head, *rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        article = folder / head["document"]
        text = read_verbatim(article)
        if digest(text) != head["sha256"]:
            raise WrongText(f"{path.name} belongs to another text than {head['document']}")
        yield article, text, tuple(_speaker(row) for row in rows)


def _speaker(row: dict[str, Any]) -> PressSpeaker:
    members = tuple(row.get("members", ()))
    return PressSpeaker(Span(*row["span"]), row["kind"], row["actor"], members)


def predicted_actor(span: Span, reading: Reading) -> Actor | None:
    """Return the actor of the statement source, or else the mention, that is closest to ``span``."""
    text, wanted = reading.text, characters((span,), reading.text)
    sources = [(s.source.span, s.source.actor) for s in reading.statements if s.source]
    mentions = [(mention, actor.id) for actor in reading.actors for mention in actor.mentions]
    for candidates in (sources, mentions):
        scored = [
            (jaccard(wanted, characters((place,), text)), -place.start, name) for place, name in candidates
        ]
        best = max(scored, default=(0.0, 0, ""))
        if best[0] >= 0.3:
            return reading.actor(best[2])
    return None


def nameless(actor: Actor) -> bool:
    """Say whether an actor is left open: linked to nothing and called by no name."""
    if actor.ref is not None:
        return False
    return actor.anonymous or not any(part[:1].isupper() for part in actor.name.split()[1:])


def verdict(speaker: PressSpeaker, reading: Reading) -> str:
    """Judge one speaker: right, wrong or open."""
    actor = predicted_actor(speaker.span, reading)
    if speaker.actor is None:
        return "right" if actor is None or nameless(actor) else "wrong"
    if actor is None:
        return "open"
    if same_actor((speaker.actor,), speaker.members, actor, reading):
        return "right"
    return "open" if nameless(actor) else "wrong"


def tally(
    folder: Path, read: Callable[[Path], Reading], gold: Path = SPEAKERS
) -> tuple[Counter[str], list[str]]:
    """Count the verdicts over all annotated articles, and tell of each that isn't right."""
    counted: Counter[str] = Counter()
    told = []
    for path, text, rows in annotated(folder, gold):
        reading = read(path)
        for speaker in rows:
            result = verdict(speaker, reading)
            group = speaker.kind if speaker.actor is not None else "nameless"
            counted[f"{group} {result}"] += 1
            if result != "right":
                actor = predicted_actor(speaker.span, reading)
                said = actor.name if actor else None
                told.append(f"{result:6} {path.name}:{speaker.span.start} {speaker.span.of(text)!r}"
                            f" is {speaker.actor}, we say {said}")  # fmt: skip
    return counted, told
