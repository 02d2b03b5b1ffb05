"""Words of claims, from a table: what carries them, what points back, and what calls something untrue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.data_files import yaml_of
from dragoman.language.lemmas import lemma

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True)
class Words:
    """The lists of ``data/words.yaml``, each for what the file says; ``room`` is a share of a figure."""

    lists: dict[str, frozenset[str]]
    room: float

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.lists[name]


@cache
def words() -> Words:
    """Return the packaged lists."""
    given = yaml_of((files("dragoman.ledgers") / "data" / "words.yaml").read_text(encoding="utf-8"))
    room = float(given.pop("room"))
    given.pop("version")
    return Words({name: frozenset(map(str, entries)) for name, entries in given.items()}, room)


def content_words(text: str) -> frozenset[str]:
    """Return the lemmas that carry a text's content: no small words, no figures, no words of negation.

    >>> sorted(content_words("at least 36 civilians had been killed"))
    ['civilian', 'kill']
    """
    return frozenset(filter(None, (_base(match[0]) for match in _WORD.finditer(text))))


@lru_cache(100_000)
def _base(form: str) -> str | None:
    """Return the lemma of a word, None of one that carries no content: each is looked up again and again."""
    plain = _POSSESSIVE.sub("", form).lower()
    if plain in words()["empty"] or len(plain) < 2:
        return None
    base = lemma(plain, "VERB") if plain.endswith(("ed", "ing")) else lemma(plain, "X")
    return None if base in words()["empty"] else base


def plain(text: str) -> str:
    """Return a text in lower case on one line, without quotation marks and what stands at its ends.

    >>> plain('that  “Estimate,”')
    'that estimate'
    """
    line = re.sub(r"[“”\"‘«»]", " ", text).lower().replace("’", "'")
    return " ".join(line.split()).strip(" .,;:—–-")


def clause(text: str) -> str:
    """Return a plain text without the "that" in front which only brings it in."""
    line = plain(text)
    return line.removeprefix("that ") if len(line.split()) > 2 else line


def negated(text: str) -> bool:
    """Say whether a text has a word of negation in it.

    >>> negated("that the bill hadn't been paid")
    True
    """
    told = plain(text).split()
    return any(word.strip(",;:.") in words()["negations"] or word.endswith("n't") for word in told)
