"""Reading → the terminal: statements grouped by source, each with its chain and a snippet."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from dragoman.records import Actor, Reading, Statement
from dragoman.show.findings import UNSURE, Section, sections
from dragoman.show.marking import quoted
from dragoman.show.plain import isolated, one_line, shortened

FORMS = {"direct": "“”", "indirect": "··", "mixed": "“·"}
"""How a statement's form is drawn, legible without colour."""

SNIPPET = 48
"""So many characters of a content are worth a line of their own, where the rest doesn't fit beside them."""


def show(reading: Reading, console: Console) -> None:
    """Print one reading to a console: heading, statements by source, a summary line."""
    for line in lines_of(reading, console.width):
        console.print(line, soft_wrap=False, highlight=False)


def lines_of(reading: Reading, width: int) -> Iterable[Text]:
    """Yield the lines that show a reading at a width in columns."""
    yield from _heading(reading)
    inside: dict[str, list[Statement]] = {}
    groups: dict[str | None, list[Statement]] = {}
    for statement in reading.statements:
        if statement.parent:
            inside.setdefault(statement.parent, []).append(statement)
        else:
            groups.setdefault(statement.source.actor if statement.source else None, []).append(statement)
    unattributed = groups.pop(None, [])
    for actor, statements in groups.items():
        yield Text()
        yield _source(reading.actor(str(actor)))
        for statement in statements:
            yield from _statement(reading, statement, inside, width, 1)
    if unattributed:
        yield Text()
        yield Text("No source named", style="bold yellow").append(" — kept unattributed", style="dim")
        for statement in unattributed:
            yield from _statement(reading, statement, inside, width, 1)
    for section in sections(reading):
        yield from _section(section, width)
    yield Text()
    yield Text(summary(reading), style="dim")


def _heading(reading: Reading) -> Iterable[Text]:
    article = reading.article
    yield Text(one_line(article.title or article.origin or "Untitled"), style="bold underline")
    facts = [article.publication, article.author, article.published and article.published.isoformat()]
    known = " · ".join(one_line(fact) for fact in facts if fact)
    if known:
        yield Text(known, style="dim")


def _source(actor: Actor) -> Text:
    line = Text(one_line(actor.name), style="bold cyan")
    notes = [actor.role, actor.state, "anonymous" if actor.anonymous else None]
    known = ", ".join(one_line(note) for note in notes if note)
    return line.append(f" ({known})", style="not bold") if known else line


def _statement(
    reading: Reading, statement: Statement, inside: dict[str, list[Statement]], width: int, depth: int
) -> Iterable[Text]:
    line = Text("  " * depth + ("└ " if depth > 1 else "") + FORMS[statement.form] + " ")
    if depth > 1:
        name = reading.actor(statement.source.actor).name if statement.source else "no source named"
        line.append(one_line(name) + " ", style="bold")
    if statement.cue:
        cue = " … ".join(one_line(span.of(reading.text)) for span in statement.cue)
        line.append(f"{cue}: ", style="green")
    yield from _words(line, quoted(reading, statement.content), _tail(reading, statement), width, depth)
    for child in inside.get(statement.id, ()):
        yield from _statement(reading, child, inside, width, depth + 1)


def _words(line: Text, content: str, tail: str, width: int, depth: int) -> Iterable[Text]:
    """Yield the content behind a line's beginning, and the tail beside it; or below, where it is narrow."""
    room = width - line.cell_len
    beside = room - len(tail) - 3
    if beside >= min(len(content), SNIPPET):
        yield line.append(isolated(shortened(content, beside))).append("  " + tail, style="dim")
        return
    margin = "  " * depth + "   "
    if room < min(len(content), SNIPPET // 2):
        yield line
        line, room = Text(margin), width - len(margin)
    yield line.append(isolated(shortened(content, max(12, room - 1))))
    for part in textwrap.wrap(tail, max(20, width - 1), initial_indent=margin, subsequent_indent=margin):
        yield Text(part, style="dim")


def _section(section: Section, width: int) -> Iterable[Text]:
    yield Text()
    yield Text(section.title, style="bold cyan")
    if section.brief:
        told = "; ".join(f"{isolated(f.words)} = {f.label} [{f.span.start}]" for f in section.findings)
        for part in textwrap.wrap(told, max(20, width - 1), initial_indent="  ", subsequent_indent="  "):
            yield Text(part)
        return
    for finding in section.findings:
        line = Text("  ").append(finding.label, style="green").append(f" {finding.who}: ", style="bold")
        parts = [*finding.notes, *([f"says {finding.source}"] if finding.source else [])]
        tail = " · ".join([*parts, f"[{finding.span.start}:{finding.span.end}]"])
        yield from _words(line, finding.words, tail, width, 1)


def _tail(reading: Reading, statement: Statement) -> str:
    parts = [f"← via {one_line(reading.actor(link.actor).name)}" for link in statement.via]
    if statement.polarity == "rejects":
        parts.append("rejects")
    if statement.force != "assertion" and (statement.force, statement.polarity) != ("denial", "rejects"):
        parts.append(statement.force)
    if statement.confidence < UNSURE:
        parts.append(f"unsure {statement.confidence:.2f}")
    parts.append(f"[{statement.content[0].start}:{statement.content[-1].end}]")
    return " ".join(parts)


def summary(reading: Reading) -> str:
    """Return one honest line of counts: statements, sources, anonymous and unattributed ones, chains."""
    sources = {s.source.actor for s in reading.statements if s.source}
    anonymous = sum(reading.actor(identifier).anonymous for identifier in sources)
    unattributed = sum(s.source is None for s in reading.statements)
    chains = sum(bool(s.via) for s in reading.statements)
    found = [
        _count(len(records), noun)
        for noun, records in (
            ("event", reading.events),
            ("agreement", reading.agreements),
            ("membership", reading.memberships),
            ("position", reading.positions),
            ("forecast", reading.forecasts),
        )
        if records
    ]
    said = (
        f"{_count(len(reading.statements), 'statement')} by {_count(len(sources), 'source')} "
        f"({anonymous} anonymous; {_count(unattributed, 'statement')} without a source); "
        f"{_count(chains, 'chain')}"
    )
    return "; ".join([said, *found])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
