"""The command line: one file a command."""

from __future__ import annotations

import sys

import click

from dragoman.cli.actors import actors
from dragoman.cli.add import add
from dragoman.cli.agreements import agreements
from dragoman.cli.between import between
from dragoman.cli.cite import cite
from dragoman.cli.codebook import codebook
from dragoman.cli.contested import contested
from dragoman.cli.corrections import corrections
from dragoman.cli.events import events
from dragoman.cli.export import export
from dragoman.cli.forecasts import forecasts
from dragoman.cli.groups import copies, stories
from dragoman.cli.import_ import import_
from dragoman.cli.issue import issue
from dragoman.cli.map import map_
from dragoman.cli.members import members
from dragoman.cli.reactions import reactions
from dragoman.cli.read import read
from dragoman.cli.resolve import resolve
from dragoman.cli.said import said
from dragoman.cli.schema import schema
from dragoman.cli.search import search
from dragoman.cli.serve import serve
from dragoman.cli.who import who
from dragoman.errors import DragomanError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dragoman")
def cli() -> None:
    """Dragoman reads news articles offline: who said what, in whose words, and through whom.

    \b
    Examples:
      dragoman read article.txt
      dragoman read press/ --format html -o press.html
      dragoman read https://example.org/story.html
      cat article.txt | dragoman read -
      dragoman add press/ && dragoman said --by Putin --about Turkey
    """


for command in (
    read,
    add,
    search,
    said,
    who,
    between,
    issue,
    map_,
    actors,
    contested,
    corrections,
    forecasts,
    reactions,
    events,
    agreements,
    members,
    import_,
    copies,
    stories,
    cite,
    export,
    resolve,
    serve,
    codebook,
    schema,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; what Dragoman raises on purpose becomes one line and exit code 1."""
    try:
        cli(prog_name="dragoman")
    except DragomanError as error:
        click.echo(f"dragoman: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone (| head): nothing is left to say, and nothing to flush.
        sys.stderr.close()
        sys.exit(0)
