"""Lines of an answer that say the same in copies of one text: shown once, and counted, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from dragoman.store.answers import Line, Page, StatementLine

AnyLine = TypeVar("AnyLine", bound="Line")


def gathered(page: Page[AnyLine], key: Callable[[AnyLine], Hashable], each: bool = False) -> Page[AnyLine]:
    """Return a page on which lines of copies with the same key are one, with the ids of the others in it.

    ``total`` still counts all. Lines of articles that no other print is known of stay as they are; with
    ``each`` all do.
    """
    if each:
        return page
    first: dict[Hashable, AnyLine] = {}
    for line in page.lines:
        place = (line.copy_of or line.document[:12], key(line)) if line.prints > 1 else line.id
        if place in first:
            first[place] = replace(first[place], alike=(*first[place].alike, line.id))
        else:
            first[place] = line
    return replace(page, lines=tuple(first.values()))


def same_words(line: StatementLine) -> tuple[object, ...]:
    """Return what tells a statement from others in all prints of a text: who, in which words."""
    return line.source, " ".join(line.text.split())
