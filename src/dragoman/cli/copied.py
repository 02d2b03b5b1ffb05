"""Lines of an answer that say the same in copies of one text: shown once, and counted, never dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dragoman.store.answers import Line

Command = TypeVar("Command", bound=Callable[..., Any])


def copies_option(command: Command) -> Command:
    """Give a command the option that shows what copies say too, each by itself."""
    return click.option(
        "--copies", "each", is_flag=True, help="Show each copy of a text, not one line for all of them."
    )(command)


def copied(line: Line) -> str:
    """Return what to say of a line's copies: nothing where there are none."""
    if line.prints < 2:
        return ""
    of = f"copy of {line.copy_of}, " if line.copy_of else ""
    others = f"; the same in {', '.join(line.alike)}" if line.alike else ""
    return f"\n    {of}one text in {line.prints} prints{others}"
