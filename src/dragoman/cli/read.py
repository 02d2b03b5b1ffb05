"""``dragoman read``: read articles and show who said what."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.output import Failures, Progress, opened
from dragoman.cli.reading_options import (
    dated,
    day,
    reading_options,
    require_sources,
    source_options,
    sources_of,
)

if TYPE_CHECKING:
    from dragoman.ingest import Source
    from dragoman.pipeline import Reader
    from dragoman.records import Reading


@dataclass(frozen=True, slots=True)
class Choices:
    """What the command line chose beside the sources: see each option's help."""

    published: date | None
    debug: bool


@click.command()
@click.argument("source", nargs=-1)
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
@reading_options
def read(
    source: tuple[str, ...],
    form: str,
    output: Path | None,
    failures: Path | None,
    quiet: bool,
    urls: Path | None,
    **options: Any,
) -> None:
    """Read articles: who said what, in whose words, and through whom.

    SOURCE is a text, HTML or PDF file, a URL, a folder, a JSONL or CSV file with named columns, an RSS or
    Atom feed, a web archive (WARC), or - for standard input. A source that cannot be read is listed at
    the end, and the others go on.

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

    require_sources(source, urls)
    choices = Choices(day(options["published"]), options["debug"])
    reader = Reader(Knowledge.load(options["actors"], options["propositions"]))
    failed = Failures()
    with opened(output) as stream, Progress(source, quiet) as progress:
        show = writer(form, stream)
        found = _stepping(sources_of(source, urls, source_options(options)), progress)
        for reading in _readings(found, reader, choices, failed):
            show.add(reading)
        show.finish()
    failed.conclude(failures, quiet)


def _stepping(found: Iterator[Source], progress: Progress) -> Iterator[Source]:
    for source in found:
        yield source
        progress.step(source.origin)


def _readings(
    found: Iterator[Source], reader: Reader, choices: Choices, failed: Failures
) -> Iterator[Reading]:
    """Yield the readings of what can be read; note the rest, whatever the cause, and go on."""
    for source in found:
        try:
            yield reader.read(dated(source.article(), choices.published))
        except Exception as error:  # one bad article must not stop a batch
            if choices.debug:
                traceback.print_exc()
            failed.add(source.origin, error)
