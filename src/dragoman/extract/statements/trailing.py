"""Attributions behind a whole sentence: "The leaders agreed that the plan was fair, the aide noted."

The engine marks the outermost content of a sentence once. Where a clause inside it takes the content,
the attribution that closes the sentence is left with a cue and a source and nothing said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dragoman.extract.statements.cues import clause_findings
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.fragments import source_beside
from dragoman.extract.statements.lexicon import lexicon
from dragoman.records import Analysis, Span

_SEAM = frozenset({",", "”", '"', "’", "»"})
_LOOSE = frozenset({",", "”", '"', "’", "»", ".", "!", "?", ";"})
_RELAYS = frozenset({"as", "according"})
"""What begins so ("as reported by the agency") says through whom the words came; chains read it."""
_SHORTEST = 4
"""Words that what is said has at least."""


def trailing_findings(analysis: Analysis, found: list[Finding], words: list[int]) -> list[Finding]:
    """Return a finding for each attribution at a sentence's end whose cue no finding has.

    The engine must have marked cue and source; or rules know them among ``words``, and the engine found
    an attribution before them. What they bring in is the sentence up to the comma before them. A clause in
    that which has found its own source stays what it is, and comes to lie inside.
    """
    taken = sorted(part for f in found for part in (*f.cue, *([f.source] if f.source else [])))
    starts = [part.start for part in taken]
    contents = sorted(span for f in found if f.cue for span in f.content)
    made = []
    for cue, source, sure in _candidates(analysis, words):
        both = Span(min(cue.start, source.start), max(cue.end, source.end))
        place = bisect_left(starts, both.end)
        if any(part.end > both.start for part in taken[max(0, place - 3) : place]):
            continue
        content = _closed(analysis, cue, source)
        if content is None or (not sure and not _holds_one(contents, content)):
            continue
        head = analysis.head_of(*_ends(analysis.words_in(cue)))
        confidence = lexicon().confidence["trailing"]
        made.append(Finding(source, (cue,), (content,), "trailing", confidence, head))
        taken.insert(place, both)
        starts.insert(place, both.start)
    return made


def _candidates(analysis: Analysis, words: list[int]) -> Iterator[tuple[Span, Span, bool]]:
    """Yield a cue, its source, and whether the engine marked both."""
    for number, role in enumerate(analysis.roles):
        if role.role == "cue" and (source := source_beside(analysis, number)) is not None:
            yield analysis.span(role.first, role.last), analysis.span(source.first, source.last), True
    for rule in clause_findings(analysis, words):
        if rule.source is not None and rule.kind in ("clause", "parenthetical"):
            yield rule.cue[0], rule.source, False


def _holds_one(contents: list[Span], outer: Span) -> bool:
    """Say whether one of the contents, sorted, lies inside ``outer``."""
    place = bisect_left(contents, Span(outer.start, outer.start))
    return any(outer.contains(content) for content in contents[place : place + 2])


def _ends(words: range) -> tuple[int, int]:
    return words.start, words.stop


def _closed(analysis: Analysis, cue: Span, source: Span) -> Span | None:
    """Return the sentence up to the seam before cue and source; None where they don't close it."""
    words = analysis.words
    parts = [analysis.words_in(cue), analysis.words_in(source)]
    first, last = min(p.start for p in parts), max(p.stop for p in parts)
    sentence = analysis.sentences[words[first].sentence]
    if last > sentence.last or last - first > sum(len(p) for p in parts):
        return None
    if first == sentence.first or words[first - 1].text not in _SEAM or words[first].text.lower() in _RELAYS:
        return None
    if any(words[i].upos != "PUNCT" for i in range(last, sentence.last)):
        return None
    end = first
    while end > sentence.first and words[end - 1].text in _LOOSE:
        end -= 1
    clause = any(words[i].upos in ("VERB", "AUX") for i in range(sentence.first, end))
    return analysis.span(sentence.first, end) if clause and end - sentence.first >= _SHORTEST else None
