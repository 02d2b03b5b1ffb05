"""``dragoman forecasts``: who foretold what, by when, and what people ruled came of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import EMPTY, show, show_csv, show_json
from dragoman.cli.store_options import DAY, answer_options, opened_store, store_option

if TYPE_CHECKING:
    from dragoman.ledgers.rulings import Ruled

STATES = ("open", "due", "true", "false", "void", "unresolvable")
RULINGS = STATES[2:]

_BECAUSE = click.option("--because", metavar="REASON", help="Why: kept in the ledger with the ruling.")
_JUDGE = click.option("--judge", metavar="NAME", help="Who rules; by default the name of the user.")


@click.group(invoke_without_command=True)
@click.option("--by", metavar="NAME", help="Forecasts of this claimant.")
@click.option("--about", metavar="NAME", help="Forecasts that name this one, or a state's people.")
@click.option("--state", type=click.Choice(STATES), help="Forecasts in this state.")
@click.option("--due", is_flag=True, help="Forecasts whose time is over and on which nobody ruled.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="The day from which they are due; today.")
@answer_options
@click.pass_context
def forecasts(
    context: click.Context,
    by: str | None,
    about: str | None,
    state: str | None,
    due: bool,
    as_of: datetime | None,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List forecasts, the earliest first: who foretold what, on what condition, by when, how likely.

    A claimant's forecast is told once, however often it is printed. Acts that are told as done later and in
    time are proposed under it; what came of it is ruled by you. NAME is as in `dragoman said`.

    \b
    Examples:
      dragoman forecasts --by Sampleova
      dragoman forecasts --about Iran --due
      dragoman forecasts resolve 44765bd61428 false --because "the credit was never drawn"
      dragoman forecasts scores
    """
    if context.invoked_subcommand is not None:
        return
    from dragoman.cli.forecasts_told import told_forecast
    from dragoman.cli.reading_options import day
    from dragoman.ledgers.answers import forecasts_now
    from dragoman.ledgers.forecast_lines import ForecastLine, forecast_line
    from dragoman.ledgers.forecasting import Wanted

    if due and state not in (None, "due"):
        raise click.UsageError("--due asks for forecasts that are due: leave --state out")
    with opened_store(address) as store:
        wanted = Wanted(by, about, "due" if due else state)
        lines = [forecast_line(row) for row in forecasts_now(store, wanted, day(as_of))]
        empty = not store.count()
    nothing = EMPTY if empty else "no forecast found"
    show(lines, ForecastLine, as_json, as_csv, told_forecast, nothing, f"{len(lines)} forecasts")


@forecasts.command()
@click.argument("forecast")
@click.argument("ruling", type=click.Choice(RULINGS))
@_BECAUSE
@_JUDGE
@store_option
def resolve(forecast: str, ruling: str, because: str | None, judge: str | None, address: str) -> None:
    """Rule what came of a forecast, by its id: it came to that (true) or not (false), or can't be known.

    A ruling is on what was foretold: of a doubt, false means that the doubter was right. Void is for a
    condition that was not met. A later ruling takes the place of an earlier one; both are kept.

    \b
    Examples:
      dragoman forecasts resolve 44765bd61428 false --because "never drawn"
    """
    from dragoman.ledgers.answers import resolve as entered

    with opened_store(address) as store:
        made = entered(store, forecast, ruling, because, judge)
    click.echo(_told(made))


@forecasts.command()
@click.argument("number", type=int)
@_BECAUSE
@_JUDGE
@store_option
def undo(number: int, because: str | None, judge: str | None, address: str) -> None:
    """Undo the ruling with that NUMBER; it stays in the ledger, and an earlier one stands again.

    \b
    Examples:
      dragoman forecasts undo 3 --because "wrong forecast"
    """
    from dragoman.ledgers.rulings import unrule

    with opened_store(address) as store:
        undone = unrule(store, number, because, judge)
    click.echo(f"undone: {_told(undone)}")


@forecasts.command("rulings")
@answer_options
def list_rulings(address: str, as_json: bool, as_csv: bool) -> None:
    """List the rulings in the order in which they were made.

    \b
    Examples:
      dragoman forecasts rulings --csv
    """
    from dragoman.ledgers.rulings import Ruled, rulings

    with opened_store(address) as store:
        found = rulings(store)
    show(found, Ruled, as_json, as_csv, _told, "nobody has ruled yet", f"{len(found)} rulings")


@forecasts.command("scores")
@answer_options
def list_scores(address: str, as_json: bool, as_csv: bool) -> None:
    """Score claimants with 20 or more resolved forecasts that have numbers; others are only counted.

    \b
    Examples:
      dragoman forecasts scores --json
    """
    from dragoman.cli.forecasts_told import ScoreLine, score_lines, told_scores
    from dragoman.ledgers.answers import forecasts_now

    with opened_store(address) as store:
        found = forecasts_now(store)
    lines = score_lines(found)
    if as_json:
        show_json(lines)
    elif as_csv:
        show_csv(lines, ScoreLine)
    else:
        click.echo(told_scores(lines, found))


def _told(one: Ruled) -> str:
    from dragoman.show.plain import one_line

    why = f"  because {one_line(one.because)}" if one.because else ""
    stands = "" if one.stands else "  (does not stand)"
    return f"{one.number}  {one.made}  {one_line(one.by)}: {one.forecast} is {one.ruling}{why}{stands}"
