"""Puts the engine's fragments together into findings: learned links first, then the tree, then nearness.

A content fragment goes to its cue, a cue to its source. A content without any cue keeps none; one whose
cue has no source keeps none either.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass

from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.sources import source_of
from dragoman.records import Analysis, Article, RoleLink, RoleSpan

_CLOSING = frozenset({"”", '"', "’", "»"})
_MARKS = _CLOSING | {"“", "„", "«"}

# A learned link counts from here on; below it the tree and nearness are asked.
_TRUSTED = 0.3
_SURE = 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one paragraph holds of the content fragment ``role``: words ``[first, last)``."""

    role: int
    first: int
    last: int


def model_findings(article: Article, analysis: Analysis) -> list[Finding]:
    """Return the findings that the engine's roles and links spell out, each content in one of them."""
    sources = {link.fragment: link for link in analysis.sources_of_cues}
    cues = {link.fragment: link for link in analysis.cues_of_contents}
    contents: dict[int, list[tuple[_Piece, float]]] = defaultdict(list)
    loose: list[Finding] = []
    for index, role in enumerate(analysis.roles):
        if role.role != "content":
            continue
        cue, probability = _cue_of(analysis, index, cues.get(index))
        for whole in _parts(analysis, index):
            if whole.first > role.first:
                cue, probability = _cue_ahead(analysis, whole), 0.5
            pieces = _pieces(analysis, whole)
            if cue is not None and all(_reaches(article, analysis, cue, piece) for piece in pieces):
                contents[cue].append((whole, probability))
                continue
            for piece in pieces:
                if cue is not None and _reaches(article, analysis, cue, piece):
                    contents[cue].append((piece, probability))
                else:
                    loose.append(_alone(analysis, piece, probability))
    found = [_finding(analysis, cue, parts, sources) for cue, parts in contents.items()]
    return sorted([*found, *loose], key=lambda f: (f.first, f.content))


def _parts(analysis: Analysis, index: int) -> list[_Piece]:
    """Cut a content fragment where it leaves a quotation for a sentence that has its own cue behind it."""
    role = analysis.roles[index]
    cuts = [word for word in range(role.first + 1, role.last) if _begins_anew(analysis, index, word)]
    return [_Piece(index, a, b) for a, b in itertools.pairwise([role.first, *cuts, role.last])]


def _begins_anew(analysis: Analysis, index: int, word: int) -> bool:
    words, role = analysis.words, analysis.roles[index]
    if words[word].sentence == words[word - 1].sentence or words[word - 1].text not in _CLOSING:
        return False
    last = analysis.sentences[words[word].sentence].last
    if role.last > last or any(words[i].text in _MARKS for i in range(word, last)):
        return False
    return _cue_ahead(analysis, _Piece(index, word, role.last)) is not None


def _cue_ahead(analysis: Analysis, piece: _Piece) -> int | None:
    """Return the first cue behind a piece in the same sentence."""
    last = analysis.sentences[analysis.words[piece.first].sentence].last
    for number in range(piece.role + 1, min(len(analysis.roles), piece.role + 4)):
        other = analysis.roles[number]
        if other.role == "cue" and other.last <= last:
            return number
    return None


def _pieces(analysis: Analysis, whole: _Piece) -> list[_Piece]:
    """Cut a part of a content fragment at the ends of paragraphs."""
    cuts = [whole.first]
    for word in range(whole.first + 1, whole.last):
        if _paragraph(analysis, word) != _paragraph(analysis, word - 1):
            cuts.append(word)
    return [_Piece(whole.role, a, b) for a, b in itertools.pairwise([*cuts, whole.last])]


def _paragraph(analysis: Analysis, word: int) -> int:
    return analysis.sentences[analysis.words[word].sentence].paragraph


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


