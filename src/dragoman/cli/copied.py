"""Lines of an answer that say the same in copies of one text: shown once, and counted, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dragoman.store.answers import Line, Page

AnyLine = TypeVar("AnyLine", bound="Line")
Command = TypeVar("Command", bound=Callable[..., Any])


def copies_option(command: Command) -> Command:
    """Give a command the option that shows what copies say too, each by itself."""
    return click.option(
        "--copies", "each", is_flag=True, help="Show each copy of a text, not one line for all of them."
    )(command)


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


def copied(line: Line) -> str:
    """Return what to say of a line's copies: nothing where there are none."""
    if line.prints < 2:
        return ""
    of = f"copy of {line.copy_of}, " if line.copy_of else ""
    others = f"; the same in {', '.join(line.alike)}" if line.alike else ""
    return f"\n    {of}one text in {line.prints} prints{others}"
