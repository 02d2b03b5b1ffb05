"""``dragoman agreements``: what was agreed between whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import marked, named, show_page
from dragoman.cli.store_options import answer_options, opened_store, page_options

if TYPE_CHECKING:
    from dragoman.store.answers import AgreementLine

_STATUSES = ("signed", "agreed", "announced", "proposed", "under study", "suspended", "rejected")


@click.command()
@click.option("--between", nargs=2, metavar="A B", help="Agreements to which both are parties.")
@click.option("--with", "party", metavar="NAME", help="Agreements to which this one is a party.")
@click.option("--status", type=click.Choice(_STATUSES), help="Agreements of this status.")
@page_options
@answer_options
def agreements(
    between: tuple[str, str] | None,
    party: str | None,
    status: str | None,
    page: int,
    size: int,
    address: str,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List agreements by their parties, those told of last first.

    A state's name or its three letters (Iran, IRN) means all who act for it.

    \b
    Examples:
      dragoman agreements --between Russia Iran
      dragoman agreements --with Rosatom --status signed
      dragoman agreements --csv
    """
    from dragoman.store.answers import AgreementLine

    parties = (*(between or ()), *([party] if party else ()))
    with opened_store(address) as store:
        show_page(store.agreements(parties, status, page, size), AgreementLine, as_json, as_csv, _told)


def _told(line: AgreementLine) -> str:
    facts = [f"{line.instrument or 'agreement'}, {line.status}", named(line.parties)]
    facts += [named([line.amount])] if line.amount else []
    facts += [f"on {named([line.subject])}"] if line.subject else []
    facts += [f"for {named([line.purpose])}"] if line.purpose else []
    facts += [f"open: {named([line.open_points])}"] if line.open_points else []
    return f"  {'; '.join(facts)}\n    {marked(line)}  [{line.start}:{line.end}]"
