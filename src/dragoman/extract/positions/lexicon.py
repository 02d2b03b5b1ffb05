"""The words of stance and the classes around them, read once from ``data``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from dragoman.data_files import yaml_of
from dragoman.records import Firmness

Sign = Literal["for", "against", "neutral", "willing", "same", "other", "-"]
WordClass = Literal["v", "a", "p", "n"]
Open = Literal["any", "issue", "table"]


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a word of stance: a row of ``stances.tsv``, whose header says what each field means."""

    words: tuple[str, ...]
    kind: WordClass
    sign: Sign
    negated: Sign
    firmness: Firmness
    open: Open
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of a thing by somebody for or against it: a row of ``judgements.tsv``."""

    words: tuple[str, ...]
    sign: Sign
    negated: Sign
    firmness: Firmness


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Uses by word class and first word (a noun's or preposition's too), judgements, and the plain lists."""

    uses: Mapping[WordClass, Mapping[str, tuple[Use, ...]]]
    judgements: Mapping[str, tuple[Judgement, ...]]
    """By first word, the longest first."""
    words: Mapping[str, frozenset[str]]

    def isa(self, word: str, name: str) -> bool:
        """Say whether a word, in any case, is of a list of ``words.yaml``."""
        return word.lower() in self.words[name]


@cache
def lexicon() -> Lexicon:
    """Return the tables that travel with the package."""
    folder = files("dragoman.extract.positions") / "data"
    uses: dict[WordClass, dict[str, tuple[Use, ...]]] = {"v": {}, "a": {}, "p": {}, "n": {}}
    for words, kind, sign, negated, firmness, may_be, objects in _rows("stances.tsv"):
        use = Use(
            tuple(words.split()), cast(WordClass, kind), cast(Sign, sign), cast(Sign, negated),
            cast(Firmness, firmness), cast(Open, may_be), tuple(objects.replace("-", "").split()),
        )  # fmt: skip
        table = uses[use.kind]
        table[use.words[0]] = (*table.get(use.words[0], ()), use)
    lists = yaml_of((folder / "words.yaml").read_text(encoding="utf-8"))
    return Lexicon(uses, _judgements(), {name: frozenset(words) for name, words in lists.items()})


def _judgements() -> dict[str, tuple[Judgement, ...]]:
    found: dict[str, tuple[Judgement, ...]] = {}
    for words, sign, negated, firmness in _rows("judgements.tsv"):
        one = Judgement(tuple(words.split()), cast(Sign, sign), cast(Sign, negated), cast(Firmness, firmness))
        same = (*found.get(one.words[0], ()), one)
        found[one.words[0]] = tuple(sorted(same, key=lambda j: -len(j.words)))
    return found


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table that travels with the package, without its header."""
    text = (files("dragoman.extract.positions") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
