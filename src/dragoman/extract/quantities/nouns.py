"""The noun that a number counts, read off the words behind it: "200 armed Syrian rebels"."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.extract.grammars import Line
from dragoman.extract.quantities.lexicon import grammar
from dragoman.records import Word

_MOST_BETWEEN = 6
_BEFORE = frozenset({"ADJ", "PROPN", "NOUN"})


class Noun(NamedTuple):
    """The counted noun's lemma, and the token behind it."""

    lemma: str
    last: int


def noun_behind(line: Line, place: int, *, after_of: bool = False) -> Noun | None:
    """Return the noun that ends the noun phrase which goes on at a token; None where none does.

    ``after_of`` allows "of the" first, as behind "dozens".
    """
    if after_of and place < len(line.tokens) and line.tokens[place].low == "of":
        place += 1
        if place < len(line.tokens) and line.tokens[place].low in grammar().values["determiner"]:
            place += 1
    best: int | None = None
    for index in range(place, min(place + _MOST_BETWEEN, len(line.tokens))):
        word = line.words[index]
        if word is None or line.tokens[index].low == "-":
            if line.tokens[index].tight and index > place:
                continue  # a hyphen, or what it joins
            break
        if word.upos == "NOUN":
            best = index
            if _is_plural(word) and not _compounded(line, index):
                break
        elif best is not None or not _modifies(line, index, word):
            break
    if best is None:
        return _people(line, place)
    word = line.words[best]
    assert word is not None
    return Noun(word.lemma.lower(), best + 1)


def _modifies(line: Line, index: int, word: Word) -> bool:
    """Say whether a word can stand between a number and its noun: "two long, costly wars" ends at a comma."""
    if word.upos in _BEFORE or word.text.lower() in ("more", "other", "such"):
        return True
    return word.upos == "VERB" and word.deprel in ("amod", "compound") and word.head > word.index


def _is_plural(word: Word) -> bool:
    return word.text.lower() != word.lemma.lower() or word.lemma.lower() == "people"


def _compounded(line: Line, index: int) -> bool:
    """Say whether a noun goes on in another: "sales managers"."""
    following = line.words[index + 1] if index + 1 < len(line.words) else None
    word = line.words[index]
    return (
        following is not None
        and word is not None
        and following.upos == "NOUN"
        and word.head == following.index
    )


def _people(line: Line, place: int) -> Noun | None:
    """Read "20 Russians", a name in the plural right behind the number."""
    word = line.words[place] if place < len(line.words) else None
    if word is None or word.upos != "PROPN" or len(word.text) < 4 or not word.text.endswith("s"):
        return None
    return Noun(word.text[:-1], place + 1)
