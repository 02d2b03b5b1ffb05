"""A view: one question of the desk, answered as a page, as JSON and as CSV at three addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request
from pydantic import BeforeValidator
from starlette.responses import HTMLResponse, Response

from dragoman.show.cells import csv_text
from dragoman.store import Store
from dragoman.web.failures import RESPONSES
from dragoman.web.kept import Keeper
from dragoman.web.rendering import render

BLANK = BeforeValidator(lambda value: None if value == "" else value)
"""A filter that a form sends empty asks for nothing."""
Day = Annotated[date | None, BLANK]
Word = Annotated[str | None, Query(max_length=200), BLANK]


@dataclass(frozen=True, slots=True)
class View:
    """A question with its address.

    ``answer`` is a FastAPI dependency: its parameters are the view's filters, its result a dataclass, which
    is the JSON twin, of the type ``kind``. ``rows`` gives the dataclasses that are the lines of the CSV
    twin, ``row`` their type (or a function that tells it), ``title`` the page's title.
    """

    path: str
    template: str
    answer: Callable[..., Any]
    kind: type[Any]
    row: type[Any] | Callable[[Any], type[Any]]
    rows: Callable[[Any], Sequence[Any]]
    title: Callable[[Any], str]
    about: str


def store_of(request: Request) -> Store:
    """Return the store that the desk stands on."""
    store: Store = request.app.state.store
    return store


def keeper_of(request: Request) -> Keeper:
    """Return what keeps answers that take longer than a page may."""
    keeper: Keeper = request.app.state.keeper
    return keeper


def add_view(app: FastAPI, view: View) -> None:
    """Give an application the three addresses of a view; the page itself stands in no OpenAPI description."""
    base = "/today" if view.path == "/" else view.path

    def as_json(answer: Any = Depends(view.answer)) -> Any:
        return answer

    def as_csv(answer: Any = Depends(view.answer)) -> Response:
        row = view.row if isinstance(view.row, type) else view.row(answer)
        return Response(csv_text(view.rows(answer), row), media_type="text/csv; charset=utf-8")

    def as_page(request: Request, answer: Any = Depends(view.answer)) -> HTMLResponse:
        return render(request, view.template, {"answer": answer}, view.title(answer))

    app.add_api_route(
        f"{base}.json", as_json, response_model=view.kind, responses={**RESPONSES}, summary=view.about,
        name=f"{view.kind.__name__} as JSON",
    )  # fmt: skip
    app.add_api_route(
        f"{base}.csv", as_csv, response_class=Response, summary=f"{view.about}, as CSV",
        responses={200: {"content": {"text/csv": {}}}, **RESPONSES}, name=f"{view.kind.__name__} as CSV",
    )  # fmt: skip
    app.add_api_route(view.path, as_page, response_class=HTMLResponse, include_in_schema=False)
