"""Mends the engine's fragments where grammar leaves no doubt: a halved phrase, a source without a noun."""

from __future__ import annotations

from dataclasses import replace

from dragoman.extract.statements.adverbials import past_citing, phrase_after
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.hearers import is_hearing, without_hearer
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import (
    children,
    is_passive,
    noun_phrase,
    past_hyphens,
    subject_of,
)
from dragoman.extract.statements.sources import behind_figures, source_of
from dragoman.records import Analysis, Span, Word

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_PERSONS = frozenset({"he", "she", "they"})
_MARKS = frozenset({"“", "”", '"', "„", "«", "»"})
_TAIL = 8
"""Words that a clause may go on behind what the engine marked of it."""
_NAMING = frozenset({"flat", "appos", "compound", "flat:name", "nmod"})


def mended(analysis: Analysis, finding: Finding) -> Finding:
    """Return the finding with a whole cue and a whole source."""
    if not finding.cue or finding.head is None:
        return finding
    head, finding = finding.head, _up_to_phrase(analysis, _according(analysis, finding))
    finding = without_hearer(analysis, _in_own_clause(analysis, finding))
    if not finding.content:
        return finding
    if finding.source is None and is_hearing(analysis, head):
        return finding
    if finding.source is None:
        return _by_subject(analysis, _reported(analysis, finding, head), head)
    finding = _from_elsewhere(analysis, finding, finding.source, head)
    source = finding.source
    assert source is not None
    finding = _behind_colon(analysis, finding, source)
    words = analysis.words_in(source)
    if not any(analysis.words[i].upos in _NOMINAL for i in words):
        by_tree = source_of(analysis, finding.head) if finding.head is not None else None
        if by_tree is not None and by_tree[0] <= words.stop and words.start < by_tree[1]:
            return _with_source(analysis, finding, min(words.start, by_tree[0]), by_tree[1])
    while len(words) > 1 and analysis.words[words[-1]].upos == "CCONJ":
        words = words[:-1]  # "an aide who was there and" has lost what it was joined to
        finding = _with_source(analysis, finding, words.start, words.stop)
    first = behind_figures(analysis, words)
    if first > words.start:
        words = range(first, words.stop)
        finding = _with_source(analysis, finding, words.start, words.stop)
    last = past_hyphens(analysis, _end_of_name(analysis, words))
    last = last if last > words.stop else _before_time(analysis, words)
    return finding if last == words.stop else _with_source(analysis, finding, words.start, last)


def _by_subject(analysis: Analysis, finding: Finding, head: int) -> Finding:
    """Let a name or "she" speak that is the subject of the cue's own verb, where no fragment does.

    A verb joined to another has the same subject: "Russia sent grain and promised more".
    """
    verb, subject = analysis.words[head], subject_of(analysis, head)
    if subject is None and verb.deprel == "conj" and verb.head >= 0 and not is_passive(analysis, verb.head):
        subject = subject_of(analysis, verb.head)
    if subject is None or verb.upos != "VERB" or is_passive(analysis, head):
        return finding
    word = analysis.words[subject]
    if word.upos != "PROPN" and word.text.lower() not in _PERSONS:
        return finding
    by_tree = source_of(analysis, head)
    return finding if by_tree is None else _with_source(analysis, finding, by_tree[0], by_tree[1])


def _from_elsewhere(analysis: Analysis, finding: Finding, source: Span, head: int) -> Finding:
    """Let the name that is the cue's own subject speak, not a source that a sentence parts from the cue."""
    if analysis.words[analysis.words_in(source).start].sentence == analysis.words[head].sentence:
        return finding
    own = _by_subject(analysis, replace(finding, source=None), head)
    if own.source is not None:
        return own
    by_tree = source_of(analysis, head)  # "Low was quoted by the agency as saying"
    named = by_tree is not None and any(analysis.words[i].upos == "PROPN" for i in range(*by_tree))
    return _with_source(analysis, finding, *by_tree) if by_tree is not None and named else finding


def _reported(analysis: Analysis, finding: Finding, head: int) -> Finding:
    """Let him speak who "is reported to have told" somebody something, where the engine made him content."""
    below = [i for i in children(analysis, head, "xcomp") if children(analysis, i, "aux")]
    subject = subject_of(analysis, below[0]) if below else None
    subject = subject_of(analysis, head) if subject is None else subject
    if not below or subject is None or subject > head or not is_passive(analysis, head):
        return finding
    if below[0] not in analysis.words_in(finding.cue[0]) or len(finding.content) < 2:
        return finding
    part = analysis.span(*noun_phrase(analysis, subject))
    if not part.contains(finding.content[0]) and not finding.content[0].contains(part):
        return finding
    return replace(finding, source=finding.content[0], content=finding.content[1:], head=below[0])


