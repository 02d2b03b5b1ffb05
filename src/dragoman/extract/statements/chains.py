"""Through whom a statement reached the page: "via Interfax", "in an interview with", "as reported by"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from dragoman.extract.statements.adverbials import phrase_after
from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.fragments import covers, overlapping
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import Range, children, noun_phrase
from dragoman.records import Analysis, Span

_RELAYED = re.compile(r",?\s+(?:via|(?:as\s+)?(?:quoted|cited|reported)\s+by)\s+([^,]+?)\s*$")

IsPublication = Callable[[str], bool]


def looks_like_publication(phrase: str) -> bool:
    """Say whether a phrase names an outlet, by the words of the packaged lists alone."""
    words = lexicon().words
    parts = [part.strip("“”\"'’,.()") for part in phrase.replace("’s", "").replace("'s", "").split()]
    lower = [part.lower() for part in parts]
    if words["publication_exceptions"].intersection(lower):
        return False
    if words["publication_nouns"].intersection(lower) or words["publication_names"].intersection(parts):
        return True
    endings = tuple(words["publication_endings"])
    return any(part.endswith(endings) for part in lower)


def with_chains(
    text: str, analysis: Analysis, found: list[Finding], is_publication: IsPublication
) -> list[Finding]:
    """Return the findings with the outlets that their words came through, nearest first."""
    found = [_owned(text, analysis, _cut(text, f, is_publication), is_publication) for f in found]
    cover = covers(found)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, finding in enumerate(found):
        if finding.cue:
            for index in analysis.words_in(finding.cue[0])[:1]:
                by_sentence[analysis.words[index].sentence].append(number)
    for sentence, numbers in by_sentence.items():
        for at, part, trade in _links(analysis, sentence):
            span = span_of(analysis, part)
            if overlapping(cover, analysis.words[at].start, analysis.words[at].end):
                continue
            number = _nearest(analysis, found, numbers, at)
            found[number] = _linked(text, found[number], span, trade, is_publication)
    return found


def _cut(text: str, finding: Finding, is_publication: IsPublication) -> Finding:
    """Part a source from the outlet that the engine left on its end ("Smith, via the agency")."""
    source = finding.source
    match = None if source is None else _RELAYED.search(text, source.start, source.end)
    if source is None or match is None or not is_publication(match.group(1)):
        return finding
    via = (*finding.via, Span(match.start(1), match.end(1)))
    return replace(finding, source=Span(source.start, match.start()), via=via)


def _owned(text: str, analysis: Analysis, finding: Finding, is_publication: IsPublication) -> Finding:
    """Read "the Journal's sources": the sources speak, through the outlet that owns them."""
    if finding.source is None:
        return finding
    words = analysis.words_in(finding.source)
    if not words:
        return finding
    head = analysis.head_of(words.start, words.stop)
    if analysis.words[head].text.lower() not in lexicon().words["source_nouns"]:
        return finding
    for owner in children(analysis, head, "nmod:poss"):
        first, last = noun_phrase(analysis, owner)
        while last - 1 > first and analysis.words[last - 1].text in {"'s", "’s", "'", "’"}:
            last -= 1
        span = span_of(analysis, (first, last))
        if is_publication(span.of(text)):
            return replace(finding, via=(*finding.via, span))
    return finding


def _links(analysis: Analysis, sentence: int) -> Iterator[tuple[int, Range, bool]]:
    """Yield what a sentence's words may have come through: the word that says so, the phrase, and
    whether it is the phrase that speaks ("Interfax, citing the ministry")."""
    words = analysis.words
    for index in range(analysis.sentences[sentence].first, analysis.sentences[sentence].last - 1):
        trade = words[index].text.lower() in {"citing", "quoting"}
        start = index + 1 if trade else _link_start(analysis, index)
        part = None if start is None else phrase_after(analysis, start)
        if part is not None:
            yield index, part, trade


def _link_start(analysis: Analysis, index: int) -> int | None:
    """Return where the outlet's phrase begins if word ``index`` leads up to one."""
    words, table = analysis.words, lexicon()
    word, after = words[index], words[index + 1].text.lower()
    lower, lemma = word.text.lower(), word.lemma.lower()
    if lower == "via":
        return index + 1
    if lower in table.words["interview_nouns"] and after in {"with", "to", "for", "on", "in"}:
        return index + 2
    if lemma in table.words["relay_verbs"] and after == "by":
        return index + 2
    if lower in {"told", "tells", "telling"} or (lemma == "tell" and word.upos == "VERB"):
        return index + 1
    if word.upos == "VERB" and after in {"in", "on", "for"} and table.frames_of(lemma, lower):
        return index + 2
    return None


def _nearest(analysis: Analysis, found: list[Finding], numbers: list[int], at: int) -> int:
    """Return the finding of the sentence whose cue last began before the link, else its first."""
    start = analysis.words[at].end
    before = [n for n in numbers if found[n].cue[0].start <= start]
    return max(before, key=lambda n: found[n].cue[0].start) if before else numbers[0]


def _linked(text: str, finding: Finding, span: Span, trade: bool, is_publication: IsPublication) -> Finding:
    """Return the finding with ``span`` in its chain, or as its source where it speaks through the old one."""
    source = finding.source
    if any(span.overlaps(other) for other in (*finding.via, *([source] if source else []))):
        return finding
    if trade:
        if source is not None and is_publication(source.of(text)):
            return replace(finding, source=span, via=(source, *finding.via))
        return finding
    return replace(finding, via=(*finding.via, span)) if is_publication(span.of(text)) else finding
