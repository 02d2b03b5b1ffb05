"""``dragoman said``: who said what about whom, and through whom it came."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from dragoman.alike import gathered, same_words
from dragoman.cli.answers import marked, named, show_page
from dragoman.cli.copied import copied, copies_option
from dragoman.cli.store_options import answer_options, opened_store, page_options, period

if TYPE_CHECKING:
    from dragoman.store.answers import StatementLine


@click.command()
@click.option("--by", metavar="NAME", help="Statements of this source.")
@click.option("--about", metavar="NAME", help="Statements about this actor.")
@click.option("--via", metavar="NAME", help="Statements that came through this source.")
@click.option("--issue", help="Statements on this issue of the tables.")
@click.option("--publication", help="Statements in this publication.")
@period
@copies_option
@page_options
@answer_options
def said(
    by: str | None,
    about: str | None,
    via: str | None,
    issue: str | None,
    publication: str | None,
    since: datetime | None,
    until: datetime | None,
    each: bool,
    page: int,
    size: int,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List statements by who made them, whom they are about, and through whom they came; the latest first.

    NAME is a name in any script ("Putin", "Путин", "Puti*"), an id such as wikidata:Q7747, or the three
    letters of a state (RUS) for all who act for it.

    \b
    Examples:
      dragoman said --by Putin --about Syria
      dragoman said --via Interfax --from 2015-11-01 --to 2015-11-30
      dragoman said --by RUS --issue syria-political-settlement --csv
    """
    from dragoman.cli.reading_options import day
    from dragoman.store import Filters
    from dragoman.store.answers import StatementLine

    filters = Filters(
        by=by, via=via, about=about, issue=issue, publication=publication, since=day(since), until=day(until)
    )
    with opened_store(address) as store:
        found = gathered(store.statements(filters, page, size), same_words, each)
    show_page(found, StatementLine, as_json, as_csv, told_statement)


def told_statement(line: StatementLine) -> str:
    """Return a statement for the eye: its source, the chain, its words, what it is about."""
    source = named([line.source]) if line.source else "no source named"
    chain = f" ← via {' ← '.join(named([name]) for name in line.via)}" if line.via else ""
    rejects = " rejects" if line.polarity == "rejects" else ""
    force = "" if line.force == "assertion" else f" ({line.force})"
    about = f"\n    about {named(line.about)}" if line.about else ""
    said = f"{marked(line, line.hits)}  [{line.start}:{line.end}]"
    return f"  {source}{chain}{rejects}{force}: {said}{about}{copied(line)}"
