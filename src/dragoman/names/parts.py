"""A person's name in parts: given names, surname, what tells bearers of one name apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from dragoman.names.tables import words

_QUOTED = re.compile(r"[\"“”„«»(][^\"“”„«»()]*[\"“”«»)]")
_SILENT = re.compile(r"['’‘`´ʼ]")
_POSSESSIVE = re.compile(r"['’]s$")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """A folded name: ``given`` names in their order, the ``surname``'s last word, ``generation`` (jr, ii)."""

    given: tuple[str, ...]
    surname: str
    generation: str | None = None

    @property
    def is_bare(self) -> bool:
        """Say whether there is a surname alone, or a single name."""
        return not self.given


def plain(name: str) -> tuple[str, ...]:
    """Return the words of a name, romanized, in lower case; apostrophes and quoted nicknames fall away.

    >>> plain("Ali Khamene’i"), plain('Robert "Bobby" Scott'), plain("Ban Ki-moon")
    (('ali', 'khamenei'), ('robert', 'scott'), ('ban', 'ki', 'moon'))
    """
    whole = _POSSESSIVE.sub("", name.strip())
    bare = _QUOTED.sub(" ", whole)
    text = bare if bare.strip() else whole
    return tuple(_WORD.findall(_SILENT.sub("", anyascii(_SILENT.sub("", text)).lower())))


@lru_cache(maxsize=1 << 16)
def parts_of(name: str) -> Parts:
    """Return a person's name in parts, forms of address taken off; the surname is empty for no words at all.

    >>> parts_of("Mr. King")
    Parts(given=(), surname='king', generation=None)
    >>> parts_of("Joseph R. Biden Jr.")
    Parts(given=('joseph', 'r'), surname='biden', generation='jr')
    """
    left = list(plain(name))
    generation = None
    while len(left) > 1 and left[0] in words("honorific"):
        del left[0]
    while len(left) > 1 and left[-1] in words("suffix"):
        last = left.pop()
        generation = last if last in words("generation") else generation
    given = tuple(word for word in left[:-1] if word not in words("particle"))
    return Parts(given, left[-1] if left else "", generation)
