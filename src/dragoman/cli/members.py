"""``dragoman members``: who belongs to an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import marked, named, show_page
from dragoman.cli.store_options import answer_options, opened_store, page_options

if TYPE_CHECKING:
    from dragoman.store.answers import MembershipLine


@click.command()
@click.argument("organization")
@click.option(
    "--role", type=click.Choice(["member", "observer", "candidate", "former"]), help="Members of this kind."
)
@page_options
@answer_options
def members(
    organization: str, role: str | None, page: int, size: int, address: str, as_json: bool, as_csv: bool
) -> None:
    """List who belongs to ORGANIZATION, as the articles tell it, those told of last first.

    \b
    Examples:
      dragoman members "Eurasian Economic Union"
      dragoman members OPEC --role former --json
    """
    from dragoman.store.answers import MembershipLine

    with opened_store(address) as store:
        found = store.members(organization, role, page, size)
        show_page(found, MembershipLine, as_json, as_csv, _told)


def _told(line: MembershipLine) -> str:
    return (
        f"  {named([line.member])}: {line.role} of {named([line.organization])}\n"
        f"    {marked(line)}  [{line.start}:{line.end}]"
    )
