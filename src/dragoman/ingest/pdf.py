"""PDF → Article: the text of its pages, lines joined to paragraphs, running heads left out."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.errors import NoArticle, NotText, TooLarge
from dragoman.ingest.article import build_article
from dragoman.ingest.facts import Facts
from dragoman.ingest.limits import SizeLimits
from dragoman.ingest.offsets import compose
from dragoman.ingest.pdf_layout import Line, flowed
from dragoman.records import Article

_WORKER = Path(__file__).with_name("pdf_worker.py")
_ADVICE = "save its text and read that"


def looks_like_pdf(data: bytes) -> bool:
    """Say whether bytes begin as a PDF does."""
    return data[:64].lstrip().startswith(b"%PDF-")


def article_of_pdf(data: bytes, facts: Facts, sizes: SizeLimits, *, any_language: bool) -> Article:
    """Return the article that a PDF holds.

    Offsets lead back to the text as the pages give it: a line a line, a form feed between pages.
    Raises TooLarge, NotText (broken, locked), NoArticle (pictures of text) or ForeignLanguage.
    """
    found = _taken_apart(data, sizes)
    pages = [[Line(*line) for line in page] for page in found["pages"]]
    flow = flowed(pages)
    if not flow.text.strip():
        what = "page numbers and heads" if any(pages) else "pictures without text"
        raise NoArticle(f"the PDF's {len(pages)} pages hold {what}: run them through text recognition first")
    title = " ".join(str(found.get("title") or "").split())
    # Programs fill in all manner of titles; only one that the first page shows is the article's.
    if title and title.casefold() in flow.text[:3_000].replace("\n", " ").casefold():
        facts = facts.or_else(Facts(title=title))
    article = build_article(flow.text, facts, verbatim=False, any_language=any_language, one_line_each=True)
    if article.offsets is None:
        return article
    return replace(article, offsets=compose(article.offsets, flow.offsets))


def _taken_apart(data: bytes, sizes: SizeLimits) -> dict[str, Any]:
    """Have the PDF taken apart in another process, within bounds of time and memory."""
    bounds = (sizes.pdf_pages, sizes.pdf_characters, sizes.pdf_seconds, sizes.pdf_memory)
    try:
        done = subprocess.run(
            # -P: the names of this folder's modules must not stand before the standard library's.
            [sys.executable, "-P", str(_WORKER), *(str(bound) for bound in bounds)],
            input=data,
            capture_output=True,
            timeout=2 * sizes.pdf_seconds,
        )
    except subprocess.TimeoutExpired:
        raise TooLarge(f"the PDF took longer than {2 * sizes.pdf_seconds} seconds: {_ADVICE}") from None
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise NotText(f"the PDF could not be taken apart within its bounds: {_ADVICE}") from None
    error = found.get("error")
    if error == "locked":
        raise NotText(f"the PDF is locked with a password: {_ADVICE}")
    if error == "pages":
        raise TooLarge(
            f"the PDF has {found['count']} pages; at most {sizes.pdf_pages} are read as one article"
        )
    if error in ("characters", "memory"):
        raise TooLarge(f"the PDF holds more than is read as one article: {_ADVICE}")
    if error:
        raise NotText(f"the PDF is broken: {_ADVICE}")
    return found
