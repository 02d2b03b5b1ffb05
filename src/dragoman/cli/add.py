"""``dragoman add``: read sources into a store."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.output import Failures, Progress, counted
from dragoman.cli.reading_options import day, reading_options, require_sources, source_options, sources_of
from dragoman.cli.store_options import opened_store, store_option

if TYPE_CHECKING:
    from dragoman.adding import Adder, Coming
    from dragoman.store import Store


@click.command()
@click.argument("source", nargs=-1)
@store_option
@click.option("--jobs", type=click.IntRange(1), help="So many processes read; by default one for each core.")
@click.option(
    "--reread",
    is_flag=True,
    help="Read again what another version of Dragoman has read; without SOURCE, in the whole store.",
)
@reading_options
def add(
    source: tuple[str, ...],
    address: str,
    jobs: int | None,
    reread: bool,
    failures: Path | None,
    quiet: bool,
    debug: bool,
    urls: Path | None,
    **options: Any,
) -> None:
    """Read articles into a store, so that they can be searched and asked.

    SOURCE is what `dragoman read` takes. A text that the store has is not read again: adding the same
    thing twice changes nothing, and after an interruption the same command goes on where it was.

    \b
    Examples:
      dragoman add press/
      dragoman add archive.jsonl crawl.warc.gz --store press.sqlite
      dragoman add press/ --store postgresql://desk@example.org/press
      dragoman add --reread

    Exit code 0: all is in the store; 1: something could not be read; 2: the command was not understood.
    """
    from dragoman.adding import Adder
    from dragoman.knowledge import Knowledge
    from dragoman.reading_pool import Tables

    if not reread:
        require_sources(source, urls)
    own = Tables(options["actors"], options["propositions"])
    if own.actors or own.propositions:
        Knowledge.load(own.actors, own.propositions)  # a wrong row is told before anything is read
    failed, results = Failures(), Counter[str]()
    with opened_store(address, create=bool(source or urls)) as store:
        adder = Adder(store, own, jobs or _cores(source, urls), day(options["published"]), reread)
        found = sources_of(source, urls, source_options(options)) if source or urls else _kept(store)
        try:
            _add(adder, found, Progress(source, quiet), failed, results, debug)
        except KeyboardInterrupt:
            click.echo(
                f"dragoman: interrupted; {_told(results)}; the same command goes on from here", err=True
            )
            raise SystemExit(130) from None
        if not quiet:
            click.echo(
                f"{_told(results)}; the store {address.rpartition('@')[2]} holds {store.count()}", err=True
            )
    failed.conclude(failures, quiet)


def _add(
    adder: Adder,
    found: Iterator[Coming],
    progress: Progress,
    failed: Failures,
    results: Counter[str],
    debug: bool,
) -> None:
    with progress:
        for outcome in adder.add(found):
            results[outcome.result] += 1
            progress.step(outcome.origin)
            if outcome.error is not None:
                failed.add(outcome.origin, outcome.error)
                if debug and outcome.trace:
                    click.echo(outcome.trace, err=True)


def _kept(store: Store) -> Iterator[Coming]:
    """Yield the store's own articles as sources."""
    from dragoman.ingest import Source

    for article in store.articles():
        yield Source(article.origin or article.title or "an article", lambda kept=article: kept)  # type: ignore[misc]


def _cores(source: tuple[str, ...], urls: Path | None) -> int:
    """Return how many processes are worth their start: one for a few articles."""
    few = None if urls else counted(source)
    if few is not None and 0 < few <= 3:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _told(results: Counter[str]) -> str:
    named = {"new": "added", "replaced": "read again", "known": "known", "failed": "failed"}
    told = [f"{results[result]} {name}" for result, name in named.items() if results[result]]
    return ", ".join(told) or "nothing added"
