"""``dragoman who``: a dossier of what the archive tells of somebody."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from dragoman.alike import gathered, same_words
from dragoman.cli.answers import heading, marked, named, show_json
from dragoman.cli.copied import copies_option
from dragoman.cli.said import told_statement
from dragoman.cli.store_options import answer_options, opened_store

if TYPE_CHECKING:
    from dragoman.store.dossier import Counted, Dossier

COLUMNS = (
    "who",
    "kind",
    "what",
    "count",
    "first_day",
    "last_day",
    "id",
    "document",
    "start",
    "end",
    "snippet",
)
"""The columns of a dossier as CSV: one line a fact, ``kind`` says of which kind."""


@click.command()
@click.argument("name")
@copies_option
@answer_options
def who(name: str, each: bool, address: str, as_json: bool, as_csv: bool) -> None:
    """Tell who NAME is: spellings, offices, statements, positions, company.

    Equal names that lead to different people are told apart: one dossier each. NAME may be in any script,
    end in * for beginnings, or be an id such as wikidata:Q7747.

    \b
    Examples:
      dragoman who Peskov
      dragoman who Путин --json
      dragoman who wikidata:Q7747 --csv
    """
    with opened_store(address) as store:
        found = store.who(name)
    if as_json:
        show_json(found)
    elif as_csv:
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows(row for dossier in found for row in _rows(dossier))
    else:
        click.echo("\n\n".join("\n".join(_lines(dossier, each)) for dossier in found))


def _lines(dossier: Dossier, each: bool) -> Iterator[str]:
    from dragoman.store.answers import Page

    facts = [dossier.kind, dossier.state, dossier.ref]
    known = ", ".join(fact for fact in facts if fact)
    yield click.style(named([dossier.name]), bold=True) + f" ({known})"
    yield f"  in {dossier.documents} documents, {dossier.statements} statements"
    yield f"  written  {_counted(dossier.spellings)}"
    for office in dossier.offices:
        days = _days(office.first_day, office.last_day)
        yield f"  office   {named([office.role])}  {days} ({office.documents})"
    told = (("about", dossier.about), ("via", dossier.via), ("told of by", dossier.spoken_of_by))
    yield from (f"  {name:8} {_counted(counts)}" for name, counts in told if counts)
    for position in dossier.positions:
        yield f"  stands   {position.stance}: {named([position.proposition])}"
        yield f"    {heading(position)}\n    {marked(position)}  [{position.start}:{position.end}]"
    latest = gathered(Page(dossier.latest, len(dossier.latest), True), same_words, each)
    for line in latest.lines:
        yield f"{heading(line)}\n{told_statement(line)}"


def _counted(counts: tuple[Counted, ...]) -> str:
    return ", ".join(f"{named([one.name])} ({one.count})" for one in counts[:10])


def _days(first: date | None, last: date | None) -> str:
    days = [day.isoformat() if day else "undated" for day in (first, last)]
    return days[0] if days[0] == days[1] else " to ".join(days)


def _rows(dossier: Dossier) -> Iterator[tuple[object, ...]]:
    """Yield a dossier's facts in the order of ``COLUMNS``."""
    name, empty = dossier.name, (None,) * 5
    for kind in ("spellings", "about", "via", "spoken_of_by"):
        for one in getattr(dossier, kind):
            yield (name, kind, one.name, one.count, None, None, *empty)
    for office in dossier.offices:
        yield (name, "office", office.role, office.documents, office.first_day, office.last_day, *empty)
    for position in dossier.positions:
        what = f"{position.stance}: {position.proposition}"
        yield (
            name, "position", what, None, position.published, position.published, position.id,
            position.document, position.start, position.end, position.snippet,
        )  # fmt: skip
    for line in dossier.latest:
        yield (
            name, "statement", line.text, None, line.published, line.published, line.id, line.document,
            line.start, line.end, line.snippet,
        )  # fmt: skip