def _reaches(article: Article, analysis: Analysis, cue: int, piece: _Piece) -> bool:
    """Say whether a cue's content may lie where a piece does.

    In its own paragraph always; in the next where a colon hands over, or where the cue's paragraph ends
    with the author's words and the next begins with a quotation: printers leave a quotation open that goes
    on, so that a new paragraph behind a closing mark is nobody's. Headings belong to no cue outside them.
    Upwards a cue must be a sure one.
    """
    home = _paragraph(analysis, analysis.roles[cue].first)
    away = _paragraph(analysis, piece.first)
    if home == away:
        return True
    kinds = [p.kind for p in article.paragraphs[min(home, away) : max(home, away) + 1]]
    if any(kind != "body" for kind in kinds):
        return False
    end = article.paragraphs[home].span.of(article.text).rstrip()[-1:] if away == home + 1 else ""
    if away < home:
        return analysis.roles[cue].confidence >= _SURE
    if end == ":":
        return True
    return end != "" and end not in "”\"’'»" and _is_quoted(analysis, piece)


def _is_quoted(analysis: Analysis, piece: _Piece) -> bool:
    """Say whether a quotation mark stands where a piece begins, or right before."""
    return any(analysis.words[i].text in _MARKS for i in range(max(0, piece.first - 1), piece.first + 1))


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
    analysis: Analysis, cue: int, parts: list[tuple[_Piece, float]], sources: dict[int, RoleLink]
) -> Finding:
    """Return the finding of one cue with the pieces of its content and its source."""
    roles = analysis.roles
    fragment = roles[cue]
    head = analysis.head_of(fragment.first, fragment.last)
    source, sure = _source_of(analysis, cue, head, sources.get(cue))
    best = max(probability * roles[piece.role].confidence for piece, probability in parts)
    return Finding(
        source=None if source is None else analysis.span(roles[source].first, roles[source].last),
        cue=(analysis.span(fragment.first, fragment.last),),
        content=tuple(sorted(analysis.span(piece.first, piece.last) for piece, _ in parts)),
        kind="model",
        confidence=(fragment.confidence * sure * best) ** 0.5,
        head=head,
    )


def _source_of(analysis: Analysis, cue: int, head: int, link: RoleLink | None) -> tuple[int | None, float]:
    """Return the source fragment of a cue and how sure it is."""
    trusted = link is not None and link.probability >= _TRUSTED
    if link is not None and trusted and _is_near_source(analysis, cue, link.target):
        said = _behind_figure(analysis, cue, link.target)
        return said, link.probability if said == link.target else 0.5
    by_tree = source_of(analysis, head)
    if by_tree is not None:
        for number in _near(analysis, cue, "source"):
            role = analysis.roles[number]
            if role.first < by_tree[1] and by_tree[0] < role.last:
                return number, 0.7
    return _nearest(analysis, cue, "source"), 0.5


def _behind_figure(analysis: Analysis, cue: int, number: int | None) -> int | None:
    """Return a source; of a bare figure the one between it and the cue: "By 60%-30%, those polled said …"."""
    words = (
        () if number is None else analysis.words[analysis.roles[number].first : analysis.roles[number].last]
    )
    if number is None or any(word.text[:1].isalpha() for word in words):
        return number
    return next((n for n in range(cue - 1, number, -1) if analysis.roles[n].role == "source"), number)


def source_beside(analysis: Analysis, cue: int) -> RoleSpan | None:
    """Return the source fragment of a cue fragment by link, tree or nearness; None where there is none."""
    fragment = analysis.roles[cue]
    links = {link.fragment: link for link in analysis.sources_of_cues}
    head = analysis.head_of(fragment.first, fragment.last)
    source, _ = _source_of(analysis, cue, head, links.get(cue))
    return None if source is None else analysis.roles[source]


def _is_near_source(analysis: Analysis, cue: int, target: int | None) -> bool:
    """Say whether a link leads to no source, or to one in the cue's own paragraph."""
    if target is None:
        return True
    role = analysis.roles[target]
    home = _paragraph(analysis, analysis.roles[cue].first)
    return role.role == "source" and _paragraph(analysis, role.first) == home


def _alone(analysis: Analysis, piece: _Piece, probability: float) -> Finding:
    """Return a content that no cue brings in; what becomes of it is for rules and marks to say."""
    confidence = analysis.roles[piece.role].confidence * max(probability, 0.5) * 0.8
    return Finding(None, (), (analysis.span(piece.first, piece.last),), "model", confidence)
