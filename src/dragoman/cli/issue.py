"""``dragoman issue TOPIC``: who stands where on each proposition of an issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from dragoman.cli.store_options import DAY, answer_options, opened_store

if TYPE_CHECKING:
    from dragoman.issue import IssueView
    from dragoman.relations.stands.stances import Standing


@click.command()
@click.argument("topic", required=False)
@click.option(
    "--until", type=DAY, metavar="YYYY-MM-DD", help="Look from this day: what was told later is unknown."
)
@answer_options
def issue(topic: str | None, until: datetime | None, address: str, as_json: bool, as_csv: bool) -> None:
    """Tell who stands where on an issue, for whom that is unknown, and who changed sides.

    TOPIC is an issue's label or words of it, its id, or words of a proposition. Without it, the issues
    are listed.

    \b
    Examples:
      dragoman issue
      dragoman issue "future of Bashar al-Assad"
      dragoman issue sanctions --until 2015-12-31 --csv
    """
    from dragoman.cli.answers import show_csv, show_json
    from dragoman.cli.reading_options import day
    from dragoman.issue import Known, issue_view, issues

    with opened_store(address) as store:
        if topic is None:
            known = issues(store)
            if as_json:
                show_json(known)
            elif as_csv:
                show_csv(known, Known)
            else:
                if known:
                    click.echo(click.style("positions of states, and on what", dim=True))
                for one in known:
                    click.echo(f"{one.positions:6,} of {one.states:3}  {one.issue}")
                click.echo(_counted(len(known)) if known else "no state's position is in the store")
            return
        views = issue_view(store, topic, day(until))
    if as_json:
        show_json(views)
    elif as_csv:
        show_csv([row for view in views for row in _rows(view)], Row)
    else:
        click.echo("\n".join(line for view in views for line in _told(view)))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the CSV: one holder on one proposition, with its last telling."""

    issue: str
    proposition: str
    holder: str
    x: float
    low: float
    high: float
    origins: int
    stance: str
    firmness: str
    text: str
    id: str
    document: str
    start: int | None
    end: int | None
    day: date | None


def _counted(known: int) -> str:
    return f"{known} issue{'' if known == 1 else 's'}; dragoman issue WORDS shows who stands where on one"


def _rows(view: IssueView) -> Iterator[Row]:
    for question in view.questions:
        for one in question.standings:
            last = one.stands[-1]
            span = last.report.span
            yield Row(
                view.issue, question.proposition, one.holder, round(one.x, 4), round(one.low, 4),
                round(one.high, 4), one.origins, last.stance, last.firmness, last.text, last.id,
                last.report.document, span.start if span else None, span.end if span else None,
                last.report.day,
            )  # fmt: skip


def _told(view: IssueView) -> Iterator[str]:
    from dragoman.show.plain import one_line

    yield click.style(one_line(view.issue), bold=True)
    for question in view.questions:
        yield f"  {one_line(question.proposition)}"
        for one in question.standings:
            yield from _standing(one)
        if question.silent:
            yield click.style(f"    unknown: {', '.join(question.silent)}", dim=True)


def _standing(one: Standing) -> Iterator[str]:
    from dragoman.show.plain import isolated, one_line, shortened

    last = one.stands[-1]
    how = last.stance if last.firmness == "plain" else f"{last.stance}, {last.firmness}"
    words = isolated(shortened(one_line(last.text), 80))
    told = f"{one.origins} origin{'' if one.origins == 1 else 's'}"
    ids = click.style(f"{last.report.day or 'undated'} {last.id}", dim=True)
    yield f"    {one.holder} {one.x:+.2f} ({one.low:+.2f} to {one.high:+.2f}; {told})  {how}: {words}  {ids}"
    for before, after in one.reversals:
        yield click.style(f"        changed sides between {before.id} and {after.id}", fg="yellow")
