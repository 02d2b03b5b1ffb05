"""``dragoman serve``: the desk, a local web application over a store."""

from __future__ import annotations

import click

from dragoman.cli.store_options import opened_store, store_option


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8321, show_default=True, help="0: any free one."
)
@click.option("--open", "in_browser", is_flag=True, help="Open the desk in the system's browser.")
@store_option
def serve(host: str, port: int, in_browser: bool, address: str) -> None:
    """Open the desk on a store: articles, actors, pairs, issues, search, in a browser, without any network.

    It listens on this machine alone unless --host says otherwise. Ctrl-C ends it.

    \b
    Examples:
      dragoman serve
      dragoman serve --store press.sqlite --port 9000 --open
    """
    import socket

    import uvicorn

    from dragoman.errors import ServeError
    from dragoman.web import create_app
    from dragoman.web.app import HOSTS

    with opened_store(address) as store:
        try:
            listening = socket.create_server((host, port))
        except OSError as error:
            raise ServeError(
                f"cannot listen on {host}:{port} ({error.strerror}); try another --port"
            ) from None
        place = f"http://{host}:{listening.getsockname()[1]}/"
        click.echo(f"The desk is at {place}  (Ctrl-C ends it)")
        if in_browser:
            click.launch(place)
        config = uvicorn.Config(create_app(store, (*HOSTS, host)), log_level="warning")
        uvicorn.Server(config).run(sockets=[listening])
