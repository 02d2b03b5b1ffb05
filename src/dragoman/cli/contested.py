"""``dragoman contested``: where sources contradict each other, and on whose word each side rests."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import EMPTY, named, show_csv, show_json
from dragoman.cli.store_options import answer_options, days, opened_store

if TYPE_CHECKING:
    from dragoman.ledgers.card_lines import CardLine, ClaimLine, RootLine, SideLine

KINDS = ("polarity", "agent", "quantity", "date", "status", "meaning")


@click.command()
@click.argument("states", nargs=-1, metavar="[A [B]]")
@click.option("--issue", help="Disputes on this issue of the tables.")
@click.option("--kind", type=click.Choice(KINDS), help="Disputes of this kind.")
@days
@answer_options
def contested(
    states: tuple[str, ...],
    issue: str | None,
    kind: str | None,
    since: datetime | None,
    until: datetime | None,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List what sources contradict each other in, both sides with their words, the earliest first.

    A and B are states, by name or by three letters: disputes that involve A, or A and B both. Each side is
    counted by independent roots, those who first said it, and never by articles. Nobody is given right.

    \b
    Examples:
      dragoman contested
      dragoman contested Russia Turkey --since 2015-11-24 --until 2015-12-31
      dragoman contested IRN --kind meaning --json
    """
    from dragoman.between import state_named
    from dragoman.cli.reading_options import day
    from dragoman.knowledge import Knowledge
    from dragoman.ledgers.answers import disputes_now
    from dragoman.ledgers.card_lines import FlatLine, flat_lines
    from dragoman.ledgers.gathering import Asked

    if len(states) > 2:
        raise click.UsageError("name one state or two")
    tables = Knowledge.load() if states else None
    codes = tuple(state_named(name, tables)[0] for name in states if tables)
    with opened_store(address) as store:
        asked = Asked(codes, day(since), day(until), issue, kind)
        lines = disputes_now(store, asked)
        empty = not store.count()
    if as_json:
        show_json(lines)
    elif as_csv:
        show_csv(list(flat_lines(lines)), FlatLine)
    elif empty:
        click.echo(EMPTY)
    else:
        for line in lines:
            click.echo(told_card(line))
        click.echo(click.style(_summary(len(lines)), dim=True))


def _summary(count: int) -> str:
    if not count:
        return "nothing contested found: no two independent sources there contradict each other"
    return f"{count} contested"


def told_card(card: CardLine) -> str:
    """Return a dispute for the eye: what it is about, and each side with its roots and their words."""
    when = f"since {card.first_seen}" if card.first_seen else "undated"
    about = ", ".join((*card.states, *card.issues))
    facts = "  ".join(fact for fact in (card.kind, card.state, when, about) if fact)
    head = click.style(card.id, bold=True) + click.style(f"  {facts}", dim=True)
    return "\n".join((head, f"  {card.question}", *(_side(side) for side in card.sides)))


def _side(side: SideLine) -> str:
    roots = "; ".join(_root(root) for root in side.by)
    left = "" if side.live else "  (given up)"
    counted = f"{_many(side.articles, 'article')}, {_many(side.roots, 'root')}"
    lines = [f"  {click.style(named([side.value]), bold=True)}: {counted} ({roots}){left}"]
    return "\n".join([*lines, *(_claim(claim) for root in side.by for claim in root.claims)])


def _root(root: RootLine) -> str:
    state = f", {root.state}" if root.state else ""
    what = {"article": ", in its own voice", "not named": ", not named", "named": ""}[root.kind]
    return f"{named([root.name])}{state}{what}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _claim(claim: ClaimLine) -> str:
    from dragoman.show.plain import isolated, one_line, shortened

    words = isolated(shortened(one_line(claim.text), 160))
    facts = [claim.published.isoformat() if claim.published else "undated", claim.publication or "", claim.id]
    where = "  ".join(one_line(fact) for fact in facts if fact)
    return (
        f"    {named([claim.claimant])}: {words}  [{claim.start}:{claim.end}]  {click.style(where, dim=True)}"
    )
