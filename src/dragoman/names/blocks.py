"""Which names are names at all, and the blocks inside which spellings of one name are looked for."""

from __future__ import annotations

import re

from dragoman.names.parts import parts_of, plain
from dragoman.names.sounds import coarse
from dragoman.names.tables import words

_LONGEST = 10
"""A name of more words is a clause that was taken for one."""

_TOKEN = re.compile(r"[^\s]+")
_ABBREVIATION = re.compile(r"(?:[A-Z]\.?){2,7}")


def is_name(name: str) -> bool:
    """Say whether a phrase names somebody: "Trump", "the White House", never "the court" or "she".

    Its last word must begin with a capital or stand in letters that have none; so must the first behind
    an article; and a single word that names nobody by itself ("President") is none.
    """
    tokens = _TOKEN.findall(name)
    if tokens and plain(tokens[0]) and plain(tokens[0])[0] in ("the", "a", "an"):
        del tokens[0]
    if not tokens or len(tokens) > _LONGEST:
        return False
    if len(tokens) == 1 and " ".join(plain(tokens[0])) in words("no-name"):
        return False
    return bool(plain(name)) and not _begins_low(tokens[0]) and not _begins_low(tokens[-1])


def _begins_low(word: str) -> bool:
    letters = [letter for letter in word if letter.isalnum()]
    if len(letters) > 2 and letters[0].islower() and letters[1].isupper():
        return False  # iPhone, eBay
    return not letters or letters[0].islower()


def block_of(kind: str, name: str) -> str | None:
    """Return the block of a name of an actor of some kind; None for what is no name.

    Spellings of one person's name, and the bare surname, share a block (of the surname's coarse sound); so
    do the spellings of one body's name and its abbreviation (of its initials). Single words share one
    whatever their kind, since what a bare word names is what is often misread.

    >>> block_of("person", "Ali Khamenei") == block_of("person", "Хаменеи") == block_of("other", "Khamene’i")
    True
    >>> block_of("organization", "Democratic National Committee") == block_of("organization", "DNC")
    True
    """
    if not is_name(name):
        return None
    if kind != "person" and is_abbreviation(name):
        return f"i:{''.join(plain(name)).lower()}"
    content = content_words(name)
    if kind == "person" or len(content) == 1:
        surname = parts_of(name).surname if kind == "person" else content[0]
        return f"p:{coarse(surname)}"
    return f"i:{''.join(word[0] for word in content)}"


def is_abbreviation(name: str) -> bool:
    """Say whether a name is two to seven capitals, with points or without."""
    bare = re.sub(r"^[Tt]he\s+", "", name.strip())
    return _ABBREVIATION.fullmatch(bare) is not None


def content_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a body's name without articles and joining words; all, if it has only such.

    >>> content_words("the Department of State")
    ('department', 'state')
    """
    every = plain(name)
    return tuple(word for word in every if word not in words("joining")) or every
