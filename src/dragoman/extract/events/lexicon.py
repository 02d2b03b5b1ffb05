"""The words that tell of events and of their status, read once from the tables in ``data``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from dragoman.extract.word_classes import word_classes
from dragoman.records import EventType, Status

PartOfSpeech = Literal["v", "n"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One use of a word: its type and mode, where the recipient stands, and what the use needs.

    ``needs`` has one group of alternatives after another; of each group one must hold.
    """

    words: tuple[str, ...]
    type: EventType
    mode: str | None
    recipient: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]

    @property
    def weight(self) -> tuple[int, int]:
        """How much the use asks for: of two that fit, the one that asks for more is meant."""
        return len(self.words), len(self.needs)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frames by the first lemma of a verb or the last of a noun, word classes, and moods."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    classes: Mapping[str, frozenset[str]]
    moods: Mapping[str, Mapping[str, Status]]
    """For each class of moods.tsv: lemma → status."""
    act_words: Mapping[str, Mapping[str, float]]
    """For each lemma the types of act that it is known to tell of, and how often it does where it stands."""

    def isa(self, lemma: str, name: str) -> bool:
        """Say whether a lemma belongs to a class of word_classes.tsv."""
        return lemma.lower() in self.classes[name]

    def mood(self, lemma: str, kind: str) -> Status | None:
        """Return the status that a word of a kind ("governor", "auxiliary") gives, or None."""
        return self.moods[kind].get(lemma.lower())


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("dragoman.extract.events") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _frame(row: list[str]) -> Frame:
    words, _, kind, mode, recipient, needs = ([*row, "", ""])[:6]
    groups = tuple(_alternatives(group) for group in needs.split())
    return Frame(tuple(words.split()), cast(EventType, kind), mode or None, tuple(recipient.split()), groups)


def _alternatives(group: str) -> tuple[str, ...]:
    return (group,) if ":" in group else tuple(group.split("|"))


@cache
def lexicon() -> Lexicon:
    """Return the tables that travel with the package."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for row in _rows("triggers.tsv"):
        frame = _frame(row)
        table, key = (verbs, frame.words[0]) if row[1] == "v" else (nouns, frame.words[-1])
        table.setdefault(key, []).append(frame)
    moods: dict[str, dict[str, Status]] = {}
    for status, kind, lemmas in _rows("moods.tsv"):
        moods.setdefault(kind, {}).update(dict.fromkeys(lemmas.split(), cast(Status, status)))
    telling = {lemma: _shares(int(times), kinds) for lemma, times, kinds in _rows("act_words.tsv")}
    return Lexicon(_by_weight(verbs), _by_weight(nouns), word_classes(), moods, telling)


def _shares(times: int, kinds: str) -> dict[str, float]:
    """Read "ASSAULT:3 ACCUSE:1": the share of a word's times in which it tells of each; few count less."""
    told = (kind.split(":") for kind in kinds.split())
    return {kind: int(count) / (times + 1) for kind, count in told}


def _by_weight(table: dict[str, list[Frame]]) -> dict[str, tuple[Frame, ...]]:
    return {key: tuple(sorted(frames, key=lambda f: f.weight, reverse=True)) for key, frames in table.items()}
