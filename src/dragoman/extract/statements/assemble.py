"""The whole way from an analysis to drafts, on one page: quotations, fragments, rules, chains, nesting."""

from __future__ import annotations

import bisect
from dataclasses import replace

from dragoman.extract.statements.adverbials import phrase_findings
from dragoman.extract.statements.chains import IsPublication, with_chains, without_relays
from dragoman.extract.statements.citing import with_cited
from dragoman.extract.statements.covering import covers, overlapping
from dragoman.extract.statements.cues import clause_findings
from dragoman.extract.statements.edges import Marks
from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.force import force_of, form_of
from dragoman.extract.statements.fragments import model_findings
from dragoman.extract.statements.nesting import inner_findings, parents
from dragoman.extract.statements.outlets import knowing_outlets
from dragoman.extract.statements.own_cues import with_own_cues
from dragoman.extract.statements.quotation_marks import find_quotations
from dragoman.extract.statements.quotations import utterances
from dragoman.extract.statements.reconcile import reconcile
from dragoman.extract.statements.repair import mended
from dragoman.extract.statements.trailing import trailing_findings
from dragoman.extract.statements.unsaid import is_unsaid
from dragoman.records import Analysis, Article, Span, StatementDraft

# The rules that speak even where the engine has read the sentence and marked nothing.
_SURE = frozenset({"according_to", "parenthetical"})


def drafts(article: Article, analysis: Analysis, is_publication: IsPublication) -> list[StatementDraft]:
    """Return the article's statements in text order, nested ones with the index of their parent."""
    quotations = find_quotations(article)
    spoken, _ = utterances(article, analysis, quotations)
    found = _outermost(article, analysis, [span for one in spoken for span in one.spans], is_publication)
    found = reconcile(article, analysis, found, spoken)
    behind = trailing_findings(analysis, found, _readable(article, analysis))
    found += [mended(analysis, finding) for finding in behind]
    inner = [child for outer in found for child in inner_findings(analysis, outer)]
    ends = {q.span.start: q.span.end for q in quotations}
    starts = {q.span.end: q.span.start for q in quotations}
    closed = {q.span.start: q.span.end for q in quotations if q.closed}
    opens = sorted(closed)
    inner = [_within_marks(_up_to_mark(child, opens, closed), ends, starts) for child in inner]
    spans = [span for one in spoken for span in one.spans]
    places = [span.start for span in spans]
    found = [
        _within_marks(f, ends, starts) if f.cue and _within(spans, places, f.cue[0]) else f for f in found
    ]
    settled = Marks(article.text, quotations).settled
    found = _ordered([settled(finding) for finding in [*found, *_new_only(found, inner)]])
    found = [f for f in found if not is_unsaid(article, f)]
    is_outlet = knowing_outlets(article.text, is_publication)
    found = without_relays(article.text, found, is_outlet)
    found = with_chains(article.text, analysis, found, is_outlet)
    quoted = [q.span for q in quotations if q.depth == 0]
    above = parents(found)
    return [
        _draft(article, analysis, finding, quoted, parent)
        for finding, parent in zip(found, above, strict=True)
    ]  # fmt: skip


def _outermost(
    article: Article, analysis: Analysis, spoken: list[Span], is_publication: IsPublication
) -> list[Finding]:
    """Return the engine's findings, and what rules add to them (all that they find if it marked no cue).

    A rule's cue inside somebody's quoted words is a nested statement's, and left for later.
    """
    marked = model_findings(article, analysis)
    starts = [span.start for span in spoken]
    readable = _readable(article, analysis)
    rules = [*clause_findings(analysis, readable), *phrase_findings(analysis, readable)]
    rules = [rule for rule in rules if not _within(spoken, starts, rule.cue[0])]
    found = [mended(analysis, finding) for finding in marked if finding.cue]
    found = with_own_cues(analysis, [finding for finding in found if finding.content])
    found = with_cited(article.text, analysis, found, is_publication)
    trusted = bool(found)
    found += _completed([finding for finding in marked if not finding.cue], rules)
    if trusted:
        rules = [rule for rule in rules if rule.kind in _SURE and rule.source is not None]
    taken = covers(found)
    for rule in sorted(rules, key=lambda f: (-f.size, f.first)):
        pieces = [*rule.content, *rule.cue] + ([rule.source] if rule.source else [])
        if not any(overlapping(taken, p.start, p.end) for p in pieces):
            for piece in rule.content:
                bisect.insort(taken, (piece.start, piece.end, len(found)))
            found.append(rule)
    return found


