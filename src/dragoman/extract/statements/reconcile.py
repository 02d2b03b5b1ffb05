"""Brings quotations found by rule and findings of the engine into agreement, on one finding each.

The marks decide where a quotation begins and ends; the engine decides, where it speaks, who is
quoted. A quotation that the engine missed gets the speaker that touches it, or none.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from dragoman.extract.statements.covering import covers, overlapping
from dragoman.extract.statements.cues import span_of
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.quotation_marks import Quotation
from dragoman.extract.statements.quotations import Utterance
from dragoman.extract.statements.quoted import said, speaker_of, spoken_inside
from dragoman.extract.statements.speakers import Speaker, speaker_after, speaker_before
from dragoman.records import Analysis, Article, Span


def reconcile(
    article: Article, analysis: Analysis, found: list[Finding], spoken: list[Utterance]
) -> list[Finding]:
    """Return the findings with every utterance in exactly one of them."""
    cover = covers(found)
    result = list(found)
    last: tuple[Utterance, int] | None = None
    for utterance in spoken:
        holder, others = _holders(cover, result, utterance)
        if holder is not None and _is_led_up_to(article, analysis, utterance, result[holder]):
            result[holder] = _without_utterance(result[holder], utterance)
            holder = None
        if holder is not None:
            result[holder] = _widened(article, analysis, result[holder], utterance)
            for other in others:
                result[other] = _without(result[other], result[holder])
            result += spoken_inside(article, analysis, result[holder], utterance)
        else:
            holder = _joinable(article, analysis, result, utterance, last)
            if holder is not None:
                content = tuple(sorted((*result[holder].content, *utterance.spans)))
                result[holder] = replace(result[holder], content=content)
            else:
                fresh = _fresh(article, analysis, utterance)
                if fresh is None:
                    continue
                holder = len(result)
                result.append(fresh)
        last = (utterance, holder)
    return _merged_by_cue([finding for finding in result if finding.content])


def _holders(
    cover: list[tuple[int, int, int]], found: list[Finding], utterance: Utterance
) -> tuple[int | None, list[int]]:
    """Return the finding that the utterance belongs to, and the others that claim a part of it.

    It is the one with the largest share of it; one whose own cue stands inside the quoted words is a
    statement within them and neither.
    """
    share: dict[int, int] = {}
    for span in utterance.spans:
        for start, end, number in overlapping(cover, span.start, span.end):
            share[number] = share.get(number, 0) + min(end, span.end) - max(start, span.start)
    outer = [n for n in share if not any(s.contains(c) for c in found[n].cue for s in utterance.spans)]
    outer.sort(key=lambda n: (-share[n], n))
    return (outer[0], outer[1:]) if outer else (None, [])


def _is_led_up_to(article: Article, analysis: Analysis, utterance: Utterance, finding: Finding) -> bool:
    """Say whether somebody else leads up to the utterance than the finding, whose cue only comes later.

    "The plan was praised by Smith: “…” According to Low, …" gives the quotation to Smith.
    """
    last = utterance.spans[-1].end
    if not finding.cue or finding.cue[0].start < last or len(finding.content) == 1:
        return False
    if speaker_after(article, analysis, utterance.parts[-1]) is not None:
        return False
    return speaker_before(article, analysis, utterance.parts[0]) is not None


def _without_utterance(finding: Finding, utterance: Utterance) -> Finding:
    """Return a finding less the fragments that lie in the utterance."""
    kept = tuple(c for c in finding.content if not any(c.overlaps(s) for s in utterance.spans))
    return replace(finding, content=kept)


def _without(finding: Finding, holder: Finding) -> Finding:
    """Return a finding less the fragments that now belong to another."""
    kept = tuple(c for c in finding.content if not any(c.overlaps(other) for other in holder.content))
    return replace(finding, content=kept)


def _widened(article: Article, analysis: Analysis, finding: Finding, utterance: Utterance) -> Finding:
    """Return the finding with the utterance's marks as its borders, and with its speaker if it had none."""
    content = list(finding.content)
    blocked = [*finding.cue] + ([finding.source] if finding.source else [])
    for part in utterance.parts:
        touched = [c for c in content if c.overlaps(part.span)]
        fitted = _fitted(article.text, touched, part, blocked)
        if fitted is not None:
            content = [c for c in content if c not in touched] + fitted
    result = replace(finding, content=tuple(sorted(content)))
    if result.source is None or not result.cue:
        speaker = speaker_of(article, analysis, utterance)
        if speaker is not None:
            return _spoken(analysis, result, speaker)
    return result


