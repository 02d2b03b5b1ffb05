"""``dragoman cite``: what to cite for a finding."""

from __future__ import annotations

import click

from dragoman.cli.answers import named, show_csv, show_json
from dragoman.cli.store_options import answer_options, opened_store

LONGEST = 600
"""So much of the evidence is shown for the eye; --json and --csv give all of it."""


@click.command()
@click.argument("identifier", metavar="ID")
@answer_options
def cite(identifier: str, address: str, as_json: bool, as_csv: bool) -> None:
    """Cite the evidence of a finding, and the versions of what found it.

    ID is what every answer begins with, such as 3f2a9c51e0ab:s4; 3f2a9c51e0ab alone is the document.

    \b
    Examples:
      dragoman cite 3f2a9c51e0ab:s4
      dragoman cite 3f2a9c51e0ab --json
    """
    from dragoman.show.plain import shortened
    from dragoman.store.citing import Citation

    with opened_store(address) as store:
        found = store.cite(identifier)
    if as_json:
        show_json([found])
    elif as_csv:
        show_csv([found], Citation)
    else:
        click.echo(named([found.text]))
        click.echo(f"  {shortened(named([found.quote]), LONGEST)}")
        others = [origin for origin in found.origins if origin != found.origin]
        if others:
            click.echo(f"  the same text also at {named(others)}")
