"""The application: a store → pages, each with a .json and a .csv twin, and the OpenAPI description of all."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from dragoman.store import Store
from dragoman.web import failures, security
from dragoman.web.kept import Keeper
from dragoman.web.pages import ROUTERS, VIEWS
from dragoman.web.reading_apart import LIMITS, Apart, ReadLimits
from dragoman.web.views import add_view

HOSTS = ("localhost", "127.0.0.1", "[::1]")


def create_app(store: Store, hosts: tuple[str, ...] = HOSTS, limits: ReadLimits = LIMITS) -> FastAPI:
    """Return the desk over an open store, which stays the caller's to close.

    Requests are answered only where their Host is among ``hosts`` (without ports), so that no page elsewhere
    can reach the desk by a name of its own. ``limits`` bound the articles that are sent to be read.
    """
    app = FastAPI(
        title="Dragoman's desk",
        version=version("dragoman"),
        description=(
            "Who said what through whom, what happened, and how close states are, over one store. Every view "
            "is an HTML page, and the same as JSON and CSV at its address with .json or .csv behind the path."
        ),
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    app.state.store = store
    app.state.keeper = Keeper(store)
    app.state.apart = Apart(limits)
    static = files("dragoman.web").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(static)), name="static")
    for view in VIEWS:
        add_view(app, view)
    for router in ROUTERS:
        app.include_router(router)
    failures.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(security.Guard, hosts=hosts)
    return app
