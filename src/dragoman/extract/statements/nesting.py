"""Statements inside statements: who, by the words of one source, said what in turn."""

from __future__ import annotations

import bisect
from dataclasses import replace

from dragoman.extract.statements.adverbials import phrase_findings
from dragoman.extract.statements.cues import clause_findings
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.records import Analysis, Span, StatementDraft

_CONTRAST = frozenset({"while", "whereas"})
_FIRST_PERSON = frozenset({"i", "we", "you", "my", "me", "us", "one"})


def inner_findings(analysis: Analysis, outer: Finding) -> list[Finding]:
    """Return the attributions that lie wholly inside one finding's content.

    What the speaker says of himself ("I think that …") is his own statement, not another's in it.
    """
    found = []
    for span in outer.content:
        words = analysis.words_in(span)
        for inner in [*clause_findings(analysis, words), *phrase_findings(analysis, words)]:
            if _fits(analysis, inner, span) and inner.kind in {"clause", "infinitive", "according_to"}:
                found.append(inner)
    return contrasted(analysis, found)


def contrasted(analysis: Analysis, found: list[Finding]) -> list[Finding]:
    """Return findings of one content, one that is set against another by "while" no longer inside it.

    In "X believes that …, while Y insists that …" the second is as much the speaker's as the first.
    """
    return [_before_contrast(analysis, finding, found) for finding in found]


def _before_contrast(analysis: Analysis, finding: Finding, found: list[Finding]) -> Finding:
    content = finding.content[-1]
    for other in found:
        if other is finding or not content.start < other.first < content.end:
            continue
        words = analysis.words_in(Span(content.start, other.first))
        if len(words) > 2 and analysis.words[words[-1]].text.lower() in _CONTRAST:
            before = words[-2] - (analysis.words[words[-2]].text == ",")
            content = Span(content.start, analysis.words[before].end)
    return replace(finding, content=(*finding.content[:-1], content))


def _fits(analysis: Analysis, inner: Finding, span: Span) -> bool:
    """Say whether an inner finding names another source and stands inside the content."""
    if inner.source is None or not all(
        span.contains(part) for part in (*inner.cue, *inner.content, inner.source)
    ):
        return False
    first = analysis.words[analysis.words_in(inner.source).start]
    lower = first.text.lower()
    if _is_nobody(analysis, inner, first.index):
        return False
    return lower not in _FIRST_PERSON and (first.upos != "DET" or lower in _ARTICLES)


def _is_nobody(analysis: Analysis, inner: Finding, source: int) -> bool:
    """Say whether the source is a fact or anyone of a kind: "it means that …", "anyone who says that …"."""
    words, lists = analysis.words, lexicon().words
    lower = words[source].text.lower()
    if lower == "it" and inner.head is not None:
        return words[inner.head].lemma.lower() in lists["showing_verbs"]
    before = words[source - 1].text.lower() if source else ""
    return lower in _RELATIVE and before in lists["indefinite_pronouns"]


_RELATIVE = frozenset({"who", "that"})
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "those", "some", "many", "both", "all"})


def parents(found: list[Finding]) -> list[int | None]:
    """Return for each finding (in text order) the index of the smallest one whose content holds it whole."""
    spans = sorted(
        ((span.start, -span.end, number) for number, f in enumerate(found) for span in f.content)
    )  # fmt: skip
    starts = [entry[0] for entry in spans]
    above: list[int | None] = []
    for number, finding in enumerate(found):
        marks = [*finding.cue, *finding.content] + ([finding.source] if finding.source else [])
        whole = Span(min(m.start for m in marks), max(m.end for m in marks))
        place = bisect.bisect_right(starts, whole.start)
        best: tuple[int, int] | None = None
        for start, minus_end, other in spans[max(0, place - 12) : place]:
            if other != number and start <= whole.start and -minus_end >= whole.end:
                size = -minus_end - start
                larger = size > whole.end - whole.start
                if larger or other < number or found[other].holds(finding):
                    best = min(best, (size, other)) if best is not None else (size, other)
        above.append(None if best is None else best[1])
    return above


def needs_second_pass(analysis: Analysis, draft: StatementDraft) -> list[range]:
    """Return the word ranges of a draft's content that hold a further reporting cue.

    These are worth the engine's second look: it marks only the outermost attribution of a text, so the
    inner one shows when its clause is read by itself.
    """
    found = []
    for span in draft.content:
        words = analysis.words_in(span)
        if any(_is_cue(analysis, index) for index in words[1:]):
            found.append(words)
    return found


def _is_cue(analysis: Analysis, index: int) -> bool:
    word, table = analysis.words[index], lexicon()
    if word.upos == "VERB":
        frames = "".join(use.frame for use in table.frames_of(word.lemma, word.text))
        below = {analysis.words[d].deprel for d in analysis.dependents[index]}
        return bool(frames) and bool(below & {"ccomp", "xcomp"})
    return word.text.lower() == "according" or (
        word.upos == "NOUN"
        and word.lemma.lower() in table.nouns
        and any(analysis.words[d].deprel in {"acl", "ccomp"} for d in analysis.dependents[index])
    )
