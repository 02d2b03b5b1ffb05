"""``dragoman export``: write what was found for other programs to read."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.kept_readings import COUNTS_ACTS, laid_aside, write_kept
from dragoman.cli.made_readings import holds_readings, made_readings
from dragoman.cli.output import Failures, Progress
from dragoman.cli.reading_options import (
    dated,
    day,
    reading_options,
    require_sources,
    source_options,
    sources_of,
)
from dragoman.cli.store_options import opened_store, period
from dragoman.export import FORMATS, writer

if TYPE_CHECKING:
    from dragoman.pipeline import Reader
    from dragoman.records import Reading
    from dragoman.store.exporting import Chosen


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.argument("source", nargs=-1)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The file, folder or .zip to write; it appears only once it is complete.",
)
@click.option(
    "--store", "address", metavar="PATH|URL", help="Export from this store instead of sources (see add)."
)
@click.option("--publication", help="From a store: articles of this publication.")
@click.option(
    "--between",
    nargs=2,
    metavar="A B",
    help="From a store: articles on something between these two.",
)
@period
@reading_options
def export(
    form: str,
    source: tuple[str, ...],
    output: Path,
    address: str | None,
    publication: str | None,
    between: tuple[str, str] | None,
    since: datetime | None,
    until: datetime | None,
    failures: Path | None,
    quiet: bool,
    urls: Path | None,
    **options: Any,
) -> None:
    """Write what was found for other programs to read.

    \b
    FORMAT is one of
      csv            a folder, or a .zip, of CSV tables with their Data Package description
      parquet        the same tables as Parquet files (needs dragoman[tables])
      jsonl          the readings themselves, one JSON object a line
      events         one row an event: POLECAT's columns, then status and evidence
      dyads          one row a directed pair of states and year, with COW and Gleditsch-Ward codes
      graphml, gexf  the network of actors: who speaks about whom, through whom, who did what to whom
      ftm            FollowTheMoney entities, one JSON object a line
      webannotation  W3C Web Annotations (JSON-LD)
      dna            Discourse Network Analyzer's event list

    SOURCE is whatever `dragoman read` reads, or a .jsonl file of readings that it made; - takes either from
    standard input. A source that cannot be read is listed at the end, and the others go on. With --store it
    is the articles of a store, all or those that --from, --to, --publication and --between leave.

    \b
    Examples:
      dragoman export csv press/ -o tables.zip
      dragoman read press/ --format jsonl | dragoman export gexf - -o press.gexf
      dragoman export events readings.jsonl -o events.tsv
      dragoman export dyads 2014.jsonl 2015.jsonl -o dyads.csv
      dragoman export events --store press.sqlite --between RUS TUR --from 2015-11-24 -o events.tsv

    Exit code 0: all was read and written; 1: something was not; 2: the command was not understood.
    """
    from dragoman.store.exporting import Chosen

    chosen = Chosen(day(since), day(until), publication, between)
    if address is not None:
        _from_store(address, form, output, chosen, source or urls, quiet)
        return
    if chosen != Chosen():
        raise click.UsageError("--from, --to, --publication and --between need a --store.")
    require_sources(source, urls)
    failed = Failures()
    with Progress(source, quiet) as progress:
        found = _readings(source, urls, options, progress, failed)
        if form in COUNTS_ACTS:
            with laid_aside(found) as store:
                write_kept(store, form, output, chosen)
        else:
            writer(form)(found, output)
    failed.conclude(failures, quiet)


def _from_store(address: str, form: str, output: Path, chosen: Chosen, sources: object, quiet: bool) -> None:
    """Export from a store, whose layers are brought up to date first."""
    from dragoman.layering import Layers

    if sources:
        raise click.UsageError("Name SOURCEs or a --store, not both.")
    with opened_store(address) as store:
        if form in COUNTS_ACTS:
            Layers(store).bring_in()
        with Progress((), quiet, store.count()) as progress:
            write_kept(store, form, output, chosen, progress.step)


def _readings(
    arguments: tuple[str, ...],
    urls: Path | None,
    options: dict[str, Any],
    progress: Progress,
    failed: Failures,
) -> Iterator[Reading]:
    """Yield the readings of all sources, in their order; note what fails, and go on."""
    fresh = _Fresh(options, progress, failed)
    for argument in arguments:
        if not holds_readings(argument):
            yield from fresh.readings((argument,), None)
            continue
        for place, found in made_readings(argument):
            if isinstance(found, Exception):
                failed.add(place, found)
            else:
                yield found
            progress.step(place)
    if urls is not None:
        yield from fresh.readings((), urls)


class _Fresh:
    """Reads articles; the reader, which takes its time to load, is loaded only if there are any."""

    def __init__(self, options: dict[str, Any], progress: Progress, failed: Failures) -> None:
        self._options, self._progress, self._failed = options, progress, failed
        self._reader: Reader | None = None

    def readings(self, arguments: tuple[str, ...], urls: Path | None) -> Iterator[Reading]:
        """Yield the readings of the sources that can be read."""
        published, reader = day(self._options["published"]), self._loaded()
        for source in sources_of(arguments, urls, source_options(self._options)):
            try:
                yield reader.read(dated(source.article(), published))
            except Exception as error:  # one bad article must not stop a batch
                if self._options["debug"]:
                    traceback.print_exc()
                self._failed.add(source.origin, error)
            self._progress.step(source.origin)

    def _loaded(self) -> Reader:
        if self._reader is None:
            from dragoman.knowledge import Knowledge
            from dragoman.pipeline import Reader

            self._reader = Reader(Knowledge.load(self._options["actors"], self._options["propositions"]))
        return self._reader
