"""Parties that only a number or a noun names: "both sides", "the two countries", "the four" of before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.agreements.sameness import REACH, Gathered
from dragoman.records import Actor, AgreementDraft

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def stood_for(
    parties: Sequence[str], found: Sequence[Gathered], draft: AgreementDraft, known: Mapping[str, Actor]
) -> tuple[list[str], Gathered | None]:
    """Return parties with each bare count of them replaced by those whom the paper before is between.

    That one must be the latest whose number fits, and stand near; where there is none, the phrase stays, or
    is left out where the draft takes its paper for known. The second result is the paper before where all
    the parties come from it.
    """
    result: list[str] = []
    source: list[Gathered | None] = []
    for party in parties:
        number = _number(known[party])
        before = None if number is None else _latest(number, found, draft)
        if before is None and number is not None and draft.definite:
            continue
        result += before.parties if before is not None else [party]
        source.append(before)
    return list(dict.fromkeys(result)), source[0] if len(source) == 1 else None


def _number(actor: Actor) -> int | None:
    """How many a phrase stands for: 2 for "both sides", 0 for "the partners", None for no such phrase."""
    words = actor.name.lower().split()
    if actor.state is not None or actor.ref is not None or not 1 < len(words) < 4:
        return None
    if words[0] not in ("the", "both", "all", "two", "three", "four"):
        return None
    counts = [_COUNTS[word] for word in words if word in _COUNTS]
    rest = [word for word in words[1:] if word not in _COUNTS]
    if not (counts or words[0] == "the") or len(rest) > 1:
        return None
    plural = bool(rest) and any(lexicon().isa(form, "standing") for form in _singulars(rest[0]))
    if rest and not plural:
        return None
    return counts[0] if counts else 0


def _singulars(word: str) -> tuple[str, ...]:
    """The nouns whose plural a word may be; a singular is none."""
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    return (word[:-1],) if word.endswith("s") else ()


def _latest(number: int, found: Sequence[Gathered], draft: AgreementDraft) -> Gathered | None:
    for one in reversed(found):
        near = draft.trigger.start - one.drafts[-1].span.end <= REACH
        if near and len(one.parties) > 1 and number in (0, len(one.parties)):
            return one
    return None
