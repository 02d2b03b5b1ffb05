"""Loads the patterns of page furniture and of notes from their data files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from dragoman.data_files import yaml_of

Reach = Literal["line", "list", "rest"]
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns; see ``data/furniture.yaml`` and ``data/notes.yaml`` for what they hold."""

    furniture: tuple[tuple[Reach, re.Pattern[str]], ...]
    note: re.Pattern[str]

    def furniture_reach(self, form: str) -> Reach | None:
        """Say how far the furniture reaches that a line begins; None where the line is none."""
        if len(form) > _LONGEST_LINE:
            return None
        plain = plain_marks(form)
        for reach, pattern in self.furniture:
            if pattern.fullmatch(plain):
                return reach
        return None

    def is_note(self, form: str) -> bool:
        """Say whether a paragraph's wording marks it as a note."""
        return self.note.match(plain_marks(form[:400])) is not None


def plain_marks(form: str) -> str:
    """Return ``form`` with typographic apostrophes made straight (same length)."""
    return form.replace("’", "'").replace("‘", "'")


@cache
def packaged_patterns() -> Patterns:
    """Return the patterns that ship with Dragoman."""
    folder = resources.files("dragoman.ingest") / "data"
    furniture = yaml_of((folder / "furniture.yaml").read_text(encoding="utf-8"))
    notes = yaml_of((folder / "notes.yaml").read_text(encoding="utf-8"))
    reaches: tuple[Reach, ...] = ("rest", "list", "line")
    compiled = tuple((reach, re.compile("|".join(furniture[reach]), re.IGNORECASE)) for reach in reaches)
    return Patterns(compiled, re.compile("|".join(notes["note"])))
