"""Through whom a statement reached the page: "via Interfax", "in an interview with", "as reported by"."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.extract.statements.adverbials import phrase_after
from dragoman.extract.statements.citing import CITING, phrase_cited
from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import Range, children
from dragoman.extract.statements.sources import owner_of
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


@dataclass(frozen=True, slots=True)
class _Link:
    """What a sentence's words may have come through.

    ``word`` is the word that says so, ``part`` the phrase; ``citing`` says that the phrase speaks and
    the source hands it on ("the agency, citing Smith"); ``speaking`` that it was spoken to or carried the
    words, so that any name but a person's or a place's will do ("in an interview with …", "via …").
    """

    word: int
    part: Range
    citing: bool = False
    speaking: bool = False


def with_chains(
    text: str, analysis: Analysis, found: list[Finding], is_publication: IsPublication
) -> list[Finding]:
    """Return the findings with the outlets that their words came through, nearest first."""
    found = [_owned(text, analysis, _cut(text, f, is_publication), is_publication) for f in found]
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, finding in enumerate(found):
        if finding.cue:
            for index in analysis.words_in(finding.cue[0])[:1]:
                by_sentence[analysis.words[index].sentence].append(number)
    for sentence, numbers in by_sentence.items():
        for link in _links(analysis, sentence):
            at = analysis.words[link.word].span
            number = _nearest(found, numbers, at)
            if not any(content.overlaps(at) for content in found[number].content):
                found[number] = _linked(text, analysis, found[number], link, is_publication)
    return _carried(text, analysis, found)


def _carried(text: str, analysis: Analysis, found: list[Finding]) -> list[Finding]:
    """Let a report that goes on keep its chain: "he", "them", "this source" in the paragraph's next sentence.

    A speaker who is named afresh begins a report of his own, and a statement inside another has no chain.
    """
    result = list(found)
    order: list[int] = []
    for number, finding in enumerate(found):
        if finding.source is None or not finding.cue or (order and found[order[-1]].holds(finding)):
            continue
        order.append(number)
    for before, after in itertools.pairwise(order):
        one, other = result[before], result[after]
        assert other.source is not None
        if not one.via or other.via or not _takes_up(analysis, other.source):
            continue
        between = text[min(one.first, other.first) : max(one.first, other.first)]
        if "\n" not in between and not any(c.contains(other.source) for c in one.content):
            result[after] = replace(other, via=one.via)
    return result


def _takes_up(analysis: Analysis, source: Span) -> bool:
    """Say whether a source only points back: a personal pronoun, or "this" with a source noun."""
    words = analysis.words_in(source)
    if len(words) == 1:
        return analysis.words[words[0]].text.lower() in {"he", "she", "they", "them", "him", "her"}
    first, last = analysis.words[words[0]].text.lower(), analysis.words[words[-1]].text.lower()
    return len(words) == 2 and first in {"this", "the"} and last in lexicon().words["source_nouns"]


def without_relays(text: str, found: list[Finding], is_publication: IsPublication) -> list[Finding]:
    """Turn ", as reported by the agency" over somebody's statement into that statement's chain.

    ``found`` is in text order; an aside that qualifies no other source's words stays a finding.
    """
    result = list(found)
    dropped: set[int] = set()
    for number, aside in enumerate(found):
        if aside.kind != "parenthetical" or aside.source is None or not is_publication(aside.source.of(text)):
            continue
        if not aside.cue[0].of(text).lower().startswith("as "):
            continue
        inner = [n for n in range(max(0, number - 3), min(len(found), number + 4)) if _fills(found[n], aside)]
        if inner:
            result[inner[0]] = replace(result[inner[0]], via=(*result[inner[0]].via, aside.source))
            dropped.add(number)
    return [finding for number, finding in enumerate(result) if number not in dropped]


def _fills(inner: Finding, outer: Finding) -> bool:
    """Say whether an attribution begins and ends with one content fragment of another."""
    if inner is outer or inner.source is None or not inner.cue:
        return False
    ends = max(span.end for span in (*inner.cue, *inner.content))
    return any(c.start == inner.first and c.end == ends for c in outer.content)


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
    noun = next((i for i in words if analysis.words[i].text.lower() in lexicon().words["source_nouns"]), None)
    if noun is None:
        return finding
    for part in [owner_of(analysis, owner) for owner in children(analysis, noun, "nmod:poss")] or [
        *_owner_before(analysis, words.start, noun)
    ]:
        span = span_of(analysis, part)
        if is_publication(span.of(text)):
            return replace(finding, via=(*finding.via, span))
    return finding


def _owner_before(analysis: Analysis, first: int, noun: int) -> Iterator[Range]:
    """Yield the words before the genitive's ending that stands before a noun, whatever the tree says."""
    for index in range(noun - 1, first, -1):
        if analysis.words[index].text in {"'s", "’s", "'", "’"}:
            yield first, index
            return


