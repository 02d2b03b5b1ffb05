"""Clauses that may foretell: those with "will", "may" or "could", and "is likely to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.extract.arguments import children
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.records import Analysis, Span

Tense = Literal["future", "conditional", "possible", "likely"]
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj")
_STANDING = frozenset(
    {"be", "look", "seem", "appear", "'s", "’s", "'re", "’re", "'m", "’m", "remain", "remains"}
)
_TENSES: tuple[Tense, Tense, Tense] = ("future", "conditional", "possible")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause about what is to come: its head, its governing word where "likely" is one, its subject."""

    head: int
    top: int
    """The word that carries the subject: the head itself, or "likely"."""
    subject: int | None
    tense: Tense
    probability: Span | None


def candidates(analysis: Analysis) -> Iterator[Candidate]:
    """Yield the clauses in text order."""
    for word in analysis.words:
        helping = {lower(analysis, a) for a in children(analysis, word.index, "aux", "cop", "aux:pass")}
        tense = next((t for t in _TENSES if helping & words()[t]), None)
        if tense is not None:
            yield Candidate(word.index, word.index, _subject(analysis, word.index), tense,
                            _probability(analysis, word.index, tense))  # fmt: skip
        elif lower(analysis, word.index) in words()["likely"] and word.upos in ("ADJ", "VERB", "NOUN"):
            found = _likely(analysis, word.index) or _weighed(analysis, word.index)
            if found is not None:
                yield found
        elif (lower(analysis, word.index) in words()["weighing"] and word.upos == "ADJ") or (
            word.upos == "NOUN" and word.text == "matter"
        ):
            found = _weighed(analysis, word.index)
            if found is not None:
                yield found


def _subject(analysis: Analysis, head: int) -> int | None:
    return next(iter(children(analysis, head, *_SUBJECTS)), None)


def _likely(analysis: Analysis, index: int) -> Candidate | None:
    """ "is likely to become", "looks set to win": the infinitive behind, with the subject in front."""
    first = bounds(analysis, index)[0]
    before = range(max(first, index - 4), index)
    if not any(analysis.words[i].lemma.lower() in _STANDING for i in before):
        return None
    clause = next(
        (
            c
            for c in children(analysis, index, "xcomp", "ccomp", "csubj", "advcl", "acl")
            if c > index and any(lower(analysis, m) == "to" for m in children(analysis, c, "mark", "aux"))
        ),
        None,
    )
    if clause is None and lower(analysis, index - 1) == "on" and lower(analysis, index + 1) == "to":
        clause = (
            index + 2 if index + 2 < len(analysis.words) else None
        )  # "on course to": the tree holds it for one word
        if clause is not None:
            return Candidate(
                clause, clause, _subject(analysis, clause), "likely", analysis.span(index - 1, index + 1)
            )
    if clause is None or any(lower(analysis, i) == "not" for i in before):
        return None
    above = analysis.words[index].head
    subject = _subject(analysis, index)
    if subject is None and analysis.words[index].deprel == "xcomp" and above >= first:
        subject = _subject(analysis, above)
    start = index
    while start - 1 >= first and lower(analysis, start - 1) in words()["degrees"]:
        start -= 1
    if lower(analysis, index) == "going":
        return Candidate(clause, index, subject, "future", None)
    return Candidate(clause, index, subject, "likely", analysis.span(start, index + 1))


def _weighed(analysis: Analysis, index: int) -> Candidate | None:
    """ "A halt is improbable", "war remains unlikely": a thing that is said to be likely or not."""
    low, first = lower(analysis, index), bounds(analysis, index)[0]
    if low == "matter":  # "is only a matter of time"
        subject = next(iter(children(analysis, index, "nsubj")), None)
        timely = lower(analysis, index + 1) == "of" and lower(analysis, index + 2) == "time"
        if subject is None or not timely or analysis.words[subject].upos not in ("NOUN", "PROPN"):
            return None
        return Candidate(index, index, subject, "likely", analysis.span(index, index + 3))
    if low not in words()["weighing"] or any(analysis.words[c].upos == "VERB" for c in children(
        analysis, index, "xcomp", "ccomp", "csubj", "acl", "advcl")):  # fmt: skip
        return None
    if low == "certain" and lower(analysis, index - 1) not in words()["all_but"]:
        return None
    subject = next(iter(children(analysis, index, "nsubj")), None)
    above = analysis.words[index].head
    if subject is None and analysis.words[index].deprel == "xcomp" and above >= first:
        subject = _subject(analysis, above)
    if subject is None or analysis.words[subject].upos not in ("NOUN", "PROPN") or subject < first:
        return None
    start = index
    while start - 1 >= first and lower(analysis, start - 1) in words()["degrees"] | words()["all_but"]:
        start -= 1
    return Candidate(index, index, subject, "likely", analysis.span(start, index + 1))


def _probability(analysis: Analysis, head: int, tense: Tense) -> Span | None:
    """The word that says how likely: an adverb of the clause, else "may", "might" or "could"."""
    first, last = bounds(analysis, head)
    own = [i for i in children(analysis, head, "advmod") if lower(analysis, i) in words()["probability"]]
    near = [i for i in range(max(first, head - 3), head) if lower(analysis, i) in words()["probability"]]
    for index in (*own, *near):
        if first <= index < last:
            start = index - 1 if lower(analysis, index - 1) in words()["degrees"] else index
            return analysis.span(start, index + 1)
    if tense == "possible":
        aux = next(
            a for a in children(analysis, head, "aux", "cop") if lower(analysis, a) in words()["possible"]
        )
        return analysis.words[aux].span
    return None
