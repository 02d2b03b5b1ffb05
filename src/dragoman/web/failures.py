"""Errors in one shape: ``{"error": {"status", "message", "path"}}``, or a page that says the same."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.errors import DragomanError, StoreError
from dragoman.web.rendering import render


class Elsewhere(Exception):
    """Raised where a page has another address, its one argument, to which a browser is sent."""


class Fault(BaseModel):
    """What went wrong: the HTTP status, one line that says what to do, and the path that was asked for."""

    status: int
    message: str
    path: str


class Failure(BaseModel):
    """The body of every answer that is no success."""

    error: Fault


RESPONSES: dict[int | str, dict[str, Any]] = {status: {"model": Failure} for status in (400, 404, 422, 503)}
"""What a question may be answered beside its answer; 503 where that is still being made."""
WRITES: dict[int | str, dict[str, Any]] = {
    **RESPONSES, **{status: {"model": Failure} for status in (403, 411, 413, 415)}
}  # fmt: skip
"""What may be answered to whoever changes something; see ``security.Guard``."""


def install(app: FastAPI) -> None:
    """Have all errors of an application answered in that shape."""

    @app.exception_handler(Elsewhere)
    def elsewhere(request: Request, error: Elsewhere) -> Response:
        return RedirectResponse(str(error), 307)

    @app.exception_handler(DragomanError)
    def refused(request: Request, error: DragomanError) -> Response:
        return failure(request, 404 if isinstance(error, StoreError) else 400, str(error))

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "the request"
        return failure(request, 422, f"{where}: {_in_words(first)}")

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        told = "there is no such page" if error.status_code == 404 else str(error.detail)
        return failure(request, error.status_code, told)


WAYS = (
    ("/actor", "/actor", "Those named in most articles"),
    ("/pair", "/pair", "Pairs of states that have acted"),
    ("/issue", "/issues", "Issues on which states stand somewhere"),
    ("/map", "/map", "The map"),
    ("/article", "/search?over=articles", "Search articles"),
    ("/search", "/search", "Search without filters"),
    ("/contested", "/contested", "All that is contested"),
    ("/forecasts", "/forecasts", "All forecasts"),
)
"""Where to go on from what failed: how its path begins, and a page with its name."""


def _in_words(error: dict[str, Any]) -> str:
    """Return what a filter must be, in plain words; a day that is none is repeated, cut short."""
    if str(error["type"]).startswith("date"):
        return f"{str(error['input'])[:40]!r} is no day; write it as 2015-11-24"
    told = str(error["msg"])
    for begun in ("Input should be ", "String should have "):
        if told.startswith(begun):
            return f"must {'be' if begun.startswith('Input') else 'have'} {told.removeprefix(begun)}"
    return told


def failure(request: Request, status: int, told: str) -> Response:
    """Return an error as a page where a browser asks for a page, else as JSON."""
    path = request.url.path
    if "text/html" in request.headers.get("accept", "") and not path.endswith((".json", ".csv")):
        title = "Not found" if status == 404 else "Not ready yet" if status == 503 else "That did not work"
        ways = [(to, name) for begun, to, name in WAYS if path.startswith(begun)]
        facts = {"told": told, "ways": ways, "waiting": status == 503}
        return render(request, "failure.html", facts, title, status)
    return JSONResponse({"error": {"status": status, "message": told, "path": path}}, status)
