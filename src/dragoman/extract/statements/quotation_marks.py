"""Pairs the quotation marks of a text into quotations, by rule and in linear time.

A quotation that is never closed ends where sense and layout say: at an attribution clause (", he
said"), else at the end of its sentence, else with its paragraph, and never beyond the next quotation.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.extract.statements.lexicon import lexicon
from dragoman.extract.statements.marks import Mark, marks
from dragoman.records import UNREAD, Article, Span

_SENTENCE_END = re.compile(r"[.!?…]+[)\]]?(?=\s+[^a-z\s]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|No|vs|Jr|Sr|Inc|Corp|Co|Ltd))$"
)
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in quotation marks, marks included in ``span``.

    ``opened`` and ``closed`` say whether it has a mark of its own at either end; ``continued`` that it
    carries on the quotation of the paragraph before, which was left open for it; ``depth`` is 0 for a
    quotation that stands in no other.
    """

    span: Span
    opened: bool = True
    closed: bool = True
    continued: bool = False
    depth: int = 0


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Return the quotations of the article's paragraphs (notes and furniture left out), in text order."""
    blocks = [p for p in article.paragraphs if p.kind not in UNREAD and p.span.end > p.span.start]
    found: list[Quotation] = []
    continued = False
    for number, block in enumerate(blocks):
        body = block.kind == "body"
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        following = after.span if body and after is not None and after.kind == "body" else None
        paired = _pair(article.text, block.span)
        quotations, open_end = _settle(article.text, paired, following, continued and body)
        found.extend(quotations)
        continued = open_end
    return _with_depth(found)


