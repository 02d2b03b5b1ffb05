"""What of a sentence belongs to an act's own clause: its days and figures, not those of another's.

"Al-Shabab, which killed 14 people last week, vowed to go on": the vow has neither the 14 nor the week.
"""

from __future__ import annotations

from dragoman.records import Analysis, Span

_APART = frozenset({"acl:relcl", "acl"})
"""Clauses that tell more of a noun: what they hold is theirs alone."""
_BESIDE = frozenset({"advcl", "ccomp", "conj", "parataxis"})
"""Clauses beside or below an act that have figures of their own; of days an act may share theirs."""
_ORDERING = frozenset({"after", "before", "since", "until"})
"""Marks of a clause whose act is at another time than what it hangs on: "in May, a year after it fled"."""
_VERBAL = frozenset({"VERB", "AUX"})
_DEEPEST = 24


def shares_day(analysis: Analysis, trigger: Span, day: Span) -> bool:
    """Say whether a date can be an act's: it stands in no relative clause that the act isn't in.

    Nor in what the verb before it governs ("agreed to leave by May and asked for aid").
    """
    if _clauses(analysis, day, _APART) - _above(analysis, trigger):
        return False
    if _at_another_time(analysis, trigger, day):
        return False
    return not (_governed(analysis, day) and _of_verb_before(analysis, trigger, day))


def shares_figure(analysis: Analysis, trigger: Span, figure: Span) -> bool:
    """Say whether a quantity can be an act's: no verb other than the act's stands between the two.

    Nor is it one that the verb before it has behind it ("freed two men and blew up a pipeline"), nor one of
    those who tell of the act ("according to two diplomats").
    """
    if _clauses(analysis, figure, _APART | _BESIDE) - _above(analysis, trigger):
        return False
    if _at_another_time(analysis, trigger, figure):
        return False
    return not _of_verb_before(analysis, trigger, figure) and not _of_tellers(analysis, figure)


def own_verb(analysis: Analysis, trigger: Span, place: Span) -> bool:
    """Say whether the nearest verb that a phrase hangs on is the act's own."""
    within = set(analysis.words_in(trigger))
    verb = next((i for i in _path(analysis, place)[1:] if analysis.words[i].upos in _VERBAL), None)
    return verb in within


def _at_another_time(analysis: Analysis, trigger: Span, place: Span) -> bool:
    """Say whether an act stands in a clause with "after" or "before" and a phrase outside of it."""
    path = set(_path(analysis, place))
    for index in _path(analysis, trigger):
        word = analysis.words[index]
        marks = [d for d in analysis.dependents[index] if analysis.words[d].deprel in ("mark", "case")]
        ordering = any(analysis.words[m].text.lower() in _ORDERING for m in marks)
        if word.deprel in ("advcl", "acl") and ordering:
            return index not in path
    return False


def _governed(analysis: Analysis, place: Span) -> bool:
    """Say whether a phrase stands in an infinitive or a clause that a verb governs."""
    verb = next((i for i in _path(analysis, place)[1:] if analysis.words[i].upos in _VERBAL), None)
    return verb is not None and analysis.words[verb].deprel in ("xcomp", "ccomp")


def _of_verb_before(analysis: Analysis, trigger: Span, figure: Span) -> bool:
    """Say whether a figure stands behind a verb with which the act's verb is joined by "and"."""
    joined = {
        analysis.words[i].head
        for i in _path(analysis, trigger)
        if analysis.words[i].deprel == "conj" and analysis.words[i].upos in _VERBAL
    }
    path = _path(analysis, figure)
    verb = next((n for n, i in enumerate(path) if i in joined), None)
    if verb is None or path[verb] in analysis.words_in(trigger):
        return False
    below = path[verb - 1] if verb else path[verb]
    return path[verb] < below and below not in _above(analysis, trigger)


def _of_tellers(analysis: Analysis, figure: Span) -> bool:
    """Say whether a figure counts those whom "according to" names."""
    return any(
        analysis.words[d].text.lower() == "according"
        for i in _path(analysis, figure)
        for d in analysis.dependents[i]
    )


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
