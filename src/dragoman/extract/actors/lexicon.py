"""The resolver's small word lists: nouns for actors, given names, closed classes (``data/*.tsv``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["m", "f"]
Family = Literal["person", "people", "publication", "body", "party", "country", "document"]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that stands for an actor; ``wider`` holds the nouns that may later stand for the same one."""

    noun: str
    family: Family
    gender: Gender | None
    anonymous: bool
    wider: frozenset[str]

    def suits(self, described: RoleNoun) -> bool:
        """Say whether this noun takes up one described as ``described`` ("leader" after "president")."""
        return self.noun == described.noun or self.noun in described.wider


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists; keys are lower case."""

    roles: dict[str, RoleNoun]
    names: dict[str, Gender]
    words: dict[str, frozenset[str]]

    def role(self, noun: str) -> RoleNoun | None:
        """Return the role noun for a singular or plural noun, or None."""
        noun = noun.lower()
        found = self.roles.get(noun)
        if found is None and noun.endswith("s") and len(noun) > 3:
            found = self.roles.get(noun[:-1])
            if found is None and noun.endswith("ies"):
                found = self.roles.get(noun[:-3] + "y")
        if found is None and noun.endswith("men"):
            found = self.roles.get(noun[:-2] + "an")
        return found

    def isa(self, word: str, kind: str) -> bool:
        """Say whether a word belongs to a closed class of ``words.tsv``."""
        return word.lower() in self.words[kind]


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("dragoman.extract.actors") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _role(row: list[str]) -> RoleNoun:
    noun, family, gender, anonymous, wider = ([*row, ""])[:5]
    known: Gender | None = "m" if gender == "m" else "f" if gender == "f" else None
    return RoleNoun(noun, family, known, anonymous == "y", frozenset(wider.split()))  # type: ignore[arg-type]


@cache
def load_lexicon() -> Lexicon:
    """Read the word lists that travel with the package."""
    roles = {row[0]: _role(row) for row in _rows("role_nouns.tsv") if row[0] != "noun"}
    names: dict[str, Gender] = {}
    for gender, listed in _rows("given_names.tsv"):
        for name in listed.split():
            names[name.lower()] = "m" if gender == "m" else "f"
    words = {row[0]: frozenset(row[1].split()) for row in _rows("words.tsv")}
    return Lexicon(roles, names, words)
