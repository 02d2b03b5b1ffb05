"""The tables of agreements: instruments, topics, words that tell of them, idioms; read once from ``data``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal, cast

from dragoman.records import AgreementStatus, InstrumentKind

Told = AgreementStatus | Literal["exists"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One pattern of a noun phrase: for each word its lemmas, the codebook's word and the kind."""

    name: str
    kind: InstrumentKind
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Lemmas that must all be met, one of each group, for a generic agreement to be of that kind."""

    instrument: str
    groups: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A word that tells of an agreement: its lemma, its particles, where the noun stands, the status."""

    particles: tuple[str, ...]
    places: frozenset[str]
    kinds: frozenset[str]
    status: Told

    def takes(self, kind: InstrumentKind | None) -> bool:
        """Say whether the word tells of an instrument of that kind; None is an agreement without a noun."""
        if kind == "talks":
            return kind in self.kinds
        return kind is None or kind == "back" or "*" in self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """How a text says that a point is open; see open_points.tsv."""

    subjects: frozenset[str]
    verbs: frozenset[str]
    beside: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gift:
    """A verb that hands over or promises a sum: its particle ("" for none), what it makes of it."""

    particle: str
    instrument: str
    status: AgreementStatus


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A word by which one binds oneself to an act: what that makes ("-" for what is agreed), the status."""

    instrument: str
    status: AgreementStatus


@dataclass(frozen=True)
class Lexicon:
    """All tables; instruments by the lemmas of their last word, longest patterns first."""

    instruments: Mapping[str, tuple[Instrument, ...]]
    topics: tuple[Topic, ...]
    verbs: Mapping[str, tuple[Telling, ...]]
    nouns: Mapping[str, tuple[Telling, ...]]
    predicates: Mapping[str, tuple[Telling, ...]]
    classes: Mapping[str, frozenset[str]]
    idioms: Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]
    open_points: tuple[OpenPoint, ...]
    gifts: Mapping[str, Gift]
    undertakings: Mapping[str, Undertaking]

    def open_points_of(self, verbs: Collection[str]) -> list[OpenPoint]:
        """Return the ways of being open that one of some verbs tells of, in the table's order."""
        return [self.open_points[n] for n in sorted({n for v in verbs for n in self._by_verb.get(v, ())})]

    @cached_property
    def _by_verb(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.open_points):
            for verb in pattern.verbs:
                found.setdefault(verb, []).append(number)
        return found

    def isa(self, lemma: str, name: str) -> bool:
        """Say whether a lemma belongs to a class of words.tsv."""
        return lemma.lower() in self.classes[name]


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("dragoman.extract.agreements") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _words(cell: str) -> frozenset[str]:
    return frozenset() if cell == "-" else frozenset(cell.split())


def _instruments() -> dict[str, tuple[Instrument, ...]]:
    by_last: dict[str, list[Instrument]] = {}
    for name, kind, patterns in _rows("instruments.tsv"):
        for pattern in patterns.split(";"):
            words = tuple(frozenset(word.split("|")) for word in pattern.split())
            for last in words[-1]:
                by_last.setdefault(last, []).append(Instrument(name, cast(InstrumentKind, kind), words))
    return {k: tuple(sorted(v, key=lambda i: -len(i.words))) for k, v in by_last.items()}


def _tellings(word_class: str) -> dict[str, tuple[Telling, ...]]:
    found: dict[str, list[Telling]] = {}
    for words, kind, places, kinds, status in _rows("tellings.tsv"):
        if kind != word_class:
            continue
        for word in words.split():
            lemma, *particles = word.split("_")
            telling = Telling(tuple(particles), _words(places), _words(kinds), cast(Told, status))
            found.setdefault(lemma, []).append(telling)
    return {k: tuple(sorted(v, key=lambda t: -len(t.particles))) for k, v in found.items()}


def _open_points() -> tuple[OpenPoint, ...]:
    found = []
    for subjects, verbs, places in _rows("open_points.tsv"):
        verb, _, beside = verbs.partition(" +")
        found.append(
            OpenPoint(_words(subjects), _words(verb), frozenset(beside.split("|")) - {""}, _words(places))
        )
    return tuple(found)


def _gifts() -> dict[str, Gift]:
    found = {}
    for word, instrument, status in _rows("gifts.tsv"):
        lemma, _, particle = word.partition("_")
        found[lemma] = Gift(particle, instrument, cast(AgreementStatus, status))
    return found


def _undertakings() -> dict[str, Undertaking]:
    return {
        word: Undertaking(instrument, cast(AgreementStatus, status))
        for word, instrument, status in _rows("undertakings.tsv")
    }


@cache
def lexicon() -> Lexicon:
    """Return the tables that travel with the package."""
    idioms: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for before, noun, after in _rows("idioms.tsv"):
        idioms.setdefault(noun, []).append((_words(before), _words(after)))
    return Lexicon(
        instruments=_instruments(),
        topics=tuple(Topic(r[0], tuple(g for c in r[1:] if (g := _words(c)))) for r in _rows("topics.tsv")),
        verbs=_tellings("v"),
        nouns=_tellings("n"),
        predicates=_tellings("p"),
        classes={name: frozenset(lemmas.split()) for name, lemmas in _rows("words.tsv")},
        idioms={noun: tuple(uses) for noun, uses in idioms.items()},
        open_points=_open_points(),
        gifts=_gifts(),
        undertakings=_undertakings(),
    )
