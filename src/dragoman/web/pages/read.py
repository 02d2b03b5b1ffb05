"""Read: one article that somebody sends, read and not stored; as JSON, or as the page of an article."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from dragoman.show.jsonl import line_of
from dragoman.web.failures import WRITES, Failure
from dragoman.web.pages.article import view_of
from dragoman.web.reading_apart import Apart
from dragoman.web.rendering import render

ROUTER = APIRouter()
READING = {
    "type": "object",
    "description": "A reading, as `dragoman schema` describes it.",
    "required": ["schema", "document", "actors", "statements", "events"],
    "properties": {"schema": {"const": "dragoman.reading/1"}, "document": {"type": "object"}},
}
Words = Annotated[str | None, Field(max_length=1_000)]


class Sent(BaseModel):
    """An article to read: its text, and what is known of it. The desk asks nothing of any other machine."""

    text: str = Field(min_length=1, description="the article's text; plain, not HTML")
    url: str | None = Field(None, description="always refused: send the text")
    title: Words = None
    publication: Words = None
    author: Words = None
    published: date | None = None
    verbatim: bool = Field(False, description="keep the text exactly as it is, without any cleaning")


def apart_of(request: Request) -> Apart:
    """Return what reads articles for the desk."""
    apart: Apart = request.app.state.apart
    return apart


@ROUTER.get("/read", response_class=HTMLResponse, include_in_schema=False)
def page(request: Request) -> HTMLResponse:
    """Return the page on which a text can be read without being stored."""
    return render(request, "read.html", {"limits": apart_of(request).limits}, "Read an article")


@ROUTER.post(
    "/read",
    summary="Read one article, without storing it",
    response_class=JSONResponse,
    responses={
        **WRITES, 200: {"content": {"application/json": {"schema": READING}}},
        413: {"model": Failure}, 503: {"model": Failure},
    },
)  # fmt: skip
def read(request: Request, sent: Sent, apart: Apart = Depends(apart_of)) -> Response:
    """Return the reading of an article; as HTML, its page, where that is what the request accepts."""
    if sent.url is not None:
        raise HTTPException(400, "the desk reads no network: send the text itself")
    facts: dict[str, Any] = {
        "title": sent.title, "publication": sent.publication, "author": sent.author,
        "published": sent.published, "verbatim": sent.verbatim,
    }  # fmt: skip
    reading = apart.read(sent.text, facts)
    if "text/html" in request.headers.get("accept", ""):
        answer = view_of(reading)
        return render(request, "article.html", {"answer": answer}, answer.title or "Read, not stored")
    return Response(line_of(reading), media_type="application/json")
