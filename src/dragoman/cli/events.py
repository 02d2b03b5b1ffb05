"""``dragoman events``: who did what to whom, and whether it happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import marked, named, show_page
from dragoman.cli.store_options import STATUSES, answer_options, opened_store, page_options, period

if TYPE_CHECKING:
    from dragoman.store.answers import EventLine, Page


@click.command()
@click.option("--actor", metavar="NAME", help="Events in which this one acts.")
@click.option("--recipient", metavar="NAME", help="Events in which this one is acted on.")
@click.option("--type", "kind", help="Events of this PLOVER type (dragoman codebook lists them).")
@click.option("--status", type=click.Choice(STATUSES), help="Events of this status.")
@click.option("--act", metavar="ID", help="All tellings of the act that this event tells of.")
@click.option("--each", is_flag=True, help="Show each telling of an act, not one line for all of them.")
@period
@page_options
@answer_options
def events(
    actor: str | None,
    recipient: str | None,
    kind: str | None,
    status: str | None,
    act: str | None,
    each: bool,
    since: datetime | None,
    until: datetime | None,
    page: int,
    size: int,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List events, the latest first: who did what to whom, and whether it happened.

    A state's name or its three letters (Russia, RUS) means all who act for it. Days are those on which it
    happens; where the text names none, the day of publication. What several articles tell of is one line,
    and says how many do.

    \b
    Examples:
      dragoman events --actor RUS --recipient TUR --from 2015-11-24 --to 2015-12-31
      dragoman events --type SANCTION --status planned
      dragoman events --actor Putin --json
      dragoman events --act 3f2a9c51e0ab:e4
    """
    from dragoman.cli.reading_options import day
    from dragoman.store import EventFilters
    from dragoman.store.acts_told import tellings_of
    from dragoman.store.answers import EventLine, Page
    from dragoman.store.events import event_lines

    filters = EventFilters(actor, recipient, kind.upper() if kind else None, status, day(since), day(until))
    with opened_store(address) as store:
        if act is not None:
            with store.reading() as connection:
                lines = event_lines(connection, tellings_of(connection, act))
            found = Page(lines, len(lines), True)
        else:
            found = store.events(filters, page, size)
    show_page(found if each or act is not None else _acts(found), EventLine, as_json, as_csv, _told)


def _acts(page: Page[EventLine]) -> Page[EventLine]:
    """Return a page on which the tellings of one act are one line, with the ids of the others in it."""
    first: dict[str, EventLine] = {}
    for line in page.lines:
        known = first.get(line.act)
        first[line.act] = line if known is None else replace(known, alike=(*known.alike, line.id))
    return replace(page, lines=tuple(first.values()))


def _told(line: EventLine) -> str:
    who = named(line.actors) or "somebody"
    whom = f" → {named(line.recipients)}" if line.recipients else ""
    mode = f" {line.mode}" if line.mode else ""
    when = f" {_period(line.first_day, line.last_day)}" if line.first_day or line.last_day else ""
    place = f", {named([line.place])}" if line.place else ""
    said = f"  told in {line.statement}" if line.statement else ""
    return (
        f"  {line.type}{mode} {line.status}{when}{place}  {who}{whom}\n"
        f"    {marked(line)}  [{line.start}:{line.end}]{said}{_shared(line)}"
    )


def _shared(line: EventLine) -> str:
    """Return by how many articles an act is told, and from how many texts; nothing where it is one."""
    if line.told_by < 2:
        return ""
    texts = "1 origin" if line.origins == 1 else f"{line.origins} origins"
    return f"\n    told by {line.told_by} articles, {texts}: dragoman events --act {line.act}"


def _period(first: date | None, last: date | None) -> str:
    days = [day.isoformat() if day else "?" for day in (first, last)]
    return days[0] if days[0] == days[1] else " to ".join(days)
