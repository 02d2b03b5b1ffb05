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


class Shelves(click.Group):
    """The commands by what one comes for, each with its whole first sentence."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a section a shelf."""
        for shelf, commands in SHELVES.items():
            rows = [(command.name or "", command.get_short_help_str(limit=400)) for command in commands]
            with formatter.section(shelf):
                formatter.write_dl(rows)


SHELVES: dict[str, tuple[click.Command, ...]] = {
    "Read": (read, add, import_),
    "Ask of states": (between, issue, contested, forecasts, reactions, map_, events, agreements, members),
    "Ask of people and words": (who, said, search, actors),
    "Check": (cite, corrections, copies, stories),
    "Pass on": (serve, export),
    "Look up and maintain": (codebook, schema, resolve),
}
"""Every command, on the shelf where somebody looks for it who doesn't know its name."""


@click.group(cls=Shelves, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dragoman")
def cli() -> None:
    """Dragoman reads news articles offline, and says who said what, in whose words, and through whom; who did
    what to whom; and, over many articles, how close two states are, on what, and on whose word.

    \b
    Examples:
      dragoman read article.txt
      dragoman add press/                    keep a folder of articles in dragoman.sqlite
      dragoman between Russia Iran           then ask
      dragoman said --by Putin --about Syria
      dragoman COMMAND --help                what a command can do, with examples
    """


for shelved in SHELVES.values():
    for command in shelved:
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
