"""``dragoman schema``: print the JSON Schema of a reading."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of what `dragoman read --format jsonl` writes.

    \b
    Example:
      dragoman schema > reading.schema.json
    """
    from dragoman.schema import schema_text

    click.echo(schema_text(), nl=False)
