"""The words that bring in statements, read once from ``data/verbs.tsv`` and ``data/phrases.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.data_files import yaml_of
from dragoman.records import Force, Polarity


@dataclass(frozen=True, slots=True)
class Frame:
    """One way a cue verb is used.

    ``frame`` holds letters: q beside a quotation, c with a finite clause, x with an infinitive, o with a
    noun phrase.
    """

    lemma: str
    frame: str
    force: Force
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the cue words and phrases, by what they are looked up with."""

    frames: Mapping[str, tuple[Frame, ...]]
    """By the verb's lemma and by each of its inflected forms, all in lower case."""
    speech_forms: frozenset[str]
    """Finite forms of the verbs that stand beside a quotation ("said", "says")."""
    nouns: Mapping[str, Force]
    adjectives: Mapping[str, Force]
    opinion_nouns: Mapping[str, Force]
    words: Mapping[str, frozenset[str]]
    """The plain lists of ``phrases.yaml`` by their names."""
    confidence: Mapping[str, float]
    """What a finding by rule alone is worth, by the kind of rule."""

    def frames_of(self, lemma: str, text: str) -> tuple[Frame, ...]:
        """Return how the verb can be used: by its lemma, else by its form; empty for other words."""
        return self.frames.get(lemma.lower()) or self.frames.get(text.lower(), ())

    def force_of(self, lemma: str, text: str, frame: str) -> Frame | None:
        """Return the verb's use in the frame named by a letter, its first use where it has none."""
        uses = self.frames_of(lemma, text)
        return next((use for use in uses if frame in use.frame), uses[0] if uses else None)


@cache
def lexicon() -> Lexicon:
    """Read the packaged tables (once; they never change while the program runs)."""
    folder = files(__package__) / "data"
    frames, speech = _verbs((folder / "verbs.tsv").read_text(encoding="utf-8"))
    phrases: dict[str, Any] = yaml_of((folder / "phrases.yaml").read_text(encoding="utf-8"))
    return Lexicon(
        frames=frames,
        speech_forms=speech,
        nouns=phrases["cue_nouns"],
        adjectives=phrases["cue_adjectives"],
        opinion_nouns=phrases["opinion_nouns"],
        words={key: frozenset(value) for key, value in phrases.items() if isinstance(value, list)},
        confidence=phrases["confidence"],
    )


def _verbs(table: str) -> tuple[dict[str, tuple[Frame, ...]], frozenset[str]]:
    """Read the verb table: its uses by lemma and by form, and the finite forms of speech verbs."""
    found: dict[str, list[Frame]] = {}
    speech: set[str] = set()
    rows = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    for lemma, past, participle, frame, force, polarity in rows[1:]:
        use = Frame(lemma, frame, force, polarity)  # type: ignore[arg-type]
        third = _third_person(lemma)
        for form in {lemma, past, participle, third, _present_participle(lemma)}:
            found.setdefault(form, []).append(use)
        if "q" in frame:
            speech.update((past, third))
    return {form: tuple(uses) for form, uses in found.items()}, frozenset(speech)


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")


def _present_participle(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    doubled = {"beg", "brag", "plan", "quip", "slam", "admit", "commit", "snap", "opt"}
    return lemma + (lemma[-1] if lemma in doubled else "") + "ing"
