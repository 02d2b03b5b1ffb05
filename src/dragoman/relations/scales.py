"""Scales: what an act of a type and mode is worth, from -1 to 1, pinned by version and digest.

Three travel with the package: PLOVER's own scores (the headline), the mean scores of CAMEO codes in the ICEWS
table, and plain ranks. A sign that depends on which one is used is no finding
(`dragoman.relations.index.change`).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import RelationsError

DATA = Path(__file__).parent / "data"
HEADLINE = "plover"
SCALES: tuple[str, ...] = (HEADLINE, "cameo_icews", "ordinal")
"""The built-in scales by name, the headline first."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Scores by type and mode, each from -1 to 1; ``digest`` is the SHA-256 of the file they were read
    from."""

    name: str
    version: str
    digest: str
    scores: dict[tuple[str, str | None], float]

    def score(self, type: str, mode: str | None = None) -> float:
        """Return the score of a mode, or of its type where the mode has none; RelationsError for no type."""
        found = self.scores.get((type, mode), self.scores.get((type, None)))
        if found is None:
            raise RelationsError(f"the scale {self.name} has no score for {type}; add a line for it")
        return found


@cache
def scale(name: str = HEADLINE) -> Scale:
    """Return a built-in scale; RelationsError, naming those there are, where there is none of that name."""
    if name not in SCALES:
        raise RelationsError(f"there is no scale {name!r}; there are {', '.join(SCALES)}")
    return read_scale(DATA / f"scale_{name}.tsv", name)


def scales() -> tuple[Scale, ...]:
    """Return the built-in scales, the headline first."""
    return tuple(scale(name) for name in SCALES)


def read_scale(path: Path, name: str | None = None) -> Scale:
    """Read a scale: lines of type, mode (or nothing) and a score from -10 to 10, separated by tabs.

    RelationsError, with file and line, where a line is anything else.
    """
    text = path.read_text(encoding="utf-8")
    scores: dict[tuple[str, str | None], float] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            type_, mode, score = line.split("\t")
            value = float(score)
        except ValueError:
            raise RelationsError(f"{path}, line {number}: give type, mode or nothing, score") from None
        if not -10 <= value <= 10:
            raise RelationsError(f"{path}, line {number}: the score {score} is not between -10 and 10")
        scores[type_, mode or None] = value / 10
    version = re.search(r"^# version: (\S+)", text, re.MULTILINE)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Scale(name or path.stem, version[1] if version else "unnamed", digest, scores)
