"""``dragoman import``: bring event tables made elsewhere into a store."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.output import Failures
from dragoman.cli.store_options import opened_store, store_option
from dragoman.errors import NotATable

if TYPE_CHECKING:
    from dragoman.records import ImportedAct
    from dragoman.relations.imported.imports import Table
    from dragoman.store import Store


@click.command("import")
@click.argument("file", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@store_option
@click.option(
    "--form", metavar="NAME", help="icews, gdelt, polecat, acled, dyads, dyad_years; else told by the header."
)
@click.option(
    "--columns", "map_", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="YAML",
    help="A map of columns of your own, for tables of other forms.",
)  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="List what was brought in, as tab-separated lines.")
@click.option("--forget", metavar="NAME", help="Take a file's acts out again, by its name or digest.")
@click.option("--quiet", is_flag=True, help="Say nothing of what went well.")
def import_(
    file: tuple[Path, ...], address: str, form: str | None, map_: Path | None, listing: bool,
    forget: str | None, quiet: bool,
) -> None:  # fmt: skip
    """Bring event tables made elsewhere into a store, so that closeness is measured from them too.

    FILE is CSV, tab-separated text or Parquet: ICEWS, GDELT, POLECAT, ACLED, or a table of your own with a
    line for a pair and a day (columns day, a, b, type). Their acts have no span: whatever rests on them says
    so.

    \b
    Examples:
      dragoman import events.2015.tab --store press.sqlite
      dragoman import 20151124.export.csv --form gdelt
      dragoman import sanctions.csv --columns sanctions.yaml
      dragoman import --list
      dragoman import --forget events.2015.tab

    Exit code 0: all is in the store; 1: a file could not be brought in; 2: the command was not understood.
    """
    if not (file or listing or forget):
        raise click.UsageError("give a FILE, --list or --forget NAME")
    failed = Failures()
    with opened_store(address, create=bool(file)) as store:
        if forget:
            _forget(store, forget, quiet)
        for path in file:
            try:
                _bring(store, path, form, map_, quiet)
            except Exception as error:
                failed.add(str(path), error)
        if listing:
            _list(store)
    failed.conclude(None, quiet=False)


def _bring(store: Store, path: Path, form: str | None, map_: Path | None, quiet: bool) -> None:
    from dragoman.relations.imported.imports import digest_of, open_table
    from dragoman.store import imported

    table = open_table(path, form, map_)
    digest = digest_of(path)
    with store.reading() as connection:
        there = imported.known(connection, digest)
    if there:
        if not quiet:
            click.echo(f"{path}: known, {there.acts:,} acts", err=True)
        return
    with store.writing() as connection:
        brought = imported.bring_in(connection, digest, path.name, table.form, _told(table, quiet))
        if not brought.acts:
            raise NotATable(
                f"no row is an act between two states ({_passed(table)}); is {table.form} its form?"
            )
    if not quiet:
        click.echo(f"{path}: {brought.acts:,} acts as {table.form}; {_passed(table)}", err=True)


def _told(table: Table, quiet: bool) -> Iterator[ImportedAct]:
    """Yield a table's acts, with a word every hundred thousand where somebody watches."""
    watched = not quiet and sys.stderr.isatty()
    for number, act in enumerate(table, 1):
        if watched and number % 100_000 == 0:
            click.echo(f"{table.path}: {number:,} acts …", err=True)
        yield act


def _passed(table: Table) -> str:
    told = [f"{count:,} rows passed over ({why})" for why, count in sorted(table.passed_over.items())]
    return ", ".join(told) or "no row passed over"


def _forget(store: Store, name: str, quiet: bool) -> None:
    from dragoman.store import imported

    with store.writing() as connection:
        gone = imported.forget(connection, name)
    if not quiet:
        click.echo(f"{gone.name}: {gone.acts:,} acts taken out", err=True)


def _list(store: Store) -> None:
    from dragoman.store import imported

    click.echo("name\tform\tacts\tdigest")
    with store.reading() as connection:
        for one in imported.files(connection):
            click.echo(f"{one.name}\t{one.form}\t{one.acts}\t{one.digest}")
