"""Folding: the forms under which names are kept, blind to accents, dots, hyphens and possessives."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_POSSESSIVE = re.compile(r"(?<=[\w.])['’`]s?$")
_ARTICLE = re.compile(r"^[Tt]he\s+")
_MAPPED = str.maketrans(
    dict.fromkeys(".'’‘`´ʼ\"“”", "") | dict.fromkeys("-‐‑‒–—_,/&()", " "),
)


@lru_cache(maxsize=1 << 15)
def fold(surface: str) -> str:
    """Return the folded form of a name: lower case ASCII, words separated by one space.

    >>> fold("The U.S.’s"), fold("Recep Tayyip Erdoğan"), fold("al-Assad’s")
    ('us', 'recep tayyip erdogan', 'al assad')
    """
    text = surface if surface.isascii() else anyascii(_POSSESSIVE.sub("", surface.strip()))
    text = _POSSESSIVE.sub("", text.strip()).translate(_MAPPED)
    words = text.lower().split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def has_capital(surface: str) -> bool:
    """Say whether any letter is a capital: without one, nothing is taken for a name."""
    return any(map(str.isupper, surface))


def is_abbreviation(surface: str) -> bool:
    """Say whether a form as the tables write it is an abbreviation: two to six capitals ("US", "OPEC")."""
    letters = surface.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isalnum() and letters.isupper()


def fits_abbreviation(surface: str) -> bool:
    """Say whether a form of the text is cased like an abbreviation: "U.S.", "Nato", never "us" or "Us"."""
    letters = "".join(c for c in _POSSESSIVE.sub("", _ARTICLE.sub("", surface.strip())) if c.isalnum())
    if letters.isupper():
        return True
    return len(letters) >= 4 and letters[0].isupper() and letters[1:].islower()
