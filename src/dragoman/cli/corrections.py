"""``dragoman corrections``: what people corrected of single findings, and the undoing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dragoman.cli.answers import show
from dragoman.cli.store_options import answer_options, opened_store, store_option

if TYPE_CHECKING:
    from dragoman.store.amending import CorrectionLine

_SHOWN = 80
NONE = "nobody has corrected anything; a finding is corrected at its card on the desk (`dragoman serve`)"
"""What is said in place of an empty list."""


@click.group(invoke_without_command=True)
@click.pass_context
def corrections(context: click.Context) -> None:
    """List what people corrected of findings, and undo.

    On the desk (`dragoman serve`) a person corrects a finding: another source, other words, others in its
    chain, or that it is none. Corrections are a ledger that no later reading overwrites; every answer rests
    on what stands in it. Without a verb, they are listed.

    \b
    Examples:
      dragoman corrections list
      dragoman corrections list 3f2a9c51e0ab --csv
      dragoman corrections undo 7
    """
    if context.invoked_subcommand is None:
        # Parsed as if it had been asked for: a plain invoke would know nothing of $DRAGOMAN_STORE.
        with list_corrections.make_context("list", [], parent=context) as listing:
            list_corrections.invoke(listing)


@corrections.command("list")
@click.argument("document", required=False)
@answer_options
def list_corrections(document: str | None, address: str, as_json: bool, as_csv: bool) -> None:
    """List corrections in the order in which they were made, all or those of one DOCUMENT (its id).

    \b
    Examples:
      dragoman corrections list
      dragoman corrections list 3f2a9c51e0ab
      dragoman corrections list --json > corrections.jsonl
    """
    from dragoman.store.amending import CorrectionLine

    with opened_store(address) as store:
        found = store.corrections(document)
    show(found, CorrectionLine, as_json, as_csv, told, NONE)


@corrections.command()
@click.argument("number", type=int)
@click.option("--because", metavar="REASON", help="Why: kept in the ledger.")
@click.option("--by", metavar="NAME", help="Who undoes it; by default the name of the user.")
@store_option
def undo(number: int, because: str | None, by: str | None, address: str) -> None:
    """Undo the correction with that NUMBER; both stay in the ledger.

    \b
    Examples:
      dragoman corrections undo 7 --because "it was the ministry after all"
    """
    from dragoman.correcting import Corrector

    with opened_store(address) as store:
        undone = Corrector(store, by).undo(number, because)
    click.echo(told(undone))


def told(one: CorrectionLine) -> str:
    """Return a correction on two lines: what is changed of which finding, and who did it, when and why."""
    from dragoman.show.plain import isolated, one_line, shortened

    def words(text: str) -> str:
        return isolated(shortened(one_line(text), _SHOWN))

    state = "" if one.stands else "undone: "
    what = one.verb if one.role is None else f"{one.verb} ({one.role})"
    was, now = words(one.was or "nobody"), words(one.now or "nobody")
    changed = "" if one.verb == "reject" else f": {was} → {now}"
    unmet = "" if one.met else "; the reading holds nothing like it"
    because = f": {one_line(one.because)}" if one.because else ""
    place = one.finding or f"{one.document[:12]} [{one.start}:{one.end}]"
    return (
        f"{one.number}  {state}{what} of {place}, “{words(one.words)}”{changed}\n"
        f"   {one_line(one.by)}, {one.made[:16]}{because}{unmet}"
    )
