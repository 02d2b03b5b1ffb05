"""``dragoman map``: all pairs of states at once, clusters, strained triangles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from dragoman.cli.store_options import DAY, answer_options, opened_store

if TYPE_CHECKING:
    from dragoman.relations.index.ties import Tie, Ties

SHOWN = 15


@click.command("map")
@click.argument("named", metavar="[STATE]", required=False)
@click.option("--of", "state", metavar="STATE", help="The ties of one state alone; the same as STATE.")
@click.option(
    "--on", "on", type=DAY, metavar="YYYY-MM-DD", help="The week of this day; the last one without it."
)
@click.option(
    "--half-life", type=click.FloatRange(0.5, 520), metavar="WEEKS", help="How fast evidence fades (8)."
)
@click.option("--all", "everything", is_flag=True, help="List every pair, not the ends of the list alone.")
@answer_options
def map_(
    named: str | None,
    state: str | None,
    on: datetime | None,
    half_life: float | None,
    everything: bool,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Tell how close all pairs of states are: the closest and the most distant, clusters, strained triangles.

    With STATE, a name or a three-letter code, its ties alone.

    \b
    Examples:
      dragoman map
      dragoman map Iran --on 2015-11-30
      dragoman map --csv > ties.csv
    """
    from dragoman.atlas import atlas
    from dragoman.cli.answers import show_csv, show_json
    from dragoman.cli.reading_options import day
    from dragoman.relations.index.ties import Tie

    if named and state:
        raise click.UsageError("give STATE or --of STATE, not both")
    with opened_store(address) as store:
        found = atlas(store, of=named or state, on=day(on), half_life=half_life)
    if as_json:
        show_json([found])
    elif as_csv:
        show_csv(found.ties, Tie)
    else:
        click.echo("\n".join(_told(found, everything)))


def _told(found: Ties, everything: bool) -> Iterator[str]:
    yield click.style(f"{len(found.ties)} pairs in the week of {found.week}", bold=True)
    shown = list(found.ties)
    hidden = 0 if everything else max(0, len(shown) - 2 * SHOWN)
    yield click.style("closeness ± half of the 90 % band; 0 is what other ties lead one to expect", dim=True)
    for number, tie in enumerate(shown):
        if hidden and number == SHOWN:
            yield click.style(f"  … {hidden} pairs between (--all lists them)", dim=True)
        if not hidden or number < SHOWN or number >= len(shown) - SHOWN:
            yield _tie(tie)
    for number, cluster in enumerate((c for c in found.clusters if len(c) > 1), 1):
        yield f"cluster {number}: {', '.join(cluster)}"
    if found.balance is not None:
        yield f"{found.balance:.0%} of {found.triangles} signed triangles are balanced"
    for triangle in found.strained[:SHOWN]:
        yield f"strained: {', '.join(triangle)} (a hint, no evidence)"


def _tie(tie: Tie) -> str:
    colour = {1: "green", -1: "red", 0: None}[tie.sign]
    size = click.style(f"{tie.closeness:+6.2f}", fg=colour)
    acts = f"{tie.acts} act{'' if tie.acts == 1 else 's'}"
    axes = f"engagement {tie.engagement:+.2f}, enmity {tie.enmity:+.2f}"
    return f"  {tie.first} {tie.second} {size} ± {1.645 * tie.deviation:.2f}  {axes}; {acts}"
