"""Says of each paragraph what it is: title, heading, body, note or furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.ingest.blocks import Block
from dragoman.ingest.patterns import Patterns
from dragoman.records import ParagraphKind

_LONGEST_TITLE = 160
_LONGEST_HEADING = 120
_FINAL = re.compile(r"(?:[.!;:,…]|\.\.\.)[)\]*]*$")
_WHOLE_QUOTE = re.compile(r"[\"“”'‘’«][^\"“”«»]*[^\s.,;:!?…\"“”'‘’«»][\"“”'’»]$")
_HAS_SPEECH = re.compile(r"[,.!?][\"”’'] \w|[\"”],? [a-z]|\w, [\"“‘]")
_EMPHASIS = re.compile(r"\*+[^*]{1,60}\*+(?=.)")
_BULLET = re.compile(r"(?:[-–—•▪◦·*+]|\d{1,2}[.)])\s")
_ENOUGH_TEXT = 300
"""Characters of running text that must stand before a comment section, or most of it all."""


def kinds_of(blocks: Sequence[Block], patterns: Patterns, title: str | None) -> list[ParagraphKind]:
    """Return each block's kind; ``title`` is the headline where it is known."""
    reached = _furniture(blocks, patterns)
    kinds: list[ParagraphKind] = []
    marked = any(re.search(r"\w[”\"’']?\*(?!\w|\*)", block.form[1:]) for block in blocks)
    for index, block in enumerate(blocks):
        if reached[index]:
            kinds.append("furniture")
        elif patterns.is_note(block.form) or _is_starred(blocks, index, marked):
            kinds.append("note")
        else:
            kinds.append("body")
    _mark_title(blocks, kinds, title)
    _mark_headings(blocks, kinds)
    return kinds


def _furniture(blocks: Sequence[Block], patterns: Patterns) -> list[bool]:
    """Mark the furniture, with what follows a comment section's or a link list's first line."""
    marked = [False] * len(blocks)
    total = sum(len(block.form) for block in blocks if _is_running(block))
    before, in_list = 0, False
    for index, block in enumerate(blocks):
        reach = patterns.furniture_reach(block.form)
        if reach == "rest" and (before >= _ENOUGH_TEXT or before * 2 > total):
            return marked[:index] + [True] * (len(blocks) - index)
        in_list = reach == "list" or (in_list and (reach is not None or not _is_running(block)))
        marked[index] = in_list or reach is not None
        if not marked[index] and _is_running(block):
            before += len(block.form)
    return marked


def _is_running(block: Block) -> bool:
    """Say whether a block reads as running text and not as a headline or a link."""
    return len(block.form) > _LONGEST_HEADING or re.search(r"[.!?…][\"”’')\]]*$", block.form) is not None


def _is_starred(blocks: Sequence[Block], index: int, marked: bool) -> bool:
    """Say whether a leading asterisk makes a note: not emphasis, and not the bullet of a list.

    ``marked``: a word of the article carries an asterisk that such a note would answer.
    """
    form = blocks[index].form
    if not form.startswith("*") or form.startswith("**") or _EMPHASIS.match(form):
        return False
    near = [*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2]]
    if form[1:2] == " ":
        return marked and not any(block.form.startswith("* ") for block in near)
    return len(form) > 2


def _mark_title(blocks: Sequence[Block], kinds: list[ParagraphKind], title: str | None) -> None:
    """Mark the headline: the block that says the known title, or a short first line that could be one."""
    known = _folded(title) if title else None
    first = next((i for i, kind in enumerate(kinds) if kind == "body"), None)
    if first is None:
        return
    if known:
        for index in range(first, min(first + 4, len(blocks))):
            if kinds[index] == "body" and _folded(blocks[index].form) == known:
                kinds[index] = "title"
                return
        return
    opening = [index for index, kind in enumerate(kinds[: first + 8]) if kind == "body"][:3]
    for index in opening:
        if "body" in kinds[index + 1 :] and _could_be_title(blocks[index]):
            kinds[index] = "title"
            return
        if len(blocks[index].form.split()) > 1 or _FINAL.search(blocks[index].form):
            return  # only a section's name ("World") may stand above the headline


def _folded(text: str) -> str:
    """Return the letters and digits of ``text``, in lower case."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _could_be_title(block: Block) -> bool:
    """Say whether a first block looks like a headline."""
    form = block.form.replace("''", '"')
    if block.marked_heading:
        return True
    return (
        len(form) <= _LONGEST_TITLE
        and not _FINAL.search(form)
        and not _BULLET.match(form)
        and not (form.endswith(('"', "”")) and not _WHOLE_QUOTE.match(form) and form[-2:-1] in ".,!?")
        and any(char.isalpha() for char in form)
        and len(form.split()) >= 2
    )


def _mark_headings(blocks: Sequence[Block], kinds: list[ParagraphKind]) -> None:
    """Mark headings between body paragraphs; three short lines in a row are a list, not headings."""
    could = [kind == "body" and _could_be_heading(block) for kind, block in zip(kinds, blocks, strict=True)]
    last = max((i for i, kind in enumerate(kinds) if kind == "body"), default=-1)
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and could[end]:
            end += 1
        if 0 < end - index < 3 and end <= last:
            kinds[index:end] = ["heading"] * (end - index)
        index = max(end, index) + 1
    for index, block in enumerate(blocks):
        if block.marked_heading and kinds[index] == "body":
            kinds[index] = "heading"


def _could_be_heading(block: Block) -> bool:
    """Say whether a block looks like a crosshead: short, no full stop, no speech with a speaker."""
    form = block.form.replace("''", '"')
    if len(form) > _LONGEST_HEADING or _FINAL.search(form.rstrip("\"“”'‘’»")) or _BULLET.match(form):
        return False
    if not any(char.isalpha() for char in form):
        return False
    if _WHOLE_QUOTE.match(form):
        return True
    if form[0] in '"“«' or _HAS_SPEECH.search(form) or form.endswith(('"', "”")):
        return False
    if form.endswith("?"):
        return _is_title_case(form)
    return _is_title_case(form) or (len(form.split()) <= 12 and form[0].isupper())


def _is_title_case(form: str) -> bool:
    """Say whether most of the longer words begin with a capital."""
    words = [word.strip("\"“”'‘’(),") for word in re.split(r"[\s—–-]+", form)]
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.7 * len(longer)
