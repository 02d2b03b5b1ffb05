"""The words of stance and the classes around them, read once from ``data``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

import yaml

from dragoman.records import Firmness

Sign = Literal["for", "against", "neutral", "willing", "-"]
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
class Lexicon:
    """Uses by word class and first word (a noun's or preposition's too), and the plain lists."""

    uses: Mapping[WordClass, Mapping[str, tuple[Use, ...]]]
    words: Mapping[str, frozenset[str]]

    def isa(self, word: str, name: str) -> bool:
        """Say whether a word, in any case, is of a list of ``words.yaml``."""
        return word.lower() in self.words[name]


@cache
def lexicon() -> Lexicon:
    """Return the tables that travel with the package."""
    folder = files("dragoman.extract.positions") / "data"
    uses: dict[WordClass, dict[str, tuple[Use, ...]]] = {"v": {}, "a": {}, "p": {}, "n": {}}
    for line in (folder / "stances.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        words, kind, sign, negated, firmness, may_be, objects = line.split("\t")
        use = Use(
            tuple(words.split()), cast(WordClass, kind), cast(Sign, sign), cast(Sign, negated),
            cast(Firmness, firmness), cast(Open, may_be), tuple(objects.replace("-", "").split()),
        )  # fmt: skip
        table = uses[use.kind]
        table[use.words[0]] = (*table.get(use.words[0], ()), use)
    lists = yaml.safe_load((folder / "words.yaml").read_text(encoding="utf-8"))
    return Lexicon(uses, {name: frozenset(words) for name, words in lists.items()})
