"""``dragoman actors``: who is who over the whole archive, and what people judge of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

import click

from dragoman.cli.actors_output import judged, listed, portrayed, told_unsure
from dragoman.cli.answers import show
from dragoman.cli.store_options import answer_options, opened_store, page_options, store_option
from dragoman.records.actor import ActorKind

if TYPE_CHECKING:
    from dragoman.store.curated import Portrait

_BECAUSE = click.option("--because", metavar="REASON", help="Why: kept in the ledger with the judgement.")
_BY = click.option("--by", metavar="NAME", help="Who judges; by default the name of the user.")


class _Verbs(click.Group):
    """The verbs of ``dragoman actors``; a name where a verb is wanted is told where names go."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            ask = f"dragoman actors list {shlex.quote(args[0])}"
            ctx.fail(f"{args[0]!r} is no verb of actors. If it is a name: {ask}")
        return super().resolve_command(ctx, args)


@click.group(invoke_without_command=True, cls=_Verbs)
@click.pass_context
def actors(context: click.Context) -> None:
    """Show who is who over the whole archive, and merge, split and undo.

    Names are brought to their actors when articles are added, each with a score and a reason; what is not
    sure stays apart and is listed under `unsure`. What people judge is a ledger that no later run
    overwrites. Without a verb, the actors are listed.

    \b
    Examples:
      dragoman actors list Khamenei
      dragoman actors show wikidata:Q34448
      dragoman actors unsure
      dragoman actors merge "Javad Zarif" Sarif --because "spelled as in German"
      dragoman actors split "John Smith" --document 3f2a9c51e0ab --because "the footballer"
      dragoman actors undo 7
    """
    if context.invoked_subcommand is None:
        # Parsed as if it had been asked for: a plain invoke would know nothing of $DRAGOMAN_STORE.
        with list_actors.make_context("list", [], parent=context) as listing:
            list_actors.invoke(listing)


@actors.command("list")
@click.argument("words", required=False)
@click.option("--kind", type=click.Choice(get_args(ActorKind)), help="Actors of this kind.")
@page_options
@answer_options
def list_actors(
    words: str | None, kind: str | None, page: int, size: int, address: str, as_json: bool, as_csv: bool
) -> None:
    """List the actors that are called by WORDS, or all; those in most documents first.

    \b
    Examples:
      dragoman actors list
      dragoman actors list Хаменеи --json
      dragoman actors list --kind company --size 100 --csv
    """
    from dragoman.errors import StoreError
    from dragoman.store.curated import Curated

    with opened_store(address) as store:
        try:
            found = store.actors(words, kind, page, size)
        except StoreError as error:
            raise click.ClickException(str(error)) from None
    show(found, Curated, as_json, as_csv, listed)


@actors.command()
@page_options
@answer_options
def unsure(page: int, size: int, address: str, as_json: bool, as_csv: bool) -> None:
    """List actors that may be one, the likeliest first, for you to merge or to leave.

    \b
    Examples:
      dragoman actors unsure
      dragoman actors unsure --size 100 --csv > to-judge.csv
    """
    from dragoman.store.curated import Unsure

    with opened_store(address) as store:
        found = store.unsure(page, size)
    show(found, Unsure, as_json, as_csv, told_unsure)


@actors.command("show")
@click.argument("name")
@answer_options
def show_actor(name: str, address: str, as_json: bool, as_csv: bool) -> None:
    """Show an actor: every name with its reason, spellings, offices over time, judgements.

    NAME is a name that one actor alone has, or an id (wikidata:Q7747, actor:…); an id once given leads to the
    actor that has its name now.

    \b
    Examples:
      dragoman actors show Khamenei
      dragoman actors show actor:38d30934e2088c8b --json
    """
    from dragoman.store.curated import CuratedName

    with opened_store(address) as store:
        found = store.actor(name)
    if as_csv:
        show(found.names, CuratedName, False, True, str)
    else:
        show((found,), type(found), as_json, False, lambda one: "\n".join(_portrait(one)))


def _portrait(found: Portrait) -> Iterator[str]:
    yield listed(found.actor)
    yield from portrayed(found)


@actors.command()
@click.argument("one")
@click.argument("other")
@_BECAUSE
@_BY
@store_option
def merge(one: str, other: str, because: str | None, by: str | None, address: str) -> None:
    """Judge that ONE and OTHER are the same actor; each is an id, or a name that one actor alone has.

    \b
    Examples:
      dragoman actors merge "Javad Zarif" actor:38d30934e2088c8b --because "spelled as in German"
    """
    from dragoman.curating import Curator

    with opened_store(address) as store:
        made = Curator(store, by).merge(one, other, because)
    click.echo(judged(made))


@actors.command()
@click.argument("name")
@click.option("--spelling", multiple=True, metavar="SPELLING", help="Whoever is written so is another.")
@click.option(
    "--document", multiple=True, metavar="ID", help="Whoever is so called in this document is another."
)
@_BECAUSE
@_BY
@store_option
def split(
    name: str, spelling: tuple[str, ...], document: tuple[str, ...], because: str | None, by: str | None,
    address: str,
) -> None:  # fmt: skip
    """Judge that some of an actor's names, or some documents' mentions, are somebody else.

    \b
    Examples:
      dragoman actors split "Ali Khamenei" --spelling "Hadi Khamenei"
      dragoman actors split "John Smith" --document 3f2a9c51e0ab --because "the footballer"
    """
    from dragoman.curating import Curator

    if bool(spelling) == bool(document):
        raise click.UsageError("say what is split off: by --spelling, or by --document")
    with opened_store(address) as store:
        made = Curator(store, by).split(name, spelling, document, because)
    click.echo(judged(made))


@actors.command()
@click.argument("number", type=int)
@_BECAUSE
@_BY
@store_option
def undo(number: int, because: str | None, by: str | None, address: str) -> None:
    """Undo the judgement with that NUMBER; both stay in the ledger, and an undoing can be undone.

    \b
    Examples:
      dragoman actors undo 7 --because "they are father and son"
    """
    from dragoman.curating import Curator

    with opened_store(address) as store:
        undone = Curator(store, by).undo(number, because)
    click.echo(f"undone: {judged(undone)}")


@actors.command()
@answer_options
def ledger(address: str, as_json: bool, as_csv: bool) -> None:
    """List what people judged, in the order in which they did; what was undone is marked.

    \b
    Examples:
      dragoman actors ledger
      dragoman actors ledger --json > judgements.jsonl
    """
    from dragoman.store.ledger import Judgement

    with opened_store(address) as store:
        found = store.ledger()
    show(found, Judgement, as_json, as_csv, judged)


@actors.command()
@click.option("--all", "anew", is_flag=True, help="All names, not only those that wait.")
@store_option
def settle(anew: bool, address: str) -> None:
    """Bring names that wait to their actors; `dragoman add` does so at its end.

    Needed after an interruption, or, with --all, where a newer version of Dragoman compares otherwise. What
    people judged stays, and doing it twice changes nothing.

    \b
    Examples:
      dragoman actors settle
      dragoman actors settle --all --store press.sqlite
    """
    from dragoman.curating import Curator

    def step(done: int) -> None:
        click.echo(f"dragoman: {done} groups of names", err=True)

    with opened_store(address) as store:
        curator = Curator(store)
        done = curator.resettle(step) if anew else curator.settle(step)
    click.echo(f"dragoman: {done} groups of names settled", err=True)
