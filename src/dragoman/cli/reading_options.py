"""The options of every command that reads sources: which ones, how, and what becomes of failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.cli.store_options import DAY

if TYPE_CHECKING:
    from dragoman.ingest import Source, SourceOptions
    from dragoman.records import Article

Command = TypeVar("Command", bound=Callable[..., Any])

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_OPTIONS = (
    click.option(
        "--urls", type=_FILE, help="A list of addresses to read too, one a line; # begins a comment."
    ),
    click.option(
        "--verbatim",
        is_flag=True,
        help="Take texts exactly as they are: offsets count in the file's own characters.",
    ),
    click.option(
        "--published",
        type=DAY,
        metavar="YYYY-MM-DD",
        help="The date of sources that name none: offices are as of then.",
    ),
    click.option(
        "--actors", type=_FILE, help="A CSV of your own actors, extending or overriding the built-in ones."
    ),
    click.option(
        "--propositions",
        type=_FILE,
        help="A YAML of your own issues, extending or overriding the built-in ones.",
    ),
    click.option("--text-column", help="CSV or JSONL: the column of the text (tried by name if not given)."),
    click.option("--title-column", help="CSV or JSONL: the column of the title."),
    click.option("--publication-column", help="CSV or JSONL: the column of the publication."),
    click.option("--author-column", help="CSV or JSONL: the column of the author."),
    click.option("--date-column", help="CSV or JSONL: the column of the publication date."),
    click.option("--url-column", help="CSV or JSONL: the column of the address."),
    click.option(
        "--id-column", help="CSV or JSONL: the column of the name that a row goes by in document.origin."
    ),
    click.option(
        "--failures",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write what could not be read here, as JSONL.",
    ),
    click.option("--quiet", is_flag=True, help="No progress and no list of failures on standard error."),
    click.option("--debug", is_flag=True, help="Show the traceback of an article that could not be read."),
)


def reading_options(command: Command) -> Command:
    """Give a command the options of reading, in one order for all."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def source_options(options: dict[str, Any]) -> SourceOptions:
    """Return how sources are read, from the options as Click hands them over."""
    from dragoman.ingest import Columns, SourceOptions

    columns = Columns(
        text=options["text_column"],
        title=options["title_column"],
        publication=options["publication_column"],
        author=options["author_column"],
        published=options["date_column"],
        url=options["url_column"],
        id=options["id_column"],
    )
    return SourceOptions(verbatim=options["verbatim"], columns=columns)


def require_sources(arguments: tuple[str, ...], urls: Path | None) -> None:
    """Refuse a command that names no source at all."""
    if not arguments and urls is None:
        raise click.UsageError("Name a SOURCE, or a list of addresses with --urls.")


def sources_of(arguments: tuple[str, ...], urls: Path | None, options: SourceOptions) -> Iterator[Source]:
    """Yield the sources of the arguments, then those of the list of addresses."""
    from dragoman.ingest import sources

    for argument in arguments:
        yield from sources(argument, options)
    if urls is not None:
        from dragoman.ingest import listed

        yield from listed(urls, options)


def day(given: datetime | None) -> date | None:
    """Return the day of an option that Click reads as a time."""
    return given.date() if given is not None else None


def dated(article: Article, published: date | None) -> Article:
    """Return the article, dated where it names no date."""
    return replace(article, published=published) if published and not article.published else article
