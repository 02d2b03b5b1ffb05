"""What a reader types into search → terms: words, "phrases" and beginnings*, all of which must be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.errors import StoreError
from dragoman.store.folding import LONGEST, folded

_PIECE = re.compile(r'[“”„"]([^“”„"]*)[“”„"](\*?)|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One or more folded words in a row; with ``prefix`` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression that finds the term in folded text, and in plain text in lower case.

        It begins with the first word itself, which is what a search in a long text is quick to find.
        """
        first, *others = self.words
        ends = [
            *(_end(word) for word in self.words[:-1]),
            "[a-z0-9]*" if self.prefix else _end(self.words[-1]),
        ]
        begun = rf"{first}(?<![a-z0-9]{first}){ends[0]}"
        return begun + "".join(rf"[^a-z0-9]+{word}{end}" for word, end in zip(others, ends[1:], strict=True))


def _end(word: str) -> str:
    """Return what stands behind a whole word; one that was cut goes on in the text."""
    return "[a-z0-9]*" if len(word) >= LONGEST else "(?![a-z0-9])"


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
