"""The options of every command that asks the store: where it is, which page, in which form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dragoman.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT = "dragoman.sqlite"
"""The store's file in the working folder, where neither --store nor $DRAGOMAN_STORE names one."""


class Day(click.DateTime):
    """A day as 2015-11-24; whatever else is given is refused in one line that says so."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day; click.BadParameter where the words are none."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day; write it as 2015-11-24", param, ctx)


DAY = Day()
STATUSES = ("done", "ongoing", "planned", "possible", "conditional", "demanded", "negated")

_STORE = click.option(
    "--store",
    "address",
    envvar="DRAGOMAN_STORE",
    default=DEFAULT,
    show_default=True,
    metavar="PATH|URL",
    help="The store: a file, or postgresql://…; $DRAGOMAN_STORE names another default.",
)
_FORMS = (
    click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line."),
    click.option("--csv", "as_csv", is_flag=True, help="Print CSV with a head line."),
)
_PAGES = (
    click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="Which page."),
    click.option(
        "--size", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many on a page."
    ),
)


def store_option(command: Command) -> Command:
    """Give a command the option that names the store."""
    return _STORE(command)


def answer_options(command: Command) -> Command:
    """Give a command the options of every question: the store, and the form of the answer."""
    for option in reversed((_STORE, *_FORMS)):
        command = option(command)
    return command


def page_options(command: Command) -> Command:
    """Give a command the options that turn pages."""
    for option in reversed(_PAGES):
        command = option(command)
    return command


def period(command: Command) -> Command:
    """Give a command the first and the last day that are asked for."""
    last = click.option("--to", "until", type=DAY, metavar="YYYY-MM-DD", help="The last day, included.")
    first = click.option("--from", "since", type=DAY, metavar="YYYY-MM-DD", help="The first day, included.")
    return first(last(command))


def days(command: Command) -> Command:
    """Give a command that tells of a time the first and the last day of it, as ``between`` names them."""
    last = click.option("--until", type=DAY, metavar="YYYY-MM-DD", help="The last day, included.")
    first = click.option("--since", type=DAY, metavar="YYYY-MM-DD", help="The first day, included.")
    return first(last(command))


def opened_store(address: str, create: bool = False) -> Store:
    """Open the store; what has to be done to it first is said on standard error."""
    from dragoman.store import open_store

    return open_store(address, create=create, say=lambda told: click.echo(f"dragoman: {told}", err=True))
