"""The PLOVER codebook as data: types with quads and scores, modes, contexts, and the project's rulings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from dragoman.data_files import yaml_of
from dragoman.records import EventType

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """A type of event; ``score`` is on PLOVER's scale of -10 to 10."""

    type: EventType
    quad: Quad
    score: float
    needs_recipient: bool
    definition: str


@dataclass(frozen=True, slots=True)
class ModeEntry:
    """A mode of a type; ``score`` is None where the manual prints none."""

    type: EventType
    mode: str
    score: float | None
    definition: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """Where PLOVER's own sources disagree or are silent: what we do, and why."""

    id: str
    question: str
    ruling: str
    reason: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The whole codebook of one version, in its own order."""

    version: str
    types: tuple[TypeEntry, ...]
    modes: tuple[ModeEntry, ...]
    contexts: tuple[tuple[str, str], ...]
    """Each context with its definition."""
    rulings: tuple[Ruling, ...]

    def type(self, name: str) -> TypeEntry:
        """Return a type's entry; KeyError where there is no such type."""
        return {entry.type: entry for entry in self.types}[name]  # type: ignore[index]

    def score(self, name: str, mode: str | None = None) -> float:
        """Return the score of a mode, or of its type where the mode has none of its own."""
        for entry in self.modes:
            if (entry.type, entry.mode) == (name, mode) and entry.score is not None:
                return entry.score
        return self.type(name).score


@cache
def codebook() -> Codebook:
    """Return the codebook that travels with the package."""
    folder = files("dragoman.knowledge") / "data" / "plover"
    rulings = yaml_of((folder / "rulings.yaml").read_text(encoding="utf-8"))
    return Codebook(
        version=(folder / "version.txt").read_text(encoding="utf-8").strip(),
        types=tuple(
            TypeEntry(name, quad, float(score), recipient == "required", definition)  # type: ignore[arg-type]
            for name, quad, score, recipient, definition in _rows(folder / "types.tsv")
        ),
        modes=tuple(
            ModeEntry(name, mode, float(score) if score else None, definition)  # type: ignore[arg-type]
            for name, mode, score, definition in _rows(folder / "modes.tsv")
        ),
        contexts=tuple((name, definition) for name, definition in _rows(folder / "contexts.tsv")),
        rulings=tuple(Ruling(**entry) for entry in rulings),
    )


def _rows(path: Traversable) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