def _completed(loose: list[Finding], rules: list[Finding]) -> list[Finding]:
    """Give the engine's contents that no cue brings in the cue and source of the rule that found them too.

    What no rule knows either has no evidence and is left out; a quotation among it is read by its marks.
    """
    cover = covers(rules)
    kept = []
    for finding in loose:
        (content,) = finding.content
        best = max(overlapping(cover, *content), key=lambda e: (_shared(content, e), -e[2]), default=None)
        if best is None or 2 * _shared(content, best) < content.end - content.start:
            continue
        rule = rules[best[2]]
        pieces = [*rule.cue] + ([rule.source] if rule.source else [])
        if not any(piece.overlaps(content) for piece in pieces):
            kept.append(
                replace(rule, content=(content,), confidence=min(rule.confidence, finding.confidence))
            )
    return kept


def _shared(content: Span, entry: tuple[int, int, int]) -> int:
    """Return how many characters a span shares with an entry of a cover."""
    return min(content.end, entry[1]) - max(content.start, entry[0])


def _within(spoken: list[Span], starts: list[int], cue: Span) -> bool:
    """Say whether a cue lies inside one of the spans, which lie side by side in text order."""
    place = bisect.bisect_right(starts, cue.start)
    return place > 0 and spoken[place - 1].contains(cue)


def _readable(article: Article, analysis: Analysis) -> list[int]:
    """Return the words of the paragraphs that are read for statements."""
    return [
        index
        for sentence in analysis.sentences
        if article.is_read(sentence.paragraph)
        for index in range(sentence.first, sentence.last)
    ]


def _within_marks(finding: Finding, ends: dict[int, int], starts: dict[int, int]) -> Finding:
    """Return an inner finding without the marks at its edges whose partners lie outside it.

    ``ends`` gives each quotation's end by its start, ``starts`` the other way round.
    """
    content = []
    for start, end in finding.content:
        left = start + 1 if ends.get(start, end) > end else start
        right = end - 1 if starts.get(end, start) < start else end
        content.append(Span(left, right) if left < right else Span(start, end))
    return replace(finding, content=tuple(content))


def _up_to_mark(finding: Finding, opens: list[int], ends: dict[int, int]) -> Finding:
    """Return an inner finding with no content behind the end of the quotation that it begins in.

    "Both “agreed to rest” and that all was well": only to rest is what they agreed to. ``opens`` are the
    sorted starts of the quotations, ``ends`` their ends by them.
    """
    content = []
    for start, end in finding.content:
        place = bisect.bisect_left(opens, start)
        inside = [ends[o] - 1 for o in opens[max(0, place - 2) : place] if start < ends[o] - 1 < end]
        content.append(Span(start, min([end, *inside])))
    return replace(finding, content=tuple(content))


def _new_only(found: list[Finding], inner: list[Finding]) -> list[Finding]:
    """Return the inner findings whose cue no finding has yet."""
    cues = {cue for finding in found for cue in finding.cue}
    fresh = []
    for finding in inner:
        if not any(cue in cues for cue in finding.cue):
            cues.update(finding.cue)
            fresh.append(finding)
    return fresh


def _ordered(found: list[Finding]) -> list[Finding]:
    """Sort findings by their first character; of two that share it the outer, then the earlier cue, leads."""
    return sorted(found, key=_place)


def _place(finding: Finding) -> tuple[int, bool, int, int]:
    cue = finding.cue[0].start if finding.cue else finding.first
    return finding.first, finding.content[0].start > finding.first, cue, -finding.size


def _draft(
    article: Article, analysis: Analysis, finding: Finding, quoted: list[Span], parent: int | None
) -> StatementDraft:
    """Return a finding as a draft, with its form, force and polarity."""
    force, polarity = force_of(analysis, finding)
    return StatementDraft(
        source=finding.source,
        cue=finding.cue,
        content=finding.content,
        via=finding.via,
        form=form_of(finding, _near(quoted, finding), article.text),
        force=force,
        polarity=polarity,
        parent=parent,
        confidence=round(min(max(finding.confidence, 0.0), 1.0), 4),
    )


def _near(quoted: list[Span], finding: Finding) -> list[Span]:
    """Return the quotations between the first and the last character of the content."""
    first, last = finding.content[0].start, finding.content[-1].end
    place = bisect.bisect_right(quoted, (first, first))
    return quoted[max(0, place - 1) : bisect.bisect_left(quoted, (last, last))]