def _fitted(text: str, touched: list[Span], part: Quotation, blocked: list[Span]) -> list[Span] | None:
    """Return the fragments that touch one quotation, drawn out to its marks; None where a cue is in the way.

    Fragments that already fill the quotation stay as many as they are. Behind the end of a quotation that
    nothing closes, a fragment is cut: what follows is the author's.
    """
    span = part.span
    start = min([span.start, *(c.start for c in touched)])
    end = max([span.end, *(c.end for c in touched)])
    if not part.closed and len(touched) == 1 and start >= span.start - 1:
        end = span.end
    if any(b.overlaps(Span(start, end)) and not b.overlaps(span) for b in blocked):
        start, end = span
    if any(b.overlaps(Span(start, end)) for b in blocked):
        return None
    seams = [(a.end, b.start) for a, b in itertools.pairwise(touched)]
    if not touched or end <= touched[-1].start or any(text[a:b].strip() for a, b in seams):
        return [Span(start, end)]
    edges = [start, *(c.start for c in touched[1:])]
    return [Span(a, c.end) for a, c in zip(edges[:-1], touched[:-1], strict=True)] + [Span(edges[-1], end)]


def _spoken(analysis: Analysis, finding: Finding, speaker: Speaker) -> Finding:
    """Give a finding the speaker that a rule found, where the engine left it open."""
    source = finding.source
    if source is None and speaker.source is not None:
        source = span_of(analysis, speaker.source)
    cue = finding.cue or (span_of(analysis, speaker.cue),)
    if any(c.overlaps(s) for c in finding.content for s in (*cue, *([source] if source else []))):
        return finding
    head = finding.head if finding.cue else speaker.head
    return replace(finding, source=source, cue=cue, head=head)


def _fresh(article: Article, analysis: Analysis, utterance: Utterance) -> Finding | None:
    """Return the finding of an utterance that the engine did not see.

    Without a speaker that touches it, it is kept as nobody's if it stands free between its two marks.
    """
    speaker = speaker_of(article, analysis, utterance)
    if speaker is None:
        whole = len(utterance.parts) > 1 or all(p.opened and p.closed for p in utterance.parts)
        if not (utterance.free and whole):
            return None
        confidence = lexicon().confidence["quotation_alone"]
        return Finding(None, (), utterance.spans, "quotation_alone", confidence)
    return said(analysis, utterance, speaker)


def _joinable(
    article: Article,
    analysis: Analysis,
    found: list[Finding],
    utterance: Utterance,
    last: tuple[Utterance, int] | None,
) -> int | None:
    """Return the finding that an utterance carries on: only its attribution stands between the two."""
    if last is None or speaker_after(article, analysis, utterance.parts[-1]) is not None:
        return None
    before, number = last
    return number if _goes_on(article, before.parts[-1], utterance.parts[0], found[number]) else None


def _goes_on(article: Article, before: Quotation, after: Quotation, finding: Finding) -> bool:
    """Say whether the text between two quotations is one attribution clause and nothing else."""
    between = Span(before.span.end, after.span.start)
    text = between.of(article.text)
    if "\n" in text or not finding.cue or finding.source is None:
        return False
    if not any(cue.overlaps(between) for cue in finding.cue):
        return False
    stripped = text.strip()
    inner = stripped[:-1].replace("Mr.", "Mr").replace("Ms.", "Ms").replace("Dr.", "Dr")
    return stripped[-1:] in {",", ".", ":", ";", "—", "–"} and ". " not in inner and len(text) < 400


def _merged_by_cue(found: list[Finding]) -> list[Finding]:
    """Join the findings that came to rest on the same cue: a quotation split around it is one statement."""
    by_cue: dict[tuple[Span, ...], int] = {}
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (f.first, f.content)):
        place = by_cue.get(finding.cue) if finding.cue else None
        if place is None:
            if finding.cue:
                by_cue[finding.cue] = len(kept)
            kept.append(finding)
            continue
        one = kept[place]
        content = tuple(sorted({*one.content, *finding.content}))
        kept[place] = replace(one, content=content, source=one.source or finding.source)
    return kept
