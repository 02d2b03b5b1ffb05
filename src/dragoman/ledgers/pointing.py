"""Claims that turn against what was said before without saying it again: "denied it", "called that a lie"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.ledgers.wording import plain, words

_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]*[A-Z])")
_DETERMINERS = frozenset("that this these those the his her its their such any all both putting".split())
_MOST = 5
"""Words that a phrase of a noun that points back has at most: "those absurd and baseless accusations"."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """How a content points back: at a figure or at all that was said; ``rest`` is what it says besides."""

    figure: bool
    rest: str


def pointing(content: str, rejects: bool) -> Pointing | None:
    """Return how a content points back to turn against what was said; None where it says something itself.

    ``rejects`` says that the statement denies its content; "otherwise", "it had not" and "that a lie" deny by
    themselves.

    >>> pointing("that estimate", True)
    Pointing(figure=True, rest='')
    >>> pointing("that the truce had held", True) is None
    True
    """
    text = plain(content)
    head, _, rest = (part.strip() for part in text.partition(":"))
    told = head.split()
    if not told:
        return None
    if head in words()["turned"] or _not_so(told[1:] if told[0] == "that" else told) or _untrue(told):
        return Pointing(False, rest)
    if not rejects:
        return None
    if head in words()["pointers"]:
        return Pointing(False, rest)
    if told[0] in _DETERMINERS and len(told) <= _MOST:
        if told[-1] in words()["figure_nouns"]:
            return Pointing(True, rest)
        if told[-1] in words()["claim_nouns"]:
            return Pointing(False, rest)
    return None


def _not_so(told: list[str]) -> bool:
    """ "it had not", "they didn't": a pronoun, a helper and a "not", and no more."""
    subject = (bool(told) and told[0] in words()["pointers"]) or told[0] in (
        "he",
        "she",
        "they",
        "there",
        "we",
        "i",
    )
    if len(told) == 2:
        return subject and told[1].endswith("n't") and told[1][:-3] in words()["helpers"]
    return len(told) == 3 and subject and told[1] in words()["helpers"] and told[2] == "not"


def _untrue(told: list[str]) -> bool:
    """ "that a lie", "the reports baseless", "it an information war": what is called untrue, and how."""
    if told[0] not in words()["pointers"] | _DETERMINERS or len(told) > _MOST + 2:
        return False
    for size in (1, 2):
        if " ".join(told[-size:]) in words()["untrue"] and len(told) > size:
            before = [
                w
                for w in told[:-size]
                if w not in ("a", "an", "pure", "mere", "as", "was", "were", "is", "are")
            ]
            nouns = words()["claim_nouns"] | words()["figure_nouns"]
            return all(w in words()["pointers"] | _DETERMINERS | nouns for w in before)
    return False


def sentences_between(text: str) -> int:
    """Return how many sentences begin and end in the text between a claim and what turns against it."""
    return len(_SENTENCE_END.findall(text))


_OWNED = re.compile(r"^(?:any |all |the |these |those )?(?P<noun>[a-z]+) (?:that|of) ")


def claimed_by_others(content: str) -> str | None:
    """Return the noun for what others claim, where a content is that: "reports that …", "the claim that …".

    >>> claimed_by_others("reports that a village had been shelled")
    'reports'
    """
    found = _OWNED.match(plain(content))
    return found["noun"] if found and found["noun"] in words()["claim_nouns"] else None
