"""Whom somebody cites: "the agency said, citing two delegates, that …" gives the delegates' words.

The engine marks "citing" as a cue of its own and whoever is cited as what it brings in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.extract.statements.adverbials import phrase_after
from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.phrases import Range, children, noun_phrase, subject_of, verb_group
from dragoman.records import Analysis, Span

CITING = frozenset({"citing", "quoting"})
_DESCRIBED = frozenset({"it", "he", "she", "they"})


def phrase_cited(analysis: Analysis, index: int) -> Range | None:
    """Return the phrase for whoever is cited behind word ``index``, "what it called" left out before it."""
    words = [word.text.lower() for word in analysis.words[index + 1 : index + 6]] + [""] * 5
    start = index + 1
    if words[0] == "what" and words[1] in _DESCRIBED:
        start += 4 if words[3] == "as" else 3
    return phrase_after(analysis, start)


def with_cited(
    text: str, analysis: Analysis, found: list[Finding], is_publication: Callable[[str], bool]
) -> list[Finding]:
    """Return the findings with no speaker whom an outlet cites left as what was said.

    What comes behind him is said by the subject of the verb that "citing" hangs on, or by him where that
    has none. A finding that holds him alone goes where that subject is an outlet: the chain tells of him.
    "Citing a lack of trust" gives a reason and stays.
    """
    outlets = {
        index
        for finding in found
        if finding.source is not None and is_publication(finding.source.of(text))
        for cue in finding.cue
        for index in analysis.words_in(cue)
    }
    cues = {index for finding in found for cue in finding.cue for index in analysis.words_in(cue)}
    kept = []
    for finding in found:
        if _is_quoted_whole(analysis, finding):
            continue
        part = _cited_in(analysis, finding)
        if part is None:
            kept.append(finding)
            continue
        rest = _behind(analysis, finding, part)
        if rest:
            kept.append(_said(analysis, finding, part, rest, cues))
        elif not (_speaks(analysis, part) and _verb_above(analysis, finding) in outlets):
            kept.append(finding)
    return kept


def _is_quoted_whole(analysis: Analysis, finding: Finding) -> bool:
    """Say whether a finding only says that somebody "was quoted", who is all its content."""
    head = finding.head
    if (
        head is None
        or len(finding.content) != 1
        or analysis.words[head].lemma.lower() not in {"quote", "cite"}
    ):
        return False
    whom = children(analysis, head, "nsubj:pass")
    if not whom:
        return False
    return analysis.span(*noun_phrase(analysis, whom[0])).contains(finding.content[0])


def _cited_in(analysis: Analysis, finding: Finding) -> Range | None:
    """Return the phrase that a finding's cue "citing" cites, if the finding takes it for what was said."""
    if len(finding.cue) != 1:
        return None
    words = analysis.words_in(finding.cue[0])
    if len(words) != 1 or analysis.words[words[0]].text.lower() not in CITING:
        return None
    part = phrase_cited(analysis, words[0])
    inside = part is not None and finding.content[0].overlaps(span_of(analysis, part))
    return part if inside else None


def _behind(analysis: Analysis, finding: Finding, part: Range) -> tuple[Span, ...]:
    """Return the content that begins behind the phrase of whoever is cited."""
    end = analysis.words[part[1] - 1].end
    rest = []
    for span in finding.content:
        words = [i for i in analysis.words_in(span) if i >= part[1]]
        while words and analysis.words[words[0]].upos == "PUNCT":
            words = words[1:]
        if words:
            rest.append(Span(max(span.start, analysis.words[words[0]].start), span.end))
    return tuple(span for span in rest if span.start >= end)


def _verb_above(analysis: Analysis, finding: Finding) -> int:
    """Return the verb of the clause that "citing" stands in (-1 where there is none)."""
    above = analysis.words[analysis.words_in(finding.cue[0])[0]].head
    while above >= 0 and analysis.words[above].upos != "VERB":
        above = analysis.words[above].head
    return above


def _said(
    analysis: Analysis, finding: Finding, part: Range, rest: tuple[Span, ...], cues: set[int]
) -> Finding:
    """Return the finding of what is said behind a citation, with the verb of the clause as its cue."""
    verb = _verb_above(analysis, finding)
    subject = None if verb < 0 or verb in cues else subject_of(analysis, verb)
    if subject is None:
        return replace(finding, source=span_of(analysis, part), content=rest)
    source, cue = noun_phrase(analysis, subject), verb_group(analysis, verb)
    whole = replace(
        finding, source=span_of(analysis, source), cue=(span_of(analysis, cue),), content=rest, head=verb
    )
    assert whole.source is not None
    apart = not any(span.overlaps(one) for span in rest for one in (whole.source, *whole.cue))
    return whole if apart else replace(finding, source=span_of(analysis, part), content=rest)


def _speaks(analysis: Analysis, part: Range) -> bool:
    """Say whether a phrase is for one who can be cited: a name, a source, an official."""
    if any(name.first < part[1] and part[0] < name.last and name.label != "place" for name in analysis.names):
        return True
    table = lexicon().words
    nouns = table["source_nouns"] | table["cited_nouns"] | table["publication_nouns"]
    return any(
        analysis.words[i].lemma.lower() in nouns or analysis.words[i].text.lower() in nouns
        for i in range(*part)
    )
