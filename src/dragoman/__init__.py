"""Dragoman reads news articles, offline: who said what, in whose words, and through whom.

>>> import dragoman
>>> reading = dragoman.read("The talks will go on, the minister said on Friday.")  # doctest: +SKIP
>>> [s.source.span.of(reading.text) for s in reading.statements]  # doctest: +SKIP
['the minister']
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError, InputError
from dragoman.records import Actor, Article, Reading, Span, Statement

if TYPE_CHECKING:
    from dragoman.pipeline import Reader

__all__ = [
    "Actor",
    "Article",
    "DragomanError",
    "InputError",
    "Reader",
    "Reading",
    "Span",
    "Statement",
    "read",
]

_reader: Reader | None = None


def __getattr__(name: str) -> Any:
    """Load the reader only when it is asked for: importing the package stays quick."""
    if name == "Reader":
        from dragoman.pipeline import Reader

        return Reader
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def read(
    source: str | Path,
    *,
    verbatim: bool = False,
    title: str | None = None,
    publication: str | None = None,
    published: date | str | None = None,
    reader: Reader | None = None,
) -> Reading:
    """Read one article: a ``Path``, a URL, or the text itself.

    A string is taken for a path where a file of that name exists, for a URL where it begins with
    ``http://`` or ``https://``, else for the article's text. ``verbatim`` keeps the text exactly as it is.
    What is given about the article wins over what its text tells. ``reader`` brings tables of your own:
    ``Reader(Knowledge.load(actors=…))``; by default one reader is loaded and kept.
    Raises InputError (see ``dragoman.errors``) where there is no English article to read.
    """
    from dragoman.ingest import article_from_bytes, article_from_text, fetch

    facts: dict[str, Any] = {"title": title, "publication": publication, "published": published}
    facts["verbatim"] = verbatim
    path = _path(source)
    if path is not None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}") from None
        article = article_from_bytes(data, name=str(path), **facts)
    elif (
        isinstance(source, str)
        and source.startswith(("http://", "https://"))
        and not any(map(str.isspace, source))
    ):
        body, content_type, url = fetch(source)
        article = article_from_bytes(body, name=None, content_type=content_type, url=url, **facts)
    else:
        article = article_from_text(str(source), **facts)
    return (reader or _default_reader()).read(article)


def _path(source: str | Path) -> Path | None:
    if isinstance(source, Path):
        return source
    if len(source) < 1024 and "\n" not in source:
        try:
            return Path(source) if Path(source).is_file() else None
        except (OSError, ValueError):  # no name that a file could have: it is the text itself
            return None
    return None


def _default_reader() -> Reader:
    global _reader
    if _reader is None:
        from dragoman.pipeline import Reader

        _reader = Reader()
    return _reader
