"""What of a sentence belongs to an act's own clause: its days and figures, not those of another's.

"Al-Shabab, which killed 14 people last week, vowed to go on": the vow has neither the 14 nor the week.
"""

from __future__ import annotations

from dragoman.records import Analysis, Span

_APART = frozenset({"acl:relcl", "acl"})
"""Clauses that tell more of a noun: what they hold is theirs alone."""
_BESIDE = frozenset({"advcl", "ccomp", "conj", "parataxis"})
"""Clauses beside or below an act that have figures of their own; of days an act may share theirs."""
_VERBAL = frozenset({"VERB", "AUX"})
_DEEPEST = 24


def shares_day(analysis: Analysis, trigger: Span, day: Span) -> bool:
    """Say whether a date can be an act's: it stands in no relative clause that the act isn't in."""
    return not _clauses(analysis, day, _APART) - _above(analysis, trigger)


def shares_figure(analysis: Analysis, trigger: Span, figure: Span) -> bool:
    """Say whether a quantity can be an act's: no verb other than the act's stands between the two."""
    return not _clauses(analysis, figure, _APART | _BESIDE) - _above(analysis, trigger)


def _clauses(analysis: Analysis, place: Span, relations: frozenset[str]) -> set[int]:
    """Return the heads of the clauses of these relations around a place, itself left out."""
    return {
        index
        for index in _path(analysis, place)
        if analysis.words[index].deprel in relations
        and analysis.words[index].upos in _VERBAL
        and not place.contains(analysis.words[index].span)
    }


def _above(analysis: Analysis, trigger: Span) -> set[int]:
    return set(_path(analysis, trigger)) | set(analysis.words_in(trigger))


def _path(analysis: Analysis, place: Span) -> list[int]:
    """Return the head of a phrase and all that it hangs on, up to the sentence's root."""
    words = analysis.words_in(place)
    if not words:
        return []
    at, found = analysis.head_of(words.start, words.stop), list[int]()
    while at >= 0 and len(found) < _DEEPEST:
        found.append(at)
        at = analysis.words[at].head
    return found
