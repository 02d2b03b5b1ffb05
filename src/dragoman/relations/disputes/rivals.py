"""Rival ways of telling: pairs of phrases of which only one can be true of one thing, from a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.data_files import yaml_of
from dragoman.knowledge.propositions import way_of, words_of
from dragoman.relations.scales import DATA

Ways = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Rivals:
    """One matter of the table: what is disputed, and the phrases of its two sides."""

    id: str
    label: str
    kind: Literal["polarity", "meaning"]
    sides: tuple[Ways, Ways]
    likes: tuple[tuple[str, ...], tuple[str, ...]]


@cache
def rivals() -> dict[str, Rivals]:
    """Return the matters of ``data/rivals.yaml`` by id."""
    given = yaml_of((DATA / "rivals.yaml").read_text(encoding="utf-8"))
    return {
        matter["id"]: Rivals(
            matter["id"], matter["label"], matter["kind"],
            (_ways(matter["one"]), _ways(matter["other"])),
            (tuple(matter["like"]["one"]), tuple(matter["like"]["other"])),
        )
        for matter in given["matters"]
    }  # fmt: skip


def _ways(phrases: list[str]) -> Ways:
    return tuple(way_of(phrase) for phrase in phrases)


def sides_of(text: str) -> tuple[tuple[str, int], ...]:
    """Return the matters that a text takes a side on, each with the side: 0 for one, 1 for the other.

    Where phrases of both sides are there, one with a negation decides ("had not crossed" over "crossed the
    border"), else the longer one.

    >>> sides_of("The drone never left our airspace")
    (('border', 1),)
    """
    words = words_of(text)
    found = []
    for matter in rivals().values():
        sizes = [max((_size(way, words) for way in ways), default=(False, 0)) for ways in matter.sides]
        if sizes[0] != sizes[1]:
            found.append((matter.id, int(sizes[1] > sizes[0])))
    return tuple(found)


def _size(way: tuple[str, ...], words: str) -> tuple[bool, int]:
    """Return whether a way that is there holds a negation, and its length; 0 for one that isn't there."""
    if not all(phrase in words for phrase in way):
        return False, 0
    return any(_NEGATIONS & set(phrase.split()) for phrase in way), sum(map(len, way))


_NEGATIONS = frozenset({"not", "no", "never", "nobody", "nothing", "without"})
