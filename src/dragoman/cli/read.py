"""``dragoman read``: read articles and show who said what."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.output import Failures, Progress, opened

if TYPE_CHECKING:
    from dragoman.ingest import Source, SourceOptions
    from dragoman.pipeline import Reader
    from dragoman.records import Article, Reading

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line chose beside the sources: see each option's help."""

    published: date | None
    debug: bool


@click.command()
@click.argument("source", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "jsonl", "html"]),
    default="terminal",
    show_default=True,
    help="How readings are shown: for the eye, one JSON line each, or one self-contained page.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here instead of the terminal.",
)
@click.option(
    "--verbatim",
    is_flag=True,
    help="Take texts exactly as they are: offsets count in the file's own characters.",
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date of sources that name none: offices are as of then.",
)
@click.option(
    "--actors", type=_FILE, help="A CSV of your own actors, extending or overriding the built-in ones."
)
@click.option(
    "--propositions", type=_FILE, help="A YAML of your own issues, extending or overriding the built-in ones."
)
@click.option("--text-column", help="CSV or JSONL: the column of the text (tried by name if not given).")
@click.option("--title-column", help="CSV or JSONL: the column of the title.")
@click.option("--publication-column", help="CSV or JSONL: the column of the publication.")
@click.option("--author-column", help="CSV or JSONL: the column of the author.")
@click.option("--date-column", help="CSV or JSONL: the column of the publication date.")
@click.option("--url-column", help="CSV or JSONL: the column of the address.")
@click.option(
    "--id-column", help="CSV or JSONL: the column of the name that a row goes by in document.origin."
)
@click.option(
    "--failures",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what could not be read here, as JSONL.",
)
@click.option("--quiet", is_flag=True, help="No progress and no list of failures on standard error.")
@click.option("--debug", is_flag=True, help="Show the traceback of an article that could not be read.")
def read(
    source: tuple[str, ...],
    form: str,
    output: Path | None,
    failures: Path | None,
    quiet: bool,
    **options: Any,
) -> None:
    """Read articles: who said what, in whose words, and through whom.

    SOURCE is a text or HTML file, a URL, a folder, a JSONL or CSV file with named columns, or - for
    standard input. A source that cannot be read is listed at the end, and the others go on.

    \b
    Examples:
      dragoman read article.txt
      dragoman read press/ --format html -o press.html
      dragoman read archive.csv --text-column body --format jsonl -o readings.jsonl
      dragoman read --verbatim --format jsonl article.txt

    Exit code 0: all was read; 1: something was not; 2: the command was not understood.
    """
    from dragoman.knowledge import Knowledge
    from dragoman.pipeline import Reader
    from dragoman.show.many import writer

    published = options["published"]
    choices = Choices(published.date() if isinstance(published, datetime) else None, options["debug"])
    reader = Reader(Knowledge.load(options["actors"], options["propositions"]))
    failed = Failures()
    with opened(output) as stream, Progress(source, quiet) as progress:
        show = writer(form, stream)
        for reading in _readings(
            _sources(source, _source_options(options), progress), reader, choices, failed
        ):
            show.add(reading)
        show.finish()
    if failures is not None:
        failed.write(failures)
    if not quiet:
        failed.report()
    if failed:
        raise SystemExit(1)


def _source_options(options: dict[str, Any]) -> SourceOptions:
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


def _sources(arguments: tuple[str, ...], options: SourceOptions, progress: Progress) -> Iterator[Source]:
    from dragoman.ingest import sources

    for argument in arguments:
        for source in sources(argument, options):
            yield source
            progress.step(source.origin)


def _readings(
    found: Iterator[Source], reader: Reader, choices: Choices, failed: Failures
) -> Iterator[Reading]:
    """Yield the readings of what can be read; note the rest, whatever the cause, and go on."""
    for source in found:
        try:
            yield reader.read(_dated(source.article(), choices.published))
        except Exception as error:  # one bad article must not stop a batch
            if choices.debug:
                traceback.print_exc()
            failed.add(source.origin, error)


def _dated(article: Article, published: date | None) -> Article:
    return replace(article, published=published) if published and not article.published else article
