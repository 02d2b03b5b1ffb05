"""Templates → pages. All text is escaped; addresses are made here, so that a page's filters stay in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from dragoman.show.deed_words import deed_words
from dragoman.show.plain import one_line, safe, shortened
from dragoman.web.tables import has_label, issue_label, state_name
from dragoman.web.versions import versions_of

PLACES = (
    ("/", "Today"), ("/search", "Search"), ("/pair", "Pairs"), ("/map", "Map"), ("/issues", "Issues"),
    ("/contested", "Contested"), ("/forecasts", "Forecasts"), ("/actor", "Actors"), ("/read", "Read"),
)  # fmt: skip
"""The pages that every page leads to."""


def render(
    request: Request, template: str, facts: Mapping[str, Any], title: str, status: int = 200
) -> HTMLResponse:
    """Return a page: a template of the desk with what it shows, under the desk's frame."""
    frame = {
        "title": one_line(title),
        "path": request.url.path,
        "query": request.url.query,
        "asked": dict(request.query_params),
        "places": PLACES,
        "within": _within(request.url.path),
        "versions": versions_of(request.app.state),
        "twin": lambda kind: twin(request, kind),
        "turned": lambda page: address(_path(request), {**request.query_params, "page": page}),
    }
    return HTMLResponse(_environment().get_template(template).render({**frame, **facts}), status)


def address(path: str, asked: Mapping[str, Any] | None = None) -> str:
    """Return a path with what is asked behind it, without what is None or empty."""
    kept = {name: value for name, value in (asked or {}).items() if value not in (None, "")}
    return f"{path}?{urlencode(kept)}" if kept else path


def twin(request: Request, kind: str) -> str:
    """Return the address of the JSON or CSV twin of the page that was asked for."""
    path = _path(request)
    path = f"/today.{kind}" if path == "/" else f"{path}.{kind}"
    return f"{path}?{request.url.query}" if request.url.query else path


def _within(path: str) -> str:
    """Return the page of `PLACES` that a page lies behind, as an issue's own behind the list of issues."""
    first = f"/{path.split('/')[1]}"
    return {"/issue": "/issues"}.get(first, first)


def _path(request: Request) -> str:
    return quote(request.url.path, safe="/:")


@cache
def _environment() -> Environment:
    folder = files("dragoman.web") / "templates"
    found = Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text("utf-8")),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(
        one_line=one_line, safe_text=safe, shortened=shortened, state_name=state_name, issue_label=issue_label
    )
    found.tests["of_tables"] = lambda one: has_label(one.issue)
    found.globals.update(address=address, deed_words=deed_words)
    return found
