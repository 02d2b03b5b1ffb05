"""Puts the engine's fragments together into findings: learned links first, then the tree, then nearness.

A content fragment goes to its cue, a cue to its source. A content without any cue keeps none; one whose
cue has no source keeps none either.
"""

from __future__ import annotations

import bisect
from collections import defaultdict

from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.sources import source_of
from dragoman.records import Analysis, RoleLink, RoleSpan

# A learned link counts from here on; below it the tree and nearness are asked.
_TRUSTED = 0.3


def model_findings(analysis: Analysis) -> list[Finding]:
    """Return the findings that the engine's roles and links spell out, each content in one of them."""
    roles = analysis.roles
    sources = {link.fragment: link for link in analysis.sources_of_cues}
    cues = {link.fragment: link for link in analysis.cues_of_contents}
    contents: dict[int | None, list[tuple[int, float]]] = defaultdict(list)
    loose: list[tuple[int, float]] = []
    for index, role in enumerate(roles):
        if role.role != "content":
            continue
        cue, probability = _cue_of(analysis, index, cues.get(index))
        if cue is None:
            loose.append((index, probability))
        else:
            contents[cue].append((index, probability))
    found = [_finding(analysis, cue, parts, sources) for cue, parts in contents.items() if cue is not None]
    found.extend(_alone(analysis, index, probability) for index, probability in loose)
    return sorted(found, key=lambda f: (f.first, f.content))


def _cue_of(analysis: Analysis, index: int, link: RoleLink | None) -> tuple[int | None, float]:
    """Return the cue of a content fragment and how sure it is."""
    if link is not None and link.probability >= _TRUSTED:
        target = link.target
        if target is None or analysis.roles[target].role == "cue":
            return target, link.probability
    by_tree = _cue_by_tree(analysis, index)
    if by_tree is not None:
        return by_tree, 0.7
    return _nearest(analysis, index, "cue"), 0.5


def _cue_by_tree(analysis: Analysis, index: int) -> int | None:
    """Return the cue fragment that the content's main word depends on."""
    content = analysis.roles[index]
    head = analysis.head_of(content.first, content.last)
    cues = {
        word: number
        for number in _near(analysis, index, "cue")
        for word in range(analysis.roles[number].first, analysis.roles[number].last)
    }
    for above, _ in zip(analysis.ancestors(head), range(8), strict=False):
        if above in cues:
            return cues[above]
    return None


def _near(analysis: Analysis, index: int, role: str) -> list[int]:
    """Return the fragments of a role among the eight on either side, in the same sentence or the next."""
    here = analysis.roles[index]
    sentence = analysis.words[here.first].sentence
    last_sentence = analysis.words[here.last - 1].sentence
    found = []
    for number in range(max(0, index - 8), min(len(analysis.roles), index + 9)):
        other = analysis.roles[number]
        at = analysis.words[other.first].sentence
        if other.role == role and sentence - 1 <= at <= last_sentence + 1:
            found.append(number)
    return found


def _nearest(analysis: Analysis, index: int, role: str) -> int | None:
    """Return the fragment of a role that stands nearest to ``index`` inside the same sentences."""
    here = analysis.roles[index]
    sentences = range(analysis.words[here.first].sentence, analysis.words[here.last - 1].sentence + 1)
    near = [
        n
        for n in _near(analysis, index, role)
        if analysis.words[analysis.roles[n].first].sentence in sentences
    ]
    return min(near, key=lambda n: (_gap(here, analysis.roles[n]), n), default=None)


def _gap(one: RoleSpan, other: RoleSpan) -> int:
    return max(other.first - one.last, one.first - other.last)


def _finding(
    analysis: Analysis, cue: int, parts: list[tuple[int, float]], sources: dict[int, RoleLink]
) -> Finding:
    """Return the finding of one cue with its content fragments and its source."""
    roles = analysis.roles
    fragment = roles[cue]
    head = analysis.head_of(fragment.first, fragment.last)
    link = sources.get(cue)
    source, sure = _source_of(analysis, cue, head, link)
    confidence = fragment.confidence * sure
    best = max(probability * roles[index].confidence for index, probability in parts)
    return Finding(
        source=None if source is None else analysis.span(roles[source].first, roles[source].last),
        cue=(analysis.span(fragment.first, fragment.last),),
        content=tuple(analysis.span(roles[i].first, roles[i].last) for i in sorted(i for i, _ in parts)),
        kind="model",
        confidence=(confidence * best) ** 0.5,
        head=head,
    )


def _source_of(analysis: Analysis, cue: int, head: int, link: RoleLink | None) -> tuple[int | None, float]:
    """Return the source fragment of a cue and how sure it is."""
    trusted = link is not None and link.probability >= _TRUSTED
    if link is not None and trusted and (link.target is None or analysis.roles[link.target].role == "source"):
        return link.target, link.probability
    by_tree = source_of(analysis, head)
    if by_tree is not None:
        for number in _near(analysis, cue, "source"):
            role = analysis.roles[number]
            if role.first < by_tree[1] and by_tree[0] < role.last:
                return number, 0.7
    return _nearest(analysis, cue, "source"), 0.5


def _alone(analysis: Analysis, index: int, probability: float) -> Finding:
    """Return a content that no cue brings in, with a source that stands right before it, if any."""
    role = analysis.roles[index]
    return Finding(
        source=None, cue=(), content=(analysis.span(role.first, role.last),),
        kind="model", confidence=role.confidence * max(probability, 0.5) * 0.8,
    )  # fmt: skip


def covers(findings: list[Finding]) -> list[tuple[int, int, int]]:
    """Return ``(start, end, finding)`` for every content span, in text order, for look-ups by position."""
    return sorted(
        (span.start, span.end, number) for number, found in enumerate(findings) for span in found.content
    )


def overlapping(cover: list[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the entries of ``cover`` that share a character with ``[start, end)``.

    The entries lie side by side (an outermost content never overlaps another), so a few steps back from
    the place of ``start`` find them all.
    """
    index = bisect.bisect_left(cover, (start, -1, -1))
    first = max(0, index - 3)
    found = []
    for entry in cover[first:]:
        if entry[0] >= end:
            break
        if entry[1] > start:
            found.append(entry)
    return found
