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
        return failure(request, 422, f"{where}: {first['msg']}")

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        told = "there is no such page" if error.status_code == 404 else str(error.detail)
        return failure(request, error.status_code, told)


def failure(request: Request, status: int, told: str) -> Response:
    """Return an error as a page where a browser asks for a page, else as JSON."""
    path = request.url.path
    if "text/html" in request.headers.get("accept", "") and not path.endswith((".json", ".csv")):
        return render(request, "failure.html", {"status": status, "told": told}, "Not found", status)
    return JSONResponse({"error": {"status": status, "message": told, "path": path}}, status)