def attribution_clause(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the first ", he said" or ", said Smith" of ``text[start:end]``; the match begins at the comma."""
    return _clause_pattern().search(text, start, end)


@cache
def _clause_pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon().speech_forms))
    name = r"(?:[A-Z][\w.’'-]*|the(?:\s[\w-]+){1,3})"
    subject = rf"(?:he|she|they|it|I|we|{name}(?:\s{name}){{0,3}})"
    before = rf"(?P<before>{subject}\s(?:\w+ly\s|also\s)?)?"
    return re.compile(rf"[,?!](?=\s{before}(?:{verbs})\b(?(before)|\s{subject}\b))")


@dataclass(frozen=True, slots=True)
class _Paired:
    """One paragraph's marks: matched pairs, and the openers and closers left without a partner."""

    block: Span
    pairs: tuple[tuple[Mark, Mark], ...]
    openers: tuple[Mark, ...]
    closers: tuple[Mark, ...]


def _pair(text: str, block: Span) -> _Paired:
    """Match the marks of one paragraph, each closer with the last opener of its family."""
    sequence = list(marks(text, block.start, block.end))
    strong_ahead = _strong_closers_ahead(sequence)
    stack: list[Mark] = []
    open_now: Counter[str] = Counter()
    pairs, openers, closers = [], [], []
    for mark, strong in zip(sequence, strong_ahead, strict=True):
        is_open = open_now[mark.family] > 0
        if mark.turn == "open" or (mark.turn == "either" and not is_open):
            stack.append(mark)
            open_now[mark.family] += 1
        elif is_open and not (mark.family == "single" and mark.weak and strong):
            while stack[-1].family != mark.family:
                open_now[stack[-1].family] -= 1
                openers.append(stack.pop())
            pairs.append((stack.pop(), mark))
            open_now[mark.family] -= 1
        elif not is_open and mark.family != "single" and not mark.weak:
            closers.append(mark)
    loose = [m for m in openers + stack if m.family != "single" or not m.weak]
    return _Paired(block, tuple(pairs), tuple(sorted(loose, key=_start)), tuple(closers))


def _start(mark: Mark) -> int:
    return mark.start


def _strong_closers_ahead(sequence: Sequence[Mark]) -> list[bool]:
    """Say for each mark whether a sure closing single mark follows before the next opening one."""
    ahead = [False] * len(sequence)
    found = False
    for index in range(len(sequence) - 1, -1, -1):
        ahead[index] = found
        mark = sequence[index]
        if mark.family == "single":
            found = (mark.turn == "close" and not mark.weak) or (found and mark.turn == "close")
    return ahead


def _settle(
    text: str, paired: _Paired, following: Span | None, continued: bool
) -> tuple[list[Quotation], bool]:
    """Turn one paragraph's marks into quotations; the flag says that the next paragraph carries one on.

    ``following`` is the next body paragraph, ``continued`` says that the one before left a mark open.
    """
    block = paired.block
    found = [Quotation(Span(a.start, b.end)) for a, b in paired.pairs]
    starts = sorted([q.span.start for q in found] + [m.start for m in paired.openers])
    goes_on = False
    for mark in paired.openers:
        index = bisect.bisect_right(starts, mark.start)
        limit = starts[index] if index < len(starts) else block.end
        if limit == block.end and following is not None and _carries_on(text, mark, following):
            goes_on = True
            found.append(Quotation(Span(mark.start, block.end), closed=False))
        else:
            end = _end_of_open(text, mark, limit)
            found.append(Quotation(Span(mark.start, end), closed=False))
    found.extend(_without_opening(text, paired, continued))
    found = [q for q in found if _LETTER.search(text, q.span.start, q.span.end)]
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    if continued and found and found[0].span.start == block.start:
        found[0] = replace(found[0], continued=True)
    return found, goes_on


def _carries_on(text: str, mark: Mark, following: Span) -> bool:
    """Say whether the next paragraph carries on what ``mark`` opened.

    By the printers' rule it then begins with an opening mark of its own; in careless copies it has none
    but closes what it never opened.
    """
    first = next(marks(text, following.start, following.end), None)
    if first is None or first.family != mark.family:
        return False
    return (first.start == following.start and first.turn == "open") or first.turn == "close"


def _end_of_open(text: str, mark: Mark, limit: int) -> int:
    """Return where a quotation that nothing closes ends, at ``limit`` at the latest."""
    sentence = _sentence_end(text, mark.end, limit)
    clause = attribution_clause(text, mark.end, sentence)
    if clause is not None:
        sentence = clause.end()
    return mark.end + len(text[mark.end : sentence].rstrip())


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Return the end of the sentence that ``start`` stands in, its stop included."""
    for match in _SENTENCE_END.finditer(text, start, limit):
        before = text[max(start, match.start() - 6) : match.start()]
        if match.group() != "." or not _ABBREVIATION.search(before):
            return match.end()
    return limit


def _without_opening(text: str, paired: _Paired, continued: bool) -> list[Quotation]:
    """Return the quotations of closing marks that nothing opened.

    One begins with its paragraph where the marks' layout says so (it carries on an open quotation, or
    is the paragraph's first and an attribution follows it at once), else with its sentence.
    """
    found = []
    taken = sorted(b.end for _, b in paired.pairs)
    previous = paired.block.start
    for mark in paired.closers:
        index = bisect.bisect_left(taken, mark.start)
        floor = max(previous, taken[index - 1] if index else paired.block.start)
        first = floor == paired.block.start
        if first and (continued or _attributed_after(text, mark.end, paired.block.end)):
            start = floor
        else:
            start = _sentence_start(text, floor, mark.start)
        start += len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
        found.append(Quotation(Span(start, mark.end), opened=False))
        previous = mark.end
    return found


def _attributed_after(text: str, start: int, end: int) -> bool:
    """Say whether an attribution clause stands right behind ``start`` (", he said", " said Smith")."""
    probe = "," + text[start : min(end, start + 80)]
    clause = attribution_clause(probe, 0, len(probe))
    return clause is not None and clause.start() == 0


def _sentence_start(text: str, floor: int, position: int) -> int:
    """Return where the sentence that ends at ``position`` begins, not before ``floor``."""
    start = floor
    for match in _SENTENCE_END.finditer(text, floor, max(floor, position - 2)):
        before = text[max(floor, match.start() - 6) : match.start()]
        if match.group() != "." or not _ABBREVIATION.search(before):
            start = match.end()
    return start


def _with_depth(found: list[Quotation]) -> tuple[Quotation, ...]:
    """Number the quotations by how many others they stand in; those that only overlap are left out."""
    ends: list[int] = []
    kept: list[Quotation] = []
    for quotation in found:
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        if ends and quotation.span.end > ends[-1]:
            continue
        kept.append(replace(quotation, depth=len(ends)))
        ends.append(quotation.span.end)
    return tuple(kept)
