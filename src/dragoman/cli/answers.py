"""Answers of the store → lines: for the eye, one JSON object each, or CSV."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dragoman.store.answers import Line, Page

AnyLine = TypeVar("AnyLine", bound="Line")
Shown = TypeVar("Shown")
NOTHING = "nothing found: ask with fewer options or other words, or add more articles with `dragoman add`"
"""What is said in place of an empty list."""
EMPTY = "the store is empty: dragoman add fills it"


def show_page(
    page: Page[AnyLine], kind: type[AnyLine], as_json: bool, as_csv: bool, told: Callable[[AnyLine], str]
) -> None:
    """Print a page of lines; ``told`` draws one for the eye, ``kind`` names the columns of an empty page."""
    if as_json:
        show_json(page.lines)
    elif as_csv:
        show_csv(page.lines, kind)
    else:
        for line in page.lines:
            click.echo(f"{heading(line)}\n{told(line)}")
        click.echo(summary(page))


def show(
    found: Sequence[Shown],
    kind: type[Shown],
    as_json: bool,
    as_csv: bool,
    told: Callable[[Shown], str],
    nothing: str = NOTHING,
    last: str | None = None,
) -> None:
    """Print what was found in one of three forms; ``told`` draws one for the eye, ``last`` stands below all.

    ``nothing`` is what is said in place of an empty list.
    """
    if as_json:
        show_json(found)
    elif as_csv:
        show_csv(found, kind)
    else:
        for one in found:
            click.echo(told(one))
        if not found:
            click.echo(nothing)
        elif last is not None:
            click.echo(click.style(last, dim=True))


def show_json(lines: Iterable[object]) -> None:
    """Print one JSON object a line."""
    for line in lines:
        click.echo(json.dumps(asdict(line), ensure_ascii=False, default=_plain))  # type: ignore[call-overload]


def show_csv(lines: Sequence[object], kind: type[object]) -> None:
    """Print CSV, lists joined by semicolons, spans as start-end."""
    from dragoman.show.cells import write_csv

    write_csv(lines, kind, sys.stdout)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "tolist"):  # an array of a series
        return value.tolist()
    raise TypeError(f"{type(value).__name__} has no place in an answer")


def heading(line: Line) -> str:
    """Return where a line is from: its id, the day, the publication, the title."""
    from dragoman.show.plain import one_line, shortened

    facts = [line.published.isoformat() if line.published else "undated", line.publication, line.title]
    known = "  ".join(one_line(fact) for fact in facts if fact)
    return click.style(line.id, bold=True) + click.style(f"  {shortened(known, 80)}", dim=True)


def marked(line: Line, hits: Iterable[tuple[int, int]] = ()) -> str:
    """Return a line's snippet on one line, the hits in it in bold."""
    from dragoman.show.plain import isolated, one_line

    end = line.snippet_start + len(line.snippet)
    text = line.snippet.replace(_BOLD, " ").replace(_PLAIN, " ")
    edges: list[tuple[int, int]] = []
    for first, last in sorted(hits):
        if line.snippet_start <= first and last <= end and (not edges or first >= edges[-1][1]):
            edges.append((first, last))
    pieces, at = [], line.snippet_start
    for first, last in edges:
        pieces.append(text[at - line.snippet_start : first - line.snippet_start])
        pieces.append(_BOLD + text[first - line.snippet_start : last - line.snippet_start] + _PLAIN)
        at = last
    pieces.append(text[at - line.snippet_start :])
    words = one_line("".join(pieces)).replace(_BOLD, "\x1b[1m").replace(_PLAIN, "\x1b[22m")
    before = "…" if line.snippet_start > line.start else ""
    return isolated(before + words + ("…" if end < line.end else ""))


# Marks that stand for bold until the text has been made safe, since an article could hold escapes itself.
_BOLD, _PLAIN = "\ue000", "\ue001"


def named(names: Iterable[str]) -> str:
    """Return some names on one line."""
    from dragoman.show.plain import one_line

    return ", ".join(one_line(name) for name in names)


def summary(page: Page[Any]) -> str:
    """Return a line that says how many were found."""
    if not page.total:
        return NOTHING
    more = "" if page.complete else " or more: ask for something narrower"
    shown = len(page.lines)
    return click.style(f"{shown} shown of {page.total}{more}", dim=True)
