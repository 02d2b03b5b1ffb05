"""``dragoman copies`` and ``dragoman stories``: which articles are one text, and which are on one story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.answers import NOTHING, named, show_csv, show_json
from dragoman.cli.store_options import answer_options, opened_store, page_options, period

if TYPE_CHECKING:
    from dragoman.store.families import Group, Print


@dataclass(frozen=True, slots=True)
class Row:
    """One article of a family or story, as a line of CSV: ``group`` is the family's or story's id."""

    group: str
    prints: int
    origins: int
    why: str | None
    credit: str | None
    id: str
    kind: str
    title: str | None
    publication: str | None
    published: date | None
    url: str | None
    origin: str | None
    score: float | None
    own: int | None
    left_out: int | None
    reason: str | None


@click.command()
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--publication", help="Texts that this publication printed.")
@period
@page_options
@answer_options
def copies(identifier: str | None, **options: Any) -> None:
    """List texts that were printed more than once: which print is the origin, who carried it, what differs.

    With the ID of a document, the family of its text alone, and the articles that quote it. Copies count as
    one origin wherever sources are counted; none of them is dropped.

    \b
    Examples:
      dragoman copies
      dragoman copies --publication "Sample Gazette" --from 2015-11-01
      dragoman copies 3f2a9c51e0ab --json
    """
    from dragoman.store.families import families_that, family_of

    _show(identifier, options, family_of, families_that, "no other print of it, and nobody quotes it")


@click.command()
@click.argument("identifier", metavar="[ID]", required=False)
@click.option("--publication", help="Stories that this publication wrote on.")
@period
@page_options
@answer_options
def stories(identifier: str | None, **options: Any) -> None:
    """List stories that several articles are on, each article with the reason why it belongs there.

    With the ID of a document, the story that it is on.

    \b
    Examples:
      dragoman stories --from 2015-11-20 --to 2015-11-30
      dragoman stories 3f2a9c51e0ab
      dragoman stories --csv
    """
    from dragoman.store.families import stories_that, story_of

    _show(identifier, options, story_of, stories_that, "not placed on a story yet: dragoman resolve")


def _show(identifier: str | None, options: dict[str, Any], one: Any, some: Any, none: str) -> None:
    """Ask for one group or a page of them, and print them as it was asked for."""
    from dragoman.cli.reading_options import day

    since: datetime | None = options["since"]
    until: datetime | None = options["until"]
    with opened_store(options["address"]) as store, store.reading() as connection:
        if identifier is not None:
            found = one(connection, identifier)
            groups, total = ((found,), 1) if found is not None else ((), 0)
        else:
            page = some(
                connection, options["publication"], day(since), day(until), options["page"], options["size"]
            )
            groups, total = page.groups, page.total
    if options["as_json"]:
        show_json(groups)
    elif options["as_csv"]:
        show_csv([row for group in groups for row in _rows(group)], Row)
    elif not groups:
        click.echo(none if identifier is not None else NOTHING)
    else:
        for group in groups:
            click.echo("\n".join(_lines(group)))
        click.echo(click.style(f"{len(groups)} shown of {total}", dim=True))


def _rows(group: Group) -> Iterable[Row]:
    names = [field.name for field in fields(Row)][5:]
    for article in group.articles:
        facts = {name: getattr(article, name) for name in names}
        yield Row(group.id, group.prints, group.origins, group.why, group.credit, **facts)


def _lines(group: Group) -> Iterable[str]:
    days = [day.isoformat() for day in (group.first, group.last) if day]
    when = " to ".join(dict.fromkeys(days)) or "undated"
    texts = "" if group.kind == "copies" else f", {group.origins} texts"
    yield click.style(f"{group.id}  {when}, {group.prints} articles{texts}", bold=True)
    if group.why:
        credit = f", credited to {named([group.credit])}" if group.credit else ""
        yield f"  origin {group.origin}: {group.why}{credit}"
    yield from (_line(article) for article in group.articles)


def _line(article: Print) -> str:
    facts = [article.published.isoformat() if article.published else "undated"]
    facts += [named([fact]) for fact in (article.publication, article.title) if fact]
    more = []
    if article.own is not None:
        more.append(f"{article.own} words of its own, {article.left_out} left out")
    if article.reason:
        more.append(named([article.reason]))
    told = f"  ({'; '.join(more)})" if more else ""
    return f"  {article.id}  {article.kind:10}  {'  '.join(facts)}{told}"
