"""``dragoman resolve``: make copies, stories and events told by many anew, disputes and forecasts."""

from __future__ import annotations

import click

from dragoman.cli.store_options import opened_store, store_option


@click.command()
@store_option
@click.option("--all", "anew", is_flag=True, help="Empty all of it first, and make it anew.")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def resolve(address: str, anew: bool, quiet: bool) -> None:
    """Bring copies, stories, events told by many, disputes and forecasts up to date.

    `dragoman add` does this itself; it is needed after an interruption, for a store of an earlier version,
    or, with --all, where a newer version of Dragoman compares otherwise. All of it follows from the articles
    alone: nothing that people decided is touched, and making it twice changes nothing.

    \b
    Examples:
      dragoman resolve
      dragoman resolve --all --store press.sqlite
    """
    from dragoman.layering import Layers, remake
    from dragoman.ledgers import kept

    done = {"copies": 0, "stories": 0, "events": 0}

    def step(layer: str) -> None:
        done[layer] += 1
        if not quiet and done[layer] % 10 == 1:
            click.echo(f"dragoman: {layer}: {_PORTIONS[layer].format(done[layer])}", err=True)

    def compared(articles: int) -> None:
        if not quiet and articles % 500 < kept.AT_ONCE:
            click.echo(f"dragoman: disputes and forecasts: {articles} articles compared", err=True)

    with opened_store(address) as store:
        if anew:
            remake(store, step)
            kept.remake(store, compared)
        else:
            Layers(store).bring_in(step)
            kept.Kept(store).bring_in(compared)
        if not quiet:
            click.echo(_told(store), err=True)


_PORTIONS = {
    "copies": "about {}00 articles compared", "stories": "{} days placed",
    "events": "about {}00 tellings placed",
}  # fmt: skip


def _told(store: object) -> str:
    from dragoman.layering import counts
    from dragoman.store import Store

    assert isinstance(store, Store)
    found = counts(store)
    return (
        f"{found.documents} articles: {found.copies} prints of {found.families} texts, "
        f"{found.stories} stories, {found.tellings} tellings of {found.acts} events"
    )
