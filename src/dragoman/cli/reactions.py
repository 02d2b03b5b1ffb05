"""``dragoman reactions A B``: what third states said on a pair's acts, and how close they were then."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import EMPTY, show_csv, show_json
from dragoman.cli.store_options import answer_options, opened_store

if TYPE_CHECKING:
    from dragoman.ledgers.reaction_lines import ReactionLine


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--by", metavar="C", help="Reactions of this state alone.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the bands: the same gives the same.")
@answer_options
def reactions(
    first: str, second: str, by: str | None, seed: int, address: str, as_json: bool, as_csv: bool
) -> None:
    """List what third states said on the acts of A and B, and how close they were to each before and after.

    A, B and C are states, by name or by three letters. A remark tells of the act itself, or names both states
    within 14 days after it. Closeness is that of the 60 days after the act beside the 90 before: after it,
    which is not because of it.

    \b
    Examples:
      dragoman reactions Russia Iran
      dragoman reactions RUS TUR --by USA --json
    """
    from dragoman.between import state_named
    from dragoman.knowledge import Knowledge
    from dragoman.ledgers.reacting import reactions_to
    from dragoman.ledgers.reaction_lines import ReactionLine, reaction_lines

    tables = Knowledge.load()
    one, two = (state_named(name, tables)[0] for name in (first, second))
    third = state_named(by, tables)[0] if by else None
    if len({one, two, third}) < 3:
        raise click.UsageError("A, B and C are different states")
    with opened_store(address) as store:
        lines = list(reaction_lines(reactions_to(store, (one, two), third, seed)))
        empty = not store.count()
    if as_json:
        show_json(lines)
    elif as_csv:
        show_csv(lines, ReactionLine)
    elif empty:
        click.echo(EMPTY)
    else:
        for _, group in groupby(lines, key=lambda line: (line.act, line.third)):
            click.echo(told_reaction(list(group)))
        counted = f"{len(lines)} remark{'' if len(lines) == 1 else 's'}"
        click.echo(click.style(counted if lines else "no reaction found", dim=True))


def told_reaction(lines: list[ReactionLine]) -> str:
    """Return a third state's remarks on one act for the eye, and its closeness to the two."""
    from dragoman.show.plain import isolated, one_line, shortened

    first = lines[0]
    act = f"{first.act_day}  {first.act_type}  {first.first} {first.second}  {first.act}"
    told = [f"{click.style(act, bold=True)}  [{first.act_start}:{first.act_end}]  {first.third}:"]
    for line in lines:
        facts = [line.published.isoformat() if line.published else "undated", line.publication or "", line.id]
        where = "  ".join(one_line(fact) for fact in facts if fact)
        words = isolated(shortened(one_line(line.text), 160))
        told.append(f"  {one_line(line.by)} ({line.link}): {words}  [{line.start}:{line.end}]")
        told[-1] += f"  {click.style(where, dim=True)}"
    told.append(_closeness(first.third, first.first, first.first_verdict, first.first_before,
                           first.first_after, first.first_low, first.first_high))  # fmt: skip
    told.append(_closeness(first.third, first.second, first.second_verdict, first.second_before,
                           first.second_after, first.second_low, first.second_high))  # fmt: skip
    return "\n".join(told)


def _closeness(
    third: str, state: str, verdict: str, before: float | None, after: float | None, low: float | None,
    high: float | None,
) -> str:  # fmt: skip
    if before is None or after is None or low is None or high is None:
        return f"  {third}-{state} after it: {verdict}"
    values = f"{before:+.2f} before, {after:+.2f} after (difference {low:+.2f} to {high:+.2f})"
    return f"  {third}-{state} after it: {verdict}; closeness {values}"
