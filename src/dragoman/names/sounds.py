"""The sound of a name, as far as spellings of it in Latin letters agree."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouyj]+")
_DOUBLED = re.compile(r"(.)\1+")
# Letters that transcriptions of Arabic, Persian, Turkish and Cyrillic names exchange.
_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("dj", "j"),
    ("zh", "z"), ("sh", "s"), ("ch", "c"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ts", "z"),
    ("tz", "z"), ("ks", "x"), ("q", "k"), ("w", "v"),
)  # fmt: skip
_EXCHANGED = tuple(map(set, ("ae", "ei", "ey", "ej", "iy", "ij", "jy", "ou")))
# What languages write differently yet: German s for z, French c for k, Gaddafi beside Qaddafi; a silent h.
_COARSE = str.maketrans({"z": "s", "c": "k", "g": "k", "x": "k"})


def skeleton(folded: str) -> str:
    """Return what is left of a folded name when transcription is discounted.

    Two spellings of one name, as from Cyrillic or Arabic letters, mostly share it:

    >>> skeleton("moammar qaddafi") == skeleton("muammar gaddafi".replace("g", "k"))
    True
    >>> skeleton("sergei lavrov") == skeleton("sergey lavrow")
    True
    """
    text = folded
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    words = []
    for word in text.split():
        first = "a" if word[0] in "aeiouyj" else word[0]
        words.append(first + _VOWELS.sub("", _DOUBLED.sub(r"\1", word[1:])))
    return " ".join(words)


def vowels_agree(one: str, other: str) -> bool:
    """Say whether two folded words differ in no vowels but those that transcriptions exchange.

    Where one has more groups of vowels than the other, nothing can be said against them.

    >>> vowels_agree("mubarak", "moubarak"), vowels_agree("miller", "moller")
    (True, False)
    """
    first, second = _VOWELS.findall(one), _VOWELS.findall(other)
    if len(first) != len(second):
        return True
    return all(a[0] == b[0] or {a[0], b[0]} in _EXCHANGED for a, b in zip(first, second, strict=True))


@lru_cache(maxsize=1 << 16)
def coarse(word: str) -> str:
    """Return a still coarser skeleton of one folded word: a key under which to look for its spellings.

    >>> coarse("zarif") == coarse("sarif"), coarse("qaddafi") == coarse("gaddafi")
    (True, True)
    >>> coarse("khamenei") == coarse("hamenei")
    True
    """
    sound = skeleton(word).translate(_COARSE)
    return _DOUBLED.sub(r"\1", sound[:1] + sound[1:].replace("h", ""))