def _links(analysis: Analysis, sentence: int) -> Iterator[_Link]:
    """Yield the phrases of a sentence that stand where a chain's links do."""
    words = analysis.words
    for index in range(analysis.sentences[sentence].first, analysis.sentences[sentence].last - 1):
        citing = words[index].text.lower() in CITING
        start, speaking = (0, False) if citing else _link_start(analysis, index)
        part = phrase_cited(analysis, index) if citing else phrase_after(analysis, start) if start else None
        if part is not None:
            yield _Link(index, part, citing, speaking)


def _link_start(analysis: Analysis, index: int) -> tuple[int, bool]:
    """Return where the outlet's phrase begins if word ``index`` leads up to one (0 where it doesn't).

    The flag says that the phrase was spoken to, or carried the words.
    """
    words, table = analysis.words, lexicon()
    word, after = words[index], words[index + 1].text.lower()
    lower = word.text.lower()
    if lower == "via":
        return index + 1, True
    if lower in table.words["interview_nouns"] and after in {"with", "to", "for", "on", "in"}:
        return index + 2, lower == "interview" and after in {"with", "to"}
    if after == "by" and (
        lower in table.words["relay_verbs"] or word.lemma.lower() in table.words["relay_verbs"]
    ):
        return index + 2, False
    if lower in {"told", "tells", "telling", "tell"}:
        return index + 1, False
    if lower in table.speech_forms and after in {"in", "on", "for", "to"}:
        return index + 2, False
    return 0, False


def _nearest(found: list[Finding], numbers: list[int], at: Span) -> int:
    """Return the finding of the sentence whose cue last began before the link, else its first.

    One that stands inside another's content is passed over: the chain is the outer one's.
    """
    contents = [content for n in numbers for content in found[n].content]
    before = [n for n in numbers if found[n].cue[0].start < at.end]
    before = [n for n in before if not any(c.contains(found[n].cue[0]) for c in contents)] or before
    return max(before, key=lambda n: found[n].cue[0].start) if before else numbers[0]


def _linked(
    text: str, analysis: Analysis, finding: Finding, link: _Link, is_publication: IsPublication
) -> Finding:
    """Return the finding with the link in its chain, or as its source where it speaks through the old one."""
    span, source = span_of(analysis, link.part), finding.source
    if any(span.overlaps(other) for other in (*finding.via, *([source] if source else []))):
        return finding
    if link.citing:
        if source is not None and is_publication(source.of(text)):
            return replace(finding, source=span, via=(source, *finding.via))
        return finding
    words = {analysis.words[i].lemma.lower() for i in range(*link.part)}
    if words & lexicon().words["interview_nouns"]:
        return finding
    if is_publication(span.of(text)) or (link.speaking and _is_outlet_name(analysis, link.part)):
        return replace(finding, via=(*finding.via, span))
    return finding


def _is_outlet_name(analysis: Analysis, part: Range) -> bool:
    """Say whether the engine reads the phrase as a name, and not as a person's or a place's."""
    return any(
        name.first < part[1] and part[0] < name.last and name.label in {"organization", "other"}
        for name in analysis.names
    )
