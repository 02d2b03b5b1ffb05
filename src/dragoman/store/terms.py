"""What a reader types into search → terms: words, "phrases" and beginnings*, all of which must be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.errors import StoreError
from dragoman.store.folding import folded

_PIECE = re.compile(r'[“”„"]([^“”„"]*)[“”„"](\*?)|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One or more folded words in a row; with ``prefix`` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression that finds the term in folded text, and in plain text in lower case."""
        words = r"[^a-z0-9]+".join(self.words)
        return r"(?<![a-z0-9])" + words + ("" if self.prefix else r"(?![a-z0-9])")


def terms_of(asked: str) -> tuple[Term, ...]:
    """Return the terms of a search; StoreError where it holds no word.

    >>> terms_of('Путин "credit line" sanct*')[1:]
    (Term(words=('credit', 'line'), prefix=False), Term(words=('sanct',), prefix=True))
    """
    found = []
    for phrase, star, word in _PIECE.findall(asked):
        words = tuple(folded(phrase or word).split())
        if words:
            found.append(Term(words, bool(star) or word.endswith("*")))
    if not found:
        raise StoreError(f"{asked!r} holds no word to search for")
    return tuple(dict.fromkeys(found))
