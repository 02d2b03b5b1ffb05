"""``dragoman between A B``: how close two states are, whether it changed and why, where they differ."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.store_options import DAY, answer_options, opened_store

if TYPE_CHECKING:
    from dragoman.between import Between

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option(
    "--since", type=DAY, metavar="YYYY-MM-DD", help="Compare the time from this day with as long before."
)
@click.option(
    "--until", type=DAY, metavar="YYYY-MM-DD", help="Look from this day: what was told later is unknown."
)
@click.option("--issue", help="Closeness and agreement on this issue alone.")
@click.option(
    "--half-life", type=click.FloatRange(0.5, 520), metavar="WEEKS", help="How fast evidence fades (8)."
)
@click.option("--weights", "own", type=FILE, metavar="FILE", help="Your own weights (YAML); the rest stays.")
@click.option("--figure", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Draw closeness with its band to a .svg, .png or .pdf.")  # fmt: skip
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Of the bootstrap: the same gives the same bytes."
)
@answer_options
def between(
    first: str,
    second: str,
    since: datetime | None,
    until: datetime | None,
    issue: str | None,
    half_life: float | None,
    own: Path | None,
    figure: Path | None,
    seed: int,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Tell how close two states are, on what, on whose word, and where there are hints of disagreement.

    What each did to the other stands in the order of days, with its words, who tells of it and on whose word;
    then what is said of the two, by those who speak for either and by others.

    A and B are names or three-letter codes of states; their order doesn't matter. --csv gives the weeks of
    the series, --json everything.

    \b
    Examples:
      dragoman between Russia Iran
      dragoman between RUS IRN --since 2015-09-30 --figure closeness.svg
      dragoman between Russia Turkey --csv > weeks.csv
    """
    from dataclasses import replace

    from dragoman.between import between as asked
    from dragoman.chronicle import chronicle
    from dragoman.cli.reading_options import day
    from dragoman.knowledge.base import Knowledge
    from dragoman.relations import read_weights

    tables = Knowledge.load()
    with opened_store(address) as store:
        found = asked(
            store, first, second, since=day(since), until=day(until), issue=issue, half_life=half_life,
            given=read_weights(own) if own else None, knowledge=tables, seed=seed,
        )  # fmt: skip
        story = chronicle(store, found, until=day(until), issue=issue, knowledge=tables)
        found = replace(found, story=story)
    if figure is not None:
        _draw(found, figure)
    if as_json:
        from dragoman.cli.answers import show_json

        show_json([found])
    elif as_csv:
        _weeks(found)
    else:
        from dragoman.cli.between_told import told

        click.echo("\n".join(told(found, tables)))


def _weeks(found: Between) -> None:
    """Print the series as CSV; the head line alone where there is none."""
    import csv
    import sys

    rows = list(found.series.rows()) if found.series else []
    names = list(rows[0]) if rows else ["week", "engagement", "enmity", "closeness", "low", "high"]
    table = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)


def _draw(found: Between, path: Path) -> None:
    from dragoman.errors import RelationsError
    from dragoman.show.figures import draw_closeness

    series = found.series
    if series is None:
        raise RelationsError(f"nothing to draw: no act between {' and '.join(found.names)} is in the store")
    draw_closeness(
        path, f"{found.names[0]} and {found.names[1]}", series.weeks, series.closeness.tolist(),
        (series.low.tolist(), series.high.tolist()), (series.engagement.tolist(), series.enmity.tolist()),
        [one.week for one in found.breaks],
        f"Dragoman; scale {series.scale}, half-life {series.half_life:g} weeks, "
        f"weights {series.weights[:8]}, reference {series.reference[:8]}, seed {series.seed}",
    )  # fmt: skip
    click.echo(f"drawn: {path}", err=True)