def _according(analysis: Analysis, finding: Finding) -> Finding:
    """Make "According" a whole "According to", whose source is the noun phrase right behind it."""
    cue = analysis.words_in(finding.cue[0])
    last = cue.stop
    if analysis.words[cue.start].text.lower() != "according" or last >= len(analysis.words):
        return finding
    if len(cue) == 1 and analysis.words[last].text.lower() == "to":
        last += 1
        finding = replace(finding, cue=(analysis.span(cue.start, last),))
    part = phrase_after(analysis, last)
    own = analysis.words_in(finding.source) if finding.source is not None else range(0)
    whole = own.start == last and (part is None or part[1] <= own.stop)
    if part is None or whole:
        return finding
    return _with_source(analysis, _behind(analysis, finding, part[1]), part[0], part[1])


def _up_to_phrase(analysis: Analysis, finding: Finding) -> Finding:
    """Draw the content out to the comma before "according to": "the mayor told listeners, according to …"."""
    at, words = analysis.words_in(finding.cue[0]).start, analysis.words
    if words[at].text.lower() != "according" or at < 2 or words[at - 1].text != ",":
        return finding
    *others, last = finding.content
    inside = analysis.words_in(last)
    gap = range(inside.stop, at - 1)
    if not 0 < len(gap) <= _TAIL or words[inside.stop - 1].sentence != words[at].sentence:
        return finding
    if any(words[i].upos == "PUNCT" for i in gap):
        return finding
    whole = Span(last.start, words[at - 2].end)
    if finding.source is not None and finding.source.overlaps(whole):
        return finding
    return replace(finding, content=(*others, whole))


def _in_own_clause(analysis: Analysis, finding: Finding) -> Finding:
    """Leave out what "according to" and the like don't reach: a question before it, a clause apart by ";".

    "What will it cost? According to Smith, …" asks in the author's voice. Nothing may be left; what the
    phrase does qualify is then for its rule to say.
    """
    cue = finding.cue[0]
    kept = tuple(span for span in finding.content if not _lies_apart(analysis, span, cue))
    return replace(finding, content=kept) if len(kept) < len(finding.content) else finding


def _lies_apart(analysis: Analysis, span: Span, cue: Span) -> bool:
    words, own, at = analysis.words, analysis.words_in(span), analysis.words_in(cue).start
    if own.stop > at or any(words[i].text in _MARKS for i in own):
        return False
    if words[own.start].sentence != words[at].sentence:
        return words[own.stop - 1].text == "?"
    between = [words[i].text for i in range(own.stop, at)]
    return words[at].text.lower() == "according" and ";" in between and not _MARKS.intersection(between)


def _behind(analysis: Analysis, finding: Finding, end: int) -> Finding:
    """Begin the content behind the source's phrase and what it cites: "…, via the agency, the ships left"."""
    content = analysis.words_in(finding.content[0])
    first = past_citing(analysis, end)
    while first < content.stop and analysis.words[first].text == ",":
        first += 1
    if not content.start < first < content.stop or end <= content.start:
        return finding
    return replace(finding, content=(analysis.span(first, content.stop), *finding.content[1:]))


def _behind_colon(analysis: Analysis, finding: Finding, source: Span) -> Finding:
    """Cut what "he" says in the end off the clause that leads up to it.

    "The minister refused: no aircraft had been sold, he said" reports how he took it, then his words.
    """
    words, whole = analysis.words, finding.content[0]
    if len(finding.content) > 1 or source.start < whole.end or not _is_pronoun(analysis, source):
        return finding
    inside = analysis.words_in(whole)
    if any(words[i].text in _MARKS for i in inside):
        return finding
    colon = next((i for i in inside[1:-2] if words[i].text == ":"), None)
    if colon is None or words[inside.start].sentence != words[colon].sentence:
        return finding
    led_by_somebody = any(
        words[i].deprel == "nsubj" and words[i].upos in ("PROPN", "NOUN") and _acts(words[words[i].head])
        for i in range(inside.start, colon)
    )
    rest = analysis.span(colon + 1, inside.stop)
    return replace(finding, content=(rest,)) if led_by_somebody else finding


def _acts(word: Word) -> bool:
    return word.upos == "VERB" and word.lemma != "be"


def _is_pronoun(analysis: Analysis, source: Span) -> bool:
    words = analysis.words_in(source)
    return len(words) == 1 and analysis.words[words[0]].text.lower() in _PERSONS


def _end_of_name(analysis: Analysis, words: range) -> int:
    """Return where a source ends, with the name that stands right behind its noun ("the website X.org")."""
    last = words.stop
    while last < len(analysis.words):
        word = analysis.words[last]
        if word.upos != "PROPN" or word.deprel not in _NAMING or not words.start <= word.head < last:
            break
        if children(analysis, last, "case"):
            break
        last += 1
    return last


def _before_time(analysis: Analysis, words: range) -> int:
    """Return where a source ends before a time of day: "the spokesman yesterday evening denied"."""
    times, last = lexicon().words["times_of_day"], words.stop
    while last - 1 > words.start and analysis.words[last - 1].text in times:
        last -= 1
    whole = last > words.start and analysis.words[last - 1].upos in _NOMINAL
    return last if whole else words.stop


def _with_source(analysis: Analysis, finding: Finding, first: int, last: int) -> Finding:
    """Return the finding with another source, unless that would run into its cue or content."""
    span: Span = analysis.span(first, last)
    if any(span.overlaps(part) for part in (*finding.cue, *finding.content)):
        return finding
    return replace(finding, source=span)
