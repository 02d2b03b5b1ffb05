"""Two written names → how likely they are one name, and why: never whether they are one bearer's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dragoman.names import Parts, coarse, parts_of, plain, skeleton, vowels_agree
from dragoman.names.blocks import content_words, is_abbreviation
from dragoman.names.tables import short_forms

_LETTERS = 78.0
"""So many letters in a hundred must agree where only the coarse sound of two surnames does."""
_GIVEN = 0.6
"""So large a share of their letters must agree where two given names sound alike: Hassan is not Hussein."""
_BODY = 93.0
"""Likeness of the sorted words from which two names of bodies are spellings of one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A score from 0 to 1, and the words that stand for it."""

    score: float
    why: str


def persons_alike(one: str, other: str) -> Verdict | None:
    """Compare two full names of persons; None where they are two names.

    >>> persons_alike("Sergei Lavrov", "Sergey Lavrow").why
    'one surname in two spellings, one given name in two spellings'
    >>> persons_alike("George W. Bush", "George H. W. Bush") is None
    True
    """
    if plain(one) == plain(other):
        return Verdict(0.97, "the same name")
    first, second = parts_of(one), parts_of(other)
    if first.generation and second.generation and first.generation != second.generation:
        return None
    surname = surnames_alike(first.surname, second.surname)
    given = given_alike(first, second) if surname else None
    if surname is None or given is None:
        return None
    return Verdict(round(surname.score * given.score, 3), f"{surname.why}, {given.why}")


@lru_cache(maxsize=1 << 16)
def surnames_alike(one: str, other: str) -> Verdict | None:
    """Compare two folded surnames.

    >>> surnames_alike("netanyahu", "netanyahou").why, surnames_alike("zarif", "sarif").why
    ('one surname in two spellings', 'surnames of like sound')
    """
    if one == other:
        return Verdict(1.0, "the same surname")
    if not one or not other or coarse(one) != coarse(other) or not vowels_agree(one, other):
        return None
    ratio = fuzz.ratio(one, other)
    if skeleton(one) == skeleton(other) and ratio >= _LETTERS:
        return Verdict(0.95, "one surname in two spellings")
    return Verdict(0.86, "surnames of like sound") if ratio >= _LETTERS else None


def given_alike(one: Parts, other: Parts) -> Verdict | None:
    """Compare the given names of two full names; None where they differ."""
    first, second = one.given, other.given
    if not first or not second:
        return None
    if first == second or "".join(first) == "".join(second):
        return Verdict(0.97, "the same given names")
    begins = _word_alike(first[0], second[0])
    if begins is None:
        return None
    middle, others = first[1:], second[1:]
    if middle and others:
        if _word_alike(middle[0], others[0]) is None or (len(middle) > 1) != (len(others) > 1):
            return None
        return begins
    missing = Verdict(0.92, "a middle name that one leaves out") if middle or others else None
    if missing is None:
        return begins
    return Verdict(round(begins.score * missing.score, 3), f"{begins.why}, {missing.why}")


@lru_cache(maxsize=1 << 16)
def _word_alike(one: str, other: str) -> Verdict | None:
    if one == other:
        return Verdict(1.0, "the same given name")
    if one[:1] == other[:1] and 1 in (len(one), len(other)):
        return Verdict(0.8, "an initial for the given name")
    if (one, other) in short_forms():
        return Verdict(0.9, "a short form of the given name")
    sound = coarse(one) == coarse(other) and vowels_agree(one, other)
    if sound and Levenshtein.normalized_similarity(one, other) >= _GIVEN:
        return Verdict(0.93, "one given name in two spellings")
    return None


def bodies_alike(one: str, other: str) -> Verdict | None:
    """Compare the names of two bodies, neither of which is an abbreviation of the other.

    >>> bodies_alike("the World Trade Organization", "World Trade Organisation").why
    'nearly the same words'
    """
    first, second = " ".join(content_words(one)), " ".join(content_words(other))
    if first == second:
        return Verdict(0.97, "the same name")
    if is_abbreviation(one) or is_abbreviation(other):
        return None
    return Verdict(0.86, "nearly the same words") if fuzz.token_sort_ratio(first, second) >= _BODY else None


def abbreviates(short: str, full: str) -> bool:
    """Say whether a name is made of the initials of another."""
    return (
        is_abbreviation(short)
        and not is_abbreviation(full)
        and "".join(plain(short)) == "".join(word[0] for word in content_words(full))
    )
