"""``dragoman search``: full text over what was said, or over whole articles."""

from __future__ import annotations

from datetime import datetime

import click

from dragoman.alike import gathered, same_words
from dragoman.cli.answers import marked, named, show_page
from dragoman.cli.copied import copied, copies_option
from dragoman.cli.said import told_statement
from dragoman.cli.store_options import STATUSES, answer_options, opened_store, page_options, period


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--articles/--statements", default=False, help="Search articles, or what was said (the default)."
)
@click.option("--by", metavar="NAME", help="Statements of this source.")
@click.option("--via", metavar="NAME", help="Statements that came through this source.")
@click.option("--about", metavar="NAME", help="Statements about this actor.")
@click.option("--issue", help="Statements on this issue of the tables.")
@click.option("--type", "kind", help="Statements that tell of an event of this PLOVER type.")
@click.option(
    "--status", type=click.Choice(STATUSES), help="Statements that tell of an event of this status."
)
@click.option("--publication", help="Articles of this publication.")
@period
@copies_option
@page_options
@answer_options
def search(
    words: tuple[str, ...],
    articles: bool,
    by: str | None,
    via: str | None,
    about: str | None,
    issue: str | None,
    kind: str | None,
    status: str | None,
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
    """Search what was said, or whole articles, for words that must all be there.

    Words are found in any script and spelling that romanizes alike: Putin finds Путин, and the other way
    round. "Words in quotation marks" stand side by side; begin* finds beginnings.

    \b
    Examples:
      dragoman search ceasefire
      dragoman search '"credit line" nucle*' --by Putin --from 2015-11-01
      dragoman search --articles Путин --publication "Sample Gazette" --json
    """
    from dragoman.cli.reading_options import day
    from dragoman.store import Filters
    from dragoman.store.answers import ArticleLine, StatementLine

    filters = Filters(
        by, via, about, issue, kind.upper() if kind else None, status, publication, day(since), day(until)
    )
    asked = " ".join(words)
    with opened_store(address) as store:
        if articles:
            found = store.search_articles(asked, filters, page, size)
            shown = gathered(found, lambda line: None, each)
            show_page(shown, ArticleLine, as_json, as_csv, _told_article)
        else:
            said = gathered(store.search_statements(asked, filters, page, size), same_words, each)
            show_page(said, StatementLine, as_json, as_csv, told_statement)


def _told_article(line: object) -> str:
    from dragoman.store.answers import ArticleLine

    assert isinstance(line, ArticleLine)
    author = f"{named([line.author])}: " if line.author else ""
    return f"  {author}{marked(line, line.hits)}{copied(line)}"
